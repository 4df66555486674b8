/** Entry of the backup action. */
import { run } from '../actions/backup.ts';
import { inspectBundle } from '../copies/apart.ts';
import { compareApart } from '../runs/compare-apart.ts';
import { openApart } from '../copies/open-artifact-apart.ts';
import { defaultArtifactClient } from '../github/artifact.ts';
import { readHeartbeatUrl, sendHeartbeat } from '../github/heartbeat.ts';
import { readBackupInputs } from '../github/inputs.ts';
import { warning } from '../github/log.ts';
import { saveMemory } from '../github/memory-saver.ts';
import { guardStream } from '../github/own-secrets.ts';
import { useProxies } from '../github/proxy.ts';
import { runStep } from '../github/step.ts';

/** The backup action. @param dist absolute path of the folder with the built scripts */
export async function main(dist: string): Promise<void> {
  guardStream(process.stdout);
  guardStream(process.stderr);
  // Read for itself: whoever waits for it must hear of inputs that are wrong, too.
  const heartbeat = readHeartbeatUrl();

  await runStep(
    async (signal) => {
      useProxies(process.env);
      const inputs = readBackupInputs();
      // A live backup waits for the network most of the time; what it reads can be large.
      if (inputs.source === 'live') saveMemory();
      return run(inputs, {
        environment: process.env,
        makeArtifactClient: defaultArtifactClient,
        openArtifact: openApart(inspectBundle(dist)),
        compareBackups: compareApart(inspectBundle(dist)),
        signal,
        clock: Date.now,
      });
    },
    async (status) => {
      if (heartbeat === undefined) return;
      const problem = await sendHeartbeat(heartbeat, status === 'complete');
      if (problem !== undefined) warning(`heartbeat-url: ${problem}`);
    },
  );
}
