import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DescopeConfig } from '../../../src/models/config.ts';
import { BackupManifest } from '../../../src/models/manifest.ts';
import { formatBackupId, wholeSecond } from '../../../src/services/backup/backup-id.ts';
import { BackupService } from '../../../src/services/index.ts';
import { formatChecksums, sha256 } from '../../../src/storage/checksums.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 22, 3, 0, 0, 500);

let root: string;
let now: number;
let service: BackupService;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'descope-backup-service-'));
  now = NOW;
  service = new BackupService({ backupRoot: root, clock: () => now });
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const config = DescopeConfig.parse({
  version: '1.0',
  tenants: [{ id: 'acme-corp', name: 'Acme Corp', domains: ['b.example', 'a.example'] }],
  flows: [{ template: 'mfa', name: 'MFA Login' }],
});

/** A backup that was taken so many days ago and compared with one before it. */
async function comparedBackupOf(days: number, environment?: string): Promise<string> {
  const path = await backupOf(days, environment);
  const verification = await service.verifyBackup(path);
  if (!verification.verified) throw new Error(verification.problems.join());
  await service.amendBackup(path, verification.manifest, {
    status: 'complete',
    previous: { backup_id: '20200101_000000', manifest_sha256: 'ab'.repeat(32) },
  });
  return path;
}

async function readJson(...path: string[]): Promise<Record<string, never>> {
  return JSON.parse(await readFile(join(...path), 'utf8')) as Record<string, never>;
}

const LINE = { environment: 'test', source: { type: 'config-file' } } as const;

/** A backup that was taken so many days ago. */
async function backupOf(days: number, environment = 'test'): Promise<string> {
  now = NOW - days * DAY_MS;
  const path = await service.createBackup('P2test', environment, config);
  now = NOW;
  return path;
}

test('test_create_backup', async () => {
  const path = await service.createBackup('P2test123', 'test', config);
  const data = await readJson(path, 'project.json');
  expect(data['project_id']).toBe('P2test123');
  expect(data['tenants']).toHaveLength(1);
});

test('test_list_backups', async () => {
  const empty = DescopeConfig.parse({ version: '1.0', tenants: [] });
  await service.createBackup('P2test', 'test', empty);
  await service.createBackup('P2test', 'test', empty);
  const backups = await service.listBackups('P2test');
  // The plan's own code gave one folder for two backups in the same second.
  expect(backups.map(({ id }) => id)).toEqual(['20261122_030000_2', '20261122_030000']);
});

test('test_retention_policy', () => {
  expect(service.retentionDays).toBe(30);
});

test('keeps its backups in the home folder unless told otherwise', () => {
  expect(new BackupService().backupRoot).toBe(join(homedir(), '.descope-mgmt', 'backups'));
});

