// Builds dist/: one ncc bundle of src/main/entries.ts, whose chunks all entries share, in
// dist/shared/, and for each entry a script of a few lines that starts it. The old folder goes only
// when the new one is there, and goes whole: a file that is no longer made must not stay behind in
// a commit.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeSourceHash } from './source-hash.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ncc = fileURLToPath(new URL('../node_modules/@vercel/ncc/dist/ncc/cli.js', import.meta.url));
const built = join(root, 'build', 'dist');
const shared = join(built, 'shared');

/**
 * The script that starts an entry.
 *
 * @param {string} path where it is in dist/
 */
function script(path) {
  const up = posix.relative(posix.dirname(path), '.') || '.';
  return `#!/usr/bin/env node
// Made by scripts/build.mjs from src/main/entries.ts.
import { fileURLToPath } from 'node:url';
import { entries } from '${up}/shared/index.js';

const { main } = await entries['${path}']();
await main(fileURLToPath(new URL('${up}', import.meta.url)));
`;
}

rmSync(built, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [ncc, 'build', 'src/main/entries.ts', '-o', shared, '--target', 'es2023', '--no-cache'].concat([
    '--license',
    'licenses.txt',
  ]),
  { cwd: root, stdio: 'inherit' },
);
// ncc ends well when it could not read a source file, and leaves a bundle that throws this when it
// is started.
for (const name of readdirSync(shared)) {
  if (readFileSync(join(shared, name), 'utf8').includes('Error("Module parse failed')) {
    throw new Error(
      `ncc could not read a source file: look for "Module parse failed" in ${join(shared, name)}`,
    );
  }
}
// They are about all of dist/, the scripts too.
for (const name of ['package.json', 'licenses.txt']) {
  renameSync(join(shared, name), join(built, name));
}

const { entries } = await import(pathToFileURL(join(shared, 'index.js')).href);
for (const path of Object.keys(entries)) {
  mkdirSync(dirname(join(built, path)), { recursive: true });
  writeFileSync(join(built, path), script(path));
}
rmSync(join(root, 'dist'), { recursive: true, force: true });
renameSync(built, join(root, 'dist'));
writeSourceHash(root);
