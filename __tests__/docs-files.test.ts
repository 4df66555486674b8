/** docs/files.md has every source file, with the comment that the file begins with. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readSources } from '../scripts/docs.ts';
import { firstComment, renderFileList } from '../scripts/file-list.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test('docs/files.md is what npm run docs writes', () => {
  const sources = readSources(root);
  expect(sources.size).toBeGreaterThan(100);
  // Git may have given the checkout other line ends.
  expect(read('docs/files.md').replaceAll('\r\n', '\n')).toBe(renderFileList(sources));
});

test('is one step from CONTRIBUTING.md and from the architecture', () => {
  expect(read('CONTRIBUTING.md')).toContain('](docs/files.md)');
  expect(read('docs/architecture.md')).toContain('](files.md)');
});

describe('the first comment of a file', () => {
  test.each([
    ['/** What it holds. And more. */\nimport x;', 'What it holds'],
    [
      '/**\n * Long words,\n * on two lines: all of them.\n *\n * More.\n */\n',
      'Long words, on two lines: all of them',
    ],
    ['/**\r\n * With\r\n * CRLF.\r\n */\r\n', 'With CRLF'],
    ['// Lines of\n// words\nconst a = 1;\n', 'Lines of words'],
    ['/** `a.b` of docs/c.md repeats it */\n', '`a.b` of docs/c.md repeats it'],
    ["import x from 'x';\n/** A function. */", undefined],
    ['/** */\nconst a = 1;', undefined],
    ['', undefined],
  ])('of %j', (source, comment) => {
    expect(firstComment(source)).toBe(comment);
  });

  test('must be there: the error names each file without one', () => {
    const sources = new Map([
      ['src/b.ts', 'const b = 1;'],
      ['src/a.ts', '/** A. */'],
      ['src/x/c.ts', ''],
    ]);
    expect(() => renderFileList(sources)).toThrow(/src\/b\.ts, src\/x\/c\.ts$/);
  });
});
