import { PROOF } from '../../../../src/services/changes/risk/flow-words.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ProjectState } from '../../../../src/services/changes/project-state.ts';
import {
  isJsonObject,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../../../src/json/value.ts';
import { canonicalJson } from '../../../../src/json/write.ts';
import { parseJson } from '../../../../src/json/parse.ts';
import { keyedEntry } from '../../../../src/project/sections/identity.ts';
import { mixedProject } from '../../../fixtures/descope-api/mixed-project.ts';
import { seededRandom, shuffled, type Random } from '../../../fixtures/descope-api/shuffle.ts';
import { snapshotFiles } from '../../../fixtures/descope-api/snapshot.ts';
import { SAME_STAMPS } from '../../../fixtures/descope-api/stamps.ts';
import { assess, assessObject, stateOf } from './assess.ts';
import { automated, condition, contents, exported, loggedIn, screenTask } from './flow-graphs.ts';
import { WIDENINGS } from './widenings.ts';

type Sections = Record<string, Record<string, JsonValue>>;

function byId(objects: readonly object[], key = 'id'): Record<string, JsonValue> {
  return Object.fromEntries(
    (objects as readonly JsonObject[]).map((one) => [one[key] as string, one]),
  );
}

/** A project with something of everything, section by section, as a backup of it is read. */
function project(): Sections {
  const state = mixedProject();
  // The large one is only large.
  const flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
  return {
    tenants: byId(state.tenants),
    'tenant-settings': Object.fromEntries(state.tenantSettings),
    'tenant-sso': Object.fromEntries(
      [...state.sso].map(([id, list]) => [
        id,
        keyedEntry('tenant-sso', list as unknown as JsonValue),
      ]),
    ),
    roles: byId(state.roles, 'name'),
    'sso-apps': byId(state.ssoApps),
    'inbound-apps': byId(state.inboundApps),
    'outbound-apps': byId(state.outboundApps),
    'access-keys': byId(state.accessKeys),
    'jwt-templates': byId(state.jwtTemplates),
    lists: byId(state.lists),
    'password-settings': { 'password-settings': state.passwordSettings },
    'user-attributes': byId(state.userAttributes, 'name'),
    flows: byId(flows),
    snapshot: snapshotFiles({ ...state, flows }, SAME_STAMPS),
  };
}

const PROJECT = project();

/** Every object of the project with its place. */
const OBJECTS = Object.entries(PROJECT).flatMap(([section, objects]) =>
  Object.entries(objects)
    .filter(([, value]) => isJsonObject(value))
    .map(([id, value]) => ({ section, id, value: value as JsonObject })),
);

/** Words that a flow without a graph is read by may be in any text of one. */
const hasNoProof = (value: JsonObject): boolean => !PROOF.test(JSON.stringify(value));

/**
 * What nobody is let in by: texts for people, pictures, places on a canvas, what customers fill as
 * they like.
 */
const unrelated = fc
  .oneof(
    fc.record({ description: fc.string(), displayName: fc.string(), logo: fc.webUrl() }),
    fc.record({ createdTime: fc.nat(), view: fc.record({ x: fc.integer(), y: fc.integer() }) }),
    fc
      .dictionary(
        fc.constantFrom(
          'enforceSSO',
          'disabled',
          'domains',
          'redirectUrl',
          'issuer',
          'roleNames',
          'x',
        ),
        fc.oneof(fc.boolean(), fc.string(), fc.webUrl(), fc.array(fc.string())),
        { minKeys: 1, noNullPrototype: true },
      )
      .chain((map) =>
        fc.constantFrom<JsonObject>(
          { customAttributes: map },
          { custom_attributes: map },
          { customClaims: map },
        ),
      ),
  )
  .filter((value) => hasNoProof(value));

/** An object with more members; of SSO, each of its configurations. */
function withMore(section: string, value: JsonObject, more: JsonObject): JsonObject {
  if (section !== 'tenant-sso') return { ...value, ...more };
  const all = Object.entries(value).map(([name, one]) => [
    name,
    { ...(one as JsonObject), ...more },
  ]);
  return Object.fromEntries(all) as JsonObject;
}

test('what nobody is let in by is never high, in whatever object', () => {
  fc.assert(
    fc.property(fc.constantFrom(...OBJECTS), unrelated, ({ section, id, value }, more) => {
      const { risk, found } = assessObject(section, id, value, withMore(section, value, more));
      expect(found).toEqual([]);
      expect(risk).not.toBe('high');
      expect(assessObject(section, id, withMore(section, value, more), value).found).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a widening is found beside whatever else changed in the object', () => {
  const objects = WIDENINGS.filter(({ before, after }) =>
    [before, after].every((one) => one === undefined || isJsonObject(one)),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...objects),
      unrelated,
      unrelated,
      ({ section, id, rule, before, after, isHighBack }, old, now) => {
        const [a, b] = [before, after].map((one, index) =>
          one === undefined || section === 'tenant-sso'
            ? one
            : { ...(one as JsonObject), ...(index === 0 ? old : now) },
        );
        const there = assessObject(section, id, a, b);
        expect(there.risk).toBe('high');
        expect(there.findings.map((one) => one.rule)).toContain(rule);
        const back = assessObject(section, id, b, a);
        expect(back.risk).toBe(isHighBack === true ? 'high' : 'low');
      },
    ),
    { numRuns: 1000 },
  );
});

/** Lists whose order is behaviour. */
const ORDERED: ReadonlySet<string> = new Set([
  'groupsPriority',
  'branches',
  'rules',
  'template',
  'data',
]);

/** The same in which every list that may be is in another order. */
function reordered(value: JsonValue, random: Random): JsonValue {
  if (Array.isArray(value)) {
    return shuffled(value as readonly JsonValue[], random).map((one) => reordered(one, random));
  }
  if (!isJsonObject(value)) return value;
  const other: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value)) {
    setOwn(other, key, ORDERED.has(key) ? child : reordered(child, random));
  }
  return other;
}

