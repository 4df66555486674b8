// `npm run docs`: writes what is generated of README.md, docs/restore.md, docs/coverage.md and
// docs/cli.md between its markers anew, and docs/files.md.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { coverageParts } from './coverage.ts';
import { COMMAND_NAMES, runCommandLine } from '../src/cli/program.ts';
import { renderFileList } from './file-list.ts';
import { escapeCell, insertBetweenMarkers, table } from './markdown.ts';

interface ActionFile {
  readonly inputs: Readonly<
    Record<string, { description: string; required?: boolean; default?: string }>
  >;
  readonly outputs: Readonly<Record<string, { description: string }>>;
}

/** The tables of the inputs and outputs that an action.yml declares, in its order. */
export function renderTables(actionYml: string): { inputs: string; outputs: string } {
  const { inputs, outputs } = parse(actionYml) as ActionFile;
  const inputRows = Object.entries(inputs).map(
    ([name, { description, required, default: value }]) => [
      `\`${name}\``,
      required === true ? 'required' : value === undefined ? '' : `\`${value}\``,
      escapeCell(description),
    ],
  );
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [
    `\`${name}\``,
    escapeCell(description),
  ]);
  return {
    inputs: table(['input', 'default', 'description'], inputRows),
    outputs: table(['output', 'description'], outputRows),
  };
}

/** Puts each table between the markers of its name. */
export function insertTables(
  page: string,
  tables: Readonly<Record<string, string>>,
  file = 'README.md',
): string {
  return insertBetweenMarkers(page, tables, file);
}

/** The tables of README.md by the names of their markers, from the action.yml of each action. */
export function allTables(read: (file: string) => string): Readonly<Record<string, string>> {
  const { inputs, outputs } = renderTables(read('action.yml'));
  const verify = renderTables(read('verify/action.yml'));
  return { inputs, outputs, 'verify-inputs': verify.inputs, 'verify-outputs': verify.outputs };
}

/** The tables of docs/restore.md by the names of their markers. */
export function restoreTables(read: (file: string) => string): Readonly<Record<string, string>> {
  const { inputs, outputs } = renderTables(read('restore/action.yml'));
  return { 'restore-inputs': inputs, 'restore-outputs': outputs };
}

export const RESTORE_PAGE = 'docs/restore.md';

/** What a command prints with `--help` where no terminal says how wide it is. */
async function helpOf(args: readonly string[]): Promise<string> {
  let text = '';
  const output = { write: (more: string) => (text += more) };
  await runCommandLine([...args, '--help'], {
    environment: {},
    folder: '/',
    clock: Date.now,
    signal: new AbortController().signal,
    prepareNetwork: () => undefined,
    loadApply: () => Promise.reject(new Error('help writes nothing')),
    stdout: output,
    stderr: output,
  });
  return text.trimEnd();
}

/**
 * The help of the program and of each command as blocks of Markdown, by the names of their markers.
 */
export async function allHelp(): Promise<Readonly<Record<string, string>>> {
  const blocks: Record<string, string> = {};
  for (const name of ['', ...COMMAND_NAMES]) {
    const text = await helpOf(name === '' ? [] : [name]);
    blocks[`help ${name}`.trim()] = `\`\`\`text\n${text}\n\`\`\``;
  }
  return blocks;
}

/**
 * The text of each source file by its path from the root of the repository, with forward slashes.
 */
export function readSources(root: URL): ReadonlyMap<string, string> {
  const names = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' });
  const paths = names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${name.replaceAll('\\', '/')}`);
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
}

if (import.meta.main) {
  const root = new URL('../', import.meta.url);
  const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
  writeFileSync(new URL('README.md', root), insertTables(read('README.md'), allTables(read)));
  const coverage = 'docs/coverage.md';
  writeFileSync(
    new URL(coverage, root),
    insertBetweenMarkers(read(coverage), coverageParts(), coverage),
  );
  const page = insertTables(read(RESTORE_PAGE), restoreTables(read), RESTORE_PAGE);
  writeFileSync(new URL(RESTORE_PAGE, root), page);
  const cli = insertTables(read('docs/cli.md'), await allHelp(), 'docs/cli.md');
  writeFileSync(new URL('docs/cli.md', root), cli);
  writeFileSync(new URL('docs/files.md', root), renderFileList(readSources(root)));
}
