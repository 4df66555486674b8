/**
 * Backups that release 1.0.0 wrote still verify, and say of the same project that nothing changed.
 */
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { contentRules, type BackupManifest } from '../../../src/models/manifest.ts';
import { parseSectionChoice } from '../../../src/project/sections/choice.ts';
import { rowOf } from '../../../src/project/sections/index.ts';
import {
  assessRisk,
  BackupService,
  contentOfConfig,
  DiffService,
  findShrink,
  readProjectState,
  verifyBackup,
  withoutNewlyAsked,
  withoutNoise,
  type ProjectContent,
} from '../../../src/services/index.ts';
import { CONTENT_RULES } from '../../../src/project/noise.ts';
import { loadConfigFile } from '../../../src/config-file/index.ts';
import { DescopeApiClient } from '../../../src/descope/client.ts';
import { ProjectFetcher } from '../../../src/descope/capture/project-fetcher.ts';
import { Secret } from '../../../src/project/secret.ts';
import {
  CORPUS_CONFIG,
  CORPUS_ENVIRONMENT,
  corpusProject,
} from '../../fixtures/corpus-1.0.0/project.ts';
import { saml, tenant } from '../../fixtures/descope-api/builders.ts';
import { startDescopeApi } from '../../fixtures/descope-api/server.ts';
import type { ProjectState as ApiState } from '../../fixtures/descope-api/state.ts';
import { runLive } from '../../fixtures/live-run.ts';
import { makeFolder, makeWorkspace } from '../../fixtures/run-bundle.ts';

const CORPUS = fileURLToPath(new URL('../../fixtures/corpus-1.0.0', import.meta.url));
const PROJECT = corpusProject().projectId;
const NOW = Date.UTC(2026, 10, 25, 3);
const KINDS = ['config', 'free', 'pro'] as const;
type Kind = (typeof KINDS)[number];
const ALL = (['first', 'last'] as const).flatMap((by) => KINDS.map((kind) => [by, kind] as const));
const LIVE = ALL.filter(([, kind]) => kind !== 'config');

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function folderOf(by: string, kind: string): Promise<string> {
  const parent = join(CORPUS, by, kind, PROJECT);
  const [name = ''] = await readdir(parent);
  return join(parent, name);
}

async function manifestOf(path: string): Promise<BackupManifest> {
  const verification = await verifyBackup(path);
  if (!verification.verified) throw new Error(verification.problems.join('; '));
  return verification.manifest;
}

async function startServer(kind: Kind, state: ApiState) {
  const api = await startDescopeApi({
    state,
    options: { plan: kind === 'free' ? 'free' : 'pro', shuffle: { seed: 7 } },
  });
  running.push(api);
  return api;
}

/** What this release would save of the project now. */
async function contentOf(kind: Kind, state: ApiState) {
  if (kind === 'config') {
    const { config } = await loadConfigFile({
      path: 'descope.yaml',
      workspace: await makeWorkspace(CORPUS_CONFIG),
      projectId: PROJECT,
      environment: CORPUS_ENVIRONMENT,
      variables: {},
    });
    return { content: contentOfConfig(config), details: {} };
  }
  const api = await startServer(kind, state);
  const client = new DescopeApiClient({
    projectId: state.projectId,
    managementKey: new Secret(state.managementKey),
    baseUrl: new URL(api.baseUrl),
    deadlineMs: 60_000,
    maxRequests: 2000,
    signal: new AbortController().signal,
  });
  const fetched = await new ProjectFetcher(client, {
    sections: parseSectionChoice('all') ?? new Set(),
    withoutNoise,
    now: NOW,
    tellsCaseApart: () => Promise.resolve(true),
  }).fetch();
  const content: ProjectContent = { ...fetched, config: {} };
  return {
    content,
    details: { source: { type: 'management-api' }, coverage: fetched.coverage } as const,
  };
}

/** A backup of the project by this release, and what it says of the difference to the old one. */
async function compareWithFresh(by: string, kind: Kind, change?: (state: ApiState) => void) {
  const state = corpusProject();
  change?.(state);
  const { content, details } = await contentOf(kind, state);
  const service = new BackupService({ backupRoot: await makeFolder(), clock: () => NOW });
  const path = await service.saveProject(PROJECT, CORPUS_ENVIRONMENT, content, details);
  const manifest = await manifestOf(path);
  const old = await folderOf(by, kind);
  const baseManifest = await manifestOf(old);
  const before = await readProjectState(old, baseManifest);
  const fresh = await readProjectState(path, manifest);
  const after = withoutNewlyAsked({ manifest: baseManifest, state: before }, fresh);
  const diff = new DiffService().diff(before, after);
  const shrink = findShrink(before, after, { limitPercent: 10, failedSections: new Set() });
  return { manifest, diff, risk: assessRisk(diff), shrink, fresh };
}

