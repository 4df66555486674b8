import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { DescopeConfig } from '../../src/models/config.ts';
import { BackupService } from '../../src/services/index.ts';

test('test_backup_service_integration', async () => {
  const root = await mkdtemp(join(tmpdir(), 'descope-backup-integration-'));
  try {
    const service = new BackupService({ backupRoot: root });
    const config = DescopeConfig.parse({
      version: '1.0',
      tenants: [
        { id: 'acme-corp', name: 'Acme Corporation' },
        { id: 'widget-co', name: 'Widget Company' },
      ],
    });
    const path = await service.createBackup('P2test', 'test', config);
    expect(await service.listBackups('P2test')).toHaveLength(1);
    const data = JSON.parse(await readFile(join(path, 'project.json'), 'utf8')) as {
      tenants: unknown[];
    };
    expect(data.tenants).toHaveLength(2);
  } finally {
    await rm(root, { recursive: true });
  }
});
