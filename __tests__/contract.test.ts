import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  allTables,
  insertTables,
  renderTables,
  RESTORE_PAGE,
  restoreTables,
} from '../scripts/docs.ts';
import { backupInputSchema } from '../src/github/inputs.ts';
import { isSecretField } from '../src/project/inputs/fields.ts';
import { BACKUP_OUTPUTS, RESTORE_OUTPUTS, VERIFY_OUTPUTS } from '../src/github/outputs.ts';
import { restoreInputSchema } from '../src/project/inputs/restore.ts';
import { verifyInputSchema } from '../src/github/verify-inputs.ts';
import { entries } from '../src/main/entries.ts';
import { TOOL } from '../src/services/backup/tool.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const described = z.looseObject({ description: z.string().min(10) });
const actionSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(10),
  author: z.string().min(1),
  branding: z.strictObject({ icon: z.string().min(1), color: z.string().min(1) }),
  inputs: z.record(
    z.string(),
    described.extend({ required: z.boolean(), default: z.string().optional() }).strict(),
  ),
  outputs: z.record(z.string(), described.strict()),
  runs: z.strictObject({ using: z.literal('node24'), main: z.string() }),
});

const actionYml = read('action.yml');

/**
 * Names of inputs that hold secrets: keys, tokens, and addresses that let anybody in who knows
 * them.
 */
const LOOKS_SECRET =
  /(?:^|-)(?:keys?|tokens?|secrets?|passwords?|passphrase|identity|credentials?|heartbeat)(?:-|$)/;

interface Contract {
  readonly file: string;
  readonly schema: typeof backupInputSchema | typeof verifyInputSchema | typeof restoreInputSchema;
  readonly outputs: readonly string[];
  readonly title: string;
  readonly icon: string;
  readonly required: Readonly<Record<string, string>>;
  /**
   * Inputs without a default in the file: one is in the code, or empty is a value of theirs, or the
   * runner makes it.
   */
  readonly noDefault: readonly string[];
}

const CONTRACTS: readonly Contract[] = [
  {
    file: 'action.yml',
    schema: backupInputSchema,
    outputs: BACKUP_OUTPUTS,
    title: 'Descope backup',
    icon: 'archive',
    required: { 'project-id': 'P2test', environment: 'test' },
    noDefault: [
      'config-path',
      'allow-variables',
      'management-key',
      'base-url',
      'require-sections',
      'github-token',
      'history-workflow',
      'history-branch',
      'history-branch',
      'heartbeat-url',
      'git-tree',
      'artifact-name',
      'artifact-retention-days',
    ],
  },
  {
    file: 'verify/action.yml',
    schema: verifyInputSchema,
    outputs: VERIFY_OUTPUTS,
    title: 'Verify Descope backups',
    icon: 'check-circle',
    required: { 'project-id': 'P2test' },
    noDefault: [
      'environment',
      'source',
      'ignore-lines',
      'max-age-hours',
      'artifact-name',
      'history-branch',
      'github-token',
    ],
  },
  {
    file: 'restore/action.yml',
    schema: restoreInputSchema,
    outputs: RESTORE_OUTPUTS,
    title: 'Restore a Descope backup',
    icon: 'rotate-ccw',
    required: { 'project-id': 'P2test', 'management-key': 'key' },
    noDefault: [
      'base-url',
      'environment',
      'from-project-id',
      'delete',
      'secrets',
      'plan-id',
      'confirm',
      'artifact-name',
      'history-workflow',
      'history-branch',
      'github-token',
      'accept-user-loss',
    ],
  },
];

