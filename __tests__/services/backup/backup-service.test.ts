/** The service of backups: what it writes, and what it lists. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DescopeConfig } from '../../../src/models/config.ts';
import { BackupManifest } from '../../../src/models/manifest.ts';
import { BackupService } from '../../../src/services/index.ts';
import { sha256 } from '../../../src/storage/checksums.ts';
import { config, readJson, useDatedBackups } from '../../fixtures/dated-backups.ts';

const given = useDatedBackups();

test('test_create_backup', async () => {
  const path = await given.service.createBackup('P2test123', 'test', config);
  const data = await readJson(path, 'project.json');
  expect(data['project_id']).toBe('P2test123');
  expect(data['tenants']).toHaveLength(1);
});

test('test_list_backups', async () => {
  const empty = DescopeConfig.parse({ version: '1.0', tenants: [] });
  await given.service.createBackup('P2test', 'test', empty);
  await given.service.createBackup('P2test', 'test', empty);
  const backups = await given.service.listBackups('P2test');
  // The plan's own code gave one folder for two backups in the same second.
  expect(backups.map(({ id }) => id)).toEqual(['20261122_030000_2', '20261122_030000']);
});

test('test_retention_policy', () => {
  expect(given.service.retentionDays).toBe(30);
});

test('keeps its backups in the home folder unless told otherwise', () => {
  expect(new BackupService().backupRoot).toBe(join(homedir(), '.descope-mgmt', 'backups'));
});

describe('createBackup', () => {
  test('writes the files that the format describes, and nothing else', async () => {
    const path = await given.service.createBackup('P2test', 'test', config, {
      source: { type: 'config-file', path: 'descope.yaml', sha256: sha256('x') },
      coverage: [{ section: 'users', status: 'not-covered', count: 0, note: 'why' }],
    });
    expect(path).toBe(join(given.root, 'P2test', '20261122_030000'));
    expect((await readdir(path)).sort()).toEqual(['SHA256SUMS', 'manifest.json', 'project.json']);
    expect(await readdir(join(given.root, 'P2test'))).toEqual(['20261122_030000']);

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
    const path = await given.service.createBackup(
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
      const path = await given.service.createBackup('P2test', 'test', make(reverse));
      hashes.push((await readJson(path, 'manifest.json'))['content_sha256']);
    }
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('leaves names alone that something else has taken', async () => {
    const folder = join(given.root, 'P2test');
    await mkdir(join(folder, '20261122_030000'), { recursive: true });
    await writeFile(join(folder, '20261122_030000_2'), 'a file');
    await symlink(given.root, join(folder, '20261122_030000_3'));
    const path = await given.service.createBackup('P2test', 'test', config);
    expect(path).toBe(join(folder, '20261122_030000_4'));
    expect(await readdir(join(folder, '20261122_030000'))).toEqual([]);
    expect(await given.service.verifyBackup(path)).toMatchObject({ verified: true });
  });

  test('refuses a project id that is no folder name, and writes nothing', async () => {
    await expect(given.service.createBackup('../x', 'test', config)).rejects.toThrow(
      'project id "../x" cannot be a folder name',
    );
    expect(await readdir(given.root)).toEqual([]);
  });

  test('stops when it is cancelled, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const tenants = Array.from({ length: 3000 }, (_, index) => ({ id: `t-${index}`, name: 'T' }));
    const creating = given.service.createBackup(
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
    expect(await readdir(join(given.root, 'P2test'))).toEqual([]);
    await expect(
      given.service.createBackup('P2test', 'test', config, { signal: controller.signal }),
    ).rejects.toThrow('cancelled');
  });

  test('reports its progress', async () => {
    const seen: [number, number][] = [];
    const tenants = Array.from({ length: 2500 }, (_, index) => ({ id: `t-${index}`, name: 'T' }));
    await given.service.createBackup(
      'P2test',
      'test',
      DescopeConfig.parse({ version: '1.0', tenants }),
      {
        onProgress: (done, total) => seen.push([done, total]),
      },
    );
    expect(seen).toEqual([
      [1000, 2500],
      [2000, 2500],
    ]);
  });

  test('says that a file is in the way of the backup root', async () => {
    const blocked = join(given.root, 'file');
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
    expect(await given.service.listBackups('P2other')).toEqual([]);
    const nowhere = new BackupService({ backupRoot: join(given.root, 'nowhere') });
    expect(await nowhere.listBackups('P2test')).toEqual([]);
  });

  test('lists dated folders alone', async () => {
    await given.backupOf(0);
    const folder = join(given.root, 'P2test');
    await mkdir(join(folder, '20200101_000000'));
    await mkdir(join(folder, '20260231_000000'));
    await mkdir(join(folder, '.tmp-20261122_030000-0123abcd'));
    await mkdir(join(folder, 'notes'));
    await writeFile(join(folder, '20210101_000000'), '');
    await symlink(given.root, join(folder, '20220101_000000'));
    expect((await given.service.listBackups('P2test')).map(({ id }) => id)).toEqual([
      '20261122_030000',
      '20200101_000000',
    ]);
  });

  test('refuses a project folder that is a link or a file', async () => {
    await mkdir(join(given.root, 'elsewhere'));
    await symlink(join(given.root, 'elsewhere'), join(given.root, 'P2link'));
    await writeFile(join(given.root, 'P2file'), '');
    await expect(given.service.listBackups('P2link')).rejects.toThrow(
      'is a link or a file, not a folder',
    );
    await expect(given.service.listBackups('P2file')).rejects.toThrow(
      'is a link or a file, not a folder',
    );
    await expect(given.service.createBackup('P2link', 'test', config)).rejects.toThrow('is a link');
    expect(await readdir(join(given.root, 'elsewhere'))).toEqual([]);
  });
});
