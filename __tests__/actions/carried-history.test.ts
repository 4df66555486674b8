/** What `history: carry` brings back from artifacts, and what it does not. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { BackupService } from '../../src/services/index.ts';
import { datedFolders, verifies } from '../fixtures/backup-root.ts';
import {
  DAY_MS,
  FIRST_NIGHT,
  Nights,
  zipOf,
  type Night,
  type NightOptions,
} from '../fixtures/action-nights.ts';
import { ARTIFACT_NAME, makeFolder, PROJECT } from '../fixtures/run-bundle.ts';
import { makeZip } from '../fixtures/zip.ts';

let nights: Nights;

beforeAll(async () => {
  nights = await Nights.start();
});

afterEach(() => {
  nights.reset();
});

afterAll(async () => {
  await nights.close();
});

const carry = (options: NightOptions = {}): Promise<Night> =>
  nights.take({ ...options, inputs: { history: 'carry', ...options.inputs } });

async function carryBlind(options: NightOptions = {}): Promise<Night> {
  nights.github.faults = { status: { path: /artifacts/, status: 403 } };
  const night = await carry(options);
  nights.github.faults = {};
  return night;
}

/** Days of the dated folders in a workspace, such as `01` for the first night. */
async function daysIn({ workspace }: Pick<Night, 'workspace'>): Promise<string[]> {
  return (await datedFolders(join(workspace, 'backups', PROJECT))).map((id) => id.slice(6, 8));
}

const idOf = (day: number) => `202603${String(day).padStart(2, '0')}_030000`;
const folderOf = ({ workspace }: Pick<Night, 'workspace'>, day: number) =>
  join(workspace, 'backups', PROJECT, idOf(day));

/** Uploads what a folder holds as another run of this workflow. */
async function upload(root: string, projectId: string = PROJECT, name: string = ARTIFACT_NAME) {
  const { artifacts } = nights.service.beginRun();
  return artifacts.add(name, makeZip(await zipOf(root, projectId)));
}

/** A copy of a night's backup that somebody changed, and made its sums anew. */
async function tamperWith(night: Night, day: number): Promise<string> {
  const root = await makeFolder();
  const path = join(root, PROJECT, idOf(day));
  await cp(folderOf(night, day), path, { recursive: true });
  const service = new BackupService({ backupRoot: root });
  const verification = await service.verifyBackup(path);
  if (!verification.verified) throw new Error('the backup should be good');
  await service.amendBackup(path, verification.manifest, {
    status: 'complete',
    comparison: { outcome: 'accepted' },
  });
  return root;
}

