/**
 * `plan.json` of a restore, also called restore-plan.json: what would be written, and what cannot
 * be.
 */
import { z } from 'zod';
import { ReportedEdit, RiskFinding } from './changes.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const count = z.int().nonnegative();
const section = z
  .string()
  .describe('The part of the project, as coverage of manifest.json names it.');
const id = z.string().describe('What the object is called in its section, as in changes.json.');
const object = z.looseObject({ section, id }).readonly();

export const RESTORE_FORMAT_VERSION = 1;

/** What becomes of an object. */
export const StepAction = z.enum([
  'create',
  'update',
  'delete',
  'identical',
  'missing-secret',
  'blocked',
  'unsupported',
]);
export type StepAction = z.infer<typeof StepAction>;

export const RestoreStep = z
  .looseObject({
    section,
    id,
    live_id: z
      .string()
      .optional()
      .describe(
        'What the object is called in the project, where that is not what the backup calls it.',
      ),
    action: StepAction,
    reason: z.string().optional().describe('Why, where the action alone does not say it.'),
    because_of: z
      .string()
      .optional()
      .describe(
        'The chosen object, as <section>/<id>, that refers to this one, which was not chosen.',
      ),
    edits: z
      .array(ReportedEdit)
      .readonly()
      .describe(
        'Of an update, from live to what is written. Secrets are hidden, and long values are their beginning.',
      ),
    loses: z
      .array(z.string())
      .readonly()
      .describe('What does not come back, or is lost by it, a sentence each.'),
    missing_secrets: z
      .array(z.string())
      .readonly()
      .optional()
      .describe('Places of which a secret must be supplied, as coverage names them.'),
    live_sha256: sha256
      .optional()
      .describe('Hash of the live object without noise; absent where none is there.'),
    target_sha256: sha256
      .optional()
      .describe('Hash of what must be read back without noise; absent where none must be there.'),
    requests: count.optional().describe('How many writes it takes.'),
  })
  .readonly();
export type RestoreStep = z.infer<typeof RestoreStep>;

/** What the service itself refused in a dry run. */
export const ServiceRefusal = z
  .looseObject({
    section,
    kind: z.enum([
      'fga-deletes',
      'fga-invalid',
      'snapshot-failure',
      'snapshot-missing-secret',
      'not-licensed',
    ]),
    text: z.string(),
  })
  .readonly();
export type ServiceRefusal = z.infer<typeof ServiceRefusal>;

export const RestorePlan = z
  .looseObject({
    format_version: z.literal(RESTORE_FORMAT_VERSION),
    plan_id: sha256.describe(
      'What is approved: the same backup, project, scope and live state give the same id.',
    ),
    created_at: z.iso.datetime(),
    tool: z.looseObject({ name: z.string(), version: z.string() }).readonly(),
    mode: z.enum(['restore', 'undo']),
    project_id: z.string().describe('The project that is written to.'),
    backup: z
      .looseObject({
        backup_id: z.string(),
        project_id: z.string(),
        environment: z.string(),
        created_at: z.iso.datetime(),
        status: z.enum(['complete', 'partial', 'suspect']),
        manifest_sha256: sha256,
        risk: z
          .string()
          .optional()
          .describe('What the run that took it said of its changes, where it is known.'),
      })
      .readonly(),
    scope: z
      .looseObject({
        only: z.array(z.string()).readonly().describe('Chosen objects; empty for all.'),
        with_dependencies: z.boolean(),
        delete: z.array(z.string()).readonly(),
        supplied_secrets: z.array(z.string()).readonly().describe('Places; never a value.'),
        accepted_user_loss: z.array(z.string()).readonly(),
        users_status: z.enum(['saved', 'disabled']),
      })
      .readonly(),
    counts: z
      .looseObject({
        create: count,
        update: count,
        delete: count,
        identical: count,
        not_possible: count.describe('unsupported, blocked and missing-secret.'),
        kept: count.describe('What live alone has.'),
      })
      .readonly(),
    risk: z.enum(['none', 'low', 'high', 'unknown']),
    findings: z
      .array(RiskFinding)
      .readonly()
      .describe('What of the plan a human should look at, most important first.'),
    steps: z
      .array(RestoreStep)
      .readonly()
      .describe('In the order of their writes; those without a write at the end.'),
    kept: z.array(object).readonly().describe('What live alone has: listed, never touched.'),
    refusals: z.array(ServiceRefusal).readonly(),
    cost: z
      .looseObject({
        requests: count.describe('Reads and writes of an apply, at most, polls for lag apart.'),
        seconds: count.describe('At the rate that the service grants.'),
        rate_limit_tier: z.string().optional(),
      })
      .readonly(),
  })
  .readonly();
export type RestorePlan = z.infer<typeof RestorePlan>;
