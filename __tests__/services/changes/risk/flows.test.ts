import { describe, expect, test } from '@jest/globals';
import type { JsonObject, JsonValue } from '../../../../src/json/value.ts';
import { assessObject } from './assess.ts';
import {
  automated,
  condition,
  contents,
  exported,
  loggedIn,
  screenTask,
  subFlow,
} from './flow-graphs.ts';

const REACHED = 'verification-no-longer-reached';
const gone = (proof: string) => `${REACHED}: ${proof} is no longer reached`;
const around = (proof: string) => `${REACHED}: a way through the flow no longer passes ${proof}`;

/** Findings when a flow changes so, the same wherever it is saved. */
function found(before: JsonValue, after: JsonValue): string[] {
  const { found: texts, risk } = assessObject('flows', 'login', exported(before), exported(after));
  expect(risk).toBe(texts.length > 0 ? 'high' : 'low');
  for (const file of ['flows/login/contents.json', 'widgets/flows/profile/contents.json']) {
    expect(assessObject('snapshot', file, before, after).found).toEqual(texts);
  }
  const asText = (value: JsonValue) => ({ id: 'login', dsl: JSON.stringify(value) });
  expect(assessObject('flows', 'login', asText(before), asText(after)).found).toEqual(texts);
  return texts;
}

const MAGIC = 'sign-in-magic-linkv2-email';
const VERIFY = 'verify-magic-link';
const OAUTH = 'exchange-oauth-code';

/**
 * Sign in by magic link or OAuth; a screen at the other device is where a way ends that lets nobody
 * in.
 */
function signIn(given: Readonly<Record<string, JsonObject>> = {}) {
  const { startTask, tasks } = contents(
    screenTask('0', [
      ['email', '5'],
      ['github', '8'],
    ]),
    loggedIn('4'),
    automated('5', MAGIC, [
      ['success', '6'],
      ['success', '5.end'],
    ]),
    automated('5.end', VERIFY, [['success', '4']]),
    screenTask('6', [
      ['back', '0'],
      ['polling', '7'],
      ['resend', '5'],
    ]),
    screenTask('7', []),
    automated('8', 'oauth-start-sign-in', [['success', '8.end']]),
    automated('8.end', OAUTH, [['success', '4']]),
  );
  return { startTask, tasks: { ...tasks, ...given } };
}

const OTP = 'verify-code-otp-email';

/** One-time code, then TOTP for those who have it. */
function withMfa(given: Readonly<Record<string, JsonObject>> = {}) {
  const { startTask, tasks } = contents(
    screenTask('0', [['submit', '1']]),
    automated('1', OTP, [
      ['success', '2'],
      ['OTPVerifyCodeEmailFailed', '0'],
    ]),
    condition('2', [
      ['admin', '3'],
      ['risky', '4'],
      ['ELSE', '9'],
    ]),
    automated('3', 'verify-totp', [['success', '9']]),
    automated('4', 'verify-totp', [['success', '9']]),
    loggedIn('9'),
  );
  return { startTask, tasks: { ...tasks, ...given } };
}

describe('a flow that is rewired', () => {
  test('around a verification that is still there is found', () => {
    const sent = automated('5', MAGIC, [
      ['success', '6'],
      ['success', '4'],
    ]);
    expect(found(signIn(), signIn({ '5': sent }))).toEqual([gone(VERIFY)]);
    expect(
      found(
        signIn(),
        signIn({
          '0': screenTask('0', [
            ['email', '4'],
            ['github', '8'],
          ]),
        }),
      ),
    ).toEqual([gone(MAGIC), gone(VERIFY)]);
  });

  test('by a second way beside the first one is found', () => {
    const start = screenTask('0', [
      ['email', '5'],
      ['github', '8'],
      ['guest', '4'],
    ]);
    expect(found(signIn(), signIn({ '0': start }))).toHaveLength(2);
    const exits = automated('5.end', VERIFY, [
      ['success', '4'],
      ['VerifyFailed', '4'],
    ]);
    expect(found(signIn(), signIn({ '5.end': exits }))).toEqual([around(VERIFY)]);
  });

  test('by another start is found, whichever of the two says so', () => {
    expect(found(signIn(), { ...signIn(), startTask: '4' })).not.toEqual([]);
    const start = { id: 'start', name: 'start', next: { rules: [{ taskId: '4' }] } };
    expect(found(signIn(), signIn({ start }))).not.toEqual([]);
  });

  test('in one branch alone is found, also where others went around it before', () => {
    const risky = (to: string) =>
      condition('2', [
        ['admin', '3'],
        ['risky', to],
        ['ELSE', '9'],
      ]);
    expect(found(withMfa(), withMfa({ '2': risky('9') }))).toEqual([around('verify-totp')]);
    const none = condition('2', [
      ['admin', '9'],
      ['risky', '9'],
      ['ELSE', '9'],
    ]);
    expect(found(withMfa(), withMfa({ '2': none }))).toEqual([gone('verify-totp')]);
  });

  test('so that a failed code goes on is found', () => {
    const one = automated('1', OTP, [
      ['success', '2'],
      ['OTPVerifyCodeEmailFailed', '9'],
    ]);
    expect(found(withMfa(), withMfa({ '1': one }))).toEqual([around(OTP)]);
  });

  test('so that another flow no longer runs within is found', () => {
    const make = (first: string) =>
      contents(
        screenTask('0', [['submit', first]]),
        subFlow('1', 'step-up-flow', [['done', '2']]),
        loggedIn('2'),
      );
    expect(found(make('1'), make('2'))).toEqual([gone('flow step-up-flow')]);
    // A way may end within it.
    const last = (to: string) =>
      contents(screenTask('0', [['submit', to]]), subFlow('1', 'a'), subFlow('2', 'b'));
    expect(found(last('1'), last('2'))).toEqual([gone('flow a')]);
  });

  test('so that nobody gets through is found', () => {
    expect(found(withMfa(), withMfa({ '0': screenTask('0', [['submit', 'nowhere']]) }))).toEqual([
      gone(OTP),
      gone('verify-totp'),
    ]);
  });
});

