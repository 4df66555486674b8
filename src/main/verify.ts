import { run } from '../actions/verify.ts';
import { defaultArtifactClient } from '../github/artifact.ts';
import { useProxies } from '../github/proxy.ts';
import { runStep } from '../github/step.ts';
import { readVerifyInputs } from '../github/verify-inputs.ts';

await runStep((signal) => {
  useProxies(process.env);
  return run(readVerifyInputs(), {
    environment: process.env,
    makeArtifactClient: defaultArtifactClient,
    signal,
    clock: Date.now,
  });
});
