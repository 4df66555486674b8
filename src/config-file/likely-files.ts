/** Which file was meant where there is no config file at the path that was given. */
import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { displayPath } from './display-path.ts';

/** What a config file of descope-mgmt is called, unless told otherwise. */
const USUAL_NAME = 'descope.yaml';

const CONFIG_EXTENSION = /\.(?:ya?ml|json)$/i;

/** More folders of a workspace are not searched. */
const MAX_FOLDERS = 100;

/**
 * The entries of a folder, by name; none when it cannot be read, for this only helps another error.
 */
async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `descope` for `Descope.YML`. */
function stemOf(name: string): string {
  return name.replace(CONFIG_EXTENSION, '').toLowerCase();
}

/**
 * Finds files that are called like a config file, whatever their ending and case.
 *
 * @param wanted a path whose name, or the usual one, they must have
 * @param folders absolute
 * @returns the paths as users know them
 */
export async function findConfigFiles(
  wanted: string,
  folders: readonly string[],
  workspace: string,
): Promise<string[]> {
  const stems = new Set([stemOf(basename(wanted)), stemOf(USUAL_NAME)]);
  const found: string[] = [];
  for (const folder of folders) {
    for (const entry of await entriesOf(folder)) {
      const isConfig = CONFIG_EXTENSION.test(entry.name) && stems.has(stemOf(entry.name));
      if (entry.isFile() && isConfig) found.push(displayPath(join(folder, entry.name), workspace));
    }
  }
  return found;
}

/** Hidden folders, packages, and names that no line of a log should hold. */
const SKIPPED_FOLDER = /^(?:\.|node_modules$)|\p{Cc}/u;

/** The folder of a path, the workspace and the folders in it. */
async function likelyFolders(path: string, workspace: string): Promise<string[]> {
  const inside = (await entriesOf(workspace))
    .filter((entry) => entry.isDirectory() && !SKIPPED_FOLDER.test(entry.name))
    .slice(0, MAX_FOLDERS)
    .map(({ name }) => join(workspace, name));
  return Array.from(new Set([dirname(path), workspace, ...inside]));
}

/**
 * Says why there is no config file at a path, and what to do.
 *
 * @param path absolute
 */
export async function explainMissing(path: string, workspace: string): Promise<string> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats?.isSymbolicLink() === true) {
    return 'it is a link to a file that is not there: correct the link, or set config-path to the file itself';
  }
  const [other] = await findConfigFiles(path, await likelyFolders(path, workspace), workspace);
  return other === undefined
    ? 'there is no such file: check config-path, and that actions/checkout ran before this step'
    : `there is no such file, but there is ${other}: set config-path to it, or rename it`;
}
