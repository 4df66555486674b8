/**
 * `journal.jsonl` of a restore: a line before and a line after each write, neither with a body nor
 * with a secret.
 */
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const objects = z
  .array(
    z
      .looseObject({
        section: z.string(),
        id: z.string(),
        before_sha256: sha256.optional().describe('Where there are several: of each its own.'),
        after_sha256: sha256.optional().describe('Where there are several: of each its own.'),
      })
      .readonly(),
  )
  .readonly()
  .describe('What the write is about: one object, or the files of one import.');
const write = {
  seq: z.int().positive().describe('Number of the write in this restore.'),
  at: z.iso.datetime(),
  objects,
  action: z.enum(['create', 'update', 'delete']),
  call: z.string().describe('Name of the write endpoint.'),
};

export const JournalStart = z
  .looseObject({
    event: z.literal('start'),
    at: z.iso.datetime(),
    restore_id: z.string(),
    plan_id: sha256,
    project_id: z.string(),
    safety_backup_id: z.string(),
  })
  .readonly();
export type JournalStart = z.infer<typeof JournalStart>;

export const JournalBegin = z
  .looseObject({
    event: z.literal('begin'),
    ...write,
    before_sha256: sha256
      .optional()
      .describe('Hash of the object as it was read right before; absent where none was there.'),
    body_sha256: sha256.optional().describe('Without the secrets in it.'),
  })
  .readonly();
export type JournalBegin = z.infer<typeof JournalBegin>;

/**
 * - `done`: it reads as planned
 * - `failed`: the service refused it, or it was not sent
 * - `unknown`: nobody can tell whether it was done
 */
export const WriteOutcome = z.enum(['done', 'failed', 'unknown']);
export type WriteOutcome = z.infer<typeof WriteOutcome>;

export const JournalEnd = z
  .looseObject({
    event: z.literal('end'),
    ...write,
    outcome: WriteOutcome,
    reason: z.string().optional(),
    http_status: z.int().optional(),
    new_id: z.string().optional().describe('Of an object that was created: its id.'),
    after_sha256: sha256
      .optional()
      .describe('Hash of the object as it was read back; absent where none was there.'),
  })
  .readonly();
export type JournalEnd = z.infer<typeof JournalEnd>;

export const JournalLine = z.discriminatedUnion('event', [JournalStart, JournalBegin, JournalEnd]);
export type JournalLine = z.infer<typeof JournalLine>;
