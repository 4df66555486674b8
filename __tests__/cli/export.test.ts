/** `export`: a config file that, backed up again, is the backup that it came from. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadConfig } from '../../src/config-file/index.ts';
import { BackupManifest } from '../../src/models/manifest.ts';
import { BackupService, contentOfConfig, hashOfConfig } from '../../src/services/index.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { sha256 } from '../../src/storage/checksums.ts';
import {
  answerOf,
  makeCommandFolder,
  NOW,
  PROJECT_ID,
  runCommand,
  saveBackup,
} from '../fixtures/command-line.ts';
import { SMALL_CONFIG } from '../fixtures/run-bundle.ts';

async function manifestOf(path: string): Promise<BackupManifest> {
  return BackupManifest.parse(JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')));
}

/** The content hash of a backup of a text, with other variables than before. */
function hashOf(text: string): string {
  const bytes = Buffer.from(text);
  const { config } = loadConfig({ bytes, sha256: sha256(bytes) }, 'descope.yaml', {
    projectId: PROJECT_ID,
    environment: 'production',
    variables: { PLAIN: 'other', A: 'other', WEBHOOK_TOKEN: 'secret' },
  });
  return hashOfConfig(contentOfConfig(config));
}

const TEXTS = [
  '${PLAIN}',
  '$${PLAIN}',
  '$$${PLAIN}',
  '$$$${PLAIN}',
  '${WEBHOOK_TOKEN}',
  '$${WEBHOOK_TOKEN}',
  '$$${WEBHOOK_TOKEN}',
  'a${A}b$${A}c${WEBHOOK_TOKEN}',
  '$',
  '$$',
  '${}',
  '${1}',
  '$${',
  'yes',
  '010',
  "it's",
  'a\nb',
  '12345678901234567890',
  '[withheld]',
];
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary' }).filter((one) => !one.includes('\ufeff')),
);
const anything = fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' });
const attributes = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(text, anything), {
  maxKeys: 4,
});
const tenants = fc.uniqueArray(
  fc.record(
    {
      id: fc.stringMatching(/^[a-z0-9-]{3,12}$/),
      name: fc.oneof(
        fc.constantFrom('Acme', 'yes', '10', 'a: b', '#x', 'no '),
        fc.stringMatching(/^[\w ]{1,20}$/),
      ),
      domains: fc.constantFrom<string[]>([]),
      self_provisioning: fc.boolean(),
      custom_attributes: attributes,
      'x-note': text,
    },
    { requiredKeys: ['id', 'name'] },
  ),
  { selector: ({ id }) => id, maxLength: 4 },
);
const flows = fc.uniqueArray(
  fc.record(
    {
      id: fc.stringMatching(/^[a-z]{3,12}$/),
      template: fc.constantFrom('mfa-login', 'true', '1.0'),
      name: fc.constantFrom('MFA', 'on'),
      enabled: fc.boolean(),
      config: attributes,
    },
    { requiredKeys: ['id', 'template', 'name'] },
  ),
  { selector: ({ id }) => id, maxLength: 3 },
);
const configs = fc.record(
  { version: fc.constantFrom('1.0', 'v2'), tenants, flows, 'x-team': anything },
  { requiredKeys: ['version', 'tenants', 'flows'] },
);

/** Values of variables may hold anything, references too. */
const VARIABLES = { PLAIN: 'a ${A} $${B} "q"', A: '' };

