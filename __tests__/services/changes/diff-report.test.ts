import { describe, expect, test } from '@jest/globals';
import { DiffReport, type RiskFinding } from '../../../src/models/changes.ts';
import { commitMessage, reportDiff } from '../../../src/services/changes/diff-report.ts';
import { DiffService, type ObjectChange } from '../../../src/services/changes/diff.ts';
import type { ProjectState } from '../../../src/services/changes/project-state.ts';
import { assessRisk } from '../../../src/services/changes/risk.ts';
import { parseJson } from '../../../src/json/parse.ts';
import type { JsonObject, JsonValue } from '../../../src/json/value.ts';
import { canonicalJson } from '../../../src/json/write.ts';

const CANARY = 'canary-secret';

function stateOf(section: string, objects: Readonly<Record<string, JsonValue>>): ProjectState {
  return new Map([
    [section, new Map(Object.entries(objects).map(([id, value]) => [id, canonicalJson(value)]))],
  ]);
}

function report(before: ProjectState, after: ProjectState): DiffReport {
  const diff = new DiffService().diff(before, after);
  const result = reportDiff(diff, assessRisk(diff));
  // Each report is what the model of the file says.
  expect(DiffReport.parse(result)).toEqual(result);
  return result;
}

/** The report of one object that changes so, or comes. */
function reportOf(
  before: JsonValue | undefined,
  after: JsonValue,
  section = 'sso-apps',
): DiffReport {
  return report(
    stateOf(section, before === undefined ? {} : { x: before }),
    stateOf(section, { x: after }),
  );
}

function editsOf(before: JsonValue | undefined, after: JsonValue) {
  return reportOf(before, after).changes[0]?.edits;
}

const change = (
  section: string,
  id: string,
  kind: ObjectChange['kind'] = 'changed',
): ObjectChange => ({
  section,
  id,
  kind,
  edits: [],
});
const finding = (section: string, id: string, text = 'why'): RiskFinding => ({
  rule: 'r',
  section,
  id,
  text,
});

describe('reportDiff', () => {
  test('says that nothing changed', () => {
    expect(report(stateOf('tenants', { a: {} }), stateOf('tenants', { a: {} }))).toEqual({
      changed: 'false',
      change_count: 0,
      risk: 'none',
      findings: [],
      changes: [],
      not_comparable: [],
    });
  });

  test('shows every key as it is, whatever was shown before', () => {
    // JSON.parse of Node 24 takes the second of these for the first.
    for (const key of ['\\', '"']) {
      expect(editsOf(undefined, { shown: 1, [key]: 2 })).toEqual([
        { pointer: '', after: { shown: 1, [key]: 2 } },
      ]);
    }
  });

  test('does not know when a section could not be compared', () => {
    const more: ProjectState = new Map([...stateOf('tenants', { a: {} }), ['roles', new Map()]]);
    expect(report(more, stateOf('tenants', { a: {} }))).toMatchObject({
      changed: 'unknown',
      risk: 'unknown',
      not_comparable: ['roles'],
    });
    // What was found is known all the same.
    expect(report(more, stateOf('tenants', { a: { n: 1 } }))).toMatchObject({
      changed: 'true',
      risk: 'low',
      not_comparable: ['roles'],
    });
  });

  test('takes a section that came after release 1.0.0 for newly saved, and for gone where it was there', () => {
    const less = stateOf('tenants', { a: {} });
    const more: ProjectState = new Map([...less, ['mcp-servers', new Map([['m', '{}']])]]);
    expect(report(less, more)).toMatchObject({
      changed: 'false',
      change_count: 0,
      risk: 'none',
      not_comparable: ['mcp-servers'],
    });
    const older: ProjectState = new Map([...more, ['roles', new Map()]]);
    expect(report(less, older)).toMatchObject({
      changed: 'unknown',
      not_comparable: ['mcp-servers', 'roles'],
    });
    expect(report(more, less)).toMatchObject({
      changed: 'unknown',
      risk: 'unknown',
      not_comparable: ['mcp-servers'],
    });
  });

  test('puts what was found first, in its order, then what people look for first', () => {
    const changes = [
      change('access-keys', 'k'),
      change('flows', 'f'),
      change('lists', 'b'),
      change('lists', 'a'),
      change('roles', 'r'),
      change('tenant-sso', 't'),
      change('tenants', 't1'),
      change('tenants', 't2'),
    ];
    const findings = [
      finding('roles', 'r'),
      finding('tenants', 't2'),
      finding('roles', 'r', 'more'),
    ];
    const made = reportDiff({ changes, notComparable: [] }, { risk: 'high', findings });
    expect(made.changes.map(({ section, id }) => `${section} ${id}`)).toEqual([
      'roles r',
      'tenants t2',
      'tenants t1',
      'tenant-sso t',
      'flows f',
      'access-keys k',
      'lists b',
      'lists a',
    ]);
    expect(made.findings).toEqual(findings);
  });

  test('counts and shows what a snapshot repeats once', () => {
    const changes = [change('roles', 'r'), change('snapshot', 'roles.json')];
    const made = reportDiff(
      { changes, notComparable: [] },
      { risk: 'high', findings: [finding('roles', 'r')] },
    );
    expect(made.change_count).toBe(1);
    expect(made.changes).toHaveLength(1);
    expect(made.findings).toEqual([finding('roles', 'r')]);
  });

  test('shows a file that repeats a section when it alone has a finding', () => {
    const app = (url: string, description: string) => ({ id: 'a', description, url });
    const make = (callback: string, description: string): ProjectState =>
      new Map([
        ['sso-apps', new Map([['a', canonicalJson(app('', description))]])],
        [
          'snapshot',
          new Map([
            [
              'applications.json',
              canonicalJson({ applications: [{ id: 'a', approvedRedirectUrls: [callback] }] }),
            ],
          ]),
        ],
      ]);
    const made = report(make('https://a.example', 'x'), make('https://b.example', 'y'));
    expect(made).toMatchObject({
      change_count: 2,
      risk: 'high',
      findings: [{ section: 'snapshot', id: 'applications.json' }],
    });
  });

  test('can be written as JSON, whatever is in it', () => {
    const numbers = parseJson(
      Buffer.from(
        '{"a":9007199254740993,"b":1e400,"c":-0.10000000000000000001,"__proto__":{"x":1}}',
      ),
    );
    const made = reportOf({}, { numbers });
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    const shown = JSON.stringify(made.changes[0]?.edits[0]?.after);
    expect(shown).toContain('"a":"9007199254740993"');
    expect(shown).toContain('"b":"1e400"');
    expect(shown).toContain('"__proto__":{"x":1}');
  });
});

