import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/json/value.ts';
import { canonicalJson } from '../../../src/json/write.ts';
import type { PlanResult } from '../../../src/services/restore/plan.ts';
import { objectsNamed } from '../../fixtures/restore/names.ts';
import { oidc, outboundApp } from '../../fixtures/descope-api/builders.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import type { ProjectState } from '../../fixtures/descope-api/state.ts';
import { applyTo, ProjectModel, scratchProject } from '../../fixtures/restore/model.ts';
import { planOf } from '../../fixtures/restore/plans.ts';
import { sideOf } from '../../fixtures/restore/sides.ts';
import { holeText } from '../../../src/project/restore/holes.ts';

function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.slice(1);
  state.inboundApps = state.inboundApps.slice(0, 3);
  return state;
}

function changed(change: (live: ProjectState) => void): ProjectState {
  const live = project();
  change(live);
  return live;
}

function stepsOf({ steps }: PlanResult) {
  return steps.filter(({ action }) => action !== 'identical');
}

describe('secrets', () => {
  const OIDC = 'resources/tenant-sso.json#/ACME/0/oidc/clientSecret';
  const hidden = (issuer: string) => {
    const state = project();
    state.sso.set('ACME', [oidc('login.acme.test', { issuer })]);
    return state;
  };

  it('are asked for where only other members differ, since nobody knows whether a blank keeps them', () => {
    const plan = planOf(hidden('https://a.example'), hidden('https://b.example'));
    expect(stepsOf(plan)).toMatchObject([
      { section: 'tenant-sso', action: 'missing-secret', missing_secrets: [OIDC] },
    ]);
    expect(plan.writes).toEqual([]);
  });

  it('are written where they are supplied', () => {
    const live = hidden('https://b.example');
    const plan = planOf(hidden('https://a.example'), live, { supplied: new Set([OIDC]) });
    const [sent] = applyTo(new ProjectModel(live), plan, new Map([[OIDC, 'the secret']]));
    expect(sent).toMatchObject({
      call: 'ssoOidc',
      body: {
        tenantId: 'ACME',
        domains: ['acme.ltd.example'],
        settings: { clientSecret: 'the secret', issuer: 'https://a.example' },
      },
    });
    expect(JSON.stringify(plan.steps)).not.toContain('the secret');
  });

  it('of an outbound application are kept by leaving them out', () => {
    const live = changed((state) => {
      state.outboundApps = state.outboundApps.map((app) => ({
        ...app,
        clientSecret: '',
        description: 'x',
      }));
    });
    const sent = applyTo(new ProjectModel(live), planOf(project(), live));
    expect(sent.length).toBeGreaterThan(0);
    for (const { body } of sent) expect(body['app']).not.toHaveProperty('clientSecret');
  });

  it('of another entry of a list are never taken', () => {
    const params = (...names: string[]) =>
      names.map((key) => ({ key, value: `value-of-${key}-0123456789` }));
    const state = (...names: string[]) =>
      changed((given) => {
        given.outboundApps = [
          outboundApp({ id: 'a', name: 'A', tokenUrlParams: params(...names) }),
        ];
      });
    const same = planOf(state('one_token', 'two_token'), state('one_token', 'two_token'));
    expect(stepsOf(same)).toEqual([]);
    const moved = planOf(state('one_token', 'two_token'), state('two_token', 'one_token'));
    expect(stepsOf(moved)).toMatchObject([
      {
        action: 'missing-secret',
        missing_secrets: [0, 1].map(
          (n) => `resources/outbound-apps.json#/0/tokenUrlParams/${n}/value`,
        ),
      },
    ]);
  });

  it('of which only a part is one do not hide a change of the rest', () => {
    const state = (path: string) =>
      changed((given) => {
        given.outboundApps = [
          outboundApp({ id: 'a', name: 'A', tokenUrl: `https://user:sesame@x.example/${path}` }),
        ];
      });
    expect(stepsOf(planOf(state('a'), state('a')))).toEqual([]);
    expect(stepsOf(planOf(state('a'), state('b')))).toMatchObject([
      { action: 'missing-secret', missing_secrets: ['resources/outbound-apps.json#/0/tokenUrl'] },
    ]);
    // Where another member differs, the whole text is live's own.
    const live = state('a');
    live.outboundApps = live.outboundApps.map((app) => ({ ...app, description: 'x' }));
    const [sent] = applyTo(new ProjectModel(live), planOf(state('a'), live));
    expect(sent?.body['app']).toMatchObject({
      tokenUrl: 'https://user:sesame@x.example/a',
      description: '',
    });
  });

  it('that an older release withheld, and no rule does now, are as live has them', () => {
    const saved = sideOf(project());
    const live = changed((given) => {
      given.lists = given.lists.map((one) => ({
        ...one,
        description: one.id === 'LI1' ? 'plain' : '',
      }));
    });
    const objects = new Map(saved.sections.get('lists'));
    const place = 'resources/lists.json#/0/description';
    const list = objects.get('LI1');
    if (list === undefined) throw new Error('no list');
    objects.set('LI1', {
      ...list,
      value: { ...list.value, description: holeText({ place, text: '[withheld]' }), data: ['new'] },
      withheld: [{ place, path: ['description'], isCleared: false }],
    });
    const plan = planOf(project(), live, {
      saved: { ...saved, sections: new Map([...saved.sections, ['lists', objects]]) },
    });
    const [sent] = applyTo(new ProjectModel(live), plan);
    expect(sent?.body['lists']).toMatchObject([{ description: 'plain', data: ['new'] }]);
  });

  it('are refused for other places', () => {
    expect(() => planOf(project(), project(), { supplied: new Set(['/nowhere']) })).toThrow(
      'secrets: "/nowhere" is no place that this plan asks for',
    );
  });
});

