import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/json/value.ts';
import { SECTIONS } from '../../../src/project/sections/index.ts';
import { WRITE_CALLS } from '../../../src/project/write-calls.ts';
import { comparableHash, makeComparable } from '../../../src/project/restore/canonical.ts';
import { requireFilled, withoutEmptySecrets } from '../../../src/project/restore/fill.ts';
import { FLOWS } from '../../../src/project/restore/flows.ts';
import { holeText, readHole, withHole } from '../../../src/project/restore/holes.ts';
import { IdMap } from '../../../src/project/restore/id-map.ts';
import { nameInKey, ownedKey } from '../../../src/project/restore/keys.ts';
import { deletePhase, PHASES } from '../../../src/project/restore/phases.ts';
import { RESTORE_ROWS } from '../../../src/project/restore/rows.ts';
import { isRestorable } from '../../../src/project/restore/row.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import type { ProjectState } from '../../fixtures/descope-api/state.ts';
import { applyTo, ProjectModel } from '../../fixtures/restore/model.ts';
import { planOf } from '../../fixtures/restore/plans.ts';
import { exportedFlow, rawProject } from '../../fixtures/restore/sides.ts';

describe('the rows', () => {
  it('are one for each section', () => {
    expect(Object.keys(RESTORE_ROWS).sort()).toEqual([...SECTIONS].sort());
  });

  it('delete in the reverse order, after all else', () => {
    const phases = Object.values(PHASES);
    const deletes = phases.map(deletePhase);
    expect(Math.min(...deletes)).toBeGreaterThan(Math.max(...phases));
    expect(deletePhase(PHASES.tenantRoles)).toBeLessThan(deletePhase(PHASES.tenants));
    expect(deletePhase(PHASES.projectRoles)).toBeLessThan(deletePhase(PHASES.permissions));
  });

  it('never delete an SSO configuration, and never with what belongs to others', () => {
    for (const section of [
      'tenant-sso',
      'tenant-settings',
      'snapshot',
      'theme',
      'fga-schema',
    ] as const) {
      const row = RESTORE_ROWS[section];
      expect(isRestorable(row) && row.remove).toBeUndefined();
    }
    const tenants = RESTORE_ROWS.tenants;
    if (!isRestorable(tenants)) throw new Error('no row');
    const request = tenants.remove?.request({}, { liveId: 't' } as never);
    expect(request).toEqual({ body: { id: 't', cascade: false } });
  });
});

/** The bodies that a changed project gets, by call. */
function bodies(damage: (live: ProjectState) => void): Map<string, JsonObject> {
  const project = () => {
    const state = mixedProject();
    state.flows = state.flows.slice(1);
    return state;
  };
  const live = project();
  damage(live);
  const sent = applyTo(new ProjectModel(live), planOf(project(), live));
  return new Map(sent.map(({ call, body }) => [call, body]));
}