describe('a flow is not found', () => {
  test('that asks for more, or for the same in another order', () => {
    const more = withMfa({
      '2': condition('2', [
        ['admin', '3'],
        ['risky', '4'],
        ['ELSE', '4'],
      ]),
    });
    expect(found(withMfa(), more)).toEqual([]);
    const line = (...ids: readonly string[]) =>
      contents(
        ...ids.map((id, index) => {
          const to = ids[index + 1] ?? '9';
          return id === '0'
            ? screenTask(id, [['go', to]])
            : automated(id, `verify-${id}-otp`, [['success', to]]);
        }),
        loggedIn('9'),
      );
    expect(found(line('0', '1', '2', '3'), line('0', '3', '1', '2'))).toEqual([]);
  });

  test('whose texts, views, names or templates change', () => {
    const moved = automated(
      '1',
      OTP,
      [
        ['success', '2'],
        ['OTPVerifyCodeEmailFailed', '0'],
      ],
      {
        name: 'Another name',
        view: { x: 5, y: 7 },
        arguments: { templateId: { type: 'inline', value: 'otp-template' } },
      },
    );
    expect(found(withMfa(), withMfa({ '1': moved }))).toEqual([]);
    expect(found(withMfa(), withMfa({ '20': screenTask('20', []) }))).toEqual([]);
  });

  test('in which a screen or a condition comes between', () => {
    const between = withMfa({
      '0': screenTask('0', [['submit', '10']]),
      '10': condition('10', [
        ['new', '1'],
        ['ELSE', '11'],
      ]),
      '11': screenTask('11', [['go', '1']]),
    });
    expect(found(withMfa(), between)).toEqual([]);
    expect(found(between, withMfa())).toEqual([]);
  });

  test('that is empty, before or after', () => {
    const empty = { startTask: '', tasks: {} };
    expect(found(empty, withMfa())).toEqual([]);
    expect(found(withMfa(), empty)).toEqual([gone(OTP), gone('verify-totp')]);
  });
});

describe('a flow that cannot be followed', () => {
  const told = (why: string) =>
    `flow-not-followed: whether every verification is still reached cannot be told: ${why}`;

  test.each<readonly [string, JsonObject]>([
    ['its start is none of its tasks', { startTask: 'x', tasks: { '0': loggedIn('0') } }],
    ['its task 1 is none', { startTask: '0', tasks: { '0': loggedIn('0'), '1': 'text' } }],
    ['it has no tasks', { startTask: '0', tasks: null }],
    ['two of its tasks have one id', { startTask: '0', tasks: [loggedIn('0'), loggedIn('0')] }],
  ])('is said: %s', (why, broken) => {
    const of = (value: JsonValue) => exported(value);
    const plain = contents(screenTask('0', [['go', '1']]), loggedIn('1'));
    expect(assessObject('flows', 'a', of(plain), of(broken)).found).toEqual([told(why)]);
    expect(assessObject('flows', 'a', of(broken), of(plain)).found).toEqual([told(why)]);
    // As long as it stays as it is, there is nothing to say.
    const renamed = { ...of(broken), name: 'other' };
    expect(assessObject('flows', 'a', of(broken), renamed)).toMatchObject({ risk: 'low' });
  });

  test('is compared by its words', () => {
    const broken = { startTask: 'x', tasks: { '0': automated('0', OTP, []) } };
    expect(
      assessObject(
        'flows',
        'a',
        exported(contents(automated('0', OTP, []))),
        exported({ ...broken, tasks: { '0': loggedIn('0') } }),
      ).found,
    ).toEqual([
      `proof-gone-from-flow: a step of MFA or verification is gone: ${OTP}`,
      told('its start is none of its tasks'),
    ]);
  });

  test('may lose all of its contents, or get them as something else', () => {
    const flow = exported(withMfa());
    const { contents: _, ...without } = flow;
    expect(assessObject('flows', 'a', flow, without).found).toContain(
      told('one of its two versions has no tasks'),
    );
    expect(assessObject('flows', 'a', flow, { ...without, dsl: 'no JSON' }).found).toContain(
      told('it has no tasks'),
    );
  });

  test('has too many ways: they are given up in time', () => {
    const pairs = 16;
    const many = (last: string) =>
      contents(
        ...Array.from({ length: pairs }, (_, index) => [
          condition(`c${index}`, [
            ['a', `a${index}`],
            ['b', `b${index}`],
          ]),
          automated(`a${index}`, `otp-a${index}`, [['success', `c${index + 1}`]]),
          automated(`b${index}`, `otp-b${index}`, [['success', `c${index + 1}`]]),
        ]).flat(),
        screenTask(`c${pairs}`, [['go', last]]),
        loggedIn('end'),
        loggedIn('end2'),
      );
    expect(assessObject('flows', 'a', exported(many('end')), exported(many('end2'))).found).toEqual(
      [told('it has too many ways')],
    );
  });
});

test('a setting of a step that skips a proof is found', () => {
  const make = (value: JsonValue) =>
    signIn({
      '5': automated('5', MAGIC, [['success', '5.end']], {
        arguments: { skipVerify: { type: 'inline', value } },
      }),
    });
  const text = 'proof-gone-from-flow: a step of MFA or verification is gone: skipverify';
  expect(found(make(''), make(true))).toEqual([text]);
  expect(found(make('false'), make('true'))).toEqual([text]);
  expect(found(make(true), make(''))).toEqual([]);
});
