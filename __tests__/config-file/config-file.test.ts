/** What a good config file becomes in a backup, from the bytes of the file to the text of project.json. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BackupService } from '../../src/services/index.ts';
import {
  ConfigFileError,
  loadConfigFile,
  type ConfigFileRequest,
  type LoadedConfig,
} from '../../src/config-file/index.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

interface Options {
  readonly file?: string;
  readonly variables?: ConfigFileRequest['variables'];
  readonly allowVariables?: ReadonlySet<string>;
}

interface SavedTenant {
  readonly tenant_id: string;
  readonly config: Readonly<Record<string, unknown>>;
}

interface SavedFlow {
  readonly flow_id: string;
  readonly flow_data: Readonly<Record<string, unknown>>;
}

/** project.json as JSON.parse reads it. */
interface SavedProject {
  readonly tenants: readonly SavedTenant[];
  readonly flows: readonly SavedFlow[];
  readonly config: Readonly<Record<string, unknown>>;
}

interface Saved extends LoadedConfig {
  readonly text: string;
  readonly project: SavedProject;
  readonly contentHash: string;
  /** The texts of all files of the backup. */
  readonly files: readonly string[];
}

let folder = '';

beforeAll(async () => {
  folder = await makeFolder();
});

async function load(content: string | Uint8Array, options: Options = {}): Promise<LoadedConfig> {
  const { file = 'descope.yaml', variables = {}, allowVariables = new Set<string>() } = options;
  const workspace = await mkdtemp(join(folder, 'workspace-'));
  await writeFile(join(workspace, file), content);
  return loadConfigFile({
    path: file,
    workspace,
    projectId: 'P2test',
    environment: 'production',
    variables,
    allowVariables,
  });
}

/** Loads a config file, backs it up, and reads the proven backup. */
async function save(content: string | Uint8Array, options: Options = {}): Promise<Saved> {
  const loaded = await load(content, options);
  const service = new BackupService({ backupRoot: await mkdtemp(join(folder, 'root-')) });
  const path = await service.createBackup('P2test', 'production', loaded.config, loaded);
  const verification = await service.verifyBackup(path);
  if (!verification.verified) throw new Error(verification.problems.join('; '));
  const text = await readFile(join(path, 'project.json'), 'utf8');
  const files = (await readdir(path)).map((name) => readFile(join(path, name), 'utf8'));
  return {
    ...loaded,
    text,
    project: JSON.parse(text) as SavedProject,
    contentHash: verification.manifest.content_sha256,
    files: await Promise.all(files),
  };
}

async function problemsOf(content: string, options: Options = {}): Promise<string[]> {
  try {
    await load(content, options);
  } catch (error) {
    if (!(error instanceof ConfigFileError)) throw error;
    return error.problems.map(({ message }) => message);
  }
  return [];
}

const warningsOf = ({ warnings }: LoadedConfig) =>
  warnings.findings.map(
    ({ line, column, message }) => `${line ?? '?'}:${column ?? '?'}: ${message}`,
  );

const kept = 'it is kept in the backup as written; check its spelling';

/** A config whose one tenant has these custom attributes: any YAML that fits on a line. */
const withAttributes = (attributes: string) =>
  `version: '1.0'\ntenants: [{ id: acme, name: Acme, custom_attributes: ${attributes} }]\n`;
const jsonWithAttributes = (attributes: string) =>
  `{"version":"1.0","tenants":[{"id":"acme","name":"Acme","custom_attributes":${attributes}}]}`;

const attributesOf = ({ project }: Saved) =>
  project.tenants[0]?.config['custom_attributes'] as Readonly<Record<string, unknown>>;

/** Own keys and values, which toEqual does not tell apart where a key is `__proto__`. */
const entriesOf = (value: unknown) => Object.entries(value as object);

/** The numbers of project.json that stand in an object on lines of their own, as they are written. */
const numberTexts = ({ text }: Saved) =>
  Object.fromEntries(
    Array.from(text.matchAll(/"(\w+)": (-?[0-9][^,\n]*)/g), ([, key, digits]) => [key, digits]),
  ) as Record<string, string>;

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

