/**
 * The form of a row: all that is known of how one section is written back. Data and small pure
 * functions.
 */
import type { JsonObject, JsonValue } from '../../json/value.ts';
import type { WriteCall } from '../write-calls.ts';

/** One object that another one refers to. */
export interface Reference {
  /**
   * Section of what is referred to; also `users`, `styles` and `connectors`, which no section
   * lists.
   */
  readonly section: string;
  /** How the member says it: an id, or a name. */
  readonly by: 'id' | 'name';
  readonly text: string;
  /**
   * Of a role: the tenant's id, or its key, whose role it may be; one of the project if the tenant
   * has none of that name.
   */
  readonly tenant?: string;
}

/** Gives the text that stands for a reference instead. */
export type MapReference = (reference: Reference) => string;

/** A secret that the service never shows. */
export interface HiddenSecret {
  readonly path: readonly string[];
  /** Whether an update that leaves it out keeps it. */
  readonly isKept: boolean;
  /** Whether an object that is created needs it. */
  readonly isNeeded: boolean;
}

/** What the body of a write is made of beside the object itself. */
export interface BodyContext {
  /** The id that the object has at the service; undefined before it is created. */
  readonly liveId: string | undefined;
  /** The id that it has in the backup. */
  readonly backupId: string;
  /**
   * Of what belongs to a tenant: the id that the tenant has at the service.
   *
   * @throws Error where it has none
   */
  readonly tenantId: () => string;
  /** The tenant itself, or its settings, as read a moment ago. */
  readonly read: (section: 'tenants' | 'tenant-settings') => JsonObject | undefined;
}

export interface Request {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

/** One write of an object. */
export interface WritePart {
  readonly call: WriteCall;
  readonly phase: number;
  readonly doubt: 'repeat' | 'by-key' | 'never';
  /** The members that it changes, in canonical form; all others stay as live has them. */
  readonly patch: JsonObject;
  /** Members that the service may leave so as well, where nobody knows what else the call does. */
  readonly mayLeave?: JsonObject;
  /** @param value the whole object as it is to be, with the service's ids and all its secrets */
  readonly request: (value: JsonObject, context: BodyContext) => Request;
  readonly newId?: (answer: JsonObject) => string | undefined;
  /** What else must be read for the body. */
  readonly reads?: readonly ('tenants' | 'tenant-settings')[];
}

/**
 * An object that is to be written. Values are canonical: references by natural key, no read-only
 * members.
 */
export interface Change {
  readonly section: string;
  readonly id: string;
  /** With its frozen members, which no patch of an object that is there may have. */
  readonly wanted: JsonObject;
  readonly live: JsonObject | undefined;
  /** Members in which both differ; of an object that is created, all. */
  readonly changed: ReadonlySet<string>;
  readonly isOtherProject: boolean;
  /** Whether no other object of the project has the id that this one has in the backup. */
  readonly isIdFree: boolean;
}

/** Facts of a section that do not depend on the object. */
export interface RestoreRow {
  /** Its place in the order of all writes; deletes go the other way round. */
  readonly phase: (value: JsonObject) => number;
  /** What one is called in a sentence. */
  readonly noun: string;
  /** Its id at the service; where it has none of its own, what tells it from others. */
  readonly apiId: (value: JsonObject, id: string) => string;
  /** Whether one that is created gets the id that is sent. */
  readonly keepsId?: boolean;
  /** What it is called by people. @param tenantKey key of the tenant that it belongs to */
  readonly naturalKey: (value: JsonObject, id: string, tenantKey: string | undefined) => string;
  /** The id of the tenant that it belongs to, and goes with, where it says so itself. */
  readonly tenantOf?: (value: JsonObject) => string | undefined;
  /** One form for all that is the same, without what the service makes. */
  readonly strip: (value: JsonObject) => JsonObject;
  /** Members that are compared, and that no write can change once the object is there. */
  readonly frozen: readonly string[];
  /** Members that belong to one project, and are left out in another one. */
  readonly projectBound: readonly string[];
  /** @param owner the tenant that it is or belongs to, as a reference says it */
  readonly references: (
    value: JsonObject,
    map: MapReference,
    owner: string | undefined,
  ) => JsonObject;
  /**
   * What is wanted where live has more than the backup knows of; undefined: what the backup has.
   */
  readonly merge?: (wanted: JsonObject, live: JsonObject, id: string) => JsonObject;
  /** Why one is never touched, such as a built-in one. */
  readonly untouchable?: (value: JsonObject) => string | undefined;
  readonly hiddenSecrets?: (value: JsonObject) => readonly HiddenSecret[];
  /** The writes of it, or why there are none. */
  readonly write: (change: Change) => readonly WritePart[] | string;
  /** How it is deleted; undefined where a restore never deletes one. */
  readonly remove?: {
    readonly call: WriteCall;
    readonly request: (value: JsonObject, context: BodyContext) => Request;
  };
  /** What a create, an update or a delete loses, a sentence each. */
  readonly loses: (
    action: 'create' | 'update' | 'delete',
    change: Pick<Change, 'wanted' | 'live' | 'isOtherProject' | 'changed'>,
  ) => readonly string[];
  /**
   * Whether zero and nothing are the same in it, as they are to the service; not in files of a
   * snapshot.
   */
  readonly hasBlanks?: boolean;
}

/** A section that no restore can write. */
export interface NotRestorable {
  readonly reason: string;
}

export function isRestorable(row: RestoreRow | NotRestorable): row is RestoreRow {
  return 'write' in row;
}

/** Texts of a list; what is none is passed over. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value)
    ? (value as readonly JsonValue[]).filter((one) => typeof one === 'string')
    : [];
}

export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
