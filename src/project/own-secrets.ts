/**
 * The secrets of the run itself, wherever somebody repeats them: as they are, escaped,
 * percent-encoded or in base64.
 */

import { Secret } from './secret.ts';

export interface Redactor {
  /** A text with the mark in place of each secret; the very same text where there is none. */
  redact: (text: string, mark: string) => string;
  /** As {@link redact}, of bytes in an encoding of ASCII's. */
  redactBytes: (bytes: Buffer, mark: string) => Buffer;
  /** Whether a text is nothing but a secret. */
  isSecret: (text: string) => boolean;
}

/** Shorter ones would be found where nobody put them. */
const MIN_LENGTH = 8;
/** `%2525...` and its like are undone so many times. */
const MAX_ROUNDS = 4;
const ESCAPES = /\\[ux/+=\\"]|%[0-9a-f]{2}|&#|&amp;|[\r\n]|\\[nr]/i;
const BASE64_LETTER = /[A-Za-z0-9+/_-]/;

interface Form {
  readonly text: string;
  /** Without escapes, as {@link withoutEscapes} makes it. */
  readonly plain: string;
  readonly isBase64: boolean;
}

/**
 * Letters in place of what stands for them: JSON's escapes however often escaped, `%41`, `&#65;`;
 * line breaks go.
 */
function withoutEscapes(text: string): string {
  if (!ESCAPES.test(text) && !text.includes('\\')) return text;
  let result = text
    .replace(/\\[nr]|[\r\n]/g, '')
    .replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\x([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, hex: string) => fromCodePoint(parseInt(hex, 16)))
    .replace(/&#([0-9]{1,7});/g, (_all, digits: string) => fromCodePoint(Number(digits)))
    .replaceAll('&amp;', '&')
    .replaceAll('\\', '');
  for (let round = 0; round < MAX_ROUNDS && result.includes('%'); round++) {
    const before = result;
    result = result.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
    if (result === before) break;
  }
  return result;
}

function fromCodePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/**
 * What base64 makes of bytes wherever they stand among others: the letters that depend on them
 * alone.
 */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const letters = encoded.replace(/=+$/, '');
    const core = letters.slice(
      offset === 0 ? 0 : offset + 1,
      (offset + bytes.length) % 3 === 0 ? undefined : -1,
    );
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function formsOf(secret: string): Form[] {
  const bytes = Buffer.from(secret);
  const form = (text: string, isBase64: boolean): Form => ({
    text,
    plain: withoutEscapes(text),
    isBase64,
  });
  const hex = bytes.toString('hex');
  return [
    ...[secret, hex, hex.toUpperCase()].map((text) => form(text, false)),
    ...[...new Set(base64Cores(bytes))].map((text) => form(text, true)),
  ];
}

/** Finds a text whatever of it is escaped. */
function escapedPattern(text: string): RegExp {
  const letters = Array.from(text).map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    const literal = letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    const bytes = [...Buffer.from(letter)].map((byte) => {
      const pair = byte.toString(16).padStart(2, '0');
      return `%(?:25)*${pair}`;
    });
    const ways = [
      literal,
      `u${hex.padStart(4, '0')}`,
      `x${hex.padStart(2, '0')}`,
      bytes.join(''),
      `&(?:amp;)*#0*${code};`,
      `&(?:amp;)*#x0*${hex};`,
    ];
    return `(?:\\\\[nr]|[\\\\\\r\\n])*(?:${ways.join('|')})`;
  });
  return new RegExp(letters.join(''), 'gi');
}

/**
 * The whole run of base64 around a part of it: its first and last letters hold bits of the secret
 * too.
 */
function widen(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from > 0 && BASE64_LETTER.test(text.charAt(from - 1))) from--;
  while (to < text.length && BASE64_LETTER.test(text.charAt(to))) to++;
  for (let padding = 0; padding < 2 && text.charAt(to) === '='; padding++) to++;
  return [from, to];
}

function replaceSpans(
  text: string,
  spans: readonly (readonly [start: number, end: number])[],
  mark: string,
): string {
  let result = '';
  let done = 0;
  for (const [start, end] of spans) {
    if (start < done) continue;
    result += text.slice(done, start) + mark;
    done = end;
  }
  return result + text.slice(done);
}

function spansOf(text: string, form: Form, pattern: RegExp | undefined): [number, number][] {
  const spans: [number, number][] = [];
  const add = (start: number, end: number) => {
    spans.push(form.isBase64 ? widen(text, start, end) : [start, end]);
  };
  if (pattern === undefined) {
    for (let at = text.indexOf(form.text); at !== -1; at = text.indexOf(form.text, at + 1)) {
      if (at >= (spans.at(-1)?.[1] ?? 0)) add(at, at + form.text.length);
    }
  } else {
    for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length);
  }
  return spans;
}

/**
 * @param secrets what must be in nothing that is saved, logged or quoted; empty and very short ones
 * are passed over
 */
export function makeRedactor(secrets: readonly (string | Secret)[]): Redactor {
  const texts = secrets.map((one) => (one instanceof Secret ? one.reveal() : one));
  const usable = [...new Set(texts)].filter((secret) => secret.length >= MIN_LENGTH);
  // A secret within another one would leave the rest of it.
  const forms = usable.sort((a, b) => b.length - a.length).flatMap(formsOf);
  const shortest = Math.min(...forms.map(({ plain }) => plain.length));
  const patterns = new Map<Form, RegExp>();
  const patternOf = (form: Form): RegExp => {
    const pattern = patterns.get(form) ?? escapedPattern(form.text);
    patterns.set(form, pattern);
    return pattern;
  };

  const redact = (text: string, mark: string): string => {
    if (text.length < shortest) return text;
    let result = text;
    for (const form of forms) {
      if (form.text.length <= result.length && result.includes(form.text)) {
        result = replaceSpans(result, spansOf(result, form, undefined), mark);
      }
    }
    if (!ESCAPES.test(result) && !result.includes('\\')) return result;
    const hidden = (given: string) => {
      const plain = withoutEscapes(given);
      return forms.filter(
        (form) => form.plain.length <= plain.length && plain.includes(form.plain),
      );
    };
    const found = hidden(result);
    for (const form of found) {
      result = replaceSpans(result, spansOf(result, form, patternOf(form)), mark);
    }
    // Written in some way that was not foreseen: then all of it goes.
    return found.length > 0 && hidden(result).length > 0 ? mark : result;
  };

  return {
    redact,
    redactBytes: (bytes, mark) => {
      const text = bytes.toString('latin1');
      const result = redact(text, mark);
      return result === text ? bytes : Buffer.from(result, 'latin1');
    },
    isSecret: (text) => {
      const plain = withoutEscapes(text.trim());
      return usable.some((secret) => withoutEscapes(secret) === plain);
    },
  };
}
