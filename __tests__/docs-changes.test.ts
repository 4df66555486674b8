import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../src/services/changes/risk/rules.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../docs/changes.md'), 'utf8');

describe('docs/changes.md', () => {
  test('has a line for each rule of risk, in their order, with what it finds and does not find', () => {
    const [, risk = ''] = /\n## Risk\n(.*?)\n## /s.exec(page) ?? [];
    const lines = [...risk.matchAll(/^- \*\*`.*?(?=\n- |\n\n)/gms)].map(([line]) =>
      line.replaceAll(/\s+/g, ' '),
    );
    expect(lines).toEqual(
      RULES.map(
        ({ name, finds, misses }) =>
          `- **\`${name}\`** finds ${finds}. It does not find ${misses}.`,
      ),
    );
  });

  test('is of rules that have a name each', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  });
});