describe('keys that JavaScript has a meaning for', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'prototype', 'toString', 'valueOf'];
  const map = `{ ${names.map((name) => `"${name}": { "${name}": 1 }`).join(', ')} }`;
  const members = map.slice(1, -1);
  const json = `{ ${members}, "version": "1.0", "deep": [${map}],
    "environments": { "production": ${map} },
    "tenants": [{ "id": "acme", "name": "A", ${members}, "custom_attributes": ${map} }],
    "flows": [{ "template": "t", "name": "N", ${members}, "config": { "a": [${map}] } }] }`;
  const withLongNumber = json.replace('"version"', '"long": 12345678901234567890, "version"');
  const environment = (value: unknown) => (value as { production: unknown }).production;

  test.each([
    ['YAML', 'descope.yaml', json],
    ['JSON', 'descope.json', json],
    ['JSON with a long number', 'descope.json', withLongNumber],
  ])('survive at every place: %s', async (_, file, content) => {
    const { project } = await save(content, { file });
    const expected = JSON.stringify(
      entriesOf(JSON.parse(map)).map(([name, value]) => [name, entriesOf(value)]),
    );
    const read = (value: unknown) =>
      JSON.stringify(
        entriesOf(value)
          .filter(([name]) => names.includes(name))
          .map(([name, inner]) => [name, entriesOf(inner)]),
      );
    const [tenant] = project.tenants;
    const [flow] = project.flows;
    const flowConfig = flow?.flow_data['config'] as { a: unknown[] };
    expect(read(project.config)).toBe(expected);
    expect(read((project.config['deep'] as unknown[])[0])).toBe(expected);
    expect(read(environment(project.config['environments']))).toBe(expected);
    expect(read(tenant?.config)).toBe(expected);
    expect(read(tenant?.config['custom_attributes'])).toBe(expected);
    expect(read(flow?.flow_data)).toBe(expected);
    expect(read(flowConfig.a[0])).toBe(expected);
  });

  test('survive where variables are replaced', async () => {
    const saved = await save(withAttributes('{ __proto__: { __proto__: "${A}" }, b: "${A}" }'), {
      variables: { A: 'x' },
    });
    const [[, inner] = []] = entriesOf(attributesOf(saved));
    expect(entriesOf(attributesOf(saved)).map(([key]) => key)).toEqual(['__proto__', 'b']);
    expect(entriesOf(inner)).toEqual([['__proto__', 'x']]);
  });

  test('survive a merge', async () => {
    const saved = await save(withAttributes('{ <<: { __proto__: a, constructor: b }, c: d }'));
    expect(entriesOf(attributesOf(saved))).toEqual([
      ['__proto__', 'a'],
      ['c', 'd'],
      ['constructor', 'b'],
    ]);
  });

  test('are no environment', async () => {
    const content = "version: '1.0'\nenvironments: { staging: { project_id: P2other } }\n";
    const workspace = await mkdtemp(join(folder, 'workspace-'));
    await writeFile(join(workspace, 'descope.yaml'), content);
    const { config } = await loadConfigFile({
      path: 'descope.yaml',
      workspace,
      projectId: 'P2test',
      environment: 'constructor',
      variables: {},
    });
    expect(config.version).toBe('1.0');
  });
});

describe('numbers', () => {
  const twenty = '98765432109876543210';
  const forty = '1234567890123456789012345678901234567890';

  test.each([
    ['YAML', 'descope.yaml', withAttributes],
    ['JSON', 'descope.json', jsonWithAttributes],
  ])('that no JavaScript number can hold survive digit by digit: %s', async (_, file, config) => {
    const numbers = {
      edge: '9007199254740993',
      twenty,
      forty,
      negative: `-${forty}`,
      large: '1e400',
      small: '1.5e-4000',
      fraction: '0.1234567890123456789',
      many: '3.14159265358979323846264338327950288',
    };
    const members = Object.entries(numbers).map(([key, digits]) => `"${key}": ${digits}`);
    const saved = await save(config(`{ ${members.join(', ')} }`), { file });
    expect(numberTexts(saved)).toMatchObject(numbers);
  });

  test('of the notations of YAML become decimal, to the digit', async () => {
    const saved = await save(
      withAttributes(
        `{ hex: 0xffffffffffffffffff, oct: 0o7777777777777777777777, plus: +${twenty}, zeros: 000${twenty}, minus: -0${twenty} }`,
      ),
    );
    expect(numberTexts(saved)).toMatchObject({
      hex: 0xffffffffffffffffffn.toString(),
      oct: 0o7777777777777777777777n.toString(),
      plus: twenty,
      zeros: twenty,
      minus: `-${twenty}`,
    });
  });

  test.each([
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['+.5e1', '5'],
    ['+1', '1'],
    ['1.', '1'],
    ['1.e2', '100'],
    ['007.25', '7.25'],
    ['012', '12'],
    ['0o14', '12'],
    ['0x1F', '31'],
    ['1e3', '1000'],
    ['1E+400', '1E+400'],
    ['-.1234567890123456789', '-0.1234567890123456789'],
    ['00.1234567890123456789', '0.1234567890123456789'],
    ['9007199254740992', '9007199254740992'],
    ['-9007199254740992', '-9007199254740992'],
  ])('%s in YAML is written as %s', async (yaml, json) => {
    expect(numberTexts(await save(withAttributes(`{ a: ${yaml} }`)))['a']).toBe(json);
  });
});

