import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../../../src/json/parse.ts';
import { ExactNumber, type JsonObject, type JsonValue } from '../../../../src/json/value.ts';
import type { ProjectContent } from '../../../../src/services/backup/project-content.ts';
import {
  OBJECTS,
  parseEntries,
  readEntries,
  type ProjectEntries,
} from '../../../../src/services/backup/project-file/read.ts';
import { formatProject } from '../../../../src/services/backup/project-file/write.ts';

const METADATA = {
  timestamp: '2026-11-22T03:00:00Z',
  project_id: 'P2test',
  environment: 'test',
  tool_version: '1.0.0',
};

interface Tenant {
  readonly id: string;
  readonly attributes: JsonObject;
  /** What the Management API answered; a tenant of a config file has none. */
  readonly data?: JsonObject;
}
interface Flow {
  readonly id: string;
  readonly data: JsonObject;
}
interface Project {
  readonly config?: JsonObject;
  readonly tenants?: readonly Tenant[];
  readonly flows?: readonly Flow[];
}

function contentOf({ config = {}, tenants = [], flows = [] }: Project): ProjectContent {
  return {
    config,
    tenants: tenants.map(({ id, attributes, data }) => ({
      id,
      unpack: () => ({
        config: {
          id,
          name: id,
          domains: ['b.example', 'a.example'],
          self_provisioning: false,
          custom_attributes: attributes,
        },
        ...(data && { data }),
      }),
    })),
    flows: flows.map(({ id, data }) => ({ id, data: { unpack: () => data } })),
    resources: new Map(),
    snapshot: new Map(),
  };
}

const written = (project: Project): string =>
  [...formatProject(contentOf(project), METADATA)].join('');

/** Reads a text that is of the project, however it is laid out. */
function read(text: string, { tenants = [], flows = [] }: Project): ProjectEntries {
  const counts = { tenants: tenants.length, flows: flows.length };
  return readEntries(Buffer.from(text), counts, OBJECTS);
}

const valuesOf = (texts: ReadonlyMap<string, string>) =>
  [...texts].map(([id, text]) => [id, parseJson(Buffer.from(text))]);
const valuesIn = ({ tenants, flows }: ProjectEntries) => ({
  tenants: valuesOf(tenants),
  flows: valuesOf(flows),
});

/** Cutting and parsing must give the same. @returns what they give */
function expectSame(text: string, project: Project) {
  const values = valuesIn(read(text, project));
  expect(values).toEqual(valuesIn(parseEntries(Buffer.from(text), OBJECTS)));
  return values;
}

const CONFIG_FILE: Project = {
  config: { version: '1.0' },
  tenants: [
    { id: 'acme', attributes: {} },
    { id: 'beta', attributes: { plan: 'pro' } },
  ],
  flows: [{ id: 'login', data: { template: 'mfa' } }],
};
const LIVE: Project = {
  tenants: [
    { id: 'acme', attributes: {}, data: { id: 'acme', modifiedTime: 5, domains: ['b', 'a'] } },
    { id: 'beta', attributes: {}, data: {} },
  ],
  flows: [{ id: 'login', data: { id: 'login', etag: '"1"' } }],
};

/** Texts that look like the layout itself. */
const AWKWARD = [
  ',\n      "metadata": {',
  '\n    },\n    {',
  '\n  ]',
  ',\n      "tenant_data": ',
  '"tenant_id": "',
  '\\',
  '"',
  '😀',
  '',
];
const text = fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'binary', maxLength: 8 }));
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  text,
  fc.constantFrom<JsonValue>(null, 0, -1.5, true, [], {}, ['b', 'a'], { metadata: { a: 1 } }),
  fc.constantFrom('9007199254740993', '1e400').map((number) => new ExactNumber(number)),
);
const names = fc.oneof(
  fc.constantFrom('metadata', 'config', 'tenant_data', 'flow_data', 'tenant_id', '__proto__'),
  text,
);
const object = fc.dictionary(names, value, { maxKeys: 4 });
const projects = (idOf: fc.Arbitrary<string>, isLive: boolean): fc.Arbitrary<Project> =>
  fc.record({
    config: object,
    tenants: fc.array(
      fc.record({ id: idOf, attributes: object, ...(isLive && { data: object }) }),
      { maxLength: 4 },
    ),
    flows: fc.array(fc.record({ id: idOf, data: object }), { maxLength: 3 }),
  });
/** Ids are there twice now and then. */
const ids = fc.oneof(fc.constantFrom('a', 'b', 'a#2'), text);
const anyProject = fc.oneof(projects(ids, true), projects(ids, false));

