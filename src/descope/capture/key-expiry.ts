/** When the management key ends. */
import { isJsonObject } from '../../json/value.ts';
import type { DescopeApiClient } from '../client.ts';
import { DescopeApiError } from '../errors.ts';
import { listOf } from './resource-lists.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whole days until the first active management key of the project expires. Not every key may ask
 * for keys: a refusal says nothing.
 *
 * @param now milliseconds since the epoch
 */
export async function keyExpiresInDays(
  client: DescopeApiClient,
  now: number,
): Promise<number | undefined> {
  try {
    const { values: keys } = await listOf(client, 'managementKeys');
    const times = keys.flatMap((key) => {
      const { expireTime, status } = isJsonObject(key) ? key : {};
      const time = Number(expireTime ?? 0) * 1000;
      return status !== 'inactive' && time > now ? [time] : [];
    });
    if (times.length === 0) return undefined;
    return Math.floor((Math.min(...times) - now) / DAY_MS);
  } catch (error) {
    if (error instanceof DescopeApiError) return undefined;
    throw error;
  }
}
