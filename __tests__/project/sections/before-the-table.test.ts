/**
 * The table of sections says what the lists said that it took the place of: hashes and names that
 * exist depend on it.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noiseOf } from '../../../src/project/noise.ts';
import { FREE_FORMS, FreeForms } from '../../../src/project/secrets/free-form.ts';
import { isByTenant, nameInSection } from '../../../src/project/sections/identity.ts';
import { SECTION_ROWS } from '../../../src/project/sections/index.ts';
import type { FreeForm, SectionRow, SetRule } from '../../../src/project/sections/section.ts';
import * as layout from '../../../src/project/snapshot-layout.ts';
import type { JsonValue } from '../../../src/json/value.ts';
import { canonicalJson } from '../../../src/json/write.ts';
import * as freeBefore from '../../fixtures/before-the-table/free-form.ts';
import {
  BY_TENANT,
  idInSection,
  READ_WITH,
  SHOWN_FIRST,
} from '../../fixtures/before-the-table/identity.ts';
import {
  CUSTOM,
  Noise as NoiseBefore,
  SETS_1,
  SETS_2,
} from '../../fixtures/before-the-table/noise.ts';
import * as before from '../../fixtures/before-the-table/snapshot.ts';

/**
 * Those that there were then. Later ones are beside them, and change nothing of what is asked here.
 */
const ROWS = SECTION_ROWS.filter((row: SectionRow) => row.since === undefined);
const NAMES_BEFORE = ROWS.map(({ name }) => name);

/** Keys that some rule knows, and some that none does. */
const KEYS = [
  ...SETS_1,
  ...SETS_2,
  ...[
    'values',
    'permissionsScopes',
    'attributesScopes',
    'connectionsScopes',
    'references',
    'oauth',
  ],
  ...['omitted', 'userAttributes', 'tenantAttributes', 'componentsVersion', 'etag', 'modifiedTime'],
  ...[
    'lastSuccessTestTime',
    'lastingTime',
    'customAttributes',
    'custom_attributes',
    'customClaims',
  ],
  ...['contents', 'data', 'template', 'type', 'id', 'name', 'tenantId', 'groupsPriority', 'x'],
];
const TEXTS = ['', 'texts', 'ips', 'json', 'a', 'b', 'c'];
const leaf = fc.constantFrom<JsonValue>(...TEXTS, 0, 1, true, false, null);
const values = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.constantFrom<JsonValue>(...TEXTS), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 5 }),
  ),
})).value;

const NAMES = ['flows', 'connectors', 'auth', 'widgets', 'styles', 'assets', 'project', 'password'];
const FILES = [
  ...[
    'applications',
    'outboundapps',
    'roles',
    'permissions',
    'jwttemplates',
    'lists',
    'attributes',
  ],
  ...['metadata', 'contents', 'screen-a', 'index', 'a b', 'ü'],
];
const segment = fc.constantFrom(...NAMES, ...FILES);
const paths = fc
  .tuple(
    fc.array(segment, { maxLength: 3 }),
    segment,
    fc.constantFrom('.json', '.json', '.json', '.html', '.txt', '.png', '', '/'),
  )
  .map(([folders, file, ending]) => [...folders, `${file}${ending}`].join('/'));
const sections = fc.constantFrom<string>(...NAMES_BEFORE, 'made-up');

const RUNS = { numRuns: 5000 };

test('what later sections know holds in them alone: hashes and places that exist depend on the rest', () => {
  for (const row of SECTION_ROWS.filter((one: SectionRow) => one.since !== undefined)) {
    const { name, sets, freeForm, snapshot }: SectionRow = row;
    const rules = [
      ...sets.map(({ where }) => where),
      ...freeForm.map(({ untouched }) => untouched),
    ];
    const places = [...rules, ...freeForm.map(({ unsearched }) => unsearched)];
    expect([name, places.filter((place) => place === 'everywhere')]).toEqual([name, []]);
    expect([name, snapshot]).toEqual([name, undefined]);
  }
});

