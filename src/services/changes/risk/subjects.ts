/**
 * What the rules look at: one object before and after. A file of a snapshot that lists things
 * becomes its entries, so that a rule sees a role, an application or an authentication method in
 * one form, wherever it was saved.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../json/value.ts';
import { judgedList, judgedObject } from '../../../project/snapshot-layout.ts';
import type { ObjectChange } from '../diff.ts';
import { members, placesBetween, placesOf, type Place } from './changed-places.ts';

export interface Subject {
  /** The change that it is in, which findings name. */
  readonly change: ObjectChange;
  /**
   * The section; for what a snapshot alone holds, `connectors`, `authentication-methods` or
   * `project-settings`.
   */
  readonly section: string;
  /** The object's id or name in its section. */
  readonly name: string;
  readonly kind: ObjectChange['kind'];
  /** All of it, where it was there; not of tenants, of which there may be very many. */
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  readonly places: readonly Place[];
}

type Sides = Pick<Subject, 'before' | 'after'>;

function sidesOf({ kind, edits, whole }: ObjectChange): Sides {
  if (kind === 'changed') return whole ?? {};
  const [edit] = edits;
  if (kind === 'added') return edit?.after === undefined ? {} : { after: edit.after };
  return edit?.before === undefined ? {} : { before: edit.before };
}

function makeSubject(
  change: ObjectChange,
  section: string,
  name: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Subject {
  const sides = {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { change, section, name, kind, ...sides, places: placesBetween(before, after) };
}

/** The entries of each list of a file, by member and by what they are called. */
function entriesOf(file: JsonValue | undefined): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const [member, list] of members(file)) {
    for (const one of Array.isArray(list) ? (list as readonly JsonValue[]) : []) {
      if (!isJsonObject(one)) continue;
      // Ids of roles are made anew for a snapshot: a name is a name.
      const { id, name } = one;
      const called = [name, id].find((text) => typeof text === 'string' && text !== '');
      let free = `${member}/${called === undefined ? '' : (called as string)}`;
      while (found.has(free)) free += '#';
      found.set(free, one);
    }
  }
  return found;
}

function entrySubjects(change: ObjectChange, section: string, { before, after }: Sides): Subject[] {
  const old = entriesOf(before);
  const now = entriesOf(after);
  const subjects: Subject[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const subject = makeSubject(change, section, name, old.get(name), now.get(name));
    if (subject.kind !== 'changed' || subject.places.length > 1) subjects.push(subject);
  }
  return subjects;
}

function snapshotSubjects(change: ObjectChange): Subject[] {
  const sides = sidesOf(change);
  const listed = judgedList(change.id);
  if (listed !== undefined) return entrySubjects(change, listed, sides);
  const [section, name] = judgedObject(change.id) ?? [change.section, change.id];
  return [{ change, section, name, kind: change.kind, ...sides, places: placesOf(change) }];
}

/** A connector whose file got another name is the same one: its id says so. */
function joinRenamed(subjects: readonly Subject[]): Subject[] {
  const idOf = (value: JsonValue | undefined) => members(value).get('id');
  const isFile = ({ section, kind }: Subject, wanted: Subject['kind']) =>
    section === 'connectors' && kind === wanted;
  const gone = new Map(
    subjects
      .filter((subject) => isFile(subject, 'removed'))
      .map((subject) => [idOf(subject.before), subject]),
  );
  gone.delete(undefined);
  gone.delete('');
  return subjects.map((subject) => {
    const old = isFile(subject, 'added') ? gone.get(idOf(subject.after)) : undefined;
    if (old === undefined) return subject;
    return makeSubject(subject.change, subject.section, subject.name, old.before, subject.after);
  });
}

/** The objects that changes are about, in their order. */
export function subjectsOf(changes: readonly ObjectChange[]): Subject[] {
  return joinRenamed(
    changes.flatMap((change): Subject[] => {
      if (change.section === 'snapshot') return snapshotSubjects(change);
      const { section, id: name, kind } = change;
      const sides = section === 'tenants' ? {} : sidesOf(change);
      return [{ change, section, name, kind, ...sides, places: placesOf(change) }];
    }),
  );
}
