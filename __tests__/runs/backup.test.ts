/**
 * A backup as a run without GitHub: plain options, a reporter that remembers, and no environment.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CopyStore, KeptBackups, StoredCopy } from '../../src/copies/backup-copies.ts';
import type { BackupManifest } from '../../src/models/manifest.ts';
import {
  backUp,
  finishBackup,
  takeBackup,
  type BackupListener,
  type BackupOptions,
  type BackupResult,
  type BackupWorld,
} from '../../src/runs/backup.ts';
import { joinFailures } from '../../src/runs/outcome.ts';
import { memoryReporter, type MemoryReporter } from '../fixtures/memory-reporter.ts';
import { DAY_MS, NOW } from '../fixtures/nights.ts';
import { makeFolder, PROJECT, SMALL_CONFIG } from '../fixtures/run-bundle.ts';

let workspace: string;
let backupRoot: string;
let now: number;
let reporter: MemoryReporter;

beforeEach(async () => {
  workspace = await makeFolder();
  backupRoot = join(workspace, 'backups');
  now = NOW;
  reporter = memoryReporter();
  await writeFile(join(workspace, 'descope.yaml'), SMALL_CONFIG);
});

function optionsOf(given: Partial<BackupOptions> = {}): BackupOptions {
  const line = { projectId: PROJECT, environment: 'production' };
  const bounds = { retentionDays: 30, minimumBackups: 1 };
  return {
    ...line,
    ...bounds,
    backupRoot,
    capture: {
      source: 'config-file',
      file: {
        ...line,
        path: 'descope.yaml',
        workspace,
        variables: {},
        allowVariables: new Set(),
      },
    },
    comparison: {
      ...bounds,
      history: 'compare',
      areCopiesHistory: false,
      naming: { ...line, source: 'config-file', artifactName: undefined },
      shrinkLimit: 20,
      allowShrink: false,
      acceptPartial: false,
    },
    pruning: { projectId: PROJECT, prune: true, isRootForgotten: false },
    gitTree: undefined,
    demands: { requireSections: [], failOnPartial: true },
    workflowRun: undefined,
    ...given,
  };
}

function worldOf(given: Partial<BackupWorld> = {}): BackupWorld {
  return {
    reporter,
    signal: new AbortController().signal,
    clock: () => now,
    temporaryRoot: workspace,
    ownSecrets: [],
    ...given,
  };
}

async function manifestOf({ fresh }: BackupResult): Promise<BackupManifest> {
  return JSON.parse(await readFile(join(fresh.path, 'manifest.json'), 'utf8')) as BackupManifest;
}

const stored: StoredCopy = {
  name: 'copy',
  id: 1,
  digest: 'd',
  size: 1,
  url: 'https://example.com/1',
  retentionDays: 30,
};

/** A place that keeps what it is given, or fails. */
class Store implements CopyStore {
  readonly kept: KeptBackups[] = [];
  failure: Error | undefined;

  store(backups: KeptBackups): Promise<StoredCopy> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    this.kept.push(backups);
    return Promise.resolve(stored);
  }
}

describe('without GitHub', () => {
  test('the first backup is first, the next is compared with it, and the root is the history', async () => {
    const first = await backUp(optionsOf(), worldOf());
    expect([first.failures, first.comparison.outcome]).toEqual([[], 'first']);
    expect((await manifestOf(first)).comparison).toEqual({ outcome: 'first' });
    now += DAY_MS;
    const second = await backUp(optionsOf(), worldOf());
    expect([second.failures, second.comparison.outcome]).toEqual([[], 'compared']);
    const { previous, run } = await manifestOf(second);
    expect([previous?.backup_id, run]).toEqual([first.fresh.manifest.backup_id, undefined]);
    expect(second.retained.map(({ id }) => id)).toEqual(
      [second, first].map(({ fresh }) => fresh.manifest.backup_id),
    );
    expect(second.stored).toEqual({ skipped: undefined });
  });

  test('the manifest has the risk of the changes in it, for whoever restores from it later', async () => {
    await backUp(optionsOf(), worldOf());
    now += DAY_MS;
    await writeFile(
      join(workspace, 'descope.yaml'),
      SMALL_CONFIG.replace('[acme.com]', '[acme.com, other.com]\n    self_provisioning: true'),
    );
    const { comparison, ...second } = await backUp(optionsOf(), worldOf());
    const risk = comparison.outcome === 'compared' ? comparison.report.risk : undefined;
    expect(risk).toBe('high');
    expect((await manifestOf({ comparison, ...second })).comparison).toEqual({
      outcome: 'compared',
      horizon: expect.any(String),
      risk,
    });
  });

  test('says what it does, and nothing of artifacts', async () => {
    await backUp(optionsOf(), worldOf());
    expect(reporter.texts('group')).toEqual([
      'Read the configuration',
      'Write the backup',
      'Read the backup back',
      'Compare with the backup before',
      'Prune old backups',
    ]);
    expect(reporter.texts('warning')).toEqual([]);
    expect(JSON.stringify(reporter.told)).not.toMatch(/artifact|GitHub/i);
  });

  test('removes what is too old', async () => {
    await backUp(optionsOf(), worldOf());
    now += 40 * DAY_MS;
    const { pruned } = await backUp(optionsOf(), worldOf());
    expect('value' in pruned && pruned.value.result?.removed).toHaveLength(1);
    expect(await readdir(join(backupRoot, PROJECT))).toHaveLength(1);
  });

  test('reads and writes nothing of the process: neither its environment nor its output', async () => {
    const saved = process.env;
    const write = process.stdout.write.bind(process.stdout);
    let printed = '';
    process.env = new Proxy(saved, {
      get: (target, name) => {
        if (/^(?:GITHUB|ACTIONS|INPUT|RUNNER)_/.test(String(name))) {
          throw new Error(`${String(name)} was read`);
        }
        return Reflect.get(target, name) as string | undefined;
      },
    });
    process.stdout.write = (chunk: Uint8Array | string): boolean => {
      printed += String(chunk);
      return true;
    };
    try {
      expect((await backUp(optionsOf(), worldOf())).failures).toEqual([]);
    } finally {
      process.env = saved;
      process.stdout.write = write;
    }
    expect(printed).toBe('');
  });
});

