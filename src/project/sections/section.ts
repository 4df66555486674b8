/** The form of a row: all that is known of one section of a live project, as data. */
import type { JsonValue } from '../../json/value.ts';

/**
 * How a section is read. Names of endpoints are those of `READ_ENDPOINTS` in descope/reads.ts,
 * which the compiler checks there.
 *
 * - `list`: one call whose answer carries all objects
 * - `single`: one call whose answer is, or carries, the one object
 * - `pages`: as `list`, page by page; `noun` is what a message calls the objects
 * - `per-tenant`: one call a tenant, whose id is sent as `parameter`
 * - `own`: a function of descope/capture, which is named like the section there
 */
export type SectionRead<Endpoint extends string = string> =
  | {
      readonly shape: 'list' | 'single';
      readonly endpoint: Endpoint;
      /** Asked for only where there is no snapshot, which has more of it. */
      readonly onlyWithout?: 'snapshot';
    }
  | { readonly shape: 'pages'; readonly endpoint: Endpoint; readonly noun: string }
  | {
      readonly shape: 'per-tenant';
      readonly endpoint: Endpoint;
      readonly parameter: string;
      readonly needsTenants: true;
    }
  | {
      readonly shape: 'own';
      readonly endpoints: readonly Endpoint[];
      /** Whether it cannot be read before the tenants are listed. */
      readonly needsTenants?: true;
      /** The same of the flows. */
      readonly needsFlows?: true;
      /** Whether it takes the requests that all others leave. */
      readonly isLast?: true;
    };

/**
 * What the objects of a section are called by, in changes, in the git tree and in a restore.
 *
 * - `id-or-name`: an object of a list by its id, else by its name, else by all of it
 * - `member`: an object of a list by the text under that member, else as before
 * - `tenant-and-name`: by name, after the id of the tenant that it belongs to and a slash, where it
 *   belongs to one
 * - `tenant`: an entry a tenant, by the tenant's id; `within` is the member that tells the objects
 *   of an entry apart, keys from the object down with slashes between them, and `treeEnding` what
 *   follows the tenant's name in the git tree
 * - `whole`: the section is one object, which has its name
 * - `path`: files, by their paths
 */
export type Identity =
  | { readonly by: 'id-or-name' | 'tenant-and-name' | 'whole' | 'path' }
  | { readonly by: 'member'; readonly member: string }
  | { readonly by: 'tenant'; readonly within?: string; readonly treeEnding: string };

/** Lists whose order says nothing. */
export interface SetRule {
  /** The number of the first content rules that have it. */
  readonly since: 2;
  /**
   * `everywhere`: hashes exist for which it held wherever the key stands, whatever the section:
   * closed with rules 2. `here`: in this section, and in the file of the snapshot that repeats it.
   */
  readonly where: 'everywhere' | 'here';
  readonly keys: readonly string[];
  /** The member that they must stand below, at any depth. */
  readonly below?: string;
  /** Only beside a member of one of these values, and only when all entries are texts. */
  readonly beside?: { readonly key: string; readonly values: readonly string[] };
}

/** What of a section the customer fills as he likes: its keys are names of his. */
export interface FreeForm {
  /** The reason, which docs/coverage.md repeats. */
  readonly why: string;
  /** Keys of members; `all`: all of the section, with the files of the snapshot that repeat it. */
  readonly members: 'all' | readonly string[];
  /**
   * Where no secret is looked for by name: `here` is in this section and in the files of the
   * snapshot that repeat it, `everywhere` wherever the key stands, and `nowhere` that it is
   * searched all the same.
   */
  readonly unsearched: 'here' | 'everywhere' | 'nowhere';
  /**
   * Where no stamp and no set is looked for. `everywhere` is closed with content rules 2: hashes
   * exist for which it held wherever the key stands.
   */
  readonly untouched: 'here' | 'everywhere' | 'nowhere';
}

/**
 * What of a snapshot repeats a section.
 *
 * - `list`: a file that lists the objects under some member; `isJudged` says that rules of risk see
 *   its entries as objects of the section
 * - `file`: a file that is the one object
 * - `folder`: all files of a folder
 * - `folders`: a folder for each object, named like it, and a file that lists them
 */
