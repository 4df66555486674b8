// `npm start`: backs up examples/descope.yaml with the committed bundle, as a step of a workflow would. Nothing
// needs to be installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(mkdtempSync(join(tmpdir(), 'descope-backup-')), 'output');

const inputs = {
  'project-id': 'P2exampleexampleexampleexampl',
  environment: 'dev',
  'config-path': 'examples/descope.yaml',
};
const environment = { ...process.env, GITHUB_WORKSPACE: root };
for (const name of Object.keys(environment)) if (/^(ACTIONS|INPUT)_/.test(name)) delete environment[name];
for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) delete environment[name];
for (const [name, value] of Object.entries(inputs)) environment[`INPUT_${name.toUpperCase()}`] = value;

const { status, stdout } = spawnSync(process.execPath, [join(root, 'dist/backup/index.js')], {
  env: environment,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
// The runner draws groups from these commands; a terminal shows plain headings.
console.log(stdout.replaceAll('::endgroup::\n', '').replaceAll('::group::', '\n# '));