test('the order of lists is never high, and the same is nothing', () => {
  expect(assess(stateOf(PROJECT), stateOf(PROJECT))).toMatchObject({ risk: 'none', found: [] });
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed);
      const other = Object.fromEntries(
        Object.entries(PROJECT).map(([section, objects]) => [
          section,
          Object.fromEntries(
            Object.entries(objects).map(([id, value]) => [id, reordered(value, random)]),
          ),
        ]),
      );
      expect(assess(stateOf(PROJECT), stateOf(other)).found).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

describe('SSO configurations', () => {
  const configurations = fc.uniqueArray(
    fc.record({
      ssoId: fc.constantFrom('', 'a', 'b', 'customAttributes', '__proto__'),
      saml: fc.record({
        idpEntityId: fc.constantFrom('x', 'y'),
        idpCertificate: fc.constantFrom('1', '2'),
      }),
      oidc: fc.constant({}),
    }),
    { selector: ({ ssoId }) => ssoId, maxLength: 4 },
  );
  const stateWith = (list: JsonValue): ProjectState =>
    stateOf({ 'tenant-sso': { acme: keyedEntry('tenant-sso', list) } });

  test('are the same in any order, and show each field that differs under their name', () => {
    fc.assert(
      fc.property(configurations, configurations, fc.integer(), (before, after, seed) => {
        const shuffledAfter = shuffled(after, seededRandom(seed));
        const result = assess(stateWith(before), stateWith(after));
        expect(assess(stateWith(before), stateWith(shuffledAfter))).toEqual(result);
        const old = new Map(before.map((one) => [one.ssoId, canonicalJson(one)]));
        const isHigh = after.some((one) => old.get(one.ssoId) !== canonicalJson(one));
        expect(result.risk === 'high').toBe(isHigh);
      }),
    );
  });
});

interface Step {
  readonly kind: number;
  readonly to: readonly [number, number];
}
const SIZE = 5;
const PROOFS = ['verify-otp', 'verify-totp'] as const;

/** Small flows, of which every way can be tried. */
const flows = fc.array(
  fc.record({
    kind: fc.nat(3),
    to: fc.tuple(fc.nat(SIZE), fc.nat(SIZE)),
  }),
  { minLength: SIZE, maxLength: SIZE },
);

function build(steps: readonly Step[]) {
  const tasks = steps.map(({ kind, to: [a, b] }, index) => {
    const id = String(index);
    const proof = PROOFS[kind];
    if (proof !== undefined) return automated(id, proof, [['success', String(a)]]);
    const exits = [
      ['a', String(a)],
      ['b', String(b)],
    ] as const;
    return kind === 2 ? condition(id, exits) : screenTask(id, exits);
  });
  return contents(...tasks, loggedIn(String(SIZE)));
}

/** What is proven on each way from the start to the end, by trying them all. */
function allWays(steps: readonly Step[]): ReadonlySet<string>[] {
  const found: ReadonlySet<string>[] = [];
  const go = (at: number, proven: ReadonlySet<string>, seen: ReadonlySet<number>): void => {
    const step = steps[at];
    if (step === undefined) {
      found.push(proven);
      return;
    }
    if (seen.has(at)) return;
    const proof = PROOFS[step.kind];
    const next = proof === undefined ? step.to : [step.to[0]];
    const more = proof === undefined ? proven : new Set([...proven, proof]);
    for (const to of next) go(to, more, new Set([...seen, at]));
  };
  go(0, new Set(), new Set());
  return found;
}

/** Where a walk from a task can come to, loops and all. */
function reach(steps: readonly Step[], from: number, found = new Set<number>()): Set<number> {
  if (found.has(from)) return found;
  found.add(from);
  const step = steps[from];
  const next = step === undefined ? [] : PROOFS[step.kind] === undefined ? step.to : [step.to[0]];
  for (const to of next) reach(steps, to, found);
  return found;
}

function reachedProofs(steps: readonly Step[]): Set<string> {
  const onWay = [...reach(steps, 0)].filter((at) => reach(steps, at).has(SIZE));
  return new Set(onWay.flatMap((at) => PROOFS[steps[at]?.kind ?? -1] ?? []));
}

describe('a flow', () => {
  test('is found when a way is there that proves less than all that were, or a proof is reached no more', () => {
    fc.assert(
      fc.property(flows, flows, (before, after) => {
        const [old, now] = [allWays(before), allWays(after)];
        const isShorter =
          old.length > 0 &&
          now.some((way) => !old.some((one) => [...one].every((proof) => way.has(proof))));
        const isGone = [...reachedProofs(before)].some((one) => !reachedProofs(after).has(one));
        const { found } = assessObject(
          'flows',
          'f',
          exported(build(before)),
          exported(build(after)),
        );
        if (isShorter || isGone) expect(found).not.toEqual([]);
        // A branch alone may have become shorter, but not where every way still proves all.
        else if (now.length > 0 && now.every((way) => way.size === PROOFS.length)) {
          expect(found).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is not found when its tasks are called otherwise, whatever they are', () => {
    fc.assert(
      fc.property(flows, (steps) => {
        const text = canonicalJson(build(steps));
        const renamed = text.replaceAll(
          /"(?:id|taskId|startTask)":"(\d)"|"(\d)":\{/g,
          (match, a, b) => match.replace(/\d/, `task-${String(a ?? b)}`),
        );
        const other = parseJson(Buffer.from(renamed));
        const { found } = assessObject('flows', 'f', exported(build(steps)), exported(other));
        expect(found).toEqual([]);
      }),
    );
  });
});
