/** The shrink alarm: whether so much is gone that a mistake is more likely than intent. */
import { parseJson } from '../../json/parse.ts';
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { countedObject, WIDGETS_INDEX } from '../../project/snapshot-layout.ts';
import { rowOf } from '../../project/sections/index.ts';
import { LazySection } from '../backup/lazy-section.ts';
import type { ProjectState, SectionState } from './project-state.ts';

export interface ShrinkPolicy {
  /** Percent of a section's objects that may be gone. */
  readonly limitPercent: number;
  /**
   * Sections that failed this time: what they lack makes the backup partial, which is told
   * elsewhere.
   */
  readonly failedSections: ReadonlySet<string>;
  /**
   * Whether an object was to go, as the plan of a restore announced: then it is no loss. Default:
   * none was.
   */
  readonly isAnnounced?: (section: string, id: string) => boolean;
}

/** Fewer than this many objects are no alarm, unless they are all that there were. */
const MIN_LOST = 3;

/** Whether so many objects of a section may not be gone. */
export function isTooMuch(lost: number, count: number, limitPercent: number): boolean {
  if (lost <= 0) return false;
  return lost === count || (lost >= MIN_LOST && (lost / count) * 100 > limitPercent);
}

/** What a section had, or a part of the snapshot that counts as one. */
interface Objects {
  /** Those that are called by an id or a name of their own. */
  readonly named: ReadonlySet<string>;
  /**
   * How many there are beside them: they are called by all of what they are, so that one that
   * changed has not gone.
   */
  readonly unnamed: number;
}

/**
 * Whether an object is called by all of what it is; the second of two equal ones has a number
 * behind it.
 */
function isUnnamed(id: string, objects: SectionState): boolean {
  // Tenants and flows all have ids. Others are looked at when their id may be JSON, which a name
  // can look like.
  if (objects instanceof LazySection || !/^[[{"]/.test(id)) return false;
  const text = objects.get(id) ?? '';
  return id.startsWith(text) && /^(?:#\d+)?$/.test(id.slice(text.length));
}

function objectsOf(section: SectionState): Objects {
  const named = new Set([...section.keys()].filter((id) => !isUnnamed(id, section)));
  return { named, unnamed: section.size - named.size };
}

/** The names in a list, or under the keys of an object that holds lists. */
function listed(value: JsonValue): string[] {
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((one) => {
      const name = isJsonObject(one) ? (one['id'] ?? one['widgetId'] ?? one['name']) : one;
      return typeof name === 'string' ? name : canonicalJson(one);
    });
  }
  return isJsonObject(value) ? Object.values(value).flatMap(listed) : [];
}

/** A snapshot as the sections that it consists of. */
function partsOf(files: SectionState): Map<string, Objects> {
  const parts = new Map<string, Set<string>>();
  const add = (section: string, id: string): void => {
    const ids = parts.get(section) ?? new Set();
    parts.set(section, ids.add(id));
  };
  for (const file of files.keys()) {
    const place = countedObject(file);
    if (place !== undefined) add(...place);
  }
  // A widget may have no file of its own.
  const widgets = files.get(WIDGETS_INDEX);
  for (const name of widgets === undefined ? [] : listed(parseJson(Buffer.from(widgets)))) {
    add('widgets', `widget ${name}`);
  }
  return new Map([...parts].map(([section, named]) => [section, { named, unnamed: 0 }]));
}

function countLost(
  before: Objects,
  after: Objects | undefined,
  isAnnounced: (id: string) => boolean,
): number {
  const named = [...before.named].filter(
    (id) => after?.named.has(id) !== true && !isAnnounced(id),
  ).length;
  return named + Math.max(0, before.unnamed - (after?.unnamed ?? 0));
}

/** @returns why what a section lost is too much, or nothing when it is not */
function reasonOf(
  section: string,
  before: Objects,
  after: Objects | undefined,
  { limitPercent, isAnnounced = () => false }: ShrinkPolicy,
): string[] {
  const count = before.named.size + before.unnamed;
  const lost = countLost(before, after, (id) => isAnnounced(section, id));
  const percent = (lost / count) * 100;
  if (!isTooMuch(lost, count, limitPercent)) return [];
  if (lost === count) return [`${section}: all ${lost} are gone`];
  const shown = Math.round(percent * 10) / 10;
  return [`${section}: ${lost} of ${count} are gone (${shown} %, the limit is ${limitPercent} %)`];
}

/** Whether a section is none because the snapshot has it by now. */
function isInSnapshot(section: string, after: ProjectState): boolean {
  const read = rowOf(section)?.read;
  return read !== undefined && 'onlyWithout' in read && after.has(read.onlyWithout ?? '');
}

/**
 * Tells where too much is gone since the last complete backup: more than the limit and at least
 * three objects of a section, or all of them, or a section that was saved then and is not now. What
 * counts is objects that are gone, not how many there are, so that another project's content in
 * place of this one's is an alarm as well. What a snapshot alone holds is sections too: connectors,
 * authentication methods, widgets, assets and the project's settings.
 *
 * @returns a sentence each
 */
export function findShrink(
  before: ProjectState,
  after: ProjectState,
  policy: ShrinkPolicy,
): string[] {
  const { failedSections } = policy;
  return [...before].flatMap(([section, objects]) => {
    const now = after.get(section);
    if (now === undefined) {
      return failedSections.has(section) || isInSnapshot(section, after)
        ? []
        : [`${section}: it was saved last time, and is not now`];
    }
    if (section !== 'snapshot') {
      return reasonOf(section, objectsOf(objects), objectsOf(now), policy);
    }
    const left = partsOf(now);
    return [...partsOf(objects)].flatMap(([part, had]) =>
      failedSections.has(part) ? [] : reasonOf(part, had, left.get(part), policy),
    );
  });
}
