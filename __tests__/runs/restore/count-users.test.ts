/** How many users would lose a tenant or a role: what is not certain is never taken for nobody. */
import { describe, expect, test } from '@jest/globals';
import { BudgetError, DescopeApiError } from '../../../src/descope/errors.ts';
import type { JsonObject } from '../../../src/json/value.ts';
import { countHolders, type Holding } from '../../../src/runs/restore/count-users.ts';

const ENDPOINT = { method: 'POST', path: '/v2/mgmt/user/search' } as const;

/** A service that answers page by page. */
function service(pages: readonly (JsonObject | Error)[]) {
  const asked: JsonObject[] = [];
  return {
    asked,
    call: (_name: string, { body = {} }: { body?: JsonObject } = {}) => {
      asked.push(body);
      const page = pages[asked.length - 1] ?? { users: [] };
      return page instanceof Error ? Promise.reject(page) : Promise.resolve(page);
    },
  };
}

const TENANT: Holding = { tenantId: 'acme', role: undefined };
const ROLE: Holding = { tenantId: undefined, role: 'Viewer' };
const TENANT_ROLE: Holding = { tenantId: 'acme', role: 'Viewer' };

const user = (roleNames: readonly string[], tenants: Readonly<Record<string, string[]>> = {}) => ({
  userId: 'U1',
  roleNames,
  userTenants: Object.entries(tenants).map(([tenantId, names]) => ({ tenantId, roleNames: names })),
});
const others = (count: number) => Array.from({ length: count }, () => user([], { other: [] }));

describe('users of a tenant and of a role', () => {
  test.each([
    ['members', TENANT, { users: [user([], { acme: [] })], total: 1 }, 1],
    ['members on more pages', TENANT, { users: [user([], { acme: [] })], total: 7 }, 7],
    ['nobody', TENANT, { users: [], total: 0 }, 0],
    ['nobody, without a total', TENANT, { users: [] }, 0],
    ['holders in the project', ROLE, { users: [user(['Viewer'])], total: 1 }, 1],
    ['holders in a tenant', ROLE, { users: [user([], { acme: ['Viewer'] })], total: 1 }, 1],
    ['holders in the tenant', TENANT_ROLE, { users: [user([], { acme: ['Viewer'] })] }, 1],
    ['holders elsewhere', TENANT_ROLE, { users: [user(['Viewer'], { acme: [] })] }, 0],
    // Found by the filter, and not told why.
    ['one of whom nothing is told', TENANT, { users: [{ userId: 'U1' }] }, 1],
    ['one whose roles are not told', ROLE, { users: [{ userTenants: [] }] }, 1],
  ])('%s are counted', async (_, holding, answer, count) => {
    expect(await countHolders(service([answer]) as never, holding)).toBe(count);
  });

  test('everybody is looked at where the service does not know the filter', async () => {
    const pages = [
      { users: others(100), total: 150 },
      { users: [...others(49), user([], { acme: [] })], total: 150 },
    ];
    const asked = service(pages);
    expect(await countHolders(asked as never, TENANT)).toBe(1);
    expect(asked.asked.map(({ page }) => page)).toEqual([0, 1]);
  });

  test.each([
    ['the service refuses', [new DescopeApiError(ENDPOINT, 403, 'not for this key')]],
    [
      'a list is cut',
      [
        { users: others(100), total: 150 },
        { users: [], total: 150 },
      ],
    ],
    ['there is no end', Array.from({ length: 60 }, () => ({ users: others(100), total: 9999 }))],
  ])('they cannot be counted where %s', async (_, pages) => {
    expect(await countHolders(service(pages) as never, TENANT)).toBeUndefined();
  });

  test('a deadline that has come is none of their business', async () => {
    const late = new BudgetError(ENDPOINT, undefined, 'not done within deadline-minutes (1)');
    await expect(countHolders(service([late]) as never, TENANT)).rejects.toThrow(late);
  });
});
