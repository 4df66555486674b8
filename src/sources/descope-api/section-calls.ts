import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../storage/json-value.ts';
import type { Packed } from '../../storage/packed-json.ts';
import type { CallParameters, DescopeApiClient } from './client.ts';
import { READ_ENDPOINTS, type EndpointName } from './endpoints.ts';
import { DescopeApiError, NotLicensedError } from './errors.ts';
import { identity, sortById } from './order.ts';
import type { Section } from '../../models/sections.ts';

/** What one section gave. A part that failed leaves the rest, which is saved, and the section failed. */
export interface SectionValue<Value = JsonValue> {
  readonly value: Value;
  readonly count: number;
  readonly failure?: string;
}

/** Tenants as they are listed, by their ids. */
export type Tenants = ReadonlyMap<string, Packed<JsonObject>>;

/** Tenant ids that go into one search for roles. */
const TENANTS_A_SEARCH = 5000;
const APPS_A_PAGE = 100;
const MAX_PAGES = 1000;

/** The list that an answer carries, sorted by id. */
export async function listOf(
  client: DescopeApiClient,
  name: EndpointName,
  parameters?: CallParameters,
): Promise<readonly JsonValue[]> {
  const answer = await client.call(name, parameters);
  return sortById(answer[READ_ENDPOINTS[name].carries.key ?? ''] as readonly JsonValue[]);
}

function collection(values: readonly JsonValue[]): SectionValue {
  return { value: values, count: values.length };
}

const list =
  (name: EndpointName) =>
  async (client: DescopeApiClient): Promise<SectionValue> =>
    collection(await listOf(client, name));

const single =
  (name: EndpointName) =>
  async (client: DescopeApiClient): Promise<SectionValue> => {
    const answer = await client.call(name);
    const { key } = READ_ENDPOINTS[name].carries;
    return { value: key === undefined ? answer : (answer[key] as JsonValue), count: 1 };
  };

/** Pages are numbered from 0 or from 1: asking from 0 works with either, when the first two may be the same. */
async function inboundApps(client: DescopeApiClient): Promise<SectionValue> {
  const apps = new Map<string, JsonValue>();
  let total = NaN;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = { page: String(page), limit: String(APPS_A_PAGE) };
    const answer = await client.call('inboundApps', { query });
    const found = answer['apps'] as readonly JsonValue[];
    const before = apps.size;
    for (const app of found) apps.set(identity(app), app);
    total = Number(answer['total'] ?? NaN);
    if (apps.size >= total || (page > 1 && apps.size === before)) break;
  }
  return {
    ...collection(sortById([...apps.values()])),
    ...(apps.size < total && { failure: `${apps.size} of ${total} applications were listed` }),
  };
}

/** Roles of the project and of every tenant; the list of all roles may leave those of tenants out. */
async function roles(client: DescopeApiClient, tenants: Tenants): Promise<SectionValue> {
  const found = new Map<string, JsonValue>();
  const add = (some: readonly JsonValue[]): void => {
    for (const role of some) {
      const tenant = isJsonObject(role) ? (role['tenantId'] ?? '') : '';
      found.set(JSON.stringify([tenant, identity(role)]), role);
    }
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
  return collection(sortById([...found.values()]));
}

/** Whether a tenant can have SSO settings: it has an SSO domain, a method, or does not say. */
function canHaveSso({ authType, domains, enforceSSO }: JsonObject): boolean {
  if (authType === undefined || authType === null) return true;
  if (enforceSSO === true || (Array.isArray(domains) && domains.length > 0)) return true;
  return authType !== '' && authType !== 'none';
}

/** Asks once a tenant; what fails for one tenant leaves the others, unless the plan has it for none. */
async function perTenant(
  ids: readonly string[],
  ask: (id: string) => Promise<JsonValue>,
): Promise<SectionValue> {
  const value: Record<string, JsonValue> = {};
  const failures: string[] = [];
  const answers = await Promise.all(
    ids.map(async (id) => {
      try {
        return { id, answer: await ask(id) };
      } catch (error) {
        if (!(error instanceof DescopeApiError) || error instanceof NotLicensedError) throw error;
        failures.push(error.message);
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
  return first === undefined
    ? { value, count }
    : { value, count, failure: `${failures.length} of ${ids.length} tenants: ${first}` };
}

function tenantSettings(client: DescopeApiClient, tenants: Tenants): Promise<SectionValue> {
  return perTenant([...tenants.keys()], (id) => client.call('tenantSettings', { query: { id } }));
}

function tenantSso(client: DescopeApiClient, tenants: Tenants): Promise<SectionValue> {
  const ids = [...tenants].filter(([, tenant]) => canHaveSso(tenant.unpack())).map(([id]) => id);
  return perTenant(ids, async (tenantId) => {
    const answer = await client.call('tenantSso', { query: { tenantId } });
    return sortById(answer['SSOSettings'] as readonly JsonValue[]);
  });
}

/** The sections that become `resources/<section>.json`, and how each is asked for. */
export const RESOURCE_CALLS: Readonly<
  Record<
    Exclude<Section, 'snapshot' | 'flows' | 'tenants'>,
    (client: DescopeApiClient, tenants: Tenants) => Promise<SectionValue>
  >
> = {
  'tenant-settings': tenantSettings,
  'tenant-sso': tenantSso,
  roles,
  permissions: list('permissions'),
  'sso-apps': list('ssoApps'),
  'inbound-apps': inboundApps,
  'outbound-apps': list('outboundApps'),
  'access-keys': list('accessKeys'),
  'jwt-templates': list('jwtTemplates'),
  lists: list('lists'),
  'password-settings': single('passwordSettings'),
  'fga-schema': single('fgaSchema'),
  theme: single('theme'),
  'user-attributes': list('userAttributes'),
};