describe('a backup of a config file', () => {
  test('backed up again from the exported file has the same content hash', async () => {
    await fc.assert(
      fc.asyncProperty(configs, async (config) => {
        const { folder, root } = await makeCommandFolder([]);
        const path = await saveBackup(root, {
          hoursAgo: 1,
          text: JSON.stringify(config),
          file: 'descope.json',
          variables: VARIABLES,
        });
        const { code, stdout } = await runCommand(['export', 'latest'], { folder });
        expect(code).toBe(0);
        expect(hashOf(stdout)).toBe((await manifestOf(path)).content_sha256);
      }),
      { numRuns: 60 },
    );
  });

  test('is written in the order of descope-mgmt', async () => {
    const { folder } = await makeCommandFolder([{ hoursAgo: 3, text: SMALL_CONFIG }]);
    const { stdout, stderr } = await runCommand(['export', '20261122_030000'], { folder });
    expect(stdout).toBe(`# Backup 20261122_030000 of project P2cli, environment production.
version: '1.0'

tenants:
  - id: acme-corp
    name: Acme Corporation
    domains:
      - acme.com
    self_provisioning: false
    custom_attributes:
      plan: enterprise
      seats: 250
  - id: widget-co
    name: Widget Company
    domains: []
    self_provisioning: false
    custom_attributes: {}

flows:
  - template: mfa-login
    name: MFA Login
    enabled: true
    config: {}
`);
    expect(stderr).toBe(
      'warning: not in the file: auth: credentials are in no backup: write auth in again\n',
    );
  });

  test('goes to a file where one is named, and over none that is there', async () => {
    const { folder } = await makeCommandFolder([{ hoursAgo: 3, text: SMALL_CONFIG }]);
    const args = ['export', 'latest', '--out', 'new.yaml'];
    const { code, stdout, stderr } = await runCommand(args, { folder });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('new.yaml: 2 tenants, 1 flow');
    const again = await runCommand(args, { folder });
    expect([again.code, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toContain('is there already: name another file, or add --force');
    await writeFile(join(folder, 'new.yaml'), 'other');
    expect((await runCommand([...args, '--force'], { folder })).code).toBe(0);
    expect(await readFile(join(folder, 'new.yaml'), 'utf8')).toContain('acme-corp');
  });
});

/** A live backup of these tenants. */
async function liveBackup(tenants: readonly JsonObject[]): Promise<string> {
  const { folder, root } = await makeCommandFolder([]);
  const saved = (section: string, count: number) =>
    ({ section, status: 'saved', count, note: '' }) as const;
  await new BackupService({ backupRoot: root, clock: () => NOW }).saveProject(
    PROJECT_ID,
    'production',
    {
      tenants: tenants.map((config) => ({
        id: config['id'] as string,
        unpack: () => ({ config, data: { ...config, authType: 'none' } }),
      })),
      flows: [{ id: 'sign-up', data: { unpack: () => ({ id: 'sign-up' }) } }],
      config: {},
      resources: new Map([['roles', [{ name: 'Admin' }]]]),
      snapshot: new Map(),
    },
    {
      source: { type: 'management-api', path: 'https://api.descope.com' },
      coverage: [saved('tenants', tenants.length), saved('flows', 1), saved('roles', 1)],
    },
  );
  return folder;
}

const tenant = (id: string, domains: readonly string[] = []): JsonObject => ({
  id,
  name: 'Acme',
  domains: [...domains],
  self_provisioning: false,
  custom_attributes: {},
});

describe('a live backup', () => {
  test('says what a config file cannot hold', async () => {
    const folder = await liveBackup([
      tenant('acme', ['acme.com']),
      tenant('T2upperCase'),
      tenant('other', ['ACME.com']),
    ]);
    const { code, stdout, stderr } = await runCommand(['export', 'latest'], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain('- id: acme\n');
    expect(stdout).not.toMatch(/T2upperCase|other|sign-up|Admin/);
    expect(stderr).toContain('tenants/T2upperCase: its id must be 3 to 50 characters');
    expect(stderr).toContain('tenants/other: its domain ACME.com is that of acme too');
    expect(stderr).toContain('flows: a config file names the template of a flow');
    expect(stderr).toContain('not in the file: roles: not part of a config file');
  });

  test('names it in JSON too', async () => {
    const folder = await liveBackup([tenant('acme')]);
    expect(await answerOf(['export', 'latest'], { folder })).toMatchObject({
      tenants: 1,
      flows: 0,
      proven: true,
      left_out: [{ section: 'tenants' }, { section: 'flows', count: 1 }, { section: 'roles' }],
    });
  });
});
