/** `changes.json`: what changed since the backup that a new one was compared with. */
import { z } from 'zod';

const section = z
  .string()
  .describe('The part of the project, as coverage of manifest.json names it.');
const id = z.string().describe('What the object is called in its section.');
const pointer = z
  .string()
  .describe('JSON Pointer (RFC 6901) into the object; empty for all of it.');

/** A change that a human should look at. */
export const RiskFinding = z
  .looseObject({
    rule: z.string().describe('Name of the rule that found it.'),
    section,
    id,
    text: z.string().describe('What was found, in a sentence.'),
  })
  .readonly();
export type RiskFinding = z.infer<typeof RiskFinding>;

/** One place inside an object. */
export const ReportedEdit = z
  .looseObject({
    pointer,
    before: z.unknown().optional().describe('Absent: nothing was there.'),
    after: z.unknown().optional().describe('Absent: nothing is there.'),
  })
  .readonly()
  .describe('One place inside an object. Secrets are hidden, and long values are their beginning.');
export type ReportedEdit = z.infer<typeof ReportedEdit>;

/** One object that came, went or changed. */
export const ReportedChange = z
  .looseObject({
    section,
    id,
    kind: z.enum(['added', 'removed', 'changed']),
    edits: z
      .array(ReportedEdit)
      .readonly()
      .describe('Of an object that came or went, one edit with all of it.'),
  })
  .readonly();
export type ReportedChange = z.infer<typeof ReportedChange>;

/** An object in which only what is withheld is other than before. */
export const WithheldSince = z
  .looseObject({ section, id, pointers: z.array(pointer).readonly() })
  .readonly();
export type WithheldSince = z.infer<typeof WithheldSince>;

/** The whole file: plain JSON, at the path that the output `diff-path` names. */
export const DiffReport = z
  .looseObject({
    changed: z
      .enum(['true', 'false', 'unknown'])
      .describe('unknown when nothing was found, but a section could not be compared.'),
    change_count: z.int().nonnegative().describe('Objects that came, went or changed.'),
    risk: z.enum(['none', 'low', 'high', 'unknown']),
    findings: z.array(RiskFinding).readonly().describe('Most important first.'),
    changes: z.array(ReportedChange).readonly().describe('Most important first.'),
    not_comparable: z
      .array(z.string())
      .readonly()
      .describe('Sections that only one of the backups has.'),
    withheld_since: z
      .array(WithheldSince)
      .readonly()
      .optional()
      .describe('Places where only what is withheld is other than before: no changes.'),
  })
  .readonly();
export type DiffReport = z.infer<typeof DiffReport>;
