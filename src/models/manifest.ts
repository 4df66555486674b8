/** `manifest.json`: what a backup is, where it came from, and what it does not hold. */
import { z } from 'zod';

export const FORMAT_VERSION = 1;

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');

/** One section of a project: how much of it was saved, or why it was not. */
export const SectionCoverage = z
  .looseObject({
    section: z.string(),
    status: z.enum(['saved', 'not-licensed', 'failed', 'not-covered']),
    count,
    note: z.string(),
  })
  .readonly();
export type SectionCoverage = z.infer<typeof SectionCoverage>;

/** A value that was left out because it is a secret. */
export const WithheldSecret = z
  .looseObject({
    section: z.string(),
    status: z.literal('withheld'),
    place: z
      .string()
      .describe(
        'JSON Pointer (RFC 6901) into project.json, or after the name of another file and "#".',
      ),
    on_import: z
      .literal('cleared')
      .optional()
      .describe(
        'Of a snapshot: an import writes what the file has over what is there, which is blank, or lacks the secret.',
      ),
  })
  .readonly();
export type WithheldSecret = z.infer<typeof WithheldSecret>;

/** The workflow run that took the backup, as the runner names it. */
export const WorkflowRun = z
  .looseObject({
    repository: z.string(),
    ref: z.string(),
    sha: z.string(),
    workflow: z.string(),
    run_id: z.string(),
    run_attempt: z.string(),
  })
  .readonly();
export type WorkflowRun = z.infer<typeof WorkflowRun>;

/** Where the state came from. */
export const BackupSource = z
  .looseObject({
    type: z.enum(['config-file', 'management-api']),
    path: z
      .string()
      .optional()
      .describe(
        'Of the file, relative to the workspace where it lies inside; or address of the API.',
      ),
    sha256: sha256.optional().describe("SHA-256 of the file's bytes."),
  })
  .readonly();
export type BackupSource = z.infer<typeof BackupSource>;

/**
 * The backup that another one was compared with, and the SHA-256 of its manifest.json: a link of
 * the chain.
 */
export const PreviousBackup = z
  .looseObject({ backup_id: z.string(), manifest_sha256: sha256 })
  .readonly();
export type PreviousBackup = z.infer<typeof PreviousBackup>;

/**
 * How a backup stands to the ones before it. A backup that holds no such mark was made by release
 * 1.0.0.
 *
 * - `compared`: with `previous`, and nothing was gone beyond the limit
 * - `first`: of an empty history
 * - `accepted`: by `allow-shrink`, whatever was gone, or with nothing to compare with
 * - `not-compared`: for the cause that is named; such a backup is never a base
 */
export const ComparisonMark = z
  .looseObject({
    outcome: z.enum(['compared', 'first', 'accepted', 'not-compared']),
    cause: z
      .enum(['off', 'look-up-failed', 'no-base', 'pending'])
      .optional()
      .describe(
        'Of one that was not compared: switched off, the look-up failed, nothing fit, or the run has not come to it.',
      ),
    reason: z.string().optional().describe('The cause in words.'),
    risk: z
      .enum(['none', 'low', 'high', 'unknown'])
      .optional()
      .describe('Of one that was compared: how much its changes matter for who can sign in.'),
    partial_accepted: z
      .boolean()
      .optional()
      .describe(
        'Of a partial backup: whether its sections count as those of a complete one do (fail-on-partial: false).',
      ),
    horizon: z
      .string()
      .optional()
      .describe(
        'Id of the oldest backup that a look back over several days may compare with: what was gone before was accepted.',
      ),
  })
  .readonly();
export type ComparisonMark = z.infer<typeof ComparisonMark>;

export const BackupManifest = z
  .looseObject({
    format_version: z.literal(FORMAT_VERSION),
    backup_id: z.string().describe("The folder's name: its time in UTC, such as 20261122_030000."),
    created_at: z.iso.datetime().describe("The folder's time, ISO 8601 in UTC."),
    project_id: z.string(),
    environment: z.string(),
    tool: z.looseObject({ name: z.string(), version: z.string() }).readonly(),
    source: BackupSource,
    status: z.enum(['complete', 'partial', 'suspect']),
    status_reasons: z
      .array(z.string())
      .readonly()
      .optional()
      .describe('Why the backup is suspect, a sentence each.'),
    previous: PreviousBackup.optional().describe(
      'The backup that this one was compared with: a link of the chain.',
    ),
    comparison: ComparisonMark.optional().describe(
      'How the backup stands to the ones before it. Absent in a backup of release 1.0.0.',
    ),
    purpose: z
      .string()
      .optional()
      .describe(
        'What the backup was taken for, where no schedule asked for it: after-restore is compared as any other of its line, and all else, such as before-restore, stands outside of every line.',
      ),
    plan_id: sha256
      .optional()
      .describe('Of a backup that a restore takes: the plan that was applied.'),
    consistency: z
      .enum(['consistent', 'torn'])
      .optional()
      .describe('Of a live project: torn when it moved while it was read.'),
    withheld_rules: z
      .int()
      .positive()
      .optional()
      .describe('By which rules secrets were withheld; absent: by those of release 1.0.0.'),
    content_sha256: sha256,
    /** By which rules of noise the hash was made; see {@link contentRules}. */
    content_rules: z.int().positive().optional(),
    counts: z.looseObject({ tenants: count, flows: count }).readonly(),
    coverage: z.array(z.union([SectionCoverage, WithheldSecret])).readonly(),
    run: WorkflowRun.optional(),
  })
  .readonly();
export type BackupManifest = z.infer<typeof BackupManifest>;

/**
 * The number of the rules of noise that a backup's content hash was made by. Release 1.0.0 did not
 * write it.
 */
export function contentRules({ content_rules }: Pick<BackupManifest, 'content_rules'>): number {
  return content_rules ?? 1;
}
