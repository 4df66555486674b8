/** What is said where there is no config file at the path that was given. */
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadConfigFile } from '../../src/config-file/index.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

/** A workspace with these files, each empty. */
async function workspaceWith(files: readonly string[]): Promise<string> {
  const workspace = await makeFolder();
  for (const file of files) {
    await mkdir(dirname(join(workspace, file)), { recursive: true });
    await writeFile(join(workspace, file), '');
  }
  return workspace;
}

async function messageFor(workspace: string, path: string): Promise<string> {
  const error: unknown = await loadConfigFile({
    path,
    workspace,
    projectId: 'P2test',
    environment: 'production',
    variables: {},
  }).catch((reason: unknown) => reason);
  return String(error).replace('Error: could not read the config file ', '');
}

const NOTHING =
  'there is no such file: check config-path, and that actions/checkout ran before this step';
const other = (file: string) =>
  `there is no such file, but there is ${file}: set config-path to it, or rename it`;

/** Other systems have no such names, or take them for the same. */
const ON_LINUX: [files: string[], path: string, message: string][] = [
  [['Descope.yaml'], 'descope.yaml', other('Descope.yaml')],
  [['a\n::error::b/descope.yaml'], 'descope.yaml', NOTHING],
];

test.each<[files: string[], path: string, message: string]>([
  [[], 'descope.yaml', NOTHING],
  [['descope.yml'], 'descope.yaml', other('descope.yml')],
  [['descope.json', 'descope.yml'], 'descope.yaml', other('descope.json')],
  [['DESCOPE.YML'], 'descope.json', other('DESCOPE.YML')],
  [['descope.yaml'], 'config/descope.yaml', other('descope.yaml')],
  [['config/descope.yaml'], 'descope.yaml', other('config/descope.yaml')],
  [['config/prod.yml', 'a/prod.yml'], 'config/prod.yaml', other('config/prod.yml')],
  [['descope.yaml'], 'prod.yaml', other('descope.yaml')],
  [['b/descope.yml', 'a/descope.yml'], 'x.yaml', other('a/descope.yml')],
  [['a/b/descope.yaml'], 'descope.yaml', NOTHING],
  [['.git/descope.yaml', 'node_modules/descope.yaml'], 'descope.yaml', NOTHING],
  [['descope.txt', 'descope', 'my-descope.yaml', 'xdescope.yml'], 'descope.yaml', NOTHING],
  [['descope.yml/x'], 'descope.yaml', NOTHING],
  ...(process.platform === 'linux' ? ON_LINUX : []),
])('of %j, asked for %s: %s', async (files, path, message) => {
  expect(await messageFor(await workspaceWith(files), path)).toBe(`${path}: ${message}`);
});

test.each<[files: string[], path: string, message: string]>([
  [['descope.yaml'], '.', 'descope.yaml, which is in it, or to another file'],
  [['config/descope.yml'], 'config', 'config/descope.yml, which is in it, or to another file'],
  [['config/x.yml'], 'config/', 'a YAML or JSON file'],
  [[], '.', 'a YAML or JSON file'],
])('with %j, the folder %s as the config file', async (files, path, advice) => {
  const shown = path === '.' ? '.' : 'config';
  expect(await messageFor(await workspaceWith(files), path)).toBe(
    `${shown}: it is a folder: set config-path to ${advice}`,
  );
});

test('a link to nothing is told as one', async () => {
  const workspace = await workspaceWith(['descope.yml']);
  await symlink('gone.yaml', join(workspace, 'descope.yaml'));
  expect(await messageFor(workspace, 'descope.yaml')).toBe(
    'descope.yaml: it is a link to a file that is not there: correct the link, or set config-path to the file itself',
  );
});

test('folders that cannot be read are passed over', async () => {
  const workspace = await workspaceWith(['closed/descope.yaml', 'open/descope.yaml']);
  await chmod(join(workspace, 'closed'), 0);
  const message = await messageFor(workspace, 'descope.yaml');
  await chmod(join(workspace, 'closed'), 0o700);
  // Nothing is closed to root.
  expect(message).toMatch(/^descope\.yaml: there is no such file, but there is (open|closed)\/d/);
});

test('files whose names begin with two dots lie in the workspace', async () => {
  const workspace = await workspaceWith([]);
  expect(await messageFor(workspace, '..descope.yaml')).toBe(`..descope.yaml: ${NOTHING}`);
  expect(await messageFor(workspace, '../descope.yaml')).toBe(
    `${join(dirname(workspace), 'descope.yaml').split(sep).join('/')}: ${NOTHING}`,
  );
});
