/**
 * The id of a plan: what is approved. The same backup, project, scope and live state give the same
 * id.
 */
import { canonicalJson } from '../../json/write.ts';
import type { JsonValue } from '../../json/value.ts';
import { RESTORE_FORMAT_VERSION, type RestorePlan } from '../../models/restore-plan.ts';
import { sha256 } from '../../storage/checksums.ts';

export type PlanFacts = Pick<
  RestorePlan,
  'tool' | 'mode' | 'project_id' | 'backup' | 'scope' | 'steps' | 'refusals'
>;

function sorted(values: readonly JsonValue[]): JsonValue[] {
  return values
    .map((value) => canonicalJson(value))
    .sort()
    .filter((text, index, all) => text !== all[index - 1]);
}

/**
 * SHA-256 of what a plan would do. Not in it: when it was made, what live alone has, how the backup
 * was found, limits, and places on the disk; of secrets the places that were supplied, never a
 * value; of refusals their kind, not their text.
 */
export function planIdOf({
  tool,
  mode,
  project_id,
  backup,
  scope,
  steps,
  refusals,
}: PlanFacts): string {
  return sha256(
    canonicalJson({
      format_version: RESTORE_FORMAT_VERSION,
      tool: { name: tool.name, version: tool.version },
      mode,
      project_id,
      manifest_sha256: backup.manifest_sha256,
      scope: {
        only: sorted(scope.only),
        with_dependencies: scope.with_dependencies,
        delete: sorted(scope.delete),
        supplied_secrets: sorted(scope.supplied_secrets),
        accepted_user_loss: sorted(scope.accepted_user_loss),
        users_status: scope.users_status,
      },
      steps: sorted(
        steps
          .filter(({ action }) => action !== 'identical')
          .map(({ section, id, action, live_sha256 = null, target_sha256 = null }) => ({
            section,
            id,
            action,
            live_sha256,
            target_sha256,
          })),
      ),
      refusals: sorted(refusals.map(({ section, kind }) => ({ section, kind }))),
    }),
  );
}
