/**
 * A write of a restore as it was planned: what is sent, when, and what must hold before and after
 * it.
 */
import type { JsonObject } from '../../json/value.ts';
import type { WriteCall } from '../../project/write-calls.ts';

/** An object of a project, wherever it is: in the backup, live, or in neither yet. */
export interface ObjectRef {
  readonly section: string;
  /** As changes.json has it. Where the object is live under another id, that of the backup. */
  readonly id: string;
  /**
   * What it is called by people: a new object has it, whatever id the service gives. Unique in its
   * section.
   */
  readonly naturalKey: string;
  /** Of what belongs to a tenant: natural key of the tenant. */
  readonly tenantKey?: string;
}

/** The same text for the same object. */
export function refText({ section, id }: Pick<ObjectRef, 'section' | 'id'>): string {
  return `${section}/${id}`;
}

/**
 * Which ids objects have now, by section and natural key. Objects that the restore creates are
 * added to it.
 */
export interface LiveIds {
  idOf(section: string, naturalKey: string): string | undefined;
  set(section: string, naturalKey: string, id: string): void;
}

/** What the body of a write is made of at the moment when it is sent. */
export interface WriteContext {
  /**
   * An object of this write, or of those that it also reads, as it was a moment ago, whole, with
   * what it shows of secrets; undefined where there is none. An import of a snapshot has all files,
   * too, by the section `snapshot` and an empty id.
   *
   * @throws Error for an object that was not read
   */
  readonly live: (ref: ObjectRef) => JsonObject | undefined;
  readonly ids: LiveIds;
  /** Supplied secrets by place, as `coverage` names it. */
  readonly secrets: ReadonlyMap<string, string>;
}

export interface WriteRequest {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

/**
 * How a doubt is settled when nobody knows whether a write was done. Always by reading first; then
 *
 * - `repeat`: when it does not read as planned, the same write is sent again: it ends the same
 *   however often it is sent
 * - `by-key`: when an object of that natural key is there, it is ours, and its id is taken; else it
 *   is sent again
 * - `never`: it is not sent again
 */
export type DoubtRule = 'repeat' | 'by-key' | 'never';

/** SHA-256 of an object's comparable form; undefined where no object must be. */
export type ObjectHash = string | undefined;

export interface PlannedWrite {
  /**
   * What it writes: one object, and more only where one call writes them together, as the import of
   * a snapshot does.
   */
  readonly objects: readonly ObjectRef[];
  readonly action: 'create' | 'update' | 'delete';
  /**
   * Its place in the order of all writes: lower numbers first, equal ones in the order of the plan.
   */
  readonly phase: number;
  readonly call: WriteCall;
  /**
   * By {@link refText}: how each object must read right before this write. Of an object that an
   * earlier write changed, as that one left it. One that is not in it comes with another object
   * that the plan creates, and may read in any way.
   */
  readonly before: ReadonlyMap<string, ObjectHash>;
  /** By {@link refText}: how each object must read when this write is done. */
  readonly after: ReadonlyMap<string, ObjectHash>;
  /**
   * By {@link refText}: how an object may read as well when it is done, where nobody knows what
   * else the call does.
   */
  readonly orAfter?: ReadonlyMap<string, ObjectHash>;
  /** Objects whose writes must be done before; when one was not, this one is blocked. */
  readonly dependsOn: readonly ObjectRef[];
  readonly doubt: DoubtRule;
  /**
   * Further objects that its body is made of: {@link WriteContext.live} has them, too. Each can
   * take a request.
   */
  readonly reads?: readonly ObjectRef[];
  /**
   * @throws Error in words where no body can be made: a reference without an object, a secret that
   * is not there
   */
  readonly request: (context: WriteContext) => WriteRequest;
  /** The id that the service gave a new object, out of the answer. */
  readonly newId?: (answer: JsonObject) => string | undefined;
}

/**
 * The form of an object in which it is compared and hashed: without noise, without what the service
 * makes, references by natural key.
 *
 * @param id of a file of a snapshot its path
 */
export type Comparable = (section: string, value: JsonObject, id?: string) => string;
