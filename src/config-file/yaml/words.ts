/** Words for errors of the YAML parser: what is wrong, and what to write instead. */
import { MAX_REPEATED_VALUES, TOO_DEEP } from '../problems.ts';
import {
  backslashBefore,
  justBefore,
  lineBefore,
  lineStart,
  signBefore,
  textAbove,
  type FindPlace,
} from './places.ts';
import { KEY_MUST_BE_TEXT } from './schema.ts';

export const TAB = 'a tab is used for indentation: use spaces';

const NOT_CLOSED = 'a quote or bracket that was opened above is not closed';
const KEY_NEEDS_COLON = 'a key needs ": " (colon and blank) behind it';
const SIGN = 'a text that begins with *, & or ! must be in quotes';
const TAG_DOES_NOT_FIT = 'the value does not fit its tag: remove the tag';

/** What the parser stumbled over. */
interface Spot {
  /** The character, or none at the end of the text. */
  readonly char: string;
  /** What stands before it on its line, without blanks at the end. */
  readonly lineSoFar: string;
}

/** The parser knows only that a map should go on here; the text tells why it does not. */
function badMappingEntry({ char, lineSoFar }: Spot): string {
  if (char === ':') {
    return '": " is not allowed here: put the value in quotes, or correct the indentation';
  }
  if (/['"]$/.test(lineSoFar)) {
    return `text follows the closing quote: write a quote inside '...' twice, inside "..." as \\"`;
  }
  if (/[\]}]$/.test(lineSoFar)) {
    return 'text follows the closing bracket: remove it, or write the whole value in quotes';
  }
  if (char !== '' && '@`%,]}'.includes(char)) {
    return `a value cannot begin with ${char}: write it in quotes`;
  }
  if (char === '-' && lineSoFar.endsWith(':')) {
    return 'a list must begin in a line of its own, below its key';
  }
  return 'bad indentation: begin this line in the same column as its neighbours';
}

function deficientIndentation({ char }: Spot): string {
  return char === ']' || char === '}'
    ? 'a closing bracket must be indented more than the key of its list or map'
    : `${NOT_CLOSED}, or this line must be indented more`;
}

function unknownAlias(_: Spot, name: string | undefined): string {
  return name === undefined
    ? 'this refers to no anchor above it: write the text in quotes, or add the anchor'
    : `*${name} refers to no anchor above it: write the text in quotes, or add the anchor &${name}`;
}

function recursiveAlias(_: Spot, name: string | undefined): string {
  const anchor = name === undefined ? 'this anchor' : `the anchor "${name}"`;
  return `${anchor} holds itself: write the value out`;
}

function unknownTag(_: Spot, name: string | undefined): string {
  const tag =
    name === undefined ? 'this tag' : `the tag ${name.replace('tag:yaml.org,2002:', '!!')}`;
  return `${tag} has no meaning here: remove it, or write the text in quotes`;
}

type Words = string | ((spot: Spot, name: string | undefined) => string);

/**
 * The parser's reasons, words that say what to do, and where, if not at the parser's place. The
 * group of a pattern is a name.
 */
const REASONS: readonly (readonly [reason: RegExp, words: Words, place?: FindPlace])[] = [
  [/^bad indentation of a mapping entry/, badMappingEntry],
  [/^deficient indentation/, deficientIndentation],
  [
    /^bad indentation of a sequence entry/,
    'bad indentation: align it with the other lines of the entry, or with their "-"',
  ],
  [/^tab characters/, TAB],
  [
    /^end of the stream or a document separator/,
    'this does not go on from the lines above: correct the indentation, or put text with ": " in quotes',
  ],
  [
    /^missed comma between flow collection entries/,
    'a comma is missing, a bracket is of the wrong kind, or a text must be in quotes, such as "${VAR}"',
  ],
  [/^expected the node content, but found ','/, 'two commas in a row: remove one'],
  [/a multiline key/, KEY_NEEDS_COLON, textAbove],
  [/^expected ':' after a mapping key|^a whitespace character/, KEY_NEEDS_COLON],
  [
    /^unknown escape sequence|^expected hexadecimal/,
    'unknown escape: write \\\\ for a backslash, or use single quotes',
    backslashBefore,
  ],
  [
    /non-printable|^expected valid JSON character/,
    'a control character: write the text in double quotes, with an escape such as "\\x07"',
  ],
  [
    /^a line break is expected|of a block scalar|^repeat of a/,
    'a text that begins with | or > must be in quotes; block text begins in the next line',
    signBefore,
  ],
  [/within a verbatim tag/, SIGN],
  [/^unexpected end of the (?:stream|document) within/, NOT_CLOSED],

  [/^unidentified alias "(.+)"/s, unknownAlias, justBefore],
  [/^recursive alias "(.+)"/s, recursiveAlias, justBefore],
  [/^name of an (?:alias|anchor)|^alias node|^duplication of an anchor/, SIGN, signBefore],
  [/^tag (?:suffix|name) cannot|^duplication of a tag/, SIGN, signBefore],
  [/^named tag handle|^undeclared tag handle/, SIGN, signBefore],
  [/^cannot resolve a node with/, TAG_DOES_NOT_FIT],
  [/^unknown \w+ tag !<tag:yaml\.org,2002:(?:bool|float|int|map|null|seq|str)>/, TAG_DOES_NOT_FIT],
  [/^unknown \w+ tag !<(.+)>/s, unknownTag],

  [/^directives end mark/, 'a line with --- must follow the % lines, or remove them'],
  [
    /^unacceptable YAML version/,
    'this version of YAML is not known: remove the %YAML line',
    lineBefore,
  ],
  [
    /directive|^there is a previously declared suffix/,
    'a faulty line that begins with %: remove it',
    lineBefore,
  ],

  [/^cannot merge mappings/, '<< must be given a map or a list of maps'],
  [/^abnormal merge sequence size/, '<< lists more than 100 maps: merge fewer'],
  [
    /maxTotalMergeKeys/,
    `merge keys repeat more than ${MAX_REPEATED_VALUES.toLocaleString('en')} values: write fewer`,
  ],
  [/maxDepth/, TOO_DEEP],
  [/^a key that is not text|^object-based map does not support complex keys/, KEY_MUST_BE_TEXT],
];

/**
 * Says what is wrong, and what to do about it where.
 *
 * @param reason the parser's, for the offset in the text
 * @param mayShow whether a name that is written in the text may be repeated
 */
export function describeReason(
  reason: string,
  text: string,
  offset: number,
  mayShow: (name: string) => boolean,
): { message: string; offset: number } {
  const spot = {
    char: text.charAt(offset),
    lineSoFar: text.slice(lineStart(text, offset), offset).trimEnd(),
  };
  for (const [pattern, words, findPlace] of REASONS) {
    const match = pattern.exec(reason);
    if (match === null) continue;
    const name = match[1] !== undefined && mayShow(match[1]) ? match[1] : undefined;
    return {
      message: typeof words === 'string' ? words : words(spot, name),
      offset: findPlace?.(text, offset) ?? offset,
    };
  }
  // Without what the parser may repeat of the file.
  return { message: reason.replace(/[":<].*/s, '').trimEnd(), offset };
}
