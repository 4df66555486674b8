/**
 * Whose folders a run may touch: links, look-alike names, other projects, the original tool, time
 * zones.
 */
import { mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  backUpAt,
  datedFolders,
  frozenAt,
  hashTree,
  isoTime,
  makeBackupRoot,
  NEW_ID,
  NOW,
  OLD_IDS,
  RECENT_ID,
  rootIn,
  verifies,
  type BackupRoot,
} from '../fixtures/backup-root.ts';
import {
  ARTIFACT_NAME,
  backupOf,
  makeFolder,
  makeWorkspace,
  PROJECT,
  runBundle,
} from '../fixtures/run-bundle.ts';
import { readTree, unpack } from '../fixtures/stock-tools.ts';
import { useArtifactService } from '../fixtures/use-servers.ts';

/** A link to a folder: on Windows a junction, which needs no rights. */
async function linkFolder(target: string, path: string): Promise<void> {
  await symlink(target, path, 'junction');
}

/** A folder as the original Python tool made them: no manifest, no sums. */
async function makePythonBackup(project: string, id: string): Promise<void> {
  const metadata = {
    timestamp: isoTime(id),
    project_id: PROJECT,
    environment: 'production',
    tool_version: '1.0.0',
  };
  const content = {
    project_id: PROJECT,
    environment: 'production',
    tenants: [],
    flows: [],
    metadata,
  };
  await mkdir(join(project, id), { recursive: true });
  await writeFile(join(project, id, 'project.json'), JSON.stringify(content, null, 2));
}

async function makeEmptyRoot(): Promise<BackupRoot> {
  const made = rootIn(await makeWorkspace());
  await mkdir(made.project, { recursive: true });
  return made;
}

describe('links', () => {
  test('a project folder that is a link is refused, and what it leads to is untouched', async () => {
    const elsewhere = await makeBackupRoot();
    const before = await hashTree(elsewhere.root);
    const { workspace, root, project } = rootIn(await makeWorkspace());
    await mkdir(root);
    await linkFolder(elsewhere.project, project);

    const { status, errors, outputs } = await runBundle({ workspace, ...frozenAt(NOW) });
    expect(status).toBe(1);
    expect(errors).toEqual([
      `::error::descope-backup: ${project} is a link or a file, not a folder: ` +
        'remove it, or set backup-root to the place that it leads to',
    ]);
    expect(outputs).toEqual({});
    expect(await readdir(root)).toEqual([PROJECT]);
    expect(await hashTree(elsewhere.root)).toEqual(before);
  });

  test('a project folder that is a link to nowhere is refused', async () => {
    const { workspace, root, project } = rootIn(await makeWorkspace());
    await mkdir(root);
    await linkFolder(join(workspace, 'nowhere'), project);

    const { status, errors } = await runBundle({ workspace, ...frozenAt(NOW) });
    expect(status).toBe(1);
    expect(errors).toEqual([expect.stringContaining(`${project} is a link or a file`)]);
    expect(await readdir(workspace)).toEqual(['backups', 'descope.yaml']);
  });

  test('a backup root that is a link works, for old backups too', async () => {
    const elsewhere = await makeBackupRoot();
    const workspace = await makeWorkspace();
    await linkFolder(elsewhere.root, join(workspace, 'backups'));

    const result = await runBundle({ workspace, ...frozenAt(NOW) });
    expect(result).toMatchObject({ status: 0, errors: [], warnings: [] });
    expect(await datedFolders(elsewhere.project)).toEqual([RECENT_ID, NEW_ID]);
    expect(result.outputs['pruned-count']).toBe(String(OLD_IDS.length));
    expect(await verifies(backupOf(result).path)).toBe(true);
  });

  describe('with an upload', () => {
    const service = useArtifactService();

    test.each([
      ['the first backup', 0],
      ['the second backup', 1],
    ])('a backup root that is a link works: %s', async (_which, earlier) => {
      const elsewhere = await makeFolder();
      const workspace = await makeWorkspace();
      await linkFolder(elsewhere, join(workspace, 'backups'));
      for (let n = 0; n < earlier; n++) await runBundle({ workspace });

      const result = await runBundle({ workspace, env: service.env });
      expect(result).toMatchObject({ status: 0, errors: [], warnings: [] });
      const uploaded = await readTree(await unpack(await service.downloadZip(ARTIFACT_NAME)));
      expect(uploaded.size).toBe(3 * (earlier + 1));
      expect(uploaded).toEqual(await readTree(elsewhere));
    });

    test('a workspace that is reached through a link works', async () => {
      const workspace = join(await makeFolder(), 'link');
      await linkFolder(await makeWorkspace(), workspace);

      const result = await runBundle({ workspace, env: service.env });
      expect(result).toMatchObject({ status: 0, errors: [], warnings: [] });
      expect(service.artifacts).toHaveLength(1);
    });
  });
});

