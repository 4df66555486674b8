/**
 * Much to write, against a service that fails in every way, and answers each open question in
 * either way.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/json/value.ts';
import { isSecretName } from '../../../src/project/secrets/names.ts';
import type { StrikeFault } from '../../fixtures/descope-api/faults.ts';
import type { DescopeApi, DescopeApiOptions } from '../../fixtures/descope-api/server.ts';
import { stateOf } from '../../fixtures/descope-api/state-of.ts';
import {
  RESTORE_ENDPOINTS,
  type RestoreEndpointName,
  type WriteAnswers,
} from '../../fixtures/descope-api/writes/index.ts';
import { differences } from '../../fixtures/restore/differences.ts';
import {
  RestoredProject,
  writesOf,
  type AppliedRun,
} from '../../fixtures/restore/restored-project.ts';
import { haveWorstNight, smallProject } from '../../fixtures/restore/worst-night.ts';

let project: RestoredProject | undefined;

afterEach(async () => {
  await project?.close();
  project = undefined;
});

const WRITES = (Object.keys(RESTORE_ENDPOINTS) as RestoreEndpointName[]).filter(
  (name) => RESTORE_ENDPOINTS[name].writes,
);

/** What no restore brings back: what a plan says, or what only live has. */
const NOT_BACK =
  /^\/(?:users|secrets|fgaTuples|sso\/old-co|sso\/acme\/""\/saml\/sp[A-Z]\w*|sso\/acme\/""\/oidc)(?:\/|$)/;

async function start(options: DescopeApiOptions) {
  const started = await RestoredProject.start(smallProject(), options);
  project = started;
  const { fresh } = await started.backUp();
  const saved = stateOf(started.api.state);
  // What happened to it before says nothing of how it answers now.
  const given = started.api.options;
  started.api.options = { ...given, answers: { tenant: 'wrapped' } };
  await haveWorstNight(started.api);
  started.api.options = given;
  return { project: started, fresh, saved };
}

function missing(saved: JsonObject, { state }: DescopeApi): string[] {
  return differences(saved, stateOf(state)).filter((path) => !NOT_BACK.test(path));
}

/** Places in a value where a placeholder stands, or a secret is empty. */
function badPlaces(value: JsonValue, path = ''): string[] {
  if (typeof value === 'string') return /\[withheld\]|\0/.test(value) ? [path] : [];
  if (!isJsonObject(value) && !Array.isArray(value)) return [];
  return Object.entries(value as JsonObject).flatMap(([key, child]) =>
    child === '' && isSecretName(key) ? [`${path}/${key}`] : badPlaces(child, `${path}/${key}`),
  );
}

function expectGoodBodies({ writes }: DescopeApi): void {
  for (const { write, body } of writes) {
    // In a file of a snapshot a blank keeps the secret that is there.
    if (write === 'snapshot-import') expect(JSON.stringify(Object.keys(body))).toBe('["files"]');
    else expect([write, badPlaces(body as JsonValue)]).toEqual([write, []]);
  }
}

/** No two objects of a list have one name. */
function expectNoTwins({ state }: DescopeApi): void {
  const { roles, permissions, ssoApps, inboundApps, outboundApps, jwtTemplates, lists } = state;
  const twins = (list: readonly JsonObject[], nameOf: (one: JsonObject) => unknown) => {
    const names = list.map((one) => JSON.stringify(nameOf(one)));
    return names.filter((name, index) => names.indexOf(name) !== index);
  };
  for (const list of [permissions, ssoApps, inboundApps, outboundApps, jwtTemplates, lists]) {
    expect(twins(list, ({ name }) => name)).toEqual([]);
  }
  expect(twins(roles, ({ tenantId, name }) => [tenantId, name])).toEqual([]);
}

/** What a run says of objects is so. */
function expectTruth({ report, error }: AppliedRun, left: readonly string[]): void {
  expect(report).toBeDefined();
  const done = (report?.objects ?? []).filter(({ outcome }) => outcome === 'done');
  for (const { section, id } of done) {
    expect(left.filter((text) => text.endsWith(` ${section}/${id}`))).toEqual([]);
  }
  const isAllDone = done.length === report?.objects.length && report.proof === 'equal';
  expect(error === undefined).toBe(isAllDone);
}

