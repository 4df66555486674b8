/**
 * Whether dist/ is what the source builds, told by a hash: the build writes that of what it read
 * into dist/source.sha256, and before tests run the bundles it is compared with that of the source
 * as it is now.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the build leaves the hash, relative to the root of the repository. */
export const SOURCE_HASH_FILE = 'dist/source.sha256';

/**
 * What else than src/ decides what is built: the versions of packages, the compiler's options, the
 * build itself.
 */
const BESIDE_SRC = ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs'];

/** What an editor or a system leaves in src/ is no source. */
const SOURCE_NAME = /^[^.#].*\.(?:ts|js|mjs|cjs|json)$/;

/** Paths of the files under src/ in the same order on every system, with forward slashes. */
function sourceFiles(root) {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE_NAME.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(join(root, 'src').length + 1).replaceAll('\\', '/'))
    .map((path) => `src/${path}`)
    .sort((a, b) => (a < b ? -1 : 1));
}

/**
 * SHA-256, in lower-case hexadecimal, of what dist/ is built from. The same on every system: a
 * checkout whose lines end in CRLF has the hash of one whose lines end in LF.
 *
 * @param {string} root the folder of the repository
 */
export function sourceHash(root) {
  const hash = createHash('sha256');
  for (const path of [...sourceFiles(root), ...BESIDE_SRC]) {
    const text = readFileSync(join(root, path), 'latin1').replaceAll('\r\n', '\n');
    // The lengths keep two files apart whose border moved.
    hash.update(`${Buffer.byteLength(path)} ${path} ${text.length}\n`).update(text, 'latin1');
  }
  return hash.digest('hex');
}

/**
 * Says in dist/ what it was built from. To be called at the end of the build.
 *
 * @param {string} root the folder of the repository
 */
export function writeSourceHash(root) {
  writeFileSync(join(root, SOURCE_HASH_FILE), `${sourceHash(root)}\n`);
}

/**
 * @param {string} root the folder of the repository
 * @throws Error when dist/ was not built from the source as it is now, and so does not show what it
 * does
 */
export function checkSourceHash(root) {
  const built = readBuiltHash(root);
  if (built === sourceHash(root)) return;
  const reason =
    built === undefined
      ? `${SOURCE_HASH_FILE} is missing: nothing says what dist/ was built from`
      : 'dist/ was built from another source than the one in src/';
  throw new Error(`${reason}. Tests of the bundles would try the wrong ones: run npm run build`);
}

/** Undefined when the file is not there. */
function readBuiltHash(root) {
  try {
    return readFileSync(join(root, SOURCE_HASH_FILE), 'utf8').trim();
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
