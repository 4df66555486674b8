import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ownSecrets, withoutOwnSecrets } from '../../src/github/own-secrets.ts';
import { Secret } from '../../src/project/secret.ts';
import { readRestoreInputs } from '../../src/github/restore-inputs.ts';
import { linesPrintedBy } from '../fixtures/capture-stdout.ts';

const saved = { ...process.env };
const PLAN = 'a1'.repeat(32);
const RESTORE = '20261122_030000_2';

function give(inputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(inputs)) {
    process.env[`INPUT_${name.toUpperCase()}`] = value;
  }
}

beforeEach(() => {
  give({ 'project-id': 'P2abc', 'management-key': 'K2-key-of-the-restore' });
});

afterEach(() => {
  process.env = { ...saved };
});

const problem = (): string => {
  try {
    readRestoreInputs();
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('readRestoreInputs', () => {
  test('gives the defaults of the contract for what is empty or missing', () => {
    give({ only: '', backup: '  ', secrets: '' });
    expect(readRestoreInputs()).toEqual({
      mode: 'plan',
      'project-id': 'P2abc',
      'management-key': new Secret('K2-key-of-the-restore'),
      'base-url': undefined,
      backup: 'latest',
      environment: undefined,
      'from-project-id': 'P2abc',
      only: [],
      'with-dependencies': true,
      delete: [],
      secrets: new Map(),
      'plan-id': undefined,
      confirm: undefined,
      'max-changes': 100,
      'allow-other-project': false,
      'backup-root': 'backups',
      'artifact-name': undefined,
      'history-workflow': undefined,
      'history-branch': undefined,
      'github-token': undefined,
      history: 'carry',
      'allow-public-artifact': false,
      'accept-user-loss': [],
      'deadline-minutes': 60,
      'upload-artifact': true,
      'job-summary': true,
    });
  });

  test('reads what is given', () => {
    give({
      mode: 'apply',
      backup: RESTORE,
      'from-project-id': 'P2other',
      'allow-other-project': 'True',
      only: 'roles\ntenants/acme/**',
      delete: 'roles/a%2Cb, lists/x',
      'accept-user-loss': 'tenants/acme',
      secrets: '{"resources/outbound-apps.json#/crm/clientSecret": "s3cr3t-of-crm"}',
      'plan-id': PLAN,
      confirm: 'P2abc',
      'max-changes': '0',
      'deadline-minutes': '360',
      history: 'none',
    });
    expect(readRestoreInputs()).toMatchObject({
      mode: 'apply',
      backup: RESTORE,
      'from-project-id': 'P2other',
      only: [
        { kind: 'section', section: 'roles' },
        { kind: 'tenant', id: 'acme' },
      ],
      delete: [
        { section: 'lists', id: 'x' },
        { section: 'roles', id: 'a,b' },
      ],
      'accept-user-loss': [{ section: 'tenants', id: 'acme' }],
      secrets: new Map([['resources/outbound-apps.json#/crm/clientSecret', 's3cr3t-of-crm']]),
      'plan-id': PLAN,
      'max-changes': 0,
      'deadline-minutes': 360,
    });
  });

  test('reports every problem of every input in one error', () => {
    give({
      mode: 'restore',
      'project-id': '',
      'management-key': '',
      backup: 'newest',
      only: 'rolls, tenants/**',
      delete: 'roles',
      secrets: '[]',
      'plan-id': PLAN.toUpperCase(),
      'max-changes': '-1',
      'deadline-minutes': '361',
      history: 'compare',
    });
    const lines = problem().split('\n');
    expect(lines[0]).toBe('12 inputs are wrong:');
    expect(lines.slice(1).map((line) => line.slice(2).split(':')[0])).toEqual([
      'mode',
      'project-id',
      'management-key',
      'backup',
      'only',
      'only',
      'delete',
      'secrets',
      'plan-id',
      'max-changes',
      'history',
      'deadline-minutes',
    ]);
  });

  test.each([
    [{ mode: 'apply' }, ['plan-id: is required to apply', 'confirm: is required to apply']],
    [{ mode: 'apply', 'plan-id': PLAN }, ['confirm: is required to apply']],
    [
      { mode: 'apply', confirm: 'P2abc' },
      ['plan-id: is required to apply, but empty: run mode plan'],
    ],
    [
      { mode: 'apply', 'plan-id': PLAN, confirm: 'P2ABC' },
      ['confirm: "P2ABC" is not the project that is written to: it must equal project-id'],
    ],
    [{ 'plan-id': PLAN }, ['plan-id: is given with mode plan, which writes nothing']],
    [{ mode: 'undo' }, ['backup: is required with mode undo']],
    [
      { mode: 'undo', backup: RESTORE, only: 'lists', delete: 'lists/LI1' },
      ['only: is given with mode undo', 'delete: is given with mode undo'],
    ],
    [{ mode: 'undo', backup: RESTORE, 'plan-id': PLAN }, ['confirm: is required to apply']],
    [
      { mode: 'undo', backup: RESTORE, confirm: 'P2abc' },
      ['plan-id: is required to apply, but empty: run undo without confirm first'],
    ],
    [
      { mode: 'undo', backup: RESTORE, 'from-project-id': 'P2x', 'allow-other-project': 'true' },
      ['from-project-id: is another project'],
    ],
    [{ 'from-project-id': 'P2x' }, ['from-project-id: "P2x" is another project than project-id']],
    [
      { 'from-project-id': 'P2x', 'allow-other-project': 'FALSE' },
      ['from-project-id: "P2x" is another project than project-id'],
    ],
  ])('refuses %j', (inputs, problems) => {
    give(inputs);
    const told = problem();
    for (const text of problems) expect(told).toContain(text);
    expect(told.split('\n')).toHaveLength(problems.length === 1 ? 1 : problems.length + 1);
  });

  test.each([
    { mode: 'undo', backup: RESTORE },
    { mode: 'undo', backup: RESTORE, only: 'all' },
    { mode: 'undo', backup: RESTORE, 'plan-id': PLAN, confirm: 'P2abc' },
    { 'from-project-id': 'P2abc' },
    { confirm: 'P2abc' },
  ])('takes %j', (inputs) => {
    give(inputs);
    expect(problem()).toBe('none');
  });
});

describe('secrets', () => {
  const VALUES = ['first-Secret-value', '-----BEGIN-----\nline-of-the-key\n-----END-----'];

  test('are masked before anything else, also when an input is wrong', async () => {
    give({
      mode: 'nonsense',
      secrets: JSON.stringify({
        a: VALUES[0],
        b: VALUES[1],
        c: { d: 'nested-Secret' },
        e: 12345678,
      }),
    });
    const lines = await linesPrintedBy(() => {
      expect(problem()).toContain('mode: "nonsense"');
      return Promise.resolve();
    });
    const masks = lines.filter((line) => line.startsWith('::add-mask::'));
    for (const text of [VALUES[0], 'line-of-the-key', 'nested-Secret', '12345678']) {
      expect(masks.some((line) => line.includes(text ?? ''))).toBe(true);
    }
    expect(masks).toContain('::add-mask::K2-key-of-the-restore');
    expect(masks).toContain('::add-mask::P2abc:K2-key-of-the-restore');
    expect(ownSecrets().map((secret) => secret.reveal())).toEqual(
      expect.arrayContaining([...VALUES, 'K2-key-of-the-restore']),
    );
    expect(withoutOwnSecrets('it is line-of-the-key')).toBe('it is ***');
  });

  test.each([
    ['no JSON', '{"place": "hunter2-broken"', 'secrets: the input is not a JSON object'],
    ['a list', '["hunter2-list"]', 'secrets: the input is not a JSON object'],
    ['a text', '"hunter2-text"', 'secrets: the input is not a JSON object'],
    ['a place twice', '{"hunter2-p":"hunter2-a","hunter2-p":"hunter2-b"}', 'has a place twice'],
    ['a number', '{"hunter2-p": 1234567}', 'entry 1 has a value that is no text'],
    ['an empty value', '{"p":"hunter2-good","hunter2-p": " "}', 'entry 2 has an empty value'],
    ['an object', '{"hunter2-p": {"q": "hunter2-q"}}', 'entry 1 has a value that is no text'],
  ])('that are %s are an error that repeats nothing', async (_, secrets, message) => {
    give({ secrets });
    await linesPrintedBy(() => {
      const told = problem();
      expect(told).toContain(message);
      expect(told).not.toMatch(/hunter2|1234567/);
      return Promise.resolve();
    });
  });

  test('of a text that is no JSON are masked by guess', async () => {
    give({ secrets: "{place: 'hunter2-single', other: hunter2-bare}" });
    await linesPrintedBy(() => Promise.resolve(problem()));
    expect(ownSecrets().map((secret) => secret.reveal())).toEqual(
      expect.arrayContaining(['hunter2-single', 'hunter2-bare']),
    );
  });

  test('keep a place of any name', () => {
    give({ secrets: '{"__proto__": "value-of-proto"}' });
    expect(readRestoreInputs().secrets).toEqual(new Map([['__proto__', 'value-of-proto']]));
  });
});
