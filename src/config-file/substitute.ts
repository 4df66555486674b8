/** The replacement of `${VAR}` in texts. */
import { ExactNumber, setOwn, type JsonObject, type JsonValue } from '../json/value.ts';
import {
  isReservedVariable,
  isSecretVariable,
  wasSecretVariable,
} from '../project/secrets/variables.ts';
import { formatPath, type DocumentPath, type ConfigFinding } from './problems.ts';

/**
 * A reference, with the dollars before it: of each two of them one is written, and the reference is
 * none.
 */
const REFERENCE = /(?<!\$)(\$+)\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * Whether the dollars before a name make it a reference, and what is written of them before its
 * value.
 */
function readDollars(dollars: string): { isReference: boolean; before: string } {
  return { isReference: dollars.length % 2 === 1, before: '$'.repeat(dollars.length >> 1) };
}

/** Which variables stay as they are written. */
export type IsWithheld = (name: string) => boolean;

/**
 * The variables that are never replaced: the runner's own, and those named like a secret, but for
 * exceptions.
 *
 * @param allowed names that the input allow-variables gives; none of the runner's own
 */
export function withheldVariables(allowed: ReadonlySet<string>): IsWithheld {
  return (name) => isSecretVariable(name) && (isReservedVariable(name) || !allowed.has(name));
}

/** The first reference in a text to a variable that is named like a secret. */
export function withheldReference(text: string): string | undefined {
  for (const [, dollars = '', name = ''] of text.matchAll(REFERENCE)) {
    if (readDollars(dollars).isReference && isSecretVariable(name)) return `\${${name}}`;
  }
  return undefined;
}

/**
 * A text that {@link substitute} makes the given one of, whatever variables are set.
 *
 * @param isWithheld whether a reference to a variable that is named like a secret stays as it is
 * written
 */
export function escapeReferences(text: string, isWithheld: boolean): string {
  return text.replace(REFERENCE, (written, dollars: string, name: string) => {
    const isKept = isWithheld && readDollars(dollars).isReference && isSecretVariable(name);
    return isKept ? written : `${dollars}${dollars}{${name}}`;
  });
}

/**
 * Whether any string of a value may hold a reference. Most values hold none, and are then left
 * alone.
 */
function mayHoldReference(value: JsonValue): boolean {
  if (typeof value === 'string') return value.includes('${');
  if (value === null || typeof value !== 'object' || value instanceof ExactNumber) return false;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).some(mayHoldReference);
  const object = value as JsonObject;
  for (const key in object) if (mayHoldReference(object[key] as JsonValue)) return true;
  return false;
}

export interface Substitution {
  /** The value with `${VAR}` replaced; the very same value where there was nothing to replace. */
  readonly value: JsonValue;
  /** Where a reference stayed as it was written, because its variable may hold a secret. */
  readonly withheld: readonly DocumentPath[];
  /**
   * Variables that are set and stayed as written, which release 1.0.0 replaced, and where each
   * stands first.
   */
  readonly noLongerReplaced: ReadonlyMap<string, DocumentPath>;
  /** Variables that are not set. */
  readonly findings: readonly ConfigFinding[];
}

/** Environment variables, and which of them stay as they are written. */
export interface Variables {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isWithheld: IsWithheld;
}

/**
 * Replaces `${VAR}` in every string of a value, at any depth, and `$${VAR}` by the text `${VAR}`;
 * keys stay as they are.
 */
export function substitute(
  value: JsonValue,
  { environment, isWithheld }: Variables,
  at: DocumentPath,
): Substitution {
  const withheld: DocumentPath[] = [];
  const noLongerReplaced = new Map<string, DocumentPath>();
  const findings: ConfigFinding[] = [];
  const path = [...at];
  /** The messages of {@link findings}, which name the path. */
  const told = new Set<string>();

  const replaceIn = (text: string): string =>
    text.replace(REFERENCE, (written, dollars: string, name: string) => {
      const { isReference, before } = readDollars(dollars);
      if (!isReference) return `${before}{${name}}`;
      // Own variables only: `constructor` and its like are properties of every object.
      const replacement = Object.hasOwn(environment, name) ? environment[name] : undefined;
      if (isWithheld(name)) {
        withheld.push([...path]);
        const isNew = !wasSecretVariable(name) && replacement !== undefined;
        if (isNew && !noLongerReplaced.has(name)) noLongerReplaced.set(name, [...path]);
        return written;
      }
      if (replacement !== undefined) return before + replacement;
      const message = `${formatPath(path)} needs the environment variable ${name}, which is not set: set it in the step's env`;
      if (!told.has(message)) findings.push({ path: [...path], message });
      told.add(message);
      return written;
    });

  const visitAt = (step: string | number, child: JsonValue): JsonValue => {
    path.push(step);
    const replaced = visit(child);
    path.pop();
    return replaced;
  };

  const visit = (current: JsonValue): JsonValue => {
    if (!mayHoldReference(current)) return current;
    if (typeof current === 'string') return replaceIn(current);
    if (Array.isArray(current)) {
      return (current as readonly JsonValue[]).map((item, index) => visitAt(index, item));
    }
    const copy = { ...(current as JsonObject) };
    for (const key of Object.keys(copy)) setOwn(copy, key, visitAt(key, copy[key] as JsonValue));
    return copy;
  };

  return { value: visit(value), withheld, noLongerReplaced, findings };
}