describe('until the proof', () => {
  test('what fails is thrown, and nothing is left', async () => {
    await writeFile(join(workspace, 'descope.yaml'), 'version: 1\n');
    await expect(backUp(optionsOf(), worldOf())).rejects.toThrow('descope.yaml');
    expect(reporter.told.filter(({ kind }) => kind === 'file-errors')).toHaveLength(1);
    await expect(readdir(backupRoot)).rejects.toThrow('ENOENT');
  });
});

describe('after the proof', () => {
  test('a folder for temporary files that is missing fails the run, and nothing else', async () => {
    const store = new Store();
    const world = worldOf({ temporaryRoot: join(workspace, 'none'), store });
    await backUp(optionsOf(), worldOf());
    now += DAY_MS;
    const result = await backUp(optionsOf(), world);
    expect(result.failures.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^nothing was compared: ENOENT/),
    ]);
    expect(result.comparison.outcome).toBe('not-compared');
    expect((await manifestOf(result)).comparison).toMatchObject({
      outcome: 'not-compared',
      cause: 'look-up-failed',
    });
    expect(store.kept.map(({ retained }) => retained.length)).toEqual([2]);
  });

  test('with it missing, nothing is taken for brought back', async () => {
    const store = new Store();
    const options = optionsOf();
    const result = await backUp(
      { ...options, comparison: { ...options.comparison, history: 'carry' } },
      worldOf({ temporaryRoot: join(workspace, 'none'), store }),
    );
    expect(result.failures[0]?.message).toMatch(
      /^history: carry: earlier backups could not be brought back: ENOENT/,
    );
    expect(store.kept[0]).toMatchObject({ isWindowMissing: true });
    expect(reporter.texts('info')).toContain(
      'Nothing is pruned, because earlier backups could not be brought back',
    );
  });

  test('every part that fails is gathered, and the others are done', async () => {
    const store = new Store();
    store.failure = new Error('the storage is full');
    const heard: string[] = [];
    const listener: BackupListener = {
      onProven: () => {
        heard.push('proven');
        throw new Error('the outputs could not be set');
      },
      onCompared: () => {
        heard.push('compared');
        return Promise.reject(new Error('again'));
      },
      onPruned: (count, retained) => {
        heard.push(`pruned ${count} of ${retained.length + count}`);
      },
      onStored: () => heard.push('stored'),
    };
    const gitTree = { folder: backupRoot, workspace, whyNotLive: undefined };
    const options = optionsOf({ demands: { requireSections: ['roles'], failOnPartial: true } });
    const world = worldOf({ store, listener });
    // The tree meets the backups: until the proof that is refused, so it is asked for later.
    const taken = await takeBackup(options, world);
    const result = await finishBackup(taken, { ...options, gitTree }, world);
    expect(heard).toEqual(['proven', 'compared', 'pruned 0 of 1']);
    expect(result.failures.map(({ message }) => message)).toEqual([
      expect.stringContaining(backupRoot),
      'the storage is full',
      'require-sections: not saved: roles',
      'the outputs could not be set',
    ]);
    expect(joinFailures(result.failures)?.message).toContain(
      '. Also: the storage is full. Also: require-sections',
    );
    expect(reporter.texts('warning')).toEqual(['the outputs could not be set', 'again']);
  });

  test('a new backup that something removes fails the run, and nothing is pruned for it', async () => {
    const older = await backUp(optionsOf(), worldOf());
    now += 40 * DAY_MS;
    const taken = await takeBackup(optionsOf(), worldOf());
    const { pruned, failures } = await finishBackup(
      taken,
      optionsOf(),
      worldOf({
        listener: { onCompared: () => rm(taken.fresh.path, { recursive: true }) },
      }),
    );
    const gone = `the new backup ${taken.fresh.manifest.backup_id} is gone since it was proven, and nothing is pruned`;
    expect(pruned).toEqual({ failure: failures[0] });
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining(gone)]);
    expect(await readdir(join(backupRoot, PROJECT))).toEqual([older.fresh.manifest.backup_id]);
  });

  test('a run that is cancelled is thrown', async () => {
    const controller = new AbortController();
    const world = worldOf({ signal: controller.signal });
    const taken = await takeBackup(optionsOf(), world);
    controller.abort(new Error('cancelled by SIGINT'));
    await expect(finishBackup(taken, optionsOf(), world)).rejects.toThrow('cancelled by SIGINT');
  });
});

test('the words for strangers name nothing', async () => {
  reporter = memoryReporter({ mayName: false });
  const first = await backUp(optionsOf(), worldOf());
  await writeFile(join(first.fresh.path, 'project.json'), 'acme-secret-name');
  now += DAY_MS;
  await backUp(optionsOf(), worldOf());
  expect(reporter.texts('warning').join('\n')).toContain(
    'does not verify: 1 problem, not named here because strangers may read this. It is kept as it is',
  );
});