describe('the window', () => {
  test('is whole night after night, from one artifact each', async () => {
    let last: Night | undefined;
    for (let night = 0; night < 4; night++) {
      const before = nights.countRequests(/\/zip$/);
      last = await carry();
      expect(last.error).toBeUndefined();
      expect(nights.countRequests(/\/zip$/) - before).toBe(Math.min(night, 1));
    }
    expect(await daysIn(last as Night)).toEqual(['01', '02', '03', '04']);
    expect(last?.uploaded).toEqual([ARTIFACT_NAME]);
  });

  test('has the nights that uploaded alone, and those that are suspect', async () => {
    await carry();
    await carry();
    const alone = await carryBlind();
    expect(alone.error).toContain('earlier backups could not be brought back');
    expect(alone.uploaded).toEqual([`${ARTIFACT_NAME}-${idOf(3)}`]);
    await carryBlind();
    const suspect = await carry({ tenants: 4 });
    expect(suspect.manifest).toMatchObject({ status: 'suspect', previous: { backup_id: idOf(2) } });
    const night = await carry();
    expect(night).toMatchObject({
      error: undefined,
      manifest: { previous: { backup_id: idOf(2) } },
      uploaded: [ARTIFACT_NAME],
    });
    expect(await daysIn(night)).toEqual(['01', '02', '03', '04', '05', '06']);
  });

  test('has the night of a run that another one overlapped', async () => {
    await carry();
    const early = await carry();
    // A run that began with the one before, when the artifact of that was not there yet, and ended
    // after it.
    const id = nights.service.runs.at(-1)?.artifacts.artifacts[0]?.id ?? 0;
    nights.github.expired.add(id);
    nights.now -= DAY_MS - 3_600_000;
    const other = await carry();
    nights.github.expired.delete(id);
    const night = await carry();
    expect((await datedFolders(join(night.workspace, 'backups', PROJECT))).slice(1, 3)).toEqual([
      early.outputs['backup-id'],
      other.outputs['backup-id'],
    ]);
  });

  test('is whole again after nights with history: compare, each in an artifact of its own', async () => {
    for (let night = 0; night < 3; night++) await nights.take();
    const night = await carry();
    expect(night.error).toBeUndefined();
    expect(await daysIn(night)).toEqual(['01', '02', '03', '04']);
  });

  test('is wanted in full where few backups are there, and not beyond the first of the line', async () => {
    // Nothing of GitHub's list but the newest page can be read.
    const options = {
      inputs: { 'minimum-backups': '7' },
      limits: { milliseconds: 60_000, pages: 9 },
    };
    await carry(options);
    for (let count = 0; count < 110; count++) {
      await nights.service.runs.at(-1)?.artifacts.add(`other-${count}`, Buffer.from('another'));
    }
    for (let night = 0; night < 2; night++) {
      expect((await carry(options)).error).toBeUndefined();
    }
  });

  test('obeys the retention of its line', async () => {
    await carry();
    nights.now += 40 * DAY_MS;
    await carry();
    const night = await carry();
    expect(night.error).toBeUndefined();
    expect(await datedFolders(join(night.workspace, 'backups', PROJECT))).toEqual([
      '20260411_030000',
      '20260412_030000',
    ]);
  });
});

describe('a kept root', () => {
  test.each([1, 2, 3])('gets a good copy in place of damaged night %i', async (day) => {
    const workspace = await makeFolder();
    for (let night = 0; night < 3; night++) await carry({ workspace });
    const path = folderOf({ workspace }, day);
    await writeFile(join(path, 'project.json'), 'damaged');
    const night = await carry({ workspace });
    expect(night).toMatchObject({
      error: undefined,
      manifest: { previous: { backup_id: idOf(3) }, comparison: { outcome: 'compared' } },
    });
    expect(await verifies(path)).toBe(true);
    expect(await daysIn(night)).toEqual(['01', '02', '03', '04']);
  });

  test('downloads nothing that it has', async () => {
    const workspace = await makeFolder();
    for (let night = 0; night < 3; night++) {
      expect((await carry({ workspace })).error).toBeUndefined();
    }
    expect(nights.countRequests(/\/zip$/)).toBe(0);
  });

  test('does not need artifacts that have expired', async () => {
    const workspace = await makeFolder();
    await carry({ workspace });
    for (const { artifacts } of nights.service.runs) {
      for (const { id } of artifacts.artifacts) nights.github.expired.add(id);
    }
    expect(await carry({ workspace })).toMatchObject({
      error: undefined,
      manifest: { previous: { backup_id: idOf(1) } },
    });
  });
});

describe('carry fails', () => {
  test('where all artifacts have expired', async () => {
    await carry();
    for (const { id } of nights.service.runs.at(-1)?.artifacts.artifacts ?? []) {
      nights.github.expired.add(id);
    }
    const night = await carry();
    expect(night.error).toContain(
      'there are artifacts, but none can be used: 1 artifacts that have expired',
    );
    expect(night.uploaded).toEqual([`${ARTIFACT_NAME}-${idOf(2)}`]);
    expect(night.manifest).toMatchObject({ comparison: { cause: 'look-up-failed' } });
  });

  test('where no artifact is trusted, as after a renamed branch, and not with history-branch', async () => {
    await carry({ branch: 'old' });
    const night = await carry({ branch: 'trunk' });
    expect(night.error).toContain('1 artifacts of runs that are not trusted');
    const bridged = await carry({ branch: 'trunk', inputs: { 'history-branch': 'old' } });
    expect(bridged).toMatchObject({
      error: undefined,
      manifest: { previous: { backup_id: idOf(1) } },
    });
    expect(await daysIn(bridged)).toEqual(['01', '02', '03']);
  });

  test('at the bound, where 1.0.0 left nothing but nights that it did not compare', async () => {
    await nights.addFirstRelease([
      { tenants: 10, isLinked: false },
      { tenants: 10, isLinked: true },
      { tenants: 4, isLinked: false },
    ]);
    // One page of runs, one each of the artifacts of this run and the last: the linked night is not
    // reached.
    const night = await carry({ tenants: 4, limits: { milliseconds: 60_000, pages: 3 } });
    expect(night.error).toContain('the search was given up after 3 pages');
    expect(night.manifest).toMatchObject({
      comparison: { outcome: 'not-compared', cause: 'look-up-failed' },
    });
  });
});

