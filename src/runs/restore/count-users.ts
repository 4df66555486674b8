/** How many users would lose a tenant or a role, as far as the service tells. */
import type { DescopeApiClient } from '../../descope/client.ts';
import { BudgetError, SectionError } from '../../descope/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';

const USERS_A_PAGE = 100;
/** Of more users nobody waits for the end: they are not counted. */
const MAX_PAGES = 50;

/**
 * What users are asked for: members of a tenant, holders of a role in the project, or holders of
 * one in a tenant.
 */
export interface Holding {
  readonly tenantId: string | undefined;
  readonly role: string | undefined;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/**
 * Whether a user has it. One of whom the answer does not tell counts: it was found by the filter.
 */
function isHolder(user: JsonValue, { tenantId, role }: Holding): boolean {
  if (!isJsonObject(user) || !Array.isArray(user['userTenants'])) return true;
  const tenants = listOf(user['userTenants']).filter(isJsonObject);
  const own = tenants.filter((one) => tenantId === undefined || one['tenantId'] === tenantId);
  if (role === undefined) return own.length > 0;
  const holders = tenantId === undefined ? [user, ...own] : own;
  return holders.some(
    ({ roleNames }) => !Array.isArray(roleNames) || listOf(roleNames).includes(role),
  );
}

function queryOf({ tenantId, role }: Holding): JsonObject {
  if (tenantId === undefined) return { roleNames: [role ?? ''] };
  if (role === undefined) return { tenantIds: [tenantId] };
  return { tenantIds: [tenantId], tenantRoleNames: { [tenantId]: { values: [role] } } };
}

/**
 * Counts users. Each that is answered is looked at: a filter that the service does not know must
 * not make everybody a holder, nor hide one.
 *
 * @returns undefined when they cannot be counted
 * @throws BudgetError; what cancels the run
 */
export async function countHolders(
  client: Pick<DescopeApiClient, 'call'>,
  holding: Holding,
): Promise<number | undefined> {
  let holders = 0;
  let seen = 0;
  try {
    for (let page = 0; page < MAX_PAGES; page++) {
      const body = { ...queryOf(holding), limit: USERS_A_PAGE, page };
      const { users, total } = await client.call('userSearch', { body });
      const found = listOf(users);
      const ours = found.filter((user) => isHolder(user, holding)).length;
      seen += found.length;
      holders += ours;
      const said = typeof total === 'number' || typeof total === 'string' ? Number(total) : NaN;
      // The filter is kept: what it says of all is true of all.
      if (page === 0 && ours > 0 && ours === found.length && said > ours) return said;
      if (found.length === 0 || (found.length < USERS_A_PAGE && !(said > seen))) {
        return said > seen ? undefined : holders;
      }
    }
    return holders > 0 ? holders : undefined;
  } catch (error) {
    if (error instanceof BudgetError || !(error instanceof SectionError)) throw error;
    return undefined;
  }
}