describe('the table of sections says what the lists before it said', () => {
  test.each([1, 2])('of noise by rules %d', (version) => {
    const [old, now] = [new NoiseBefore(version), noiseOf(version)];
    fc.assert(
      fc.property(values, sections, paths, (value, section, path) => {
        // The lists took ids of tenants for names of members, which rules 2 do no longer.
        const resource = version === 2 && isByTenant(section) ? { acme: value } : value;
        const texts = (noise: Pick<NoiseBefore, 'value' | 'resource' | 'snapshotFile'>) =>
          [
            noise.value(value),
            noise.resource(section, resource),
            noise.resource('tenant-sso', { a: value, b: [] }),
            noise.snapshotFile(path, value),
          ].map(canonicalJson);
        expect(texts(now)).toEqual(texts(old));
      }),
      RUNS,
    );
  });

  test('of each set and each member that is free form, one by one', () => {
    for (const version of [1, 2]) {
      const [old, now] = [new NoiseBefore(version), noiseOf(version)];
      for (const key of KEYS) {
        for (const above of KEYS) {
          const list = [{ etag: 1, b: 1 }, { b: 0 }, 'b', 'a'];
          const value: JsonValue = { [above]: [{ x: { [key]: list, type: 'texts' } }] };
          expect([above, key, canonicalJson(now.value(value))]).toEqual([
            above,
            key,
            canonicalJson(old.value(value)),
          ]);
        }
      }
    }
  });

  test('of what holds everywhere, to which nothing may be added', () => {
    const sets = SECTION_ROWS.flatMap((row): readonly SetRule[] => row.sets);
    const everywhere = sets.filter(({ where }) => where === 'everywhere');
    const plain = everywhere.filter(({ below, beside }) => (below ?? beside) === undefined);
    expect(plain.flatMap(({ keys }) => keys).sort()).toEqual([...SETS_2].sort());
    expect(everywhere.flatMap(({ below }) => below ?? []).sort()).toEqual([
      'attributesScopes',
      'connectionsScopes',
      'permissionsScopes',
      'references',
    ]);
    expect(everywhere.flatMap(({ beside, keys }) => (beside === undefined ? [] : keys))).toEqual([
      'data',
    ]);
    const free = SECTION_ROWS.flatMap((row): readonly FreeForm[] => row.freeForm);
    const untouched = free.flatMap((one) => (one.untouched === 'everywhere' ? one.members : []));
    expect([...untouched].sort()).toEqual([...CUSTOM].sort());
  });

  test('of what is not searched for secrets', () => {
    const places = fc.oneof(
      sections,
      paths.map((path) => `snapshot/${path}`),
      paths,
    );
    fc.assert(
      fc.property(places, fc.constantFrom(...KEYS), (place, key) => {
        expect(FREE_FORMS.isFreePlace(place)).toBe(freeBefore.isFreePlace(place));
        expect(FREE_FORMS.isFreeKey(key, place)).toBe(freeBefore.isFreeKey(key, place));
        expect(FREE_FORMS.isFreeKey(key, undefined)).toBe(false);
      }),
      RUNS,
    );
    const reasons = new FreeForms(ROWS).all.map(({ why }) => why);
    const reasonsBefore = [
      ...freeBefore.FREE_SECTIONS.values(),
      ...freeBefore.FREE_FOLDERS.values(),
      ...freeBefore.FREE_KEYS.values(),
      ...[...freeBefore.FREE_MEMBERS.values()].map(([, why]) => why),
    ];
    expect(new Set(reasons)).toEqual(new Set(reasonsBefore));
  });

  test('of the files of a snapshot', () => {
    expect(layout.SNAPSHOT_PARTS.map(({ name }) => name)).toEqual(before.SNAPSHOT_ONLY);
    const changed = fc.uniqueArray(sections).map((some) => new Set(some));
    const flows = fc.uniqueArray(segment).map((some) => new Set<string>(some));
    fc.assert(
      fc.property(paths, changed, flows, (path, inChanges, changedFlows) => {
        expect(layout.partOf(path)).toBe(before.partOf(path));
        expect(layout.flowFileOf(path)?.flow).toBe(before.flowOf(path));
        expect(layout.judgedList(path)).toBe(before.judgedList(path));
        expect(layout.judgedObject(path)).toEqual(before.judgedObject(path));
        expect(layout.countedObject(path)).toEqual(before.countedObject(path));
        expect(layout.twinAmong(path, inChanges, changedFlows)).toBe(
          before.twinOf(path, inChanges, changedFlows),
        );
      }),
      RUNS,
    );
  });

  test('of what objects are called by', () => {
    fc.assert(
      fc.property(values, sections, (value, section) => {
        const id = nameInSection(section, value) ?? canonicalJson(value);
        expect(id).toBe(idInSection(value, section));
      }),
      RUNS,
    );
    expect(NAMES_BEFORE.filter(isByTenant)).toEqual(BY_TENANT);
  });

  test('of the calls that read each section', () => {
    const rows = ROWS.filter(({ keptIn }) => keptIn === 'resources');
    const reads = rows.map(({ name, read }) => {
      const endpoints = 'endpoint' in read ? [read.endpoint] : read.endpoints;
      return [name, [read.shape, ...endpoints].join(' ')];
    });
    expect(reads).toEqual(Object.entries(READ_WITH));
  });

  test('of what is shown first, and what one object is called', () => {
    const shown = SECTION_ROWS.flatMap(({ name, shown: how }: SectionRow) =>
      how === undefined ? [] : [{ name, ...how }],
    );
    const inOrder = shown.sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
    expect(inOrder.map(({ name, singular = name }) => [name, singular])).toEqual(SHOWN_FIRST);
    expect(new Set(shown.map(({ place }) => place)).size).toBe(shown.length);
  });
});