describe('what no restore does', () => {
  it.each<[string, (live: ProjectState) => void, string, string]>([
    [
      'a parent of a tenant',
      (live) => {
        live.tenants = live.tenants.map((one) =>
          one.id === 'acme-emea' ? { ...one, parent: '' } : one,
        );
      },
      'tenants/acme-emea',
      '"parent" cannot be changed once it is there',
    ],
    [
      'a built-in permission',
      (live) => {
        live.permissions = live.permissions.map((one) => ({ ...one, description: 'x' }));
      },
      'permissions/PM0000000000000000000001',
      'it is one of the service itself',
    ],
    [
      'a built-in role',
      (live) => {
        live.roles = live.roles.map((one) => ({ ...one, description: 'x' }));
      },
      'roles/Tenant Admin',
      'it is one of the service itself',
    ],
    [
      'an access key that is gone',
      (live) => {
        live.accessKeys = [];
      },
      'access-keys/AK1',
      'the key itself is in no backup',
    ],
    [
      'an attribute of another type',
      (live) => {
        live.userAttributes = live.userAttributes.map((one) => ({ ...one, type: 1 }));
      },
      'user-attributes/department',
      'no call changes an attribute',
    ],
    [
      'the expiry of a key',
      (live) => {
        live.accessKeys = live.accessKeys.map((one) => ({ ...one, expireTime: 9 }));
      },
      'access-keys/AK1',
      '"expireTime" cannot be changed',
    ],
  ])('%s', (_name, damage, object, reason) => {
    const plan = planOf(project(), changed(damage));
    const step = plan.steps.find(({ section, id }) => `${section}/${id}` === object);
    expect(step?.action).toBe('unsupported');
    expect(step?.reason).toContain(reason);
    expect(
      plan.writes.filter(({ objects }) =>
        objects.some(({ section, id }) => `${section}/${id}` === object),
      ),
    ).toEqual([]);
  });

  it('touches what live alone has', () => {
    const live = changed((state) => {
      state.lists = [...state.lists, { id: 'LI9', name: 'Mine', type: 'texts', data: [] }];
    });
    const plan = planOf(project(), live);
    expect(stepsOf(plan)).toEqual([]);
    expect(plan.kept).toEqual([{ section: 'lists', id: 'LI9' }]);
  });

  it('takes back what live alone says of an object', () => {
    const live = changed((state) => {
      state.ssoApps = state.ssoApps.map((app) => ({ ...app, newerField: { on: true } }));
    });
    expect(stepsOf(planOf(project(), live))).toEqual([]);
  });
});

