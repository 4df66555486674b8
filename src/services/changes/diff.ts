/** The difference between two backups, object by object. */
import { parseJson } from '../../json/parse.ts';
import { pointerStep, pointerSteps } from '../../json/pointer.ts';
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { rowOf } from '../../project/sections/index.ts';
import { twinAmong } from '../../project/snapshot-layout.ts';
import { splitWithheld, type WithheldRule } from './withheld-since.ts';
import { LazySection } from '../backup/lazy-section.ts';
import type { ProjectState, SectionState } from './project-state.ts';

/** One place inside an object. A side that is absent had nothing there. */
export interface Edit {
  /** JSON Pointer (RFC 6901) into the object; empty for all of it. */
  readonly pointer: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** One object that came, went or changed. */
export interface ObjectChange {
  readonly section: string;
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Of an object that came or went, one edit with all of it. */
  readonly edits: readonly Edit[];
  /** Of an object that changed, all of it: what an edit means may depend on what is the same. */
  readonly whole?: WholeObject;
}

export interface WholeObject {
  readonly before: JsonValue;
  readonly after: JsonValue;
}

export interface ProjectDiff {
  /** By section, then id. */
  readonly changes: readonly ObjectChange[];
  /** Sections that only one of the backups has: what changed in them is unknown. */
  readonly notComparable: readonly string[];
  /**
   * Sections that release 1.0.0 did not have and the newer backup alone does: that they are there
   * by now is no change.
   */
  readonly newlySaved?: readonly string[];
  /** Places where nothing but what is withheld is other than before. */
  readonly withheldSince?: readonly ObjectChange[];
}

/**
 * Where two values differ. Objects are compared member by member; lists as a whole, since most of
 * them are sets, and the place of an entry says little.
 */
function findEdits(before: JsonValue, after: JsonValue, pointer: string): Edit[] {
  if (!isJsonObject(before) || !isJsonObject(after)) {
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ pointer, before, after }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].sort().flatMap((key): Edit[] => {
    const place = pointer + pointerStep(key);
    const old = before[key] as JsonValue;
    const now = after[key] as JsonValue;
    if (!Object.hasOwn(before, key)) return [{ pointer: place, after: now }];
    if (!Object.hasOwn(after, key)) return [{ pointer: place, before: old }];
    return findEdits(old, now, place);
  });
}

function parse(text: string): JsonValue {
  return parseJson(Buffer.from(text));
}

/**
 * What is the same in an object is read again when it is asked for: many that changed cost no
 * memory for it.
 */
class ChangedObject implements ObjectChange {
  readonly kind = 'changed';
  readonly section: string;
  readonly id: string;
  readonly edits: readonly Edit[];
  readonly #before: SectionState;
  readonly #after: SectionState;

  constructor(
    section: string,
    id: string,
    edits: readonly Edit[],
    before: SectionState,
    after: SectionState,
  ) {
    this.section = section;
    this.id = id;
    this.edits = edits;
    this.#before = before;
    this.#after = after;
  }

