/** What becomes of one object of the backup, looked at by itself. */
import { canonicalJson } from '../../json/write.ts';
import type { JsonObject } from '../../json/value.ts';
import { jsonPointer } from '../../json/pointer.ts';
import {
  comparableHash,
  comparableValue,
  dependenciesOf,
  isUnknown,
  toCanonical,
  type Dependency,
} from '../../project/restore/canonical.ts';
import { isShown, settled, shownAt } from '../../project/restore/fill.ts';
import { holesOf, isLiveHole, mapTexts, valueAt } from '../../project/restore/holes.ts';
import { overlay, without } from '../../project/restore/members.ts';
import type { Change, RestoreRow, WritePart } from '../../project/restore/row.ts';
import { rowOf } from '../../project/restore/rows.ts';
import { twinSection } from '../../project/restore/snapshot.ts';
import { ssoIdOf } from '../../project/restore/tenant-sso.ts';
import type { StepAction } from '../../models/restore-plan.ts';
import type { Match, Matching } from './match.ts';
import type { ProjectSide } from './objects.ts';
import type { ObjectHash } from './planned-write.ts';

/** A part of an object's writes, with how the object reads after it. */
export interface PlannedPart {
  readonly part: WritePart;
  readonly after: JsonObject;
  readonly dependencies: readonly Dependency[];
}

export interface Draft {
  readonly match: Match;
  readonly row: RestoreRow;
  action: StepAction;
  reason: string | undefined;
  becauseOf: string | undefined;
  readonly missing: readonly string[];
  /** Canonical; undefined where live has none. */
  readonly live: JsonObject | undefined;
  /** As it reads when all is done; as live where nothing is. */
  target: JsonObject;
  readonly liveHash: ObjectHash;
  targetHash: ObjectHash;
  parts: readonly PlannedPart[];
  loses: readonly string[];
}

export interface DraftContext {
  readonly live: ProjectSide;
  readonly matching: Matching;
  readonly isOtherProject: boolean;
  /** Places of which a secret was supplied. */
  readonly supplied: ReadonlySet<string>;
}

/** Whether a write can be planned at all. */
export function isPossible({ action }: Pick<Draft, 'action'>): boolean {
  return action === 'create' || action === 'update' || action === 'identical';
}

/** The saved object as it is wanted in the project, in canonical form. */
function wantedOf({ saved, ref }: Match, row: RestoreRow, context: DraftContext): JsonObject {
  const owner = ref.section === 'tenants' ? saved.apiId : saved.tenantId;
  const canonical = toCanonical(row, saved.value, context.matching.savedIds, owner);
  const isBound =
    context.isOtherProject && (ref.section !== 'snapshot' || ref.id === 'project.json');
  return isBound ? without(canonical, row.projectBound) : canonical;
}

function liveOf(
  { live, ref }: Match,
  row: RestoreRow,
  { matching }: DraftContext,
): JsonObject | undefined {
  if (live === undefined) return undefined;
  const owner = ref.section === 'tenants' ? live.apiId : live.tenantId;
  return toCanonical(row, live.value, matching.liveIds, owner);
}

/** Top-level members in which two values are not the same. */
function changedMembers(before: JsonObject, after: JsonObject): Set<string> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const text = (value: JsonObject, key: string) =>
    Object.hasOwn(value, key) ? canonicalJson(value[key] ?? null) : '';
  return new Set([...keys].filter((key) => text(before, key) !== text(after, key)));
}

/** Of what comes with its tenant: nobody knows how it reads then. */
export const ANY_HASH = Symbol('any hash');
export type HashBefore = ObjectHash | typeof ANY_HASH;

/** How an object reads before its first write. */
export function hashBefore({ match: { ref }, live, liveHash, target }: Draft): HashBefore {
  if (live !== undefined) return liveHash;
  if (ref.section === 'tenant-settings') return ANY_HASH;
  // The default SSO configuration of a tenant is always there, and blank while it says nothing.
  return ref.section === 'tenant-sso' && ssoIdOf(target) === ''
    ? comparableHash(ref.section, ref.id, { ssoId: '' })
    : undefined;
}

