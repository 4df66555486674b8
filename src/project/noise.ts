/** What of a live project says nothing of its configuration: stamps, and the order of sets. */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../json/value.ts';
import { canonicalJson } from '../json/write.ts';
import { SECTION_ROWS } from './sections/index.ts';
import type { FreeForm, SectionRow, SetRule } from './sections/section.ts';
import { isCollection, isEdited, repeatedSection } from './snapshot-layout.ts';

/**
 * The number of the newest rules of noise, which new backups are hashed by (`content_rules` of the
 * manifest). A rule never changes under its number: the hashes of backups that exist were made by
 * it.
 */
export const CONTENT_RULES = 2;

/** Sets of every version, wherever their keys stand. Those of sections are in their rows. */
export const SETS_1: readonly string[] = [
  'domains',
  'selfProvisioningDomains',
  'roleNames',
  'permissionNames',
  'permissions',
  'federatedAppIds',
  'enforceSSOExclusions',
  'successors',
  'defaultRoles',
  'keyTenants',
  'permittedIps',
  'tags',
];
export const STAMPS_1: ReadonlySet<string> = new Set(['componentsVersion', 'etag', 'modifiedTime']);
/**
 * `lastSuccessTestTime`, `lastRefreshTime`: what the service saw last is no configuration. By
 * rules 2.
 */
const SEEN_LAST = /^last[A-Z]\w*Time$/;

/** What of values says nothing of the configuration; docs/format.md lists it. */
interface Scope {
  /** Lists whose order says nothing, by their keys. */
  readonly sets: ReadonlySet<string>;
  /** Such lists that are sets below a member of one name alone. */
  readonly setsBelow: ReadonlyMap<string, ReadonlySet<string>>;
  /** Lists of texts that are sets beside a member of some value. */
  readonly setsBeside: ReadonlyMap<string, NonNullable<SetRule['beside']>>;
  /** What customers fill as they like: nothing in it is a stamp or a set of ours. */
  readonly custom: ReadonlySet<string>;
  /** Whether all is the customer's. */
  readonly isCustom: boolean;
}

/** @param base what holds in any case */
function makeScope(
  base: Scope | undefined,
  rules: readonly SetRule[],
  free: readonly FreeForm[],
): Scope {
  const sets = new Set(base?.sets);
  const setsBelow = new Map<string, ReadonlySet<string>>(base?.setsBelow);
  const setsBeside = new Map(base?.setsBeside);
  for (const { keys, below, beside } of rules) {
    if (below !== undefined)
      setsBelow.set(below, new Set([...(setsBelow.get(below) ?? []), ...keys]));
    for (const key of below === undefined ? keys : []) {
      if (beside === undefined) sets.add(key);
      else setsBeside.set(key, beside);
    }
  }
  return {
    sets,
    setsBelow,
    setsBeside,
    custom: new Set([
      ...(base?.custom ?? []),
      ...free.flatMap(({ members }) => (members === 'all' ? [] : members)),
    ]),
    isCustom: free.some(({ members }) => members === 'all'),
  };
}

/** What holds in every section by the rules of a number. */
function scopeEverywhere(version: number, rows: readonly SectionRow[]): Scope {
  const rules = rows.flatMap(({ sets }) =>
    sets.filter(({ where, since }) => where === 'everywhere' && since <= version),
  );
  const free = rows.flatMap(({ freeForm }) =>
    freeForm.filter(({ untouched }) => untouched === 'everywhere'),
  );
  return makeScope(undefined, [{ since: 2, where: 'everywhere', keys: SETS_1 }, ...rules], free);
}

/** What holds in a section alone, beside what holds everywhere. */
function scopesHere(
  version: number,
  rows: readonly SectionRow[],
  everywhere: Scope,
): ReadonlyMap<string, Scope> {
  return new Map(
    rows.flatMap(({ name, sets, freeForm }) => {
      const rules = sets.filter(({ where, since }) => where === 'here' && since <= version);
      const free = freeForm.filter(({ untouched }) => untouched === 'here');
      if (rules.length + free.length === 0) return [];
      return [[name, makeScope(everywhere, rules, free)] as const];
    }),
  );
}

