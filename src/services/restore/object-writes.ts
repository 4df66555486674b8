/**
 * The writes of a draft: what is sent is made at the moment of sending, from the object as it is
 * then.
 */
import { jsonPointer } from '../../json/pointer.ts';
import type { JsonObject } from '../../json/value.ts';
import { comparableHash, toCanonical, toLive } from '../../project/restore/canonical.ts';
import {
  addHiddenSecrets,
  fillHoles,
  requireFilled,
  withoutEmptySecrets,
} from '../../project/restore/fill.ts';
import { isLiveHole, type Hole } from '../../project/restore/holes.ts';
import type { IdMap } from '../../project/restore/id-map.ts';
import { overlay } from '../../project/restore/members.ts';
import { deletePhase } from '../../project/restore/phases.ts';
import type { BodyContext, Reference, WritePart } from '../../project/restore/row.ts';
import { rowOf } from '../../project/restore/rows.ts';
import type { Drafts } from './closure.ts';
import { ANY_HASH, hashBefore, type Draft, type HashBefore } from './draft.ts';
import type { ProjectObject } from './objects.ts';
import {
  refText,
  type ObjectRef,
  type PlannedWrite,
  type WriteContext,
  type WriteRequest,
} from './planned-write.ts';

function tenantRef(ref: ObjectRef): ObjectRef {
  const naturalKey = ref.section === 'tenants' ? ref.naturalKey : (ref.tenantKey ?? '');
  return { section: 'tenants', id: ref.id, naturalKey };
}

/** The tenant of an object, or the settings of that tenant. @param tenantId its id in the backup */
function readRef(
  section: 'tenants' | 'tenant-settings',
  ref: ObjectRef,
  tenantId: string | undefined,
): ObjectRef {
  const { naturalKey } = tenantRef(ref);
  const id = tenantId ?? ref.id;
  return section === 'tenants'
    ? { section, id, naturalKey }
    : { section, id, naturalKey, tenantKey: naturalKey };
}

function missingReference({ section, text }: Reference): never {
  throw new Error(`it refers to ${section}/${text}, which is not there`);
}

function bodyContext(ref: ObjectRef, saved: ProjectObject, context: WriteContext): BodyContext {
  const { ids } = context;
  return {
    liveId: ids.idOf(ref.section, ref.naturalKey),
    backupId: saved.apiId,
    tenantId: () => {
      const { naturalKey } = tenantRef(ref);
      return (
        ids.idOf('tenants', naturalKey) ??
        missingReference({ section: 'tenants', by: 'id', text: naturalKey })
      );
    },
    read: (section) => context.live(readRef(section, ref, saved.tenantId)),
  };
}

/** @throws Error where no body can be made */
function requestOf(
  { match: { ref, saved }, row, live: hadLive }: Draft,
  part: WritePart,
  liveIds: IdMap,
  context: WriteContext,
): WriteRequest {
  const raw = context.live(ref);
  const owner = ref.section === 'tenants' ? liveIds.idOf('tenants', ref.naturalKey) : undefined;
  const now = raw && toCanonical(row, raw, liveIds, owner);
  // A blank in a secret field keeps what an import finds there.
  const isKept = (hole: Hole) =>
    ref.section === 'snapshot' &&
    (isLiveHole(hole)
      ? hole.text === ''
      : hadLive !== undefined &&
        !saved.withheld.some((one) => one.place === hole.place && one.isCleared));
  // What only live has of it, such as members that no snapshot shows, is there since it was read
  // for this write.
  const patch =
    now === undefined ? part.patch : (row.merge?.(part.patch, now, ref.id) ?? part.patch);
  const filled = fillHoles(overlay(now ?? {}, patch), now, context.secrets, isKept);
  const value = addHiddenSecrets(
    toLive(
      row,
      filled,
      context.ids,
      (one) => liveIds.formerIdOf(one.section, one.text) ?? missingReference(one),
    ),
    raw,
    row.hiddenSecrets?.(filled) ?? [],
    (path) => context.secrets.get(`${saved.place}${jsonPointer(path)}`),
  );
  return checked(ref, part.request(value, bodyContext(ref, saved, context)));
}

/** @throws Error where a placeholder would be sent */
function checked(ref: ObjectRef, request: WriteRequest): WriteRequest {
  if (request.body === undefined) return request;
  // In a file of a snapshot a blank is how a secret is kept.
  const body =
    ref.section === 'snapshot'
      ? request.body
      : (withoutEmptySecrets(request.body, ref.section) as JsonObject);
  requireFilled(body, refText(ref));
  return { ...request, body };
}

/** The writes of an object that is created or changed, in their order. */
export function writesOf(draft: Draft, drafts: Drafts): PlannedWrite[] {
  const { match, parts } = draft;
  const { ref, saved } = match;
  const { liveIds } = drafts.context.matching;
  const key = refText(ref);
  const lacking = new Set(drafts.lacking(draft).map((one) => JSON.stringify(one)));
  let before: HashBefore = hashBefore(draft);
  return parts.map(({ part, after, orAfter, dependencies }): PlannedWrite => {
    const hashBeforeIt = before;
    const hashAfterIt = comparableHash(ref.section, ref.id, after);
    before = hashAfterIt;
    const needed = dependencies.flatMap((one) => {
      const other = lacking.has(JSON.stringify(one)) ? drafts.matchOf(one) : undefined;
      return other === undefined || other === match ? [] : [other.ref];
    });
    const reads = (part.reads ?? []).map((section) => readRef(section, ref, saved.tenantId));
    return {
      objects: [ref],
      action: hashBeforeIt === undefined ? 'create' : 'update',
      phase: part.phase,
      call: part.call,
      before: hashBeforeIt === ANY_HASH ? new Map() : new Map([[key, hashBeforeIt]]),
      after: new Map([[key, hashAfterIt]]),
      ...(orAfter && { orAfter: new Map([[key, comparableHash(ref.section, ref.id, orAfter)]]) }),
      dependsOn: [...new Map(needed.map((one) => [refText(one), one])).values()],
      doubt: part.doubt,
      ...(reads.length > 0 && { reads }),
      request: (context) => requestOf(draft, part, liveIds, context),
      ...(part.newId !== undefined && { newId: part.newId }),
    };
  });
}

/**
 * The delete of an object that live has; undefined where a restore never deletes one of its
 * section.
 */
export function deleteOf(
  ref: ObjectRef,
  live: ProjectObject,
  hash: string,
): PlannedWrite | undefined {
  const row = rowOf(ref.section);
  if (row?.remove === undefined) return undefined;
  const { call, request } = row.remove;
  const key = refText(ref);
  return {
    objects: [ref],
    action: 'delete',
    phase: deletePhase(row.phase(live.value)),
    call,
    before: new Map([[key, hash]]),
    after: new Map([[key, undefined]]),
    dependsOn: [],
    doubt: 'repeat',
    request: (context) => {
      const now = context.live(ref) ?? live.value;
      return checked(ref, request(now, bodyContext(ref, live, context)));
    },
  };
}