describe('YAML 1.2', () => {
  test.each([
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'n',
    '2024-01-01',
    '2001-12-14t21:59:43.10-05:00',
    '12:30:45',
    '1_000',
    '0b11',
    '-0x10',
    '1.2.3',
    '0xg',
    '0o8',
    '=',
    'nUll',
    'tRue',
    '1e',
    '.',
    '+',
    '-.',
    '.e1',
  ])('%s is text', async (text) => {
    expect(attributesOf(await save(withAttributes(`{ a: ${text} }`)))).toEqual({ a: text });
  });

  test.each([
    ['~', null],
    ['Null', null],
    ['', null],
    ['TRUE', true],
    ['False', false],
    ['!!str 12', '12'],
    ["'12'", '12'],
    ['"\\x41\\u00e9\\U0001F980\\n"', 'Aé🦀\n'],
    ["'it''s'", "it's"],
    ['! 12', '12'],
  ])('%s is %j', async (yaml, value) => {
    expect(attributesOf(await save(withAttributes(`{ a: ${yaml} }`)))).toEqual({ a: value });
  });

  test('a whole number as a key is its text', async () => {
    expect(attributesOf(await save(withAttributes('{ 10: a, -3: b, "1.10": c }')))).toEqual({
      '10': 'a',
      '-3': 'b',
      '1.10': 'c',
    });
  });

  test.each(['012', '0x10', '+5', '0o7', '-0', '!!int "012"', '1e3', '1.0', '1.', '!!float 10.0'])(
    'a key that is written %s is not changed in silence',
    async (key) => {
      const problem = 'a key that is not text: write it in quotes';
      expect(await problemsOf(withAttributes(`{ ${key}: a }`))).toEqual([problem]);
      expect(await problemsOf(withAttributes(`{ 7: [{ ${key}: a }, 012] }`))).toEqual([problem]);
    },
  );

  test.each(['"012"', "'012'", '!!str 012', '! 012'])('the key %s is the text 012', async (key) => {
    expect(attributesOf(await save(withAttributes(`{ ${key}: a, 7: b }`)))).toEqual({
      '7': 'b',
      '012': 'a',
    });
  });

  test('block scalars keep what they should', async () => {
    const saved = await save(
      "version: '1.0'\ntenants:\n  - id: acme\n    name: Acme\n    custom_attributes:\n      literal: |\n        one\n          two\n\n      folded: >-\n        one\n        two\n\n        three\n      keep: |+\n        end\n\n",
    );
    expect(attributesOf(saved)).toEqual({
      literal: 'one\n  two\n',
      folded: 'one two\nthree',
      keep: 'end\n\n',
    });
  });

  test('a document start and end are no second document', async () => {
    const { project } = await save("%YAML 1.2\n---\nversion: '1.0'\n...\n# end\n");
    expect(project.config).toEqual({ version: '1.0' });
  });
});

