/**
 * Every command that README and the documentation show is run here, or the page says right before
 * it why not.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { BACKUP_RUNS } from './fixtures/backup-page-runs.ts';
import { describeWhere } from './fixtures/describe-where.ts';
import { GIT_RUNS } from './fixtures/git-page-runs.ts';
import { commandsOf, type Command } from './fixtures/markdown-commands.ts';
import type { PageRun } from './fixtures/page-run.ts';
import { checkout, hasTools } from './fixtures/reader.ts';

const read = (file: string): string => readFileSync(join(checkout, file), 'utf8');
const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: checkout })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const commands = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/**/*.md']
  .flatMap(files)
  .flatMap((page) => commandsOf(page, read(page)));

const { scripts } = z
  .looseObject({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

/** What npm can do without a script. */
const NPM_COMMANDS = ['start', 'test', 'ci', 'cit', 'install'];

/** Names of tests and of their groups. */
const testNames = (): string[] =>
  files('__tests__/**/*.test.ts').flatMap((file) =>
    [...read(file).matchAll(/\b(?:test|describe)\(\s*(['"`])(.*?)\1/g)].map(
      ([, , name = '']) => name,
    ),
  );

/**
 * What is wrong with a command that names a script of this repository; undefined when it is there
 * and finds its arguments.
 */
function faultOf(text: string): string | undefined {
  const [, script, rest = ''] = /^npm run (\S+)(?: -- (.+))?$/.exec(text) ?? [];
  if (script === undefined) {
    return NPM_COMMANDS.includes(text.slice('npm '.length)) ? undefined : `npm cannot ${text}`;
  }
  if (!(script in scripts)) return `there is no script ${script}`;
  const [, pattern] = /^-t "(.+)"$/.exec(rest) ?? [];
  if (pattern !== undefined) {
    const isMatched = testNames().some((name) => new RegExp(pattern, 'i').test(name));
    return isMatched ? undefined : `no test matches ${pattern}`;
  }
  return rest === '' || files(rest).length === 1 ? undefined : `there is no file ${rest}`;
}

const SCRIPTS: PageRun = {
  name: 'scripts of this repository are there',
  pages: /./,
  kind: 'inline',
  starts: 'npm ',
  tools: [],
  run: (text) =>
    Promise.resolve().then(() => {
      expect(faultOf(text)).toBeUndefined();
    }),
};

const RUNS = [...GIT_RUNS, ...BACKUP_RUNS, SCRIPTS];

/** The first that fits. */
function runOf({ page, kind, text }: Command): PageRun | undefined {
  return RUNS.find(
    (run) => run.kind === kind && run.pages.test(page) && text.startsWith(run.starts),
  );
}

const told = ({ page, text }: Command): string => `${page}: ${text.split('\n')[0] ?? ''}`;

describe('the commands of README and docs', () => {
  test('are run, or say why not', () => {
    const wanted = commands.filter(({ notRun }) => notRun === undefined);
    expect(wanted.filter((command) => runOf(command) === undefined).map(told)).toEqual([]);
    const used = new Set(wanted.map(runOf));
    expect(RUNS.filter((run) => !used.has(run)).map(({ name }) => name)).toEqual([]);
  });

  test('say why not in words, and only where nothing runs them', () => {
    for (const { notRun } of commands) if (notRun !== undefined) expect(notRun).toMatch(/ /);
  });
});

describe.each(RUNS)('$name', (run) => {
  const own = commands.filter((one) => one.notRun === undefined && runOf(one) === run);
  const texts = [...new Map(own.map((one) => [`${one.page}: ${one.text}`, one])).values()];
  const reason = `"${run.name}" needs bash and ${run.tools.join(', ')}`;
  describeWhere(run.tools.length === 0 || hasTools(...run.tools), reason)('on', () => {
    test.each(texts.map((one) => [told(one), one] as const))('%s', async (_, { page, text }) => {
      await run.run(
        text,
        commands.filter((one) => one.page === page),
      );
    });
  });
});

describe('these checks can fail', () => {
  const marked = '<!-- not run: needs a moon -->';

  test('a command without a marker is found, and one with it has its reason', () => {
    const page = `\`\`\`sh\nls -l\n\`\`\`\n\n${marked}\n\n    npm fly away\n\nThen \`jq . x\`, \`jq\`.\n`;
    expect(commandsOf('x.md', page)).toEqual([
      { page: 'x.md', kind: 'block', text: 'ls -l' },
      { page: 'x.md', kind: 'block', text: 'npm fly away', notRun: 'needs a moon' },
      { page: 'x.md', kind: 'inline', text: 'jq . x' },
    ]);
  });

  test('a marker can be about some commands, and never about none', () => {
    const marker = '<!-- not run (npm cit): it takes long -->';
    expect(commandsOf('x.md', `${marker}\n\n\`\`\`sh\nnpm start\nnpm cit # all\n\`\`\`\n`)).toEqual(
      [
        { page: 'x.md', kind: 'block', text: 'npm cit # all', notRun: 'it takes long' },
        { page: 'x.md', kind: 'block', text: 'npm start' },
      ],
    );
    const block = '```sh\nls\n```\n';
    expect(() => commandsOf('x.md', `${marker}\n\n${block}`)).toThrow('stands before no command');
    expect(() => commandsOf('x.md', `${marked}\n\nText.\n\n${block}`)).toThrow('no command');
    expect(() => commandsOf('x.md', `<!-- not run -->\n\n${block}`)).toThrow('no marker');
  });

  test('workflows count when they have scripts', () => {
    const workflow = (step: string) =>
      `\`\`\`yaml\njobs:\n  one:\n    steps:\n      - ${step}\n\`\`\`\n`;
    expect(commandsOf('x.md', workflow('run: ls'))).toMatchObject([{ kind: 'workflow' }]);
    expect(commandsOf('x.md', workflow('uses: x'))).toEqual([]);
  });

  test('scripts, files and tests that are not there are found', () => {
    expect(faultOf('npm run fly')).toBe('there is no script fly');
    expect(faultOf('npm fly')).toBe('npm cannot npm fly');
    expect(faultOf('npm run jest -- __tests__/none.test.ts')).toContain('no file');
    expect(faultOf('npm run jest -- -t "no such thing at all, ever"')).toBeDefined();
  });
});