export type SnapshotTwin =
  | { readonly kind: 'list'; readonly path: string; readonly isJudged: boolean }
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  | { readonly kind: 'folders'; readonly path: string; readonly index: string };

/** A member that names an object of another section, or of this one. */
export interface Reference {
  /**
   * Keys from the object down, as a JSON Pointer; `*` stands for each entry of a list or each
   * member of a map.
   */
  readonly member: string;
  /** A section, or a part that a snapshot alone gives. */
  readonly to: string;
  /** What it is named by there. `value-of-map`: the key is the name, the value the id. */
  readonly by: 'id' | 'name' | 'name-to-id';
}

/** Words for the row of a section in docs/coverage.md. */
export interface SectionInDocs {
  /** After the endpoints that it is read with. */
  readonly read?: string;
  /** Where a backup has it, where that is in two places. */
  readonly place?: string;
  /** After `saved`, on any plan. */
  readonly saved?: string;
  /** What becomes of it on plans without snapshots, and on those with them. */
  readonly free?: string;
  readonly pro?: string;
}

/**
 * All that is known of a section. Whoever adds a member here is led by the compiler through every
 * section.
 *
 * @typeParam Endpoint names of endpoints
 */
export interface SectionRow<Endpoint extends string = string> {
  /** As it stands in the input `sections`, in the coverage, and in the names of files. */
  readonly name: string;
  /**
   * The release that first had it, where that was not 1.0.0: a service that refuses such a section
   * costs no more than it.
   */
  readonly since?: '1.1.0';
  /**
   * Of one that `all` does not mean, because it takes a request for each tenant: the input
   * `sections` has to name it.
   */
  readonly isByNameAlone?: true;
  /** Where a backup has it. */
  readonly keptIn: 'project.json' | 'resources' | 'snapshot';
  readonly read: SectionRead<Endpoint>;
  readonly identity: Identity;
  /** Its own sets, beside those that content rules 1 have everywhere. */
  readonly sets: readonly SetRule[];
  /** Everything else is searched for secrets. */
  readonly freeForm: readonly FreeForm[];
  /** The part of a snapshot that repeats it, where one does. */
  readonly snapshot: SnapshotTwin | undefined;
  readonly refersTo: readonly Reference[];
  /** How its changes are shown. */
  readonly shown?: {
    /** Its place among what people look for first, from 1; without it, after these. */
    readonly place?: number;
    /** What one of its objects is called; without it, as the section. */
    readonly singular?: string;
  };
  /** What docs/coverage.md says of it beyond what the rest of the row does. */
  readonly inDocs?: SectionInDocs;
  /**
   * Of a section with an entry a tenant: whether an entry says no more than none does (from content
   * rules 2).
   */
  readonly isBlankEntry?: (entry: JsonValue) => boolean;
}

/** A row, with its literals as types, so that descope/ can check the names of endpoints. */
export function defineSection<const Row extends SectionRow>(row: Row): Row {
  return row;
}

/** States what is free form, with the reason; without more, all of the section. */
export function freeForm(
  why: string,
  { members = 'all', unsearched = 'here', untouched = 'here' }: Partial<Omit<FreeForm, 'why'>> = {},
): FreeForm {
  return { why, members, unsearched, untouched };
}

/**
 * Sets that hold wherever their keys stand, by content rules 2. Nothing may be added: it would
 * change hashes that exist.
 */
export function setsEverywhere(
  keys: readonly string[],
  more: Pick<SetRule, 'below' | 'beside'> = {},
): SetRule {
  return { since: 2, where: 'everywhere', keys, ...more };
}

/**
 * Sets of this section alone. Of a section that a release has, more of them need content rules of a
 * new number.
 */
export function setsHere(
  keys: readonly string[],
  more: Pick<SetRule, 'below' | 'beside'> = {},
): SetRule {
  return { since: 2, where: 'here', keys, ...more };
}
