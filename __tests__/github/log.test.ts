import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { error, group, info, logLine, setFailed, warning } from '../../src/github/log.ts';
import { linesPrintedBy } from '../fixtures/capture-stdout.ts';

const HOSTILE = 'prod\n::set-env name=PATH::/tmp\r::stop-commands::x\u2028##[set-env name=A]b';

/**
 * Whether the runner would obey the line: its newer commands at the start of a line, its older ones
 * anywhere in it.
 */
function isCommand(line: string): boolean {
  return line.trimStart().startsWith('::') || line.includes('##[');
}

test.each([
  ['plain text stays: 12:30::45, a # b [c]', 'plain text stays: 12:30::45, a # b [c]'],
  ['Größe 表示 👩‍👩‍👧', 'Größe 表示 👩‍👩‍👧'],
  ['::error::x', ': :error::x'],
  [' \t\u00a0::error::x', '  \u00a0: :error::x'],
  [':::x', ': ::x'],
  ['a\r\nb\nc\rd\u2028e\u0085f', 'a b c d e f'],
  ['see ##[add-path]/x', 'see # #[add-path]/x'],
  ['red \u001b[31m and \u202eturned', 'red  [31m and  turned'],
])('%j is logged as one line that is no command', (text, line) => {
  expect(logLine(text)).toBe(line);
});

test('no text is more than one line, or a command', () => {
  const piece = fc.constantFrom(
    ':',
    '::',
    '##[',
    '#',
    '[',
    '\n',
    '\r',
    '\u2028',
    ' ',
    '\t',
    '\ufeff',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
      const line = logLine(pieces.join(''));
      expect(line).not.toMatch(/[\r\n\u0085\u2028\u2029\v\f]/);
      expect(isCommand(line)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('every way into the log leaves one line, whatever is said', async () => {
  const exitCode = process.exitCode;
  const lines = await linesPrintedBy(async () => {
    info(HOSTILE);
    warning(HOSTILE, { file: HOSTILE, title: HOSTILE, startLine: 3 });
    error(HOSTILE, { file: HOSTILE });
    setFailed(HOSTILE);
    await group(HOSTILE, () => Promise.resolve());
  });
  process.exitCode = exitCode;
  expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual([
    undefined,
    'warning',
    'error',
    'error',
    'group',
    'endgroup',
  ]);
  for (const line of lines) {
    const message = line.replace(/^::\w+[^:]*::/, '');
    expect(isCommand(message)).toBe(false);
    expect(line.replace(/^::/, '')).not.toMatch(/^.*##\[/);
  }
  expect(lines[1]).toContain('line=3');
});

test('nothing but this module logs through @actions/core', async () => {
  const root = new URL('../../src/', import.meta.url);
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'));
  expect(files).toContain('github/log.ts');
  for (const file of files.filter((name) => name !== 'github/log.ts')) {
    const text = await readFile(new URL(file, root), 'utf8');
    // What is written is guarded; nothing is written by that.
    const source = text.replaceAll(/^ *guardStream\(process\.std(?:out|err)\);$/gm, '');
    const [, names = ''] = /import \{([^}]*)\} from '@actions\/core'/.exec(source) ?? [];
    const logs = /\b(?:info|warning|error|notice|debug|setFailed|group|startGroup)\b/.test(names);
    expect([file, logs]).toEqual([file, false]);
    expect([file, source.includes("* as core from '@actions/core'")]).toEqual([file, false]);
    expect([file, /\bconsole\.|process\.std(?:out|err)/.test(source)]).toEqual([file, false]);
  }
});
