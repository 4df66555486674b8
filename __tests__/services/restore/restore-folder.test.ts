import { appendFile, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { parseJson } from '../../../src/json/parse.ts';
import type { RestorePlan } from '../../../src/models/restore-plan.ts';
import { projectId } from '../../../src/project/inputs/fields.ts';
import { findProjectFolder } from '../../../src/services/backup/project-folder.ts';
import {
  createRestoreFolder,
  findRestore,
  findRestoresFolder,
  listRestores,
  readJournal,
  readRestorePlan,
  readRestoreReport,
  writeRestorePlan,
  writeRestoreReport,
  type RestoreFolder,
} from '../../../src/services/restore/restore-folder.ts';
import { runInProcess, UploadRecorder } from '../../fixtures/in-process.ts';
import { samplePlan, sampleReport } from '../../fixtures/restore-plan.ts';
import { makeFolder, makeWorkspace } from '../../fixtures/run-bundle.ts';

const NOW = Date.parse('2026-11-25T10:15:00.750Z');
const ID = '20261125_101500';

let root: string;

beforeEach(async () => {
  root = await makeFolder();
});

const create = (now = NOW): Promise<RestoreFolder> => createRestoreFolder(root, 'P2abc', now);

describe('the folder of a restore', () => {
  test('is dated, beside the backups of its project, and never one that is there', async () => {
    const first = await create();
    expect(first.path).toBe(join(await findRestoresFolder(root, 'P2abc'), ID));
    expect(first.path.endsWith(join('P2abc.restores', ID))).toBe(true);
    expect((await create()).id).toBe(`${ID}_2`);
    await writeFile(join(root, 'P2abc.restores', `${ID}_3`), '');
    expect((await create(NOW + 200)).id).toBe(`${ID}_4`);
    expect((await create(NOW + 1000)).id).toBe('20261125_101501');
  });

  test('is made by one of several at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => create()));
    expect(new Set(made.map(({ path }) => path)).size).toBe(8);
    expect(await listRestores(root, 'P2abc')).toHaveLength(8);
  });

  test('is not made in a link, which could lead anywhere', async () => {
    const elsewhere = await makeFolder();
    await symlink(elsewhere, join(root, 'P2abc.restores'), 'junction');
    await expect(create()).rejects.toThrow('is a link or a file, not a folder');
    expect(await readdir(elsewhere)).toEqual([]);
  });

  test('cannot be that of a project', () => {
    expect(projectId.safeParse('P2abc').success).toBe(true);
    expect(projectId.safeParse('P2abc.restores').success).toBe(false);
    expect(projectId.safeParse('P2abc.').success).toBe(false);
  });
});

describe('the list of restores', () => {
  test('has the newest first, and nothing that is none', async () => {
    const ids = [(await create()).id, (await create()).id, (await create(NOW + 60_000)).id];
    const parent = await findRestoresFolder(root, 'P2abc');
    await mkdir(join(parent, '20260231_000000'));
    await mkdir(join(parent, 'notes'));
    await writeFile(join(parent, '20261125_111111'), '');
    expect((await listRestores(root, 'P2abc')).map(({ id }) => id)).toEqual(ids.reverse());
  });

  test('is empty where there is nothing', async () => {
    expect(await listRestores(root, 'P2abc')).toEqual([]);
    expect(await listRestores(join(root, 'none'), 'P2abc')).toEqual([]);
  });

  test('finds one by its id, or names those that are there', async () => {
    await expect(findRestore(root, 'P2abc', ID)).rejects.toThrow(
      /^there is no restore "20261125_101500" of project P2abc in .*P2abc\.restores: there is none at all$/,
    );
    const { path } = await create();
    expect((await findRestore(root, 'P2abc', ID)).path).toBe(path);
    await expect(findRestore(root, 'P2abc', '../x')).rejects.toThrow(`the newest are ${ID}`);
    await expect(findRestore(root, 'P2other', ID)).rejects.toThrow('there is none at all');
  });
});

describe('plan and report', () => {
  test('are read as they were written, to the last digit, and nothing else is left', async () => {
    const folder = await create();
    const exact = parseJson(Buffer.from('12345678901234567890'));
    const [step] = samplePlan().steps;
    const plan: RestorePlan = {
      ...samplePlan(),
      steps: [
        {
          ...step,
          section: 'tenants',
          id: 'a',
          action: 'update',
          loses: [],
          reason: undefined,
          edits: [{ pointer: '/customAttributes/n', before: exact, after: null }],
        },
      ],
    };
    expect(basename(await writeRestorePlan(folder, plan))).toBe('plan.json');
    const [read] = (await readRestorePlan(folder)).steps;
    expect(read?.edits).toEqual([{ pointer: '/customAttributes/n', before: exact, after: null }]);
    expect(read).not.toHaveProperty('reason');
    expect(await readFile(join(folder.path, 'plan.json'), 'utf8')).toContain(
      '12345678901234567890',
    );

    const path = await writeRestoreReport(folder, sampleReport(), '# A page\n');
    expect(basename(path)).toBe('report.json');
    expect(await readRestoreReport(folder)).toEqual(sampleReport());
    expect((await readdir(folder.path)).sort()).toEqual(['plan.json', 'report.json', 'report.md']);
    expect(await readFile(join(folder.path, 'report.md'), 'utf8')).toBe('# A page\n');
  });

  test('replace what was there as a whole', async () => {
    const folder = await create();
    await writeRestorePlan(folder, samplePlan());
    await writeRestorePlan(folder, samplePlan({ risk: 'low' }));
    expect((await readRestorePlan(folder)).risk).toBe('low');
  });

  test('that cannot be written leave nothing behind', async () => {
    const folder = await create();
    await mkdir(join(folder.path, 'plan.json', 'in the way'), { recursive: true });
    await expect(writeRestorePlan(folder, samplePlan())).rejects.toThrow(
      'could not write plan.json of the restore',
    );
    expect(await readdir(folder.path)).toEqual(['plan.json']);
  });

  test('that are missing or damaged are an error that says so', async () => {
    const folder = await create();
    await expect(readRestorePlan(folder)).rejects.toThrow(
      `the restore ${ID} has no plan.json: it ended before that was written`,
    );
    const damage = async (text: string): Promise<void> => {
      await writeFile(join(folder.path, 'report.json'), text);
    };
    await damage('{"format_version": 1,');
    await expect(readRestoreReport(folder)).rejects.toThrow(
      `report.json of the restore ${ID} is damaged: `,
    );
    await damage('{"format_version": 1, "format_version": 1}');
    await expect(readRestoreReport(folder)).rejects.toThrow('the same key twice');
    await damage(JSON.stringify({ ...sampleReport(), proof: 'fine' }));
    await expect(readRestoreReport(folder)).rejects.toThrow(/is damaged: proof: .*artifact/);
    await damage('[]');
    await expect(readRestoreReport(folder)).rejects.toThrow('is damaged: Invalid input');
  });
});

