/**
 * docs/format.md says what the code does: fields, files, bounds, and what is noise by which rules.
 */
import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { MAX_FILE_DEPTH, MAX_OBJECT_DEPTH, objectLimitReason } from '../src/json/limits.ts';
import { PackedJson } from '../src/json/packed.ts';
import { CONTENT_RULES, noiseOf, SETS_1, STAMPS_1 } from '../src/project/noise.ts';
import { WITHHELD_RULES } from '../src/project/secrets/withhold.ts';
import { isByTenant } from '../src/project/sections/identity.ts';
import { SECTION_ROWS } from '../src/project/sections/index.ts';
import type { SectionRow, SetRule } from '../src/project/sections/section.ts';
import { COLLECTIONS, isCollection, isEdited } from '../src/project/snapshot-layout.ts';
import { BackupService } from '../src/services/index.ts';
import {
  ARTIFACT_LIMITS,
  MAX_FILE_BYTES,
  MAX_NAME_BYTES,
  MAX_PATH_BYTES,
  MAX_PATH_DEPTH,
  MAX_RECORD_BYTES,
  sizeInWords,
} from '../src/storage/archive-limits.ts';
import {
  fieldsIn,
  fieldsOf,
  quotedIn,
  readPage,
  schemaAt,
  tableAfter,
} from './fixtures/doc-tables.ts';
import { makeFolder } from './fixtures/run-bundle.ts';

const page = readPage('docs/format.md');
const spaced = page.replaceAll(/\s+/g, ' ');

/** What stands between two texts of the page, its white space as one space each. */
function between(start: string, end: string): string {
  const [, after = ''] = spaced.split(start);
  const [text = '', ...rest] = after.split(end);
  if (rest.length === 0) throw new Error(`the page has not ${start} ... ${end}`);
  return text;
}

/** The point of the list in content_sha256 that begins so. */
const point = (start: string): string => between(`- **${start}`, ' - **');
const sorted = (words: Iterable<string>): string[] => [...words].sort();

describe('the fields of', () => {
  test.each([
    ['project.json', '## project.json\n', schemaAt('project')],
    ['a tenant', '\nA tenant:\n', schemaAt('project', 'tenants', '*')],
    ['a flow', '\nA flow:\n', schemaAt('project', 'flows', '*')],
    ['metadata', '\nMetadata:\n', schemaAt('project', 'metadata')],
    ['manifest.json', '## manifest.json\n', schemaAt('manifest')],
    ['its comparison', '### How it stands to earlier ones\n', schemaAt('manifest', 'comparison')],
  ])('%s', (_, before, schema) => {
    // Of project.json the table names the kind of object.
    const kinds: Readonly<Record<string, string>> = {
      metadata: 'object',
      'list of tenants': 'list of objects',
      'list of flows': 'list of objects',
    };
    const documented = fieldsIn(tableAfter(page, before)).map(([name, type = '']) => [
      name,
      kinds[type] ?? type,
    ]);
    // A reader can do without these, a writer leaves none out.
    const written = new Set(['`config`', '`tool_version`']);
    const expected = fieldsOf(schema).map(([name = '', type = '']) => [
      name,
      written.has(name) ? type.replace(', optional', '') : type,
    ]);
    expect(documented).toEqual(expected);
  });

  test.each([
    ['source', ['type', 'path', 'sha256'], 'source'],
    ['tool', ['name', 'version'], 'tool'],
    ['previous', ['backup_id', 'manifest_sha256'], 'previous'],
    ['counts', ['tenants', 'flows'], 'counts'],
    ['run', ['repository', 'ref', 'sha', 'workflow', 'run_id', 'run_attempt'], 'run'],
  ])('%s of the manifest', (name, members, field) => {
    expect(Object.keys(schemaAt('manifest', field).properties ?? {})).toEqual(members);
    const row = tableAfter(page, '## manifest.json\n').find(([cell]) => cell === `\`${name}\``);
    expect(quotedIn(row?.[2] ?? '')).toEqual(expect.arrayContaining(members));
  });

  test('both kinds of an entry of coverage', () => {
    const kinds = schemaAt('manifest', 'coverage', '*').anyOf ?? [];
    const names = kinds.map(({ properties = {} }) => Object.keys(properties));
    expect(names).toEqual([
      ['section', 'status', 'count', 'note'],
      ['section', 'status', 'place', 'on_import'],
    ]);
    const text = between('An entry of `coverage` is one of two kinds.', '### The chain');
    const statuses = kinds.flatMap(({ properties }) => properties?.['status']?.enum ?? []);
    expect(quotedIn(text)).toEqual(
      expect.arrayContaining([...names.flat().slice(0, -3), ...statuses]),
    );
    expect(text).toContain('`status: "withheld"`');
    expect(text).toContain('`on_import: "cleared"`');
  });

  test.each([
    ['status', schemaAt('manifest', 'status').enum],
    ['outcome', schemaAt('manifest', 'comparison', 'outcome').enum],
    ['cause', schemaAt('manifest', 'comparison', 'cause').enum],
    ['consistency', schemaAt('manifest', 'consistency').enum],
    ['type', schemaAt('manifest', 'source', 'type').enum],
  ])('%s, with each word that it can be', (field, words = []) => {
    const row = page
      .split('\n')
      .find((line) => line.includes(`\`${field}\``) && line.includes(`\`${String(words[0])}\``));
    expect(words.length).toBeGreaterThan(1);
    expect(quotedIn(row ?? '')).toEqual(expect.arrayContaining([...words]));
  });

  test('the numbers of rules, which are the newest ones', () => {
    const rows = new Map(
      tableAfter(page, '## manifest.json\n').map(([name, , text]) => [name, text]),
    );
    expect(rows.get('`content_rules`')).toContain(`\`${CONTENT_RULES}\` in new backups`);
    expect(rows.get('`withheld_rules`')).toContain(`were withheld: \`${WITHHELD_RULES}\``);
    expect(rows.get('`format_version`')).toBe(
      `\`${String(schemaAt('manifest', 'format_version').const)}\``,
    );
  });
});

