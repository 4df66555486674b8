/** The parsing of a config file, as YAML or as JSON. */
import { YAMLException } from 'js-yaml';
import { JsonDuplicateKeyError, JsonSyntaxError, parseJson } from '../json/parse.ts';
import { JsonDepthError } from '../json/scan.ts';
import type { JsonValue } from '../json/value.ts';
import type { AmbiguousScalar } from './yaml/ambiguous-scalars.ts';
import { lineAndColumn, locate } from './locate.ts';
import { parseYaml, YamlError } from './yaml/parse.ts';
import {
  ConfigFileError,
  MAX_CONFIG_DEPTH,
  type ConfigFinding,
  type LocatedFinding,
} from './problems.ts';
import { EMPTY_FILE, requireText } from './read-text.ts';
import { findMergeConflict } from './yaml/problems.ts';

/** More findings are counted, but nobody would read them. */
const MAX_LOCATED = 100;

const JSON_HINT =
  'JSON has no comments and no trailing commas; names and text are in double quotes';

/** What stands where the hint may help: a comment, a comma too many, other quotes or none. */
const MAY_NEED_HINT = /^[/#',}\]\p{Letter}]/u;

/** Finds the second of two equal keys. JSON is YAML, and the YAML parser says where. */
function locateDuplicateKey(text: string): LocatedFinding {
  try {
    parseYaml(text);
  } catch (error) {
    const [finding] = error instanceof YamlError ? error.findings : [];
    if (finding?.message.includes('is there twice') === true) return finding;
  }
  return { message: 'a key is there twice: keep one' };
}

/** The parser's words, without a text of the file that is longer than a character or an escape. */
function describeJsonError({ message, offset }: JsonSyntaxError, text: string): string {
  if (offset === undefined && !message.endsWith('end of input')) return 'not valid JSON';
  const words = message.replace(/ '[^']{8,}'/, '');
  const needsHint = offset !== undefined && MAY_NEED_HINT.test(text.slice(offset, offset + 2));
  return `not valid JSON: ${words}${needsHint ? `. ${JSON_HINT}` : ''}`;
}

function jsonProblem(text: string, bytes: Buffer, error: unknown): LocatedFinding {
  if (error instanceof JsonDuplicateKeyError) return locateDuplicateKey(text);
  if (error instanceof JsonDepthError) {
    const offset = bytes.toString('utf8', 0, error.byteOffset).length;
    return { message: error.message, ...lineAndColumn(text, offset) };
  }
  if (error instanceof JsonSyntaxError) {
    const message = describeJsonError(error, text);
    return (
      findMergeConflict(text) ?? {
        message,
        ...lineAndColumn(text, error.offset ?? text.length),
      }
    );
  }
  throw error;
}

/** The text of a config file and its value. */
export class ConfigDocument {
  readonly file: string;
  readonly value: JsonValue;
  readonly #bytes: Buffer;
  /** What readers of YAML 1.1 take otherwise, in the order of the file. */
  #ambiguous: readonly AmbiguousScalar[] = [];

  /**
   * Parses a config file: JSON where its name ends in `.json`, else YAML.
   *
   * @param file the path as users know it
   * @throws ConfigFileError
   */
  constructor(bytes: Buffer, file: string) {
    this.file = file;
    this.#bytes = requireText(bytes, file);
    this.value = /\.json$/i.test(file) ? this.#parseJson() : this.#parseYaml();
  }

  /** Decoded when it is asked for: a JSON file without problems never needs it in one piece. */
  get #text(): string {
    return this.#bytes.toString('utf8');
  }

  #parseJson(): JsonValue {
    try {
      return parseJson(this.#bytes, { maxDepth: MAX_CONFIG_DEPTH });
    } catch (error) {
      throw new ConfigFileError(this.file, [jsonProblem(this.#text, this.#bytes, error)]);
    }
  }

  #parseYaml(): JsonValue {
    try {
      const { value, findings, ambiguous } = parseYaml(this.#text);
      if (value === undefined) {
        throw new ConfigFileError(this.file, [{ message: EMPTY_FILE }]);
      }
      this.#ambiguous = ambiguous;
      if (findings.length > 0) this.fail(findings);
      return value;
    } catch (error) {
      if (error instanceof YamlError) throw new ConfigFileError(this.file, error.findings);
      throw error;
    }
  }

  /** Adds line and column; returns the first {@link MAX_LOCATED} in the order of the file. */
  locate(findings: readonly ConfigFinding[]): LocatedFinding[] {
    if (findings.length === 0) return [];
    try {
      return locate(this.#text, findings, MAX_LOCATED);
    } catch (error) {
      // JSON that is no YAML after all, such as a key of over 1,024 characters: said without a
      // place.
      if (!(error instanceof YAMLException)) throw error;
      return findings.slice(0, MAX_LOCATED).map(({ message }) => ({ message }));
    }
  }

  /** Adds what readers of YAML 1.1 take otherwise, in the order of the file. */
  warnings(findings: readonly ConfigFinding[]): { findings: LocatedFinding[]; total: number } {
    const located = [...this.locate(findings), ...this.#ambiguous.slice(0, MAX_LOCATED)].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
    return {
      findings: located.slice(0, MAX_LOCATED),
      total: findings.length + this.#ambiguous.length,
    };
  }

  /**
   * @throws ConfigFileError with all the findings; those at a text with two readings say so, for it
   * may be the cause
   */
  fail(findings: readonly ConfigFinding[]): never {
    const placeOf = ({ line, column }: LocatedFinding) => `${line ?? 0}:${column ?? 0}`;
    const causes = new Map(this.#ambiguous.map((one) => [placeOf(one), one.fact]));
    const located = this.locate(findings).map((finding) => {
      const cause = causes.get(placeOf(finding));
      return cause === undefined
        ? finding
        : { ...finding, message: `${finding.message}; ${cause}` };
    });
    throw new ConfigFileError(this.file, located, findings.length);
  }
}
