/**
 * What can reach the calls that write: a restore alone. The imports of src/ are followed as they
 * stand in the text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..', 'src');

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));

/**
 * Static imports and exports from elsewhere, types alone too, and imports that are made when they
 * are needed.
 */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s*|\brequire\s*\(\s*)(['"`])(\.[^'"`]*)\1/g;

/** The files that a text imports, by their paths below src/. */
function importsIn(text: string, file: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, , target = '']) =>
    path.posix.join(path.posix.dirname(file), target),
  );
}

const graph = new Map(
  files.map((file) => [file, importsIn(readFileSync(path.join(root, file), 'utf8'), file)]),
);

function reachableFrom(start: string, imports = graph): Set<string> {
  const seen = new Set<string>();
  const left = [start];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    left.push(...(imports.get(file) ?? []));
  }
  return seen;
}

/** What of a text is loaded with it: no types, and nothing that is imported when it is needed. */
function loadedWith(text: string): string {
  return text
    .replaceAll(/\b(?:import|export)\s+type\b[^;]*;/g, '')
    .replaceAll(/\bimport\s*\([^)]*\)/g, '');
}

const loadGraph = new Map(
  files.map((file) => [
    file,
    importsIn(loadedWith(readFileSync(path.join(root, file), 'utf8')), file),
  ]),
);

/** Modules that hold a call that writes, and the one door to them. */
const WRITES = ['descope/writes.ts', 'descope/write-client.ts'];
const DOOR = 'descope/apply.ts';

describe('the scan', () => {
  test('sees each way to import', () => {
    const text = `
      import { a } from './a.ts';
      import type { B } from '../b.ts';
      export * from "./c.ts";
      import './d.ts';
      const e = await import('./deep/e.ts');
      const f = require('./f.ts');
      import {
        g,
      } from './g.ts';
      import zod from 'zod';`;
    expect(importsIn(text, 'x/y.ts')).toEqual([
      'x/a.ts',
      'b.ts',
      'x/c.ts',
      'x/d.ts',
      'x/deep/e.ts',
      'x/f.ts',
      'x/g.ts',
    ]);
  });

  test('finds every file that is imported, and no import that is made up as it runs', () => {
    expect(files.length).toBeGreaterThan(100);
    const missing = [...graph].flatMap(([file, targets]) =>
      targets.filter((target) => !graph.has(target)).map((target) => `${file}: ${target}`),
    );
    expect(missing).toEqual([]);
    const computed = files.filter((file) =>
      /\bimport\s*\(\s*(?!['"])/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(computed).toEqual([]);
  });
});

describe('the calls that write', () => {
  test('are imported by one module, and by each other', () => {
    const importers = [...graph].flatMap(([file, targets]) =>
      targets.some((target) => WRITES.includes(target)) ? [file] : [],
    );
    expect(importers.sort()).toEqual([DOOR, 'descope/write-client.ts']);
    for (const file of WRITES) expect(reachableFrom(DOOR).has(file)).toBe(true);
  });

  test.each(['main/backup.ts', 'main/verify.ts', 'main/inspect.ts'])(
    'are out of reach for %s',
    (entry) => {
      const reached = reachableFrom(entry);
      expect(reached.size).toBeGreaterThan(20);
      expect([DOOR, ...WRITES].filter((file) => reached.has(file))).toEqual([]);
    },
  );

  test('are loaded by a restore alone: of the command line, by no other command', () => {
    expect(reachableFrom('main/restore.ts', loadGraph).has(DOOR)).toBe(true);
    expect(reachableFrom('runs/restore/apply.ts', loadGraph).has(DOOR)).toBe(true);
    const loaded = reachableFrom('main/cli.ts', loadGraph);
    expect(loaded.has('cli/commands/apply.ts')).toBe(true);
    expect(loaded.has('runs/restore/prepare.ts')).toBe(true);
    expect([DOOR, ...WRITES].filter((file) => loaded.has(file))).toEqual([]);
    const loaders = [...graph].flatMap(([file, targets]) =>
      targets.includes('runs/restore/apply.ts') ? [file] : [],
    );
    expect(loaders.sort()).toEqual(['actions/restore-apply.ts', 'cli/world.ts', 'main/cli.ts']);
  });

  test('are written down nowhere else', () => {
    const paths = /mgmt\/[a-zA-Z/]*(?:create|update|delete|import|patch|activate|authtype)\b/;
    const named = files.filter((file) =>
      paths.test(readFileSync(path.join(root, file), 'utf8').replaceAll(/^ *(?:\*|\/\/).*$/gm, '')),
    );
    expect(named).toEqual(['descope/writes.ts']);
  });
});
