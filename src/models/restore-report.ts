/**
 * `report.json` of a restore: what became of each object of the plan, and whether the result is
 * proven.
 */
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const count = z.int().nonnegative();

export const ObjectResult = z
  .looseObject({
    section: z.string(),
    id: z.string(),
    action: z.enum(['create', 'update', 'delete']),
    outcome: z.enum(['done', 'failed', 'unknown', 'blocked', 'not-reached']),
    reason: z.string().optional(),
    new_id: z.string().optional(),
    before_sha256: sha256.optional(),
    target_sha256: sha256.optional(),
    after_sha256: sha256.optional(),
  })
  .readonly();
export type ObjectResult = z.infer<typeof ObjectResult>;

export const RestoreReport = z
  .looseObject({
    format_version: z.literal(1),
    restore_id: z.string(),
    plan_id: sha256,
    project_id: z.string(),
    started_at: z.iso.datetime(),
    ended_at: z.iso.datetime(),
    safety_backup_id: z.string().optional().describe('Absent where there was nothing to write.'),
    after_backup_id: z.string().optional(),
    counts: z
      .looseObject({
        done: count,
        failed: count.describe('failed, unknown, and blocked by them.'),
        not_reached: count,
      })
      .readonly(),
    proof: z.enum(['equal', 'differs', 'not-run']),
    differences: z
      .array(z.string())
      .readonly()
      .describe('What is other than the plan announced, a sentence each.'),
    stopped: z
      .string()
      .optional()
      .describe('Why it ended before the last object: a refused key, a cancel, the deadline.'),
    objects: z.array(ObjectResult).readonly(),
  })
  .readonly();
export type RestoreReport = z.infer<typeof RestoreReport>;
