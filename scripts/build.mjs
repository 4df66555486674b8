// Builds one ncc bundle an action into dist/<action>/. The old folder goes only when the new one is there, and goes
// whole: a chunk file that is no longer made must not stay behind in a commit.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSourceHash } from './source-hash.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ncc = fileURLToPath(new URL('../node_modules/@vercel/ncc/dist/ncc/cli.js', import.meta.url));
const actions = readdirSync(new URL('../src/main/', import.meta.url))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

for (const action of actions) {
  const built = join(root, 'build', action);
  const dist = join(root, 'dist', action);
  rmSync(built, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [ncc, 'build', `src/main/${action}.ts`, '-o', built, '--target', 'es2023', '--no-cache'].concat(
      ['--license', 'licenses.txt'],
    ),
    { cwd: root, stdio: 'inherit' },
  );
  // ncc ends well when it could not read a source file, and leaves a bundle that throws this when it is started.
  if (readFileSync(join(built, 'index.js'), 'utf8').includes('Error("Module parse failed')) {
    throw new Error(
      `ncc could not read a source file of ${action}: look for "Module parse failed" in ${built}`,
    );
  }
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(root, 'dist'), { recursive: true });
  renameSync(built, dist);
}
writeSourceHash(root);
