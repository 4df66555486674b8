import { describe, expect, it } from '@jest/globals';
import type { PlanResult } from '../../../src/services/restore/plan.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import { planOf as plan } from '../../fixtures/restore/plans.ts';

function notIdentical({ steps }: PlanResult): string[] {
  return steps
    .filter(({ action }) => action !== 'identical')
    .map(({ section, id, action }) => `${action} ${section}/${id}`);
}

describe('the plan of a project that nobody changed', () => {
  it.each([true, false])('has nothing to do (snapshots: %s)', (isPro) => {
    const result = plan(mixedProject(), mixedProject(), { isPro });
    expect(notIdentical(result)).toEqual([]);
    expect(result.counts.identical).toBeGreaterThan(50);
    expect(result.writes).toEqual([]);
    expect(result.risk).toBe('none');
  });
});

describe('the plan of a project that lost its tenants and what is simple', () => {
  const live = mixedProject();
  Object.assign(live, {
    tenants: [],
    roles: live.roles.slice(0, 1),
    lists: [],
    jwtTemplates: [],
    accessKeys: [],
    outboundApps: [],
    permissions: live.permissions.slice(0, 2),
  });
  live.tenantSettings.clear();
  live.sso.clear();
  const result = plan(mixedProject(), live, {
    only: 'tenants,roles,permissions,lists,jwt-templates,tenant-settings,tenant-sso',
  });

  it('creates what is gone, and says what needs a secret', () => {
    expect(notIdentical(result)).toEqual([
      'create permissions/PM0000000000000000000003',
      'create roles/Viewer',
      'create roles/Éditeur',
      'create lists/LI1',
      'create lists/LI2',
      'create lists/LI3',
      'create jwt-templates/JT1',
      'create jwt-templates/JT2',
      'create tenants/ACME',
      'create tenants/Acme/../x',
      'create tenants/T2hQ8ZbUzQ9wYbJmKk7c3bV5tXxY',
      'create tenants/a b+c&d=é#?%2F"\\',
      'create tenants/acme',
      'create tenants/acme-emea',
      'create tenants/acme-zurich',
      'create tenants/old-co',
      'create roles/Acme/../x/Viewer',
      'create roles/acme/Auditor',
      'create roles/acme/Viewer',
      'create tenant-settings/ACME',
      'create tenant-settings/acme',
      'create tenant-settings/old-co',
      'create tenant-sso/acme/default_ssoid',
      'create tenant-sso/old-co/employees',
      'missing-secret tenant-sso/ACME/default_ssoid',
      'missing-secret tenant-sso/old-co/contractors',
    ]);
    expect(result.steps.flatMap(({ missing_secrets = [] }) => missing_secrets)).toEqual([
      'resources/tenant-sso.json#/ACME/0/oidc/clientSecret',
      'resources/tenant-sso.json#/old-co/1/oidc/clientSecret',
    ]);
  });

  it('arms last what can lock users out', () => {
    const ofAcme = result.writes.filter(({ objects }) => objects[0]?.id === 'acme');
    expect(ofAcme.map(({ call, phase }) => [call, phase])).toEqual([
      ['tenantCreate', 11],
      ['tenantSettings', 13],
      ['tenantSettings', 13],
      ['tenantDefaultRoles', 14],
      ['tenantSettings', 20],
      ['tenantUpdate', 20],
    ]);
  });

  it('creates parents before children', () => {
    const created = result.writes.flatMap(({ call, objects }) =>
      call === 'tenantCreate' ? [objects[0]?.id] : [],
    );
    expect(created.indexOf('acme')).toBeLessThan(created.indexOf('acme-emea'));
    expect(created.indexOf('acme-emea')).toBeLessThan(created.indexOf('acme-zurich'));
  });
});
