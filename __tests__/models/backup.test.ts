import { describe, expect, test } from '@jest/globals';
import { BackupMetadata, ProjectBackup, TenantBackup } from '../../src/models/backup.ts';
import { DescopeConfig, flowId, FlowConfig, TenantConfig } from '../../src/models/config.ts';
import { BackupManifest } from '../../src/models/manifest.ts';

const metadata = BackupMetadata.parse({
  timestamp: '2026-11-22T03:00:00Z',
  project_id: 'P2test123',
  environment: 'test',
});

test('test_tenant_backup_creation', () => {
  const config = TenantConfig.parse({
    id: 'acme-corp',
    name: 'Acme Corporation',
    domains: ['acme.com'],
  });
  const backup = TenantBackup.parse({ tenant_id: 'acme-corp', config, metadata });
  expect(backup.tenant_id).toBe('acme-corp');
  expect(backup.config.name).toBe('Acme Corporation');
  expect(backup.metadata.project_id).toBe('P2test123');
});

test('test_project_backup_aggregation', () => {
  const backup = ProjectBackup.parse({
    project_id: 'P2test123',
    environment: 'test',
    tenants: [],
    flows: [],
    metadata,
  });
  expect(backup.project_id).toBe('P2test123');
  expect(backup.tenants).toHaveLength(0);
  expect(backup.flows).toHaveLength(0);
});

test('test_backup_serialization', () => {
  const config = TenantConfig.parse({ id: 'acme-corp', name: 'Acme Corp' });
  const backup = TenantBackup.parse({ tenant_id: 'acme-corp', config, metadata });
  const data = JSON.parse(JSON.stringify(backup)) as Record<string, unknown>;
  expect(data['tenant_id']).toBe('acme-corp');
  expect(data).toHaveProperty('config');
  expect(data).toHaveProperty('metadata');
});

describe('the schemas', () => {
  test('give read-only values, to the type checker and at run time', () => {
    const config = DescopeConfig.parse({ version: '1.0', tenants: [{ id: 'abc', name: 'A' }] });
    expect(() => {
      // @ts-expect-error: the type is read-only
      config.version = '2.0';
    }).toThrow(TypeError);
    expect(() => {
      // @ts-expect-error: the list is read-only
      config.tenants[0] = undefined;
    }).toThrow(TypeError);
    expect(() => {
      // @ts-expect-error: an entry is read-only
      (config.tenants[0] as TenantConfig).name = 'B';
    }).toThrow(TypeError);
  });

  test('keep unknown keys', () => {
    expect(TenantConfig.parse({ id: 'abc', name: 'A', tier: 3 })).toHaveProperty('tier', 3);
    expect(DescopeConfig.parse({ version: '1', extra: {} })).toHaveProperty('extra', {});
  });

  test('write defaults out', () => {
    expect(TenantConfig.parse({ id: 'abc', name: 'A' })).toEqual({
      id: 'abc',
      name: 'A',
      domains: [],
      self_provisioning: false,
      custom_attributes: {},
    });
    expect(FlowConfig.parse({ template: 't', name: 'n' })).toEqual({
      template: 't',
      name: 'n',
      enabled: true,
      config: {},
    });
    expect(metadata.tool_version).toBe('1.0.0');
  });

  test('count a name in code points', () => {
    const name = '😀'.repeat(100);
    expect(TenantConfig.safeParse({ id: 'abc', name }).success).toBe(true);
    expect(TenantConfig.safeParse({ id: 'abc', name: `${name}x` }).success).toBe(false);
  });

  test('refuse a manifest of another format version', () => {
    expect(BackupManifest.safeParse({ format_version: 2 }).success).toBe(false);
  });
});

describe('flowId', () => {
  test.each([
    [{ id: 'own', name: 'MFA Login' }, 'own'],
    [{ id: undefined, name: 'MFA Login' }, 'mfa-login'],
    [{ id: undefined, name: '  Élan & Co. (v2) ' }, 'elan-co-v2'],
    [{ id: undefined, name: '日本語' }, ''],
  ])('%j gives %j', (flow, expected) => {
    expect(flowId(flow)).toBe(expected);
  });
});
