/** Sections that are asked for tenant by tenant. */
import {
  isBlank,
  isJsonObject,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts';
import { orderingName } from '../../project/sections/identity.ts';
import type { SectionRead } from '../../project/sections/section.ts';
import { shortage } from '../answer.ts';
import type { DescopeApiClient } from '../client.ts';
import { isRefusal, NotLicensedError, SectionError, type DescopeApiError } from '../errors.ts';
import { READS, type EndpointName } from '../reads.ts';
import { sortById } from './identities.ts';
import { listOf } from './resource-lists.ts';
import { requireLimits, type Known, type SectionValue, type Tenants } from './section-value.ts';

/** Requests that must be left for lists, and for what changed while the project was read. */
const REQUESTS_KEPT = 50;

/**
 * Whether a tenant has SSO, as far as it tells itself: an SSO domain, a method, or no word about
 * it.
 */
function tellsOfSso({ authType, domains, enforceSSO }: JsonObject): boolean {
  if (authType === undefined || authType === null) return true;
  if (enforceSSO === true || (Array.isArray(domains) && domains.length > 0)) return true;
  return authType !== '' && authType !== 'none';
}

/**
 * Whether one of a tenant's SSO configurations says anything, beside the tenant itself, which each
 * repeats.
 */
function isConfigured(configurations: JsonValue): boolean {
  return Object.values(configurations as JsonObject).some((one) => {
    const { tenant: _repeated, ...own } = isJsonObject(one) ? one : { one };
    return !isBlank(own);
  });
}

/**
 * The value of `tenant-sso` without the tenants that have no configuration, and do not say that
 * they have SSO.
 */
export function withoutIdleSso(value: JsonObject, tenants: Tenants): JsonObject {
  const tells = (id: string) => tenants.get(id)?.some((one) => tellsOfSso(one.unpack())) === true;
  return Object.fromEntries(
    Object.entries(value).filter(([id, one]) => isConfigured(one) || tells(id)),
  );
}

/**
 * Asks once a tenant; what fails for one tenant leaves the others, unless the plan has it for none.
 *
 * @param options.isLater whether it is a section that release 1.0.0 did not have: what the service
 * refuses of it is no failure
 * @param options.isPart whether these are but some of the tenants
 * @throws what was refused, where no tenant was answered for
 */
export async function perTenant(
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
export async function ofTenant(
  client: DescopeApiClient,
  section: string,
  { endpoint, parameter }: Extract<SectionRead<EndpointName>, { readonly shape: 'per-tenant' }>,
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
 * SSO that is switched off keeps its configuration, and nothing in the tenant tells: so every
 * tenant is asked, unless that took more requests than there are. It is called when everything else
 * was read.
 */
export async function tenantSso(
  client: DescopeApiClient,
  { tenants }: Known,
): Promise<SectionValue> {
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