/** Places of secrets that the writes need and nobody has. */
function missingSecrets(
  { saved, live, ref }: Match,
  row: RestoreRow,
  {
    parts,
    wanted,
    canonicalLive,
  }: { parts: readonly WritePart[]; wanted: JsonObject; canonicalLive: JsonObject | undefined },
  supplied: ReadonlySet<string>,
): string[] {
  const missing = new Set<string>();
  for (const { patch } of parts) {
    for (const hole of holesOf(patch)) {
      if (isLiveHole(hole)) continue;
      const isCleared = saved.withheld.some(
        ({ place, isCleared }) => place === hole.place && isCleared,
      );
      // A blank in a secret field keeps what an import finds there.
      const isKept = ref.section === 'snapshot' && live !== undefined && !isCleared;
      const isKnown = supplied.has(hole.place) || isKept;
      if (!isKnown && shownAt(patch, canonicalLive, hole) === undefined) missing.add(hole.place);
    }
  }
  for (const { path, isKept, isNeeded } of row.hiddenSecrets?.(wanted) ?? []) {
    const place = `${saved.place}${jsonPointer(path)}`;
    const wasThere = saved.withheld.some((one) => one.place === place);
    const isLeftOut = live === undefined ? !isNeeded && !wasThere : isKept;
    if (isLeftOut || supplied.has(place) || isShown(valueAt(live?.value, path))) continue;
    missing.add(place);
  }
  return [...missing].sort();
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}

/** Why an object is not looked at any further; undefined where it is. */
function refusal(match: Match, { live }: DraftContext): readonly [StepAction, string] | undefined {
  const { ref, saved, doubt } = match;
  const liveSection = live.sections.get(ref.section);
  if (liveSection === undefined) {
    const { status = 'not asked for', note = '' } = live.statuses.get(ref.section) ?? {};
    return ['blocked', `the project was not read here (${status}${note && `: ${note}`})`];
  }
  if (doubt !== undefined) return ['unsupported', doubt];
  const twin = ref.section === 'snapshot' ? twinSection(ref.id) : undefined;
  if (twin !== undefined) {
    return [
      'unsupported',
      `it repeats the section ${twin}, which is restored by calls of its own: choose that`,
    ];
  }
  if (saved.isBroken || match.live?.isBroken === true) {
    return ['unsupported', 'a key of it was withheld: nobody knows what it is called'];
  }
  return undefined;
}

