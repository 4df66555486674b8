/** Small changes of objects, each a copy, whatever their keys are called. */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import type { MapReference, Reference } from './row.ts';

export function without(value: JsonObject, keys: readonly string[]): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value))
    if (!keys.includes(key)) setOwn(copy, key, child);
  return copy;
}

export function pick(value: JsonObject, keys: readonly string[]): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const key of keys) {
    if (Object.hasOwn(value, key)) setOwn(copy, key, value[key]);
  }
  return copy;
}

/** The members of the second over those of the first, each replaced whole. */
export function overlay(below: JsonObject, above: JsonObject): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(below)) setOwn(copy, key, child);
  for (const [key, child] of Object.entries(above)) setOwn(copy, key, child);
  return copy;
}

/** A member changed, where it is there. */
export function mapMember(
  value: JsonObject,
  key: string,
  map: (child: JsonValue) => JsonValue,
): JsonObject {
  if (!Object.hasOwn(value, key)) return value;
  const child = value[key] as JsonValue;
  const kept = map(child);
  return kept === child ? value : overlay(value, { [key]: kept });
}

export function mapObject(
  map: (object: JsonObject) => JsonObject,
): (value: JsonValue) => JsonValue {
  return (value) => (isJsonObject(value) ? map(value) : value);
}

export function mapList(map: (one: JsonValue) => JsonValue): (value: JsonValue) => JsonValue {
  return (value) => (Array.isArray(value) ? (value as readonly JsonValue[]).map(map) : value);
}

/** A text that is a reference; an empty one refers to nothing. */
export function refer(
  map: MapReference,
  section: string,
  by: Reference['by'],
  tenant?: string,
): (value: JsonValue) => JsonValue {
  return (value) =>
    typeof value === 'string' && value !== ''
      ? map({ section, by, text: value, ...(tenant !== undefined && { tenant }) })
      : value;
}

/** Members that are references, or lists of such. */
export function referMembers(
  value: JsonObject,
  keys: readonly string[],
  to: (value: JsonValue) => JsonValue,
): JsonObject {
  return keys.reduce(
    (now, key) =>
      mapMember(now, key, (child) => (Array.isArray(child) ? mapList(to)(child) : to(child))),
    value,
  );
}
