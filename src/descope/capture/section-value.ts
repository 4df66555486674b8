/** What a section gave when it was read, and what sections are read by. */
import { objectLimitReason } from '../../json/limits.ts';
import type { Packed } from '../../json/packed.ts';
import type { JsonObject, JsonValue } from '../../json/value.ts';
import { SectionError } from '../errors.ts';
import type { ListedObjects } from './resource-lists.ts';

/**
 * What one section gave. A part that failed leaves the rest, which is saved, and the section
 * failed.
 */
export interface SectionValue<Value = JsonValue> {
  readonly value: Value;
  readonly count: number;
  readonly failure?: string;
  /** What is said of it where it was saved. */
  readonly note?: string;
  /**
   * What the service refused to give of a section that release 1.0.0 did not have: no failure,
   * unless it is required.
   */
  readonly refused?: string;
  /**
   * Of how many tenants it was not asked whether they have more: there were not enough requests.
   */
  readonly notAsked?: number;
}

/** Tenants as they are listed, by their ids. */
export type Tenants = ReadonlyMap<string, readonly Packed<JsonObject>[]>;

/** What sections are read by. */
export interface Known {
  readonly tenants: Tenants;
  /** As they are listed, by their ids. */
  readonly flows: ReadonlyMap<string, readonly Packed<JsonObject>[]>;
  /** Whether these are but some of the tenants: the others were asked about before. */
  readonly isPart?: boolean;
}

export function collection({ values, failures }: ListedObjects): SectionValue {
  const value = { value: values, count: values.length };
  return failures.length === 0 ? value : { ...value, failure: failures.join('; ') };
}

/** @throws SectionError for an object that a backup cannot hold */
export function requireLimits(value: JsonValue, what: string): JsonValue {
  const reason = objectLimitReason(value);
  if (reason !== undefined) throw new SectionError(`${what} cannot be saved: ${reason}`);
  return value;
}
