/** Finds the objects of a backup again in the live project: by id, then by what they are called. */
import { IdMap } from '../../project/restore/id-map.ts';
import { rowOf } from '../../project/restore/rows.ts';
import type { ProjectObject, ProjectSide } from './objects.ts';
import type { ObjectRef } from './planned-write.ts';

export interface Match {
  readonly ref: ObjectRef;
  readonly saved: ProjectObject;
  readonly live: ProjectObject | undefined;
  /** Why nobody can tell which object it is; undefined where it is clear. */
  readonly doubt: string | undefined;
  /** Whether live has it under another name, so that what refers to it by name does not find it. */
  readonly isRenamed: boolean;
}

export interface Matching {
  readonly matches: readonly Match[];
  /** What live alone has, by section and id. */
  readonly liveOnly: readonly { readonly ref: ObjectRef; readonly live: ProjectObject }[];
  /** Of the backup: by its own ids. */
  readonly savedIds: IdMap;
  /** Of the live project: by the natural keys of the backup where an object was found. */
  readonly liveIds: IdMap;
}

/** Tenants first: what belongs to them is called by their keys. */
function inOrder(names: Iterable<string>): string[] {
  return [...new Set(names)].sort((a, b) =>
    a === 'tenants' ? -1 : b === 'tenants' ? 1 : a < b ? -1 : 1,
  );
}

function tenantKeyOf({ tenantId }: ProjectObject, ids: IdMap): string | undefined {
  return tenantId === undefined ? undefined : (ids.keyOf('tenants', tenantId) ?? tenantId);
}

function keysOf(
  section: string,
  objects: Iterable<ProjectObject>,
  ids: IdMap,
): Map<ProjectObject, string> {
  const row = rowOf(section);
  const keys = new Map<ProjectObject, string>();
  for (const object of objects) {
    const key = row?.naturalKey(object.value, object.id, tenantKeyOf(object, ids));
    keys.set(object, key ?? object.id);
  }
  return keys;
}

function byKey(keys: ReadonlyMap<ProjectObject, string>): Map<string, ProjectObject[]> {
  const found = new Map<string, ProjectObject[]>();
  for (const [object, key] of keys) found.set(key, [...(found.get(key) ?? []), object]);
  return found;
}

class SectionMatcher {
  readonly #section: string;
  readonly #saved: readonly ProjectObject[];
  readonly #live: readonly ProjectObject[];
  readonly #savedKeys: ReadonlyMap<ProjectObject, string>;
  readonly #liveKeys: ReadonlyMap<ProjectObject, string>;
  readonly #pairs = new Map<ProjectObject, ProjectObject>();
  readonly #ids: readonly [savedIds: IdMap, liveIds: IdMap];

  constructor(
    section: string,
    [saved, live]: readonly [readonly ProjectObject[], readonly ProjectObject[]],
    ids: readonly [savedIds: IdMap, liveIds: IdMap],
  ) {
    const [savedIds, liveIds] = ids;
    this.#ids = ids;
    this.#section = section;
    this.#saved = saved;
    this.#live = live;
    this.#savedKeys = keysOf(section, saved, savedIds);
    this.#liveKeys = keysOf(section, live, liveIds);
  }

