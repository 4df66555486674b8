/** What a run tells the world: its outputs and the page of its summary. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RetainedBackup } from '../copies/upload-list.ts';
import { setOutputs } from '../github/outputs.ts';
import type { Environment } from '../github/run-context.ts';
import {
  renderSummary,
  type ArtifactReport,
  type ChangesSummary,
  type RetentionReport,
  type WindowRow,
} from '../github/summary.ts';
import { writeSummary } from '../github/summary-file.ts';
import type { BackupManifest, SectionCoverage } from '../models/manifest.ts';
import type { Reporter } from '../reporter/reporter.ts';
import type { BackupResult, CaptureFacts, Stored } from '../runs/backup.ts';
import type { Comparison } from '../runs/compare-with-history.ts';
import type { NewBackup } from '../runs/new-backup.ts';
import { attempt, type Outcome } from '../runs/outcome.ts';
import type { Pruned } from '../runs/prune.ts';
import { commitMessage } from '../services/index.ts';
import { listFiles } from '../storage/list-files.ts';
import { writeChanges } from './changes-file.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Where the results are told. */
interface ReportContext {
  readonly environment: Environment;
  readonly reporter: Reporter;
  /** Whether names of tenants may be shown. */
  readonly mayName: boolean;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** What the page says beside what the run did. */
interface PageOptions extends ReportContext {
  readonly retentionDays: number;
  readonly isDryRun: boolean;
  readonly window: readonly WindowRow[];
}

/** Sets what is known as soon as the backup is proven. */
export function setBackupOutputs({ path, manifest }: NewBackup, { live }: CaptureFacts): void {
  const withStatus = (status: SectionCoverage['status']) => [
    ...new Set(
      manifest.coverage.flatMap((entry) => (entry.status === status ? [entry.section] : [])),
    ),
  ];
  setOutputs({
    'backup-id': manifest.backup_id,
    'backup-path': path,
    'content-hash': manifest.content_sha256,
    'tenant-count': manifest.counts.tenants,
    'flow-count': manifest.counts.flows,
    'sections-saved': withStatus('saved').join(','),
    'sections-failed': withStatus('failed').join(','),
    ...(live && { 'request-count': live.requestCount }),
    ...(live?.keyExpiresInDays !== undefined && { 'key-expires-in-days': live.keyExpiresInDays }),
  });
}

/**
 * Sets the outputs that wait for the comparison: of the amended manifest, and of what changed.
 * Writes the changes to a file for later steps.
 */
export async function setOutputsAndWriteChanges(
  { manifest, verification }: NewBackup,
  comparison: Comparison,
  { environment, reporter, mayName }: Omit<ReportContext, 'clock'>,
): Promise<void> {
  const report = comparison.outcome === 'compared' ? comparison.report : undefined;
  const message = commitMessage(report, {
    environment: manifest.environment,
    backupId: manifest.backup_id,
    mayName,
  });
  setOutputs({
    status: manifest.status,
    'manifest-sha256': verification.manifestSha256,
    changed: report?.changed ?? 'unknown',
    risk: report?.risk ?? 'unknown',
    'commit-message': message,
    ...(report && { 'change-count': report.change_count }),
  });
  if (report === undefined) return;
  const written = await attempt(() => writeChanges(report, manifest.backup_id, environment));
  if ('value' in written) setOutputs({ 'diff-path': written.value });
  else {
    reporter.warning(`the changes were not written to a file: ${written.failure.message}`);
  }
}

function artifactReport(
  upload: Stored,
  { environment, clock }: Pick<ReportContext, 'environment' | 'clock'>,
): ArtifactReport {
  if ('skipped' in upload) return { outcome: 'skipped', reason: upload.skipped ?? '' };
  if ('failure' in upload) return { outcome: 'failed', reason: upload.failure.message };
  const { name, id, size, retentionDays } = upload.value;
  const expires = new Date(clock() + retentionDays * DAY_MS).toISOString().slice(0, 10);
  const runId = environment['GITHUB_RUN_ID'] ?? '';
  return { outcome: 'uploaded', name, id, size, retentionDays, expires, runId };
}

function retentionReport(
  { retentionDays, isDryRun }: PageOptions,
  pruned: Outcome<Pruned>,
): RetentionReport {
  if ('failure' in pruned) return { skipped: `Nothing was removed: ${pruned.failure.message}` };
  const { result, skipped = '' } = pruned.value;
  if (result === undefined) return { skipped: `${skipped}.` };
  return { ...result, retentionDays, dryRun: isDryRun };
}

function changesSummary(comparison: Comparison): ChangesSummary {
  if (comparison.outcome !== 'compared') return { unknown: `${comparison.reason}.` };
  return {
    since: comparison.with.backup_id,
    before: comparison.with.coverage,
    report: comparison.report,
    shrink: comparison.shrink,
  };
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const { files } = await listFiles(path);
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(path, file))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return undefined;
  }
}

/**
 * The retained backups, newest first, each compared by its content hash with the one before it of
 * its kind.
 */
export async function windowRows(retained: readonly RetainedBackup[]): Promise<WindowRow[]> {
  const kind = ({ environment, source }: BackupManifest) => `${environment} ${source.type}`;
  return Promise.all(
    retained.map(async ({ id, path, verification }, index) => {
      const size = await sizeOf(path);
      if (!verification.verified) return { id, size, status: undefined, isChanged: undefined };
      const { manifest } = verification;
      const before = retained
        .slice(index + 1)
        .flatMap((older) => (older.verification.verified ? [older.verification.manifest] : []))
        .find((older) => kind(older) === kind(manifest));
      return {
        id,
        size,
        status: manifest.status,
        isChanged: before && before.content_sha256 !== manifest.content_sha256,
      };
    }),
  );
}

/** Writes the page of the step's summary; that it could not be written is a warning. */
export async function writeReport(result: BackupResult, options: PageOptions): Promise<void> {
  const { fresh, capture, comparison, pruned, stored, failures } = result;
  const { path, manifest, verification } = fresh;
  const markdown = renderSummary({
    projectId: manifest.project_id,
    environment: manifest.environment,
    origin: capture.origin,
    backupId: manifest.backup_id,
    backupPath: path,
    contentHash: manifest.content_sha256,
    manifestSha256: verification.manifestSha256,
    status: manifest.status,
    isTorn: manifest.consistency === 'torn',
    ...manifest.counts,
    coverage: manifest.coverage,
    changes: changesSummary(comparison),
    window: options.window,
    drift: capture.live?.drift,
    mayName: options.mayName,
    retention: retentionReport(options, pruned),
    artifact: artifactReport(stored, options),
    failures: failures.map(({ message }) => message),
  });
  const written = await attempt(() => writeSummary(markdown));
  if ('failure' in written) {
    options.reporter.warning(`the job summary was not written: ${written.failure.message}`);
  }
}
