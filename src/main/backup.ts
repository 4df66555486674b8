import { run } from '../actions/backup.ts';
import { defaultArtifactClient } from '../github/artifact.ts';
import { abortOnCancel } from '../github/cancellation.ts';
import { endWhenStuck, failStep } from '../github/failure.ts';
import { readBackupInputs } from '../github/inputs.ts';

let hasFailed = false;

/** The first failure tells; what follows from it does not. */
function fail(error: unknown): void {
  if (hasFailed) return;
  hasFailed = true;
  failStep(error);
  endWhenStuck();
}

// The artifact library throws some errors in callbacks of streams, where no try block can catch them.
process.once('uncaughtException', fail);

try {
  await run(readBackupInputs(), {
    environment: process.env,
    makeArtifactClient: defaultArtifactClient,
    signal: abortOnCancel(fail),
    clock: Date.now,
  });
  endWhenStuck();
} catch (error) {
  fail(error);
}
