import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { insertTables, renderTables } from '../scripts/docs.ts';
import { backupInputSchema } from '../src/github/inputs.ts';
import { BACKUP_OUTPUTS } from '../src/github/outputs.ts';
import { TOOL } from '../src/services/tool.ts';

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
const action = actionSchema.parse(parse(actionYml));

/** Inputs whose default is in the code, so that "not given" can be told. */
const DEFAULT_IN_CODE = ['config-path', 'artifact-name', 'base-url'];

/** Inputs without a default: empty is a value of theirs. */
const NO_DEFAULT = ['management-key', 'require-sections'];

/** An input whose default the runner makes. */
const FROM_RUNNER = 'github-token';
const required = { 'project-id': 'P2test', environment: 'test' };

describe('action.yml', () => {
  test('runs a file that exists on Node 24', () => {
    expect(action.runs.using).toBe('node24');
    expect(existsSync(path.join(root, action.runs.main))).toBe(true);
  });

  test('has a name, an icon and a colour', () => {
    expect(action.name).toBe('Descope backup');
    expect(action.branding).toEqual({ icon: 'archive', color: 'green' });
  });

  test('has the inputs of the schema, in its order', () => {
    expect(Object.keys(action.inputs)).toEqual(Object.keys(backupInputSchema.shape));
  });

  test('requires what the schema requires', () => {
    const missing = backupInputSchema.safeParse({}).error?.issues.map(({ path: [name] }) => name);
    const declared = Object.entries(action.inputs).filter(([, input]) => input.required);
    expect(declared.map(([name]) => name)).toEqual(missing);
    expect(missing).toEqual(Object.keys(required));
  });

  test('gives the defaults of the schema', () => {
    const declared = Object.entries(action.inputs).flatMap(([name, { default: value }]) =>
      value === undefined || name === FROM_RUNNER ? [] : [[name, value] as const],
    );
    const fromAction = backupInputSchema.parse({ ...required, ...Object.fromEntries(declared) });
    expect(fromAction).toEqual(backupInputSchema.parse(required));
    expect(declared.map(([name]) => name)).toEqual(
      Object.keys(action.inputs).filter(
        (name) =>
          !(name in required) && ![...DEFAULT_IN_CODE, ...NO_DEFAULT, FROM_RUNNER].includes(name),
      ),
    );
  });

  test('leaves two defaults to the code, and its descriptions name them', () => {
    const { 'config-path': configPath, 'artifact-name': artifactName } =
      backupInputSchema.parse(required);
    expect(configPath).toBeUndefined();
    expect(artifactName).toBeUndefined();
    expect(action.inputs['config-path']?.description).toContain('Default descope.yaml.');
    expect(action.inputs['artifact-name']?.description).toContain(
      'Default descope-backup-<project-id>-<environment>.',
    );
  });

  test('has the outputs that the code sets, in their order', () => {
    expect(Object.keys(action.outputs)).toEqual([...BACKUP_OUTPUTS]);
  });
});

describe('README', () => {
  test('has the tables that npm run docs writes', () => {
    const readme = read('README.md');
    expect(insertTables(readme, renderTables(actionYml))).toBe(readme);
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