function sorted(values: readonly JsonValue[]): JsonValue[] {
  return values
    .map((value) => ({ value, text: canonicalJson(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value);
}

function isTexts(value: JsonValue): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/**
 * Takes away of a live project's values what says nothing of the configuration: stamps, and the
 * order of sets.
 */
export class Noise {
  readonly #version: number;
  readonly #everywhere: Scope;
  readonly #here: ReadonlyMap<string, Scope>;
  readonly #rows: ReadonlyMap<string, SectionRow>;

  /**
   * @param version the number of the rules
   * @param rows of the sections that there are, unless others are given
   * @throws Error for rules that this release does not know
   */
  constructor(version: number, rows: readonly SectionRow[] = SECTION_ROWS) {
    if (!Number.isInteger(version) || version < 1 || version > CONTENT_RULES) {
      throw new Error(`content rules ${version} are newer than this release can read`);
    }
    this.#version = version;
    this.#everywhere = scopeEverywhere(version, rows);
    this.#here = scopesHere(version, rows, this.#everywhere);
    this.#rows = new Map(rows.map((row) => [row.name, row]));
  }

  /** A value of the Management API, of whatever section. */
  value(value: JsonValue): JsonValue {
    return this.#visit(value, this.#everywhere, undefined);
  }

  /** As {@link value}, of an object. */
  object(value: JsonObject): JsonObject {
    return this.value(value) as JsonObject;
  }

  /** A value of a section: one object of it, all of its list, or what one tenant has of it. */
  ofSection(section: string, value: JsonValue): JsonValue {
    const scope = this.#here.get(section) ?? this.#everywhere;
    return scope.isCustom ? value : this.#visit(value, scope, undefined);
  }

  /** The value of `resources/<section>.json`, without entries that say no more than none. */
  resource(section: string, value: JsonValue): JsonValue {
    const row = this.#rows.get(section);
    // Rules 1 took the ids of tenants for names of members: hashes exist that were made so.
    if (this.#version < 2 || row?.identity.by !== 'tenant' || !isJsonObject(value)) {
      return this.ofSection(section, value);
    }
    const result: Record<string, JsonValue> = {};
    for (const [tenantId, entry] of Object.entries(value)) {
      const kept = this.ofSection(section, entry);
      if (row.isBlankEntry?.(kept) !== true) setOwn(result, tenantId, kept);
    }
    return result;
  }

  /** A JSON file of a snapshot; it may be a collection, which has no order either. */
  snapshotFile(path: string, content: JsonValue): JsonValue {
    if (isEdited(path)) return content;
    const value = this.ofSection(repeatedSection(path) ?? '', content);
    if (!isJsonObject(value) || !isCollection(path)) return value;
    const result: Record<string, JsonValue> = {};
    for (const [key, child] of Object.entries(value)) {
      setOwn(result, key, Array.isArray(child) ? sorted(child as JsonValue[]) : child);
    }
    return result;
  }

  /** Whether a member is one that the service changes by itself. */
  #isStamp(key: string): boolean {
    return STAMPS_1.has(key) || (this.#version >= 2 && SEEN_LAST.test(key));
  }

  /** @param more sets that hold here and below, because of the member that this stands under */
  #visit(value: JsonValue, scope: Scope, more: ReadonlySet<string> | undefined): JsonValue {
    if (Array.isArray(value)) {
      return (value as readonly JsonValue[]).map((one) => this.#visit(one, scope, more));
    }
    if (!isJsonObject(value)) return value;
    const result: Record<string, JsonValue> = {};
    for (const [key, child] of Object.entries(value)) {
      if (this.#isStamp(key)) continue;
      if (scope.custom.has(key)) {
        setOwn(result, key, isSetBeside(value, key, scope) ? sorted(child as JsonValue[]) : child);
        continue;
      }
      const kept = this.#visit(child, scope, scope.setsBelow.get(key) ?? more);
      const isSet =
        (Array.isArray(kept) && (scope.sets.has(key) || more?.has(key) === true)) ||
        isSetBeside(value, key, scope);
      setOwn(result, key, isSet ? sorted(kept as JsonValue[]) : kept);
    }
    return result;
  }
}

/** Whether a list of texts is a set because of what stands beside it. */
function isSetBeside(parent: JsonObject, key: string, { setsBeside }: Scope): boolean {
  const beside = setsBeside.get(key);
  if (beside === undefined) return false;
  const said = parent[beside.key];
  return (
    typeof said === 'string' && beside.values.includes(said) && isTexts(parent[key] as JsonValue)
  );
}

const NOISES = new Map<number, Noise>();

/** @throws Error for rules that this release does not know */
export function noiseOf(version: number): Noise {
  const noise = NOISES.get(version) ?? new Noise(version);
  NOISES.set(version, noise);
  return noise;
}

/** By the newest rules, which every comparison applies to both sides. */
export const NEWEST_NOISE = noiseOf(CONTENT_RULES);

/** A value of the Management API without noise, by the newest rules. */
export function withoutNoise(value: JsonValue): JsonValue {
  return NEWEST_NOISE.value(value);
}
