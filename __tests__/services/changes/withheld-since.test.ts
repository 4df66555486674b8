import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportDiff } from '../../../src/services/changes/diff-report.ts';
import { applyDiff, DiffService } from '../../../src/services/changes/diff.ts';
import type { ProjectState } from '../../../src/services/changes/project-state.ts';
import { assessRisk } from '../../../src/services/changes/risk.ts';
import { withheldRule, type WithheldRule } from '../../../src/services/changes/withheld-since.ts';
import { withheldByRelease1 } from '../../../src/project/secrets/release-1.ts';
import { withholdSecrets } from '../../../src/project/secrets/withhold.ts';
import type { JsonValue } from '../../../src/json/value.ts';
import { canonicalJson } from '../../../src/json/write.ts';

const MARK = '[withheld]';

function stateOf(section: string, id: string, value: JsonValue): ProjectState {
  return new Map([[section, new Map([[id, canonicalJson(value)]])]]);
}

function compare(
  section: string,
  before: JsonValue,
  after: JsonValue,
  rule: WithheldRule | 'none' = 'secrets',
  id = 'x',
) {
  const [old, now] = [stateOf(section, id, before), stateOf(section, id, after)];
  const diff = new DiffService().diff(old, now, rule === 'none' ? undefined : rule);
  expect(applyDiff(old, diff)).toEqual(now);
  const report = reportDiff(diff, assessRisk(diff));
  return {
    changed: report.changes.flatMap(({ edits }) => edits.map(({ pointer }) => pointer)),
    withheld: report.withheld_since?.flatMap(({ pointers }) => pointers) ?? [],
    report,
  };
}

describe('what only the rule changed', () => {
  test.each([
    [
      'a header',
      { headers: [{ key: 'DD-API-KEY', value: 'x' }] },
      { headers: [{ key: 'DD-API-KEY', value: MARK }] },
      '/headers',
    ],
    ['a key', { a: { licenseKey: 'x' } }, { a: { licenseKey: MARK } }, '/a/licenseKey'],
    ['a number', { hecToken: 7 }, { hecToken: MARK }, '/hecToken'],
    [
      'a password in an address',
      { url: 'https://u:p@a.example' },
      { url: `https://${MARK}@a.example` },
      '/url',
    ],
    [
      'a name that is shown by now',
      { apiKey: { key: MARK, token: MARK } },
      { apiKey: { key: 'X-A', token: MARK } },
      '/apiKey/key',
    ],
    [
      'a mapping that is shown by now',
      { attributeMapping: [{ name: 'idToken', value: MARK }] },
      { attributeMapping: [{ name: 'idToken', value: 'user.sid' }] },
      '/attributeMapping',
    ],
  ] as [string, JsonValue, JsonValue, string][])('%s is no change', (_, before, after, pointer) => {
    for (const [a, b] of [
      [before, after],
      [after, before],
    ] as const) {
      const { changed, withheld, report } = compare('sso-apps', a, b);
      expect({ changed, withheld }).toEqual({ changed: [], withheld: [pointer] });
      expect(report).toMatchObject({
        changed: 'false',
        change_count: 0,
        risk: 'none',
        findings: [],
      });
      // Made by the same rules, it is one.
      expect(compare('sso-apps', a, b, 'none').changed).toEqual([pointer]);
    }
  });

  test('in a snapshot a blank is what was withheld', () => {
    const before = {
      configuration: { headers: [{ key: 'A', value: 'x' }], apiKey: { key: '', token: '' } },
    };
    const after = {
      configuration: { headers: [{ key: 'A', value: '' }], apiKey: { key: 'X-A', token: '' } },
    };
    expect(compare('snapshot', before, after, 'secrets', 'connectors/c.json')).toMatchObject({
      changed: [],
      withheld: ['/configuration/apiKey/key', '/configuration/headers'],
    });
    expect(
      compare('snapshot', { token: 'x' }, { token: '' }, 'secrets', 'flows/f/contents.json')
        .changed,
    ).toEqual(['/token']);
  });

  test.each([
    [
      'another value beside it',
      {
        headers: [
          { key: 'A', value: 'x' },
          { key: 'X-Team', value: 'a' },
        ],
      },
      {
        headers: [
          { key: 'A', value: MARK },
          { key: 'X-Team', value: 'b' },
        ],
      },
    ],
    [
      'another name',
      { headers: [{ key: 'A', value: 'x' }] },
      { headers: [{ key: 'B', value: MARK }] },
    ],
    [
      'one that came',
      { headers: [{ key: 'A', value: 'x' }] },
      {
        headers: [
          { key: 'A', value: MARK },
          { key: 'B', value: MARK },
        ],
      },
    ],
    ['one that went', { clientSecret: MARK }, {}],
    ['one that was emptied', { clientSecret: MARK }, { clientSecret: '' }],
    ['a value that is no secret', { url: MARK }, { url: 'https://a.example' }],
    ['two values', { headers: { A: 'x' } }, { headers: { A: 'y' } }],
    ['another address', { url: 'https://u:p@a.example' }, { url: `https://${MARK}@b.example` }],
    [
      'what is free form',
      { customAttributes: { token: 'x' } },
      { customAttributes: { token: MARK } },
    ],
  ] as [string, JsonValue, JsonValue][])('%s is a change', (_, before, after) => {
    expect(compare('sso-apps', before, after)).toMatchObject({
      changed: [expect.any(String)],
      withheld: [],
    });
  });

  test('is told from what changed in the same object', () => {
    expect(
      compare('sso-apps', { hecToken: 'x', name: 'a' }, { hecToken: MARK, name: 'b' }),
    ).toMatchObject({
      changed: ['/name'],
      withheld: ['/hecToken'],
    });
  });

  const anyObject = fc.dictionary(
    fc.constantFrom(
      'name',
      'value',
      'key',
      'headers',
      'apiKey',
      'token',
      'a',
      'mapping',
      'hecToken',
      'url',
    ),
    fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<JsonValue>('x', 'Authorization', 'https://u:p@h', 7, true, null),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('name', 'value', 'key', 'token', 'a'), tie('value'), {
          maxKeys: 3,
        }),
      ),
    })).value,
    { maxKeys: 4 },
  );

  test('an upgrade without a change of the project shows none', () => {
    fc.assert(
      fc.property(anyObject, (given) => {
        const value = given as JsonValue;
        const { value: now } = withholdSecrets(value, { mark: MARK, place: 'sso-apps' });
        for (const before of [value, withheldByRelease1(value, MARK)]) {
          expect(compare('sso-apps', before, now).changed).toEqual([]);
        }
      }),
    );
  });
});