function edited<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  edit: object,
): T[] {
  return list.map((one) => (one.id === id ? { ...one, ...edit } : one));
}

describe('a backup of release 1.0.0', () => {
  test.each(ALL)('(%s, %s) still verifies, by the rules that it was made by', async (by, kind) => {
    const manifest = await manifestOf(await folderOf(by, kind));
    expect(manifest.tool.version).toBe('1.0.0');
    expect(manifest.content_rules).toBeUndefined();
    expect(contentRules(manifest)).toBe(1);
  });

  test.each(ALL)('(%s, %s) is the same as a fresh one of the same project', async (by, kind) => {
    const { manifest, diff, risk, shrink, fresh } = await compareWithFresh(by, kind);
    expect(manifest.content_rules).toBe(CONTENT_RULES);
    // Later sections are newly saved, which is no change.
    const newlySaved = [...fresh.keys()].filter((name) => rowOf(name)?.since !== undefined).sort();
    expect(newlySaved.length > 0).toBe(kind !== 'config');
    expect(diff).toEqual({
      changes: [],
      notComparable: [],
      ...(newlySaved.length > 0 && { newlySaved }),
    });
    expect(shrink).toEqual([]);
    expect(risk).toMatchObject({ risk: 'none' });
  });

  test.each<[string, string, string, (state: ApiState) => void]>([
    [
      'a tenant',
      'tenants',
      'gamma',
      (state) => (state.tenants = edited(state.tenants, 'gamma', { name: 'Γ' })),
    ],
    [
      'a list',
      'lists',
      'L1',
      (state) => (state.lists = edited(state.lists, 'L1', { data: ['a', 'b'] })),
    ],
    [
      'the tenants of an application',
      'inbound-apps',
      'TPA01',
      (state) =>
        (state.inboundApps = edited(state.inboundApps, 'TPA01', { allowedTenants: ['acme'] })),
    ],
    [
      'the order of groups',
      'tenant-sso',
      'acme',
      ({ sso }) =>
        sso.set('acme', [saml('idp.acme.example', { groupsPriority: ['admins', 'staff', 'it'] })]),
    ],
  ])('one change, of %s, is that change', async (_, section, id, change) => {
    for (const [by, kind] of LIVE) {
      const { diff, shrink } = await compareWithFresh(by, kind, change);
      const changed = diff.changes.filter((one) => one.section !== 'snapshot');
      expect(changed.map((one) => [one.section, one.id, one.kind])).toEqual([
        [section, id, 'changed'],
      ]);
      expect(shrink).toEqual([]);
    }
  });

  test('SSO that was switched off then, and not asked for, is no change but is saved', async () => {
    const { fresh, diff } = await compareWithFresh('first', 'free');
    expect([...(fresh.get('tenant-sso')?.keys() ?? [])]).toEqual(['acme', 'beta', 'delta']);
    expect(diff.changes).toEqual([]);
    const added = await compareWithFresh('first', 'free', (state) => {
      state.tenants.push(tenant({ id: 'new', authType: 'saml' }));
      state.sso.set('new', [saml('idp.new.example')]);
    });
    expect(added.diff.changes.map(({ section, id, kind }) => [section, id, kind])).toEqual([
      ['tenant-settings', 'new', 'added'],
      ['tenant-sso', 'new', 'added'],
      ['tenants', 'new', 'added'],
    ]);
  });

  test('SSO that was switched off then and is on by now is a change', async () => {
    const { diff } = await compareWithFresh('first', 'free', (state) => {
      state.tenants = edited(state.tenants, 'delta', { authType: 'saml' });
    });
    expect(diff.changes.map(({ section, id, kind }) => [section, id, kind])).toEqual([
      ['tenant-settings', 'delta', 'changed'],
      ['tenant-sso', 'delta', 'added'],
      ['tenants', 'delta', 'changed'],
    ]);
  });

  test.each(LIVE)('(%s, %s) is what a run of the bundle compares with', async (by, kind) => {
    const workspace = await makeFolder();
    await cp(join(CORPUS, by, kind), join(workspace, 'backups'), { recursive: true });
    const api = await startServer(kind, corpusProject());
    const run = await runLive(api, {
      workspace,
      inputs: { environment: CORPUS_ENVIRONMENT, 'upload-artifact': 'false', prune: 'false' },
      env: { GITHUB_ACTIONS: undefined },
    });
    expect(run.outputs).toMatchObject({ status: 'complete', changed: 'false', risk: 'none' });
    expect(run.status).toBe(0);
  });
});
