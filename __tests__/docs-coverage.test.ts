import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SECTION_ROWS, SECTIONS } from '../src/project/sections/index.ts';
import type { SectionRow } from '../src/project/sections/section.ts';
import { FREE_FORMS } from '../src/project/secrets/free-form.ts';
import { HARMLESS_HEADERS } from '../src/project/secrets/harmless-headers.ts';
import {
  DECLARED_SECRETS,
  HARMLESS_KEYS,
  isSecretName,
  SECRET_WORDS,
} from '../src/project/secrets/names.ts';
import { coverageParts } from '../scripts/coverage.ts';
import { insertBetweenMarkers } from '../scripts/markdown.ts';
import { READ_ENDPOINTS } from '../src/descope/reads.ts';
import { NOT_COVERED } from '../src/descope/capture/not-covered.ts';
import { SNAPSHOT_PARTS } from '../src/project/snapshot-layout.ts';

const root = path.resolve(import.meta.dirname, '..');
// Git may have given the checkout other line ends.
const page = readFileSync(path.join(root, 'docs/coverage.md'), 'utf8').replaceAll('\r\n', '\n');

/** What stands between the two markers of a list. */
function marked(name: string): string {
  const [, text] = new RegExp(`<!-- ${name} -->\n(.*)<!-- /${name} -->`, 's').exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/coverage.md has no markers for ${name}`);
  return text;
}

/** The words of each text block. */
function blocks(text: string): string[][] {
  return [...text.matchAll(/```text\n(.*?)\n```/gs)].map(([, words = '']) => words.split(/\s+/));
}

const endpointsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:GET|POST) \/[^`]+)`/g)].map(([, endpoint = '']) => endpoint);

describe('docs/coverage.md', () => {
  test('is what npm run docs writes', () => {
    expect(insertBetweenMarkers(page, coverageParts(), 'docs/coverage.md')).toBe(page);
  });

  test('has a row for a section as soon as there is one, with the words that the section has for it', () => {
    const row: SectionRow = {
      ...(SECTION_ROWS[0] as SectionRow),
      name: 'made-up',
      keptIn: 'resources',
      read: {
        shape: 'per-tenant',
        endpoint: 'lists',
        parameter: 'id',
        needsTenants: true,
      },
      inDocs: { read: 'where there are any', saved: 'without the best' },
    };
    const { sections, endpoints } = coverageParts([row]);
    const [line = ''] = (sections ?? '').split('\n').filter((one) => one.includes('made-up'));
    expect(line.split('|').map((cell) => cell.trim())).toEqual([
      '',
      '`made-up`',
      '`GET /v1/mgmt/list/all`, for each tenant, where there are any',
      '`resources/made-up.json`',
      'saved, without the best',
      'saved, without the best',
      '',
    ]);
    expect(endpoints).toMatch(/^\| `GET \/v1\/mgmt\/list\/all` +\| `made-up` +\|$/m);
  });

  test('lists the words by which secrets and harmless names are told', () => {
    expect(blocks(marked('secret-keys'))).toEqual(
      [DECLARED_SECRETS, SECRET_WORDS, HARMLESS_KEYS, HARMLESS_HEADERS].map((words) => [...words]),
    );
  });

  test('names what is not searched, with the reason', () => {
    const rows = marked('free-form').split('\n');
    const free = FREE_FORMS.all.flatMap(({ places, key, why }) => {
      // A folder stands below `snapshot/` in any case; what is free form everywhere has no place.
      const named = places.map((place) => [
        place.endsWith('/') ? place.replace(/^snapshot\//, '') : place,
      ]);
      return (named.length === 0 ? [[]] : named).map(
        (place: string[]) => [[...place, ...(key === undefined ? [] : [key])], why] as const,
      );
    });
    for (const [places, why] of free) {
      const named = rows.filter((row) => places.every((place) => row.includes(`\`${place}\``)));
      expect([places, named.length]).toEqual([places, 1]);
      expect(named[0]).toContain(why);
    }
    const places = marked('free-form').match(/`[^`]+`/g) ?? [];
    const words = new Set(free.flatMap(([names]) => names));
    expect(places.map((place) => place.slice(1, -1)).filter((place) => !words.has(place))).toEqual(
      [],
    );
  });

  test('names look-alikes that survive', () => {
    const [, names = ''] = /What only looks like a secret survives: (.*?), cert/s.exec(page) ?? [];
    const lookAlikes = [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    expect(lookAlikes).toContain('tokenUrl');
    expect(lookAlikes.filter(isSecretName)).toEqual([]);
  });

  test('lists the endpoints that can be called', () => {
    expect(endpointsIn(marked('endpoints'))).toEqual(
      Object.values(READ_ENDPOINTS).map(({ method, path: where }) => `${method} ${where}`),
    );
  });

  test('has a row for every section, with endpoints that can be called', () => {
    const [, table = ''] = /\n## Sections\n(.*?)\n## /s.exec(page) ?? [];
    const sections = [...table.matchAll(/^\| `([\w-]+)` /gm)].map(([, section]) => section);
    expect(sections).toEqual([...SECTIONS]);
    const callable = new Set(endpointsIn(marked('endpoints')));
    expect(endpointsIn(table).filter((endpoint) => !callable.has(endpoint))).toEqual([]);
  });

  test('names what is not asked for at all', () => {
    const names = [...marked('not-covered').matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
    expect(names).toEqual(NOT_COVERED.map(([section]) => section));
    for (const { name } of SNAPSHOT_PARTS.slice(4)) expect(page).toContain(`\`${name}\``);
  });

  test('links to tests that exist', () => {
    const links = [...page.matchAll(/\]\(\.\.\/(__tests__\/[^)]+)\)/g)].map(
      ([, file = '']) => file,
    );
    expect(links).toHaveLength(2);
    expect(links.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});
