import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/json/value.ts';
import type { PlanResult } from '../../../src/services/restore/plan.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import type { ProjectState } from '../../fixtures/descope-api/state.ts';
import { applyTo, ProjectModel } from '../../fixtures/restore/model.ts';
import { planOf } from '../../fixtures/restore/plans.ts';

function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.slice(1);
  return state;
}

const CONNECTOR = 'connectors/my-http.json';

function changes({ steps }: PlanResult): string[] {
  return steps
    .filter(({ action }) => action !== 'identical')
    .map(({ section, id, action }) => `${action} ${section}/${id}`);
}

describe('what a snapshot alone holds', () => {
  it('is written by one import over all that live has', () => {
    const live = project();
    const connector = live.snapshot[CONNECTOR] as JsonObject;
    live.snapshot[CONNECTOR] = {
      ...connector,
      configuration: {
        ...(connector['configuration'] as JsonObject),
        baseUrl: 'https://evil.example',
      },
    };
    live.snapshot['connectors/other.json'] = { id: 'CI9', type: 'http', name: 'Other' };
    live.snapshot['connectors/connectors.json'] = { connectors: ['my-http', 'other'] };
    live.snapshot['attributes.json'] = {
      user: [],
      tenant: [{ name: 'plan', type: 1 }],
      accessKey: [],
    };
    live.snapshot['auth/otp.json'] = { enabled: false };
    const { ['assets/logo.png']: _gone, ...rest } = live.snapshot;
    live.snapshot = { ...rest, 'assets/assets.json': { assets: ['welcome.html', 'notice.txt'] } };
    const plan = planOf(project(), live, { isPro: true });
    expect(changes(plan)).toEqual([
      'create snapshot/assets/logo.png',
      'update snapshot/attributes.json',
      'update snapshot/auth/otp.json',
      'update snapshot/connectors/my-http.json',
    ]);
    expect(plan.kept).toEqual([{ section: 'snapshot', id: 'connectors/other.json' }]);
    const model = new ProjectModel(live, { isPro: true });
    const [sent, ...more] = applyTo(model, plan);
    expect(more).toEqual([]);
    const files = sent?.body['files'] as JsonObject;
    // What live alone has stays, and what came back is listed.
    expect(files['connectors/other.json']).toEqual({ id: 'CI9', type: 'http', name: 'Other' });
    expect(files['connectors/connectors.json']).toEqual({ connectors: ['my-http', 'other'] });
    expect(files['attributes.json']).toMatchObject({
      user: [{ name: 'department' }],
      tenant: [{ name: 'plan' }],
    });
    expect(files['assets/assets.json']).toEqual({
      assets: ['welcome.html', 'notice.txt', 'logo.png'],
    });
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['flows/flows.json', 'roles.json']));
    expect(changes(planOf(project(), live, { isPro: true }))).toEqual([]);
  });

  it('needs the secrets of a connector that is gone, and writes those that are supplied', () => {
    const live = project();
    const { [CONNECTOR]: _gone, ...rest } = live.snapshot;
    live.snapshot = { ...rest, 'connectors/connectors.json': { connectors: [] } };
    const plan = planOf(project(), live, { isPro: true, only: `snapshot/${CONNECTOR}` });
    const [step] = plan.steps;
    expect(step).toMatchObject({ action: 'missing-secret', id: CONNECTOR });
    const places = step?.missing_secrets ?? [];
    expect(places).toEqual(
      ['apiKey', 'bearerToken', 'password'].map(
        (name) => `snapshot/${CONNECTOR}#/configuration/${name}`,
      ),
    );
    const secrets = new Map(places.map((place) => [place, `new of ${place}`]));
    const supplied = planOf(project(), live, {
      isPro: true,
      only: `snapshot/${CONNECTOR}`,
      supplied: new Set(places),
    });
    const [sent] = applyTo(new ProjectModel(live, { isPro: true }), supplied, secrets);
    const files = sent?.body['files'] as JsonObject;
    expect(files[CONNECTOR]).toMatchObject({
      configuration: { apiKey: secrets.get(places[0] ?? ''), clientSecret: '' },
    });
    expect(files['connectors/connectors.json']).toEqual({ connectors: ['my-http'] });
  });

  it('brings a connector back for the flow that refers to it', () => {
    const live = project();
    const { [CONNECTOR]: _gone, ...rest } = live.snapshot;
    live.snapshot = rest;
    live.flows = live.flows.filter(({ id }) => id !== 'mfa-step-up');
    const plan = planOf(project(), live, { isPro: true, only: 'flows/mfa-step-up' });
    expect(plan.steps).toMatchObject([
      { section: 'flows', id: 'mfa-step-up', action: 'blocked' },
      {
        section: 'snapshot',
        id: CONNECTOR,
        action: 'missing-secret',
        because_of: 'flows/mfa-step-up',
      },
    ]);
  });

  it('is refused whole where the service refuses it', () => {
    const live = project();
    live.snapshot['auth/otp.json'] = { enabled: false };
    const facts = {
      userCounts: new Map(),
      snapshotValidation: { failures: ['no such method'], missingSecrets: [] },
    };
    const plan = planOf(project(), live, { isPro: true, facts });
    expect(plan.writes).toEqual([]);
    expect(plan.refusals).toEqual([
      { section: 'snapshot', kind: 'snapshot-failure', text: 'no such method' },
    ]);
    expect(plan.steps.find(({ id }) => id === 'auth/otp.json')).toMatchObject({
      action: 'blocked',
      reason: 'the service refuses the import: no such method',
    });
  });
});
