/** The messages that README quotes are those of the code, word for word. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lexer, type Tokens } from 'marked';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What stands in a text for anything: a value, in the code and in a message. */
const HOLE = '\0';

/** The texts of a source file, each with holes for what is put in. */
function textsOf(file: string, source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      const { head, templateSpans } = node;
      texts.push(
        [head, ...templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(HOLE),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return texts;
}

/** Values that stand in README's messages as an example of what is put in. */
const VALUES = [
  /"[^"]*"/,
  /\.\.\./,
  /the number \d+|\d+ MiB|\d+/,
  /[A-Z]{2,} \/v1\S*?(?=[):])/,
  /REGION|descope\.yaml|environments\.production\.project_id|\bversion\b|\btext\b(?=,)|\ba number\b|\ba tenant\b|tenant ids|snapshot, connectors,|(?<=saved: )snapshot/,
];

/**
 * The words of a message between its values, and between the colons with which causes are joined.
 */
function partsOf(message: string): string[] {
  const values = new RegExp(VALUES.map(({ source }) => source).join('|'), 'g');
  return message
    .replace(values, HOLE)
    .split(new RegExp(`${HOLE}|: |, and `))
    .map((part) => part.replace(/^[\s:,.)]+|[\s:,(]+$/g, ''))
    .filter((part) => /\w/.test(part));
}

const texts = globSync('src/**/*.ts', { cwd: root }).flatMap((file) => textsOf(file, read(file)));

/** The parts of a message that no text of the code has. */
function unknownParts(message: string): string[] {
  return partsOf(message).filter((part) => !texts.some((text) => text.includes(part)));
}

/** Messages in the first column of README's table, which are more than a word. */
const quoted = lexer(read('README.md'))
  .filter((token): token is Tokens.Table => token.type === 'table')
  .filter(({ header }) => header[0]?.text === 'message or symptom')
  .flatMap(({ rows }) => rows)
  .flatMap(([cell]) => cell?.tokens ?? [])
  .flatMap((token) => (token.type === 'codespan' ? [(token as Tokens.Codespan).text] : []))
  .filter((text) => /\w \w/.test(text));

describe('the messages of README', () => {
  test('are quoted', () => {
    expect(quoted.length).toBeGreaterThan(20);
  });

  test.each(quoted)('%s', (message) => {
    expect(partsOf(message)).not.toEqual([]);
    expect(unknownParts(message)).toEqual([]);
  });

  test('would be missed if they were others', () => {
    expect(unknownParts('The artifact is kept for 90 days, not 365: that is the limit')).toEqual([
      'that is the limit',
    ]);
  });
});
