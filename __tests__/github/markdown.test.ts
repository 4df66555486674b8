/** What GitHub makes of text from outside: nothing but that text. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { code, escapeText, table } from '../../src/github/markdown.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

/**
 * Each would be a link, a picture, a tag, a mention or the like in GitHub's Markdown, or in the
 * pages that it makes of it.
 */
const HOSTILE = [
  'https://evil.example/x?y=z',
  'see http://evil.example.',
  'HTTPS://EVIL.EXAMPLE',
  'ftp://evil.example/x',
  '(https://evil.example)',
  'xhttps://evil.example',
  'www.evil.example',
  'WWW.evil.example/path',
  '(www.evil.example)',
  'admin@evil.example',
  'mailto:admin@evil.example',
  'xmpp:admin@evil.example/x',
  '@octocat',
  '@octo-org/team please',
  '#123',
  'octo/repo#123',
  'GH-123',
  'gh-7',
  SHA,
  SHA.slice(0, 7),
  `octo/repo@${SHA}`,
  ':smile:',
  ':+1:',
  '[x](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '[x][1]\n\n[1]: https://evil.example',
  '[^1]\n\n[^1]: note',
  '<https://evil.example>',
  '<admin@evil.example>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://evil.example">x</a>',
  '</code><script>alert(1)</script>',
  '</td></tr></table><h1>x',
  '<!-- x',
  '&lt;img src=x&gt;',
  '&#60;img src=x&#62;',
  '`x`',
  '```\nx',
  '**x** _x_ ~~x~~ __x__',
  'a | b || c \\| d',
  '# x',
  '- [x] done',
  '> [!WARNING]\n> x',
  '$x$ $$y$$ $`z`$',
  '\u202eexe.gpj',
  'a\r\nb\u2028c\0d',
  '\\@octocat \\https://evil.example',
  'https&#58;//evil.example',
  'w\u200bww.evil.example',
  'tenant:admin@evil.example:https://evil.example:www.evil.example',
];

/** As pages have it: in a paragraph, in a list, in a table, as code and not. */
function pageOf(text: string): string {
  return [
    `Text: ${escapeText(text)}`,
    '',
    escapeText(text),
    '',
    `- 🛑 ${escapeText(text)}`,
    `- ⚠️ ${code(text)} ${escapeText(text)}`,
    '',
    ...table(
      ['Object', 'Where'],
      [[`${escapeText(text)} ${code(text)}`, `${code(text)} → ${code(text)}<br>x`]],
    ),
  ].join('\n');
}

const OURS = /^\/?(?:p|ul|ol|li|table|thead|tbody|tr|th|td|code|span|br ?\/?)(?: start="\d+")?$/;

/** What later steps of GitHub's would find in a text that is not code. */
const FOUND_LATER = [
  /(?<![\p{L}\p{N}_])@[\p{L}\p{N}]/u,
  /#\d/,
  /\bgh-\d/i,
  /\b[0-9a-f]{7,40}\b/i,
  /:[a-z0-9_+-]+:/i,
  /\w+:\/\/\w/,
  /\bwww\.\w/i,
];

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replace(/&#x([0-9a-f]+);/gi, (_, number: string) => String.fromCodePoint(parseInt(number, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** What of a page is not what it should be. */
function problemsOf(html: string): string[] {
  const problems: string[] = [];
  let isCode = false;
  for (const [index, piece] of html.split(/<([^>]*)>/).entries()) {
    if (index % 2 === 1) {
      if (!OURS.test(piece)) problems.push(`<${piece}>`);
      if (piece === 'code') isCode = true;
      if (piece === '/code') isCode = false;
    } else if (!isCode) {
      const text = decode(piece);
      problems.push(
        ...FOUND_LATER.filter((one) => one.test(text)).map((one) => `${one} in ${text}`),
      );
    }
  }
  return problems;
}

/** All text of a page, in one line without white space. */
function textOf(html: string): string {
  return decode(html.replace(/<[^>]*>/g, '')).replace(/\s+/g, '');
}

/**
 * Renders pages with cmark-gfm, the library that GitHub itself uses; undefined where Python has it
 * not.
 */
function renderWithCmark(pages: readonly string[]): string[] | undefined {
  const script =
    'import sys, json, cmarkgfm\n' +
    'from cmarkgfm.cmark import Options\n' +
    'pages = json.load(sys.stdin)\n' +
    'options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES\n' +
    'json.dump([cmarkgfm.github_flavored_markdown_to_html(page, options) for page in pages], sys.stdout)\n';
  const { status, stdout } = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(pages),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return status === 0 ? (JSON.parse(stdout) as string[]) : undefined;
}

const hasCmark = renderWithCmark([]) !== undefined;
if (!hasCmark) process.stderr.write('Skipped: Python has no cmarkgfm\n');

const piece = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(
    '@',
    '#',
    ':',
    '/',
    '.',
    'www',
    'http',
    'https:',
    '//',
    '<',
    '&',
    ' ',
    '_',
    '*',
    '~',
    '(',
    '[',
    '|',
    '`',
    '\n',
    '\\',
    'e',
    '1',
    '-',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const texts = [
  ...HOSTILE,
  ...HOSTILE.flatMap((one) => [`x ${one} y`, `(${one})`, `*${one}*`, `_${one}_`, `"${one}",`]),
  ...fc.sample(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    { numRuns: 1500, seed: 20261122 },
  ),
];

describe.each([
  [
    'marked',
    true,
    (pages: readonly string[]) => pages.map((page) => marked.parse(page, { async: false })),
  ],
  ['cmark-gfm', hasCmark, (pages: readonly string[]) => renderWithCmark(pages) ?? []],
] as const)('with %s', (_, isThere, render) => {
  const check = isThere ? test : test.skip;

  check('text from outside becomes no link, mention, picture, tag or mark', () => {
    const pages = render(texts.map(pageOf));
    expect(pages).toHaveLength(texts.length);
    for (const [index, html] of pages.entries()) {
      expect([texts[index], problemsOf(html)]).toEqual([texts[index], []]);
    }
  });

  check('and stays as it was', () => {
    const plain = HOSTILE.filter((text) => !/[\0\u202e]/.test(text));
    const pages = render(plain.map((text) => `Text: ${escapeText(text)}`));
    expect(pages.map(textOf)).toEqual(plain.map((text) => `Text:${text.replace(/\s+/g, '')}`));
  });

  check('which would not be so without', () => {
    const [html = ''] = render([HOSTILE.join('\n\n')]);
    expect(problemsOf(html).length).toBeGreaterThan(20);
  });
});
