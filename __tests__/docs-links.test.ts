/** What the pages point at is there: pages, headings, files, and modules of the source. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lexer, walkTokens, type Token, type Tokens } from 'marked';

const root = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const pages = ['*.md', 'docs/**/*.md'].flatMap(files);

function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  void walkTokens(lexer(markdown), (token) => {
    tokens.push(token);
  });
  return tokens;
}

/** As GitHub names the heading. */
function anchorOf({ text }: Tokens.Heading): string {
  return text
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

function anchorsOf(markdown: string): string[] {
  return tokensOf(markdown).flatMap((token) =>
    token.type === 'heading' ? [anchorOf(token as Tokens.Heading)] : [],
  );
}

/** Links of a page that lead nowhere within the repository. */
function deadLinks(page: string, markdown: string): string[] {
  return tokensOf(markdown).flatMap((token) => {
    if (token.type !== 'link' && token.type !== 'image') return [];
    const { href } = token as Tokens.Link;
    if (/^[a-z]+:/.test(href)) return [];
    const [path = '', anchor] = href.split('#');
    const file = path === '' ? page : posix.join(posix.dirname(page), path);
    if (path !== '' && !existsSync(join(root, file))) return [href];
    const isThere =
      anchor === undefined || anchorsOf(path === '' ? markdown : read(file)).includes(anchor);
    return isThere ? [] : [href];
  });
}

/** Names of modules that are in none of the folders in which they could be. */
function unknownModules(markdown: string): string[] {
  const sources = files('{src,__tests__,verify,scripts}/**/*');
  return tokensOf(markdown)
    .flatMap((token) => (token.type === 'codespan' ? [(token as Tokens.Codespan).text] : []))
    .filter((text) => /^[\w./-]+\.ts$/.test(text))
    .filter((name) => !sources.some((file) => `/${file}`.endsWith(`/${name}`)));
}

describe('the pages', () => {
  test.each(pages)('%s links to what is there', (page) => {
    expect(deadLinks(page, read(page))).toEqual([]);
  });

  test('of architecture name modules that are there', () => {
    expect(unknownModules(read('docs/architecture.md'))).toEqual([]);
  });
});

test('these checks can fail', () => {
  const page =
    '# A b: c\n\n[1](#a-b-c) [2](#a-b) [3](README.md#inputs) [4](README.md#no) [5](no.md)\n';
  expect(deadLinks('x.md', page)).toEqual(['#a-b', 'README.md#no', 'no.md']);
  expect(
    unknownModules('`lines.ts`, `services/lines/lines.ts`, `actions/lines.ts`, `no.ts`'),
  ).toEqual(['actions/lines.ts', 'no.ts']);
});
