/**
 * Which names say that what stands under them is a secret. One rule: for what is saved, and for
 * what is shown.
 */

/**
 * Keys that Descope's Terraform provider declares as sensitive, of connectors, sign-in methods,
 * applications and access keys, by the names of the provider and of the API. Without regard to
 * case, `_` and `-`. docs/coverage.md repeats the list, and a test holds both together.
 */
export const DECLARED_SECRETS: ReadonlySet<string> = new Set([
  'accesskey',
  'accesskeyid',
  'accesstoken',
  'apikey',
  'apisecret',
  'apitoken',
  'authtoken',
  'awsaccesskeyid',
  'awssecretaccesskey',
  'bearertoken',
  'bindpassword',
  'cacert',
  'cacertificate',
  'cleartext',
  'clientcert',
  'clientcertificate',
  'clientkey',
  'clientsecret',
  'hectoken',
  'hmacsecret',
  'httpsourceurl',
  'ingestionkey',
  'integrationkey',
  'nativeclientsecret',
  'passphrase',
  'password',
  'pemcert',
  'pemcertificate',
  'privatekey',
  'refreshtoken',
  'rfc9421privatekey',
  'sasecret',
  'secret',
  'secretaccesskey',
  'secretapikey',
  'secretkey',
  'serverapitoken',
  'serviceaccount',
  'serviceaccountjson',
  'serviceaccountkey',
  'serviceaccountsecret',
  'servicerolekey',
  'serviceroleapikey',
  'sessiontoken',
  'signingsecret',
  'supabaseservicerolekey',
  'token',
  'usersecret',
  'writekey',
]);

/**
 * Declared as a secret by some connectors and as an ordinary field by others, whose imports take a
 * blank as a value.
 */
const DECLARED_BY_SOME: ReadonlySet<string> = new Set(['accesskeyid']);

/** What a name ends with that holds a secret, whatever stands before. */
export const SECRET_WORDS: ReadonlySet<string> = new Set([
  'apikey',
  'apikeys',
  'authorization',
  'cleartext',
  'cookie',
  'credential',
  'credentials',
  'pass',
  'passcode',
  'passphrase',
  'passwd',
  'password',
  'passwords',
  'pat',
  'plaintext',
  'privatekey',
  'pwd',
  'secret',
  'secrets',
  'token',
  'webhook',
]);

/** `...Key` is a secret, but for those that name a thing, or are public. */
export const HARMLESS_KEYS: ReadonlySet<string> = new Set([
  'attribute',
  'cache',
  'claim',
  'component',
  'context',
  'descope',
  'entity',
  'external',
  'field',
  'flow',
  'foreign',
  'form',
  'group',
  'index',
  'issue',
  'item',
  'label',
  'localization',
  'lookup',
  'map',
  'mapping',
  'message',
  'object',
  'order',
  'parent',
  'partition',
  'permission',
  'primary',
  'project',
  'property',
  'record',
  'resource',
  'role',
  'row',
  'schema',
  'screen',
  'site',
  'sort',
  'style',
  'template',
  'tenant',
  'text',
  'theme',
  'translation',
  'user',
]);

/** Sound like secrets, and stand in the source of every page that uses the service. */
const PUBLIC_NAMES: ReadonlySet<string> = new Set(['projecttoken', 'sitekey']);

/**
 * Words after a secret's name that say how it is written down: `privateKeyPem` is the private key.
 */
const FORMS: ReadonlySet<string> = new Set([
  ...['b', 'base', 'data', 'encoded', 'encrypted', 'file', 'hash', 'hex', 'json', 'pem', 'raw'],
  ...['string', 'text', 'value', 'values'],
]);

const RUN_TOGETHER =
  /(?:secret|password|passwd|passphrase|passcode|token|credentials?|(?:api|access|private|secret|signing|encryption|shared|license|subscription|functions)keys?)$/;

/**
 * The words of a name, in small letters: `rfc9421PrivateKey` has `rfc`, `9421`, `private` and
 * `key`.
 */
export function wordsOf(name: string): string[] {
  const parts = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+|\d+/gu) ?? [];
  return parts.map((word) => word.toLowerCase());
}

function joined(words: readonly string[]): string {
  return words.join('');
}

/**
 * Words that mean something: a number at the end counts copies, and a form says how the secret is
 * written.
 */
function meaningOf(name: string): string[] {
  const words = wordsOf(name);
  while (words.length > 1 && /^\d+$/.test(words.at(-1) ?? '')) words.pop();
  while (words.length > 1 && FORMS.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/**
 * Whether a name is one of a secret field of Descope's own, which an import leaves alone where it
 * is blank.
 */
export function isDeclaredSecret(name: string): boolean {
  const key = joined(wordsOf(name));
  return DECLARED_SECRETS.has(key) && !DECLARED_BY_SOME.has(key);
}

/** Most keys of a project are the same ones again and again. */
const MAX_KNOWN = 10_000;
const MAX_NAME = 200;
const known = new Map<string, boolean>();

/**
 * Whether what stands under a name is a secret. `tokenUrl`, `keyId`, `publicKey` and
 * `passwordPolicy` are none: the end of a name says what it is.
 */
export function isSecretName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const isSecret = saysSecret(name);
  if (known.size < MAX_KNOWN) known.set(name, isSecret);
  return isSecret;
}

function saysSecret(given: string): boolean {
  // The end of a name says what it is, and a longer one is no name of Descope's.
  const name = given.slice(-MAX_NAME);
  const all = wordsOf(name);
  if (DECLARED_SECRETS.has(joined(all))) return true;
  if (all.includes('public') || PUBLIC_NAMES.has(joined(all))) return false;
  const words = meaningOf(name);
  const [last = '', before = ''] = [words.at(-1), words.at(-2)];
  if (DECLARED_SECRETS.has(joined(words)) || SECRET_WORDS.has(last)) return true;
  if (/^(?:url|uri|address|endpoint)$/.test(last) && before === 'webhook') return true;
  if (/^keys?$/.test(last)) return before !== '' && !HARMLESS_KEYS.has(before);
  return RUN_TOGETHER.test(joined(words).replace(/\d+$/, ''));
}