describe('dependencies', () => {
  const live = () =>
    changed((state) => {
      state.permissions = state.permissions.slice(0, 2);
      state.roles = state.roles.filter(({ name }) => name !== 'Éditeur');
    });

  it('are added, and say because of what', () => {
    const plan = planOf(project(), live(), { only: 'roles/Éditeur' });
    expect(plan.steps).toMatchObject([
      { section: 'permissions', action: 'create', because_of: 'roles/Éditeur' },
      { section: 'roles', id: 'Éditeur', action: 'create' },
    ]);
    expect(plan.writes[1]?.dependsOn).toMatchObject([{ section: 'permissions' }]);
  });

  it('block what needs them where they are not wanted', () => {
    const plan = planOf(project(), live(), { only: 'roles/%C3%89diteur', withDependencies: false });
    expect(plan.steps).toMatchObject([
      {
        action: 'blocked',
        reason:
          'it refers to permissions/PM0000000000000000000003, which the project lacks: choose that too, or with-dependencies',
      },
    ]);
  });

  it('keep a tenant from enforcing SSO that it has not', () => {
    const saved = changed((state) => {
      state.sso.set('acme', [oidc('idp.acme.example')]);
    });
    const without = changed((state) => {
      state.sso.delete('acme');
      state.tenants = state.tenants.map((one) => ({ ...one, enforceSSO: false, disabled: true }));
    });
    const plan = planOf(saved, without, { only: 'tenants/acme' });
    const tenant = plan.steps.find(({ section }) => section === 'tenants');
    expect(plan.steps.find(({ section }) => section === 'tenant-sso')).toMatchObject({
      action: 'missing-secret',
      because_of: 'tenants/acme',
    });
    expect(tenant).toMatchObject({
      action: 'update',
      loses: [
        'a tenant that is disabled now is enabled',
        'it does not enforce SSO: the project lacks tenant-sso/acme/default_ssoid, which this plan does not restore',
      ],
    });
    const sent = applyTo(new ProjectModel(without), plan);
    expect(sent.map(({ call, body }) => [call, body['enforceSSO'], body['disabled']])).toEqual([
      ['tenantUpdate', false, false],
    ]);
    const again = stepsOf(planOf(saved, without, { only: 'tenants/acme' }));
    expect(again.find(({ section }) => section === 'tenants')?.action).toBe('blocked');
  });
});

describe('sections that were not saved, or not read', () => {
  const live = () =>
    changed((state) => {
      state.roles = state.roles.map((one) =>
        one.tenantId === 'acme' ? { ...one, description: 'x' } : one,
      );
      for (const [id, one] of state.tenantSettings) {
        state.tenantSettings.set(id, { ...one, refreshTokenExpiration: 1 });
      }
    });

  it.each(['saved', 'live'] as const)('leave the others as they are: %s', (side) => {
    const without = ['tenants', 'permissions', 'sso-apps'];
    const [saved, now] = [project(), live()];
    const plan = planOf(saved, now, {
      only: 'roles,tenant-settings,access-keys',
      ...(side === 'saved'
        ? { saved: sideOf(saved, { without }) }
        : { live: sideOf(now, { without }, 'live') }),
    });
    expect(
      stepsOf(plan)
        .map(({ section, id, action }) => `${action} ${section}/${id}`)
        .sort(),
    ).toEqual([
      'update roles/acme/Auditor',
      'update roles/acme/Viewer',
      'update tenant-settings/ACME',
      'update tenant-settings/acme',
      'update tenant-settings/old-co',
    ]);
    const sent = applyTo(new ProjectModel(now), plan);
    expect(sent.map(({ body }) => body['tenantId']).sort()).toEqual([
      'ACME',
      'acme',
      'acme',
      'acme',
      'old-co',
    ]);
  });
});

