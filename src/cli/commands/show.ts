/** `show`: what a backup holds, one of its sections, or one object. */
import type { ListedObject } from '../../models/answers.ts';
import type { BackupManifest } from '../../models/manifest.ts';
import { meantKey } from '../../config-file/near-keys.ts';
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { formatJson } from '../../json/write.ts';
import {
  lineName,
  parseObject,
  readObjects,
  showLine,
  shownPath,
  type ObjectTexts,
  type SavedObjects,
} from '../../services/index.ts';
import { chooseBackup, type ChosenBackup } from '../choose.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { ageInWords, counted, sizeText } from '../layout/amounts.ts';
import type { Meaning } from '../layout/paint.ts';
import { tableLines, type TableOptions } from '../layout/table.ts';
import { visible, visibleLines } from '../layout/visible-text.ts';
import { listedBackup, VERDICT_MEANING } from '../listed.ts';
import {
  addChoiceOptions,
  addJsonOption,
  type ChoiceOptions,
  type OutputOptions,
} from '../options.ts';

const COVERAGE_MEANING: Readonly<Record<string, Meaning>> = {
  saved: 'good',
  failed: 'bad',
  'not-licensed': 'warning',
  'not-covered': 'quiet',
};
/** What went wrong is looked for first. */
const COVERAGE_ORDER = ['failed', 'saved', 'not-licensed', 'not-covered'];

function facts(
  backup: ChosenBackup,
  manifest: BackupManifest,
  now: number,
): (readonly [name: string, value: string])[] {
  const { time, bytes, place } = backup;
  const { source, comparison, previous, run, tool } = manifest;
  return [
    ['Project', manifest.project_id],
    ['Line', showLine(lineName(manifest))],
    ['Taken', `${manifest.created_at}, ${ageInWords(time, now)}`],
    ['Source', source.path ?? source.type],
    ...(comparison === undefined
      ? []
      : [
          ['Compared', [comparison.outcome, comparison.reason].filter(Boolean).join(': ')] as const,
        ]),
    ...(previous === undefined ? [] : [['Previous', previous.backup_id] as const]),
    ...(manifest.purpose === undefined ? [] : [['Purpose', manifest.purpose] as const]),
    ...(manifest.consistency === 'torn'
      ? [['Consistency', 'torn: the project moved while it was read'] as const]
      : []),
    ['Content', manifest.content_sha256],
    ['Tool', `${tool.name} ${tool.version}`],
    ...(run === undefined
      ? []
      : [['Run', `${run.repository}, ${run.workflow}, run ${run.run_id}`] as const]),
    ['Folder', `${shownPath(place, backup)}, ${sizeText(bytes)}`],
  ];
}

function coverageLines({ coverage }: BackupManifest, options: TableOptions): string[] {
  const sections = coverage.flatMap((entry) => (entry.status === 'withheld' ? [] : [entry]));
  const rank = (status: string) => COVERAGE_ORDER.indexOf(status);
  const sorted = [...sections].sort((a, b) => rank(a.status) - rank(b.status));
  const rows = sorted.map(({ section, status, count, note }) => [
    section,
    { text: status, meaning: COVERAGE_MEANING[status] ?? 'quiet' },
    status === 'saved' ? String(count) : '',
    note,
  ]);
  const columns = [
    { title: 'SECTION', least: 12 },
    { title: 'STATUS' },
    { title: 'COUNT', align: 'right', drop: 1 },
    { title: 'NOTE', least: 10, drop: 2 },
  ] as const;
  return tableLines(columns, rows, options);
}

function backupLines(backup: ChosenBackup, now: number, options: TableOptions): string[] {
  const { manifest } = backup.verification;
  const { paint } = options;
  const withheld = manifest.coverage.filter(({ status }) => status === 'withheld').length;
  const status = paint(VERDICT_MEANING[manifest.status], manifest.status);
  const reasons = manifest.status_reasons ?? [];
  return [
    `${paint('heading', backup.id)}  ${status}, verified`,
    ...reasons.map((reason) => paint('warning', visible(reason))),
    '',
    ...facts(backup, manifest, now).map(([name, value]) => `${name.padEnd(11)}  ${visible(value)}`),
    '',
    ...coverageLines(manifest, options),
    ...(withheld === 0
      ? []
      : ['', `${counted(withheld, 'secret')} withheld: manifest.json names the places`]),
  ];
}

