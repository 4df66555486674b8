/**
 * What is in dist/: one build whose chunks all entries share, each of them once, and a few lines
 * for each entry.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { entries } from '../src/main/entries.ts';
import {
  DIST,
  distFile,
  distFiles,
  modulesIn,
  reachableChunks,
  reachableCode,
  ROOT,
  startChunks,
} from './fixtures/dist.ts';
import { makeFolder, makeWorkspace, runBundle } from './fixtures/run-bundle.ts';

const SCRIPTS = Object.keys(entries);
const BESIDE_THE_CODE = ['licenses.txt', 'package.json', 'source.sha256'];
const MAX_SCRIPT_BYTES = 1000;
const MAX_BYTES = 9_000_000;
/** What two entries share is doubled where it is too small for a chunk of its own: 20 kB. */
const MAX_DOUBLED = 100_000;

/** The chunks of some entries, each once. */
const chunksOf = (paths: readonly string[]) => [...new Set(paths.flatMap(reachableChunks))];

describe('the files', () => {
  test.each(SCRIPTS)('%s is a few lines', (path) => {
    expect(distFile(path).length).toBeLessThan(MAX_SCRIPT_BYTES);
  });

  test('each is a script, or is reached from one, or tells of the code', () => {
    expect(distFiles()).toEqual(
      [...SCRIPTS, ROOT, ...chunksOf(SCRIPTS), ...BESIDE_THE_CODE].sort(),
    );
  });

  test('they are no more than 9 MB', async () => {
    const sizes = await Promise.all(
      distFiles().map(async (path) => (await stat(join(DIST, path))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES);
  });

  test('hardly a module is in two chunks', () => {
    const seen = new Set<string>();
    let doubled = 0;
    for (const chunk of [ROOT, ...chunksOf(SCRIPTS)]) {
      for (const [module, size] of modulesIn(chunk)) {
        if (seen.has(module)) doubled += size;
        seen.add(module);
      }
    }
    expect(doubled).toBeLessThan(MAX_DOUBLED);
    expect(seen).toContain('./src/main/backup.ts');
  });

  test('no chunk is there twice', () => {
    const names = distFiles().filter((path) => path.startsWith('shared/'));
    // The first lines have the chunk's own number.
    const contents = names.map((path) => distFile(path).replace(/^export const ids? = .*$/gm, ''));
    expect(new Set(contents).size).toBe(names.length);
  });

  test('licenses.txt names each package that is built in', async () => {
    const file = fileURLToPath(new URL('../package.json', import.meta.url));
    const { dependencies } = z
      .looseObject({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(file, 'utf8')));
    const lines = distFile('licenses.txt').split('\n');
    expect(lines).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  });
});

describe('what an entry can come to load', () => {
  /** Paths of the Management API, which the backup action alone reads. */
  const LIVE = '/v1/mgmt/tenant/all';
  /** A call of the artifact service. */
  const UPLOAD = 'CreateArtifact';

  test.each([
    ['backup/index.js', [LIVE, UPLOAD], []],
    ['verify/index.js', [UPLOAD], [LIVE]],
    ['cli.js', [LIVE], [UPLOAD, 'ACTIONS_RUNTIME_TOKEN', '::add-mask::']],
    ['inspect/index.js', [], [LIVE, UPLOAD, 'undici', 'ACTIONS_RUNTIME_TOKEN']],
  ])('%s', (path, there, absent) => {
    const code = reachableCode(path);
    expect(there.filter((text) => !code.includes(text))).toEqual([]);
    expect(absent.filter((text) => code.includes(text))).toEqual([]);
  });
});

/** The files of dist/ that a process loaded, as Node's own record of what was executed says. */
async function loadedFiles(record: string): Promise<string[]> {
  const schema = z.object({ result: z.array(z.object({ url: z.string() })) });
  const loaded = new Set<string>();
  for (const name of await readdir(record)) {
    const { result } = schema.parse(JSON.parse(await readFile(join(record, name), 'utf8')));
    for (const { url } of result) {
      const path = url.startsWith('file:') ? fileURLToPath(url) : '';
      if (path.startsWith(DIST)) loaded.add(path.slice(DIST.length).replaceAll('\\', '/'));
    }
  }
  return [...loaded].sort();
}

describe('what an entry loads', () => {
  const start = (path: string) => [path, ROOT, ...startChunks(path)].sort();

  test('a backup of a config file, and verify after it, load no artifact client', async () => {
    const workspace = await makeWorkspace();
    for (const action of ['backup', 'verify']) {
      const path = `${action}/index.js`;
      const record = await makeFolder();
      const { status, stderr } = await runBundle({
        workspace,
        action,
        inputs: action === 'backup' ? { 'upload-artifact': 'false' } : {},
        env: { NODE_V8_COVERAGE: record },
      });
      expect([status, stderr]).toEqual([0, '']);
      expect(await loadedFiles(record)).toEqual(start(path));
      expect(startChunks(path)).not.toEqual(reachableChunks(path));
    }
  });

  test('inspect loads its own chunks alone', async () => {
    const record = await makeFolder();
    const folder = await makeFolder();
    const result = join(folder, 'result.json');
    const path = 'inspect/index.js';
    const child = spawn(
      process.execPath,
      [
        join(DIST, path),
        'open',
        join(folder, 'none.zip'),
        join(folder, 'out'),
        'p',
        result,
        '1000000000',
      ],
      { stdio: 'ignore', env: { PATH: process.env['PATH'], NODE_V8_COVERAGE: record } },
    );
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(await readFile(result, 'utf8')).toContain('none.zip');
    expect(await loadedFiles(record)).toEqual(start(path));
  });
});
