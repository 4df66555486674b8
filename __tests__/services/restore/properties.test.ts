import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/json/value.ts';
import { FREE_FORMS } from '../../../src/project/secrets/free-form.ts';
import { isSecretName } from '../../../src/project/secrets/names.ts';
import { choiceText } from '../../../src/project/object-names.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import type { ProjectState } from '../../fixtures/descope-api/state.ts';
import { applyTo, ProjectModel, type SentWrite } from '../../fixtures/restore/model.ts';
import { planOf } from '../../fixtures/restore/plans.ts';

function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.slice(1);
  state.inboundApps = state.inboundApps.slice(0, 4);
  return state;
}

/** What happens to one object: it stays, goes, or changes. */
type Fate = 'stays' | 'goes' | 'changes';
const fate = fc.constantFrom<Fate>('stays', 'stays', 'goes', 'changes');

const LISTS = [
  'roles',
  'permissions',
  'ssoApps',
  'inboundApps',
  'outboundApps',
  'accessKeys',
  'jwtTemplates',
  'lists',
] as const;

type Fates = Readonly<
  Record<(typeof LISTS)[number] | 'tenants' | 'flows' | 'sso', readonly Fate[]>
>;

const fates: fc.Arbitrary<Fates> = fc.record({
  roles: fc.array(fate, { minLength: 6, maxLength: 6 }),
  permissions: fc.array(fate, { minLength: 3, maxLength: 3 }),
  ssoApps: fc.array(fate, { minLength: 2, maxLength: 2 }),
  inboundApps: fc.array(fate, { minLength: 4, maxLength: 4 }),
  outboundApps: fc.array(fate, { minLength: 3, maxLength: 3 }),
  accessKeys: fc.array(fate, { minLength: 2, maxLength: 2 }),
  jwtTemplates: fc.array(fate, { minLength: 2, maxLength: 2 }),
  lists: fc.array(fate, { minLength: 3, maxLength: 3 }),
  tenants: fc.array(fate, { minLength: 8, maxLength: 8 }),
  flows: fc.array(fate, { minLength: 5, maxLength: 5 }),
  sso: fc.array(fate, { minLength: 3, maxLength: 3 }),
});

function suffer<One>(list: readonly One[], all: readonly Fate[], change: (one: One) => One): One[] {
  return list.flatMap((one, index) => {
    const now = all[index] ?? 'stays';
    return now === 'goes' ? [] : [now === 'changes' ? change(one) : one];
  });
}

/** A project to which things happened. What is built in stays, as at the service. */
function damaged(all: Fates): ProjectState {
  const live = project();
  const described = <One extends JsonObject>(one: One): One => ({ ...one, description: 'changed' });
  const builtIn = ({ name, systemDefault }: JsonObject) =>
    name === 'Tenant Admin' || systemDefault === true;
  for (const key of LISTS) {
    const list = live[key] as JsonObject[];
    const now = list.map((one, index) => (builtIn(one) ? 'stays' : (all[key][index] ?? 'stays')));
    Object.assign(live, { [key]: suffer(list, now, described) });
  }
  live.tenants = suffer(live.tenants, all.tenants, (one) => ({
    ...one,
    customAttributes: {},
    disabled: !one.disabled,
    enforceSSO: false,
    selfProvisioningDomains: ['changed.example'],
  }));
  const left = new Set(live.tenants.map(({ id }) => id));
  live.roles = live.roles.filter(({ tenantId }) => tenantId === '' || left.has(tenantId));
  for (const [index, id] of [...live.sso.keys()].entries()) {
    const now = left.has(id) ? all.sso[index] : 'goes';
    if (now === 'goes') live.sso.delete(id);
    if (now !== 'changes') continue;
    live.sso.set(
      id,
      (live.sso.get(id) ?? []).map((one) => ({
        ...one,
        saml: { ...one.saml, idpSSOUrl: 'https://x.example' },
      })),
    );
  }
  for (const id of live.tenantSettings.keys()) if (!left.has(id)) live.tenantSettings.delete(id);
  live.flows = suffer(live.flows, all.flows, (one) => ({
    ...one,
    disabled: !one.disabled,
    contents: {},
  }));
  return live;
}

/** Members that are called as a secret and empty, and texts that stand for one. */
function harm(value: JsonValue, place: string): string[] {
  if (typeof value === 'string') return /\[withheld\]|\0/.test(value) ? [value] : [];
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).flatMap((one) => harm(one, place));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (FREE_FORMS.isFreeKey(key, place)) return [];
    return child === '' && isSecretName(key) ? [`${key} is empty`] : harm(child, place);
  });
}

function harms(sent: readonly SentWrite[]): string[] {
  return sent.flatMap(({ body, write }) => harm(body, write.objects[0]?.section ?? ''));
}

const OF_TENANT = new Set(['tenants', 'tenant-settings', 'tenant-sso']);

describe('whatever happened to a project', () => {
  it('a restore brings it back, and a second plan has nothing to do but what the first announced', () => {
    fc.assert(
      fc.property(fates, fc.boolean(), (all, isPro) => {
        const live = damaged(all);
        const plan = planOf(project(), live, { isPro });
        const announced = plan.steps.filter(({ action }) =>
          ['blocked', 'unsupported', 'missing-secret'].includes(action),
        );
        const sent = applyTo(new ProjectModel(live, { isPro }), plan);
        expect(harms(sent)).toEqual([]);
        const again = planOf(project(), live, { isPro });
        const left = again.steps.filter(({ action }) => action !== 'identical');
        const known = new Set(announced.map(({ section, id }) => `${section}/${id}`));
        // A tenant that was told not to enforce SSO still does not.
        for (const { section, id, loses } of plan.steps) {
          if (loses.some((text) => text.includes('does not enforce SSO')))
            known.add(`${section}/${id}`);
        }
        expect(
          left.map(({ section, id }) => `${section}/${id}`).filter((one) => !known.has(one)),
        ).toEqual([]);
        expect(again.writes).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('a restore of one tenant touches no other', () => {
    fc.assert(
      fc.property(
        fates,
        fc.constantFrom(...project().tenants.map(({ id }) => id)),
        (all, tenant) => {
          const live = damaged(all);
          const plan = planOf(project(), live, {
            only: choiceText({ kind: 'tenant', id: tenant }),
          });
          const added = new Set(
            plan.steps.flatMap(({ section, id, because_of }) =>
              because_of === undefined ? [] : [`${section}/${id}`],
            ),
          );
          for (const { body, write } of applyTo(new ProjectModel(live), plan)) {
            const [ref] = write.objects;
            if (ref === undefined || added.has(`${ref.section}/${ref.id}`)) continue;
            if (OF_TENANT.has(ref.section))
              expect([body['id'], body['tenantId']]).toContain(tenant);
            else expect(ref.section === 'outbound-apps' || body['tenantId'] === tenant).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
