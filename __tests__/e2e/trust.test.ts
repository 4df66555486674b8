/** Two nights of a live project, in which somebody changes between them whom it trusts. */
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { DiffReport } from '../../src/models/changes.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import { frozenAt } from '../fixtures/backup-root.ts';
import { startDescopeApi, type DescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject, type ProjectState } from '../fixtures/descope-api/state.ts';
import { runLive, type LiveRun } from '../fixtures/live-run.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const running: DescopeApi[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.close()));
});

interface SecondNight {
  readonly run: LiveRun;
  readonly report: DiffReport;
}

/** The second night, when the project was changed after the first one. */
async function secondNight(change: (state: ProjectState) => void): Promise<SecondNight> {
  const state = mixedProject();
  // Large, and of no matter here.
  state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
  const api = await startDescopeApi({ state });
  running.push(api);
  const workspace = await makeFolder();
  const inputs = { 'allow-public-artifact': 'true' };
  const first = await runLive(api, { inputs, workspace, ...frozenAt('2026-03-01T03:00:00Z') });
  expect(first.outputs).toMatchObject({ status: 'complete' });
  change(api.state);
  const clock = frozenAt('2026-03-02T03:00:00Z');
  const env = { ...clock.env, RUNNER_TEMP: await makeFolder() };
  const run = await runLive(api, { inputs, workspace, ...clock, env });
  const report = JSON.parse(await readFile(run.outputs['diff-path'] ?? '', 'utf8')) as DiffReport;
  expect(run.outputs['risk']).toBe(report.risk);
  return { run, report };
}

function ruleIds({ findings }: DiffReport): string[] {
  return findings.map(({ rule, section, id }) => `${rule} ${section}/${id}`);
}

function withoutFiles(state: ProjectState, folder: string, index: string): void {
  state.snapshot = Object.fromEntries(
    Object.entries(state.snapshot).filter(
      ([path]) => !path.startsWith(`${folder}/`) || path === index,
    ),
  );
}

describe('the second night', () => {
  test('of a project that nobody touched has no risk', async () => {
    const { run, report } = await secondNight(() => undefined);
    expect(run.outputs).toMatchObject({ status: 'complete', changed: 'false', risk: 'none' });
    expect(report.findings).toEqual([]);
  });

  test('shows which field of which identity provider changed', async () => {
    const { report } = await secondNight((state) => {
      const [employees, contractors] = state.sso.get('old-co') ?? [];
      if (employees === undefined || contractors === undefined) throw new Error('no SSO');
      employees.saml = { ...employees.saml, idpCertificate: 'OTHER' };
      state.sso.set('old-co', [contractors, employees]);
    });
    expect(report.risk).toBe('high');
    expect(report.findings).toEqual([
      {
        rule: 'identity-provider-changed',
        section: 'tenant-sso',
        id: 'old-co',
        text: 'the identity provider of ssoId employees changed: SAML certificate',
      },
    ]);
    expect(report.changes).toMatchObject([
      {
        section: 'tenant-sso',
        id: 'old-co',
        edits: [{ pointer: '/ssoId=employees/saml/idpCertificate', after: 'OTHER' }],
      },
    ]);
  });

  test('follows a flow in the layout of a snapshot, and finds it once', async () => {
    const { report } = await secondNight((state) => {
      const flow = state.flows.find(({ id }) => id === 'mfa-step-up');
      const { tasks } = (flow?.contents ?? {}) as { tasks: Record<string, JsonObject> };
      const { '0': condition } = tasks;
      if (flow === undefined || condition === undefined) throw new Error('no flow');
      const branches = (condition['branches'] as readonly JsonObject[]).map((one) => ({
        ...one,
        to: '4',
      }));
      flow.contents = { ...flow.contents, tasks: { ...tasks, '0': { ...condition, branches } } };
      flow.etag = '"other"';
    });
    expect(report.risk).toBe('high');
    expect(new Set(ruleIds(report))).toEqual(
      new Set(['verification-no-longer-reached flows/mfa-step-up']),
    );
    expect(report.change_count).toBe(1);
  });

  test('sees what a snapshot alone holds', async () => {
    const { report } = await secondNight((state) => {
      const connector = state.snapshot['connectors/my-http.json'] as JsonObject;
      const configuration = connector['configuration'] as JsonObject;
      const moved: JsonValue = { ...configuration, baseUrl: 'https://evil.example' };
      state.snapshot = {
        ...state.snapshot,
        'connectors/my-http.json': { ...connector, configuration: moved },
        'auth/webauthn.json': { enabled: false },
        'project.json': {
          ...(state.snapshot['project.json'] as JsonObject),
          refreshTokenExpiration: { value: 52, unit: 'weeks' },
        },
      };
    });
    expect(ruleIds(report)).toEqual([
      'authentication-method-off snapshot/auth/webauthn.json',
      'connector-moved snapshot/connectors/my-http.json',
      'session-lives-longer snapshot/project.json',
    ]);
  });

  test.each([
    ['auth', 'authentication-methods', ''],
    ['connectors', 'connectors', 'connectors/connectors.json'],
    ['widgets', 'widgets', 'widgets/flows/flows.json'],
    ['assets', 'assets', 'assets/assets.json'],
  ])('without anything in %s/ is suspect', async (folder, section, index) => {
    const { run } = await secondNight((state) => {
      withoutFiles(state, folder, index);
    });
    expect(run.status).toBe(1);
    expect(run.outputs['status']).toBe('suspect');
    expect(run.stdout).toMatch(new RegExp(`${section}: all \\d+ are gone`));
  });
});
