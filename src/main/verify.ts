/** Entry of the verify action. */
import { run } from '../actions/verify.ts';
import { inspectBundle } from '../copies/apart.ts';
import { openApart } from '../copies/open-artifact-apart.ts';
import { defaultArtifactClient } from '../github/artifact.ts';
import { guardStream } from '../github/own-secrets.ts';
import { useProxies } from '../github/proxy.ts';
import { runStep } from '../github/step.ts';
import { readVerifyInputs } from '../github/verify-inputs.ts';

/** The verify action. @param dist absolute path of the folder with the built scripts */
export async function main(dist: string): Promise<void> {
  guardStream(process.stdout);
  guardStream(process.stderr);
  await runStep((signal) => {
    useProxies(process.env);
    return run(readVerifyInputs(), {
      environment: process.env,
      makeArtifactClient: defaultArtifactClient,
      openArtifact: openApart(inspectBundle(dist)),
      signal,
      clock: Date.now,
    });
  });
}
