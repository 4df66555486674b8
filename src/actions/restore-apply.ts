/**
 * GitHub's telling of an apply: where its backups go, its outputs as soon as they are known, and
 * what its page is made of.
 */
import type { ArtifactNaming } from '../copies/artifact-names.ts';
import { outlasting } from '../github/cancellation.ts';
import { setOutputs } from '../github/outputs.ts';
import { maskSecret } from '../github/own-secrets.ts';
import type { RestoreInputs } from '../project/inputs/restore.ts';
import { renderReport } from '../github/restore-summary.ts';
import type { RestoreReport } from '../models/restore-report.ts';
import { attempt, type Outcome } from '../runs/outcome.ts';
import { applyPlan } from '../runs/restore/apply.ts';
import type { ApplyListener, ApplyWorld } from '../runs/restore/apply-world.ts';
import type { PreparedPlan, RestoreOptions, RestoreWorld } from '../runs/restore/prepared-plan.ts';
import { artifactStore, type PublishContext } from './publish.ts';
import { uploadReport, uploadSafetyBackup } from './restore-upload.ts';

/** The artifact of the backup that an apply ends with. */
const BACKUP_UPLOAD = {
  'retention-days': 30,
  'artifact-retention-days': undefined,
  'compression-level': 6,
} as const;

/** So long after a cancel the report may still be uploaded: it says what was written. */
const REPORT_GRACE_MS = 8000;

/** What became of an apply. */
export interface AppliedPlan {
  readonly outcome: Outcome<RestoreReport>;
  /** Whether anything may have been written. */
  readonly isBegun: boolean;
  /** The report and why the run is red; undefined where there is none. */
  readonly told:
    { readonly report: RestoreReport; readonly failures: readonly string[] } | undefined;
  /** Whether the report was uploaded, or tried to be. */
  readonly isStored: boolean;
}

function namingOf(inputs: RestoreInputs, { plan }: PreparedPlan): ArtifactNaming {
  const projectId = inputs['project-id'];
  // A name that was given is that of the backup's own project.
  const isOwn = inputs['from-project-id'] === projectId;
  return {
    projectId,
    environment: plan.backup.environment,
    source: 'live',
    artifactName: isOwn ? inputs['artifact-name'] : undefined,
  };
}

/** Sets the outputs as soon as they are known. */
const OUTPUTS: ApplyListener = {
  onSafetyBackup: ({ backup: { manifest, path } }) => {
    setOutputs({ 'safety-backup-id': manifest.backup_id, 'safety-backup-path': path });
  },
  onJournal: (path) => {
    setOutputs({ 'journal-path': path });
  },
  onReport: ({ counts, proof }, path) => {
    setOutputs({
      'report-path': path,
      'done-count': counts.done,
      'failed-count': counts.failed,
      proof,
    });
  },
};

/** Applies a plan. What fails is in the result. */
export async function applyOnGitHub(
  prepared: PreparedPlan,
  inputs: RestoreInputs,
  options: RestoreOptions,
  world: RestoreWorld & Pick<ApplyWorld, 'compareBackups'>,
  context: PublishContext,
): Promise<AppliedPlan> {
  let [isBegun, isStored] = [false, false];
  let told: AppliedPlan['told'];
  const outcome = await attempt(() =>
    applyPlan(prepared, options, {
      ...world,
      store: artifactStore(namingOf(inputs, prepared), { ...BACKUP_UPLOAD, ...inputs }, context),
      storeSafety: (safety) => uploadSafetyBackup(inputs, safety, context),
      storeReport: (folder) => {
        isStored = true;
        const signal = outlasting(context.signal, REPORT_GRACE_MS);
        return uploadReport(inputs, folder, { ...context, signal });
      },
      renderReport: (report, failures) =>
        renderReport(report, { failures, mayName: world.reporter.mayName }),
      onSecret: maskSecret,
      applyListener: {
        ...OUTPUTS,
        onJournal: (path) => {
          isBegun = true;
          OUTPUTS.onJournal?.(path);
        },
        onReport: (report, path, failures) => {
          told = { report, failures };
          return OUTPUTS.onReport?.(report, path, failures);
        },
      },
    }),
  );
  return { outcome, isBegun, told, isStored };
}
