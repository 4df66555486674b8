import { describe, expect, test } from '@jest/globals';
import { planLines } from '../../../src/services/restore/plan-lines.ts';
import { emptyPlan, HOSTILE, NOW, PLAN_ID, samplePlan } from '../../fixtures/restore-plan.ts';

describe('planLines', () => {
  test('tells a plan, most dangerous first, its id last', () => {
    expect(planLines(samplePlan(), { now: NOW, mayName: true })).toEqual([
      'Backup 20261122_090000, production: 3 days old, complete, risk of the changes in it: low',
      'Plan: 1 to delete, 2 to create, 3 to update; 1 identical, 3 not possible, 2 kept; risk high',
      'look at this first: flows/sign-in: an MFA step comes back',
      'delete lists/spare: its id is gone for good; flows that use it no longer find it',
      'update tenant-sso/acme',
      'update flows/sign-in',
      `update roles/${HOSTILE}`,
      'create roles/Support: it was deleted; because of tenants/acme; it gets a new id: users who had the role have to be given it again',
      'create tenants/acme',
      'missing-secret outbound-apps/crm: its secret is in no backup; needs a secret at resources/outbound-apps.json#/crm/clientSecret',
      'unsupported access-keys/K2old: a key that was deleted cannot come back',
      'blocked tenants/child: its parent acme cannot be changed',
      'Descope answered (fga-schema, fga-deletes): deletes relation doc#owner',
      'It takes at most 90 requests, about 3 minutes (rate limit tier general)',
      `Plan id: ${PLAN_ID}`,
    ]);
  });

  test('has counts and names of fields alone where strangers read', () => {
    const lines = planLines(samplePlan(), { now: NOW, mayName: false });
    expect(lines.join('\n')).not.toMatch(/acme|Support|sign-in|spare|crm|K2old|owner|deleted/);
    expect(lines).toContain('look at this first: flows, rule mfa-removed: 1');
    expect(lines).toContain('roles update: 1 (description, permissionNames)');
    expect(lines).toContain('Descope answered: fga-schema, fga-deletes');
    expect(lines.join('\n')).not.toContain('identical: ');
  });

  test('tells so many steps one by one, and how many more there are', () => {
    const lines = planLines(samplePlan(), { now: NOW, mayName: true, maxSteps: 2 });
    expect(lines.filter((line) => line.startsWith('...'))).toEqual([
      '... and 4 more',
      '... and 1 more',
    ]);
  });

  test('says that there is nothing to do, whose backup it is, and how old', () => {
    const { backup } = emptyPlan();
    const told = (hours: number, more: object = {}) =>
      planLines(emptyPlan({ backup: { ...backup, ...more } }), {
        now: Date.parse(backup.created_at) + hours * 3_600_000,
        mayName: true,
      });
    expect(told(0.5)[1]).toContain('Plan: nothing to do; 12 identical');
    expect(told(0.5)[0]).toContain('less than an hour old');
    expect(told(1.5)[0]).toContain('1 hour old');
    expect(told(47)[0]).toContain('47 hours old');
    expect(told(49)[0]).toContain('2 days old');
    expect(told(-1)[0]).toContain('dated in the future');
    expect(told(1, { project_id: 'P2other', risk: undefined })[0]).toContain(
      'Backup 20261122_090000 of project P2other, production: 1 hour old, complete, risk of the changes in it: not recorded',
    );
  });
});