describe('createBackup', () => {
  test('writes the files that the format describes, and nothing else', async () => {
    const path = await service.createBackup('P2test', 'test', config, {
      source: { type: 'config-file', path: 'descope.yaml', sha256: sha256('x') },
      coverage: [{ section: 'users', status: 'not-covered', count: 0, note: 'why' }],
    });
    expect(path).toBe(join(root, 'P2test', '20261122_030000'));
    expect((await readdir(path)).sort()).toEqual(['SHA256SUMS', 'manifest.json', 'project.json']);
    expect(await readdir(join(root, 'P2test'))).toEqual(['20261122_030000']);

    const metadata = {
      timestamp: '2026-11-22T03:00:00Z',
      project_id: 'P2test',
      environment: 'test',
      tool_version: '1.0.0',
    };
    const project = await readFile(join(path, 'project.json'), 'utf8');
    expect(JSON.parse(project)).toEqual({
      project_id: 'P2test',
      environment: 'test',
      metadata,
      config: { version: '1.0' },
      tenants: [
        {
          tenant_id: 'acme-corp',
          config: {
            id: 'acme-corp',
            name: 'Acme Corp',
            domains: ['b.example', 'a.example'],
            self_provisioning: false,
            custom_attributes: {},
          },
          metadata,
        },
      ],
      flows: [
        {
          flow_id: 'mfa-login',
          flow_data: { template: 'mfa', name: 'MFA Login', enabled: true, config: {} },
          metadata,
        },
      ],
    });
    expect(project).toBe(`${JSON.stringify(JSON.parse(project), null, 2)}\n`);

    const manifest = BackupManifest.parse(await readJson(path, 'manifest.json'));
    expect(manifest).toEqual({
      format_version: 1,
      backup_id: '20261122_030000',
      created_at: '2026-11-22T03:00:00Z',
      project_id: 'P2test',
      environment: 'test',
      tool: { name: 'descope-backup', version: '1.0.0' },
      source: { type: 'config-file', path: 'descope.yaml', sha256: sha256('x') },
      status: 'complete',
      // The definition of docs/format.md, written out.
      content_rules: 2,
      content_sha256: sha256(
        '{"flows":[{"flow_data":{"config":{},"enabled":true,"name":"MFA Login","template":"mfa"},"flow_id":"mfa-login"}],' +
          '"tenants":[{"config":{"custom_attributes":{},"domains":["a.example","b.example"],"id":"acme-corp",' +
          '"name":"Acme Corp","self_provisioning":false},"tenant_id":"acme-corp"}]}',
      ),
      counts: { tenants: 1, flows: 1 },
      coverage: [{ section: 'users', status: 'not-covered', count: 0, note: 'why' }],
    });
  });

  test('never stores auth', async () => {
    const path = await service.createBackup(
      'P2test',
      'test',
      DescopeConfig.parse({ version: '1.0', auth: { key: 'canary' } }),
    );
    expect(await readFile(join(path, 'project.json'), 'utf8')).not.toContain('canary');
  });

  test('gives the same content hash whatever the order of tenants, flows, keys and domains', async () => {
    const entries = { tenants: ['abc', 'xyz', 'mno'], flows: ['b', 'a'] };
    const make = (reverse: boolean) => {
      const order = <T>(list: readonly T[]): readonly T[] => (reverse ? list.toReversed() : list);
      return DescopeConfig.parse({
        version: '1.0',
        tenants: order(entries.tenants).map((id) => ({
          ...(reverse ? { z: 1, name: id, id } : { id, name: id, z: 1 }),
          domains: order([`a.${id}.com`, `b.${id}.com`]),
        })),
        flows: order(entries.flows).map((name) => ({ template: 't', name })),
      });
    };
    const hashes = [];
    for (const reverse of [false, true]) {
      const path = await service.createBackup('P2test', 'test', make(reverse));
      hashes.push((await readJson(path, 'manifest.json'))['content_sha256']);
    }
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('leaves names alone that something else has taken', async () => {
    const folder = join(root, 'P2test');
    await mkdir(join(folder, '20261122_030000'), { recursive: true });
    await writeFile(join(folder, '20261122_030000_2'), 'a file');
    await symlink(root, join(folder, '20261122_030000_3'));
    const path = await service.createBackup('P2test', 'test', config);
    expect(path).toBe(join(folder, '20261122_030000_4'));
    expect(await readdir(join(folder, '20261122_030000'))).toEqual([]);
    expect(await service.verifyBackup(path)).toMatchObject({ verified: true });
  });

  test('refuses a project id that is no folder name, and writes nothing', async () => {
    await expect(service.createBackup('../x', 'test', config)).rejects.toThrow(
      'project id "../x" cannot be a folder name',
    );
    expect(await readdir(root)).toEqual([]);
  });

  test('stops when it is cancelled, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const tenants = Array.from({ length: 3000 }, (_, index) => ({ id: `t-${index}`, name: 'T' }));
    const creating = service.createBackup(
      'P2test',
      'test',
      DescopeConfig.parse({ version: '1.0', tenants }),
      {
        signal: controller.signal,
        onProgress: () => {
          controller.abort(new Error('cancelled'));
        },
      },
    );
    await expect(creating).rejects.toThrow('cancelled');
    expect(await readdir(join(root, 'P2test'))).toEqual([]);
    await expect(
      service.createBackup('P2test', 'test', config, { signal: controller.signal }),
    ).rejects.toThrow('cancelled');
  });

  test('reports its progress', async () => {
    const seen: [number, number][] = [];
    const tenants = Array.from({ length: 2500 }, (_, index) => ({ id: `t-${index}`, name: 'T' }));
    await service.createBackup('P2test', 'test', DescopeConfig.parse({ version: '1.0', tenants }), {
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(seen).toEqual([
      [1000, 2500],
      [2000, 2500],
    ]);
  });

  test('says that a file is in the way of the backup root', async () => {
    const blocked = join(root, 'file');
    await writeFile(blocked, '');
    await expect(
      new BackupService({ backupRoot: join(blocked, 'x') }).createBackup('P2test', 'test', config),
    ).rejects.toThrow(
      /could not write a backup under .*a part of the path is a file, not a folder \(ENOTDIR\)/,
    );
  });
});

describe('listBackups', () => {
  test('is empty for a project that was never backed up', async () => {
    expect(await service.listBackups('P2other')).toEqual([]);
    const nowhere = new BackupService({ backupRoot: join(root, 'nowhere') });
    expect(await nowhere.listBackups('P2test')).toEqual([]);
  });

  test('lists dated folders alone', async () => {
    await backupOf(0);
    const folder = join(root, 'P2test');
    await mkdir(join(folder, '20200101_000000'));
    await mkdir(join(folder, '20260231_000000'));
    await mkdir(join(folder, '.tmp-20261122_030000-0123abcd'));
    await mkdir(join(folder, 'notes'));
    await writeFile(join(folder, '20210101_000000'), '');
    await symlink(root, join(folder, '20220101_000000'));
    expect((await service.listBackups('P2test')).map(({ id }) => id)).toEqual([
      '20261122_030000',
      '20200101_000000',
    ]);
  });

  test('refuses a project folder that is a link or a file', async () => {
    await mkdir(join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(root, 'P2link'));
    await writeFile(join(root, 'P2file'), '');
    await expect(service.listBackups('P2link')).rejects.toThrow(
      'is a link or a file, not a folder',
    );
    await expect(service.listBackups('P2file')).rejects.toThrow(
      'is a link or a file, not a folder',
    );
    await expect(service.createBackup('P2link', 'test', config)).rejects.toThrow('is a link');
    expect(await readdir(join(root, 'elsewhere'))).toEqual([]);
  });
});

/** Every way of damaging a backup that the format must notice; each gives the problems that are told. */
const damages: [what: string, damage: (path: string) => Promise<unknown>, problem: RegExp][] = [
  [
    'a missing project.json',
    (path) => rm(join(path, 'project.json')),
    /project\.json is listed in SHA256SUMS but missing/,
  ],
  [
    'a missing manifest.json',
    (path) => rm(join(path, 'manifest.json')),
    /manifest\.json is listed in SHA256SUMS but missing/,
  ],
  ['missing sums', (path) => rm(join(path, 'SHA256SUMS')), /SHA256SUMS is missing/],
  [
    'an extra file',
    (path) => writeFile(join(path, 'extra'), ''),
    /extra is not listed in SHA256SUMS/,
  ],
  [
    'an extra file in a folder',
    async (path) => {
      await mkdir(join(path, 'deep'));
      await writeFile(join(path, 'deep', 'extra'), '');
    },
    /deep\/extra is not listed in SHA256SUMS/,
  ],
  [
    'a changed byte',
    (path) => writeFile(join(path, 'project.json'), ' '),
    /project\.json was changed/,
  ],
  [
    'broken sums',
    (path) => writeFile(join(path, 'SHA256SUMS'), 'x\n'),
    /SHA256SUMS, line 1: not a sum that sha256sum wrote/,
  ],
  [
    'cut sums',
    (path) => writeFile(join(path, 'SHA256SUMS'), 'x'),
    /SHA256SUMS does not end with a line break/,
  ],
  [
    'a link',
    async (path) => {
      await rename(join(path, 'project.json'), join(root, 'moved'));
      await symlink(join(root, 'moved'), join(path, 'project.json'));
    },
    /project\.json is a link or another special file/,
  ],
  [
    'the original Python tool',
    async (path) => {
      await rm(join(path, 'SHA256SUMS'));
      await rm(join(path, 'manifest.json'));
    },
    /a folder of the original Python tool/,
  ],
];

/** Changes that come with sums made anew: what the files say must hold all the same. */
const forgeries: [
  file: 'project.json' | 'manifest.json',
  from: string | RegExp,
  to: string,
  problem: RegExp,
][] = [
  ['project.json', 'Acme Corp', 'Evil Corp', /content_sha256 is/],
  [
    'project.json',
    '"P2test"',
    '"P2else"',
    /project\.json: project_id is "P2else", expected "P2test"/,
  ],
  [
    'project.json',
    /"environment": "test"/,
    '"environment": "prod"',
    /project\.json: environment is "prod", expected "test"/,
  ],
  [
    'project.json',
    '03:00:00Z',
    '03:00:01Z',
    /metadata\.timestamp 2026-11-22T03:00:01Z is not the folder's time/,
  ],
  ['project.json', '"tenants": [', '"tenants": [5,', /tenants\[0\] is not a saved tenant/],
  ['project.json', '"flows": [', '"flows": [{},', /flows\[0\] is not a saved flow/],
  ['project.json', '"project_id"', '"project"', /not a project backup: project_id: /],
  ['project.json', '{', '', /project\.json: /],
  [
    'manifest.json',
    '"20261122_030000"',
    '"20261122_030001"',
    /backup_id is "20261122_030001", expected "20261122_030000"/,
  ],
  [
    'manifest.json',
    '03:00:00Z',
    '04:00:00Z',
    /created_at 2026-11-22T04:00:00Z is not the folder's time/,
  ],
  ['manifest.json', '"tenants": 1', '"tenants": 2', /counts\.tenants is 2, expected 1/],
  ['manifest.json', '"flows": 1', '"flows": 0', /counts\.flows is 0, expected 1/],
  [
    'manifest.json',
    '"format_version": 1',
    '"format_version": 2',
    /format version 2 is newer than this release can read/,
  ],
  ['manifest.json', '"complete"', '"great"', /not a backup manifest: status: /],
  ['manifest.json', /[\s\S]*/, '[]', /not a backup manifest: top level: /],
];

describe('verifyBackup', () => {
  test('proves a good backup', async () => {
    const verification = await service.verifyBackup(await backupOf(0));
    expect(verification).toMatchObject({
      verified: true,
      manifest: { backup_id: '20261122_030000' },
    });
  });

  test.each(damages)('notices %s', async (_what, damage, problem) => {
    const path = await backupOf(0);
    await damage(path);
    const verification = await service.verifyBackup(path);
    expect(verification).toMatchObject({ verified: false, unreadable: false });
    expect('problems' in verification && verification.problems.join('; ')).toMatch(problem);
  });

  test.each(forgeries)(
    'notices a changed %s with new sums: %s to %s',
    async (file, from, to, problem) => {
      const path = await backupOf(0);
      const before = await readFile(join(path, file), 'utf8');
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      await writeFile(join(path, file), after);
      const sums = new Map<string, string>();
      for (const name of ['project.json', 'manifest.json'])
        sums.set(name, sha256(await readFile(join(path, name))));
      await writeFile(join(path, 'SHA256SUMS'), formatChecksums(sums));
      const verification = await service.verifyBackup(path);
      expect(verification).toMatchObject({ verified: false });
      expect('problems' in verification && verification.problems.join('; ')).toMatch(problem);
    },
  );

  test('accepts project.json in another layout, as long as it says the same', async () => {
    const path = await backupOf(0);
    const project = await readJson(path, 'project.json');
    await writeFile(join(path, 'project.json'), JSON.stringify(project));
    const sums = new Map<string, string>();
    for (const name of ['project.json', 'manifest.json'])
      sums.set(name, sha256(await readFile(join(path, name))));
    await writeFile(join(path, 'SHA256SUMS'), formatChecksums(sums));
    expect(await service.verifyBackup(path)).toMatchObject({ verified: true });
  });

  test('notices a backup that was copied to another date or project', async () => {
    const path = await backupOf(0);
    const redated = join(root, 'P2test', '20261122_030001');
    await cp(path, redated, { recursive: true });
    expect(await service.verifyBackup(redated)).toMatchObject({ verified: false });
    const other = join(root, 'P2other', '20261122_030000');
    await cp(path, other, { recursive: true });
    expect(await service.verifyBackup(other)).toMatchObject({ verified: false });
  });

  test('says so when there is no folder', async () => {
    expect(await service.verifyBackup(join(root, 'nothing'))).toMatchObject({
      verified: false,
      unreadable: false,
      isLegacy: false,
    });
    await writeFile(join(root, 'file'), '');
    expect(await service.verifyBackup(join(root, 'file'))).toEqual({
      verified: false,
      problems: ['it is not a folder'],
      unreadable: false,
      isLegacy: false,
    });
  });
});

describe('cleanupOldBackups', () => {
  test('removes what is older than the window and reports each decision', async () => {
    for (const days of [40, 29, 0]) await comparedBackupOf(days);
    const result = await service.cleanupOldBackups('P2test', LINE);
    expect(result.removed).toEqual([
      { id: '20261013_030000', reason: '40 days older than the newest verified backup, over 30' },
    ]);
    expect(result.kept.map(({ id }) => id)).toEqual(['20261122_030000', '20261024_030000']);
    expect((await readdir(join(root, 'P2test'))).sort()).toEqual([
      '20261024_030000',
      '20261122_030000',
    ]);
    expect(await service.cleanupOldBackups('P2test', LINE)).toMatchObject({ removed: [] });
  });

  test('removes nothing in a dry run, and says what it would', async () => {
    for (const days of [40, 0]) await comparedBackupOf(days);
    const result = await service.cleanupOldBackups('P2test', LINE, { dryRun: true });
    expect(result.removed).toEqual([]);
    expect(result.kept[1]?.reason).toBe(
      'dry run, else removed: 40 days older than the newest verified backup, over 30',
    );
    expect(await readdir(join(root, 'P2test'))).toHaveLength(2);
  });

  test('leaves the backups of other lines to their own runs', async () => {
    for (const days of [70, 60, 50]) await comparedBackupOf(days, 'staging');
    await comparedBackupOf(0);
    const { kept, removed } = await service.cleanupOldBackups('P2test', LINE);
    expect(removed).toEqual([]);
    expect(kept.at(-1)?.reason).toBe('it belongs to another line, staging/config-file');
    const staging = { ...LINE, environment: 'staging' };
    const result = await new BackupService({
      backupRoot: root,
      retentionDays: 10,
      clock: () => now,
    }).cleanupOldBackups('P2test', staging);
    expect(result.removed.map(({ id }) => id)).toEqual(['20260913_030000']);
    expect(await readdir(join(root, 'P2test'))).toContain('20261122_030000');
  });

  test('keeps the oldest one of a line that was never compared: the next run starts from it', async () => {
    for (const days of [50, 40, 0]) await backupOf(days);
    const { removed, kept } = await service.cleanupOldBackups('P2test', LINE);
    expect(removed.map(({ id }) => id)).toEqual(['20261013_030000']);
    expect(kept.at(-1)?.reason).toBe('it is what the next one is compared with');
  });

  describe('of folders that do not verify', () => {
    /** A dated folder of so many days ago, with this one file. */
    async function folderOf(days: number, file: string, text: string): Promise<string> {
      const path = join(
        root,
        'P2test',
        formatBackupId({ time: wholeSecond(NOW - days * DAY_MS), sequence: 1 }),
      );
      await mkdir(path, { recursive: true });
      await writeFile(join(path, file), text);
      return path;
    }
    const legacy = (environment: string) =>
      JSON.stringify({ project_id: 'P2test', tenants: [{}], flows: [], metadata: { environment } });
    const manifestOf = (environment: string, type = 'config-file') =>
      JSON.stringify({ format_version: 99, environment, source: { type } });

    test('removes one of the original Python tool with its own line', async () => {
      await comparedBackupOf(0);
      const own = await folderOf(40, 'project.json', legacy('test'));
      const other = await folderOf(41, 'project.json', legacy('staging'));
      const unknown = await folderOf(42, 'project.json', '{}');
      const broken = await folderOf(43, 'project.json', '{"metadata": {');
      const old = await folderOf(100, 'project.json', '[]');
      const { removed } = await service.cleanupOldBackups('P2test', LINE);
      expect(removed.map(({ id }) => id)).toEqual([basename(own), basename(old)]);
      for (const path of [other, unknown, broken]) {
        expect(await readdir(path)).toEqual(['project.json']);
      }
    });

    test('removes a damaged one after 90 days, unless it says that it is of another line', async () => {
      await comparedBackupOf(0);
      const gone = [
        await folderOf(100, 'manifest.json', manifestOf('test')),
        await folderOf(101, 'manifest.json', 'no JSON'),
        await folderOf(102, 'manifest.json', '{"environment": "staging"}'),
        await folderOf(103, 'nothing', ''),
      ];
      await folderOf(50, 'manifest.json', manifestOf('test'));
      await folderOf(104, 'manifest.json', manifestOf('staging'));
      await folderOf(105, 'manifest.json', manifestOf('test', 'of a later release'));
      const linked = await folderOf(106, 'other', '');
      await writeFile(join(root, 'outside.json'), manifestOf('staging'));
      await symlink(join(root, 'outside.json'), join(linked, 'manifest.json'));
      const { removed } = await service.cleanupOldBackups('P2test', LINE);
      expect(removed.map(({ id }) => id)).toEqual([...gone, linked].map((path) => basename(path)));
    });

    test('keeps one when the disk fails as it is asked whose it is', async () => {
      await comparedBackupOf(0);
      await folderOf(100, 'project.json', legacy('test'));
      const backups = await service.inspectBackups('P2test');
      // A name that no file can have: the disk says so with a code.
      const tooLong = backups.map((backup, index) =>
        index === 0 ? backup : { ...backup, path: join(root, 'x'.repeat(300)) },
      );
      const { removed, kept } = await service.cleanupOldBackups('P2test', LINE, {
        backups: tooLong,
      });
      expect(removed).toEqual([]);
      expect(kept.at(-1)?.reason).toMatch(
        /^its line is not known: it could not be read: .*ENAMETOOLONG/,
      );
    });

    test('does not read a file that is too large to be what it should', async () => {
      await comparedBackupOf(0);
      const path = await folderOf(100, 'manifest.json', manifestOf('staging'));
      await truncate(join(path, 'manifest.json'), 17 * 1024 ** 2);
      expect((await service.cleanupOldBackups('P2test', LINE)).removed).toHaveLength(1);
    });
  });

  test('warns of a backup from the future and keeps it', async () => {
    await comparedBackupOf(-10);
    await comparedBackupOf(0);
    const { warnings, kept } = await service.cleanupOldBackups('P2test', LINE);
    expect(kept).toHaveLength(2);
    expect(warnings).toEqual([
      '20261202_030000 is dated in the future: it is kept; check the clock that made it',
    ]);
  });

  test('removes nothing while a backup cannot be read', async () => {
    for (const days of [40, 0]) await comparedBackupOf(days);
    const backups = await service.inspectBackups('P2test');
    const blocked = backups.map((backup, index) => ({
      ...backup,
      verification:
        index === 0
          ? { verified: false as const, problems: ['EIO'], unreadable: true, isLegacy: false }
          : backup.verification,
    }));
    const result = await service.cleanupOldBackups('P2test', LINE, { backups: blocked });
    expect(result.removed).toEqual([]);
    expect(result.warnings).toEqual([
      'nothing is pruned while a backup cannot be read: 20261122_030000',
    ]);
  });

  test('says nothing of a folder that another run has removed meanwhile', async () => {
    for (const days of [50, 40, 0]) await comparedBackupOf(days);
    const backups = await service.inspectBackups('P2test');
    await rm(join(root, 'P2test', '20261013_030000'), { recursive: true });
    const result = await service.cleanupOldBackups('P2test', LINE, { backups });
    expect(result.removed.map(({ id }) => id)).toEqual(['20261003_030000']);
    expect(result.failed).toEqual([]);
    expect(result.retained.map(({ id }) => id)).toEqual(['20261122_030000']);
  });

  test('sweeps leftovers that are older than a day, and nothing else', async () => {
    await comparedBackupOf(0);
    const folder = join(root, 'P2test');
    const old = new Date(NOW - 2 * DAY_MS);
    for (const name of [
      '.tmp-20261120_030000-0123abcd',
      '.trash-20261001_030000-0123abcd',
      '.trash-20261001_030000',
      '.tmp-mine',
      'notes',
    ]) {
      await mkdir(join(folder, name));
      await utimes(join(folder, name), old, old);
    }
    await mkdir(join(folder, '.tmp-20261122_030000-89abcdef'));
    await utimes(join(folder, '.tmp-20261122_030000-89abcdef'), new Date(NOW), new Date(NOW));
    await service.cleanupOldBackups('P2test', LINE, { dryRun: true });
    expect(await readdir(folder)).toHaveLength(7);
    await service.cleanupOldBackups('P2test', LINE);
    expect((await readdir(folder)).sort()).toEqual([
      '.tmp-20261122_030000-89abcdef',
      '.tmp-mine',
      '20261122_030000',
      'notes',
    ]);
  });

  test('reads no backup again that is known already', async () => {
    const path = await comparedBackupOf(0);
    const verification = await service.verifyBackup(path);
    await rm(join(path, 'SHA256SUMS'));
    const [inspected] = await service.inspectBackups('P2test', new Map([[path, verification]]));
    expect(inspected?.verification).toBe(verification);
  });
});
