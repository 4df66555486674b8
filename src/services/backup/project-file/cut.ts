/**
 * The cutting of a project.json by position: one that is laid out as it was written needs no
 * parsing to be told apart.
 */
import { ObjectsById } from '../objects-by-id.ts';
import {
  EMPTY_LIST_CLOSE,
  ENTRY_CLOSE,
  ENTRY_OPEN,
  FILE_CLOSE,
  FLOWS,
  LIST_CLOSE,
  listOpen,
  MEMBER_CLOSE,
  memberOpen,
  TENANTS,
  type EntryList,
} from './layout.ts';

/**
 * Texts of entries by the ids of their objects: as `tenantEntry` and `flowEntry` of layout.ts make
 * them.
 */
export type EntryTexts = ReadonlyMap<string, string>;

/** Text is decoded in runs of about this length. */
const RUN_BYTES = 256 * 1024;

const METADATA_OPEN = `,${memberOpen('metadata')}{`;

/** Where a list stands in the file, its brackets not counted, in bytes. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** What all entries of a list end in; undefined when the first one ends otherwise. */
function findEntryEnd(bytes: Buffer, { start, end }: Range): string | undefined {
  const open = bytes.indexOf(METADATA_OPEN, start);
  const close = open === -1 ? -1 : bytes.indexOf(MEMBER_CLOSE, open + 1);
  if (close === -1 || close > end) return undefined;
  return bytes.toString('utf8', open, close) + MEMBER_CLOSE + ENTRY_CLOSE;
}

/** The id that an entry begins with; undefined when it begins otherwise. */
function idOf(entry: string, idStart: string): string | undefined {
  const idEnd = entry.indexOf('",\n', idStart.length);
  if (!entry.startsWith(idStart) || idEnd === -1) return undefined;
  const id = entry.slice(idStart.length, idEnd);
  if (!/["\\]/.test(id)) return id;
  try {
    return JSON.parse(`"${id}"`) as string;
  } catch {
    // The id ended earlier, and something else in its line.
    return undefined;
  }
}

/** @returns undefined for a list that is laid out otherwise */
function cutList(bytes: Buffer, range: Range, { idKey }: EntryList): EntryTexts | undefined {
  const objects = new ObjectsById<string>();
  const { start, end } = range;
  if (start === end) return objects.map;
  const entryEnd = findEntryEnd(bytes, range);
  if (entryEnd === undefined) return undefined;
  const idStart = `${memberOpen(idKey)}"`;
  for (let at = start; at < end;) {
    const cut = bytes.indexOf(`${ENTRY_CLOSE},\n`, at + RUN_BYTES);
    const stop = cut === -1 || cut >= end ? end : cut + ENTRY_CLOSE.length;
    const text = bytes.toString('utf8', at, stop);
    if (!text.startsWith(ENTRY_OPEN) || !text.endsWith(entryEnd)) return undefined;
    const entries = text.slice(ENTRY_OPEN.length, -entryEnd.length);
    for (const entry of entries.split(`${entryEnd},${ENTRY_OPEN}`)) {
      const id = idOf(entry, idStart);
      if (id === undefined) return undefined;
      objects.add(id, entry);
    }
    at = stop + 1;
  }
  return objects.map;
}

/**
 * Whether a text becomes JSON when its object is closed: then a list after it is a member at the
 * top.
 */
function isWholeBefore(text: string): boolean {
  try {
    JSON.parse(`${text}}`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Cuts a project.json that is laid out as `formatProject` does into the texts of its entries. The
 * metadata at the end of each is left out: it is the same in all.
 *
 * @param bytes of a file that is known to be JSON: its values are not looked into
 * @param counts how many tenants and flows there must be
 * @returns undefined for a file that is laid out otherwise
 */
export function cutProjectFile(
  bytes: Buffer,
  counts: Readonly<Record<EntryList['name'], number>>,
): { readonly tenants: EntryTexts; readonly flows: EntryTexts } | undefined {
  let at = bytes.indexOf(listOpen(TENANTS));
  if (at === -1 || !isWholeBefore(bytes.toString('utf8', 0, at))) return undefined;
  const read = (list: EntryList): EntryTexts | undefined => {
    const open = listOpen(list);
    const start = at + open.length;
    if (bytes.toString('latin1', at, start) !== open) return undefined;
    const isEmpty = bytes.toString('latin1', start, start + 1) === EMPTY_LIST_CLOSE;
    const end = isEmpty ? start : bytes.indexOf(LIST_CLOSE, start);
    if (end === -1) return undefined;
    at = end + (isEmpty ? EMPTY_LIST_CLOSE : LIST_CLOSE).length;
    const entries = cutList(bytes, { start, end }, list);
    return entries?.size === counts[list.name] ? entries : undefined;
  };
  const tenants = read(TENANTS);
  const flows = tenants && read(FLOWS);
  if (tenants === undefined || flows === undefined) return undefined;
  return bytes.toString('latin1', at) === FILE_CLOSE ? { tenants, flows } : undefined;
}
