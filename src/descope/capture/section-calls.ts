/** The calls that read each section. */
import {
  isBlank,
  isJsonObject,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts';
import type { Packed } from '../../json/packed.ts';
import { objectLimitReason } from '../../json/limits.ts';
import type { DescopeApiClient } from '../client.ts';
import { READS, type EndpointName } from '../reads.ts';
import { shortage } from '../answer.ts';
import { isRefusal, NotLicensedError, SectionError, type DescopeApiError } from '../errors.ts';
import { identity, orderingName } from '../../project/sections/identity.ts';
import { SECTION_ROWS, type OwnReadSection } from '../../project/sections/index.ts';
import type { SectionRow } from '../../project/sections/section.ts';
import { sortById } from './identities.ts';
import { addPage, listOf, withinLimits, type ListedObjects } from './resource-lists.ts';

/** What one section gave. A part that failed leaves the rest, which is saved, and the section failed. */
export interface SectionValue<Value = JsonValue> {
  readonly value: Value;
  readonly count: number;
  readonly failure?: string;
  /** What is said of it where it was saved. */
  readonly note?: string;
  /** What the service refused to give of a section that release 1.0.0 did not have: no failure, unless it is required. */
  readonly refused?: string;
  /** Of how many tenants it was not asked whether they have more: there were not enough requests. */
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

/** Reads a section. @throws SectionError, DescopeApiError */
type Reader = (client: DescopeApiClient, known: Known) => Promise<SectionValue>;

/** A row whose endpoints there are. */
export type ReadableRow = SectionRow<EndpointName>;

/** The sections that there are; the compiler checks that READS has what they are read with. */
export const READABLE_ROWS: readonly ReadableRow[] = SECTION_ROWS;

/** Tenant ids that go into one search for roles. */
const TENANTS_A_SEARCH = 5000;
const OBJECTS_A_PAGE = 100;
/** Requests that must be left for lists, and for what changed while the project was read. */
const REQUESTS_KEPT = 50;
const MAX_PAGES = 1000;

function collection({ values, failures }: ListedObjects): SectionValue {
  const value = { value: values, count: values.length };
  return failures.length === 0 ? value : { ...value, failure: failures.join('; ') };
}

async function list(
  client: DescopeApiClient,
  name: EndpointName,
  section: string,
): Promise<SectionValue> {
  const { values, failures } = await listOf(client, name);
  const nameOf = (value: JsonValue) => orderingName(section, value, false);
  return collection({ values: sortById(values, nameOf), failures });
}

/** @throws SectionError for an object that a backup cannot hold */
function requireLimits(value: JsonValue, what: string): JsonValue {
  const reason = objectLimitReason(value);
  if (reason !== undefined) throw new SectionError(`${what} cannot be saved: ${reason}`);
  return value;
}

async function single(client: DescopeApiClient, name: EndpointName): Promise<SectionValue> {
  const answer = await client.call(name);
  const { key } = READS[name].carries;
  const value = key === undefined ? answer : (answer[key] as JsonValue);
  return { value: requireLimits(value, READS[name].path), count: 1 };
}

/**
 * Pages are numbered from 0 or from 1: asking from 0 works with either, when the first two may be the same. A full page is
 * followed by the next, whatever the total says.
 *
 * @param noun what a message calls the objects
 */
async function pages(
  client: DescopeApiClient,
  name: EndpointName,
  noun: string,
): Promise<SectionValue> {
  const { key = '' } = READS[name].carries;
  const objects = new Map<string, JsonValue>();
  let total = NaN;
  let isWhole = false;
  for (let page = 0; page < MAX_PAGES && !isWhole; page++) {
    const query = { page: String(page), limit: String(OBJECTS_A_PAGE) };
    const answer = await client.call(name, { query });
    const found = answer[key] as readonly JsonValue[];
    const isNew = addPage(objects, found);
    total = Number(answer['total'] ?? NaN);
    const isFull = found.length >= OBJECTS_A_PAGE;
    isWhole = (!isFull && objects.size >= total) || (page > 0 && found.length === 0);
    if (page > 1 && !isNew) isWhole = true;
  }
  const { values, failures } = withinLimits([...objects.values()]);
  const missing = !isWhole
    ? [`there are more than ${MAX_PAGES} pages of ${noun}`]
    : objects.size < total
      ? [`${objects.size} of ${total} ${noun} were listed`]
      : [];
  return collection({ values: sortById(values), failures: [...failures, ...missing] });
}

/** Roles of the project and of every tenant; the list of all roles may leave those of tenants out. */
async function roles(client: DescopeApiClient, { tenants }: Known): Promise<SectionValue> {
  const found = new Map<string, readonly JsonValue[]>();
  const failures: string[] = [];
  // What one answer has twice stays twice; what two answers have is the same.
  const add = (listed: ListedObjects): void => {
    const here = new Map<string, JsonValue[]>();
    for (const role of listed.values) {
      const tenant = isJsonObject(role) ? (role['tenantId'] ?? '') : '';
      const key = JSON.stringify([tenant, identity(role)]);
      const others = here.get(key);
      if (others === undefined) here.set(key, [role]);
      else others.push(role);
    }
    for (const [key, some] of here) found.set(key, some);
    failures.push(...listed.failures);
  };
  add(await listOf(client, 'projectRoles'));
  const ids = [...tenants.keys()];
  for (let start = 0; start < ids.length; start += TENANTS_A_SEARCH) {
    const body = {
      tenantIds: ids.slice(start, start + TENANTS_A_SEARCH),
      includeProjectRoles: true,
    };
    add(await listOf(client, 'tenantRoles', { body }));
  }
  const unique = [...new Set(failures)];
  return collection({ values: sortById([...found.values()].flat()), failures: unique });
}

/** Whether a tenant has SSO, as far as it tells itself: an SSO domain, a method, or no word about it. */
function tellsOfSso({ authType, domains, enforceSSO }: JsonObject): boolean {
  if (authType === undefined || authType === null) return true;
  if (enforceSSO === true || (Array.isArray(domains) && domains.length > 0)) return true;
  return authType !== '' && authType !== 'none';
}

/** Whether one of a tenant's SSO configurations says anything, beside the tenant itself, which each repeats. */
function isConfigured(configurations: JsonValue): boolean {
  return Object.values(configurations as JsonObject).some((one) => {
    const { tenant: _repeated, ...own } = isJsonObject(one) ? one : { one };
    return !isBlank(own);
  });
}

/** The value of `tenant-sso` without the tenants that have no configuration, and do not say that they have SSO. */
export function withoutIdleSso(value: JsonObject, tenants: Tenants): JsonObject {
  const tells = (id: string) => tenants.get(id)?.some((one) => tellsOfSso(one.unpack())) === true;
  return Object.fromEntries(
    Object.entries(value).filter(([id, one]) => isConfigured(one) || tells(id)),
  );
}

/**
 * Asks once a tenant; what fails for one tenant leaves the others, unless the plan has it for none.
 *
 * @param options.isLater whether it is a section that release 1.0.0 did not have: what the service refuses of it is no failure
 * @param options.isPart whether these are but some of the tenants
 * @throws what was refused, where no tenant was answered for
 */
async function perTenant(
  ids: readonly string[],
  ask: (id: string) => Promise<JsonValue>,
  { isLater = false, isPart = false }: { isLater?: boolean; isPart?: boolean } = {},
): Promise<SectionValue> {
  const value: Record<string, JsonValue> = {};
  const failures: string[] = [];
  const refusals: DescopeApiError[] = [];
  const answers = await Promise.all(
    ids.map(async (id) => {
      try {
        return { id, answer: requireLimits(await ask(id), JSON.stringify(id)) };
      } catch (error) {
        if (isLater && isRefusal(error)) refusals.push(error);
        else if (!(error instanceof SectionError) || error instanceof NotLicensedError) throw error;
        else failures.push(error.message);
        return undefined;
      }
    }),
  );
  let count = 0;
  for (const one of answers) {
    if (one === undefined) continue;
    setOwn(value, one.id, one.answer);
    count++;
  }
  const [first] = failures;
  const [refusal] = refusals;
  if (refusal !== undefined && refusals.length === ids.length && !isPart) throw refusal;
  const ofTenants = (some: readonly unknown[], reason: string) =>
    `${some.length} of ${ids.length} tenants: ${reason}`;
  return {
    value,
    count,
    ...(first !== undefined && { failure: ofTenants(failures, first) }),
    ...(refusal && { refused: ofTenants(refusals, refusal.message) }),
  };
}

/** What a call answers for one tenant: the list that it carries, or all of it. */
async function ofTenant(
  client: DescopeApiClient,
  section: string,
  { endpoint, parameter }: Extract<ReadableRow['read'], { readonly shape: 'per-tenant' }>,
  id: string,
): Promise<JsonValue> {
  const parameters = { query: { [parameter]: id } };
  if (READS[endpoint].carries.type === 'map') return client.call(endpoint, parameters);
  const { values, failures } = await listOf(client, endpoint, parameters);
  const [first] = failures;
  if (first !== undefined) throw new SectionError(`${JSON.stringify(id)}: ${first}`);
  return sortById(values, (value) => orderingName(section, value, true));
}

/**
 * SSO that is switched off keeps its configuration, and nothing in the tenant tells: so every tenant is asked, unless that
 * took more requests than there are. It is called when everything else was read.
 */
async function tenantSso(client: DescopeApiClient, { tenants }: Known): Promise<SectionValue> {
  const every = [...tenants.keys()];
  const withSso = [...tenants].flatMap(([id, some]) =>
    some.some((one) => tellsOfSso(one.unpack())) ? [id] : [],
  );
  const isEnough = every.length + REQUESTS_KEPT <= client.requestsLeft;
  const value = await perTenant(isEnough ? every : withSso, async (tenantId) => {
    const answer = await client.call('tenantSso', { query: { tenantId } });
    const configurations = answer['SSOSettings'] as readonly JsonValue[];
    const missing = shortage(answer, configurations.length, 'SSO configurations');
    if (missing !== undefined) throw new SectionError(`${JSON.stringify(tenantId)}: ${missing}`);
    return sortById(configurations);
  });
  return isEnough ? value : { ...value, notAsked: every.length - withSso.length };
}

/** Whether a flow is translated, as its entry in the list says. */
function isTranslated(entries: readonly Packed<JsonObject>[]): boolean {
  return entries.some((entry) => entry.unpack()['translate'] === true);
}

/** Translations of messages and of the flows that are translated: an object each, under a name that we give. */
async function localization(client: DescopeApiClient, { flows }: Known): Promise<SectionValue> {
  const flowIds = [...flows].flatMap(([id, entries]) => (isTranslated(entries) ? [id] : []));
  const asked: readonly (readonly [name: string, ask: () => Promise<JsonObject>])[] = [
    ['messages', () => client.call('messageLocalization')],
    ...flowIds.map((flowId) => {
      const ask = async () => ({
        flowId,
        ...(await client.call('flowLocalization', { body: { flowId } })),
      });
      return [`flows/${flowId}`, ask] as const;
    }),
  ];
  const failures: string[] = [];
  const refusals: DescopeApiError[] = [];
  const answers = await Promise.all(
    asked.map(async ([name, ask]) => {
      try {
        return [{ name, ...(await ask()) }];
      } catch (error) {
        if (isRefusal(error)) refusals.push(error);
        else if (error instanceof SectionError) failures.push(error.message);
        else throw error;
        return [];
      }
    }),
  );
  const [refusal] = refusals;
  if (refusal !== undefined && refusals.length === asked.length) throw refusal;
  const kept = withinLimits(answers.flat());
  const value = collection({
    values: sortById(kept.values),
    failures: [...failures, ...kept.failures],
  });
  const refused = refusal && `${refusals.length} of ${asked.length}: ${refusal.message}`;
  return refused === undefined ? value : { ...value, refused };
}

/** Sections that no general way of reading suits. */
const OWN_READERS: Readonly<Record<OwnReadSection, Reader>> = {
  roles,
  'tenant-sso': tenantSso,
  localization,
};

const LIST_ALONE = 'the list alone: all else of it is part of a project snapshot';

/** How the section of a row is asked for. */
export function readerOf({ name, read, since }: ReadableRow): Reader {
  switch (read.shape) {
    case 'list':
      return async (client) => ({
        ...(await list(client, read.endpoint, name)),
        ...(read.onlyWithout && { note: LIST_ALONE }),
      });
    case 'single':
      return (client) => single(client, read.endpoint);
    case 'pages':
      return (client) => pages(client, read.endpoint, read.noun);
    case 'per-tenant':
      return (client, { tenants, isPart = false }) =>
        perTenant([...tenants.keys()], (id) => ofTenant(client, name, read, id), {
          isLater: since !== undefined,
          isPart,
        });
    case 'own':
      return OWN_READERS[name as OwnReadSection];
  }
}