describe('values', () => {
  test('stand as they are when they are short', () => {
    expect(editsOf({ a: 1, b: null, c: ['x'] }, { a: 2, b: { d: true }, c: [] })).toEqual([
      { pointer: '/a', before: 1, after: 2 },
      { pointer: '/b', before: null, after: { d: true } },
      { pointer: '/c', before: ['x'], after: [] },
    ]);
  });

  test('are shortened when they are long', () => {
    const text = 'x'.repeat(200);
    expect(editsOf({}, { text })).toEqual([{ pointer: '/text', after: text }]);
    expect(editsOf({}, { text: `${text}y` })).toEqual([
      { pointer: '/text', after: `${text}... (201 characters)` },
    ]);
    expect(editsOf({}, { in: [`${text}y`] })).toEqual([
      { pointer: '/in', after: [`${text}... (201 characters)`] },
    ]);
    const list = Array.from({ length: 600 }, () => 1);
    expect(editsOf({}, { list })).toEqual([
      { pointer: '/list', after: `[1${',1'.repeat(99)}... (1201 characters)` },
    ]);
  });

  test('are not cut within a character', () => {
    const text = `${'x'.repeat(199)}😀😀`;
    expect(editsOf({}, { text })?.[0]?.after).toBe(`${'x'.repeat(199)}... (203 characters)`);
  });
});