  match(isOtherProject: boolean): { matches: Match[]; liveOnly: Matching['liveOnly'] } {
    const byApiId = new Map<string, ProjectObject[]>();
    for (const one of this.#live) byApiId.set(one.apiId, [...(byApiId.get(one.apiId) ?? []), one]);
    const taken = new Set<ProjectObject>();
    const pair = (saved: ProjectObject, live: ProjectObject): void => {
      this.#pairs.set(saved, live);
      taken.add(live);
    };
    const repeated = new Set(
      [...byKeyOf(this.#saved, ({ apiId }) => apiId).values()]
        .filter(({ length }) => length > 1)
        .flat(),
    );
    for (const saved of isOtherProject ? [] : this.#saved) {
      const [live, another] = byApiId.get(saved.apiId) ?? [];
      if (live !== undefined && another === undefined && !repeated.has(saved)) pair(saved, live);
    }
    const savedByKey = byKey(this.#savedKeys);
    const liveByKey = byKey(this.#liveKeys);
    const doubts = new Map<ProjectObject, string>();
    for (const saved of this.#saved) {
      if (this.#pairs.has(saved)) continue;
      const key = this.#savedKeys.get(saved) ?? '';
      const others = (liveByKey.get(key) ?? []).filter((one) => !taken.has(one));
      const [live] = others;
      if ((savedByKey.get(key)?.length ?? 0) > 1 || others.length > 1) {
        doubts.set(saved, `more than one of its section is called ${JSON.stringify(key)}`);
      } else if (live !== undefined) pair(saved, live);
    }
    return {
      matches: this.#saved.map((saved) => this.#matchOf(saved, doubts.get(saved))),
      liveOnly: this.#live
        .filter((live) => !taken.has(live))
        .map((live) => ({ ref: this.#liveRef(live, savedByKey), live })),
    };
  }

  #ref(object: ProjectObject, keys: ReadonlyMap<ProjectObject, string>): ObjectRef {
    const [savedIds, liveIds] = this.#ids;
    const tenantKey = tenantKeyOf(object, keys === this.#savedKeys ? savedIds : liveIds);
    return {
      section: this.#section,
      id: object.id,
      naturalKey: keys.get(object) ?? object.id,
      ...(tenantKey !== undefined && { tenantKey }),
    };
  }

  /**
   * What live alone has may be called as an object of the backup is that was renamed: then its id
   * tells them apart.
   */
  #liveRef(live: ProjectObject, savedByKey: ReadonlyMap<string, unknown>): ObjectRef {
    const ref = this.#ref(live, this.#liveKeys);
    if (!savedByKey.has(ref.naturalKey)) return ref;
    return { ...ref, naturalKey: `${ref.naturalKey}#${live.apiId}` };
  }

  #matchOf(saved: ProjectObject, doubt: string | undefined): Match {
    const live = this.#pairs.get(saved);
    const ref = this.#ref(saved, this.#savedKeys);
    const isRenamed = live !== undefined && this.#liveKeys.get(live) !== ref.naturalKey;
    return { ref, saved, live, doubt, isRenamed };
  }

  /** Says in both maps what the objects are called. */
  record(matches: readonly Match[], isOtherProject: boolean): void {
    const [savedIds, liveIds] = this.#ids;
    const keepsId = rowOf(this.#section)?.keepsId === true && !isOtherProject;
    const taken = new Set(this.#live.map(({ apiId }) => apiId));
    for (const { ref, saved, live } of matches) {
      savedIds.set(this.#section, ref.naturalKey, saved.apiId);
      if (live === undefined) {
        if (keepsId && !taken.has(saved.apiId)) {
          liveIds.setGone(this.#section, ref.naturalKey, saved.apiId);
        }
        continue;
      }
      liveIds.set(this.#section, ref.naturalKey, live.apiId);
      liveIds.alias(this.#section, this.#liveKeys.get(live) ?? '', ref.naturalKey);
    }
  }
}

function byKeyOf(
  objects: readonly ProjectObject[],
  keyOf: (object: ProjectObject) => string,
): Map<string, ProjectObject[]> {
  const found = new Map<string, ProjectObject[]>();
  for (const one of objects) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

/**
 * Connectors are files of the snapshot; others refer to them by id.
 *
 * @param keyOf what the backup calls the one of an id, where it is the same one
 */
function recordConnectors(
  { sections }: ProjectSide,
  ids: IdMap,
  keyOf: (id: string) => string | undefined = () => undefined,
): void {
  for (const { id: path, value } of sections.get('snapshot')?.values() ?? []) {
    if (!path.startsWith('connectors/')) continue;
    const { id, name } = value;
    if (typeof id !== 'string' || typeof name !== 'string') continue;
    const key = keyOf(id) ?? name;
    ids.set('connectors', key, id);
    ids.alias('connectors', name, key);
  }
}

/**
 * @param isOtherProject whether the backup is of another project: then ids say nothing, and the SSO
 * of a tenant is that of the tenant of its name
 */
export function matchSides(
  saved: ProjectSide,
  live: ProjectSide,
  isOtherProject: boolean,
): Matching {
  const liveIds = new IdMap();
  // What the backup did not save is called as live calls it, where ids are the same.
  const savedIds = new IdMap(isOtherProject ? undefined : liveIds);
  recordConnectors(saved, savedIds);
  recordConnectors(live, liveIds, (id) =>
    isOtherProject ? undefined : savedIds.keyOf('connectors', id),
  );
  const matches: Match[] = [];
  const liveOnly: Matching['liveOnly'][number][] = [];
  for (const section of inOrder([...saved.sections.keys(), ...live.sections.keys()])) {
    const sides = [saved, live].map((side) => [...(side.sections.get(section)?.values() ?? [])]);
    const [ours = [], theirs = []] = sides;
    const matcher = new SectionMatcher(section, [ours, theirs], [savedIds, liveIds]);
    const found = matcher.match(isOtherProject);
    matches.push(...found.matches);
    // What live alone has keeps its own name, unless a renamed object of the backup has taken that.
    for (const { ref, live: object } of found.liveOnly)
      liveIds.set(section, ref.naturalKey, object.apiId);
    matcher.record(found.matches, isOtherProject);
    if (!live.sections.has(section) && !isOtherProject) {
      // What was not read of live is taken to be there as it was saved.
      for (const { ref, saved: object } of found.matches) {
        liveIds.set(section, ref.naturalKey, object.apiId);
      }
    }
    liveOnly.push(...found.liveOnly);
  }
  return { matches, liveOnly, savedIds, liveIds };
}