function sectionOf(saved: SavedObjects, section: string, id: string): ObjectTexts {
  const objects = saved.get(section);
  if (objects !== undefined) return objects;
  const names = [...saved.sections].sort();
  const meant = meantKey(section, names);
  throw new Error(
    `${id} has not saved a section ${JSON.stringify(section)}: ${meant === undefined ? `it has ${names.join(', ')}` : `did you mean ${meant}?`}`,
  );
}

function listedObject(id: string, text: string): ListedObject {
  const value = parseObject(text);
  const name = isJsonObject(value) ? value['name'] : undefined;
  return {
    id,
    ...(typeof name === 'string' && name !== id && { name }),
    bytes: Buffer.byteLength(text),
  };
}

/** An id as it is, or percent-encoded. */
function objectOf(
  objects: ObjectTexts,
  section: string,
  id: string,
): { id: string; object: JsonValue } {
  for (const name of [id, decoded(id)]) {
    const text = objects.get(name);
    if (text !== undefined) return { id: name, object: parseObject(text) };
  }
  const meant = meantKey(id, objects.keys());
  throw new Error(
    `there is no ${JSON.stringify(`${section}/${id}`)} in the backup: ${meant === undefined ? `show ${section} lists what is there` : `did you mean ${JSON.stringify(`${section}/${meant}`)}?`}`,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function showInside(
  backup: ChosenBackup,
  what: string,
  isJson: boolean,
  { terminal, world }: CommandContext,
): Promise<void> {
  const slash = what.indexOf('/');
  const section = slash === -1 ? what : what.slice(0, slash);
  const saved = await readObjects(backup.path, backup.verification.manifest);
  const objects = sectionOf(saved, section, backup.id);
  const listed = listedBackup(backup.place, backup, world.clock());
  if (slash !== -1) {
    const { id, object } = objectOf(objects, section, what.slice(slash + 1));
    if (isJson) terminal.printJson({ backup: listed, section, id, object });
    else terminal.print([visibleLines(formatJson(object))]);
    return;
  }
  const all = [...objects]
    .map(([id, text]) => listedObject(id, text))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (isJson) {
    terminal.printJson({ backup: listed, section, objects: all });
    return;
  }
  const columns = [
    { title: 'ID', least: 16 },
    { title: 'NAME', least: 8, drop: 1 },
    { title: 'SIZE', align: 'right', drop: 2 },
  ] as const;
  const rows = all.map(({ id, name = '', bytes }) => [id, name, sizeText(bytes)]);
  terminal.print(tableLines(columns, rows, terminal.table));
}

export const showCommand: CommandDefinition = {
  name: 'show',
  summary: 'Shows what a backup holds, one of its sections, or one object.',
  example: 'show latest tenants/acme-corp',
  describe: (command) =>
    addJsonOption(
      addChoiceOptions(
        command
          .argument('<backup>', 'an id, latest, or the path of a folder or zip')
          .argument('[section/id]', 'a section, or an object of one, such as tenants/acme-corp'),
      ),
    ),
  run: async (command, context) => {
    const [text = '', what] = command.args;
    const options = command.opts<ChoiceOptions & OutputOptions>();
    const { terminal, world } = context;
    const backup = await chooseBackup(text, options, context);
    const isJson = options.json === true;
    if (what !== undefined) await showInside(backup, what, isJson, context);
    else if (isJson) {
      const { manifest } = backup.verification;
      terminal.printJson({ backup: listedBackup(backup.place, backup, world.clock()), manifest });
    } else terminal.print(backupLines(backup, world.clock(), terminal.table));
    return EXIT.done;
  },
};