describe.each(CONTRACTS)('$file', (contract) => {
  const { file, schema, outputs, title, icon, required, noDefault } = contract;
  const action = actionSchema.parse(parse(read(file)));

  test('runs a script of the build on Node 24, which is there as soon as it has an entry', () => {
    const script = path.posix.join(path.posix.dirname(file), action.runs.main);
    const name = path.posix.relative('dist', script);
    expect(action.runs.using).toBe('node24');
    expect(name).toMatch(/^(?:backup|verify|restore)\/index\.js$/);
    expect(existsSync(path.join(root, script))).toBe(name in entries);
  });

  test('has a name, an icon and a colour', () => {
    expect(action.name).toBe(title);
    expect(action.branding).toEqual({ icon, color: 'green' });
  });

  test('has the inputs of the schema', () => {
    expect(Object.keys(action.inputs).sort()).toEqual(Object.keys(schema.shape).sort());
  });

  test('marks every input as a secret whose name says that it is one, and no other', () => {
    const marked = Object.entries(schema.shape as z.core.$ZodShape).flatMap(([name, field]) =>
      isSecretField(field) ? [name] : [],
    );
    const named = Object.keys(action.inputs).filter((name) => LOOKS_SECRET.test(name));
    expect(named.length).toBeGreaterThan(0);
    expect(marked.sort()).toEqual(named.sort());
  });

  test('requires what the schema requires', () => {
    const missing = schema.safeParse({}).error?.issues.map(({ path: [name] }) => name);
    const declared = Object.entries(action.inputs).filter(([, input]) => input.required);
    expect(declared.map(([name]) => name)).toEqual(missing);
    expect(missing).toEqual(Object.keys(required));
  });

  test('gives the defaults of the schema', () => {
    const declared = Object.entries(action.inputs).flatMap(([name, { default: value }]) =>
      value === undefined || name === 'github-token' ? [] : [[name, value] as const],
    );
    const fromAction = schema.parse({ ...required, ...Object.fromEntries(declared) });
    expect(fromAction).toEqual(schema.parse(required));
    expect(declared.map(([name]) => name)).toEqual(
      Object.keys(action.inputs).filter((name) => !(name in required) && !noDefault.includes(name)),
    );
  });

  test('has the outputs that the code sets, in their order', () => {
    expect(Object.keys(action.outputs)).toEqual([...outputs]);
  });
});

test('defaults that are in the code are named in the descriptions', () => {
  const { inputs } = actionSchema.parse(parse(actionYml));
  expect(inputs['config-path']?.description).toContain('Default descope.yaml.');
  expect(inputs['artifact-name']?.description).toContain(
    'Default descope-backup-<project-id>-<environment>, with -live at its end for source live.',
  );
  expect(inputs['artifact-retention-days']?.description).toContain('Default as retention-days.');
});

describe('README', () => {
  test('has the tables that npm run docs writes', () => {
    const readme = read('README.md');
    expect(insertTables(readme, allTables(read))).toBe(readme);
  });

  test('leaves the tables of the restore to its page, which has them', () => {
    const page = read(RESTORE_PAGE);
    expect(insertTables(page, restoreTables(read), RESTORE_PAGE)).toBe(page);
    expect(() => insertTables('# Title\n', restoreTables(read), RESTORE_PAGE)).toThrow(
      'docs/restore.md has no markers for restore-inputs',
    );
  });

  test('without markers is an error', () => {
    expect(() => insertTables('# Title\n', renderTables(actionYml))).toThrow(
      'README.md has no markers for inputs',
    );
  });
});

test('the tables show names, defaults and descriptions, with Markdown escaped', () => {
  const { inputs, outputs } = renderTables(`
inputs:
  id: { description: The id, required: true }
  days: { description: 'a | b', default: '30' }
  name: { description: 'Default <id>.' }
outputs:
  path: { description: Where. }
`);
  expect(inputs).toBe(
    [
      '| input  | default  | description    |',
      '| ------ | -------- | -------------- |',
      '| `id`   | required | The id         |',
      '| `days` | `30`     | a \\| b         |',
      '| `name` |          | Default \\<id>. |',
    ].join('\n'),
  );
  expect(outputs).toBe(
    ['| output | description |', '| ------ | ----------- |', '| `path` | Where.      |'].join('\n'),
  );
});

test('package.json, the bundle and the changelog name the same version', () => {
  const { version } = z
    .looseObject({ version: z.string() })
    .parse(JSON.parse(read('package.json')));
  const newest = /^## \[(\d+\.\d+\.\d+)\]/m.exec(read('CHANGELOG.md'))?.[1];
  expect({ tool: TOOL.version, changelog: newest }).toEqual({ tool: version, changelog: version });
  expect(TOOL.name).toBe('descope-backup');
});
