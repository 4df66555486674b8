/** What `${VAR}` in a config file becomes, and which variables are never put in. */
import { describe, expect, test } from '@jest/globals';
import { attributesOf, problemsOf, save, withAttributes } from '../fixtures/saved-config.ts';

describe('variables', () => {
  const variables = {
    A: 'one',
    B: 'two',
    EMPTY: '',
    AGAIN: '${A}',
    ODD: '$& $1 $$ $\' "\n',
    a_1: 'low',
  };
  const attributes = async (yaml: string) =>
    attributesOf(await save(withAttributes(yaml), { variables }));

  test('are replaced in tenants and flows at any depth', async () => {
    const { project, coverage } = await save(
      "version: '1.0'\ntenants: [{ id: 'x-${A}', name: '${B}', domains: ['${A}.com'], note: [[{ a: '${A}' }]] }]\nflows: [{ template: '${A}', name: N, config: { a: ['${B}'] } }]\n",
      { variables },
    );
    expect(project.tenants[0]).toMatchObject({
      tenant_id: 'x-one',
      config: { id: 'x-one', name: 'two', domains: ['one.com'], note: [[{ a: 'one' }]] },
    });
    expect(project.flows[0]?.flow_data).toMatchObject({ template: 'one', config: { a: ['two'] } });
    expect(coverage.filter(({ status }) => status === 'withheld')).toEqual([]);
  });

  test('may be several in one text, empty, and hold anything', async () => {
    expect(
      await attributes("{ a: '${A}${B}-${A}', b: '<${EMPTY}>', c: '${ODD}', d: '${a_1}' }"),
    ).toEqual({ a: 'onetwo-one', b: '<>', c: variables.ODD, d: 'low' });
  });

  test('are not looked for in the value of a variable, nor made of two', async () => {
    expect(await attributes("{ a: '${AGAIN}', b: '${AGAIN}${A}' }")).toEqual({
      a: '${A}',
      b: '${A}one',
    });
  });

  test.each([
    ['$${A}', '${A}'],
    ['$$${A}', '$one'],
    ['$$$${A}', '$${A}'],
    ['$${NOT_SET}', '${NOT_SET}'],
    ['$${MY_KEY} ${A}', '${MY_KEY} one'],
    ['$$ ${A}$$', '$$ one$$'],
    ['$${A}${A}$${A}', '${A}one${A}'],
    ['$$A $${A-} $${}', '$$A $${A-} $${}'],
  ])('%s is the text %s', async (written, text) => {
    const saved = await save(withAttributes(`{ a: '${written}' }`), { variables });
    expect(attributesOf(saved)).toEqual({ a: text });
    expect(saved.coverage.filter(({ status }) => status === 'withheld')).toEqual([]);
  });

  test('that are withheld stay as written, dollars too', async () => {
    expect(await attributes("{ a: '$$${MY_KEY}' }")).toEqual({ a: '$$${MY_KEY}' });
  });

  test('are looked for in a long row of dollars without end', async () => {
    const dollars = '$'.repeat(300_000);
    expect(await attributes(`{ a: '${dollars} \${A}' }`)).toEqual({ a: `${dollars} one` });
  });

  test('stay in keys, outside tenants and flows, and where they are none', async () => {
    const other = [
      '$A',
      '${}',
      '${a-b}',
      '${A',
      '$ {A}',
      '${ A }',
      '${1A}',
      '${A:-x}',
      '{A}',
      '${Ä}',
    ];
    expect(await attributes(`{ '\${A}': 1, b: ${JSON.stringify(other)} }`)).toEqual({
      '${A}': 1,
      b: other,
    });
    const { project } = await save(
      "version: '${A}'\nenvironments: { production: { project_id: P2test, note: '${A}' }, '${B}': '${NOT_SET}' }\nextra: ['${NOT_SET}']\n",
      { variables },
    );
    expect(project.config).toEqual({
      version: '${A}',
      environments: { production: { project_id: 'P2test', note: '${A}' }, '${B}': '${NOT_SET}' },
      extra: ['${NOT_SET}'],
    });
  });

  test('that are not set are errors, each once where it is used', async () => {
    const config = withAttributes("{ a: '${X} ${X} ${A} ${Y} ${X}', b: ['${X}'] }");
    const problems = await problemsOf(config, { variables });
    const place = 'tenants[0].custom_attributes';
    const rest = "which is not set: set it in the step's env";
    expect(problems).toEqual([
      `${place}.a needs the environment variable X, ${rest}`,
      `${place}.a needs the environment variable Y, ${rest}`,
      `${place}.b[0] needs the environment variable X, ${rest}`,
    ]);
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    '%s is not set, though every object has it',
    async (name) => {
      const config = withAttributes(`{ a: '\${${name}}' }`);
      const problem = `tenants[0].custom_attributes.a needs the environment variable ${name}, which is not set: set it in the step's env`;
      expect(await problemsOf(config, { variables: {} })).toEqual([problem]);
      expect(await problemsOf(config, { variables: process.env })).toEqual([problem]);
    },
  );

  const secret = [
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RUNTIME_URL',
    'actions_x',
    'INPUT_PROJECT',
    'Input_x',
    'GITHUB_TOKEN',
    'github_token',
    'MY_SECRET',
    'my_Secret',
    'DB_PASSWORD',
    'db_password',
    'API_KEY',
    'api_key',
    '_KEY',
    ...['PASSWORD', 'SECRET', 'TOKEN', 'KEY', 'APIKEY', 'PASSPHRASE', 'CREDENTIALS', 'WEBHOOK'],
    ...['DB_PASS', 'SMTP_PWD', 'DB_PASSWD', 'AWS_ACCESS_KEY_ID', 'TOKEN_ID', 'MY_KEYS', 'SECRETS'],
    ...['SLACK_WEBHOOK_URL', 'BASIC_AUTH', 'auth_header', 'PRIVATE_PEM', 'Credential_1'],
    ...['TOKEN2', 'SECRET_2', 'KEY99_OLD', 'dbPassword', 'apiKey'],
  ];

  test.each(secret)('%s is withheld, set or not', async (name) => {
    const config = withAttributes(`{ 'a/b~c': [x, '\${A} \${${name}}'] }`);
    for (const variables of [{ A: 'one' }, { A: 'one', [name]: 'hush-hush' }]) {
      const { project, coverage, files } = await save(config, { variables });
      const withheld = coverage.filter((entry) => entry.status === 'withheld');
      expect(withheld).toEqual([
        {
          section: 'tenants',
          status: 'withheld',
          place: '/tenants/0/config/custom_attributes/a~1b~0c/1',
        },
      ]);
      expect(resolve(project, '/tenants/0/config/custom_attributes/a~1b~0c/1')).toBe(
        `one \${${name}}`,
      );
      for (const text of files) expect(text).not.toContain('hush');
    }
  });

  test.each(['MONKEY', 'PASSAGE', 'AUTHOR', 'XACTIONS_X', 'INPUTX', 'REGION', 'TOKENIZER', '_2'])(
    '%s is no secret name',
    async (name) => {
      const saved = await save(withAttributes(`{ a: '\${${name}}' }`), {
        variables: { [name]: 'plain' },
      });
      expect(attributesOf(saved)).toEqual({ a: 'plain' });
      expect(saved.coverage.filter(({ status }) => status === 'withheld')).toEqual([]);
    },
  );

  test("one that is allowed is replaced, unless it is the runner's own", async () => {
    const allowVariables = new Set(['API_KEY', 'ACTIONS_TOKEN']);
    const variables = { API_KEY: 'one', ACTIONS_TOKEN: 'two', OTHER_KEY: 'three' };
    const config = withAttributes("{ a: '${API_KEY} ${ACTIONS_TOKEN} ${OTHER_KEY}' }");
    const saved = await save(config, { variables, allowVariables });
    expect(attributesOf(saved)).toEqual({ a: 'one ${ACTIONS_TOKEN} ${OTHER_KEY}' });
    expect(saved.noLongerReplaced).toEqual([]);
  });

  test('each that release 1.0.0 replaced is told once', async () => {
    const config = withAttributes(
      "{ a: '${DB_PASS} ${NOT_SET_AUTH} ${API_KEY}', b: '${DB_PASS} ${WEBHOOK_URL}' }",
    );
    const saved = await save(config, {
      variables: { DB_PASS: 'x', WEBHOOK_URL: '', API_KEY: 'y' },
    });
    expect(saved.noLongerReplaced).toEqual([
      expect.stringMatching(
        /^tenants\[0\]\.custom_attributes\.a: \$\{DB_PASS\} stays .* allow-variables$/,
      ),
      expect.stringMatching(/^tenants\[0\]\.custom_attributes\.b: \$\{WEBHOOK_URL\} stays/),
    ]);
  });

  test('the project of the environment is checked as strictly as before, without showing a secret', async () => {
    const config = (name: string) =>
      `version: '1.0'\nenvironments: { production: { project_id: '\${${name}}' } }\n`;
    for (const [name, shown] of [
      ['PROJECT', '"P2other"'],
      ['AUTH_PROJECT', 'another project'],
    ] as const) {
      expect(await problemsOf(config(name), { variables: { [name]: 'P2other' } })).toEqual([
        `environments.production.project_id is ${shown}, but the input project-id is "P2test": correct the one that is wrong`,
      ]);
      expect(await problemsOf(config(name), { variables: { [name]: 'P2test' } })).toEqual([]);
    }
  });

  test('every withheld place leads to its reference in project.json', async () => {
    const { project, coverage } = await save(
      "version: '1.0'\ntenants:\n  - { id: acme, name: 'A ${X_KEY}', '': { '': '${X_KEY}' }, '0': ['${X_KEY}'] }\n  - { id: other, name: O, custom_attributes: &a { k: '${X_KEY}' } }\n  - { id: third, name: T, custom_attributes: *a }\nflows:\n  - { template: t, name: '${X_KEY}', config: { '~1/': '${X_KEY}' } }\n",
    );
    const places = coverage.flatMap((entry) =>
      entry.status === 'withheld' ? [(entry as { place: string }).place] : [],
    );
    expect([...places].sort()).toEqual([
      '/flows/0/flow_data/config/~01~1',
      '/flows/0/flow_data/name',
      '/tenants/0/config//',
      '/tenants/0/config/0/0',
      '/tenants/0/config/name',
      '/tenants/1/config/custom_attributes/k',
      '/tenants/2/config/custom_attributes/k',
    ]);
    for (const place of places) expect(resolve(project, place)).toMatch(/\$\{X_KEY\}$/);
  });
});

/** The value that a JSON Pointer (RFC 6901) leads to. */
function resolve(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], root);
}
