/** The hash that tells whether dist/ is what the source builds. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { checkSourceHash, sourceHash, writeSourceHash } from '../scripts/source-hash.mjs';
import { makeFolder } from './fixtures/run-bundle.ts';

const FILES: Readonly<Record<string, string>> = {
  'src/main/backup.ts': 'export const a = 1;\n',
  'src/services/b.ts': 'export const b = 2;\n// é\n',
  'package-lock.json': '{\n}\n',
  'tsconfig.json': '{}\n',
  'scripts/build.mjs': '// builds\n',
};

let root: string;

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

beforeEach(async () => {
  root = await makeFolder();
  await mkdir(join(root, 'dist'));
  for (const [path, text] of Object.entries(FILES)) await put(path, text);
  writeSourceHash(root);
});

test('what was just built is current', async () => {
  checkSourceHash(root);
  expect(await readFile(join(root, 'dist', 'source.sha256'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
});

test.each(Object.keys(FILES))('a change of %s makes dist/ old', async (path) => {
  await put(path, `${FILES[path] ?? ''}// more\n`);
  expect(() => {
    checkSourceHash(root);
  }).toThrow(/^dist\/ was built from another source than the one in src\/\..* run npm run build$/);
});

test('so does a new file, a file that is gone, and text that moved to another one', async () => {
  const before = sourceHash(root);
  await put('src/new.ts', '');
  expect(sourceHash(root)).not.toBe(before);
  await rm(join(root, 'src/new.ts'));
  expect(sourceHash(root)).toBe(before);

  await cp(join(root, 'src/services/b.ts'), join(root, 'src/services/c.ts'));
  await rm(join(root, 'src/services/b.ts'));
  expect(sourceHash(root)).not.toBe(before);
});

test('a checkout with CRLF is as current as one with LF', async () => {
  const before = sourceHash(root);
  for (const [path, text] of Object.entries(FILES)) await put(path, text.replaceAll('\n', '\r\n'));
  expect(sourceHash(root)).toBe(before);
  await put('dist/source.sha256', `${before}\r\n`);
  checkSourceHash(root);
});

test('what an editor or a system leaves beside the source does not count', async () => {
  const before = sourceHash(root);
  for (const name of ['.DS_Store', '.b.ts.swp', 'b.ts~', '#b.ts#', '.#b.ts', 'b.ts.orig']) {
    await put(`src/services/${name}`, 'left over');
  }
  expect(sourceHash(root)).toBe(before);
});

test('a dist/ that does not say what it was built from is not trusted', async () => {
  await rm(join(root, 'dist'), { recursive: true });
  expect(() => {
    checkSourceHash(root);
  }).toThrow(/^dist\/source\.sha256 is missing: .*: run npm run build$/);
});

test('the build says it, at its end', async () => {
  const build = await readFile(resolve(import.meta.dirname, '../scripts/build.mjs'), 'utf8');
  expect(build.trimEnd()).toMatch(/\nwriteSourceHash\(root\);$/);
});