describe('a dated name that is taken', () => {
  const takers: Record<string, (path: string) => Promise<unknown>> = {
    'a file': (path) => writeFile(path, 'mine'),
    'an empty folder': (path) => mkdir(path),
    'a link to nowhere': (path) => linkFolder(`${path}-nowhere`, path),
    'a link to a folder': async (path) => {
      const target = await makeFolder();
      await writeFile(join(target, 'file'), 'mine');
      await linkFolder(target, path);
    },
  };

  test.each(Object.keys(takers))('by %s: the backup gets the next name', async (kind) => {
    const { workspace, project } = await makeEmptyRoot();
    await takers[kind]?.(join(project, NEW_ID));
    const before = await hashTree(project);

    const { status, outputs } = await runBundle({ workspace, ...frozenAt(NOW) });
    expect(status).toBe(0);
    expect(outputs['backup-id']).toBe(`${NEW_ID}_2`);
    expect(await verifies(join(project, `${NEW_ID}_2`))).toBe(true);
    expect((await readdir(project)).sort()).toEqual([NEW_ID, `${NEW_ID}_2`]);
    const after = await hashTree(project);
    for (const [path, hash] of before) expect([path, after.get(path)]).toEqual([path, hash]);
  });

  test.each(Object.keys(takers).filter((kind) => kind !== 'an empty folder'))(
    'long ago by %s: it is left alone',
    async (kind) => {
      const { workspace, project } = await makeEmptyRoot();
      await takers[kind]?.(join(project, OLD_IDS[0]));
      const before = await hashTree(project);

      const { status, outputs, stdout } = await runBundle({ workspace, ...frozenAt(NOW) });
      expect(status).toBe(0);
      expect(outputs['pruned-count']).toBe('0');
      expect(stdout).not.toContain(OLD_IDS[0]);
      const after = await hashTree(project);
      for (const [path, hash] of before) expect([path, after.get(path)]).toEqual([path, hash]);
    },
  );
});

describe('names that look like ours and are not', () => {
  const names = [
    '20260231_000000',
    '20250229_120000',
    '20260101_240000',
    '20260101_030060',
    '20260101_030000_1',
    '20260101_030000_0',
    '20260101_030000_02',
    '20260101_030000_2 ',
    ' 20260101_030000',
    '20260101_030000_X',
    '20260101-030000',
    '20260101T030000',
    '20260101_030000Z',
    '2026010_030000',
    '20260101_030000.bak',
    '２０２６０１０１_０３００００',
    '20260101_030000é'.normalize('NFC'),
    '20260102_030000é'.normalize('NFD'),
    '.TMP-20260101_030000-0123abcd',
    '.Trash-20260102_030000-0123abcd',
    '.trash-20260101_030000-0123ABCD',
    '.tmp-mine',
    '.trash-20260231',
    '.trash',
  ].filter((name) => process.platform !== 'win32' || !name.endsWith(' '));

  test('are left alone', async () => {
    const { workspace, project } = await makeBackupRoot();
    for (const name of names) {
      await mkdir(join(project, name));
      await writeFile(join(project, name, 'project.json'), '{}');
    }
    // Systems may store a name in another form of Unicode: what they list is what must stay.
    const listed = (await readdir(project)).filter(
      (name) => !(OLD_IDS as readonly string[]).includes(name),
    );
    expect(listed.length).toBeGreaterThan(names.length);

    const { status, outputs, stdout } = await runBundle({ workspace, ...frozenAt(NOW) });
    expect(status).toBe(0);
    expect(outputs['pruned-count']).toBe(String(OLD_IDS.length));
    expect((await readdir(project)).sort()).toEqual([...listed, NEW_ID].sort());
    const decided = [...stdout.matchAll(/^(?:Kept|Removed) (.+?):/gm)].map(([, id]) => id);
    expect(decided.sort()).toEqual([...OLD_IDS, RECENT_ID, NEW_ID]);
  });
});

