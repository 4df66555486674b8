/** The service that writes, proves, lists and prunes backups below one root. */
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BackupMetadata } from '../../models/backup.ts';
import type { DescopeConfig } from '../../models/config.ts';
import type { BackupManifest } from '../../models/manifest.ts';
import {
  exists,
  isBeingReplaced,
  publishDirectory,
  withStagingDirectory,
} from '../../storage/atomic-directory.ts';
import { CHECKSUMS_FILE, formatChecksums } from '../../storage/checksums.ts';
import { syncDirectory, writeDurably, writeText } from '../../storage/durable-files.ts';
import { explainIoError } from '../../storage/io-errors.ts';
import { formatJson } from '../../json/write.ts';
import { adoptBackup } from './adoption.ts';
import { amendBackup, type Amendment } from './amendment.ts';
import { compareNewestFirst, formatBackupId, formatTimestamp, wholeSecond } from './backup-id.ts';
import { lineName, type LineFacts } from '../lines/lines.ts';
import { PROJECT_FILE } from './project-file/layout.ts';
import { formatProject } from './project-file/write.ts';
import { hashContent } from './content-hash.ts';
import { CONTENT_RULES } from '../../project/noise.ts';
import { makeManifest, type CreateBackupDetails } from './new-manifest.ts';
import { writeResourcesAndSnapshot } from './resources-and-snapshot.ts';
import { contentOfConfig, type ProjectContent } from './project-content.ts';
import { findProjectFolder, listProjectFolder, type BackupFolder } from './project-folder.ts';
import { pruneBackups, type CleanupResult, type InspectedBackup } from '../retention/pruning.ts';
import { verifySettled } from './settled-verification.ts';
import { TOOL } from './tool.ts';
import { MANIFEST_FILE, verifyBackup, type Verification } from './verification.ts';
import { requireReadableSize } from './written-size.ts';

export interface BackupServiceOptions {
  /** Folder that holds one folder a project. Default: `~/.descope-mgmt/backups`. */
  readonly backupRoot?: string;
  /** Whole days. Default: 30. */
  readonly retentionDays?: number;
  /** So many newest verified backups survive any policy. Default: 1. */
  readonly minimumBackups?: number;
  /** Milliseconds since the epoch. Default: the system's clock. */
  readonly clock?: () => number;
}

/** What is in the staging folder: all but the files that hold the backup's name. */
interface WrittenContent {
  readonly manifest: Omit<BackupManifest, 'backup_id'>;
  readonly sums: ReadonlyMap<string, string>;
}

async function writeContent(
  staging: string,
  content: ProjectContent,
  metadata: BackupMetadata,
  details: CreateBackupDetails,
): Promise<WrittenContent> {
  const { type } = details.source ?? { type: 'config-file' };
  const project = await writeText(
    join(staging, PROJECT_FILE),
    formatProject(content, metadata, details),
  );
  // Computed while the disk takes the file.
  const contentHash = hashContent(content, { type, contentRules: CONTENT_RULES });
  await project.durable;
  await requireReadableSize(staging, PROJECT_FILE);
  const others = await writeResourcesAndSnapshot(staging, content);
  return {
    sums: new Map([...others, [PROJECT_FILE, project.sha256]]),
    manifest: makeManifest(content, metadata, details, contentHash),
  };
}

/** Gives the staging folder the first free name of its second, which its manifest then holds. */
async function publish(
  staging: string,
  folder: string,
  time: number,
  { manifest, sums }: WrittenContent,
  signal: AbortSignal | undefined,
): Promise<string> {
  for (let sequence = 1; ; sequence++) {
    const id = formatBackupId({ time, sequence });
    const target = join(folder, id);
    if ((await exists(target)) || (await isBeingReplaced(folder, id))) continue;
    const manifestSum = await writeDurably(join(staging, MANIFEST_FILE), [
      formatJson({ ...manifest, backup_id: id }),
      '\n',
    ]);
    await writeDurably(join(staging, CHECKSUMS_FILE), [
      formatChecksums(new Map([...sums, [MANIFEST_FILE, manifestSum]])),
    ]);
    for (const record of [MANIFEST_FILE, CHECKSUMS_FILE])
      await requireReadableSize(staging, record);
    signal?.throwIfAborted();
    if (await publishDirectory(staging, target)) return target;
  }
}

/**
 * Takes, lists, proves and prunes the backups of Descope projects under one root folder:
 * `<backup root>/<project id>/<YYYYMMDD_HHMMSS in UTC>/`.
 */
export class BackupService {
  readonly backupRoot: string;
  readonly retentionDays: number;
  readonly minimumBackups: number;
  readonly #clock: () => number;

