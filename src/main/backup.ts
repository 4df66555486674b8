import { warning } from '@actions/core';
import { run } from '../actions/backup.ts';
import { defaultArtifactClient } from '../github/artifact.ts';
import { readHeartbeatUrl, sendHeartbeat } from '../github/heartbeat.ts';
import { readBackupInputs } from '../github/inputs.ts';
import { runStep } from '../github/step.ts';

// Read for itself: whoever waits for it must hear of inputs that are wrong, too.
const heartbeat = readHeartbeatUrl();

await runStep(
  (signal) =>
    run(readBackupInputs(), {
      environment: process.env,
      makeArtifactClient: defaultArtifactClient,
      signal,
      clock: Date.now,
    }),
  async (status) => {
    if (heartbeat === undefined) return;
    const problem = await sendHeartbeat(heartbeat, status === 'complete');
    if (problem !== undefined) warning(`heartbeat-url: ${problem}`);
  },
);
