/** The parsing of manifest.json. */
import { BackupManifest, contentRules, FORMAT_VERSION } from '../../models/manifest.ts';
import { parseJson } from '../../json/parse.ts';
import { isJsonObject } from '../../json/value.ts';
import { CONTENT_RULES } from '../../project/noise.ts';

/**
 * @throws Error that says what is wrong with it, or that a newer release is needed to read the
 * backup
 */
export function parseManifest(bytes: Buffer): BackupManifest {
  const value = parseJson(bytes);
  const version = isJsonObject(value) ? value['format_version'] : undefined;
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    throw new Error(`format version ${version} is newer than this release can read`);
  }
  const manifest = BackupManifest.safeParse(value);
  if (!manifest.success) {
    const { path, message } = manifest.error.issues[0] ?? { path: [], message: '' };
    throw new Error(`not a backup manifest: ${path.join('.') || 'top level'}: ${message}`);
  }
  const rules = contentRules(manifest.data);
  if (rules > CONTENT_RULES) {
    throw new Error(`content rules ${rules} are newer than this release can read`);
  }
  return manifest.data;
}
