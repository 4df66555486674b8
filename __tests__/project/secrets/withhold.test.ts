import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withholdSecrets } from '../../../src/project/secrets/withhold.ts';
import { jsonPointer } from '../../../src/json/pointer.ts';
import { ExactNumber, type JsonValue } from '../../../src/json/value.ts';
import { canonicalJson } from '../../../src/json/write.ts';

const MARK = '[withheld]';

function withhold(value: JsonValue, mark = MARK, place = 'snapshot/connectors/c.json') {
  const { value: safe, places } = withholdSecrets(value, { mark, place });
  return { safe, pointers: places.map(({ path }) => jsonPointer(path)) };
}

const PEM = `-----BEGIN PRIVATE KEY-----\nMIIx\n-----END PRIVATE KEY-----`;

describe('withholdSecrets', () => {
  test.each([
    ['a key of the list', { clientSecret: 'x' }, '/clientSecret'],
    ['in another spelling', { client_secret: 'x' }, '/client_secret'],
    ['in capitals and with a hyphen', { 'API-Key': 'x' }, '/API-Key'],
    ['deep', { a: [{ b: { privateKey: 'x' } }] }, '/a/0/b/privateKey'],
    ['a number', { password: 7 }, '/password'],
    ['a long number', { secret: new ExactNumber('12345678901234567890') }, '/secret'],
    ['a list', { signingKey: ['x'] }, '/signingKey/0'],
    ['a list in a list', { signingKey: [[{ a: 'x' }]] }, '/signingKey/0/0/a'],
    [
      'under any key of a map',
      { clientSecret: { value: 'x', enabled: true } },
      '/clientSecret/value',
    ],
    ['deep below a key', { credentials: { a: { b: ['x'] } } }, '/credentials/a/b/0'],
    ['a header', { headers: [{ key: 'Authorization', value: 'x' }] }, '/headers/0/value'],
    ['a header of any name', { headers: [{ key: 'X-Whatever', value: 'x' }] }, '/headers/0/value'],
    [
      'a header with several values',
      { headers: [{ name: 'A', values: ['x'] }] },
      '/headers/0/values/0',
    ],
    [
      'a header under a name of its own',
      { headers: [{ name: 'A', content: 'x' }] },
      '/headers/0/content',
    ],
    [
      'a map of headers',
      { tokenRequestHeaders: { 'X-Whatever': 'x' } },
      '/tokenRequestHeaders/X-Whatever',
    ],
    ['a map of lists', { headers: { Foo: ['x'] } }, '/headers/Foo/0'],
    ['a list of maps of headers', { headers: [{ Foo: 'x' }] }, '/headers/0/Foo'],
    ['a list of pairs', { headers: [['Foo', 'x']] }, '/headers/0/1'],
    ['a header called key', { headers: { key: 'x' } }, '/headers/key'],
    ['a harmless header with a credential', { headers: { Accept: 'Bearer x' } }, '/headers/Accept'],
    [
      'a parameter of any name',
      { queryParams: [{ key: 'k', value: 'x' }] },
      '/queryParams/0/value',
    ],
    ['a map of parameters', { authorizationUrlParams: { k: 'x' } }, '/authorizationUrlParams/k'],
    ['a pair anywhere', { h: [{ name: 'X-Auth-Token', value: 'x' }] }, '/h/0/value'],
    ['a cookie', [{ key: 'cookie', value: 'x' }], '/0/value'],
    [
      'a token beside the name of its header',
      { apiKey: { key: 'N', token: 'x' } },
      '/apiKey/token',
    ],
    ['the key itself', { apiKey: { key: 'x' } }, '/apiKey/key'],
    ['the value under a method of that name', { password: { value: 'x' } }, '/password/value'],
    ['a setting of its own', { password: { smtpPassword: 'x' } }, '/password/smtpPassword'],
  ] as [string, JsonValue, string][])('%s is one', (_, value, pointer) => {
    for (const mark of ['', MARK]) {
      const { safe, pointers } = withhold(value, mark);
      expect(pointers).toEqual([pointer]);
      expect(canonicalJson(safe)).not.toMatch(/"x"|Bearer|7|123/);
      expect(canonicalJson(safe)).toContain(`"${mark}"`);
      // What was withheld once stays as it is.
      expect(withhold(safe, mark)).toEqual({ safe, pointers: [] });
    }
  });

  test.each([
    [
      'addresses',
      { tokenUrl: 'x', tokenEndpoint: 'x', secretsUrl: 'https://a.example:8443/u/@x?a=1' },
    ],
    ['times', { refreshTokenExpiration: 4, tokenExpiration: '4', sessionTokenExpirationUnit: 'd' }],
    [
      'rules',
      { passwordPolicy: 'x', passwordSettings: { minLength: 8 }, tokenResponseMethod: 'x' },
    ],
    ['blanks', { clientSecret: '', password: null, secret: false, token: true, headers: [] }],
    ['settings of a method', { password: { enabled: true, minLength: 8, mode: 'x', hash: '' } }],
    ['ids', { clientId: 'x', keyId: 'x', publicKey: 'x', secretId: 'x', tokens: 'x' }],
    [
      'settings of OAuth',
      { oauth2ClientCredentials: { clientId: 'x', authUrl: 'x', clientSecret: '' } },
    ],
    ['what customers name', { customAttributes: { token: 'x' }, customClaims: { secret: 'x' } }],
    [
      'harmless headers',
      {
        headers: [
          { key: 'Accept', value: 'x' },
          { key: 'X-Team', value: 'x' },
        ],
      },
    ],
    ['a map of them', { headers: { 'Content-Type': 'application/json', 'user-agent': 'x' } }],
    ['parameters of OAuth', { tokenUrlParams: [{ key: 'access_type', value: 'offline' }] }],
    [
      'names of headers',
      { headers: ['Authorization', 'X-A'], header: 'Authorization', h: [{ key: 'Authorization' }] },
    ],
    ['a header without a value', { headers: [{ name: 'X-A', description: 'x', enabled: true }] }],
    ['a header without a name', [{ key: 7, value: 'x' }]],
    ['the name of a header', { apiKey: { key: 'X-Service-Auth', token: '' } }],
    [
      'attribute mappings',
      { attributeMapping: [{ name: 'sessionToken', type: '', value: 'user.sid' }] },
    ],
    ['maps of attributes', { userAttrMapping: { accessToken: 'x', clientSecret: 'x' } }],
    ['scopes', { attributesScopes: [{ name: 'apiToken', description: 'x', values: ['sid'] }] }],
    ['definitions of attributes', { accessKey: [{ name: 'apiToken', type: 1, displayName: 'x' }] }],
    ['certificates', { idpCertificate: '-----BEGIN CERTIFICATE-----\nx', spCertificate: 'x' }],
    ['public keys', { jar: { publicKey: '-----BEGIN PUBLIC KEY-----\nx' } }],
    [
      'templates',
      {
        body: '{"a": "{{x}}", "token": "{{token}}"}',
        url: 'https://{{user}}:{{pass}}@h/?token={{t}}',
      },
    ],
    [
      'words',
      { text: 'password: x; see https://a.example/reset?lang=en', cssTemplate: '.token{a:b;c:d}' },
    ],
    ['JSON in a text', { body: '{ "b": 1, "a": [1, 2] }' }],
  ] as [string, JsonValue][])('%s are none', (_, value) => {
    const { value: safe, places } = withholdSecrets(value, { mark: MARK, place: 'sso-apps' });
    expect(places).toEqual([]);
    expect(safe).toBe(value);
  });

  test.each([
    ['a private key', `a\n${PEM}\nb`, `a\n${MARK}\nb`],
    ['a private key that was cut', 'a -----BEGIN OPENSSH PRIVATE KEY-----\nMIIx', `a ${MARK}`],
    ['two private keys', `${PEM},${PEM}`, `${MARK},${MARK}`],
    ['a private key in base64', Buffer.from(`${PEM}\n`).toString('base64'), MARK],
    ['user and password', 'https://u:p%40x@a.example/b', `https://${MARK}@a.example/b`],
    [
      'a password with an @',
      'postgres://u:p@x@db.example:5432/x',
      `postgres://${MARK}@db.example:5432/x`,
    ],
    [
      'a token as the user',
      'see https://ghx@a.example and b',
      `see https://${MARK}@a.example and b`,
    ],
    ['a placeholder and a password', 'https://{{user}}:px@a.example', `https://${MARK}@a.example`],
    [
      'a parameter',
      'https://a.example/?a=1&api_key=x#t',
      `https://a.example/?a=1&api_key=${MARK}#t`,
    ],
    ['a signature', 'https://a.example/?sv=1&sig=x', `https://a.example/?sv=1&sig=${MARK}`],
    [
      'a connection string',
      'Server=s;User Id=u;Password=x;',
      `Server=s;User Id=u;Password=${MARK};`,
    ],
    ['an account key', 'AccountName=a;AccountKey=x==', `AccountName=a;AccountKey=${MARK}`],
    ['JSON', '{"b":{"token":"x"},"a":1}', `{"a":1,"b":{"token":"${MARK}"}}`],
    [
      'JSON in JSON',
      JSON.stringify([JSON.stringify({ secret: 'x' })]),
      `["{\\"secret\\":\\"${MARK}\\"}"]`,
    ],
    ['what is nearly JSON', '{"token": "x", "a": {{b}} }', `{"token": "${MARK}", "a": {{b}} }`],
    [
      'a service account',
      JSON.stringify({ type: 'service_account', project_id: 'p', private_key: PEM }),
      `{"private_key":"${MARK}","project_id":"p","type":"service_account"}`,
    ],
  ])('within a text: %s', (_, text, expected) => {
    expect(withhold({ note: text })).toEqual({ safe: { note: expected }, pointers: ['/note'] });
    const blank = withhold([text], '');
    expect(canonicalJson(blank.safe)).not.toContain(MARK);
    expect(withhold(blank.safe, '')).toEqual({ safe: blank.safe, pointers: [] });
  });

  test.each([
    ['Authorization: Bearer x', `Authorization: ${MARK}`],
    ['A: x\r\nContent-Type: text/plain\nB:x', `A: ${MARK}\r\nContent-Type: text/plain\nB: ${MARK}`],
    ['a=x&format=json', `a=${MARK}&format=json`],
    ['not to be understood', MARK],
    ['{"Authorization":"x"}', MARK],
  ])('headers as text: %s', (text, expected) => {
    for (const headers of [text, [text]]) {
      expect(withhold({ headers }).safe).toEqual({
        headers: Array.isArray(headers) ? [expected] : expected,
      });
    }
  });

  test('texts and names that are made to be slow are not', () => {
    const slow = [
      '-----BEGIN PRIVATE KEY'.repeat(20_000),
      `${'a-'.repeat(100_000)}://`,
      `{${'"\\'.repeat(100_000)}`,
      `{${'"a":"'.repeat(50_000)}`,
      `${' '.repeat(200_000)}x=1;`,
      `https://${'a:@'.repeat(50_000)}`,
      `${'9'.repeat(100_000)}x`,
    ];
    for (const text of slow) {
      const { safe } = withhold({ note: text, headers: text, [text]: 'x' });
      expect(Object.keys(safe as object)).toHaveLength(3);
    }
  });

  test('nothing is free form where values are shown', () => {
    const value = { customAttributes: { token: 'x' } };
    expect(withholdSecrets(value, { mark: MARK }).places).toHaveLength(1);
  });

  test('members that are free form are so in their section alone', () => {
    const value = [{ name: 'l', data: { token: 'x' } }];
    expect(withhold(value, MARK, 'lists').pointers).toEqual([]);
    expect(withhold(value, MARK, 'roles').pointers).toEqual(['/0/data/token']);
  });

  test('says which places an import leaves alone', () => {
    const value = {
      clientSecret: 'x',
      list: { apiKey: ['x'] },
      accessKeyId: 'x',
      headers: { A: 'x' },
    };
    const { places } = withholdSecrets(value, { mark: '', place: 'snapshot/x.json' });
    expect(places.map(({ path, isDeclared }) => [jsonPointer(path), isDeclared])).toEqual([
      ['/clientSecret', true],
      ['/list/apiKey/0', true],
      ['/accessKeyId', false],
      ['/headers/A', false],
    ]);
  });

  test('keeps keys like __proto__ and every digit', () => {
    const value = JSON.parse(
      '{"__proto__":{"a":[1],"token":"x"},"b":{"constructor":1}}',
    ) as JsonValue;
    expect(canonicalJson(withhold(value).safe)).toBe(
      canonicalJson(
        JSON.parse(`{"__proto__":{"a":[1],"token":"${MARK}"},"b":{"constructor":1}}`) as JsonValue,
      ),
    );
  });

  const CANARY = 'zq-canary';
  const anyName = fc.oneof(
    fc.string(),
    fc.constantFrom('a', 'headers', 'value', 'name', 'key', 'mapping', 'password'),
  );
  const secretName = fc.constantFrom(
    'clientSecret',
    'apiToken',
    'X-Api-Key',
    'privateKey',
    'dbPassword',
  );
  const nested = (leaf: fc.Arbitrary<JsonValue>, maxDepth: number): fc.Arbitrary<JsonValue> =>
    maxDepth === 0
      ? leaf
      : fc.oneof(
          leaf,
          fc.array(nested(leaf, maxDepth - 1), { minLength: 1, maxLength: 2 }),
          fc.dictionary(fc.constantFrom('a', 'b', 'value', 'enabled'), nested(leaf, maxDepth - 1), {
            minKeys: 1,
            maxKeys: 2,
          }),
        );

  test('no text below a secret name survives, whatever is around it', () => {
    fc.assert(
      fc.property(
        secretName,
        nested(fc.constant(CANARY), 3),
        fc.array(anyName, { maxLength: 3 }),
        (name, secret, above) => {
          fc.pre(!above.some((one) => /mapp|claims/i.test(one)));
          const value = above.reduce<JsonValue>((inner, key) => ({ [key]: inner, other: 'kept' }), {
            [name]: secret,
          });
          expect(canonicalJson(withhold(value, MARK, 'access-keys').safe)).not.toContain(CANARY);
        },
      ),
    );
  });

  test('is done once, and leaves the rest as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        const value = given as JsonValue;
        const { safe, pointers } = withhold(value);
        if (pointers.length === 0) expect(safe).toBe(value);
        expect(withhold(safe)).toEqual({ safe, pointers: [] });
      }),
    );
  });
});
