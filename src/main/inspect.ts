/** Entry of the process that works on what came from elsewhere. */
import { answerComparison } from '../runs/compare-apart.ts';
import { writeInspection } from '../copies/inspection-file.ts';
import { watchMemory } from '../copies/memory-watch.ts';
import { openArtifact } from '../copies/open-artifact.ts';

/**
 * Works on what came from elsewhere for the process that started this one, which may stop it at any
 * time: `inspect open <zip> <folder> <project id> <result file> <bytes of memory>`, or `inspect
 * compare <request file> <result file> <bytes of memory>`.
 */
export async function main(): Promise<void> {
  const [task, ...args] = process.argv.slice(2);
  await watchMemory(Number(args.at(-1)));
  if (task === 'compare') {
    const [given = '', result = ''] = args;
    await answerComparison(given, result);
  } else {
    const [zip = '', folder = '', projectId = '', result = ''] = args;
    const { signal } = new AbortController();
    await writeInspection(result, () => openArtifact(zip, folder, projectId, { signal }));
  }
}