describe('the body of a write', () => {
  it('of a tenant is whole, but for what is written elsewhere', () => {
    const body = bodies((live) => {
      live.tenants = live.tenants.map((one) => (one.id === 'acme' ? { ...one, name: 'x' } : one));
    }).get('tenantUpdate');
    expect(Object.keys(body ?? {}).sort()).toEqual([
      'authType',
      'customAttributes',
      'disabled',
      'enforceSSO',
      'enforceSSOExclusions',
      'federatedAppIds',
      'id',
      'name',
      'roleInheritance',
      'selfProvisioningDomains',
    ]);
  });

  it('of a role or permission names it by its id, with its name as the new one', () => {
    const sent = bodies((live) => {
      live.roles = live.roles.map((one) => (one.name === 'Éditeur' ? { ...one, name: 'x' } : one));
      live.permissions = live.permissions.map((one) =>
        one.name === 'docs.write' ? { ...one, description: 'x' } : one,
      );
    });
    expect(sent.get('roleUpdate')).toEqual({
      id: 'RL0000000000000000000003',
      newName: 'Éditeur',
      description: '',
      permissionNames: ['docs.write'],
      tenantId: '',
      default: false,
      private: false,
    });
    expect(sent.get('permissionUpdate')).toEqual({
      id: 'PM0000000000000000000003',
      newName: 'docs.write',
      description: 'May docs.write',
    });
  });

  it('of an application is flat, without what the project issues', () => {
    const body = bodies((live) => {
      live.ssoApps = live.ssoApps.map((one) => ({ ...one, enabled: !one['enabled'] }));
    }).get('ssoAppOidcUpdate');
    expect(body).toEqual({
      id: 'app-oidc',
      name: 'Портал',
      description: '',
      enabled: false,
      logo: '',
      loginPageUrl: 'https://auth.example/login/portal',
      claims: ['sub', 'email'],
      forceAuthentication: false,
    });
  });

  it('of SAML has the names of the request, the roles by name, and the domains of the tenant', () => {
    const body = bodies((live) => {
      const [acme] = live.sso.get('acme') ?? [];
      if (acme !== undefined) acme.saml = { ...acme.saml, idpSSOUrl: 'https://evil.example' };
    }).get('ssoSaml');
    expect(body).toMatchObject({
      tenantId: 'acme',
      domains: ['sso.acme.example'],
      redirectUrl: '',
      settings: {
        idpUrl: 'https://idp.acme.example/sso',
        entityId: 'https://idp.acme.example/metadata',
        roleMappings: [
          { groups: ['it', 'admins'], roleName: 'Tenant Admin' },
          { groups: ['staff'], roleName: 'Viewer' },
        ],
      },
    });
    expect(body).not.toHaveProperty('ssoId');
    expect(Object.keys((body?.['settings'] ?? {}) as JsonObject)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^sp|^idpSSOUrl$/)]),
    );
  });

  it('of a named SSO configuration names it', () => {
    const body = bodies((live) => {
      const [one] = live.sso.get('old-co') ?? [];
      if (one !== undefined) one.saml = { ...one.saml, idpSSOUrl: 'https://evil.example' };
    }).get('ssoSaml');
    expect(body).toMatchObject({ tenantId: 'old-co', ssoId: 'employees' });
  });

  it('of an access key has no tenant names, no expiry and no owner', () => {
    const body = bodies((live) => {
      live.accessKeys = live.accessKeys.map((one) => ({ ...one, description: 'x' }));
    }).get('accessKeyUpdate');
    expect(body).toMatchObject({ id: 'AK2', name: 'old' });
    expect(body).not.toHaveProperty('expireTime');
    expect(body).not.toHaveProperty('boundUserId');
    expect(body).not.toHaveProperty('status');
  });

  it('is never sent with a placeholder, and never with an empty secret', () => {
    expect(() => {
      requireFilled({ a: [{ b: 'Bearer [withheld]' }] }, 'lists/x');
    }).toThrow('lists/x: a withheld secret would be written as its placeholder at /a/0/b');
    expect(() => {
      requireFilled({ a: holeText({ place: '/x', text: '' }) }, 'lists/x');
    }).toThrow('/a');
    expect(
      withoutEmptySecrets({ clientSecret: '', name: '', customAttributes: { token: '' } }, 'x'),
    ).toEqual({ name: '', customAttributes: { token: '' } });
  });
});

describe('flows', () => {
  it('are the same in both exports', () => {
    const state = mixedProject();
    state.flows = state.flows.slice(1).filter(({ management }) => !management);
    const hash = (value: JsonObject) => comparableHash('flows', '', FLOWS.strip(value));
    const ofSnapshot = rawProject(state, { isPro: true }).flows;
    for (const { id, data } of ofSnapshot) {
      const flow = state.flows.find((one) => one.id === id);
      if (flow === undefined) throw new Error('no flow');
      expect(hash(data)).toBe(hash(exportedFlow(flow)));
    }
  });
});

describe('calls', () => {
  it('of the rows are calls that there are', () => {
    const used = Object.values(RESTORE_ROWS).flatMap((row) =>
      isRestorable(row) && row.remove !== undefined ? [row.remove.call] : [],
    );
    expect(used.every((call) => WRITE_CALLS.includes(call))).toBe(true);
  });
});

describe('natural keys', () => {
  it('tell a role of a tenant from one of the project, whatever they are called', () => {
    expect(ownedKey('Acme', 'Viewer')).toBe('Acme/Viewer');
    expect(ownedKey(undefined, 'Acme/Viewer')).toBe('Acme%2FViewer');
    expect(ownedKey('Acme', 'a/b%2F')).not.toBe(ownedKey('Acme/a', 'b%2F'));
    for (const name of ['a/b', '%2F', 'a%252F', 'x'])
      expect(nameInKey(ownedKey('T/1', name))).toBe(name);
  });

  it('stand for ids in what is compared', () => {
    const [one, other] = [new IdMap(), new IdMap()];
    one.set('tenants', 'Acme', 'T1');
    other.set('tenants', 'Acme', 'T2');
    const role = { name: 'Viewer', permissionNames: ['b', 'a'] };
    const text = makeComparable(one, new Set())('roles', { ...role, id: 'R1', tenantId: 'T1' });
    expect(text).toBe(
      makeComparable(other, new Set())('roles', { ...role, id: 'R2', tenantId: 'T2' }),
    );
    expect(text).not.toBe(
      makeComparable(other, new Set())('roles', { ...role, id: 'R2', tenantId: 'T9' }),
    );
  });
});

describe('holes', () => {
  it('remember their place and what the backup has there', () => {
    const value = withHole({ a: [{ b: '[withheld]' }] }, ['a', '0', 'b'], '/x') as JsonObject;
    const [entry] = value['a'] as readonly JsonObject[];
    expect(readHole(entry?.['b'])).toEqual({ place: '/x', text: '[withheld]' });
    expect(withHole({ a: { b: 1 } }, ['a'], '/x')).toBeUndefined();
  });
});
