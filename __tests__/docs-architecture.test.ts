/**
 * docs/architecture.md and CONTRIBUTING.md name what there is: each room with its imports, and
 * files by their names.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { quotedIn, readPage, tableAfter } from './fixtures/doc-tables.ts';

const root = new URL('../', import.meta.url);
const page = readPage('docs/architecture.md');
const contributing = readPage('CONTRIBUTING.md');

const rooms = readdirSync(new URL('src/', root)).sort();

/**
 * The rooms and what each may import, as eslint.config.js has them; what all stand on is `ground`
 * there.
 */
const imports = new Map(
  Array.from(
    (/^const rooms = \{\n([^]*?)^\};/m.exec(readPage('eslint.config.js'))?.[1] ?? '').matchAll(
      /^ {2}'?([\w-]+)'?: (.*),$/gm,
    ),
    ([, room = '', allowed = '']) => [room, allowed.replaceAll(/[[\]']|\.\.\./g, '') || 'none'],
  ),
);

const folders = [
  'src',
  'dist',
  '__tests__',
  'scripts',
  'bench',
  'docs',
  'schemas',
  'verify',
  'restore',
];
const files = [
  ...readdirSync(root),
  ...folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  ),
];

describe('docs/architecture.md', () => {
  test('has each room in a sentence, with what lint lets it import', () => {
    expect([...imports.keys()].sort()).toEqual(rooms);
    const rows = tableAfter(page, '\n## Rooms\n');
    const documented = rows.map(([room = '', , allowed]) => [quotedIn(room)[0], allowed]);
    expect(new Map(documented as [string, string][])).toEqual(
      new Map([...imports].map(([room, allowed]) => [`${room}/`, allowed])),
    );
    for (const [room, holds = ''] of rows) expect([room, holds.length > 20]).toEqual([room, true]);
  });

  test('says what the ground is', () => {
    const [, ground = ''] = /^const ground = \[(.*)\];$/m.exec(readPage('eslint.config.js')) ?? [];
    const names = ground.replaceAll("'", '').split(', ');
    expect(page).toContain(`_ground_ is ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`);
  });

  test('has its words in order, once each', () => {
    const [, words = ''] = /\n## Words\n(.*?)\n## /s.exec(page) ?? [];
    const names = [...words.matchAll(/^- \*\*(.+?)\*\*: /gm)].map(([, word = '']) =>
      word.toLowerCase(),
    );
    expect(names.length).toBeGreaterThan(30);
    expect(names).toEqual([...new Set(names)].sort());
  });
});

test('CONTRIBUTING.md has each room in a line', () => {
  const [, tree = ''] = /\n {4}src\/\n(.*?)\n {4}__tests__\//s.exec(contributing) ?? [];
  const named = [...tree.matchAll(/^ {6}([\w-]+)\/ {2,}\S/gm)].map(([, room]) => room);
  expect(named.sort()).toEqual(rooms);
});

test.each([
  'docs/architecture.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('docs/contributing/', root)).map((name) => `docs/contributing/${name}`),
])('the files that %s names are there', (path) => {
  const named = quotedIn(readPage(path)).filter((word) => /^[\w./-]+\.(?:ts|mjs|js)$/.test(word));
  expect(named.length).toBeGreaterThan(2);
  const missing = named.filter(
    (name) => !files.some((file) => file === name || file.endsWith(`/${name}`)),
  );
  expect(missing).toEqual([]);
});
