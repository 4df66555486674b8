import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatJson } from '../../../src/json/write.ts';
import type { JsonValue } from '../../../src/json/value.ts';
import type { BackupManifest } from '../../../src/models/manifest.ts';
import { assetContent } from '../../../src/project/restore/snapshot.ts';
import type { RawProject } from '../../../src/services/restore/objects.ts';
import { liveSideOf, readSavedSide } from '../../../src/services/restore/read-side.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import { rawProject, sideOf } from '../../fixtures/restore/sides.ts';

function bytesOf(path: string, content: JsonValue): Buffer | string {
  if (path.endsWith('.json')) return formatJson(content);
  return Buffer.from(content as string, /\.(?:txt|html)$/.test(path) ? 'utf8' : 'base64');
}

async function writeBackup(folder: string, raw: RawProject): Promise<void> {
  const write = async (path: string, content: Buffer | string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  const metadata = {
    timestamp: '2026-11-22T03:00:00Z',
    project_id: 'P2x',
    environment: 'production',
    tool_version: '1.1.0',
  };
  const project = {
    project_id: 'P2x',
    environment: 'production',
    tenants: raw.tenants.map((tenant) => ({
      tenant_id: tenant['id'] ?? '',
      config: {
        id: tenant['id'] ?? '',
        name: tenant['name'] ?? '',
        domains: [],
        self_provisioning: false,
        custom_attributes: {},
      },
      tenant_data: tenant,
      metadata,
    })),
    flows: raw.flows.map(({ id, data }) => ({ flow_id: id, flow_data: data, metadata })),
    metadata,
  };
  await write('project.json', formatJson(project));
  for (const [section, value] of raw.resources) {
    await write(`resources/${section}.json`, formatJson(value));
  }
  for (const [path, content] of raw.snapshot)
    await write(`snapshot/${path}`, bytesOf(path, content));
}

describe('a side of a plan', () => {
  const state = mixedProject();
  state.flows = state.flows.slice(1);
  const raw = rawProject(state, { isPro: true });
  const manifest = (type: string): BackupManifest =>
    ({
      backup_id: '20261122_030000',
      source: { type },
      coverage: raw.coverage,
      counts: { tenants: raw.tenants.length, flows: raw.flows.length },
    }) as unknown as BackupManifest;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'side-'));
    await writeBackup(folder, raw);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is read from a backup as it was', async () => {
    const side = await readSavedSide(folder, manifest('management-api'));
    expect(side).toEqual(sideOf(state, { isPro: true }));
    expect(side.sections.get('snapshot')?.get('assets/logo.png')).toBeDefined();
  });

  it('is never one of a config file', async () => {
    await expect(readSavedSide(folder, manifest('config-file'))).rejects.toThrow(
      'backup 20261122_030000 is one of a config file',
    );
  });

  it('is made of a capture, whose places are no places of a backup', () => {
    const side = liveSideOf({
      tenants: raw.tenants.map((data) => ({ unpack: () => ({ data }) })),
      flows: raw.flows.map(({ id, data }) => ({ id, data: { unpack: () => data } })),
      resources: raw.resources,
      snapshot: new Map(
        [...raw.snapshot].map(([path, content]) => [
          path,
          path.endsWith('.json') ? { unpack: () => content } : (bytesOf(path, content) as Buffer),
        ]),
      ),
      coverage: raw.coverage,
    });
    expect(side).toEqual(sideOf(state, { isPro: true }, 'live'));
    const places = [...(side.sections.get('outbound-apps')?.values() ?? [])].flatMap(
      ({ withheld }) => withheld.map(({ place }) => place),
    );
    expect(places.length).toBeGreaterThan(0);
    expect(places.every((place) => place.startsWith('live '))).toBe(true);
  });

  it('keeps the bytes of assets', () => {
    expect(assetContent('a/logo.png', Buffer.from([1, 255]))).toBe('Af8=');
    expect(assetContent('a/notice.txt', Buffer.from('Grüezi'))).toBe('Grüezi');
  });
});
