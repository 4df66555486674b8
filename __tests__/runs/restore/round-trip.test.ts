/**
 * Whatever a call of the API did to a project: a restore takes it back, and an undo takes the
 * restore back.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { stateOf } from '../../fixtures/descope-api/state-of.ts';
import { EXAMPLES, exampleProject } from '../../fixtures/descope-api/writes/examples.ts';
import {
  RESTORE_ENDPOINTS,
  type RestoreEndpointName,
} from '../../fixtures/descope-api/writes/index.ts';
import { ask } from '../../fixtures/descope-api/writes/writing.ts';
import { differences } from '../../fixtures/restore/differences.ts';
import { RestoredProject, writesOf } from '../../fixtures/restore/restored-project.ts';

let project: RestoredProject | undefined;

afterEach(async () => {
  await project?.close();
  project = undefined;
});

/**
 * What does not come back, by the call that took it: each is said by the plan, or is kept since
 * only live has it.
 */
const NOT_BACK: Partial<Record<RestoreEndpointName, RegExp>> = {
  'permission-create': /^\/permissions\/"n"$/,
  'role-create': /^\/roles\/\["","n"\]$/,
  'role-delete': /^\/users\//,
  'access-key-create': /^\/(?:accessKeys|secrets)\//,
  'access-key-import': /^\/(?:accessKeys|secrets)\//,
  'access-key-delete': /^\/accessKeys\/"AK1"$/,
  'flow-import': /^\/flows\/"n"$/,
  'inbound-app-create': /^\/(?:inboundApps|secrets)\//,
  'inbound-app-delete': /^\/inboundApps\/"client-00"$/,
  'outbound-app-create': /^\/outboundApps\/"OAmade/,
  'outbound-app-delete': /^\/secrets\/outbound-apps/,
  'fga-schema-save': /^\/fgaTuples$/,
  'user-attribute-create': /^\/userAttributes\/"n"$/,
  'sso-new': /^\/sso\/acme\/"n"$/,
  'sso-oidc': /^\/sso\/acme\/""\/saml\/sp[A-Z]/,
  'sso-delete': /^\/sso\/acme\/""\/saml\/sp[A-Z]/,
  'sso-app-oidc-create': /^\/ssoApps\/"SAmade/,
  'sso-app-saml-create': /^\/ssoApps\/"SAmade/,
  'sso-app-wsfed-create': /^\/ssoApps\/"SAmade/,
  'jwt-template-create': /^\/jwtTemplates\/"N"$/,
  'jwt-template-update': /^\/jwtTemplates\/"AWS"\/type$/,
  'list-create': /^\/lists\/"LImade/,
  'list-import': /^\/lists\/"LI9"$/,
  'snapshot-import': /^\/lists\/"LI9"$/,
  'tenant-create': /^\/tenants\/"Tmade/,
  'tenant-delete': /^\/(?:sso\/old-co\/|users\/|secrets\/tenant-sso\/old-co)/,
};

/** What an undo leaves of a restore: what it never deletes, and what needs a secret. */
const NOT_UNDONE: Partial<Record<RestoreEndpointName, RegExp>> = {
  'sso-oidc': /^\/sso\/acme\/""\/(?:saml|oidc)$/,
  'sso-delete': /^\/(?:sso\/acme\/""|tenants\/"acme"\/authType|tenantSettings\/acme\/authType)$/,
  'user-attribute-delete': /^\/users\//,
};

/** A name that a role of a tenant has, too, is counted for both. */
const USER_LOSS: Partial<Record<RestoreEndpointName, string>> = { 'role-delete': 'roles/Viewer' };

/** Secrets that no answer shows, without which an object that is gone is not created. */
const NEEDS: Partial<Record<RestoreEndpointName, readonly string[]>> = {
  'inbound-app-delete': ['clientSecret'],
  'outbound-app-delete': ['clientSecret'],
  'tenant-delete': ['clientSecret'],
};

/** Of these it is supplied; the others stay away, as the plan announces. */
const SUPPLIED: ReadonlySet<RestoreEndpointName> = new Set(['outbound-app-delete']);

const WRITES = (Object.keys(EXAMPLES) as RestoreEndpointName[]).filter(
  (name) => RESTORE_ENDPOINTS[name].writes && name !== 'fga-backup',
);

function others(found: readonly string[], but: RegExp | undefined): string[] {
  return found.filter((path) => but?.test(path) !== true);
}

describe.each(['free', 'pro'] as const)('on plan %s', (plan) => {
  const names = WRITES.filter((name) => plan === 'pro' || name !== 'snapshot-import');

  test.each(names)('what %s did is taken back, and that again', async (name) => {
    project = await RestoredProject.start(exampleProject(), { plan });
    const { api } = project;
    const { fresh } = await project.backUp();
    const saved = stateOf(api.state);
    expect((await ask(api, name, EXAMPLES[name])).status).toBe(200);
    const changed = stateOf(api.state);

    const { plan: first } = await project.prepare(fresh);
    const places = first.steps.flatMap(({ missing_secrets: places = [] }) => places);
    expect(places.map((place) => place.replace(/.*\//, ''))).toEqual(NEEDS[name] ?? []);
    const secrets = Object.fromEntries(
      places.flatMap((place) => (SUPPLIED.has(name) ? [[place, 'supplied-in-the-restore']] : [])),
    ) as Record<string, string>;
    const run = await project.restore(fresh, { secrets });
    expect(run.error).toBeUndefined();
    expect(run.report).toMatchObject({ proof: 'equal', differences: [] });
    expect(others(differences(saved, stateOf(api.state)), NOT_BACK[name])).toEqual([]);
    expect(writesOf(await project.prepare(fresh))).toEqual([]);

    if (run.safety === undefined) {
      expect(run.writes).toEqual([]);
      return;
    }
    const undone = await project.undo(run, { acceptUserLoss: USER_LOSS[name] ?? '' });
    expect(undone.error).toBeUndefined();
    expect(others(differences(changed, stateOf(api.state)), NOT_UNDONE[name])).toEqual([]);
  });
});
