/**
 * What is written can be read back, and what cannot is named before it is written: whatever a
 * project holds.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSectionChoice } from '../../../src/project/sections/choice.ts';
import {
  BackupService,
  readProjectState,
  verifyBackup,
  withoutNoise,
  type ProjectContent,
} from '../../../src/services/index.ts';
import { READ_ENDPOINTS } from '../../../src/descope/reads.ts';
import { DescopeApiClient } from '../../../src/descope/client.ts';
import { ProjectFetcher } from '../../../src/descope/capture/project-fetcher.ts';
import { ARTIFACT_LIMITS } from '../../../src/storage/archive-limits.ts';
import { tellsCaseApart } from '../../../src/storage/case-probe.ts';
import type { JsonObject, JsonValue } from '../../../src/json/value.ts';
import { MAX_FILE_DEPTH, MAX_OBJECT_DEPTH, objectLimitReason } from '../../../src/json/limits.ts';
import { listFiles } from '../../../src/storage/list-files.ts';
import { unsafePathReason } from '../../../src/storage/safe-names.ts';
import { unzip } from '../../../src/storage/unzip.ts';
import { Secret } from '../../../src/project/secret.ts';
import { startLoopback, type Loopback } from '../../fixtures/loopback.ts';
import { makeFolder } from '../../fixtures/run-bundle.ts';
import { makeZip } from '../../fixtures/zip.ts';

const PROJECT = 'P2limits';
const NOW = Date.UTC(2026, 10, 22, 3);
/** Of the disk that the tests write to. */
const isTold = await tellsCaseApart(tmpdir());

interface Project {
  readonly tenants: readonly JsonObject[];
  readonly lists: readonly JsonObject[];
  readonly sso: JsonObject;
  readonly flow: JsonObject;
  readonly files: JsonObject;
}

function answerOf(name: string, { tenants, lists, sso, flow, files }: Project): JsonObject {
  switch (name) {
    case 'tenants':
      return { tenants };
    case 'lists':
      return { lists };
    case 'tenantSso':
      return { SSOSettings: [sso] };
    case 'flowList':
      return { flows: [{ id: 'f' }] };
    case 'flowExport':
      return { flow };
    case 'snapshot':
      return { files };
    default:
      return {};
  }
}

async function startServer(project: Project): Promise<Loopback> {
  return startLoopback((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://x');
    const found = Object.entries(READ_ENDPOINTS).find(
      ([, { method, path }]) => method === request.method && path === pathname,
    );
    const [name = '', endpoint] = found ?? [];
    const { key, type } = endpoint?.carries ?? { key: undefined, type: 'map' };
    const answer = {
      ...(key !== undefined && { [key]: type === 'list' ? [] : {} }),
      ...answerOf(name, project),
    };
    request.resume().on('end', () => response.end(JSON.stringify(answer)));
  });
}

async function fetchProject(project: Project) {
  const server = await startServer(project);
  try {
    const client = new DescopeApiClient({
      projectId: PROJECT,
      managementKey: new Secret('K2key'),
      baseUrl: new URL(server.origin),
      deadlineMs: 60_000,
      maxRequests: 5000,
      signal: new AbortController().signal,
    });
    return await new ProjectFetcher(client, {
      sections: parseSectionChoice('all') ?? new Set(),
      withoutNoise,
      now: NOW,
      tellsCaseApart: () => Promise.resolve(isTold),
    }).fetch();
  } finally {
    await server.close();
  }
}

function nested(depth: number): JsonValue {
  return depth <= 0 ? 'leaf' : depth % 2 === 0 ? [nested(depth - 1)] : { k: nested(depth - 1) };
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('__proto__', 'constructor', '\ud800', '\u2028', 'id', 'data', 'groups', ''),
);
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue> },
  {
    weight: 1,
    arbitrary: fc.integer({ min: MAX_OBJECT_DEPTH - 8, max: MAX_OBJECT_DEPTH + 12 }).map(nested),
  },
);
const object = fc
  .array(fc.tuple(text, value), { maxLength: 4 })
  .map((members): JsonObject => Object.fromEntries<JsonValue>(members));
const withId = fc
  .tuple(fc.oneof(text, fc.constantFrom('acme', 'ACME', 'b')), object)
  .map(([id, rest]): JsonObject => ({ ...rest, id: id === '' ? 'x' : id }));
const segment = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'A', 'flows', 'é', 'e\u0301', 'styles', 'x'.repeat(255)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '..',
      '.',
      '',
      'con',
      'a.',
      '\ud800',
      'a\u2028b',
      '\r',
      'é'.repeat(128),
      ' a',
      '-rf',
      '~',
    ),
  },
);
const path = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: fc.array(segment, { minLength: 1, maxLength: 3 }) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 1, max: 300 }).map((n) => Array<string>(n).fill('d')),
      },
    ),
    fc.constantFrom('.json', '.JSON', '.txt', '.png', ''),
  )
  .map(([segments, ending]) => segments.join('/') + ending);