describe('other projects', () => {
  /** Whether names that differ by case alone are one name. */
  async function ignoresCase(folder: string): Promise<boolean> {
    await mkdir(join(folder, 'case'));
    return stat(join(folder, 'CASE')).then(
      () => true,
      () => false,
    );
  }

  test('in the same root are untouched', async () => {
    const { workspace, root } = await makeBackupRoot();
    for (const other of [`${PROJECT}2`, `${PROJECT}-`, 'My_project', 'zzz']) {
      await makePythonBackup(join(root, other), OLD_IDS[0]);
      await mkdir(join(root, other, `.trash-${OLD_IDS[1]}-0123abcd`));
    }
    const others = (tree: ReadonlyMap<string, string>) =>
      [...tree].filter(([path]) => path !== PROJECT && !path.startsWith(join(PROJECT, '/')));
    const before = others(await hashTree(root));

    const { status, outputs } = await runBundle({ workspace, ...frozenAt(NOW) });
    expect({ status, pruned: outputs['pruned-count'] }).toEqual({ status: 0, pruned: '2' });
    expect(others(await hashTree(root))).toEqual(before);
  });

  test('whose id differs by case alone are untouched', async () => {
    const { workspace, root, project } = await makeBackupRoot();
    const upper = join(root, PROJECT.toUpperCase());
    if (await ignoresCase(workspace)) {
      // One folder cannot be both: the run that has the other spelling must not take it for its
      // own.
      await rename(project, upper);
    } else {
      await makePythonBackup(upper, OLD_IDS[0]);
    }
    const before = await hashTree(upper);

    const { status, errors } = await runBundle({ workspace, ...frozenAt(NOW) });
    if ((await readdir(root)).includes(PROJECT)) {
      expect(status).toBe(0);
    } else {
      expect(status).toBe(1);
      expect(errors).toEqual([expect.stringContaining('does not tell upper from lower case')]);
    }
    expect(await hashTree(upper)).toEqual(before);
  });
});

describe('folders of the original Python tool', () => {
  test('are listed and removed by age', async () => {
    const { workspace, project } = await makeEmptyRoot();
    await makePythonBackup(project, '20251101_030000');
    await makePythonBackup(project, '20260215_030000');

    const { status, stdout, warnings } = await runBundle({ workspace, ...frozenAt(NOW) });
    expect(status).toBe(0);
    expect(await datedFolders(project)).toEqual(['20260215_030000', NEW_ID]);
    expect(stdout).toContain('Removed 20251101_030000: 120 days older');
    expect(stdout).toContain('Kept 20260215_030000: 14 days older');
    expect(warnings).toEqual([
      '::warning::20260215_030000 does not verify: project.json alone: a folder of the original Python tool, without checksums. It is kept as it is',
    ]);
    // What is kept is as it was.
    const kept = JSON.parse(
      await readFile(join(project, '20260215_030000', 'project.json'), 'utf8'),
    ) as object;
    expect(kept).toHaveProperty('metadata.timestamp', '2026-02-15T03:00:00Z');
  });

  test('never count as verified', async () => {
    const { workspace, project } = await makeEmptyRoot();
    const inputs = { 'minimum-backups': '2' };
    await backUpAt(isoTime('20251101_030000'), workspace);
    await makePythonBackup(project, '20251201_030000');
    await makePythonBackup(project, '20251202_030000');
    expect(await verifies(join(project, '20251201_030000'))).toBe(false);

    // Two verified backups are to survive: the newer folders of the original tool are not among
    // them.
    const { status } = await runBundle({ workspace, inputs, ...frozenAt(NOW) });
    expect(status).toBe(0);
    expect(await datedFolders(project)).toEqual(['20251101_030000', NEW_ID]);
  });
});

describe('time zones', () => {
  const zones = ['America/New_York', 'Europe/Berlin', 'Pacific/Apia', 'UTC'];
  /**
   * Each a day and a little, and a day to the second, before the last run; clocks change in
   * between.
   */
  const changes = [
    ['spring in New York', '2026-03-07T07:29:59Z', '2026-03-07T07:30:00Z', '2026-03-08T07:30:00Z'],
    ['autumn in New York', '2026-10-31T06:29:59Z', '2026-10-31T06:30:00Z', '2026-11-01T06:30:00Z'],
    ['spring in Berlin', '2026-03-28T01:29:59Z', '2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z'],
    ['autumn in Berlin', '2026-10-24T01:29:59Z', '2026-10-24T01:30:00Z', '2026-10-25T01:30:00Z'],
  ] as const;

  test.each(changes)('%s: names are UTC, and the same backups go', async (_name, ...times) => {
    const ids = times.map((time) => time.replace(/[-:Z]/g, '').replace('T', '_'));
    const decisions: unknown[] = [];
    for (const zone of zones) {
      const { workspace, project } = rootIn(await makeWorkspace());
      for (const [index, time] of times.entries()) {
        const { nodeArgs, env } = frozenAt(time);
        const { status, outputs, stdout } = await runBundle({
          workspace,
          inputs: { 'retention-days': '1' },
          nodeArgs,
          env: { ...env, TZ: zone },
        });
        expect({ zone, status, id: outputs['backup-id'] }).toEqual({
          zone,
          status: 0,
          id: ids[index],
        });
        if (index === 2) decisions.push(stdout.match(/^(?:Kept|Removed) .+$/gm));
      }
      expect({ zone, left: await datedFolders(project) }).toEqual({ zone, left: ids.slice(1) });
    }
    expect(decisions[0]).toHaveLength(3);
    expect(decisions).toEqual(zones.map(() => decisions[0]));
  });
});
