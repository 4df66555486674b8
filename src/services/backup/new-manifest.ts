/** The manifest of a new backup, but for its name. */
import type { BackupMetadata } from '../../models/backup.ts';
import {
  FORMAT_VERSION,
  type BackupManifest,
  type BackupSource,
  type SectionCoverage,
  type WithheldSecret,
  type WorkflowRun,
} from '../../models/manifest.ts';
import { CONTENT_RULES } from '../../project/noise.ts';
import type { ProjectContent } from './project-content.ts';
import { TOOL } from './tool.ts';

/** What a backup records beside the configuration itself. */
export interface CreateBackupDetails {
  readonly source?: BackupSource;
  /** What was saved, and what was not and why. Default: tenants and flows. */
  readonly coverage?: readonly (SectionCoverage | WithheldSecret)[];
  /** Default: complete. */
  readonly status?: BackupManifest['status'];
  /** Why it is suspect. */
  readonly status_reasons?: BackupManifest['status_reasons'];
  /** How it stands to earlier backups, where that is known before it is written. */
  readonly comparison?: BackupManifest['comparison'];
  /** Whether a live project moved while it was read. */
  readonly consistency?: BackupManifest['consistency'];
  /** By which rules secrets were withheld. */
  readonly withheld_rules?: BackupManifest['withheld_rules'];
  /** What it is taken for, where no schedule asks for it. */
  readonly purpose?: BackupManifest['purpose'];
  /** The plan of the restore that takes it. */
  readonly plan_id?: BackupManifest['plan_id'];
  readonly run?: WorkflowRun | undefined;
  /** Called now and then while the file is written. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the work; nothing is left behind. */
  readonly signal?: AbortSignal;
}

export function makeManifest(
  content: Pick<ProjectContent, 'tenants' | 'flows'>,
  metadata: BackupMetadata,
  details: CreateBackupDetails,
  contentHash: string,
): Omit<BackupManifest, 'backup_id'> {
  const counts = { tenants: content.tenants.length, flows: content.flows.length };
  return {
    format_version: FORMAT_VERSION,
    created_at: metadata.timestamp,
    project_id: metadata.project_id,
    environment: metadata.environment,
    tool: TOOL,
    source: details.source ?? { type: 'config-file' },
    status: details.status ?? 'complete',
    ...(details.status_reasons && { status_reasons: details.status_reasons }),
    ...(details.comparison && { comparison: details.comparison }),
    ...(details.purpose !== undefined && { purpose: details.purpose }),
    ...(details.plan_id !== undefined && { plan_id: details.plan_id }),
    ...(details.consistency && { consistency: details.consistency }),
    ...(details.withheld_rules && { withheld_rules: details.withheld_rules }),
    content_sha256: contentHash,
    content_rules: CONTENT_RULES,
    counts,
    coverage: details.coverage ?? [
      { section: 'tenants', status: 'saved', count: counts.tenants, note: '' },
      { section: 'flows', status: 'saved', count: counts.flows, note: '' },
    ],
    ...(details.run && { run: details.run }),
  };
}
