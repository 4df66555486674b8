/**
 * Comparing in a process of its own: what a backup from elsewhere holds must not hold up the new
 * one.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupManifest } from '../models/manifest.ts';
import {
  compareBackups,
  type CompareBackups,
  type ComparisonRequest,
  type ComparisonResult,
} from '../services/index.ts';
import { parseJson, parsePlainJson } from '../json/parse.ts';
import type { JsonValue } from '../json/value.ts';
import { canonicalJson } from '../json/write.ts';
import { defaultLimits, runApart, WorkLimitError, type ApartLimits } from '../copies/apart.ts';

const Proven = z.object({ path: z.string(), manifest: BackupManifest });
const Request = z.object({
  bases: z.tuple([Proven], Proven),
  lookBack: Proven.optional(),
  fresh: Proven,
  shrinkLimit: z.number(),
  announced: z
    .array(z.object({ section: z.string(), id: z.string() }))
    .readonly()
    .default([]),
});
/** The report is our own child's: it is shown as it is. */
const Result = z.union([
  z.object({
    report: z.custom<ComparisonResult['report']>(),
    losses: z.array(z.string()).readonly(),
    announcedLosses: z.array(z.string()).readonly(),
  }),
  z.object({ failure: z.string() }),
]);

/**
 * Compares in a process each.
 *
 * @param entry path of the script that does it: the bundle of src/main/inspect.ts
 */
export function compareApart(entry: string, limits: ApartLimits = defaultLimits()): CompareBackups {
  return async (request, { signal, folder }) => {
    const [given, result] = [join(folder, 'compare.json'), join(folder, 'compared.json')];
    try {
      const { lookBack, ...others } = request;
      const written = { ...others, ...(lookBack && { lookBack }) };
      await writeFile(given, canonicalJson(written as unknown as JsonValue));
      await runApart(entry, ['compare', given, result], limits, signal);
      const told = Result.parse(parsePlainJson(await readFile(result)));
      if ('failure' in told) throw new Error(told.failure);
      return told;
    } catch (error) {
      if (!(error instanceof WorkLimitError)) throw error;
      const id = request.bases[0].manifest.backup_id;
      throw new Error(`${id} could not be compared with: ${error.message}`, { cause: error });
    } finally {
      await Promise.all([given, result].map((file) => rm(file, { force: true })));
    }
  };
}

/** What the child does: reads the request, and writes what comparing gave, or threw. */
export async function answerComparison(given: string, result: string): Promise<void> {
  const { signal } = new AbortController();
  let answer: z.input<typeof Result>;
  try {
    const { lookBack, ...request } = Request.parse(parseJson(await readFile(given)));
    answer = await compareBackups({ ...request, lookBack } satisfies ComparisonRequest, {
      signal,
      folder: '',
    });
  } catch (error) {
    answer = { failure: (error as Error).message };
  }
  await writeFile(result, JSON.stringify(answer));
}