describe('deletes', () => {
  const live = () =>
    changed((state) => {
      const [acme] = state.tenants;
      if (acme === undefined) throw new Error('no tenant');
      state.tenants = [
        ...state.tenants,
        { ...acme, id: 'new', name: 'New', parent: '', successors: ['below'], domains: [] },
        { ...acme, id: 'below', name: 'Below', parent: 'new', successors: [], domains: [] },
      ];
      state.lists = [...state.lists, { id: 'LI9', name: 'Mine', type: 'texts', data: [] }];
    });
  const deleting = (text: string, users: number | 'unknown' = 0) =>
    planOf(project(), live(), {
      delete: objectsNamed(text),
      facts: {
        userCounts: new Map(
          users === 'unknown'
            ? []
            : [
                ['tenants/new', users],
                ['tenants/below', users],
              ],
        ),
      },
    });

  it('are of what is named, children first', () => {
    const plan = deleting('tenants/new, lists/LI9\ntenants/below');
    expect(plan.writes.map(({ call, objects }) => `${call} ${objects[0]?.id ?? ''}`)).toEqual([
      'tenantDelete below',
      'tenantDelete new',
      'listDelete LI9',
    ]);
    expect(plan.needs.userCounts.map(({ id }) => id).sort()).toEqual(['below', 'new']);
  });

  it('wait for a word where users go along, or could not be counted', () => {
    for (const users of [2, 'unknown'] as const) {
      expect(deleting('tenants/below', users).writes).toEqual([]);
    }
    const accepted = planOf(project(), live(), {
      delete: objectsNamed('tenants/below'),
      acceptedUserLoss: objectsNamed('tenants/below'),
    });
    expect(accepted.writes).toHaveLength(1);
  });

  it('leave a tenant whose sub-tenant stays', () => {
    expect(deleting('tenants/new').steps.find(({ id }) => id === 'new')).toMatchObject({
      action: 'blocked',
      reason: 'tenants/below is below it, and stays',
    });
  });

  it.each([
    ['lists', 'is not one object'],
    ['lists/*', 'has a star'],
    ['lists/LI1', 'the backup has it'],
    ['lists/LI7', 'the project has no such object'],
    ['nothing/LI7', 'names no section'],
  ])('are refused: %s', (text, words) => {
    expect(() => deleting(text)).toThrow(words);
  });
});

describe('another project', () => {
  it('gets everything that can travel, by natural keys, and nothing that names the first', () => {
    const live = scratchProject({
      roles: [
        {
          id: 'RX1',
          name: 'Tenant Admin',
          permissionNames: ['User Admin', 'SSO Admin'],
          tenantId: '',
          description: '',
          createdTime: 1,
          default: false,
          private: false,
        },
      ],
      permissions: project()
        .permissions.slice(0, 2)
        .map((one) => ({ ...one, id: `X${one.id}` })),
      // The id of a tenant of the backup, and another tenant.
      tenants: [
        {
          ...(project().tenants[0] as never as JsonObject),
          id: 'old-co',
          name: 'Stranger',
          parent: '',
          successors: [],
          defaultRoles: [],
          federatedAppIds: [],
          enforceSSO: false,
        } as never,
      ],
    });
    const options = {
      isOtherProject: true,
      only: 'tenants,roles,permissions,lists,jwt-templates,sso-apps,tenant-settings,tenant-sso',
    };
    const plan = planOf(project(), live, options);
    const model = new ProjectModel(live);
    const sent = applyTo(model, plan);
    const created = sent.find(
      ({ call, body }) => call === 'tenantCreate' && body['name'] === 'Old Co',
    );
    expect(created?.body).not.toHaveProperty('id', 'old-co');
    expect(live.tenants.find(({ id }) => id === 'old-co')?.name).toBe('Stranger');
    for (const { body } of sent) {
      expect(canonicalJson(body)).not.toMatch(/spACSUrl|spEntityId|U2a/);
    }
    const again = planOf(project(), live, options);
    expect(stepsOf(again).map(({ section, id, action }) => `${action} ${section}/${id}`)).toEqual(
      stepsOf(plan)
        .filter(({ action }) => action !== 'create' && action !== 'update')
        .map(({ section, id, action }) => `${action} ${section}/${id}`),
    );
  });
});
