/** GitHub's telling of a backup: inputs in; log, outputs, artifact and page out. */
import type { ArtifactClientFactory } from '../github/artifact.ts';
import type { BackupInputs } from '../github/inputs.ts';
import { setOutputs } from '../github/outputs.ts';
import type { WindowRow } from '../github/summary.ts';
import { ownSecrets } from '../github/own-secrets.ts';
import { temporaryRoot, type Environment } from '../github/run-context.ts';
import type { SearchContext } from '../copies/history.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { backUp, type BackupListener, type BackupWorld } from '../runs/backup.ts';
import { joinFailures } from '../runs/outcome.ts';
import type { ComparisonWorld } from '../runs/world.ts';
import { backupOptions, earlierArtifacts, namingOf } from './backup-options.ts';
import { gitHubReporter } from './github-reporter.ts';
import { artifactStore } from './publish.ts';
import { setBackupOutputs, setOutputsAndWriteChanges, windowRows, writeReport } from './report.ts';
import { mayNameThings, whoCanRead } from './strangers.ts';

/** What the backup action needs of the world around it. */
export interface BackupContext
  extends
    Pick<ComparisonWorld, 'signal' | 'clock' | 'compareBackups'>,
    Pick<SearchContext, 'openArtifact' | 'searchLimits'> {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory;
}

/** Names of a config file may be told: who can read the outputs can read the file. */
function mayShowNames({ source }: BackupManifest, mayName: boolean): boolean {
  return mayName || source.type === 'config-file';
}

/**
 * Sets the outputs as soon as they are known, and looks at the backups of the window for the page
 * before these are uploaded.
 */
function gitHubListener(
  environment: Environment,
  reporter: BackupWorld['reporter'],
  isPageWanted: boolean,
): BackupListener & { readonly window: readonly WindowRow[] } {
  let window: readonly WindowRow[] = [];
  return {
    get window() {
      return window;
    },
    onProven: setBackupOutputs,
    onCompared: (fresh, comparison) =>
      setOutputsAndWriteChanges(fresh, comparison, {
        environment,
        reporter,
        mayName: mayShowNames(fresh.manifest, reporter.mayName),
      }),
    onPruned: async (count, retained) => {
      if (isPageWanted) window = await windowRows(retained);
      setOutputs({ 'pruned-count': count });
    },
    onStored: ({ name, id, url, digest }) => {
      setOutputs({
        'artifact-name': name,
        'artifact-id': id,
        'artifact-url': url,
        'artifact-digest': digest,
      });
    },
  };
}

/**
 * Takes a backup, proves it, prunes old ones, uploads what is kept and reports.
 *
 * @returns what the backup is: one that is not complete was accepted
 * @throws Error with the one message that the step fails with
 */
export async function run(
  inputs: BackupInputs,
  context: BackupContext,
): Promise<BackupManifest['status']> {
  const { environment, makeArtifactClient, ...others } = context;
  const { signal, clock } = context;
  const visibility = await whoCanRead(environment, inputs['github-token']);
  const reporter = gitHubReporter(mayNameThings(visibility), clock);
  const copies = earlierArtifacts(inputs, context);
  const listener = gitHubListener(environment, reporter, inputs['job-summary']);
  const result = await backUp(backupOptions(inputs, environment, visibility), {
    ...others,
    reporter,
    ownSecrets: ownSecrets(),
    temporaryRoot: temporaryRoot(environment),
    ...(copies && { copies }),
    store: artifactStore(namingOf(inputs), inputs, {
      ...{ environment, makeArtifactClient, signal, reporter, visibility },
    }),
    listener,
  });
  const { manifest } = result.fresh;
  if (inputs['job-summary']) {
    await writeReport(result, {
      retentionDays: inputs['retention-days'],
      isDryRun: inputs.prune === 'dry-run',
      window: listener.window,
      mayName: mayShowNames(manifest, reporter.mayName),
      ...{ environment, clock, reporter },
    });
  }
  const failure = joinFailures(result.failures);
  if (failure !== undefined) throw failure;
  return manifest.status;
}
