import { writeInspection } from '../actions/inspection-file.ts';
import { watchMemory } from '../actions/memory-watch.ts';
import { openArtifact } from '../actions/open-artifact.ts';

/**
 * Opens one artifact for the process that started this one, which may stop it at any time:
 * `inspect <zip> <folder> <project id> <result file> <bytes of memory>`.
 */
export async function main(): Promise<void> {
  const [zip = '', folder = '', projectId = '', result = '', memory = ''] = process.argv.slice(2);
  await watchMemory(Number(memory));
  const { signal } = new AbortController();
  await writeInspection(result, () => openArtifact(zip, folder, projectId, { signal }));
}