  constructor(options: BackupServiceOptions = {}) {
    this.backupRoot = resolve(options.backupRoot ?? join(homedir(), '.descope-mgmt', 'backups'));
    this.retentionDays = options.retentionDays ?? 30;
    this.minimumBackups = options.minimumBackups ?? 1;
    this.#clock = options.clock ?? Date.now;
  }

  /**
   * Writes a new backup of a config file: see {@link saveProject}.
   *
   * @returns the path of the dated folder
   */
  async createBackup(
    projectId: string,
    environment: string,
    config: DescopeConfig,
    details: CreateBackupDetails = {},
  ): Promise<string> {
    return this.saveProject(projectId, environment, contentOfConfig(config), details);
  }

  /**
   * Writes a new backup. It is whole and on the disk when its dated folder appears; a second one in
   * the same second gets the suffix `_2`, and so on.
   *
   * @returns the path of the dated folder
   * @throws Error when it could not be written; then nothing of it is left, and older backups are
   * untouched. One failure comes too late for that: when the disk refuses to flush the new name,
   * the whole backup is there
   */
  async saveProject(
    projectId: string,
    environment: string,
    content: ProjectContent,
    details: CreateBackupDetails = {},
  ): Promise<string> {
    try {
      details.signal?.throwIfAborted();
      await mkdir(this.backupRoot, { recursive: true });
      const folder = await findProjectFolder(this.backupRoot, projectId);
      await mkdir(folder, { recursive: true });
      await syncDirectory(this.backupRoot);
      const time = wholeSecond(this.#clock());
      const metadata: BackupMetadata = {
        timestamp: formatTimestamp(time),
        project_id: projectId,
        environment,
        tool_version: TOOL.version,
      };
      const label = formatBackupId({ time, sequence: 1 });
      return await withStagingDirectory(folder, label, async (staging) => {
        const written = await writeContent(staging, content, metadata, details);
        return publish(staging, folder, time, written, details.signal);
      });
    } catch (error) {
      throw explainIoError(
        error,
        `could not write a backup under ${join(this.backupRoot, projectId)}`,
      );
    }
  }

  /**
   * The dated folders of a project, newest first; those of the original Python tool are among them.
   *
   * @returns an empty list for a project that was never backed up
   * @throws Error when the project's folder cannot be read
   */
  async listBackups(projectId: string): Promise<BackupFolder[]> {
    const folder = await findProjectFolder(this.backupRoot, projectId);
    const { backups } = await listProjectFolder(folder);
    return backups.sort(compareNewestFirst);
  }

  /**
   * Writes into a backup's manifest what the comparison with an earlier one found.
   *
   * @throws Error when it could not be written; then the backup is as it was
   */
  async amendBackup(path: string, manifest: BackupManifest, amendment: Amendment): Promise<void> {
    await amendBackup(path, manifest, amendment);
  }

  /**
   * Copies a verified backup from elsewhere into the project's folder. A damaged one of its name
   * makes way for it.
   *
   * @returns false when another backup of its name is there already, which stays as it is
   */
  async adoptBackup(projectId: string, path: string): Promise<boolean> {
    return adoptBackup(await findProjectFolder(this.backupRoot, projectId), path);
  }

  /** Reads a backup back from the disk and says whether it is good. */
  async verifyBackup(path: string): Promise<Verification> {
    return verifyBackup(path);
  }

  /**
   * Lists and verifies every backup of a project, newest first.
   *
   * @param known what is known of some paths already, so that they are not read a second time
   */
  async inspectBackups(
    projectId: string,
    known: ReadonlyMap<string, Verification> = new Map(),
  ): Promise<InspectedBackup[]> {
    const inspected: InspectedBackup[] = [];
    for (const backup of await this.listBackups(projectId)) {
      const verification = known.get(backup.path) ?? (await verifySettled(backup.path));
      // Another run may have pruned it meanwhile.
      if (verification.verified || (await exists(backup.path))) {
        inspected.push({ ...backup, verification });
      }
    }
    return inspected;
  }

  /**
   * Removes what the retention policy no longer keeps of one line, and what killed runs left behind
   * more than a day ago.
   *
   * @param line environment and source of the run: other lines of the project keep what they have
   * @param options.dryRun decide and report, but remove nothing
   * @param options.backups the project's backups, when they were inspected already
   */
  async cleanupOldBackups(
    projectId: string,
    line: LineFacts,
    options: { dryRun?: boolean; backups?: readonly InspectedBackup[]; signal?: AbortSignal } = {},
  ): Promise<CleanupResult> {
    const backups = options.backups ?? (await this.inspectBackups(projectId));
    return pruneBackups(await findProjectFolder(this.backupRoot, projectId), backups, {
      line: lineName(line),
      retentionDays: this.retentionDays,
      minimumBackups: this.minimumBackups,
      now: this.#clock(),
      dryRun: options.dryRun ?? false,
      signal: options.signal,
    });
  }
}
