/**
 * Reads single objects as they are now, raw: nothing is withheld, since a write sends back what it
 * does not change. They are for memory alone: nobody may log or save what this gives.
 */
import type { Section } from '../project/sections/index.ts';
import type { LiveObject, ReadResult } from '../project/write-result.ts';
import type { DescopeApiClient } from './client.ts';
import { BudgetError, DescopeApiError, NotLicensedError, SectionError } from './errors.ts';
import type { KnownIds, WantedObject } from './object-identity.ts';
import { Asker, LOOK_UPS } from './object-lookups.ts';

function isSection(name: string): name is Section {
  return Object.hasOwn(LOOK_UPS, name);
}

/** Whether no other read will be answered either. */
function endsAll(error: SectionError): boolean {
  if (error instanceof NotLicensedError || error instanceof BudgetError) return true;
  return error instanceof DescopeApiError && (error.status === 401 || error.status === 403);
}

/**
 * Reads objects by the ids that are known, else by their natural keys. What one answer tells of
 * several is asked once.
 *
 * @param ids which objects have now
 * @throws Error for a section that has no objects
 */
export async function readObjects(
  client: DescopeApiClient,
  wanted: readonly WantedObject[],
  ids: KnownIds,
): Promise<ReadResult> {
  const asker = new Asker(client, ids);
  const objects: (LiveObject | undefined)[] = [];
  try {
    for (const one of wanted) {
      if (!isSection(one.section)) {
        throw new Error(`there is no way to look up an object of ${JSON.stringify(one.section)}`);
      }
      objects.push(await LOOK_UPS[one.section](asker, one));
    }
  } catch (error) {
    if (error instanceof SectionError) {
      return { kind: endsAll(error) ? 'stop' : 'failed', reason: error.message };
    }
    const { stopReason } = client.session;
    if (stopReason !== undefined) return { kind: 'stop', reason: stopReason };
    if (client.session.cancelSignal.aborted) {
      return { kind: 'stop', reason: 'the run was cancelled' };
    }
    throw error;
  }
  return { kind: 'read', objects };
}
