/** The tree for git: one file an object, in a stable form. docs/git-tree.md describes it. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainIoError } from '../../storage/io-errors.ts';
import { parseJson } from '../../json/parse.ts';
import { formatJson } from '../../json/write.ts';
import { SECTION_ROWS } from '../../project/sections/index.ts';
import { flowFileOf } from '../../project/snapshot-layout.ts';
import { removeTree } from '../../storage/remove-tree.ts';
import { kindOf } from './git-tree-place.ts';
import { isJsonFile } from '../backup/resources-and-snapshot.ts';
import type { ProjectState, SectionState } from '../changes/project-state.ts';
import { treeNames, type TreeName } from './tree-names.ts';

/** The folders of a tree, which belong to this tool alone. */
const PARTS = ['tenants', 'flows', 'resources', 'snapshot'] as const;
/** Where a tree is written before it takes its place. */
const STAGING = '.descope-backup-tree.tmp';

/** Says that the parts beside it may be replaced. */
const MARKER_FILE = '.descope-backup-tree';
const MARKER_TEXT =
  'The folders tenants, flows, resources and snapshot beside this file are written by descope-backup\n' +
  '(input git-tree), which replaces them whole in every run. Do not edit or add files there.\n';

/** Sections whose objects are files beside those of the tenants that they belong to. */
const TENANT_ENDINGS: readonly (readonly [section: string, ending: string])[] = [
  ['tenants', '.json'],
  ...SECTION_ROWS.flatMap(({ name, identity }) =>
    identity.by === 'tenant' ? [[name, identity.treeEnding] as const] : [],
  ),
];
const WITH_FOLDER_OF_THEIR_OWN: ReadonlySet<string> = new Set([
  ...TENANT_ENDINGS.map(([section]) => section),
  'flows',
  'snapshot',
]);

/** Files that are to be written at once. */
const WRITERS = 8;

/** A file of a tree: its path with forward slashes, and JSON text. */
type TreeFile = readonly [path: string, text: string];

const NO_OBJECTS: SectionState = new Map();

/**
 * Tenants with their SSO and settings. A name is chosen for all three files of a tenant, so that
 * they stay together.
 */
function* tenantFiles(state: ProjectState): Generator<TreeFile> {
  const ids = new Set(
    TENANT_ENDINGS.flatMap(([section]) => [...(state.get(section)?.keys() ?? [])]),
  );
  const names = namesOf([...ids].map((id) => ({ id, ending: '', escapesDots: true })));
  for (const [section, ending] of TENANT_ENDINGS) {
    for (const [id, text] of state.get(section) ?? NO_OBJECTS) {
      yield [`tenants/${names.get(id) as string}${ending}`, text];
    }
  }
}

function namesOf(entries: readonly TreeName[]): Map<string, string> {
  const names = treeNames(entries);
  return new Map(entries.map(({ id }, index) => [id, names[index] as string]));
}

/** One file an object. */
function* objectFiles(folder: string, objects: SectionState): Generator<TreeFile> {
  const names = namesOf([...objects.keys()].map((id) => ({ id, ending: '.json' })));
  for (const [id, text] of objects) yield [`${folder}/${names.get(id) as string}`, text];
}

function* resourceFiles(state: ProjectState): Generator<TreeFile> {
  const sections = [...state].filter(([section]) => !WITH_FOLDER_OF_THEIR_OWN.has(section));
  const names = namesOf(sections.map(([id]) => ({ id, ending: '', escapesDots: true })));
  for (const [section, objects] of sections) {
    const path = `resources/${names.get(section) as string}`;
    const whole = objects.size === 1 ? objects.get(section) : undefined;
    if (whole === undefined) yield* objectFiles(path, objects);
    else yield [`${path}.json`, whole];
  }
}

/** A folder of a snapshot, or one of its files, which has a text. */
interface SnapshotNode {
  readonly text?: string;
  readonly children: Map<string, SnapshotNode>;
}

/**
 * How an entry of a snapshot is named. No folder has a dot in its name and every file has one, and
 * what stands for a file that is not JSON alone ends in `.sha256.json`: so two entries cannot meet.
 */
function snapshotName(segment: string, { text }: SnapshotNode): TreeName {
  if (text === undefined) return { id: segment, ending: '', escapesDots: true };
  if (!isJsonFile(segment)) return { id: segment, ending: '.sha256.json' };
  const id = segment.slice(0, -'.json'.length);
  return { id, ending: '.json', escapesDots: /\.sha256$/i.test(id) };
}

function* snapshotFiles(folder: string, { children }: SnapshotNode): Generator<TreeFile> {
  const entries = [...children];
  const names = treeNames(entries.map(([segment, node]) => snapshotName(segment, node)));
  for (const [index, [, node]] of entries.entries()) {
    const path = `${folder}/${names[index] as string}`;
    if (node.text === undefined) yield* snapshotFiles(path, node);
    else yield [path, node.text];
  }
}