const FAULTS: Readonly<Record<string, Omit<StrikeFault, 'endpoint'>>> = {
  'does it, and answers 502': { kind: 'status', status: 502, done: true },
  'answers 502': { kind: 'status', status: 502 },
  'answers 504 to what it did': { kind: 'status', status: 504, done: true },
  'does it, and cuts the connection': { kind: 'reset', when: 'before-headers', done: true },
  'cuts the connection': { kind: 'reset', when: 'before-headers' },
  'does it, and cuts the answer': { kind: 'truncated', framing: 'content-length', done: true },
  'does it, and answers half': { kind: 'half-json', done: true },
  'does it, and answers a page': { kind: 'html', done: true },
  'answers a page': { kind: 'html' },
  refuses: { kind: 'status', status: 400, message: 'The name field is invalid' },
  'asks for patience': { kind: 'status', status: 429, retryAfter: 2 },
} as Readonly<Record<string, Omit<StrikeFault, 'endpoint'>>>;

describe('a service that at the first call of each write', () => {
  test.each(Object.entries(FAULTS))('%s', async (name, fault) => {
    const { project, fresh, saved } = await start({ plan: 'pro' });
    const { api } = project;
    api.faults = WRITES.map((endpoint) => ({ ...fault, endpoint, times: 1 }) as StrikeFault);
    const run = await project.restore(fresh);
    api.faults = [];
    expectGoodBodies(api);
    expectNoTwins(api);
    expectTruth(run, writesOf(await project.prepare(fresh)));
    if (name !== 'refuses') expect(run.error?.message).toBeUndefined();
    const rest = await project.restore(fresh);
    expect(rest.error?.message).toBeUndefined();
    expect(missing(saved, api)).toEqual([]);
  });
});

const ANSWERS: readonly WriteAnswers[] = [
  {},
  { unknownFields: 'refused' },
  { unknownFields: 'stored' },
  { blanks: 'answered' },
  { secrets: 'shown' },
  { tenantAuthType: 'reset' },
  { tenantSettings: 'kept' },
  { patchEmptyList: 'ignored' },
  { oidcSecret: 'cleared' },
  { ssoDomains: 'of-configuration' },
  { otherProtocol: 'kept' },
  { defaultSsoId: '' },
  { newRoleInMapping: 'when-listed' },
  { permissionInUse: 'refused' },
  { inboundAppId: 'kept' },
  { jwtTemplateId: 'kept' },
  { userAttributeExists: 'updated' },
  { flowStamps: 'compared' },
  { snapshotAbsent: 'deleted' },
];

describe('a service of which', () => {
  test.each(ANSWERS.map((one) => [JSON.stringify(one), one] as const))(
    'the open question is answered by %s',
    async (_name, answers) => {
      const { project, fresh, saved } = await start({ plan: 'pro', answers });
      const run = await project.restore(fresh);
      expectGoodBodies(project.api);
      expectNoTwins(project.api);
      expect(run.error?.message).toBeUndefined();
      expect(missing(saved, project.api)).toEqual([]);
      const undone = await project.undo(run);
      expect(undone.error?.message).toBeUndefined();
    },
  );

  test.each(['rolled-back', 'half-done'] as const)(
    'an import breaks, and is %s',
    async (failedImport) => {
      const { project, fresh, saved } = await start({ plan: 'pro', answers: { failedImport } });
      project.api.faults = [{ kind: 'import-breaks', times: 1 }];
      const run = await project.restore(fresh);
      project.api.faults = [];
      expectTruth(run, writesOf(await project.prepare(fresh)));
      const rest = await project.restore(fresh);
      expect(rest.error?.message).toBeUndefined();
      expect(missing(saved, project.api)).toEqual([]);
    },
  );

  test('the lists lag', async () => {
    const { project, fresh, saved } = await start({ plan: 'pro' });
    project.api.options = { ...project.api.options, lag: { reads: 3 } };
    const run = await project.restore(fresh);
    expect(run.error?.message).toBeUndefined();
    expectNoTwins(project.api);
    expect(missing(saved, project.api)).toEqual([]);
  });
});