  get whole(): WholeObject {
    return {
      before: parse(this.#before.get(this.id) as string),
      after: parse(this.#after.get(this.id) as string),
    };
  }
}

function diffSection(
  section: string,
  before: SectionState,
  after: SectionState,
  { rule, withheldSince }: { rule: WithheldRule | undefined; withheldSince: ObjectChange[] },
): ObjectChange[] {
  const changes: ObjectChange[] = [];
  let kept = 0;
  for (const id of before.keys()) {
    if (after.has(id)) kept++;
    if (LazySection.haveSame(before, after, id)) continue;
    const text = before.get(id) as string;
    const now = after.get(id);
    if (now === text) continue;
    const old = parse(text);
    if (now === undefined) {
      changes.push({ section, id, kind: 'removed', edits: [{ pointer: '', before: old }] });
      continue;
    }
    const fresh = parse(now);
    const found = findEdits(old, fresh, '');
    const { edits, withheld } = splitWithheld(
      found,
      { section, id, before: old, after: fresh },
      rule,
    );
    if (edits.length > 0) changes.push(new ChangedObject(section, id, edits, before, after));
    if (withheld.length > 0) {
      withheldSince.push({ section, id, kind: 'changed', edits: withheld });
    }
  }
  for (const id of kept === after.size ? [] : after.keys()) {
    if (before.has(id)) continue;
    const now = parse(after.get(id) as string);
    changes.push({ section, id, kind: 'added', edits: [{ pointer: '', after: now }] });
  }
  return changes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Tells what changed between two backups. */
export class DiffService {
  /**
   * Every difference, with whole values: applied to `before`, it gives `after`.
   *
   * @param rule tells what differs only because it is withheld by now, or was; undefined: nothing
   * does
   */
  diff(before: ProjectState, after: ProjectState, rule?: WithheldRule): ProjectDiff {
    const names = [...new Set([...before.keys(), ...after.keys()])].sort();
    const changes: ObjectChange[] = [];
    const notComparable: string[] = [];
    const newlySaved: string[] = [];
    const withheldSince: ObjectChange[] = [];
    for (const name of names) {
      const old = before.get(name);
      const now = after.get(name);
      if (old === undefined && rowOf(name)?.since !== undefined) newlySaved.push(name);
      else if (old === undefined || now === undefined) notComparable.push(name);
      else changes.push(...diffSection(name, old, now, { rule, withheldSince }));
    }
    return {
      changes,
      notComparable,
      ...(newlySaved.length > 0 && { newlySaved }),
      ...(withheldSince.length > 0 && { withheldSince }),
    };
  }
}

function applyEdit(value: JsonValue, path: readonly string[], edit: Edit): JsonValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return edit.after;
  const copy: Record<string, JsonValue> = {};
  for (const [name, child] of Object.entries(value as JsonObject)) {
    if (name !== key) setOwn(copy, name, child);
  }
  const child = Object.hasOwn(value as JsonObject, key) ? (value as JsonObject)[key] : undefined;
  const changed = applyEdit(child as JsonValue, rest, edit);
  if (changed !== undefined) setOwn(copy, key, changed);
  return copy;
}

/** The keys of an edit's pointer, from the object down. */
export function pathOf({ pointer }: Edit): string[] {
  return pointerSteps(pointer);
}

/**
 * What {@link DiffService.diff} was told as `after`, but for the sections that are not comparable.
 */
export function applyDiff(
  before: ProjectState,
  { changes, withheldSince = [] }: ProjectDiff,
): ProjectState {
  const result = new Map([...before].map(([name, objects]) => [name, new Map(objects)]));
  for (const { section, id, kind, edits } of [...changes, ...withheldSince]) {
    const objects = result.get(section);
    if (kind === 'removed') {
      objects?.delete(id);
      continue;
    }
    let value: JsonValue | undefined = kind === 'added' ? null : parse(objects?.get(id) ?? 'null');
    for (const edit of edits) value = applyEdit(value ?? null, pathOf(edit), edit);
    objects?.set(id, canonicalJson(value ?? null));
  }
  return result;
}

/**
 * Which section a file of a snapshot repeats: one edit of a flow or a role must not count twice.
 *
 * @returns undefined when it repeats none, or the section (of a flow's files, the flow) has no
 * change of its own
 */
export function twinFinder(
  changes: readonly ObjectChange[],
): (change: ObjectChange) => string | undefined {
  const sections = new Set(changes.map(({ section }) => section));
  const flows = new Set(changes.flatMap(({ section, id }) => (section === 'flows' ? [id] : [])));
  return ({ section, id: file }) =>
    section === 'snapshot' ? twinAmong(file, sections, flows) : undefined;
}

/** The changes without those of snapshot files that repeat what another change says. */
export function withoutTwins(changes: readonly ObjectChange[]): ObjectChange[] {
  const twinOf = twinFinder(changes);
  return changes.filter((change) => twinOf(change) === undefined);
}