const file = fc.oneof(object, value, fc.string({ unit: 'binary' }), fc.constant('YQ=='));

const project: fc.Arbitrary<Project> = fc.record({
  tenants: fc.array(withId, { maxLength: 3 }),
  lists: fc.array(object, { maxLength: 3 }),
  sso: object,
  flow: object,
  files: fc
    .array(fc.tuple(path, file), { maxLength: 6 })
    .map((entries): JsonObject => Object.fromEntries<JsonValue>(entries)),
});

describe('what the writer accepts, the reader accepts', () => {
  test('whatever is in a project: it is in a backup that verifies, or named as failed', async () => {
    const root = await makeFolder();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(project, async (given) => {
        const state = await fetchProject(given);
        const content: ProjectContent = { ...state, config: {} };
        const service = new BackupService({
          backupRoot: join(root, String(run++)),
          clock: () => NOW,
        });
        const saved = await service.saveProject(PROJECT, 'test', content, {
          source: { type: 'management-api' },
          coverage: state.coverage,
        });
        const verification = await verifyBackup(saved);
        if (!verification.verified) throw new Error(verification.problems.join('; '));
        const read = await readProjectState(saved, verification.manifest);

        const notes = (section: string, status: readonly string[] = ['failed']) =>
          state.coverage
            .filter((one) => one.section === section && status.includes(one.status))
            .map((one) => String(one.note))
            .join('\n');
        for (const [name, content_] of Object.entries(given.files)) {
          const isSaved = read.get('snapshot')?.has(name) === true;
          expect([
            name,
            isSaved || notes('snapshot-file', ['not-covered']).includes(JSON.stringify(name)),
          ]).toEqual([name, true]);
          if (
            unsafePathReason(`snapshot/${name}`) !== undefined ||
            objectLimitReason(content_) !== undefined
          ) {
            expect(isSaved).toBe(false);
          }
        }
        const tooDeep = (some: readonly JsonValue[]) =>
          some.filter((one) => objectLimitReason(one) !== undefined).length;
        expect(state.tenants).toHaveLength(given.tenants.length - tooDeep(given.tenants));
        expect(notes('tenants') !== '').toBe(tooDeep(given.tenants) > 0);
        expect(state.resources.get('lists')).toHaveLength(
          given.lists.length - tooDeep(given.lists),
        );
        expect(notes('lists') !== '').toBe(tooDeep(given.lists) > 0);
        const hasFlow = Object.keys(given.files).some((name) => name.startsWith('flows/f/'));
        if (!hasFlow) expect(notes('flows') !== '').toBe(tooDeep([given.flow]) > 0);

        // The same files come out of an archive.
        const { files } = await listFiles(saved);
        const folder = join(root, `zip-${run}`, PROJECT);
        await mkdir(folder, { recursive: true });
        const zip = makeZip(
          await Promise.all(
            files.map(async (name) => ({
              name: `${PROJECT}/${basename(saved)}/${name}`,
              content: await readFile(join(saved, name)),
            })),
          ),
        );
        await writeFile(join(dirname(folder), 'a.zip'), zip);
        const target = join(dirname(folder), 'unpacked');
        await unzip(join(dirname(folder), 'a.zip'), target, ARTIFACT_LIMITS);
        const again = await verifyBackup(join(target, PROJECT, basename(saved)));
        expect(again.verified).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 180_000);

  test.each([
    ['one of its files alone is odd', { 'a..': 'YQ==', 'b.json': {} }, 'saved', 1],
    ['all of its files are odd', { 'a..': 'YQ==', 'con.json': {} }, 'failed', 0],
    ['it has no files', {}, 'saved', 0],
  ])('a snapshot is lost or not when %s', async (_, files, status, count) => {
    const { coverage } = await fetchProject({ tenants: [], lists: [], sso: {}, flow: {}, files });
    expect(coverage.find(({ section }) => section === 'snapshot')).toMatchObject({ status, count });
  });

  test('an object of the deepest nesting has place in each file', () => {
    expect(objectLimitReason(nested(MAX_OBJECT_DEPTH))).toBeUndefined();
    expect(objectLimitReason(nested(MAX_OBJECT_DEPTH + 1))).toMatch(/^nested deeper/);
    expect(MAX_FILE_DEPTH - MAX_OBJECT_DEPTH).toBeGreaterThanOrEqual(5);
  });

  test('an object that would be too long a text is refused before it is written', () => {
    const long = Array.from({ length: 70 }, () => 'x'.repeat(2 ** 20));
    expect(objectLimitReason(long)).toBe('larger than 64 MiB');
    expect(objectLimitReason(long.slice(0, 60))).toBeUndefined();
    // Indents count: each of these numbers stands on a line of its own.
    const many = Array.from({ length: 400_000 }, () => 1);
    expect(objectLimitReason(many)).toBeUndefined();
    const deep = Array.from({ length: 100 }).reduce<JsonValue>((inner) => [inner], many);
    expect(objectLimitReason(deep)).toBe('larger than 64 MiB');
  });
});
