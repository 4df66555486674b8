/** The servers that nights talk to, all on loopback. */
import { startArtifactService } from '../fixtures/artifact-service.ts';
import { emptyProject } from '../fixtures/descope-api/builders.ts';
import { startDescopeApi } from '../fixtures/descope-api/server.ts';
import { startGitHubApi } from '../fixtures/github-api.ts';
import type { Servers } from './product.ts';

export async function startServers(): Promise<Servers> {
  const time = { now: 0 };
  const service = await startArtifactService({ now: () => time.now });
  return {
    time,
    service,
    github: await startGitHubApi(service),
    descope: await startDescopeApi({ state: emptyProject() }),
  };
}

export async function stopServers({ service, github, descope }: Servers): Promise<void> {
  await github.close();
  await service.close();
  await descope.close();
}
