/** docs/cli.md shows what each command prints with `--help`. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allHelp, insertTables } from '../scripts/docs.ts';
import { COMMAND_NAMES } from '../src/cli/program.ts';

const page = readFileSync(new URL('../docs/cli.md', import.meta.url), 'utf8');

test('docs/cli.md has the help that npm run docs writes', async () => {
  expect(insertTables(page, await allHelp(), 'docs/cli.md')).toBe(page);
});

test('docs/cli.md has a heading for each command, in the order of the help', () => {
  const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(COMMAND_NAMES);
});

test('each command has an example', async () => {
  for (const [name, text] of Object.entries(await allHelp())) {
    if (name !== 'help') expect(text).toContain('\nExample:\n  $ node dist/cli.js ');
  }
});