describe('secrets', () => {
  const SECRETS: readonly JsonObject[] = [
    { clientSecret: CANARY },
    { client_secret: CANARY },
    { oidc: { deep: [{ ClientSecret: CANARY }] } },
    { password: CANARY },
    { apiKey: CANARY, 'api-key': CANARY, private_key: CANARY, signingKey: CANARY },
    {
      token: CANARY,
      accessToken: CANARY,
      refresh_token: CANARY,
      idToken: CANARY,
      bearerToken: CANARY,
    },
    { authorization: CANARY },
    { credentials: { user: CANARY, value: [CANARY] } },
    { secrets: [CANARY] },
    { headers: [{ key: 'Authorization', value: CANARY }] },
    { headers: [{ name: 'X-Api-Key', value: CANARY }] },
    { certificate: `-----BEGIN RSA PRIVATE KEY-----\n${CANARY}` },
    { ['a/clientSecret']: CANARY },
  ];

  test.each(SECRETS.map((value) => [JSON.stringify(value), value] as const))(
    'in %s are hidden',
    (_, value) => {
      const other = JSON.parse(
        JSON.stringify(value).replaceAll(CANARY, `${CANARY}-2`),
      ) as JsonObject;
      const reports = [
        reportOf(undefined, value),
        reportOf({}, value),
        reportOf(value, other),
        reportOf(value, {}),
        report(stateOf('sso-apps', { x: value }), stateOf('sso-apps', {})),
        // Without a name, an object is called by all that it is.
        report(stateOf('lists', {}), stateOf('lists', { [canonicalJson(value)]: value })),
      ];
      for (const made of reports) {
        expect(made.change_count).toBe(1);
        expect(JSON.stringify(made)).not.toContain(CANARY);
        expect(JSON.stringify(made)).toContain('(hidden)');
        expect(
          commitMessage(made, { environment: 'e', backupId: 'b', mayName: true }),
        ).not.toContain(CANARY);
      }
    },
  );

  test('that are empty are seen to be', () => {
    expect(editsOf({ clientSecret: '' }, { clientSecret: CANARY })).toEqual([
      { pointer: '/clientSecret', before: '', after: '(hidden)' },
    ]);
  });

  test('are not what only looks like one', () => {
    const value = {
      tokenUrl: 'https://idp.example/token',
      authorizationUrl: 'https://idp.example/authorize',
      authorizationUrlParams: [{ key: 'access_type', value: 'offline' }],
      refreshTokenExpiration: 4,
      refreshTokenExpirationUnit: 'weeks',
      passwordPolicy: { mode: 'strict', minLength: 8 },
      passwordStrengthScore: 2,
      enablePasswordStrength: false,
      manageProviderTokens: true,
      clientId: 'client',
      secretName: 'the one in the vault',
      tokenEndpoint: 'https://idp.example/token',
    };
    expect(reportOf(undefined, value).changes[0]?.edits).toEqual([{ pointer: '', after: value }]);
    expect(
      editsOf({ passwordPolicy: { mode: 'lax' } }, { passwordPolicy: { mode: 'strict' } }),
    ).toEqual([{ pointer: '/passwordPolicy/mode', before: 'lax', after: 'strict' }]);
  });
});

