/** The calls that read each section. */
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import type { DescopeApiClient } from '../client.ts';
import { READS, type EndpointName } from '../reads.ts';
import { identity, orderingName } from '../../project/sections/identity.ts';
import { SECTION_ROWS, type OwnReadSection } from '../../project/sections/index.ts';
import type { SectionRow } from '../../project/sections/section.ts';
import { sortById } from './identities.ts';
import { localization } from './localization.ts';
import { ofTenant, perTenant, tenantSso } from './per-tenant.ts';
import { addPage, listOf, withinLimits, type ListedObjects } from './resource-lists.ts';
import { collection, requireLimits, type Known, type SectionValue } from './section-value.ts';

export type { Known, SectionValue, Tenants } from './section-value.ts';

/** Reads a section. @throws SectionError, DescopeApiError */
type Reader = (client: DescopeApiClient, known: Known) => Promise<SectionValue>;

/** A row whose endpoints there are. */
export type ReadableRow = SectionRow<EndpointName>;

/** The sections that there are; the compiler checks that READS has what they are read with. */
export const READABLE_ROWS: readonly ReadableRow[] = SECTION_ROWS;

/** Tenant ids that go into one search for roles. */
const TENANTS_A_SEARCH = 5000;
const OBJECTS_A_PAGE = 100;
const MAX_PAGES = 1000;

async function list(
  client: DescopeApiClient,
  name: EndpointName,
  section: string,
): Promise<SectionValue> {
  const { values, failures } = await listOf(client, name);
  const nameOf = (value: JsonValue) => orderingName(section, value, false);
  return collection({ values: sortById(values, nameOf), failures });
}

async function single(client: DescopeApiClient, name: EndpointName): Promise<SectionValue> {
  const answer = await client.call(name);
  const { key } = READS[name].carries;
  const value = key === undefined ? answer : (answer[key] as JsonValue);
  return { value: requireLimits(value, READS[name].path), count: 1 };
}

/**
 * Pages are numbered from 0 or from 1: asking from 0 works with either, when the first two may be
 * the same. A full page is followed by the next, whatever the total says.
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

/**
 * Roles of the project and of every tenant; the list of all roles may leave those of tenants out.
 */
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
