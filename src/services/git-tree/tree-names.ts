/** File names of ids in the tree for git. docs/git-tree.md describes them. */
import { sha256 } from '../../storage/checksums.ts';
import { unsafeNameReason } from '../../storage/safe-names.ts';

/** An id, and what its file name ends in. */
export interface TreeName {
  readonly id: string;
  /** Such as `.json`: nothing that needs an escape. */
  readonly ending: string;
  /** Whether dots are escaped too, because one sets the id apart from an ending. */
  readonly escapesDots?: boolean;
}

/** Names up to this many bytes, endings not counted, are kept whole. */
const MAX_BYTES = 200;
const CUT_MARK = '~';
const HASH_DIGITS = 16;

/** Ids of which every sign stands for itself, which most do. */
const PLAIN = /^[0-9a-z][0-9a-z_-]*$/;

/**
 * Signs that are always escaped: what is forbidden in names somewhere, what the escape itself is
 * made of (`%`, and `~`, which begins the end of a cut name and the short names of Windows, such as
 * `git~1`), and what cannot be seen, which some file systems ignore when they compare names.
 */
const UNSAFE =
  /["%*/:<>?\\|~]|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Signs that file systems may take for others: of another case, or composed in another way. */
const AMBIGUOUS = /[A-Z\u0080-\u{10ffff}]/u;

/**
 * A sign in UTF-8. Half of a surrogate pair has no UTF-8: it gets the three bytes that the scheme
 * would give it.
 */
function bytesOf(sign: string): Buffer {
  const code = sign.codePointAt(0) as number;
  if (code < 0xd800 || code > 0xdfff) return Buffer.from(sign);
  return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]);
}

function percent(sign: string): string {
  return [...bytesOf(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

/**
 * The hash is taken of all bytes of the id, so that ids that only their ends tell apart get names
 * of their own.
 */
function cut(signs: readonly string[], id: string): string {
  const name = signs.join('');
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  let room = MAX_BYTES - CUT_MARK.length - HASH_DIGITS;
  let start = '';
  for (const sign of signs) {
    room -= Buffer.byteLength(sign);
    if (room < 0) break;
    start += sign;
  }
  const hash = sha256(Buffer.concat(Array.from(id, bytesOf)));
  return `${start}${CUT_MARK}${hash.slice(0, HASH_DIGITS)}`;
}

function escapeId({ id, escapesDots }: TreeName, also?: RegExp): string {
  if (PLAIN.test(id) && unsafeNameReason(id) === undefined && id.length <= MAX_BYTES) return id;
  // A bare % is no escape, and so no other id's name.
  if (id === '') return '%';
  const signs = Array.from(id);
  const escaped = signs.map((sign, index) => {
    const isEdge = index === 0 || index === signs.length - 1;
    const isUnsafe =
      UNSAFE.test(sign) ||
      also?.test(sign) === true ||
      (sign === '.' && (isEdge || escapesDots === true)) ||
      (sign === ' ' && index === signs.length - 1);
    return isUnsafe ? percent(sign) : sign;
  });
  const name = cut(escaped, id);
  // What is still unsafe now is the name of a device.
  if (unsafeNameReason(name) === undefined) return name;
  return cut([percent(signs[0] as string), ...escaped.slice(1)], id);
}

/**
 * Equal for names that some file system takes for one. Sign by sign, since a lower case may depend
 * on the neighbours.
 */
function folded(name: string): string {
  return Array.from(name.normalize('NFD'), (sign) => sign.toLowerCase().toUpperCase())
    .join('')
    .normalize('NFD');
}

/**
 * Gives each entry of one folder a file name that is safe on every system, and that no other entry
 * has, also where upper and lower case are the same. An id that stands for itself keeps its name;
 * the names do not depend on the order.
 *
 * @returns the names, ending included, in the order of the entries
 */
export function treeNames(entries: readonly TreeName[]): string[] {
  const plain = entries.map((entry) => escapeId(entry));
  const groups = new Map<string, number>();
  const keys = entries.map(({ ending }, index) => folded(`${plain[index] as string}${ending}`));
  for (const key of keys) groups.set(key, (groups.get(key) ?? 0) + 1);
  return entries.map((entry, index) => {
    const isAlone = groups.get(keys[index] as string) === 1;
    return `${isAlone ? (plain[index] as string) : escapeId(entry, AMBIGUOUS)}${entry.ending}`;
  });
}