describe('not brought back', () => {
  test('is a backup in two good forms: the step is red, and neither is taken', async () => {
    const first = await nights.take();
    const second = await nights.take();
    await upload(await tamperWith(first, 1));
    const night = await carry();
    expect(night.error).toMatch(
      new RegExp(
        `^${idOf(1)} is there in 2 good forms that differ: .*The next backup was compared with the one in artifact`,
      ),
    );
    expect(night.manifest).toMatchObject({ status: 'complete', previous: { backup_id: idOf(2) } });
    expect(second.error).toBeUndefined();
    expect(await daysIn(night)).toEqual(['02', '03']);
  });

  test('is a newest backup in two good forms: the one before is compared with', async () => {
    const workspace = await makeFolder();
    await nights.take({ workspace });
    const second = await nights.take({ workspace });
    await upload(await tamperWith(second, 2));
    const night = await nights.take({ workspace, tenants: 4 });
    expect(night.error).toContain('No later backup tells which is the true one');
    expect(night.manifest).toMatchObject({ status: 'suspect', previous: { backup_id: idOf(1) } });
  });

  test('is another environment under the same name', async () => {
    await carry({ inputs: { 'artifact-name': 'ours', environment: 'staging' } });
    const inputs = { 'artifact-name': 'ours' };
    expect(await carry({ inputs })).toMatchObject({
      error: undefined,
      manifest: { comparison: { outcome: 'first' } },
    });
    const night = await carry({ inputs });
    expect(await daysIn(night)).toEqual(['02', '03']);
  });

  test('is a made-up date in the far future', async () => {
    await carry();
    const root = await makeFolder();
    const far = new BackupService({ backupRoot: root, clock: () => FIRST_NIGHT + 800 * DAY_MS });
    await nights.writeElsewhere(far, 12);
    await upload(root);
    const night = await carry({ tenants: 4 });
    expect(night.manifest).toMatchObject({ status: 'suspect', previous: { backup_id: idOf(1) } });
    expect(night.warnings.join()).toContain('it is dated later than the artifact was made');
    expect(await daysIn(night)).toEqual(['01', '02']);
  });

  test('is a link of the chain that is gone for good, which costs nothing else', async () => {
    for (let night = 0; night < 3; night++) await nights.take();
    nights.service.runs.at(-2)?.artifacts.clear();
    const night = await carry();
    expect(night.error).toBeUndefined();
    expect(await daysIn(night)).toEqual(['01', '03', '04']);
  });
});

test('what is damaged in one artifact comes from another', async () => {
  const workspace = await makeFolder();
  await carry({ workspace });
  await carry({ workspace });
  await writeFile(join(folderOf({ workspace }, 1), 'project.json'), 'damaged');
  // The damaged folder goes along with the window of this night.
  await nights.take({ workspace });
  await rm(join(workspace, 'backups'), { recursive: true });
  const night = await carry({ workspace });
  expect(night.error).toBeUndefined();
  expect(await daysIn(night)).toEqual(['01', '02', '03', '04']);
  expect(await verifies(folderOf(night, 1))).toBe(true);
  expect(await readFile(join(folderOf(night, 1), 'project.json'), 'utf8')).toContain('tenant-1');
});
