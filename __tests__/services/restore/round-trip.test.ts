import { describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '../../../src/json/value.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import type { ProjectState } from '../../fixtures/descope-api/state.ts';
import { applyTo, ProjectModel, type SentWrite } from '../../fixtures/restore/model.ts';
import { planOf, type PlanOptions } from '../../fixtures/restore/plans.ts';

/** A small mixed project: the flow of two megabytes takes time and tells nothing here. */
function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.slice(1);
  state.inboundApps = state.inboundApps.slice(0, 3);
  return state;
}

interface Outcome {
  readonly before: readonly string[];
  readonly sent: readonly SentWrite[];
  readonly left: readonly string[];
  readonly state: ProjectState;
}

/** Damages a project, restores it, and plans again. */
function restore(
  damage: (live: ProjectState) => void,
  options: PlanOptions = {},
  secrets: Readonly<Record<string, string>> = {},
): Outcome {
  const live = project();
  damage(live);
  const supplied = new Set(Object.keys(secrets));
  const plan = planOf(project(), live, { supplied, ...options });
  const todo = (result: typeof plan) =>
    result.steps
      .filter(({ action }) => action !== 'identical')
      .map(
        ({ section, id, action, reason }) =>
          `${action} ${section}/${id}${reason === undefined ? '' : `: ${reason}`}`,
      );
  const before = todo(plan);
  const model = new ProjectModel(live, { isPro: options.isPro ?? false });
  const sent = applyTo(model, plan, new Map(Object.entries(secrets)));
  const { delete: _deleted, ...again } = options;
  return { before, sent, left: todo(planOf(project(), live, { supplied, ...again })), state: live };
}

function texts(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value as JsonObject).flatMap(texts);
}

const DAMAGES: Readonly<Record<string, (live: ProjectState) => void>> = {
  'a tenant changed': (live) => {
    Object.assign(live.tenants[0] ?? {}, {
      name: 'Other',
      customAttributes: {},
      enforceSSO: false,
      disabled: true,
      defaultRoles: [],
      domains: ['evil.example'],
    });
  },
  'a tenant without its roles, settings and SSO': (live) => {
    live.roles = live.roles.filter(({ tenantId }) => tenantId !== 'acme');
    live.sso.delete('acme');
    live.tenantSettings.delete('acme');
  },
  'all tenants gone': (live) => {
    live.tenants = [];
    live.roles = live.roles.filter(({ tenantId }) => tenantId === '');
    live.sso.clear();
    live.tenantSettings.clear();
  },
  'roles renamed and emptied': (live) => {
    live.roles = live.roles.map((role, index) =>
      index === 1
        ? { ...role, name: 'Looker' }
        : index > 1
          ? { ...role, permissionNames: [], description: 'x' }
          : role,
    );
    live.accessKeys = live.accessKeys.map((key) => ({
      ...key,
      roleNames: (key['roleNames'] as string[]).map((name) =>
        name === 'Viewer' ? 'Looker' : name,
      ),
    }));
    live.tenants = live.tenants.map((tenant) => ({
      ...tenant,
      defaultRoles: (tenant['defaultRoles'] as string[]).map((name) =>
        name === 'Viewer' ? 'Looker' : name,
      ),
    }));
  },
  'permissions gone, and a role that granted one': (live) => {
    live.permissions = live.permissions.slice(0, 2);
    live.roles = live.roles.filter(({ name }) => name !== 'Éditeur');
  },
  'a SAML configuration repointed': (live) => {
    const [acme] = live.sso.get('acme') ?? [];
    if (acme !== undefined)
      acme.saml = { ...acme.saml, idpSSOUrl: 'https://evil.example', groupsMapping: [] };
  },
  'applications changed and gone': (live) => {
    live.ssoApps = live.ssoApps.slice(1).map((app) => ({ ...app, enabled: true }));
    live.outboundApps = live.outboundApps.map((app) => ({ ...app, description: 'changed' }));
    live.inboundApps = live.inboundApps.map((app) => ({
      ...app,
      approvedCallbackUrls: ['https://evil.example'],
    }));
  },
  'keys, templates and lists changed': (live) => {
    live.accessKeys = live.accessKeys.map((key) => ({
      ...key,
      roleNames: [],
      status: key['status'] === 'active' ? 'inactive' : 'active',
    }));
    live.jwtTemplates = live.jwtTemplates
      .slice(1)
      .map((template) => ({ ...template, description: 'changed' }));
    live.lists = live.lists.slice(1).map((list) => ({ ...list, data: [] }));
  },
  'password settings, schema, theme, attributes': (live) => {
    live.passwordSettings = { ...live.passwordSettings, minLength: 4 };
    live.fgaSchema = { dsl: 'model AuthZ 1.0', schema: {} };
    live.theme = { ...live.theme, styles: {} };
    live.userAttributes = live.userAttributes.slice(1);
  },
  'flows changed, disabled and gone': (live) => {
    live.flows = live.flows
      .slice(1)
      .map((flow) => ({ ...flow, contents: {}, disabled: !flow.disabled }));
  },
};

describe('a restore of a damaged project', () => {
  for (const [name, damage] of Object.entries(DAMAGES)) {
    it.each([false, true])(`brings back: ${name} (snapshots: %s)`, (isPro) => {
      const { before, left, sent } = restore(damage, { isPro });
      expect(before.length).toBeGreaterThan(0);
      expect(before.filter((text) => /^(?:unsupported|blocked)/.test(text))).toEqual([]);
      expect(left).toEqual(before.filter((text) => !/^(?:create|update|delete)/.test(text)));
      for (const { body } of sent) {
        for (const text of texts(body)) expect(text).not.toMatch(/\[withheld\]|\0/);
      }
    });
  }
});