describe('variables of a config file', () => {
  test.each([
    ['hush', '${DB_PASS}', true],
    ['https://u:hush@a.example', 'https://u:${DB_PASS}@a.example', true],
    ['one and two', '${A_KEY} and ${B_KEY}', true],
    ['', '${A_KEY}', true],
    ['https://u:hush@b.example', 'https://u:${DB_PASS}@a.example', false],
    ['hush', '${REGION}', false],
    ['aba', 'ab${A_KEY}ba', false],
    ['one', 'two', false],
  ])('%j and %j', (before, after, isSame) => {
    for (const [a, b] of [
      [before, after],
      [after, before],
    ]) {
      const { changed, withheld } = compare(
        'tenants',
        { l: [a], m: 1 } as JsonValue,
        { l: [b], m: 1 } as JsonValue,
        'variables',
      );
      expect({ changed, withheld }).toEqual(
        isSame ? { changed: [], withheld: ['/l'] } : { changed: ['/l'], withheld: [] },
      );
      expect(compare('tenants', { l: [a] } as JsonValue, { l: [b] } as JsonValue).changed).toEqual([
        '/l',
      ]);
    }
  });
});

test('the rule is that of both backups', () => {
  const live = { source: { type: 'management-api' } } as const;
  const fresh = { ...live, withheld_rules: 2 };
  expect(withheldRule(live, fresh)).toBe('secrets');
  expect(withheldRule(fresh, live)).toBe('secrets');
  expect(withheldRule(fresh, fresh)).toBeUndefined();
  expect(withheldRule(live, { ...fresh, source: { type: 'config-file' } })).toBe('variables');
});