describe('merge keys and aliases', () => {
  const saveTop = async (yaml: string) => (await save(`version: '1.0'\n${yaml}`)).project.config;

  test('a map is merged, and what is written beside it wins', async () => {
    const config = await saveTop('base: &b { a: 1, b: 1 }\nuse: { b: 2, <<: *b, c: 3 }\n');
    expect(config['use']).toEqual({ a: 1, b: 2, c: 3 });
  });

  test('of a list of maps the earlier one wins', async () => {
    const config = await saveTop(
      'x: &x { a: x }\ny: &y { a: y, b: y }\nuse: { <<: [*x, *y], c: c }\n',
    );
    expect(config['use']).toEqual({ a: 'x', b: 'y', c: 'c' });
  });

  test('merged maps may hold merge keys themselves', async () => {
    const config = await saveTop(
      'x: &x { a: x, d: { e: 1 } }\ny: &y { <<: *x, b: y }\nuse: { <<: *y, d: { f: 2 } }\n',
    );
    expect(config['use']).toEqual({ a: 'x', b: 'y', d: { f: 2 } });
  });

  test('a merge key in quotes is a key like any other, as it is in JSON', async () => {
    expect((await saveTop('use: { "<<": { a: 1 } }\n'))['use']).toEqual({ '<<': { a: 1 } });
    const json = await save('{ "version": "1.0", "use": { "<<": { "a": 1 } } }', {
      file: 'descope.json',
    });
    expect(json.project.config['use']).toEqual({ '<<': { a: 1 } });
  });

  test('tenants that share values through aliases each have them', async () => {
    const { project, contentHash } = await save(
      "version: '1.0'\ntenants:\n  - &first { id: acme, name: &n Acme, custom_attributes: &a { region: '${REGION}', list: [1] } }\n  - { <<: *first, id: other }\n  - { id: third, name: *n, custom_attributes: *a }\n",
      { variables: { REGION: 'eu' } },
    );
    const shared = { region: 'eu', list: [1] };
    expect(project.tenants.map(({ config }) => [config['id'], config['name']])).toEqual([
      ['acme', 'Acme'],
      ['other', 'Acme'],
      ['third', 'Acme'],
    ]);
    expect(project.tenants.map(({ config }) => config['custom_attributes'])).toEqual([
      shared,
      shared,
      shared,
    ]);
    const spelledOut = await save(
      `version: '1.0'\ntenants:\n${['acme', 'other', 'third'].map((id) => `  - { id: ${id}, name: Acme, custom_attributes: { region: eu, list: [1] } }\n`).join('')}`,
    );
    expect(contentHash).toBe(spelledOut.contentHash);
  });
});

describe('text', () => {
  const nfc = 'caf\u00e9';
  const nfd = 'cafe\u0301';

  test('composed and decomposed characters stay apart, and as written', async () => {
    const saved = await save(withAttributes(`{ a: ${nfc}, b: ${nfd}, ${nfc}: 1, ${nfd}: 2 }`));
    expect(attributesOf(saved)).toEqual({ a: nfc, b: nfd, [nfc]: 1, [nfd]: 2 });
    expect(saved.text).toContain(`"${nfd}"`);
  });

  test('characters beyond the first plane are written as themselves', async () => {
    const saved = await save(withAttributes('{ 🦀: "𝔘\\U0001F980 \u2028" }'));
    expect(attributesOf(saved)).toEqual({ '🦀': '𝔘🦀 \u2028' });
    expect(saved.text).toContain('"🦀": "𝔘🦀 \u2028"');
  });

  test.each([
    ['YAML', 'descope.yaml', withAttributes],
    ['JSON', 'descope.json', jsonWithAttributes],
  ])('half a surrogate pair stays an escape: %s', async (_, file, config) => {
    const saved = await save(config('{ "a": "x\\ud800y", "\\udc00": "\\ud83e\\udd80" }'), { file });
    expect(attributesOf(saved)).toEqual({ a: 'x\ud800y', '\udc00': '🦀' });
    expect(saved.text).toContain('"a": "x\\ud800y"');
    expect(saved.text).toContain('"\\udc00": "🦀"');
  });

  test('control characters survive', async () => {
    const all = String.fromCharCode(...Array.from({ length: 0xa0 }, (_, code) => code));
    const content = jsonWithAttributes(JSON.stringify({ all }));
    expect(attributesOf(await save(content, { file: 'descope.json' }))).toEqual({ all });
  });

  const plain = "version: '1.0'\ntenants:\n  - id: acme\n    name: Acme # ours\n";

  test.each([
    ['a byte order mark', `\ufeff${plain}`],
    ['CRLF', plain.replaceAll('\n', '\r\n')],
    ['no line break at the end', plain.trimEnd()],
  ])('%s changes nothing', async (_, content) => {
    const { contentHash } = await save(plain);
    expect((await save(content)).contentHash).toBe(contentHash);
  });

  test('CRLF in a block scalar is a line break', async () => {
    const saved = await save(
      "version: '1.0'\r\ntenants:\r\n  - id: acme\r\n    name: A\r\n    note: |\r\n      one\r\n      two\r\n",
    );
    expect(saved.project.tenants[0]?.config['note']).toBe('one\ntwo\n');
  });

  test.each(['descope.json', 'DESCOPE.JSON', 'a.yaml.Json'])(
    'JSON with tabs and a byte order mark in %s',
    async (file) => {
      const content =
        '\ufeff{\n\t"version":\t"1.0",\r\n\t"tenants": [\n\t\t{ "id": "acme", "name": "A" }\n\t]\n}\n';
      expect((await save(content, { file })).project.tenants[0]?.tenant_id).toBe('acme');
    },
  );

  test.each(['descope.yml', 'descope.YAML', 'descope', 'descope.json.txt', '..descope.yaml'])(
    'YAML in %s',
    async (file) => {
      expect((await save(plain, { file })).project.tenants[0]?.tenant_id).toBe('acme');
    },
  );

  test('JSON in a .yaml file', async () => {
    const { contentHash } = await save(plain);
    const json = '{ "version": "1.0", "tenants": [{ "id": "acme", "name": "Acme" }] }';
    expect((await save(json)).contentHash).toBe(contentHash);
  });
});

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

