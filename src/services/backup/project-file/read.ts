/** The reading of the entries of a project.json, by the ids of their objects. */
import { parseJson } from '../../../json/parse.ts';
import type { JsonObject } from '../../../json/value.ts';
import { canonicalJson } from '../../../json/write.ts';
import { LazySection } from '../lazy-section.ts';
import { ObjectsById } from '../objects-by-id.ts';
import { cutProjectFile } from './cut.ts';
import { memberOpen, TENANTS } from './layout.ts';
import { ProjectFileParser } from './parse.ts';

/** An entry: of a tenant, with `tenant_data` when it is of a live project; or of a flow. */
export type Entry =
  | { readonly tenant_id: string; readonly config: JsonObject; readonly tenant_data?: JsonObject }
  | { readonly flow_id: string; readonly flow_data: JsonObject };

/** What a caller wants of each entry, as a text: both must make the same of the same entry. */
export interface EntryView {
  /**
   * Of the entry's text, which is cut from a file as it stands there: called each time that this
   * entry is asked for.
   */
  readonly ofText: (entry: string) => string;
  /** Of the value. */
  readonly ofEntry: (entry: Entry) => string;
}

/** The tenants and flows of a project.json, by their ids. */
export interface ProjectEntries {
  /**
   * Whether the file is laid out as it was written, so that its own text was cut; else it was
   * parsed.
   */
  readonly layout: 'as-written' | 'parsed';
  readonly tenants: ReadonlyMap<string, string>;
  readonly flows: ReadonlyMap<string, string>;
}

/**
 * Reads the entries of a project.json of any layout by parsing it.
 *
 * @throws Error when it is none
 */
export function parseEntries(bytes: Buffer, { ofEntry }: EntryView): ProjectEntries {
  const tenants = new ObjectsById<string>();
  const flows = new ObjectsById<string>();
  new ProjectFileParser({
    tenant: (id, { config, data }) => {
      tenants.add(id, ofEntry({ tenant_id: id, config, ...(data && { tenant_data: data }) }));
    },
    flow: (id, data) => {
      flows.add(id, ofEntry({ flow_id: id, flow_data: data }));
    },
  }).end(bytes);
  return { layout: 'parsed', tenants: tenants.map, flows: flows.map };
}

/**
 * Reads the entries of a project.json that was verified: cut by position where it is laid out as it
 * was written, which most are. Then nothing is parsed but what is asked for.
 *
 * @throws Error when it is none
 */
export function readEntries(
  bytes: Buffer,
  counts: { readonly tenants: number; readonly flows: number },
  view: EntryView,
): ProjectEntries {
  const cut = cutProjectFile(bytes, counts);
  if (cut === undefined) return parseEntries(bytes, view);
  return {
    layout: 'as-written',
    tenants: new LazySection(cut.tenants, view.ofText),
    flows: new LazySection(cut.flows, view.ofText),
  };
}

/** @throws Error when the text is not that of an entry */
export function parseEntry(text: string): Entry {
  return parseJson(Buffer.from(`{${text}}`)) as object as Entry;
}

/**
 * The object in an entry: of a live project what was answered, of a config file what the file has.
 */
function objectOf(entry: Entry): JsonObject {
  if ('flow_data' in entry) return entry.flow_data;
  return entry.tenant_data ?? entry.config;
}

function isJson(text: string): boolean {
  try {
    parseJson(Buffer.from(text));
    return true;
  } catch {
    return false;
  }
}

const FIRST_VALUE = {
  tenant: `,${memberOpen('config')}`,
  flow: `,${memberOpen('flow_data')}`,
} as const;
const TENANT_DATA = `,${memberOpen('tenant_data')}`;

/**
 * Where the object of an entry begins, if the entry is laid out as it was written; undefined when
 * it surely is not.
 */
function objectStart(entry: string): number | undefined {
  const isTenant = entry.startsWith(memberOpen(TENANTS.idKey));
  const first = isTenant ? FIRST_VALUE.tenant : FIRST_VALUE.flow;
  // The id is a text, and no text has a line break in it: the first one of these ends it.
  const idEnd = entry.indexOf('",\n') + '"'.length;
  if (!entry.startsWith(first, idEnd)) return undefined;
  const data = isTenant ? entry.indexOf(TENANT_DATA, idEnd) : -1;
  return data === -1 ? idEnd + first.length : data + TENANT_DATA.length;
}

/**
 * The text of the object in an entry, as it stands there. An entry that does not end in this
 * object, as one of a later release may not, is parsed, and the text made anew from the value:
 * nothing of it is lost.
 *
 * @throws Error when the text is not that of an entry
 */
function objectText(entry: string): string {
  const start = objectStart(entry);
  const text = start === undefined ? '' : entry.slice(start);
  // A whole value up to the end is that of the entry's own last member: after one further within,
  // brackets would follow.
  return isJson(text) ? text : canonicalJson(objectOf(parseEntry(entry)));
}

/** The objects as they were saved, with nothing taken away. */
export const OBJECTS: EntryView = {
  ofText: objectText,
  ofEntry: (entry) => canonicalJson(objectOf(entry)),
};
