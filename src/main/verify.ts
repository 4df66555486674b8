/** Entry of the verify action. */
import { run } from '../actions/verify.ts';
import { inspectBundle } from '../actions/apart.ts';
import { openApart } from '../actions/open-artifact-apart.ts';
import { defaultArtifactClient } from '../github/artifact.ts';
import { guardStream } from '../github/own-secrets.ts';
import { useProxies } from '../github/proxy.ts';
import { runStep } from '../github/step.ts';
import { readVerifyInputs } from '../github/verify-inputs.ts';

guardStream(process.stdout);
guardStream(process.stderr);
await runStep((signal) => {
  useProxies(process.env);
  return run(readVerifyInputs(), {
    environment: process.env,
    makeArtifactClient: defaultArtifactClient,
    openArtifact: openApart(inspectBundle(process.argv[1])),
    signal,
    clock: Date.now,
  });
});