describe('any custom attributes', () => {
  type Tree = null | boolean | number | bigint | string | Tree[] | { [key: string]: Tree };

  const key = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '<<',
      '~',
      'null',
      'true',
      '1.10',
      '012',
      '10',
      '',
      '-',
      '? ',
      '&a',
      '*a',
      '!x',
      '${X}',
      'a: b',
      '#',
      '\ud800',
      '\u2028',
      '\u0085',
      'é',
      'e\u0301',
    ),
  );
  const leaf = fc.oneof(
    fc.constantFrom(null, true, false, '__proto__', '${}', 'yes', '1e400', '\udfff', '\u0000'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
    fc.string({ unit: 'binary' }),
    fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Tree>,
  );
  const { map } = fc.letrec<{ value: Tree; map: Record<string, Tree> }>((tie) => ({
    value: fc.oneof({ depthSize: 'small', maxDepth: 5 }, leaf, tie('map'), fc.array(tie('value'))),
    map: fc
      .array(fc.tuple(key, tie('value')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  }));

  /** Writes any text in ASCII, which is the same in JSON and in YAML. */
  const quote = (text: string) =>
    JSON.stringify(text).replace(
      /[^\x20-\x7e]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

  /** @param space what stands after a colon and a comma: YAML wants a blank */
  const write = (value: Tree, space: string, text: typeof quote): string => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'bigint') return value.toString();
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const inner = (item: Tree) => write(item, space, text);
    if (Array.isArray(value)) return `[${value.map(inner).join(`,${space}`)}]`;
    const members = Object.entries(value).map(
      ([name, item]) => `${text(name)}:${space}${inner(item)}`,
    );
    return `{${members.join(`,${space}`)}}`;
  };

  class NumberText {
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }

  /** JSON.parse with every number as it is written. */
  const parseExactly = (text: string): unknown =>
    (
      JSON.parse as (
        text: string,
        reviver: (key: string, value: unknown, context: { source: string }) => unknown,
      ) => unknown
    )(text, (_, value, { source }) => (typeof value === 'number' ? new NumberText(source) : value));

  /** A form in which jest tells all values apart. */
  const normal = (value: unknown): unknown => {
    if (value instanceof NumberText) return `number ${value.text}`;
    if (typeof value === 'bigint') return `number ${value}`;
    if (typeof value === 'number') return `number ${JSON.stringify(value)}`;
    if (typeof value === 'string') return `text ${value}`;
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return ['list', ...value.map(normal)];
    const entries = Object.entries(value).map(([name, item]) => [name, normal(item)] as const);
    return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  };

  test('come out of project.json as they went into YAML and JSON, with one hash', async () => {
    const property = fc.asyncProperty(map, async (attributes) => {
      const expected = normal(attributes);
      const json = jsonWithAttributes(write(attributes, '', JSON.stringify));
      // A reference to a variable is not kept as it is: that has tests of its own.
      fc.pre(!json.includes('${'));
      const yaml = withAttributes(write(attributes, ' ', quote));
      const saved = [await save(json, { file: 'descope.json' }), await save(yaml)];
      for (const { text } of saved) {
        const project = parseExactly(text) as SavedProject;
        expect(normal(project.tenants[0]?.config['custom_attributes'])).toEqual(expected);
      }
      expect(saved[0]?.contentHash).toBe(saved[1]?.contentHash);
    });
    await fc.assert(property, { numRuns: 150 });
  });
});