/** Says what becomes of one object, whatever becomes of others. */
export function draftOf(match: Match, context: DraftContext): Draft {
  const { ref } = match;
  const row = rowOf(ref.section) as RestoreRow;
  const live = liveOf(match, row, context);
  const saved = wantedOf(match, row, context);
  const wanted = live === undefined ? saved : (row.merge?.(saved, live, ref.id) ?? saved);
  const hash = (value: JsonObject) => comparableHash(ref.section, ref.id, value);
  const base = {
    match,
    row,
    live,
    liveHash: live && hash(live),
    becauseOf: undefined,
    missing: [],
    parts: [],
    loses: [],
  };
  const none = (action: StepAction, reason: string | undefined): Draft => {
    const target =
      live === undefined
        ? wanted
        : overlay(live, without(settled(wanted, live, context.supplied), row.frozen));
    return { ...base, action, reason, target, targetHash: hash(target) };
  };
  const refused = refusal(match, context);
  if (refused !== undefined) return none(...refused);

  const { fixed, changed } = differencesOf(match, row, wanted, live, context.supplied);
  const frozen =
    fixed.length > 0 ? `${quoted(fixed)} cannot be changed once it is there` : undefined;
  if (changed.size === 0 && live !== undefined) {
    return frozen === undefined ? none('identical', undefined) : none('unsupported', frozen);
  }
  const untouchable = row.untouchable?.(match.saved.value);
  if (untouchable !== undefined) return none('unsupported', untouchable);
  const { section, id } = ref;
  const { isOtherProject } = context;
  const isIdFree = !isTaken(match, context);
  const change: Change = { section, id, wanted, live, changed, isOtherProject, isIdFree };
  const parts = row.write(change);
  if (typeof parts === 'string') return none('unsupported', parts);
  if (isOtherProject && parts.some(({ patch: one }) => hasUnknown(one))) {
    return none(
      'blocked',
      'it refers to something of the other project that the backup does not have',
    );
  }
  if (parts.length === 0) return none('unsupported', 'no call writes what differs');
  const planned = planParts(parts, live, match, row, context);
  const target = planned.at(-1)?.after ?? wanted;
  const action = live === undefined ? 'create' : 'update';
  const missing = missingSecrets(
    match,
    row,
    { parts, wanted, canonicalLive: live },
    context.supplied,
  );
  return {
    ...base,
    action: missing.length > 0 ? 'missing-secret' : action,
    reason:
      missing.length > 0
        ? 'it has secrets that are in no backup: supply them with the input secrets'
        : undefined,
    missing,
    target,
    targetHash: hash(target),
    parts: planned,
    loses: [
      ...(frozen === undefined ? [] : [`${frozen}: it stays as it is`]),
      ...row.loses(action, change),
    ],
  };
}

/** Whether another object of the project has the id that this one has in the backup. */
function isTaken({ saved, live }: Match, context: DraftContext): boolean {
  if (live !== undefined) return live.apiId !== saved.apiId;
  const objects = context.live.sections.get(saved.section)?.values() ?? [];
  return [...objects].some(({ apiId }) => apiId === saved.apiId);
}

/** Whether a canonical value has an id that leads to nothing. */
function hasUnknown(value: JsonObject): boolean {
  let isFound = false;
  mapTexts(value, (text) => {
    isFound ||= isUnknown(text);
    return text;
  });
  return isFound;
}

interface Differences {
  /** Members that differ and cannot be changed. */
  readonly fixed: readonly string[];
  readonly changed: ReadonlySet<string>;
}

function differencesOf(
  { ref: { section, id } }: Match,
  row: RestoreRow,
  given: JsonObject,
  live: JsonObject | undefined,
  supplied: ReadonlySet<string>,
): Differences {
  const wanted = settled(given, live, supplied);
  const compared = (value: JsonObject) => comparableValue(section, id, value);
  if (live === undefined) {
    return { fixed: [], changed: new Set(Object.keys(wanted)) };
  }
  const patch = without(wanted, row.frozen);
  const changed = changedMembers(compared(live), compared(overlay(live, patch)));
  const all = changedMembers(compared(live), compared(overlay(live, wanted)));
  return { fixed: [...all].filter((key) => !changed.has(key)).sort(), changed };
}

/** The parts with how the object reads after each. */
function planParts(
  parts: readonly WritePart[],
  live: JsonObject | undefined,
  { ref, saved }: Match,
  row: RestoreRow,
  { matching, supplied }: DraftContext,
): PlannedPart[] {
  const { savedIds, liveIds } = matching;
  const hasRole = (key: string) => savedIds.has('roles', key) || liveIds.has('roles', key);
  const tenantKey = ref.section === 'tenants' ? ref.naturalKey : ref.tenantKey;
  let now = live ?? {};
  return parts.map((part) => {
    now = overlay(now, settled(part.patch, live, supplied));
    const found = dependenciesOf(row, part.patch, tenantKey, hasRole);
    const ofTenant =
      saved.tenantId === undefined || ref.tenantKey === undefined
        ? []
        : [{ section: 'tenants', naturalKey: ref.tenantKey }];
    return { part, after: now, dependencies: [...found, ...ofTenant] };
  });
}