describe('the layout of a project.json', () => {
  test('is that of the writer in every file that it wrote, and then its own text is cut', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        expect(read(written(project), project).layout).toBe('as-written');
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, Project]>([
    ['a config file', CONFIG_FILE],
    ['a live project', LIVE],
    ['nothing', {}],
    ['tenants alone', { tenants: CONFIG_FILE.tenants ?? [] }],
    ['flows alone', { flows: LIVE.flows ?? [] }],
    [
      'more than one run of text',
      {
        tenants: Array.from({ length: 3000 }, (_, n) => ({
          id: `t${n}`,
          attributes: { text: 'x'.repeat(100) },
        })),
      },
    ],
  ])('is that of the writer for %s', (_, project) => {
    const entries = read(written(project), project);
    expect(entries.layout).toBe('as-written');
    expect([...entries.tenants.keys()]).toEqual((project.tenants ?? []).map(({ id }) => id));
    expect([...entries.flows.keys()]).toEqual((project.flows ?? []).map(({ id }) => id));
    expectSame(written(project), project);
  });

  test.each<[string, (file: string) => string]>([
    ['in one line', (file) => JSON.stringify(JSON.parse(file))],
    ['with four spaces', (file) => JSON.stringify(JSON.parse(file), null, 4)],
    ['with a tab', (file) => JSON.stringify(JSON.parse(file), null, '\t')],
    ['with line breaks of Windows', (file) => file.replaceAll('\n', '\r\n')],
    ['without a line break at the end', (file) => file.trimEnd()],
    [
      'with flows first',
      (file) => {
        const { tenants, flows, ...rest } = JSON.parse(file) as Record<string, unknown>;
        return JSON.stringify({ ...rest, flows, tenants }, null, 2);
      },
    ],
  ])('is another one %s: the file is parsed, to the same objects', (_, change) => {
    for (const project of [CONFIG_FILE, LIVE]) {
      const file = change(written(project));
      expect(read(file, project).layout).toBe('parsed');
      expect(expectSame(file, project)).toEqual(valuesIn(read(written(project), project)));
    }
  });

  test('is no longer taken for that of the writer when it has not as many entries as it should', () => {
    const file = written(CONFIG_FILE);
    const { layout } = readEntries(Buffer.from(file), { tenants: 3, flows: 1 }, OBJECTS);
    expect(layout).toBe('parsed');
  });
});

describe('cutting a project.json and parsing it', () => {
  test('give the same objects, whatever is in them', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        expectSame(written(project), project);
      }),
      { numRuns: 300 },
    );
  });

  test('give the same objects, wherever white space is another than the writer has', () => {
    const TOKENS = /"(?:[^"\\]|\\.)*"|\s+|[^\s"]+/g;
    const spaces = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\n  ',
      '\n    ',
      '\n      ',
      '\n        ',
      '\r\n',
    );
    const changes = fc.array(fc.tuple(fc.nat(), spaces), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyProject, changes, (project, edits) => {
        const tokens = written(project).match(TOKENS) ?? [];
        const places = tokens.flatMap((token, index) => (token.trim() === '' ? [index] : []));
        for (const [nth, space] of edits) tokens[places[nth % places.length] ?? 0] = space;
        expectSame(tokens.join(''), project);
      }),
      { numRuns: 1000 },
    );
  });

  test.each<[string, string, string]>([
    // A later release may add members; they may stand anywhere.
    [
      'a member after the object',
      ',\n      "metadata": {',
      ',\n      "later": {},\n      "metadata": {',
    ],
    [
      'a member before the object',
      ',\n      "tenant_data": ',
      ',\n      "later": {},\n      "tenant_data": ',
    ],
    [
      'a member before the configuration',
      ',\n      "config": ',
      ',\n      "later": [1],\n      "config": ',
    ],
    [
      'other white space before the object',
      ',\n      "tenant_data": {',
      ',\n      "tenant_data" : {',
    ],
    ['a member in the same line', ',\n      "config": ', ', "later": 1,\n      "config": '],
  ])('give the same objects of an entry that has %s', (_, from, to) => {
    for (const project of [LIVE, CONFIG_FILE]) {
      const before = valuesIn(read(written(project), project));
      expect(expectSame(written(project).replaceAll(from, to), project)).toEqual(before);
    }
  });

  test('give the same objects of tenants whose members stand in another order', () => {
    const entry = /(?<=\n {6})"config": (.*?),\n {6}"tenant_data": (.*?)(?=,\n {6}"metadata")/gs;
    for (const spaced of ['"tenant_data": ', '"tenant_data" : ']) {
      const file = written(LIVE).replace(entry, `${spaced}$2,\n      "config": $1`);
      expect(file).not.toBe(written(LIVE));
      expect(read(file, LIVE).layout).toBe('as-written');
      expect(expectSame(file, LIVE)).toEqual(valuesIn(read(written(LIVE), LIVE)));
    }
  });

  test('number the objects of one id alike', () => {
    const project = { flows: ['a', 'a#2', 'a', 'a'].map((id, n) => ({ id, data: { n } })) };
    expect(expectSame(written(project), project).flows).toEqual([
      ['a', { n: 0 }],
      ['a#2', { n: 1 }],
      ['a#3', { n: 2 }],
      ['a#4', { n: 3 }],
    ]);
  });
});

test('the text of an object is the one in the file, with all of its noise', () => {
  const { tenants, flows } = read(written(LIVE), LIVE);
  expect(tenants.get('acme')).toBe(
    '{\n        "domains": [\n          "b",\n          "a"\n        ],\n        "id": "acme",\n        "modifiedTime": 5\n      }',
  );
  expect(tenants.get('beta')).toBe('{}');
  expect(flows.get('login')).toBe('{\n        "etag": "\\"1\\"",\n        "id": "login"\n      }');
  const spelt = written(LIVE).replace('"modifiedTime": 5', '"modifiedTime": 5.0');
  expect(read(spelt, LIVE).tenants.get('acme')).toContain('"modifiedTime": 5.0\n');
});

test.each<[string, string]>([
  ['', 'JSON'],
  ['{}', 'not a project backup'],
  ['{"tenants": {}, "flows": []}', 'tenants is not a list'],
  ['{"tenants": [], "flows": [{}]}', 'flows[0] is not a saved flow'],
])('what is no project.json is an error: %s', (file, message) => {
  expect(() => readEntries(Buffer.from(file), { tenants: 0, flows: 0 }, OBJECTS)).toThrow(message);
});