describe('commitMessage', () => {
  const options = { environment: 'production', backupId: '20260101_030000', mayName: true };
  const make = (
    changes: readonly ObjectChange[],
    findings: readonly RiskFinding[] = [],
  ): DiffReport =>
    reportDiff(
      { changes, notComparable: [] },
      { risk: findings.length > 0 ? 'high' : 'low', findings },
    );
  const subjectOf = (message: string) => message.split('\n')[0] ?? '';

  test('says what changed, most important first', () => {
    const changes = [
      change('flows', 'login', 'added'),
      change('tenants', 'acme'),
      change('tenants', 'other'),
      change('lists', 'l', 'removed'),
    ];
    expect(commitMessage(make(changes, [finding('flows', 'login', 'a new way in')]), options)).toBe(
      [
        'production: 1 flow added, 2 tenants changed, 1 lists removed (high risk)',
        '',
        '! flows login: a new way in',
        '',
        'added flows login',
        'changed tenants acme',
        'changed tenants other',
        'removed lists l',
        '',
        'Backup 20260101_030000',
      ].join('\n'),
    );
  });

  /** What GitHub obeys in a commit message, wherever it stands, and some others with it. */
  const ORDERS = [
    /\[(?:skip[ -]ci|ci[ -]skip|no ci|skip actions|actions skip|skip netlify)\]/i,
    /\*\*\*NO_CI\*\*\*/i,
    /skip-checks\s*:/i,
    /^\s*[\w-]+-by\s*:/im,
    /(?:^|\W)@\w/,
    /#\d/,
    /\bgh-\d/i,
    /\/(?:issues|pull)\/\d/,
  ];
  const OBEYED = [
    '[skip ci]',
    '[CI Skip]',
    '[no ci]',
    '[skip actions]',
    '[actions skip]',
    '[[skip ci]]',
    '[skip\u200bci]',
    '[skip\nci]',
    '[skip-ci]',
    '[skip netlify]',
    '***NO_CI***',
    'skip-checks: true',
    'x\n\nskip-checks: true',
    'Co-authored-by: x <x@evil.example>',
    'x\n\nco-authored-by : x <x@evil.example>',
    'Signed-off-by: x',
    'fixes #1',
    'Closes: octo/repo#12',
    'resolves GH-1',
    'fixes https://github.com/octo/repo/issues/1',
    'close https://github.com/octo/repo/pull/1',
    '@octocat',
    'ask (@octo-org/team)',
  ];

  test.each(OBEYED)('gives no order: %j', (text) => {
    const changes = [change('flows', text, 'added'), change(text, 'x'), change('tenants', text)];
    const messages = [
      commitMessage(make(changes, [finding('flows', text, text)]), options),
      commitMessage(make(changes), { ...options, environment: text, mayName: false }),
      commitMessage(undefined, { ...options, environment: text }),
    ];
    // It is there, but for a blank or a sign.
    expect(messages[0]).toContain('added flows');
    for (const message of messages) {
      for (const order of ORDERS) expect(message).not.toMatch(order);
    }
    expect(
      ORDERS.some((order) => order.test(text) || order.test(text.replace(/[\u200b\n]/g, ' '))),
    ).toBe(true);
  });

  test('leaves other texts as they are', () => {
    const plain = [
      'admin@acme.example',
      'a [x] b',
      '#main',
      'C# 7',
      'https://github.com/octo/repo',
    ];
    for (const text of plain) {
      expect(commitMessage(make([change('flows', text)]), options)).toContain(
        `changed flows ${text}`,
      );
    }
  });

  test('says so when nothing changed, or nobody knows', () => {
    expect(commitMessage(make([]), options)).toBe(
      'production: no change in backup 20260101_030000',
    );
    expect(commitMessage(undefined, options)).toBe('production: backup 20260101_030000');
    expect(
      commitMessage(
        reportDiff({ changes: [], notComparable: ['roles'] }, { risk: 'none', findings: [] }),
        options,
      ),
    ).toBe('production: backup 20260101_030000');
  });

  test('names nothing when it must not', () => {
    const made = make(
      [change('tenants', 'acme')],
      [finding('tenants', 'acme', 'domain acme.example was added')],
    );
    expect(commitMessage(made, { ...options, mayName: false })).toBe(
      'production: 1 tenant changed (high risk)',
    );
  });

  test('has a subject of at most 72 characters, whatever is in it', () => {
    const sections = ['tenants', 'flows', 'roles', 'permissions', 'access-keys', 'lists'];
    const many = make(
      sections.map((section) => change(section, 'x')),
      [finding('roles', 'x')],
    );
    expect(subjectOf(commitMessage(many, options))).toBe('production: 6 changes (high risk)');
    const one = make([change('tenants', 'x')]);
    for (const environment of [
      'e'.repeat(100),
      `${'e'.repeat(40)}${'😀'.repeat(40)}`,
      'a\nb\r\u2028c',
    ]) {
      for (const made of [many, one, make([]), undefined]) {
        const message = commitMessage(made, { ...options, environment });
        const subject = subjectOf(message);
        expect(subject.length).toBeLessThanOrEqual(72);
        // No half of a character is left.
        expect(Buffer.from(subject).toString()).toBe(subject);
        expect(subject).toMatch(/^(?:a b c|e{30,}.*\.\.\.): /u);
        expect(message === subject || message.startsWith(`${subject}\n\n`)).toBe(true);
      }
    }
    expect(subjectOf(commitMessage(one, { ...options, environment: 'e'.repeat(70) }))).toMatch(
      /\.\.\.: 1 change$/,
    );
  });

  test('has a line an object, whatever it is called', () => {
    const id = 'a\nb\r\n\tc\u0000\u001b[31m\u0085\u2028d\u202ee\ud800';
    const message = commitMessage(
      make([change('tenants', id)], [finding('tenants', id, 'x\ny')]),
      options,
    );
    expect(message.split('\n')).toEqual([
      'production: 1 tenant changed (high risk)',
      '',
      '! tenants a b c [31m d e : x y',
      '',
      'changed tenants a b c [31m d e ',
      '',
      'Backup 20260101_030000',
    ]);
    const long = commitMessage(make([change('tenants', 'x'.repeat(1000))]), options);
    expect(long).toContain(`changed tenants ${'x'.repeat(200)}... (1000 characters)`);
  });

  test('is capped', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `t-${index}`);
    const made = make(
      ids.map((id) => change('tenants', id)),
      ids.map((id) => finding('tenants', id, 'x'.repeat(500))),
    );
    const lines = commitMessage(made, options).split('\n');
    expect(lines.filter((line) => line.startsWith('! '))).toHaveLength(50);
    expect(lines.filter((line) => line.startsWith('changed '))).toHaveLength(50);
    expect(lines.filter((line) => line === '... and 10 more')).toHaveLength(2);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(300);
    expect(
      commitMessage(make(ids.slice(0, 50).map((id) => change('tenants', id))), options),
    ).not.toContain('more');
  });
});