describe('a journal', () => {
  const line = (event: object): string => `${JSON.stringify(event)}\n`;
  const start = {
    event: 'start',
    at: '2026-11-25T10:15:00Z',
    restore_id: ID,
    plan_id: 'a'.repeat(64),
    project_id: 'P2abc',
    safety_backup_id: ID,
  };
  const write = {
    seq: 1,
    at: '2026-11-25T10:15:01Z',
    objects: [{ section: 'roles', id: 'a' }],
    action: 'create',
    call: 'roleCreate',
  };
  const whole = [
    start,
    { event: 'begin', ...write },
    { event: 'end', ...write, outcome: 'done', new_id: 'R1' },
  ];

  test('is read line by line', async () => {
    const folder = await create();
    await writeFile(join(folder.path, 'journal.jsonl'), whole.map(line).join(''));
    expect(await readJournal(folder)).toEqual({ lines: whole, isCut: false });
  });

  test('that is cut anywhere tells the lines that are whole', async () => {
    const folder = await create();
    const text = whole.map(line).join('');
    for (let length = 0; length <= text.length; length += 7) {
      const part = text.slice(0, length);
      await writeFile(join(folder.path, 'journal.jsonl'), part);
      const { lines, isCut } = await readJournal(folder);
      expect(lines).toEqual(whole.slice(0, part.split('\n').length - 1));
      expect(isCut).toBe(part !== '' && !part.endsWith('\n'));
    }
  });

  test('that is damaged elsewhere than at its end is an error that names the line', async () => {
    const folder = await create();
    const file = join(folder.path, 'journal.jsonl');
    await writeFile(file, line(start));
    await appendFile(file, '{"event": "beg\n');
    await appendFile(file, line({ event: 'end', ...write, outcome: 'done' }));
    await expect(readJournal(folder)).rejects.toThrow(
      `journal.jsonl, line 2 of the restore ${ID} is damaged`,
    );
    await writeFile(file, line(start) + line({ event: 'end', ...write, outcome: 'perhaps' }));
    await expect(readJournal(folder)).rejects.toThrow(/line 2 .* is damaged: outcome: /);
    await rm(file);
    await expect(readJournal(folder)).rejects.toThrow('has no journal.jsonl');
  });
});

describe('the backup action', () => {
  /** Every file below a folder, with its text. */
  const contentOf = async (folder: string): Promise<[string, string][]> => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path, await readFile(path, 'utf8')] as [string, string];
      }),
    );
  };

  test('neither lists, prunes nor uploads what restores left, however old and whatever it looks like', async () => {
    const workspace = await makeWorkspace();
    const recorder = new UploadRecorder();
    const inputs = { 'retention-days': '1', history: 'none' };
    const run = (now: string) =>
      runInProcess({
        workspace,
        inputs,
        clock: () => Date.parse(now),
        makeArtifactClient: recorder.makeArtifactClient,
        env: { GITHUB_ACTIONS: 'true', ACTIONS_RUNTIME_TOKEN: 'token' },
      });
    const first = await run('2026-01-01T03:00:00Z');
    expect(first.error).toBeUndefined();
    const backup = first.outputs['backup-path'] ?? '';
    const backups = join(workspace, 'backups');
    const restore = await createRestoreFolder(
      backups,
      'my-project',
      Date.parse('2020-01-01T00:00:00Z'),
    );
    await writeRestorePlan(restore, samplePlan());
    // A whole backup among the restores, and what looks like a leftover of ours.
    await cp(backup, join(restore.path, '..', basename(backup)), { recursive: true });
    await mkdir(join(restore.path, '..', '.trash-20200101_000000'));
    await writeFile(join(restore.path, '..', '.trash-20200101_000000', 'file'), 'kept');
    const before = await contentOf(join(backups, 'my-project.restores'));
    expect(before.length).toBeGreaterThan(4);

    const second = await run('2026-03-01T03:00:00Z');
    expect(second.error).toBeUndefined();
    expect(second.outputs['pruned-count']).toBe('1');
    expect(second.lines.join('\n')).not.toContain('.restores');
    expect(await contentOf(join(backups, 'my-project.restores'))).toEqual(before);
    expect(await findProjectFolder(backups, 'my-project')).not.toContain('.restores');
    const files = recorder.uploads.flatMap((upload) => upload.files);
    expect(recorder.uploads).toHaveLength(2);
    expect(files.filter((file) => file.includes('.restores'))).toEqual([]);
  });
});
