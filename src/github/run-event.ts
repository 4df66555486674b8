/** What the event that started the run says of the repository. */
import { readFile } from 'node:fs/promises';
import type { Environment } from './run-context.ts';

/**
 * What the event that started the run says of the repository; empty where it does not say, or there
 * is none.
 */
export async function eventRepository({
  GITHUB_EVENT_PATH,
}: Environment): Promise<Readonly<Record<string, unknown>>> {
  try {
    const event = JSON.parse(await readFile(GITHUB_EVENT_PATH ?? '', 'utf8')) as {
      repository?: Readonly<Record<string, unknown>>;
    };
    return event.repository ?? {};
  } catch {
    return {};
  }
}