describe('the files of a backup', () => {
  test('are those at the top of the page', async () => {
    const service = new BackupService({ backupRoot: await makeFolder() });
    const path = await service.saveProject(
      'P2test',
      'test',
      {
        config: {},
        tenants: [],
        flows: [],
        resources: new Map([['lists', []]]),
        snapshot: new Map([['project.json', new PackedJson({})]]),
      },
      { source: { type: 'management-api' }, coverage: [] },
    );
    const [, block = ''] = /\n {4}<backup-root>[^\n]*\n(.*?)\n\n/s.exec(page) ?? [];
    const documented = block.split('\n').map((line) => line.trim().split(/[/ ]/)[0] ?? '');
    expect(sorted(await readdir(path))).toEqual(sorted(documented));
    expect(await readdir(`${path}/resources`)).toEqual(['lists.json']);
    expect(await readdir(`${path}/snapshot`)).toEqual(['project.json']);
  });

  test('in resources/ have the form that the table says', () => {
    const rows = tableAfter(page, '## resources/ and snapshot/\n');
    const formOf = (value: string) =>
      value.startsWith('object: tenant id to')
        ? 'by tenant'
        : value.startsWith('list')
          ? 'list'
          : 'whole';
    const documented = new Map(
      rows.flatMap(([sections = '', value = '']) =>
        quotedIn(sections).map((section) => [section, formOf(value)] as const),
      ),
    );
    expect(rows.at(-1)).toEqual([
      'every other',
      'list of what was answered, sorted by `id`, else by `name`, else by content',
    ]);
    const kept = SECTION_ROWS.filter(({ keptIn }) => keptIn === 'resources');
    const names = new Set<string>(kept.map(({ name }) => name));
    expect([...documented.keys()].filter((name) => !names.has(name))).toEqual([]);
    const forms = kept.map(({ name, identity: { by } }) => [
      name,
      isByTenant(name) ? 'by tenant' : by === 'whole' ? 'whole' : 'list',
    ]);
    expect(kept.map(({ name }) => [name, documented.get(name) ?? 'list'])).toEqual(forms);
  });
});

describe('the bounds', () => {
  const number = (value: number) => value.toLocaleString('en-US');

  test('of files', () => {
    const { entries, folders, bytes } = ARTIFACT_LIMITS;
    expect(tableAfter(page, '## Bounds\n').map(([, most]) => most)).toEqual([
      `${sizeInWords(MAX_RECORD_BYTES)} each`,
      sizeInWords(MAX_FILE_BYTES),
      `${MAX_PATH_BYTES} bytes, ${MAX_PATH_DEPTH} names`,
      `${number(entries)} files, ${number(folders)} folders`,
      sizeInWords(bytes),
    ]);
    expect(spaced).toContain(`a name of more than ${MAX_NAME_BYTES} bytes`);
  });

  test('of objects', () => {
    const size = /longer than (\d+ MiB)/.exec(spaced)?.[1];
    expect(objectLimitReason('x'.repeat(64 * 2 ** 20))).toBe(`larger than ${size}`);
    expect(objectLimitReason('x'.repeat(63 * 2 ** 20))).toBeUndefined();
    expect(spaced).toContain(`nested deeper than ${MAX_OBJECT_DEPTH} levels or longer than`);
    expect(spaced).toContain(`nested at most ${MAX_FILE_DEPTH} levels deep`);
  });
});

