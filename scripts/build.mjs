// Builds one ncc bundle an action into dist/<action>/. The folder is emptied first, so that a chunk file
// which is no longer made does not stay behind in a commit.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const ncc = fileURLToPath(new URL('../node_modules/@vercel/ncc/dist/ncc/cli.js', import.meta.url));
const actions = readdirSync(new URL('../src/main/', import.meta.url))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

for (const action of actions) {
  const out = `dist/${action}`;
  rmSync(new URL(`../${out}`, import.meta.url), { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [ncc, 'build', `src/main/${action}.ts`, '-o', out, '--target', 'es2023', '--no-cache'].concat([
      '--license',
      'licenses.txt',
    ]),
    { cwd: root, stdio: 'inherit' },
  );
}
