/** The runner cancels the job: SIGINT, then SIGTERM. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import {
  both,
  copyBackupRoot,
  datedFolders,
  EARLIER_IDS,
  faulty,
  frozenAt,
  hashTree,
  leftovers,
  makeBackupRoot,
  NOW,
  readOperations,
  rootIn,
  verifies,
  watchRun,
  type BackupRoot,
} from '../fixtures/backup-root.ts';
import { describeWhere } from '../fixtures/describe-where.ts';
import {
  backupOf,
  makeWorkspace,
  startBundle,
  until,
  type BundleResult,
  type RunningBundle,
} from '../fixtures/run-bundle.ts';
import { useArtifactService } from '../fixtures/use-servers.ts';

/**
 * How long a cancelled run may take to end: the runner kills it ten seconds after SIGINT. The goal
 * is 2 s.
 */
const PATIENCE_MS = 10_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Sends the signals, one right after another, and waits for the end. */
async function cancel(
  run: RunningBundle,
  ...signals: NodeJS.Signals[]
): Promise<BundleResult & { milliseconds: number }> {
  const start = performance.now();
  for (const signal of signals) run.child.kill(signal);
  const result = await run.result;
  return { ...result, milliseconds: performance.now() - start };
}

const onUnix = describeWhere(
  process.platform !== 'win32',
  'Windows has no signals that a process could answer to',
);

const said = (signal: string) => `::error::descope-backup: cancelled by ${signal}`;

onUnix('a run that is cancelled while it writes', () => {
  let template: BackupRoot;

  beforeAll(async () => {
    template = await makeBackupRoot();
    const tenants = Array.from({ length: 30_000 }, (_, n) => ({
      id: `tenant-${n}`,
      name: `Tenant ${n}`,
      domains: [`tenant-${n}.example.com`],
      custom_attributes: { plan: 'enterprise', seats: n, notes: 'x'.repeat(200) },
    }));
    const config = JSON.stringify({ version: '1.0', tenants });
    await writeFile(join(template.workspace, 'descope.yaml'), config);
  });

  test.each<[string, NodeJS.Signals[]]>([
    ['SIGINT', ['SIGINT']],
    ['SIGTERM', ['SIGTERM']],
    ['SIGINT, then SIGTERM at once', ['SIGINT', 'SIGTERM']],
  ])('%s: fails, leaves no temporary folder and no torn backup', async (_name, signals) => {
    const { workspace, root, project } = await copyBackupRoot(template);
    const before = await hashTree(root);
    const run = await startBundle({ workspace, ...frozenAt(NOW) });
    await until(async () => (await leftovers(project)).length > 0, run);
    const { status, errors, stderr, outputs, milliseconds } = await cancel(run, ...signals);

    expect({ status, stderr, outputs }).toEqual({ status: 1, stderr: '', outputs: {} });
    // The system may deliver them in either order; the first one tells.
    expect(errors).toHaveLength(1);
    expect(signals.map(said)).toContain(errors[0]);
    expect(milliseconds).toBeLessThan(PATIENCE_MS);
    expect(await datedFolders(project)).toEqual(EARLIER_IDS);
    expect(await hashTree(root)).toEqual(before);
  });
});

onUnix('a run that is cancelled while the disk hangs', () => {
  test.each(SIGNALS)('%s: says so at once, and ends all the same', async (signal) => {
    const made = await makeBackupRoot();
    const { workspace, root, project } = made;
    const isStuck = ({ name, path }: { name: string; path: string }) =>
      name === 'file.sync' && path.endsWith('/project.json');
    const at = (await watchRun(made)).find(isStuck)?.number;
    const log = join(workspace, 'operations.log');
    await writeFile(log, '');
    const run = await startBundle({
      workspace,
      ...both(frozenAt(NOW), faulty(root, { FAULT: 'hang', FAULT_AT: String(at), FAULT_LOG: log })),
    });
    await until(async () => (await readOperations(log, root)).some(isStuck), run);
    const ended = cancel(run, signal);
    await until(() => run.printed.stdout.includes(`${said(signal)}\n`), run);
    const { signal: endedBy, errors, milliseconds } = await ended;

    expect(endedBy).toBe(signal);
    expect(errors).toEqual([said(signal)]);
    expect(milliseconds).toBeLessThan(PATIENCE_MS);
    // Nothing can be removed from a disk that hangs: a later run does that.
    expect(await datedFolders(project)).toEqual(EARLIER_IDS);
    expect(await leftovers(project)).toHaveLength(1);
  });
});

onUnix('a run that is cancelled while its upload stalls', () => {
  const service = useArtifactService();

  test.each(SIGNALS)('%s: fails, and the backup is there', async (signal) => {
    service.faults = { stallBlob: {} };
    const { workspace, project } = rootIn(await makeWorkspace());
    const run = await startBundle({ workspace, env: service.env });
    await until(() => service.blobRequests.length > 0, run);
    const ended = cancel(run, signal);
    await until(() => run.printed.stdout.includes(`${said(signal)}\n`), run);
    const { status, signal: endedBy, errors, outputs, milliseconds } = await ended;

    expect(status ?? endedBy).not.toBe(0);
    expect(milliseconds).toBeLessThan(PATIENCE_MS);
    // What was saved is not to be denied.
    expect(errors).toEqual([said(signal)]);
    const { id, path } = backupOf({ outputs });
    expect(await readdir(project)).toEqual([id]);
    expect(path).toBe(join(project, id));
    expect(await verifies(path)).toBe(true);
    expect(outputs).not.toHaveProperty('artifact-id');
    expect(service.artifacts).toEqual([]);
  });
});
