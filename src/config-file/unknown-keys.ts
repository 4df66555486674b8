/**
 * Keys that the schema does not know. Most are kept and warned about; one that stands for a key of
 * the file is wrong.
 */
import { DescopeConfig, FlowConfig, TenantConfig } from '../models/config.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { meantKey } from './near-keys.ts';
import type { DocumentPath, ConfigFinding } from './problems.ts';

const KNOWN_KEYS = {
  file: new Set(Object.keys(DescopeConfig.unwrap().shape)),
  tenant: new Set(Object.keys(TenantConfig.unwrap().shape)),
  flow: new Set(Object.keys(FlowConfig.unwrap().shape)),
};

/** The keys of the file that may be left out: what would be missing then is missing in silence. */
const OPTIONAL_KEYS = Object.keys(DescopeConfig.unwrap().shape).filter((key) => key !== 'version');

/**
 * Finds keys such as `tenant` in a file without `tenants`, whose backup would lack what they hold,
 * or hold `auth`.
 */
export function findMisnamedKeys(config: JsonObject): ConfigFinding[] {
  const missing = OPTIONAL_KEYS.filter((key) => !Object.hasOwn(config, key));
  return Object.keys(config).flatMap((key) => {
    const meant = KNOWN_KEYS.file.has(key) ? undefined : meantKey(key, missing);
    if (meant === undefined) return [];
    const message =
      `unknown key ${JSON.stringify(key)} in the file: did you mean ${JSON.stringify(meant)}? Rename it; ` +
      `if it is meant as it is, write ${JSON.stringify(meant)} beside it, which may be empty`;
    return [{ path: [key], atKey: true, message }];
  });
}

function adviseOn(key: string, where: keyof typeof KNOWN_KEYS): string {
  const meant = meantKey(key, KNOWN_KEYS[where]);
  return meant === undefined
    ? 'it is kept in the backup as written; check its spelling'
    : `did you mean ${JSON.stringify(meant)}? It is kept in the backup as written`;
}

/**
 * Keys that the schema does not know, once each, with how often they were seen. They are kept all
 * the same.
 */
export function findUnknownKeys(config: JsonObject): ConfigFinding[] {
  const seen = new Map<
    string,
    { path: DocumentPath; key: string; where: keyof typeof KNOWN_KEYS; count: number }
  >();
  const look = (where: keyof typeof KNOWN_KEYS, value: JsonValue, at: DocumentPath): void => {
    if (!isJsonObject(value)) return;
    for (const key of Object.keys(value)) {
      if (KNOWN_KEYS[where].has(key)) continue;
      const name = `${where} ${key}`;
      const known = seen.get(name);
      if (known === undefined) seen.set(name, { path: [...at, key], key, where, count: 1 });
      else known.count++;
    }
  };
  look('file', config, []);
  const list = (key: string) => (config[key] ?? []) as readonly JsonValue[];
  for (const [index, tenant] of list('tenants').entries()) {
    look('tenant', tenant, ['tenants', index]);
  }
  for (const [index, flow] of list('flows').entries()) look('flow', flow, ['flows', index]);
  return [...seen.values()].map(({ path, key, where, count }) => ({
    path,
    atKey: true,
    message:
      `unknown key ${JSON.stringify(key)} in ${where === 'file' ? 'the file' : `a ${where}`}` +
      `${count > 1 ? ` (${count} times)` : ''}: ${adviseOn(key, where)}`,
  }));
}
