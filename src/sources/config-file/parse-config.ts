import { YAMLException } from 'js-yaml';
import { JsonDuplicateKeyError, JsonSyntaxError, parseJson } from '../../storage/json-parse.ts';
import { JsonDepthError } from '../../storage/json-scan.ts';
import type { JsonValue } from '../../storage/json-value.ts';
import { lineAndColumn, locate } from './locate.ts';
import { parseYaml, YamlError } from './parse-yaml.ts';
import {
  ConfigFileError,
  MAX_CONFIG_DEPTH,
  type Finding,
  type LocatedFinding,
} from './problems.ts';
import { requireText } from './read-text.ts';

/** Findings beyond this many are counted, but not looked up in the file. */
const MAX_LOCATED = 100;

/** Finds the second of two equal keys. JSON is YAML, and the YAML parser says where. */
function locateDuplicateKey(text: string): LocatedFinding {
  const message = 'a key is there twice: keep one';
  try {
    parseYaml(text);
  } catch (error) {
    if (error instanceof YamlError) return { ...error.findings[0], message };
  }
  return { message };
}

function jsonProblem(text: string, bytes: Buffer, error: unknown): LocatedFinding {
  if (error instanceof JsonDuplicateKeyError) return locateDuplicateKey(text);
  if (error instanceof JsonDepthError) {
    const offset = bytes.toString('utf8', 0, error.byteOffset).length;
    return { message: error.message, ...lineAndColumn(text, offset) };
  }
  if (error instanceof JsonSyntaxError) {
    const offset = error.offset ?? text.length;
    return { message: `not valid JSON: ${error.message}`, ...lineAndColumn(text, offset) };
  }
  throw error;
}

/** The text of a config file and its value. */
export class ConfigDocument {
  readonly file: string;
  readonly value: JsonValue;
  readonly #bytes: Buffer;

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
      const { value, findings } = parseYaml(this.#text);
      if (value === undefined) {
        throw new ConfigFileError(this.file, [{ message: 'the file is empty' }]);
      }
      if (findings.length > 0) this.fail(findings);
      return value;
    } catch (error) {
      if (error instanceof YamlError) throw new ConfigFileError(this.file, error.findings);
      throw error;
    }
  }

  /** Adds line and column, in the order of the file; at most {@link MAX_LOCATED} are looked up. */
  locate(findings: readonly Finding[]): LocatedFinding[] {
    if (findings.length === 0) return [];
    const some = findings.slice(0, MAX_LOCATED);
    try {
      return locate(this.#text, some);
    } catch (error) {
      // JSON that is no YAML after all, such as a key of over 1,024 characters: said without a place.
      if (error instanceof YAMLException) return some.map(({ message }) => ({ message }));
      throw error;
    }
  }

  /** @throws ConfigFileError with all the findings */
  fail(findings: readonly Finding[]): never {
    throw new ConfigFileError(this.file, this.locate(findings), findings.length);
  }
}