describe('what is noise', () => {
  const rules = SECTION_ROWS.flatMap((row): readonly SetRule[] => row.sets);
  const everywhere = rules.filter(({ where }) => where === 'everywhere');
  /** Lists of names, as the page parts them: by rules 1, and four kinds by rules 2. */
  const [sets1 = '', sets2 = ''] = point('Sets**').split('By rules 2 also');
  const [plain = '', values = '', references = '', beside = ''] = sets2.split(';');

  test('stamps, by rules 1 and 2', () => {
    const [first = '', second = ''] = point('Stamps**').split('By rules 2');
    expect(sorted(quotedIn(first))).toEqual(sorted(STAMPS_1));
    const seenLast = quotedIn(second).at(-1) ?? '';
    const isStamp = (version: number, key: string) =>
      Object.keys(noiseOf(version).object({ [key]: 1 })).length === 0;
    expect([isStamp(1, seenLast), isStamp(2, seenLast)]).toEqual([false, true]);
    for (const key of STAMPS_1) expect([isStamp(1, key), isStamp(2, key)]).toEqual([true, true]);
    // As it is worded: `last`, a capital letter, further letters, digits or `_`, and `Time` at the
    // end.
    expect(
      ['lastTime', 'last9Time', 'lastXTime', 'lastX_9Time', 'lastXTimes', 'lasTXTime'].map((key) =>
        isStamp(2, key),
      ),
    ).toEqual([false, false, true, true, false, false]);
  });

  test('sets, by rules 1', () => {
    expect(sorted(quotedIn(sets1))).toEqual(sorted(SETS_1));
  });

  test('sets, by rules 2', () => {
    const isPlain = ({ below, beside: member }: SetRule) => (below ?? member) === undefined;
    expect(sorted(quotedIn(plain))).toEqual(
      sorted(new Set(everywhere.filter(isPlain).flatMap(({ keys }) => keys))),
    );
    const [scopes, others] = [['values'], quotedIn(references).slice(0, -1)];
    expect(sorted(quotedIn(values))).toEqual(
      sorted([
        ...scopes,
        ...everywhere.flatMap(({ below, keys }) =>
          below !== undefined && keys.includes('values') ? [below] : [],
        ),
      ]),
    );
    const below = everywhere.filter(
      (rule) => rule.below !== undefined && !rule.keys.includes('values'),
    );
    expect(sorted(new Set(below.flatMap(({ keys }) => keys)))).toEqual(sorted(others));
    expect([...new Set(below.map((rule) => rule.below))]).toEqual(quotedIn(references).slice(-1));
    const isBeside = everywhere.flatMap((rule) =>
      rule.beside === undefined ? [] : [[...rule.keys, rule.beside.key, ...rule.beside.values]],
    );
    expect(isBeside).toEqual([quotedIn(beside)]);
  });

  test('sets of one section alone, of which the page would have to tell', () => {
    expect(rules.filter(({ where }) => where === 'here')).toEqual([]);
  });

  test('entries that say no more than none', () => {
    const rows: readonly SectionRow[] = SECTION_ROWS;
    const blank = rows.filter(({ isBlankEntry }) => isBlankEntry !== undefined);
    const files = quotedIn(point('Tenants without SSO**')).filter((word) => word.includes('/'));
    expect(sorted(blank.map(({ name }) => `resources/${name}.json`))).toEqual(sorted(files));
  });

  test('nothing of what is your own', () => {
    const rows: readonly SectionRow[] = SECTION_ROWS;
    const free = rows.flatMap(({ name, freeForm }) => freeForm.map((one) => ({ name, ...one })));
    const untouched = free.filter((one) => one.untouched === 'everywhere');
    const [members = '', files = ''] = point('Your own data**').split(', nor in the files of');
    expect(sorted(quotedIn(members))).toEqual(
      sorted(new Set(untouched.flatMap((one) => (one.members === 'all' ? [] : one.members)))),
    );
    for (const one of free.filter((some) => some.untouched === 'here')) {
      const keys = one.members === 'all' ? [] : one.members.map((key) => `\`${key}\``);
      expect(files).toContain([keys.join(', '), `of \`resources/${one.name}.json\``].join(' '));
    }
    const folders = quotedIn(files).filter((word) => word.includes('<id>'));
    expect(folders).toEqual(['flows/<id>/', 'widgets/flows/<id>/']);
    for (const folder of folders.map((one) => one.replace('<id>', 'x'))) {
      expect([`${folder}contents.json`, `${folder}metadata.json`].map(isEdited)).toEqual([
        true,
        false,
      ]);
    }
  });

  test('the order of collections of a snapshot', () => {
    const files = quotedIn(point('Collections of a snapshot**'));
    expect(files.filter((file) => !isCollection(file))).toEqual([]);
    expect(sorted(files)).toEqual(sorted(COLLECTIONS));
  });
});
