import { run } from '../actions/verify.ts';
import { defaultArtifactClient } from '../github/artifact.ts';
import { guardStream } from '../github/own-secrets.ts';
import { runStep } from '../github/step.ts';
import { readVerifyInputs } from '../github/verify-inputs.ts';

guardStream(process.stdout);
guardStream(process.stderr);
await runStep((signal) =>
  run(readVerifyInputs(), {
    environment: process.env,
    makeArtifactClient: defaultArtifactClient,
    signal,
    clock: Date.now,
  }),
);
