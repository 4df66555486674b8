/** Secrets that are recognized by their form, in texts under any name. */
import { isSecretName } from './names.ts';

const PRIVATE_KEY =
  /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?)-----[\s\S]*?(?:-----END \1-----|$)/g;
/** `-----BEGIN` in base64. */
const PEM_IN_BASE64 = /^\s*LS0tLS1CRUdJTi[A-Za-z0-9+/=_\s-]*$/;
const ADDRESS = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)([^\s"'<>`]+)/gi;
const PARAMETER = /([?&;#])([^=&;#?]+)=([^&;#]*)/g;
const CONNECTION = /^[\w\s.-]+=[^;]*(?:;[\w\s.-]+=[^;]*)+;?\s*$/;
const CONNECTION_PART = /(^|;)([\w\s.-]+)=([^;]*)/g;
/** What a program fills in: no secret itself. */
const PLACEHOLDER = /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\w+|%7B%7B[^{}%]*%7D%7D)?$/i;
const SIGNATURE = /^(?:sig|signature|x-amz-(?:signature|security-token|credential))$/i;

function hides(name: string, value: string): boolean {
  return (isSecretName(name) || SIGNATURE.test(name.trim())) && !PLACEHOLDER.test(value);
}

/** User and password, and parameters with a name of a secret. */
function withoutCredentials(scheme: string, rest: string, mark: string): string {
  const [, authority = '', more = ''] = /^([^/?#\\]*)(.*)$/s.exec(rest) ?? [];
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(0, at));
  const host = authority.slice(at + 1);
  const isFilledIn = user.split(':').every((part) => PLACEHOLDER.test(part));
  const where = isFilledIn || host === '' ? authority : `${mark === '' ? '' : `${mark}@`}${host}`;
  const query = more.replace(PARAMETER, (all, sign: string, name: string, value: string) =>
    hides(decode(name), value) ? `${sign}${name}=${mark}` : all,
  );
  return `${scheme}${where}${query}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Replaces private keys, user and password in addresses, secret parameters of addresses and of
 * connection strings.
 *
 * @returns the very same text where there is none
 */
export function withoutSecretForms(text: string, mark: string): string {
  if (PEM_IN_BASE64.test(text)) {
    const decoded = Buffer.from(text, 'base64').toString('latin1');
    if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(decoded)) return mark;
  }
  let result = text.includes('PRIVATE KEY') ? text.replace(PRIVATE_KEY, mark) : text;
  if (result.includes('://')) {
    result = result.replace(ADDRESS, (_all, scheme: string, rest: string) =>
      withoutCredentials(scheme, rest, mark),
    );
  }
  if (result.includes(';') && CONNECTION.test(result)) {
    result = result.replace(CONNECTION_PART, (all, sign: string, name: string, value: string) =>
      hides(name, value) ? `${sign}${name}=${mark}` : all,
    );
  }
  return result;
}

/** Where the texts in quotes begin and end, without their quotes; one that nothing ends is none. */
function quotedTexts(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    if (end >= text.length) break;
    found.push([at + 1, end]);
    at = end + 1;
  }
  return found;
}

/**
 * The same for text that looks like JSON and is none, such as a template of it. One pass: such text
 * can be long, and made to be slow.
 */
export function withoutSecretMembers(text: string, mark: string): string {
  let result = '';
  let done = 0;
  let name = '';
  let last = 0;
  for (const [start, end] of quotedTexts(text)) {
    const value = text.slice(start, end);
    const isMember = last > 0 && text.slice(last + 1, start - 1).trim() === ':';
    if (isMember && value !== mark && hides(name, value)) {
      result += text.slice(done, start) + mark;
      done = end;
    }
    [name, last] = [value, end];
  }
  return result + text.slice(done);
}
