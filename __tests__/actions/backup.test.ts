import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { runInProcess, UploadRecorder, type Told } from '../fixtures/in-process.ts';
import { makeWorkspace } from '../fixtures/run-bundle.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 22, 3);
const PROJECT = 'P2abc';

let workspace: string;
let recorder: UploadRecorder;

beforeEach(async () => {
  workspace = await makeWorkspace();
  recorder = new UploadRecorder();
});

/** Runs the action in this process, with an upload that is recorded or fails. */
async function runAction(
  inputs: Readonly<Record<string, string>> = {},
  {
    now = NOW,
    env = {},
    failure,
    signal = new AbortController().signal,
  }: {
    now?: number;
    env?: Readonly<Record<string, string>>;
    failure?: Error;
    signal?: AbortSignal;
  } = {},
): Promise<Told> {
  recorder.failure = failure;
  return runInProcess({
    workspace,
    inputs: { 'project-id': PROJECT, ...inputs },
    env: { GITHUB_RUN_ID: '4711', ACTIONS_RUNTIME_TOKEN: 'token', ...env },
    clock: () => now,
    signal,
    makeArtifactClient: recorder.makeArtifactClient,
  });
}

const folder = (...path: string[]) => join(workspace, 'backups', PROJECT, ...path);

describe('run', () => {
  test('backs up, proves, prunes, uploads and reports', async () => {
    await runAction({}, { now: NOW - 40 * DAY_MS });
    await runAction({}, { now: NOW - 10 * DAY_MS });
    const { error, lines, outputs, summary } = await runAction();
    expect(error).toBeUndefined();
    expect(outputs).toEqual({
      'backup-id': '20261122_030000',
      'backup-path': folder('20261122_030000'),
      'change-count': '0',
      changed: 'false',
      'commit-message': 'production: no change in backup 20261122_030000',
      'diff-path': join(workspace, 'descope-backup', '20261122_030000', 'changes.json'),
      'manifest-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      risk: 'none',
      'content-hash': expect.stringMatching(/^[0-9a-f]{64}$/),
      'tenant-count': '2',
      'flow-count': '1',
      'pruned-count': '1',
      status: 'complete',
      'sections-saved': 'tenants,flows',
      'sections-failed': '',
      'artifact-name': 'descope-backup-P2abc-production',
      'artifact-id': '7',
      'artifact-url': 'https://github.com//actions/runs/4711/artifacts/7',
      'artifact-digest': 'd',
    });
    expect(recorder.uploads.at(-1)).toEqual({
      name: 'descope-backup-P2abc-production',
      root: join(workspace, 'backups'),
      files: ['20261122_030000', '20261112_030000'].flatMap((id) =>
        ['SHA256SUMS', 'manifest.json', 'project.json'].map((file) => folder(id, file)),
      ),
      options: { retentionDays: 30, compressionLevel: 6 },
    });
    expect(lines).toContain(
      'Removed 20261013_030000: 40 days older than the newest verified backup, over 30',
    );
    expect(summary).toContain('kept for 30 days, until 2026-12-22');
  });

  test('says on a hosted runner that there was nothing to prune', async () => {
    const line = expect.stringContaining('Retention had nothing to act on');
    const hosted = { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted' };
    expect((await runAction({}, { env: hosted })).lines).toContainEqual(line);
    for (const env of [{ ...hosted, RUNNER_ENVIRONMENT: 'self-hosted' }, {}]) {
      await rm(folder(), { recursive: true });
      expect((await runAction({}, { env })).lines).not.toContainEqual(line);
    }
  });

  test('prunes nothing when it is told so, or only tried', async () => {
    await runAction({}, { now: NOW - 40 * DAY_MS });
    const off = await runAction({ prune: 'false' }, { now: NOW - 1000 });
    expect(off.summary).toContain('Pruning is off (prune: false).');
    const { lines, outputs } = await runAction({ prune: 'dry-run' });
    expect(lines).toContainEqual(
      expect.stringMatching(/^Kept 20261013_030000: dry run, else removed: 40 days older/),
    );
    expect(await readdir(folder())).toHaveLength(3);
    expect(outputs['pruned-count']).toBe('0');
  });

  test('skips the upload when it is off or there is no service', async () => {
    const off = await runAction({ 'upload-artifact': 'false' });
    expect(off.lines).toContain(
      'No artifact is uploaded: uploading is off (upload-artifact: false)',
    );
    expect(off.summary).toContain('not uploaded: uploading is off');
    const outside = await runAction({}, { env: { ACTIONS_RUNTIME_TOKEN: '' } });
    expect(outside.lines).toContain(
      'No artifact is uploaded: there is no artifact service outside GitHub Actions (ACTIONS_RUNTIME_TOKEN is not set)',
    );
    expect(outside.summary).toContain('not uploaded: there is no artifact service');
    expect(recorder.uploads).toEqual([]);
  });

  test('keeps the backup and its outputs when the upload fails, then fails', async () => {
    const { error, outputs, summary } = await runAction(
      {},
      { failure: new Error('quota has been hit') },
    );
    expect(error?.message).toContain('the storage for artifacts is used up');
    expect(outputs).toMatchObject({ 'backup-id': '20261122_030000', 'pruned-count': '0' });
    expect(await readdir(folder())).toEqual(['20261122_030000']);
    expect(summary).toContain('Backup taken, upload failed');
  });

  test('writes no summary when it is not wanted', async () => {
    const { summary } = await runAction({ 'job-summary': 'false' });
    expect(summary).toBe('');
  });

  test('begins anew where the only backup is damaged, and nothing is gone by its counts', async () => {
    await runAction({}, { now: NOW - DAY_MS });
    await writeFile(folder('20261121_030000', 'notes.txt'), 'mine');
    const { lines, error } = await runAction();
    expect(error).toBeUndefined();
    expect(lines.join('\n')).toContain('There is no history yet');
  });

  test('fails where more is gone than may be since the only backup, which is damaged, until that is accepted', async () => {
    await runAction({}, { now: NOW - DAY_MS });
    await writeFile(folder('20261121_030000', 'notes.txt'), 'mine');
    const config = join(workspace, 'descope.yaml');
    const whole = await readFile(config, 'utf8');
    await writeFile(config, "version: '1.0'\ntenants: []\nflows: []\n");
    expect((await runAction()).error?.message).toBe(
      'there is history, but no backup in it to compare with: 2 tenants in 20261121_030000, which is damaged, and 0 now, 1 flows in 20261121_030000, which is damaged, and 0 now. The new backup is kept. Look through it; if it is right, run once with allow-shrink: true, which makes the backup of that run the one that later ones are compared with',
    );
    await writeFile(config, whole);
    expect(
      (await runAction({ 'allow-shrink': 'true' }, { now: NOW + 1000 })).error,
    ).toBeUndefined();
    expect((await runAction({}, { now: NOW + 2000 })).error).toBeUndefined();
  });

  test('warns of a damaged backup, uploads its files and follows no link', async () => {
    await runAction({}, { now: NOW - 2 * DAY_MS });
    await runAction({}, { now: NOW - DAY_MS });
    await writeFile(folder('20261121_030000', 'notes.txt'), 'mine');
    await writeFile(folder('20261121_030000', 'a:b'), 'no name for an artifact');
    await symlink(join(workspace, 'descope.yaml'), folder('20261121_030000', 'link'));
    const { lines, error } = await runAction();
    expect(error).toBeUndefined();
    expect(lines).toContain(
      '::warning::20261121_030000 does not verify: link is a link or another special file. It is kept as it is',
    );
    expect(lines).toContain(
      '::warning::20261121_030000/link is left out of the artifact: it is a link or another special file',
    );
    expect(lines).toContain(
      '::warning::20261121_030000/a:b is left out of the artifact: it holds a character that file names must not have',
    );
    const files = recorder.uploads.at(-1)?.files ?? [];
    expect(files).toContain(folder('20261121_030000', 'notes.txt'));
    expect(files.some((file) => file.endsWith('link') || file.endsWith('a:b'))).toBe(false);
  });

  test('annotates what is wrong with the config file, and writes nothing', async () => {
    await writeFile(
      join(workspace, 'descope.yaml'),
      'version: "1.0"\ntenants:\n  - id: A\n    name: A\n',
    );
    const { lines, error } = await runAction();
    expect(error?.message).toBe(
      'descope.yaml:3:9: tenants[0].id "A" must be 3 to 50 characters out of a-z, 0-9 and "-"',
    );
    expect(lines).toContain(
      '::error file=descope.yaml,line=3,col=9::tenants[0].id "A" must be 3 to 50 characters out of a-z, 0-9 and "-"',
    );
    expect(await readdir(workspace)).not.toContain('backups');
  });

  test('stops when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort(new Error('cancelled by SIGTERM'));
    const { error } = await runAction({}, { signal: controller.signal });
    expect(error?.message).toBe('cancelled by SIGTERM');
    expect(recorder.uploads).toEqual([]);
  });

  test('refuses a project folder that is a link', async () => {
    await mkdir(join(workspace, 'backups', 'elsewhere'), { recursive: true });
    await symlink(join(workspace, 'backups', 'elsewhere'), folder());
    const { error } = await runAction();
    expect(error?.message).toContain('is a link or a file, not a folder');
    expect(await readdir(join(workspace, 'backups', 'elsewhere'))).toEqual([]);
  });
});
