/** How a project snapshot is laid out: the one place that knows what its files and folders are. */
import { SECTION_ROWS } from './sections/index.ts';
import { SCRIPTS } from './sections/reasons.ts';
import type { SnapshotTwin } from './sections/section.ts';

/** What a snapshot alone gives. */
interface SnapshotPart {
  /** As it stands in the coverage. */
  readonly name: string;
  /** A file, or a folder with a slash at its end, where the part has a place of its own. */
  readonly place?: string;
}

/**
 * Parts of a project that a snapshot alone gives: without one, the plan does not give these at all.
 * Flows, theme, roles, permissions, applications, lists, JWT templates and attributes of users have
 * calls of their own.
 */
export const SNAPSHOT_PARTS: readonly SnapshotPart[] = [
  { name: 'connectors', place: 'connectors/' },
  { name: 'authentication-methods', place: 'auth/' },
  { name: 'project-settings', place: 'project.json' },
  { name: 'widgets', place: 'widgets/' },
  { name: 'message-templates' },
  { name: 'tenant-attributes' },
  { name: 'access-key-attributes' },
  { name: 'resources' },
];

/** Folders that are free form, beside those that repeat a section which is. */
export const FREE_FOLDERS: ReadonlyMap<string, string> = new Map([
  ['widgets/', SCRIPTS],
  ['assets/', 'files of your own making'],
]);

/** Lists the widgets, of which one may have no file of its own. */
export const WIDGETS_INDEX = 'widgets/widgets.json';
/** Files that only list the other files of their folder. */
const INDEXES: readonly string[] = [
  'connectors/connectors.json',
  'flows/flows.json',
  'styles/styles.json',
  'widgets/flows/flows.json',
  'assets/assets.json',
];

const TWINS: readonly (readonly [section: string, twin: SnapshotTwin])[] = SECTION_ROWS.flatMap(
  ({ name, snapshot }) => (snapshot === undefined ? [] : [[name, snapshot] as const]),
);

/** Files that list the objects of a section. */
const LISTS: ReadonlyMap<string, SnapshotTwin & { readonly kind: 'list' }> = new Map(
  TWINS.flatMap(([, twin]) => (twin.kind === 'list' ? [[twin.path, twin]] : [])),
);

/** Files that list things, each under one key of the file: the order says nothing. */
export const COLLECTIONS: ReadonlySet<string> = new Set([
  ...LISTS.keys(),
  ...INDEXES,
  WIDGETS_INDEX,
]);

/** Contents and screens of flows, also of widgets. */
const EDITED = /^(?:widgets\/)?flows\/[^/]+\/(?!metadata\.json$)/;
/**
 * Text files are sent as text, other assets as base64. Source: writeAsset of Descope's command line
 * tool.
 */
const TEXT_FILE = /\.(?:txt|html)$/;

function isAt(place: string, path: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}

export function isJsonPath(path: string): boolean {
  return path.endsWith('.json');
}

/** Whether a file that is not JSON is sent as text. */
export function isTextPath(path: string): boolean {
  return TEXT_FILE.test(path);
}

/** Whether a file lists things under its keys, in no order. */
export function isCollection(path: string): boolean {
  return COLLECTIONS.has(path);
}

/** Whether a file was built in an editor: its keys are names of the customer's. */
export function isEdited(path: string): boolean {
  return EDITED.test(path);
}

/**
 * The part that a snapshot alone gives and that has a file in its own place; undefined for other
 * files.
 */
export function partOf(path: string): string | undefined {
  return SNAPSHOT_PARTS.find(({ place }) => place !== undefined && isAt(place, path))?.name;
}

/** The flow that a file below `flows/<id>/` belongs to, and the file's path there. */
export function flowFileOf(
  path: string,
): { readonly flow: string; readonly file: string } | undefined {
  const [, flow, file] = /^flows\/([^/]+)\/(.*)$/s.exec(path) ?? [];
  return flow === undefined || file === undefined ? undefined : { flow, file };
}

/** Whether a file is in the place of what repeats a section. */
export function isInTwin(twin: SnapshotTwin, path: string): boolean {
  return path.startsWith(twin.path) && (twin.path.endsWith('/') || path === twin.path);
}

/**
 * The section that a file repeats: of all flows the index, of one flow what is below its folder.
 */
export function repeatedSection(path: string): string | undefined {
  const found = TWINS.find(([, twin]) =>
    twin.kind === 'folders'
      ? path === twin.index || flowFileOf(path) !== undefined
      : isInTwin(twin, path),
  );
  return found?.[0];
}

/**
 * The section that a file repeats, if it has a change of its own: one edit of a flow or a role must
 * not count twice.
 *
 * @param sections that have changes
 * @param flows ids of those that have
 */
export function twinAmong(
  path: string,
  sections: ReadonlySet<string>,
  flows: ReadonlySet<string>,
): string | undefined {
  const section = repeatedSection(path);
  const flow = flowFileOf(path)?.flow;
  const isThere =
    flow === undefined ? section !== undefined && sections.has(section) : flows.has(flow);
  return isThere ? section : undefined;
}

/** The section whose objects a file lists, for rules of risk to see them as such. */
export function judgedList(path: string): string | undefined {
  return LISTS.get(path)?.isJudged === true ? repeatedSection(path) : undefined;
}

/**
 * The section and name of a file that is one object, as rules of risk see it; a flow of a widget is
 * a flow.
 */
export function judgedObject(path: string): readonly [section: string, name: string] | undefined {
  const part = partOf(path);
  if (part === 'project-settings') return [part, 'project'];
  const [, folder, file] = /^(connectors|auth|flows|widgets\/flows)\/(.+)\.json$/.exec(path) ?? [];
  if (folder === undefined || file === undefined || INDEXES.includes(path)) return undefined;
  if (part === 'connectors' || part === 'authentication-methods') return [part, file];
  const [, flow, rest] = /^([^/]+)\/(.+)$/.exec(file) ?? [];
  if (flow === undefined || rest === undefined || rest.startsWith('screen-')) return undefined;
  return ['flows', flow];
}

/**
 * What a file is an object of where objects are counted, by the names of the coverage; undefined
 * where it is counted elsewhere: a flow that goes takes several files with it, and counts as a
 * flow.
 */
export function countedObject(path: string): readonly [section: string, id: string] | undefined {
  if (path.startsWith('flows/') || INDEXES.includes(path) || path === WIDGETS_INDEX)
    return undefined;
  const part = partOf(path);
  if (part === 'project-settings') return [part, path];
  const [, folder, rest = ''] = /^(connectors|auth|assets|widgets)\/(.*)$/.exec(path) ?? [];
  const [, flow] = folder === 'widgets' ? (/^(flows\/[^/]+)\//.exec(rest) ?? []) : [];
  return folder === undefined ? ['snapshot', path] : [part ?? folder, flow ?? rest];
}
