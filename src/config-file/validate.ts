/** The check of a config file against the schema, in words. */
import type { z, ZodType } from 'zod';
import { DescopeConfig, flowId, FlowConfig, TenantConfig } from '../models/config.ts';
import { ExactNumber, isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { formatPath, type DocumentPath, type ConfigFinding } from './problems.ts';
import { nearKeyOf } from './near-keys.ts';
import { withheldReference } from './substitute.ts';
import { findMisnamedKeys } from './unknown-keys.ts';

/** Everything of the file but its two long lists, which are validated entry by entry. */
const Header = DescopeConfig.unwrap().omit({ tenants: true, flows: true });

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  map: 'a map',
};

function typeName(value: JsonValue | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (typeof value === 'number' || value instanceof ExactNumber) return 'a number';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a map';
  return typeof value === 'string' ? 'text' : 'true or false';
}

function valueAt(root: JsonValue, path: DocumentPath): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, JsonValue | undefined>)[step];
  }
  return value;
}

/** Longer values are not quoted in a message. */
const MAX_QUOTED_LENGTH = 60;

function quoted(value: JsonValue): string {
  return typeof value === 'string' && value.length <= MAX_QUOTED_LENGTH
    ? ` ${JSON.stringify(value)}`
    : '';
}

/** What to write instead of a value of the wrong type. */
function typeHint(expected: string, found: JsonValue): string {
  if (found === null) {
    if (expected === 'array') return ': write [] or remove the key';
    return expected === 'map' ? ': write {} or remove the key' : '';
  }
  if (expected === 'string' && (typeof found !== 'object' || found instanceof ExactNumber)) {
    return ': write it in quotes';
  }
  if (expected === 'boolean' && typeof found === 'string') {
    return ': write true or false, without quotes or a variable';
  }
  if (expected === 'array' && typeof found === 'string') {
    const isShort = found.length <= MAX_QUOTED_LENGTH && !/[\r\n]/.test(found);
    const words = found.match(/[^\s,;[\]'"]+/g) ?? [];
    return isShort ? `: write ${JSON.stringify(words)}` : '';
  }
  return '';
}

/** That a value is of the wrong type. */
export function wrongType(expected: string, found: JsonValue): string {
  return `must be ${TYPE_NAMES[expected] ?? expected}, but is ${typeName(found)}${typeHint(expected, found)}`;
}

/** What to do about text of the right type with the wrong content. */
function contentHint(found: JsonValue): string {
  const reference = typeof found === 'string' ? withheldReference(found) : undefined;
  return reference === undefined
    ? ''
    : `; ${reference} stays as written because its name is one of a secret: use a variable of another name, or name it in allow-variables`;
}

/** One of zod's issues in the words of this tool. */
function describeIssue(issue: z.core.$ZodIssue, value: JsonValue, at: DocumentPath): ConfigFinding {
  const inner = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const path = [...at, ...inner];
  const name = formatPath(path);
  const found = valueAt(value, inner);
  const isOfWrongType = issue.code === 'invalid_type' || issue.code === 'custom';
  const expected = issue.code === 'invalid_type' ? issue.expected : 'map';
  const must = isOfWrongType ? `must be ${TYPE_NAMES[expected] ?? expected}` : issue.message;
  if (found === undefined) {
    const message = `${name} is missing: it ${must}`;
    const near = nearKeyOf(valueAt(value, inner.slice(0, -1)), String(inner.at(-1)));
    if (near === undefined) return { path: path.slice(0, -1), message };
    const hint = `; ${JSON.stringify(near)} is there: rename it if this is meant`;
    return { path: [...path.slice(0, -1), near], atKey: true, message: message + hint };
  }
  return {
    path,
    message: isOfWrongType
      ? `${name} ${must}, but is ${typeName(found)}${typeHint(expected, found)}`
      : `${name}${quoted(found)} ${must}${contentHint(found)}`,
  };
}

function check(schema: ZodType, value: JsonValue, at: DocumentPath): ConfigFinding[] {
  if (!isJsonObject(value)) {
    return [{ path: at, message: `${formatPath(at)} must be a map, but is ${typeName(value)}` }];
  }
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.map((issue) => describeIssue(issue, value, at));
}

function listOf(config: JsonObject, key: 'tenants' | 'flows', findings: ConfigFinding[]) {
  const list = config[key];
  if (list === undefined) return [];
  if (Array.isArray(list)) return list as readonly JsonValue[];
  const message = `${key} must be a list, but is ${typeName(list)}${list === null ? typeHint('array', list) : ''}`;
  findings.push({ path: [key], message });
  return [];
}

/** Values that every entry of a list must have for itself. */
interface UniqueValues<Entry> {
  readonly valuesOf: (entry: Entry) => readonly string[];
  /** Where in the entry the value with this index stands. */
  readonly placeOf: (entry: Entry, index: number) => DocumentPath;
  /** Makes values alike that count as the same. */
  readonly fold?: (value: string) => string;
  /** What is wrong with a value that another entry has; `other` names that entry. */
  readonly describe?: (place: string, value: string, other: string) => string;
}

function findShared<Entry>(
  list: string,
  entries: ReadonlyMap<number, Entry>,
  {
    valuesOf,
    placeOf,
    fold = (value) => value,
    describe = (place, value, other) =>
      `${place} ${JSON.stringify(value)} is used by ${other} already`,
  }: UniqueValues<Entry>,
): ConfigFinding[] {
  const findings: ConfigFinding[] = [];
  const seen = new Set<string>();
  // Made when the first shared value is found, which is rarely.
  let firstUses: Map<string, number> | undefined;
  const firstUse = (value: string): number | undefined => {
    if (firstUses === undefined) {
      firstUses = new Map();
      for (const [index, entry] of entries) {
        for (const used of valuesOf(entry)) {
          if (!firstUses.has(fold(used))) firstUses.set(fold(used), index);
        }
      }
    }
    return firstUses.get(value);
  };
  for (const [index, entry] of entries) {
    for (const [place, value] of valuesOf(entry).entries()) {
      const folded = fold(value);
      if (!seen.has(folded)) {
        seen.add(folded);
        continue;
      }
      const path = [list, index, ...placeOf(entry, place)];
      const first = firstUse(folded) ?? 0;
      const message =
        first === index
          ? `${formatPath(path)} ${JSON.stringify(value)} is in the list twice`
          : describe(formatPath(path), value, `${list}[${first}]`);
      findings.push({ path, message });
    }
  }
  return findings;
}

/** Checks the entries of a list and adds what is wrong; returns the good ones by their index. */
function checkEntries<Entry>(
  config: JsonObject,
  list: 'tenants' | 'flows',
  schema: ZodType<Entry>,
  findings: ConfigFinding[],
): Map<number, Entry> {
  const good = new Map<number, Entry>();
  for (const [index, entry] of listOf(config, list, findings).entries()) {
    const wrong = check(schema, entry, [list, index]);
    if (wrong.length === 0) good.set(index, entry as Entry);
    else findings.push(...wrong);
  }
  return good;
}

/**
 * Checks a config file against the schema and its rules of uniqueness.
 *
 * @param config `${VAR}` is replaced already; defaults need not be there
 * @param isUnset whether a text has a variable that is not set: it is wrong for that reason alone
 * @returns everything else that is wrong
 */
export function validateConfig(
  config: JsonObject,
  isUnset: (path: DocumentPath) => boolean,
): ConfigFinding[] {
  const { tenants: _, flows: __, ...header } = config;
  const findings = [...check(Header, header, []), ...findMisnamedKeys(config)];

  const tenants = checkEntries<Partial<TenantConfig>>(config, 'tenants', TenantConfig, findings);
  findings.push(
    ...findShared('tenants', tenants, {
      valuesOf: ({ id = '' }) => [id],
      placeOf: () => ['id'],
    }),
    ...findShared('tenants', tenants, {
      valuesOf: ({ domains = [] }) => domains,
      placeOf: (_tenant, index) => ['domains', index],
      fold: (domain) => domain.toLowerCase(),
    }),
  );

  const flows = checkEntries<FlowConfig>(config, 'flows', FlowConfig, findings);
  const placeOfId = ({ id }: FlowConfig) => (id === undefined ? 'name' : 'id');
  for (const [index, flow] of flows) {
    const isToCome = isUnset(['flows', index, placeOfId(flow)]);
    if (!isToCome && flowId(flow) !== '') continue;
    flows.delete(index);
    if (isToCome) continue;
    const message = `flows[${index}].name has no letter or digit to make an id of: give the flow an id`;
    findings.push({ path: ['flows', index, 'name'], message });
  }
  findings.push(
    ...findShared('flows', flows, {
      valuesOf: (flow) => [flowId(flow)],
      placeOf: (flow) => [placeOfId(flow)],
      describe: (place, id, other) =>
        `${place} gives the flow the id ${JSON.stringify(id)}, which ${other} has already: give one of them another id`,
    }),
  );
  return findings.filter(({ path }) => !isUnset(path));
}
