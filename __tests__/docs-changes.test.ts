/**
 * docs/changes.md says what the code does: rules of risk, fields of changes.json, the shrink alarm,
 * what is shown.
 */
import { describe, expect, test } from '@jest/globals';
import { isByTenant } from '../src/project/sections/identity.ts';
import { SECTION_ROWS } from '../src/project/sections/index.ts';
import { countedObject } from '../src/project/snapshot-layout.ts';
import { DiffService } from '../src/services/changes/diff.ts';
import { reportDiff } from '../src/services/changes/diff-report.ts';
import { assessRisk } from '../src/services/changes/risk.ts';
import { RULES } from '../src/services/changes/risk/rules.ts';
import { isTooMuch } from '../src/services/changes/shrink.ts';
import { canonicalJson } from '../src/json/write.ts';
import type { JsonValue } from '../src/json/value.ts';
import {
  fieldsIn,
  fieldsOf,
  quotedIn,
  readPage,
  schemaAt,
  tableAfter,
} from './fixtures/doc-tables.ts';

const page = readPage('docs/changes.md');
const spaced = page.replaceAll(/\s+/g, ' ');

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

  test('has a row for each risk that there is', () => {
    const risks = tableAfter(page, '\n## Risk\n').map(([risk = '']) => quotedIn(risk)[0]);
    expect(risks).toEqual(schemaAt('changes', 'risk').enum);
  });
});

describe('what is compared', () => {
  const rows = tableAfter(page, '\n## What is compared\n');
  /** What a row says of a section; a row may stand for all that are by tenant. */
  const calledBy = (section: string) =>
    rows.find(
      ([sections = '']) =>
        quotedIn(sections).includes(section) ||
        (isByTenant(section) && sections.endsWith('and others of tenants')),
    )?.[2];

  test('is called by what tells its objects apart', () => {
    const words = new Map<string, string>([
      ['tenant', 'tenant id'],
      ['path', 'path'],
      ['tenant-and-name', "name, behind `<tenant id>/` for a tenant's own"],
    ]);
    for (const { name, keptIn, identity } of SECTION_ROWS) {
      const expected = words.get(identity.by) ?? (keptIn === 'project.json' ? 'id' : undefined);
      if (expected !== undefined) expect([name, calledBy(name)]).toEqual([name, expected]);
    }
    const others = new Map(rows.map(([sections, , called]) => [sections, called]));
    expect(others.get('lists in `resources/`')).toBe('`id`, else `name`, else all of it');
    expect(others.get('objects in `resources/`')).toBe("the section's name");
  });
});

describe('the shrink alarm', () => {
  test('begins at as many objects as the page says, unless all are gone', () => {
    const least = Number(/and at least (\d+) of them/.exec(spaced)?.[1]);
    expect([least - 1, least].map((lost) => isTooMuch(lost, least + 1, 1))).toEqual([false, true]);
    expect(isTooMuch(1, 1, 100)).toBe(true);
  });

  test('takes the parts of a snapshot for sections that the page names', () => {
    const [, parts = ''] =
      /The parts of a snapshot are sections too: (.*?) Files of flows/.exec(spaced) ?? [];
    const files = [
      'connectors/a.json',
      'auth/otp.json',
      'widgets/flows/x/contents.json',
      'assets/a.png',
    ];
    const found = [...files, 'project.json', 'theme.json'].map((file) => countedObject(file)?.[0]);
    expect(quotedIn(parts)).toEqual(found);
    expect(countedObject('flows/login/contents.json')).toBeUndefined();
  });
});

describe('changes.json', () => {
  test('has the fields of the table', () => {
    expect(fieldsIn(tableAfter(page, '\n## The file\n'))).toEqual(fieldsOf(schemaAt('changes')));
  });

  test.each(['findings', 'changes', 'withheld_since'])('has in %s what the table says', (field) => {
    const members = Object.keys(schemaAt('changes', field, '*').properties ?? {});
    const row = tableAfter(page, '\n## The file\n').find(([name]) => name === `\`${field}\``);
    expect(quotedIn(row?.[2] ?? '')).toEqual(expect.arrayContaining(members));
  });

  test('has the words and the members of an edit that the page names', () => {
    const rows = new Map(tableAfter(page, '\n## The file\n').map(([name, , text]) => [name, text]));
    expect(quotedIn(rows.get('`changed`') ?? '')).toEqual(schemaAt('changes', 'changed').enum);
    expect(quotedIn(rows.get('`changes`') ?? '')).toEqual(
      expect.arrayContaining([...(schemaAt('changes', 'changes', '*', 'kind').enum ?? [])]),
    );
    const [, edit = ''] = /An edit has (.*?)\. A side/.exec(spaced) ?? [];
    expect(quotedIn(edit)).toEqual(
      Object.keys(schemaAt('changes', 'changes', '*', 'edits', '*').properties ?? {}),
    );
  });

  test('shortens and hides as the page says', () => {
    const [, text, value, rest] =
      /Texts of more than (\d+) characters, and values of more than ([\d,]+) characters of JSON, are cut to (\d+) characters/.exec(
        spaced,
      ) ?? [];
    const [longest, most] = [text, value].map((number) => Number(number?.replace(',', '')));
    expect(rest).toBe(text);
    const shown = (given: JsonValue) => {
      const state = new Map([['lists', new Map([['x', canonicalJson({ v: given })]])]]);
      const diff = new DiffService().diff(new Map([['lists', new Map([['x', '{"v":0}']])]]), state);
      return reportDiff(diff, assessRisk(diff)).changes[0]?.edits[0]?.after;
    };
    expect(shown('x'.repeat(longest as number))).toBe('x'.repeat(longest as number));
    expect(shown('x'.repeat((longest as number) + 1))).toBe(
      `${'x'.repeat(longest as number)}... (${(longest as number) + 1} characters)`,
    );
    // A list of digits and commas, as long as may be and by one entry longer.
    const list = (length: number) => Array.from({ length }, () => 1);
    expect(shown(list((most as number) / 2 - 1))).toEqual(list((most as number) / 2 - 1));
    expect(shown(list((most as number) / 2))).toContain(`... (${(most as number) + 1} characters)`);
    const [, hidden = ''] = /and private keys are `(.*?)`/.exec(spaced) ?? [];
    expect(shown([{ clientSecret: 'canary' }])).toEqual([{ clientSecret: hidden }]);
    expect(shown([{ clientSecret: '' }])).toEqual([{ clientSecret: '' }]);
  });
});
