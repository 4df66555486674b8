/** `list`, and what all commands do with a place. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ListAnswer } from '../../src/models/answers.ts';
import { BackupService } from '../../src/services/index.ts';
import {
  answerOf,
  makeCommandFolder,
  NOW,
  PROJECT_ID,
  runCommand,
  zipOf,
  type SavedBackup,
} from '../fixtures/command-line.ts';
import { makeFolder, SMALL_CONFIG } from '../fixtures/run-bundle.ts';
import { makeZip } from '../fixtures/zip.ts';

const text = SMALL_CONFIG;
const THREE: readonly SavedBackup[] = [
  { hoursAgo: 30, text },
  { hoursAgo: 6, text, status: 'suspect', status_reasons: ['tenants: 3 of 4 are gone'] },
  { hoursAgo: 3, text, environment: 'staging' },
];

async function list(place: string, folder: string, ...args: string[]): Promise<ListAnswer> {
  return ListAnswer.parse(await answerOf(['list', place, ...args], { folder }));
}

const idsOf = ({ backups }: ListAnswer) => backups.map(({ backup_id: id }) => id);
const ALL = ['20261122_030000', '20261122_000000', '20261121_000000'];

describe('a list', () => {
  test('shows the newest first, with age, verdict and size', async () => {
    const { folder } = await makeCommandFolder(THREE);
    const { code, lines, stderr } = await runCommand(['list'], { folder });
    expect([code, stderr]).toEqual([0, '']);
    expect(lines[0]).toMatch(/^P2cli {2}3 backups, newest complete one 3 hours ago, \d+ kB$/);
    expect(lines[1]).toMatch(
      /^BACKUP +AGE +STATUS +LINE +COMPARED +TENANTS +FLOWS +SIZE +CONTENT$/,
    );
    expect(lines[2]).toMatch(
      /^20261122_030000 +3 hours ago +complete +staging\/config-file +first +2 +1 +\d kB +[0-9a-f]{12}$/,
    );
    expect(lines[3]).toMatch(/^20261122_000000 +6 hours ago +suspect +production\/config-file/);
    expect(lines[4]).toMatch(/^20261121_000000 +30 hours ago +complete/);
    expect(lines[5]).toBe('20261122_000000 is suspect: tenants: 3 of 4 are gone');
  });

  test('can be narrowed to a line', async () => {
    const { folder } = await makeCommandFolder(THREE);
    expect(idsOf(await list('backups', folder, '--environment', 'staging'))).toEqual([ALL[0]]);
    expect(idsOf(await list('backups', folder, '--source', 'live'))).toEqual([]);
    expect(idsOf(await list('backups', folder, '--project-id', 'other'))).toEqual([]);
  });

  test('says which backups are damaged, and why', async () => {
    const { folder, paths } = await makeCommandFolder(THREE);
    await writeFile(join(paths[0] ?? '', 'project.json'), '{}');
    await mkdir(join(folder, 'backups', PROJECT_ID, '20260101_000000'));
    await writeFile(join(folder, 'backups', PROJECT_ID, '20260101_000000', 'project.json'), '{}');
    const { code, stdout } = await runCommand(['list'], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain('4 backups, 1 damaged');
    expect(stdout).toContain('20261121_000000 is damaged: project.json was changed');
    expect(stdout).toMatch(/20260101_000000 +\d+ days ago +not-verifiable/);
  });

  test('of nothing is empty, and says so', async () => {
    const { folder, root } = await makeCommandFolder([]);
    const { code, stdout, stderr } = await runCommand(['list'], { folder });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe(`there are no backups in ${root} that were asked for\n`);
    expect(await list('backups', folder)).toEqual({ place: root, backups: [] });
  });

  test('of a hundred backups shows each', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ hoursAgo: index + 1, text }));
    const { folder } = await makeCommandFolder(many);
    const { lines } = await runCommand(['list'], { folder });
    expect(lines).toHaveLength(102);
    expect(lines[101]).toMatch(/^20261118_020000 +4 days ago/);
  });

  test('of several projects has a table for each', async () => {
    const { folder } = await makeCommandFolder([
      ...THREE,
      { hoursAgo: 2, text, projectId: 'P1other' },
    ]);
    const { lines } = await runCommand(['list'], { folder });
    expect(lines.filter((line) => line.includes('newest complete one'))).toHaveLength(2);
    expect(lines[0]).toMatch(/^P1other/);
  });
});

describe('a place', () => {
  test("is a root, a project's folder, or a backup", async () => {
    const { folder, paths } = await makeCommandFolder(THREE);
    for (const place of ['backups', join(folder, 'backups'), `backups/${PROJECT_ID}`, 'backups/']) {
      expect(idsOf(await list(place, folder))).toEqual(ALL);
    }
    expect(idsOf(await list(paths[2] ?? '', folder))).toEqual([ALL[0]]);
  });

  test('is a backup that was taken out of its folder, which still verifies', async () => {
    const { folder, paths } = await makeCommandFolder(THREE);
    await rename(paths[0] ?? '', join(folder, '20261121_000000'));
    const { backups } = await list('20261121_000000', folder);
    expect(backups).toMatchObject([{ project_id: PROJECT_ID, verdict: 'complete' }]);
    await rename(join(folder, '20261121_000000'), join(folder, 'copy'));
    const { code, stderr } = await runCommand(['list', 'copy'], { folder });
    expect([code, stderr]).toEqual([1, expect.stringContaining('give the folder the backup_id')]);
  });

  test('is the zip of an artifact, which leaves nothing behind', async () => {
    const { folder, root } = await makeCommandFolder(THREE);
    await zipOf(root, join(folder, 'artifact.zip'));
    await rm(root, { recursive: true });
    const temporary = await makeFolder();
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = temporary;
    const { backups } = await list('artifact.zip', folder);
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    expect(await readdir(temporary)).toEqual([]);
    expect(backups.map(({ path, verdict }) => [path, verdict])).toEqual([
      [`${PROJECT_ID}/20261122_030000`, 'complete'],
      [`${PROJECT_ID}/20261122_000000`, 'suspect'],
      [`${PROJECT_ID}/20261121_000000`, 'complete'],
    ]);
  });

  test('is a zip with backups at its top', async () => {
    const { folder, root } = await makeCommandFolder(THREE);
    await zipOf(join(root, PROJECT_ID), join(folder, 'project.zip'));
    const { backups } = await list('project.zip', folder);
    expect(backups.map(({ project_id: id, verdict }) => [id, verdict])).toEqual([
      [PROJECT_ID, 'complete'],
      [PROJECT_ID, 'suspect'],
      [PROJECT_ID, 'complete'],
    ]);
  });

  test('is no zip that would write elsewhere, nor anything else', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'evil.zip'), makeZip([{ name: '../../evil', content: 'x' }]));
    await writeFile(join(folder, 'text.zip'), 'no zip at all');
    for (const [place, cause] of [
      ['evil.zip', 'evil.zip was not opened: '],
      ['text.zip', 'text.zip was not opened: it is no good zip file'],
      ['none', `there is no ${join(folder, 'none')}: name the folder or the zip`],
    ] as const) {
      const { code, stdout, stderr } = await runCommand(['list', place], { folder });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(cause);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  test('may hold text that a terminal would obey', async () => {
    const { folder, root } = await makeCommandFolder([]);
    const evil = 'prod\u001b]0;evil\u0007\u202e';
    await makeEvilBackup(root, evil);
    for (const args of [['list'], ['show', 'latest'], ['verify'], ['show', 'latest', 'tenants']]) {
      for (const json of [[], ['--json']]) {
        const { stdout, stderr } = await runCommand([...args, ...json], {
          folder,
          columns: 200,
          environment: { NO_COLOR: '1' },
        });
        const told = stdout + stderr.replaceAll('\r\u001b[K', '');
        expect(told).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
        expect(stdout).toContain(String.raw`\u001b]0;evil`);
      }
    }
  });
});

async function makeEvilBackup(root: string, evil: string): Promise<void> {
  const config = {
    id: evil,
    name: evil,
    domains: [],
    self_provisioning: false,
    custom_attributes: {},
  };
  await new BackupService({ backupRoot: root, clock: () => NOW }).saveProject(PROJECT_ID, evil, {
    tenants: [{ id: evil, unpack: () => ({ config }) }],
    flows: [],
    config: {},
    resources: new Map(),
    snapshot: new Map(),
  });
}
