/**
 * Whether a folder may hold what was read from a live project. In doubt it does: strangers must not
 * get it.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupManifest } from '../models/manifest.ts';
import { MAX_RECORD_BYTES } from '../storage/archive-limits.ts';
import type { RetainedBackup } from './upload-list.ts';

const MANIFEST = 'manifest.json';
const PROJECT = 'project.json';
/** All that a backup of a config file has. */
const CONFIG_FILE_NAMES: ReadonlySet<string> = new Set([MANIFEST, PROJECT, 'SHA256SUMS']);
/** More is not worth reading to find out. */
const MAX_PROJECT_BYTES = 16 * MAX_RECORD_BYTES;

async function readObject(path: string, maxBytes: number): Promise<Record<string, unknown>> {
  const { size } = await stat(path);
  if (size > maxBytes) throw new Error('it is too large');
  return JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
}

/** An entry of a list in project.json. */
interface Entry {
  readonly tenant_data?: unknown;
  readonly flow_data?: { readonly template?: unknown };
}

/**
 * Whether all of it has the shape of a config file: flows made from templates, tenants without the
 * service's answer.
 */
function isOfConfigFile({ tenants, flows }: Record<string, unknown>): boolean {
  return (
    (tenants as readonly Entry[]).every((tenant) => !Object.hasOwn(tenant, 'tenant_data')) &&
    (flows as readonly Entry[]).every((flow) => typeof flow.flow_data?.template === 'string')
  );
}

async function isCertainlyOfConfigFile(path: string): Promise<boolean> {
  const names = await readdir(path);
  if (!names.every((name) => CONFIG_FILE_NAMES.has(name))) return false;
  if (names.includes(MANIFEST)) {
    const manifest = BackupManifest.parse(await readObject(join(path, MANIFEST), MAX_RECORD_BYTES));
    if (manifest.source.type !== 'config-file') return false;
  }
  return (
    !names.includes(PROJECT) ||
    isOfConfigFile(await readObject(join(path, PROJECT), MAX_PROJECT_BYTES))
  );
}

/**
 * A verified backup says what it is; any other counts as live unless everything in it says that it
 * is not.
 */
export async function mayBeLive({ path, verification }: RetainedBackup): Promise<boolean> {
  if (verification.verified) return verification.manifest.source.type === 'management-api';
  return !(await isCertainlyOfConfigFile(path).catch(() => false));
}
