/**
 * What a good config file becomes in a backup, from the bytes of the file to the text of
 * project.json.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { entriesOf, kept, load, problemsOf, save, warningsOf } from '../fixtures/saved-config.ts';

describe('defaults and structure', () => {
  test('defaults are written out', async () => {
    const { project, warnings } = await save(
      "version: '1.0'\ntenants: [{ id: acme, name: Acme }]\nflows: [{ template: t, name: Login }]\n",
    );
    expect(project.tenants).toMatchObject([
      {
        tenant_id: 'acme',
        config: {
          id: 'acme',
          name: 'Acme',
          domains: [],
          self_provisioning: false,
          custom_attributes: {},
        },
      },
    ]);
    expect(project.flows).toMatchObject([
      {
        flow_id: 'login',
        flow_data: { template: 't', name: 'Login', enabled: true, config: {} },
      },
    ]);
    expect(warnings.findings).toEqual([]);
  });

  test('what is given stands against the defaults', async () => {
    const { project } = await save(
      "version: '1.0'\ntenants: [{ id: acme, name: Acme, domains: [b.com, a.com], self_provisioning: true, custom_attributes: { a: 1 } }]\n" +
        'flows: [{ template: t, name: Login, enabled: false, config: { b: 2 } }]\n',
    );
    expect(project.tenants[0]?.config).toEqual({
      id: 'acme',
      name: 'Acme',
      domains: ['b.com', 'a.com'],
      self_provisioning: true,
      custom_attributes: { a: 1 },
    });
    expect(project.flows[0]?.flow_data).toEqual({
      template: 't',
      name: 'Login',
      enabled: false,
      config: { b: 2 },
    });
  });

  test('no tenants and no flows are a warning', async () => {
    const saved = await save("\n# ours\nversion: '1.0'\n");
    expect(saved.project.tenants).toEqual([]);
    expect(saved.project.flows).toEqual([]);
    expect(warningsOf(saved)).toEqual([
      '3:1: the file has no tenants and no flows: the backup is empty',
    ]);
  });

  test('version, environments and unknown keys of the top go under config, and auth goes nowhere', async () => {
    const { project, files } = await save(
      "version: '2.5'\nauth: { management_key: K2-hush-hush }\nenvironments: { production: { project_id: P2test } }\nextra: [1, { a: b }]\ntenants: []\n",
    );
    expect(project.config).toEqual({
      version: '2.5',
      environments: { production: { project_id: 'P2test' } },
      extra: [1, { a: 'b' }],
    });
    expect(files).toHaveLength(3);
    for (const text of files) expect(text).not.toContain('hush');
  });

  test('auth that comes by a merge key goes nowhere either', async () => {
    const { project, files } = await save("version: '1.0'\n<<: { auth: hush-hush, more: 1 }\n");
    expect(project.config).toEqual({ version: '1.0', more: 1 });
    for (const text of files) expect(text).not.toContain('hush');
  });

  test('the coverage says what a config file cannot hold', async () => {
    const { coverage } = await load("version: '1.0'\n");
    expect(coverage.map((entry) => `${entry.section}: ${entry.status}`)).toEqual([
      'tenants: saved',
      'flows: saved',
      'auth: not-covered',
      'users: not-covered',
      'access-keys: not-covered',
      'tenant-sso: not-covered',
      'roles: not-covered',
      'connectors: not-covered',
      'project-settings: not-covered',
      'flow-definitions: not-covered',
    ]);
  });

  test('the source names the file and the hash of its bytes', async () => {
    const content = "\ufeffversion: '1.0'\r\n";
    expect((await load(content, { file: 'a b.yml' })).source).toEqual({
      type: 'config-file',
      path: 'a b.yml',
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  });

  test.each([
    ['MFA Login', 'mfa-login'],
    ['  Sign  up -- or in! ', 'sign-up-or-in'],
    ['Zugang für Gäste', 'zugang-fur-gaste'],
    ['ＦＵＬＬ ½', 'full-1-2'],
    ['登录 2', '2'],
  ])('the id of a flow that is called %j is %j', async (name, id) => {
    const { project } = await save(
      `version: '1.0'\nflows: [{ template: t, name: ${JSON.stringify(name)} }]\n`,
    );
    expect(project.flows[0]?.flow_id).toBe(id);
    expect(project.flows[0]?.flow_data).not.toHaveProperty('id');
  });

  test('the id of a flow is its own where it has one, as written', async () => {
    const { project } = await save(
      "version: '1.0'\nflows: [{ template: t, name: MFA Login, id: Sign Up/Ünïcode }]\n",
    );
    expect(project.flows[0]).toMatchObject({
      flow_id: 'Sign Up/Ünïcode',
      flow_data: { id: 'Sign Up/Ünïcode' },
    });
  });
});

describe('unknown keys', () => {
  const content = `version: '1.0'
owner: { team: [identity], __proto__: top }
tenants:
  - id: acme
    name: Acme
    tier: gold
    custom_attributes: { anything: goes }
  - id: other
    name: Other
    tier: { level: 2 }
flows:
  - template: t
    name: Login
    Enabled: false
    config: { anything: goes }
    tier: 1
`;

  test('are kept as written', async () => {
    const { project } = await save(content);
    expect(entriesOf(project.config['owner'])).toEqual([
      ['__proto__', 'top'],
      ['team', ['identity']],
    ]);
    expect(project.tenants.map(({ config }) => config['tier'])).toEqual(['gold', { level: 2 }]);
    expect(project.flows[0]?.flow_data).toMatchObject({ Enabled: false, enabled: true, tier: 1 });
  });

  test('are warned about once each, where they are first, with how often they are there', async () => {
    expect(warningsOf(await load(content))).toEqual([
      `2:1: unknown key "owner" in the file: ${kept}`,
      `6:5: unknown key "tier" in a tenant (2 times): ${kept}`,
      `14:5: unknown key "Enabled" in a flow: did you mean "enabled"? It is kept in the backup as written`,
      `16:5: unknown key "tier" in a flow: ${kept}`,
    ]);
  });

  test.each([
    ['tenant: []\ntenants: []', '2:1', 'tenant', 'file', 'tenants'],
    ['tenants: []\nTENANTS: []', '3:1', 'TENANTS', 'file', 'tenants'],
    ['auth: {}\nAuth: 1', '3:1', 'Auth', 'file', 'auth'],
    ['tenants: [{ id: acme, name: A, domain: a.com }]', '2:32', 'domain', 'tenant', 'domains'],
    ['tenants: [{ id: acme, name: A, domians: [] }]', '2:32', 'domians', 'tenant', 'domains'],
    [
      'tenants: [{ id: acme, name: A, self-provisioning: 1 }]',
      '2:32',
      'self-provisioning',
      'tenant',
      'self_provisioning',
    ],
    [
      'tenants: [{ id: acme, name: A, customAttributes: 1 }]',
      '2:32',
      'customAttributes',
      'tenant',
      'custom_attributes',
    ],
    ['flows: [{ template: t, name: N, configs: {} }]', '2:33', 'configs', 'flow', 'config'],
    ['flows: [{ template: t, name: N, enable: true }]', '2:33', 'enable', 'flow', 'enabled'],
  ])(
    'that look like known ones, as in %s, may have been meant',
    async (yaml, place, key, where, meant) => {
      const warnings = warningsOf(await load(`version: '1.0'\n${yaml}\nx: 1\n`));
      const owner = where === 'file' ? 'the file' : `a ${where}`;
      expect(warnings).toContain(
        `${place}: unknown key "${key}" in ${owner}: did you mean "${meant}"? It is kept in the backup as written`,
      );
    },
  );

  test.each(['x-tenants', 'tenantry', 'authors', 'flow_id', 'tent', 'envs', 'path', 'ver'])(
    'such as %s look like no known one',
    async (key) => {
      const content = `version: '1.0'\n${key}: []\n`;
      expect(warningsOf(await load(content))).toContain(
        `2:1: unknown key "${key}" in the file: ${kept}`,
      );
    },
  );

  test.each([
    'tenant',
    'Tenants',
    'tenats',
    'tenantss',
    'flow',
    'FLOWS',
    'environment',
    'oauth',
    'auths',
  ])('such as %s in a file without the right one are no empty backup', async (key) => {
    expect(await problemsOf(`version: '1.0'\n${key}: []\n`)).toEqual([
      expect.stringMatching(`^unknown key "${key}" in the file: did you mean "\\w+"\\? Rename it`),
    ]);
  });
});

describe('environments', () => {
  test.each([
    ['{ staging: {}, dev: {} }', 'but "staging", "dev": correct the input, or add it'],
    ['{ Production: {} }', 'but "Production": did you mean "Production"?'],
    [
      '{ productions: {}, a: , b: , c: , d: , e: , f: }',
      'but "productions", "a", "b", "c", "d", 2 more: did you mean "productions"?',
    ],
    ['{}', 'for it is empty: correct the input, or add it'],
  ])('%s do not list production', async (environments, rest) => {
    const loaded = await load(
      `version: '1.0'\ntenants: [{ id: acme, name: A }]\nenvironments: ${environments}\n`,
    );
    expect(warningsOf(loaded)).toEqual([
      `3:1: environments does not list "production", which the input environment names, ${rest}`,
    ]);
  });

  test.each([
    '{ production: {} }',
    '{ production: , dev: }',
    '{ production: { project_id: P2test } }',
  ])('%s do', async (environments) => {
    const loaded = await load(
      `version: '1.0'\ntenants: [{ id: acme, name: A }]\nenvironments: ${environments}\n`,
    );
    expect(warningsOf(loaded)).toEqual([]);
  });

  test('that are left out list none, and nothing is said', async () => {
    expect(warningsOf(await load("version: '1.0'\ntenants: [{ id: acme, name: A }]\n"))).toEqual(
      [],
    );
  });
});

describe('domains', () => {
  test.each([
    'xn--mller-kva.de',
    'example.xn--p1ai',
    'XN--80AAXITDBJK.XN--P1AI',
    'a.b.xn--vermgensberatung-pwb',
  ])('%s is one', async (domain) => {
    const { project } = await save(
      `version: '1.0'\ntenants: [{ id: acme, name: A, domains: [${domain}] }]\n`,
    );
    expect(project.tenants[0]?.config['domains']).toEqual([domain]);
  });

  test.each(['xn--p1ai', 'a.xn--', 'a.xn--p1ai-', 'a.x1', 'a.xn-p1ai', 'a..xn--p1ai', 'a.xn--p_1'])(
    '%s is none',
    async (domain) => {
      expect(
        await problemsOf(
          `version: '1.0'\ntenants: [{ id: acme, name: A, domains: [${domain}] }]\n`,
        ),
      ).toEqual([`tenants[0].domains[0] "${domain}" must be a domain name such as acme.com`]);
    },
  );
});

describe('the content hash', () => {
  const yaml = `# our tenants
version: '1.0'
tenants:
  - id: acme # the first
    name: Acme
    custom_attributes: { plan: gold, seats: 12345678901234567890, on: true }
  - { id: other, name: Other, domains: [b.com, a.com] }
flows:
  - { template: t, name: Login, config: { a: 1, b: [x, y] } }
  - { template: t, name: Other }
`;
  const json = `{ "flows": [
    { "name": "Other", "template": "t" },
    { "config": { "b": ["x", "y"], "a": 1 }, "name": "Login", "template": "t", "enabled": true } ],
  "tenants": [
    { "name": "Other", "domains": ["a.com", "b.com"], "id": "other" },
    { "custom_attributes": { "seats": 12345678901234567890, "on": true, "plan": "gold" }, "name": "Acme", "id": "acme" } ],
  "version": "1.0" }`;

  test('is the same for YAML and JSON, in any order of keys, tenants, flows and domains', async () => {
    const { contentHash } = await save(yaml);
    expect((await save(json, { file: 'descope.json' })).contentHash).toBe(contentHash);
  });

  test.each([
    ['comments', yaml.replace(/#.*/g, '# something else'), true],
    ['version', yaml.replace("'1.0'", "'2.0'"), true],
    ['an unknown key of the file', `${yaml}extra: 1\n`, true],
    ['a name', yaml.replace('name: Acme', 'name: acme'), false],
    ['one digit of twenty', yaml.replace('567890,', '567891,'), false],
    ['a type', yaml.replace('on: true', 'on: "true"'), false],
    ['the order of a list', yaml.replace('[x, y]', '[y, x]'), false],
    ['a flow that is off', yaml.replace('name: Other }', 'name: Other, enabled: false }'), false],
    ['one flow less', yaml.replace('  - { template: t, name: Other }\n', ''), false],
    ['an unknown key of a tenant', yaml.replace('# the first', '\n    tier: 1'), false],
  ])('and %s: the same is %j afterwards', async (_, changed, same) => {
    const [before, after] = [await save(yaml), await save(changed)];
    expect(before.source.sha256).not.toBe(after.source.sha256);
    expect(before.contentHash === after.contentHash).toBe(same);
  });
});