function snapshotTree(state: ProjectState): SnapshotNode {
  const root: SnapshotNode = { children: new Map() };
  for (const [path, text] of state.get('snapshot') ?? NO_OBJECTS) {
    // Flows are in a section of their own, with all that the files of the snapshot say of them.
    if (state.has('flows') && flowFileOf(path) !== undefined) continue;
    let node = root;
    const segments = path.split('/');
    for (const [index, segment] of segments.entries()) {
      const isFile = index === segments.length - 1;
      const child = node.children.get(segment) ?? { ...(isFile && { text }), children: new Map() };
      if (isFile !== (child.text !== undefined)) {
        throw new Error(
          `the snapshot has a file and a folder of one name: ${JSON.stringify(path)}`,
        );
      }
      node.children.set(segment, child);
      node = child;
    }
  }
  return root;
}

function* filesOf(state: ProjectState): Generator<TreeFile> {
  yield* tenantFiles(state);
  yield* objectFiles('flows', state.get('flows') ?? NO_OBJECTS);
  yield* resourceFiles(state);
  yield* snapshotFiles('snapshot', snapshotTree(state));
}

/**
 * Writes the files some at a time. They are not flushed to the disk one by one: what they say is in
 * the backup, which is, and git adds them when they are whole.
 */
async function writeFiles(folder: string, files: Iterator<TreeFile>): Promise<number> {
  const made = new Map<string, Promise<unknown>>();
  let count = 0;
  let hasFailed = false;
  const write = async (): Promise<void> => {
    for (let next = files.next(); next.done !== true && !hasFailed; next = files.next()) {
      const [path, text] = next.value;
      const parent = join(folder, dirname(path));
      const isMade = made.get(parent) ?? mkdir(parent, { recursive: true });
      made.set(parent, isMade);
      await isMade;
      // A file that is there already would be another object's.
      await writeFile(join(folder, path), `${formatJson(parseJson(Buffer.from(text)))}\n`, {
        flag: 'wx',
      });
      count++;
    }
  };
  // All have ended before the folder may be removed.
  const ended = await Promise.allSettled(
    Array.from({ length: WRITERS }, () =>
      write().catch((error: unknown) => {
        hasFailed = true;
        throw error;
      }),
    ),
  );
  for (const result of ended) if (result.status === 'rejected') throw result.reason as Error;
  return count;
}

/**
 * Makes sure that the parts in the folder are ours to replace.
 *
 * @throws Error when they are not, or one leads elsewhere; then nothing was changed
 */
async function claim(folder: string): Promise<void> {
  const root = await kindOf(folder);
  if (root !== 'folder' && root !== 'nothing') {
    throw new Error(`${folder} is a link or a file, not a folder: set git-tree to a folder`);
  }
  const marker = join(folder, MARKER_FILE);
  const mark = await kindOf(marker);
  if (mark !== 'file' && mark !== 'nothing') {
    throw new Error(`${marker} is not the file that marks a git tree: remove it`);
  }
  for (const name of [...PARTS, STAGING]) {
    const path = join(folder, name);
    const kind = await kindOf(path);
    if (kind === 'nothing') continue;
    if (kind !== 'folder') {
      throw new Error(
        `${path} is a link or a file, not a folder: remove it or use another git-tree`,
      );
    }
    if (mark === 'nothing') {
      throw new Error(
        `${path} is there, but ${MARKER_FILE} is not: the folder may be somebody else's, and would be replaced. ` +
          `Use another git-tree, or move it away`,
      );
    }
  }
  await mkdir(folder, { recursive: true });
  if (mark === 'nothing') await writeFile(marker, MARKER_TEXT);
}

/**
 * Puts the parts of `fresh` in the place of those in the folder, which are moved to `old`. All of
 * them, or none.
 */
async function swap(folder: string, fresh: string, old: string): Promise<void> {
  const done: (readonly [from: string, to: string])[] = [];
  const move = async (from: string, to: string): Promise<void> => {
    if ((await kindOf(from)) === 'nothing') return;
    await rename(from, to);
    done.push([from, to]);
  };
  await mkdir(old);
  try {
    for (const part of PARTS) {
      await move(join(folder, part), join(old, part));
      await move(join(fresh, part), join(folder, part));
    }
  } catch (error) {
    for (const [from, to] of done.reverse()) await rename(to, from);
    throw error;
  }
}

/**
 * Writes a state as one file an object, for git: the same state gives the same bytes. The folder's
 * own parts are replaced whole; whatever else is in the folder stays as it is.
 *
 * @throws Error when the folder is not ours to write to, or the tree could not be written; then the
 * tree is as it was
 */
export async function writeGitTree(
  folder: string,
  state: ProjectState,
): Promise<{ readonly files: number }> {
  const staging = join(folder, STAGING);
  const fresh = join(staging, 'new');
  try {
    await claim(folder);
    // A killed run may have left one.
    await removeTree(staging);
    try {
      await mkdir(fresh, { recursive: true });
      const files = await writeFiles(fresh, filesOf(state));
      await swap(folder, fresh, join(staging, 'old'));
      return { files };
    } finally {
      // What is left of it goes in the next run.
      await removeTree(staging).catch(() => undefined);
    }
  } catch (error) {
    throw explainIoError(error, `could not write the git tree ${folder}`);
  }
}
