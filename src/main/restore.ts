/** Entry of the restore action. */
import { run } from '../actions/restore.ts';
import { inspectBundle } from '../copies/apart.ts';
import { openApart } from '../copies/open-artifact-apart.ts';
import { defaultArtifactClient } from '../github/artifact.ts';
import { saveMemory } from '../github/memory-saver.ts';
import { guardStream } from '../github/own-secrets.ts';
import { useProxies } from '../github/proxy.ts';
import { readRestoreInputs } from '../github/restore-inputs.ts';
import { runStep } from '../github/step.ts';
import { compareApart } from '../runs/compare-apart.ts';

/**
 * The runner ends a cancelled job after 10 seconds: until then the current object is brought to an
 * end, and told.
 */
const GRACE_MS = 9000;

/** The restore action. @param dist absolute path of the folder with the built scripts */
export async function main(dist: string): Promise<void> {
  guardStream(process.stdout);
  guardStream(process.stderr);
  const work = (signal: AbortSignal): Promise<void> => {
    useProxies(process.env);
    const inputs = readRestoreInputs();
    // It waits for the network most of the time, and holds the project twice: as saved and as it
    // is.
    saveMemory();
    return run(inputs, {
      environment: process.env,
      makeArtifactClient: defaultArtifactClient,
      openArtifact: openApart(inspectBundle(dist)),
      compareBackups: compareApart(inspectBundle(dist)),
      signal,
      clock: Date.now,
    });
  };
  await runStep(work, undefined, GRACE_MS);
}
