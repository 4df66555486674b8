// `npm start`: backs up examples/descope.yaml with the committed bundle, as a step of a workflow
// would. Nothing needs to be installed. `npm start -- <command>` runs a command of the command line
// instead.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function backUpExample() {
  const inputs = {
    'project-id': 'P2exampleexampleexampleexampl',
    environment: 'dev',
    'config-path': 'examples/descope.yaml',
  };
  const environment = { ...process.env, GITHUB_WORKSPACE: root };
  for (const name of Object.keys(environment))
    if (/^(ACTIONS|INPUT)_/.test(name)) delete environment[name];
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) delete environment[name];
  for (const [name, value] of Object.entries(inputs))
    environment[`INPUT_${name.toUpperCase()}`] = value;

  const { status, stdout } = spawnSync(process.execPath, [join(root, 'dist/backup/index.js')], {
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // The runner draws groups from these commands; a terminal shows plain headings.
  console.log(stdout.replaceAll('::endgroup::\n', '').replaceAll('::group::', '\n# '));
  process.exitCode = status ?? 1;

  if (status === 0) {
    const [, folder] = /^backup-path: (.+)$/m.exec(stdout) ?? [];
    console.log(`The backup is in ${folder}`);
    console.log('');
    console.log('Look at it:');
    console.log(`  cat ${join(folder, 'project.json')}`);
    console.log(`  cat ${join(folder, 'manifest.json')}`);
    console.log('Check it without this tool:');
    console.log(`  cd ${folder} && sha256sum -c SHA256SUMS`);
  }
}

if (process.argv.length > 2) await import('../dist/cli.js');
else backUpExample();
