// `npm run docs`: writes the JSON Schemas of the file formats into schemas/ anew from the zod
// schemas of src/models/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import {
  BackupAnswer,
  DiffAnswer,
  ExportAnswer,
  ListAnswer,
  ShowAnswer,
  VerifyAnswer,
} from '../src/models/answers.ts';
import { ProjectBackup } from '../src/models/backup.ts';
import { DiffReport } from '../src/models/changes.ts';
import { DescopeConfig } from '../src/models/config.ts';
import { BackupManifest } from '../src/models/manifest.ts';
import { JournalLine } from '../src/models/restore-journal.ts';
import { RestorePlan } from '../src/models/restore-plan.ts';
import { RestoreReport } from '../src/models/restore-report.ts';

/** What editors and validators of YAML know best. */
const TARGET = 'draft-07';

/** `${VAR}`, which is replaced before a config file is checked. */
const REFERENCE = String.raw`\$\{[A-Za-z_][A-Za-z0-9_]*\}`;

/** A JSON Schema, as far as it is looked at here. */
type JsonSchema = Record<string, unknown>;

interface Format {
  readonly model: z.ZodType;
  readonly title: string;
  readonly description: string;
  /** Members at the top in whose texts `${VAR}` may stand. */
  readonly withReferences?: readonly string[];
}

const FORMATS: Readonly<Record<string, Format>> = {
  'descope-config': {
    model: DescopeConfig,
    title: 'descope.yaml',
    description: 'A config file of descope-mgmt: the part of a Descope project that a team keeps.',
    withReferences: ['tenants', 'flows'],
  },
  project: {
    model: ProjectBackup,
    title: 'project.json',
    description: 'What a backup of descope-backup holds, format version 1.',
  },
  manifest: {
    model: BackupManifest,
    title: 'manifest.json',
    description: 'What a backup of descope-backup is, where it came from, and what it lacks.',
  },
  changes: {
    model: DiffReport,
    title: 'changes.json',
    description: 'What changed since the backup that a new one was compared with.',
  },
  'restore-plan': {
    model: RestorePlan,
    title: 'plan.json',
    description: 'What a restore would write into a project, and what it cannot.',
  },
  'restore-journal': {
    model: JournalLine,
    title: 'journal.jsonl',
    description:
      'A line of the journal of a restore: its start, or what is before or after a write.',
  },
  'restore-report': {
    model: RestoreReport,
    title: 'report.json',
    description: 'What became of each object of a restore, and whether the result is proven.',
  },
  ...Object.fromEntries(
    Object.entries({
      list: ListAnswer,
      show: ShowAnswer,
      diff: DiffAnswer,
      verify: VerifyAnswer,
      export: ExportAnswer,
      backup: BackupAnswer,
    }).map(([command, model]) => [
      `cli-${command}`,
      {
        model,
        title: `descope-backup ${command} --json`,
        description: `The answer of the command ${command}, as JSON.`,
      },
    ]),
  ),
};

/** Lets a text be what it must be, or hold a reference: what that stands for is not known yet. */
function allowReference(schema: JsonSchema): void {
  const rules = ['pattern', 'minLength', 'maxLength'].filter((rule) => rule in schema);
  if (schema['type'] !== 'string' || rules.length === 0) return;
  const own = Object.fromEntries(rules.map((rule) => [rule, schema[rule]]));
  for (const rule of rules) Reflect.deleteProperty(schema, rule);
  schema['anyOf'] = [own, { pattern: REFERENCE }];
}

/** A model that JSON Schema has no words for says its type in its metadata: a map does. */
function describeUnrepresentable({
  zodSchema,
  message,
}: {
  zodSchema: z.core.$ZodType;
  message: string;
}) {
  const { type } = z.globalRegistry.get(zodSchema) ?? {};
  if (type === undefined) throw new Error(message);
  return 'any' as const;
}

function toJsonSchema({ model, title, description, withReferences = [] }: Format): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(model, {
    target: TARGET,
    // A reader takes what lacks a field with a default.
    io: 'input',
    unrepresentable: describeUnrepresentable,
    override: ({ jsonSchema, path: [, member] }) => {
      // Said of values in this program, not of files.
      delete jsonSchema.readOnly;
      if (withReferences.includes(String(member))) allowReference(jsonSchema);
    },
  });
  return { $schema, title, description, ...schema };
}

/** The text of each file of schemas/, by its name. */
export function renderSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(FORMATS).map(([name, format]) => [
      `${name}.schema.json`,
      `${JSON.stringify(toJsonSchema(format), null, 2)}\n`,
    ]),
  );
}

if (import.meta.main) {
  const folder = new URL('../schemas/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of renderSchemas()) writeFileSync(new URL(name, folder), text);
}
