import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SECTIONS } from '../src/models/sections.ts';
import { READ_ENDPOINTS } from '../src/sources/descope-api/endpoints.ts';
import { NOT_COVERED } from '../src/sources/descope-api/not-covered.ts';
import { SECTIONS_WITH_SECRETS } from '../src/sources/descope-api/section-calls.ts';
import { SNAPSHOT_ONLY } from '../src/sources/descope-api/snapshot.ts';
import { isSecretKey, SECRET_KEYS, withholdSecrets } from '../src/sources/descope-api/secrets.ts';

const root = path.resolve(import.meta.dirname, '..');
const page = readFileSync(path.join(root, 'docs/coverage.md'), 'utf8');

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
  const [keys = [], headers = []] = blocks(marked('secret-keys'));

  test('lists the secret keys', () => {
    expect(keys).toEqual([...SECRET_KEYS]);
  });

  test('lists headers whose value is withheld', () => {
    expect(headers).not.toEqual([]);
    for (const key of [...headers, 'X-Custom-Token', 'X-Hub-Secret']) {
      for (const header of [
        { key, value: 'x' },
        { name: key.toUpperCase(), value: 'x' },
      ]) {
        expect(withholdSecrets(header, '').places).toEqual([['value']]);
      }
    }
    expect(withholdSecrets({ key: 'X-Request-Id', value: 'x' }, '').places).toEqual([]);
  });

  test('names every section that is searched', () => {
    for (const section of SECTIONS_WITH_SECRETS) {
      expect(marked('secret-keys')).toContain(`\`${section}\``);
    }
  });

  test('names look-alikes that survive', () => {
    const [, names = ''] = /What only looks like a secret survives: (.*?), cert/s.exec(page) ?? [];
    const lookAlikes = [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    expect(lookAlikes).toContain('tokenUrl');
    expect(lookAlikes.filter(isSecretKey)).toEqual([]);
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
    for (const [section] of SNAPSHOT_ONLY.slice(4)) expect(page).toContain(`\`${section}\``);
  });

  test('links to tests that exist', () => {
    const links = [...page.matchAll(/\]\(\.\.\/(__tests__\/[^)]+)\)/g)].map(
      ([, file = '']) => file,
    );
    expect(links).toHaveLength(2);
    expect(links.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});
