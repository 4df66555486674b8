/** The answers of the command line with `--json`, one schema a command. */
import { z } from 'zod';
import { DiffReport } from './changes.ts';
import { map } from './map.ts';

const count = z.int().nonnegative();
const sourceName = z.enum(['config-file', 'live']);
const bytes = count.describe('Of all files.');

/** How a backup turned out when it was read back. */
const Verdict = z
  .enum(['complete', 'partial', 'suspect', 'damaged', 'not-verifiable'])
  .describe(
    'The status of a backup that verifies; damaged, or a folder of the original Python tool, which nothing proves.',
  );
export type Verdict = z.infer<typeof Verdict>;

/** A backup as a list shows it. What only a good manifest tells is absent where there is none. */
export const ListedBackup = z
  .looseObject({
    project_id: z.string(),
    backup_id: z.string(),
    path: z.string().describe('Absolute; in a zip, from the top of it.'),
    taken_at: z.iso.datetime().describe("By the folder's name, ISO 8601 in UTC."),
    age_seconds: z.int().describe('Below zero for a backup that is dated in the future.'),
    verdict: Verdict,
    bytes,
    environment: z.string().optional(),
    source: sourceName.optional(),
    tenants: count.optional(),
    flows: count.optional(),
    content_sha256: z.string().optional(),
    comparison: z
      .string()
      .optional()
      .describe('How it stands to earlier backups; absent in a backup of release 1.0.0.'),
    purpose: z.string().optional(),
    problems: z.array(z.string()).readonly().describe('What is wrong with it, a sentence each.'),
  })
  .readonly();
export type ListedBackup = z.infer<typeof ListedBackup>;

/** The answer of `list`. */
export const ListAnswer = z
  .looseObject({
    place: z.string(),
    backups: z.array(ListedBackup).readonly().describe('By project, then newest first.'),
  })
  .readonly();
export type ListAnswer = z.infer<typeof ListAnswer>;

/** An object of a section as a list shows it. */
export const ListedObject = z
  .looseObject({ id: z.string(), name: z.string().optional(), bytes: count })
  .readonly();
export type ListedObject = z.infer<typeof ListedObject>;

/**
 * The answer of `show`: of a backup its manifest, of a section its objects, of an object all of it.
 */
export const ShowAnswer = z
  .looseObject({
    backup: ListedBackup,
    manifest: map.optional().describe('manifest.json as it is.'),
    section: z.string().optional(),
    objects: z.array(ListedObject).readonly().optional(),
    id: z.string().optional(),
    object: z
      .unknown()
      .optional()
      .describe('As it was saved; of a file that is no JSON, its sha256.'),
  })
  .readonly();
export type ShowAnswer = z.infer<typeof ShowAnswer>;

/** One side of a comparison. */
export const ComparedSide = z
  .looseObject({
    project_id: z.string(),
    environment: z.string().optional().describe('Absent for the live project.'),
    source: sourceName,
    backup_id: z.string().optional().describe('Absent for the live project.'),
    taken_at: z.iso.datetime(),
  })
  .readonly();
export type ComparedSide = z.infer<typeof ComparedSide>;

/** The answer of `diff`. */
export const DiffAnswer = z
  .looseObject({
    before: ComparedSide,
    after: ComparedSide,
    losses: z
      .array(z.string())
      .readonly()
      .describe('Sections that lost so much that a mistake is likely, a sentence each.'),
    report: DiffReport,
  })
  .readonly();
export type DiffAnswer = z.infer<typeof DiffAnswer>;

/** A line: the backups of one project, environment and source. */
export const LineAnswer = z
  .looseObject({
    project_id: z.string(),
    line: z.string(),
    count: count.describe('Backups that verify.'),
    newest_backup_id: z.string().optional(),
    newest_age_hours: z.number().optional(),
    verdict: z.enum(['good', 'old', 'none', 'retired']),
  })
  .readonly();
export type LineAnswer = z.infer<typeof LineAnswer>;

/** The answer of `verify`. */
export const VerifyAnswer = z
  .looseObject({
    place: z.string(),
    verified: z.boolean().describe('Whether nothing failed.'),
    backups: z.array(ListedBackup).readonly(),
    lines: z.array(LineAnswer).readonly(),
    failures: z.array(z.string()).readonly().describe('Why it is not verified, a sentence each.'),
    gaps: z
      .array(z.string())
      .readonly()
      .describe('Where backups are gone between two others, a sentence each.'),
  })
  .readonly();
export type VerifyAnswer = z.infer<typeof VerifyAnswer>;

/** The answer of `backup`. */
export const BackupAnswer = z
  .looseObject({
    backup_id: z.string(),
    path: z.string().describe('Absolute path of the folder.'),
    status: z.enum(['complete', 'partial', 'suspect']),
    manifest_sha256: z.string(),
    content_sha256: z.string(),
    tenants: count,
    flows: count,
    comparison: z.enum(['compared', 'first', 'not-compared', 'off']),
    compared_with: z.string().optional().describe('Id of the earlier backup.'),
    report: DiffReport.optional().describe('What changed since that one.'),
    reason: z.string().optional().describe('Why nothing was compared.'),
    removed: z.array(z.string()).readonly().describe('Ids of backups that retention removed.'),
    failures: z
      .array(z.string())
      .readonly()
      .describe('What went wrong after the backup was proven, a sentence each.'),
  })
  .readonly();
export type BackupAnswer = z.infer<typeof BackupAnswer>;

/** Something of a backup that is in no config file. */
export const LeftOut = z
  .looseObject({
    section: z.string(),
    id: z.string().optional().describe('The object, where others of the section are in the file.'),
    count,
    reason: z.string(),
  })
  .readonly();
export type LeftOut = z.infer<typeof LeftOut>;

/** The answer of `export`. */
export const ExportAnswer = z
  .looseObject({
    backup: ListedBackup,
    config_file: z.string().optional().describe('The text, where it was not written to a file.'),
    path: z.string().optional().describe('Absolute path of the file that was written.'),
    tenants: count,
    flows: count,
    proven: z
      .boolean()
      .describe(
        'Whether the text, read again, is what was exported: of a backup of a config file, its content hash.',
      ),
    left_out: z.array(LeftOut).readonly(),
  })
  .readonly();
export type ExportAnswer = z.infer<typeof ExportAnswer>;
