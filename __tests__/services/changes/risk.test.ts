import { describe, expect, test } from '@jest/globals';
import { applyDiff, DiffService } from '../../../src/services/changes/diff.ts';
import type { ProjectState } from '../../../src/services/changes/project-state.ts';
import { assessRisk } from '../../../src/services/changes/risk.ts';
import type { JsonObject, JsonValue } from '../../../src/json/value.ts';
import { canonicalJson } from '../../../src/json/write.ts';
import {
  accessKey,
  flow,
  inboundApp,
  oidc,
  role,
  saml,
  screen,
  tenant,
  tenantSettings,
} from '../../fixtures/descope-api/builders.ts';

type Objects = Readonly<Record<string, JsonValue>>;

function stateOf(section: string, objects: Objects): ProjectState {
  const texts = Object.entries(objects).map(([id, value]) => [id, canonicalJson(value)] as const);
  return new Map([[section, new Map(texts)]]);
}

/** What is found when the objects of a section change so. */
function assess(section: string, before: Objects, after: Objects) {
  const diff = new DiffService().diff(stateOf(section, before), stateOf(section, after));
  expect(applyDiff(stateOf(section, before), diff)).toEqual(stateOf(section, after));
  const { risk, findings } = assessRisk(diff);
  return { risk, found: findings.map(({ rule, text }) => `${rule}: ${text}`) };
}

/** The findings when one object changes so; the risk must fit them. */
function found(section: string, before: JsonValue, after: JsonValue, id = 'x'): string[] {
  const { risk, found: texts } = assess(section, { [id]: before }, { [id]: after });
  expect(risk).toBe(texts.length > 0 ? 'high' : 'low');
  return texts;
}

/** The findings when one object comes. */
function foundInNew(section: string, value: JsonValue, id = 'x'): string[] {
  return assess(section, {}, { [id]: value }).found;
}

const config = (given: JsonObject = {}): JsonObject => ({
  id: 'acme',
  name: 'Acme',
  domains: ['acme.example'],
  self_provisioning: false,
  custom_attributes: {},
  ...given,
});
const live = (given: JsonObject = {}) => tenant({ id: 'acme', ...given });

test('nothing changed is no risk, and any other change a low one', () => {
  expect(assess('tenants', { a: config() }, { a: config() })).toEqual({ risk: 'none', found: [] });
  expect(found('tenants', config(), config({ name: 'Acme Ltd' }))).toEqual([]);
});

describe('a tenant or flow that is removed', () => {
  test.each([
    ['tenants', 'the tenant was removed'],
    ['flows', 'the flow was removed'],
  ])('of %s is found', (section, text) => {
    expect(assess(section, { a: config() }, {}).found).toEqual([`tenant-or-flow-removed: ${text}`]);
  });

  test('of other sections is not', () => {
    expect(assess('roles', { a: { id: 'a', permissionNames: ['p'] } }, {}).found).toEqual([]);
    expect(assess('access-keys', { a: accessKey({ id: 'a', name: 'a' }) }, {}).found).toEqual([]);
    expect(assess('tenant-sso', { a: [saml('idp.example') as JsonObject] }, {}).found).toEqual([]);
  });
});

describe('SSO that is no longer enforced', () => {
  const text = 'sso-no-longer-enforced: SSO is no longer enforced';

  test('is found in every shape', () => {
    expect(found('tenants', live({ enforceSSO: true }), live())).toEqual([text]);
    expect(found('tenants', config({ enforce_sso: true }), config())).toEqual([text]);
    expect(
      found('tenant-sso', [{ tenant: { enforceSSO: true } }], [{ tenant: { enforceSSO: false } }]),
    ).toEqual([text]);
  });

  test('for single users is found', () => {
    expect(
      found(
        'tenants',
        live({ enforceSSO: true }),
        live({ enforceSSO: true, enforceSSOExclusions: ['u1'] }),
      ),
    ).toEqual([`${text} for u1`]);
  });

  test('is not what is enforced now, or comes unenforced, or is called so by a customer', () => {
    expect(found('tenants', live(), live({ enforceSSO: true }))).toEqual([]);
    expect(foundInNew('tenants', live({ enforceSSO: false }))).toEqual([]);
    expect(
      found(
        'tenants',
        live({ customAttributes: { enforceSSO: true } }),
        live({ customAttributes: { enforceSSO: false } }),
      ),
    ).toEqual([]);
    expect(
      found(
        'tenants',
        live({ enforceSSOExclusions: ['u1', 'u2'] }),
        live({ enforceSSOExclusions: ['u2'] }),
      ),
    ).toEqual([]);
  });
});

describe('a domain that is added', () => {
  test('is found in every shape', () => {
    const text = 'domain-added: domain new.example was added';
    expect(
      found('tenants', config(), config({ domains: ['acme.example', 'new.example'] })),
    ).toEqual([text]);
    expect(found('tenants', live(), live({ domains: ['new.example'] }))).toEqual([text]);
    const settings = tenantSettings(live());
    expect(found('tenant-settings', settings, { ...settings, domains: ['new.example'] })).toEqual([
      text,
    ]);
    const sso = saml('idp.example', {});
    expect(
      found(
        'tenant-sso',
        [{ ...sso, tenant: { domains: ['a.example'] } }],
        [{ ...sso, tenant: { domains: ['a.example', 'new.example'] } }],
      ),
    ).toEqual([text]);
    expect(found('tenant-sso', [sso], [{ ...sso, ssoDomains: ['new.example'] }])).toEqual([text]);
  });

  test('is found in a new tenant', () => {
    expect(foundInNew('tenants', config({ self_provisioning: true }))).toEqual([
      'domain-added: domain acme.example was added',
      'self-provisioning-on: self-provisioning was turned on',
    ]);
    expect(foundInNew('tenants', live({ selfProvisioningDomains: ['a.example'] }))).toEqual([
      'domain-added: domain a.example was added',
      'self-provisioning-on: self-provisioning was turned on',
    ]);
  });

  test('is found once, however many sections say so', () => {
    const make = (domains: readonly string[]): ProjectState =>
      new Map(
        Object.entries({
          tenants: live({ domains }),
          'tenant-settings': { domains },
          'tenant-sso': [{ tenant: { domains } }],
        }).map(([section, value]) => [section, new Map([['acme', canonicalJson(value)]])]),
      );
    const { findings } = assessRisk(new DiffService().diff(make([]), make(['new.example'])));
    expect(findings).toEqual([
      {
        rule: 'domain-added',
        section: 'tenants',
        id: 'acme',
        text: 'domain new.example was added',
      },
    ]);
  });

  test('is not one that is removed, is in another order, or that a customer calls so', () => {
    const domains = ['b.example', 'acme.example'];
    expect(found('tenants', config({ domains }), config())).toEqual([]);
    expect(
      found('tenants', config({ domains }), config({ domains: domains.toReversed() })),
    ).toEqual([]);
    expect(foundInNew('tenants', config({ domains: [] }))).toEqual([]);
    expect(assess('tenants', { a: config() }, {}).found).not.toContainEqual(
      expect.stringContaining('domain'),
    );
    expect(
      found('tenants', config(), config({ custom_attributes: { domains: ['new.example'] } })),
    ).toEqual([]);
    expect(
      found('tenants', live(), live({ customAttributes: { 'a/domains': ['new.example'] } })),
    ).toEqual([]);
    expect(found('lists', { domains: [] }, { domains: ['new.example'] })).toEqual([]);
  });

  test('is not one of an SSO configuration that changed its place', () => {
    const one = { ...saml('one.example'), ssoId: 'one', ssoDomains: ['one.example'] } as JsonObject;
    const two = { ...oidc('two.example'), ssoId: 'two', ssoDomains: ['two.example'] } as JsonObject;
    expect(found('tenant-sso', [one, two], [two, one])).toEqual([]);
    expect(found('tenant-sso', [one, two], [two, { ...one, note: 'x' }])).toEqual([]);
    expect(found('tenant-sso', [one, two], [two])).toEqual([]);
  });
});

describe('self-provisioning that is turned on', () => {
  const text = 'self-provisioning-on: self-provisioning was turned on';

  test('is found in every shape', () => {
    expect(found('tenants', config(), config({ self_provisioning: true }))).toEqual([text]);
    expect(found('tenants', config(), config({ jit_enabled: true }))).toEqual([text]);
    // The domain is the tenant's already, but whoever has an address there may join now.
    const of = live({ domains: ['a.example'] });
    expect(found('tenants', of, { ...of, selfProvisioningDomains: ['a.example'] })).toContain(text);
    expect(
      found(
        'tenant-settings',
        tenantSettings(live(), { JITDisabled: true }),
        tenantSettings(live()),
      ),
    ).toEqual(['self-provisioning-on: just-in-time provisioning was turned on']);
  });

  test('is not what is turned off, was on before, or is as it is in every new tenant', () => {
    expect(found('tenants', config({ self_provisioning: true }), config())).toEqual([]);
    expect(
      found(
        'tenants',
        live({ selfProvisioningDomains: ['a.example', 'b.example'] }),
        live({ selfProvisioningDomains: ['a.example'] }),
      ),
    ).toEqual([]);
    expect(
      found(
        'tenant-settings',
        tenantSettings(live()),
        tenantSettings(live(), { JITDisabled: true }),
      ),
    ).toEqual([]);
    expect(foundInNew('tenant-settings', tenantSettings(live()))).toEqual([]);
  });
});

describe('a proof that is gone from a flow', () => {
  const gone = (word: string) =>
    `proof-gone-from-flow: a step of MFA or verification is gone: ${word}`;
  const notReached = (action: string) =>
    `verification-no-longer-reached: ${action} is no longer reached`;
  const tasks = {
    '0': { id: '0', type: 'screen', screenId: 'enter-code', next: [{ to: '1' }] },
    '1': { id: '1', type: 'action', action: 'totp', next: [{ to: '2' }] },
    '2': { id: '2', type: 'action', action: 'otp-sms', next: [{ to: '3' }] },
    '3': { id: '3', type: 'end' },
  };
  const exported = (given: JsonObject) =>
    flow({ id: 'login', contents: { startTask: '0', tasks: given } }) as unknown as JsonObject;
  const inSnapshot = (given: JsonObject, others: JsonObject = {}): JsonObject => ({
    id: 'login',
    metadata: { name: 'Login' },
    contents: { startTask: '0', tasks: given },
    'screen-enter-code': screen('enter-code', 'Verify that it is you'),
    ...others,
  });
  const ofConfig = (steps: JsonValue, given: JsonObject = {}): JsonObject => ({
    template: 'custom',
    name: 'Login',
    enabled: true,
    config: { steps, ...given },
  });

  test.each([
    ['exported', exported],
    ['in a snapshot', inSnapshot],
  ] as const)('is found in a flow %s', (_, make) => {
    const { '1': totp, ...others } = tasks;
    const ledAround = { ...others, '0': { ...tasks['0'], next: [{ to: '2' }] } };
    expect(found('flows', make(tasks), make(ledAround))).toEqual([notReached('totp')]);
    // Nobody gets to the end any more.
    expect(found('flows', make(tasks), make(others))).toEqual([
      notReached('totp'),
      notReached('otp-sms'),
    ]);
    expect(
      found('flows', make(tasks), make({ ...tasks, '1': { ...totp, action: 'password' } })),
    ).toEqual([notReached('totp')]);
    expect(
      found('flows', make(tasks), make({ ...tasks, '1': { ...totp, action: 'otp-email' } })),
    ).toEqual([notReached('totp')]);
  });

  test('is found in a flow of a config file', () => {
    expect(found('flows', ofConfig(['password', 'mfa']), ofConfig(['password']))).toEqual([
      gone('mfa'),
    ]);
    const code = { id: 'verify-otp', type: 'screen' };
    const password = { id: 'password', type: 'screen' };
    expect(found('flows', ofConfig([password, code]), ofConfig([password]))).toEqual([
      gone('verify-otp'),
    ]);
    expect(found('flows', { ...ofConfig([]), template: 'mfa' }, ofConfig([]))).toEqual([
      gone('mfa'),
    ]);
    expect(found('flows', ofConfig([], { mfa_required: true }), ofConfig([]))).toEqual([
      gone('mfa_required'),
    ]);
    expect(
      found('flows', ofConfig([], { mfa_required: true }), ofConfig([], { mfa_required: false })),
    ).toEqual([gone('mfa_required')]);
    expect(
      found(
        'flows',
        ofConfig([], { mfa: { enabled: true } }),
        ofConfig([], { mfa: { enabled: false } }),
      ),
    ).toEqual([gone('mfa')]);
    expect(found('flows', ofConfig([], { mfa: { method: 'sms' } }), ofConfig([]))).toEqual([
      gone('mfa'),
    ]);
    expect(found('flows', ofConfig([]), ofConfig([], { skip_verification: true }))).toEqual([
      gone('skipverification'),
    ]);
    expect(
      found('flows', ofConfig([], { skip_mfa: false }), ofConfig([], { skip_mfa: true })),
    ).toEqual([gone('skipmfa')]);
  });

  test('is found in a flow of a widget', () => {
    const contents = { startTask: '0', tasks };
    const { '1': totp, ...others } = tasks;
    const without = { startTask: '0', tasks: { ...others, '1': { ...totp, action: 'load-user' } } };
    expect(found('snapshot', contents, without, 'widgets/flows/profile/contents.json')).toEqual([
      notReached(totp.action),
    ]);
    expect(found('snapshot', contents, without, 'auth/otp.json')).toEqual([]);
  });

  test('is not one that is in another place', () => {
    const moved = {
      '0': { ...tasks['0'], next: [{ to: '2' }] },
      '2': { ...tasks['2'], next: [{ to: '1' }] },
      '1': { ...tasks['1'], next: [{ to: '3' }] },
      '3': tasks['3'],
    };
    for (const make of [exported, inSnapshot])
      expect(found('flows', make(tasks), make(moved))).toEqual([]);
    const steps = [{ type: 'mfa', method: 'totp' }, { type: 'password' }, { type: 'otp' }];
    expect(found('flows', ofConfig(steps), ofConfig(steps.toReversed()))).toEqual([]);
    expect(found('flows', ofConfig(['mfa', 'password']), ofConfig(['password', 'mfa']))).toEqual(
      [],
    );
    // Moved to a place of another name.
    expect(
      found(
        'flows',
        ofConfig([], { first: ['mfa'], second: [] }),
        ofConfig([], { first: [], second: ['mfa'] }),
      ),
    ).toEqual([]);
  });

  test('is not a step that is called otherwise, nor a screen', () => {
    const verify = {
      id: 'verify',
      type: 'action',
      action: 'totp',
      name: 'Verify',
      next: [{ to: 'end' }],
    };
    const check = { ...verify, id: 'check', name: 'Check' };
    const end = { id: 'end', type: 'end' };
    const start = (to: string) => ({ '0': { ...tasks['0'], next: [{ to }] }, end });
    for (const make of [exported, inSnapshot]) {
      expect(
        found('flows', make({ ...start('verify'), verify }), make({ ...start('check'), check })),
      ).toEqual([]);
    }
    expect(found('flows', ofConfig([verify, end]), ofConfig([check, end]))).toEqual([]);
    const renamed = { ...tasks, '0': { ...tasks['0'], screenId: 'verify-code' } };
    expect(found('flows', inSnapshot(renamed), inSnapshot(tasks))).toEqual([]);
    expect(
      found(
        'flows',
        inSnapshot(tasks, { 'screen-verify': screen('verify', 'Verify') }),
        inSnapshot(tasks),
      ),
    ).toEqual([]);
    const shown = (title: string) =>
      ({ ...exported(tasks), screens: [screen('code', title)] }) as JsonObject;
    expect(found('flows', shown('verify'), shown('welcome'))).toEqual([]);
    expect(
      found(
        'snapshot',
        { title: 'verify' },
        { title: 'x' },
        'widgets/flows/profile/screen-code.json',
      ),
    ).toEqual([]);
  });

  test('is not a proof that is added or made stricter, nor a text for people', () => {
    expect(found('flows', ofConfig(['password']), ofConfig(['password', 'mfa']))).toEqual([]);
    expect(
      found(
        'flows',
        ofConfig([], { mfa: { enabled: false } }),
        ofConfig([], { mfa: { enabled: true } }),
      ),
    ).toEqual([]);
    expect(
      found('flows', ofConfig([], { skip_mfa: true }), ofConfig([], { skip_mfa: false })),
    ).toEqual([]);
    expect(found('flows', ofConfig([], { skip_mfa: true }), ofConfig([]))).toEqual([]);
    expect(
      found('flows', ofConfig([], { hint: 'we verify your address' }), ofConfig([], { hint: '' })),
    ).toEqual([]);
    expect(
      found('flows', ofConfig([], { color: 'hotpink' }), ofConfig([], { color: 'red' })),
    ).toEqual([]);
    expect(found('flows', { ...ofConfig([]), name: 'MFA' }, ofConfig([]))).toEqual([]);
    expect(found('roles', { note: 'mfa' }, { note: '' })).toEqual([]);
  });
});

describe('a redirect that is widened', () => {
  const to = (address: string) => `redirect-widened: a sign-in may now be sent to ${address}`;
  const app = (urls: readonly string[]) => inboundApp(1, { approvedCallbackUrls: urls });
  const A = 'https://a.example/callback';

  test.each([
    ['another host', [A, 'https://evil.example/callback']],
    ['a wildcard', [A, 'https://*.a.example/callback']],
    ['a wildcard on the same host', [A, 'https://a.example/*']],
    ['no encryption', [A, 'http://a.example/callback']],
    ['an application', [A, 'myapp://callback']],
    ['a bare host', [A, '*.example.org']],
    ['what a template gives', [A, '{{form.url}}']],
  ])('to %s is found', (_, urls) => {
    expect(found('inbound-apps', app([A]), app(urls))).toEqual([to(urls[1] as string)]);
  });

  test('is found in other shapes', () => {
    expect(found('flows', { redirect_url: A }, { redirect_url: 'https://b.example' })).toEqual([
      to('https://b.example'),
    ]);
    expect(found('flows', {}, { redirect: { url: 'https://b.example' } })).toEqual([
      to('https://b.example'),
    ]);
    expect(
      found('flows', { redirect: { url: A } }, { redirect: { url: 'https://b.example' } }),
    ).toEqual([to('https://b.example')]);
    expect(
      found(
        'sso-apps',
        { redirectUrls: [{ url: A }] },
        { redirectUrls: [{ url: A }, { url: 'https://b.example' }] },
      ),
    ).toEqual([to('https://b.example')]);
    expect(
      found(
        'tenant-sso',
        [saml('idp.example') as JsonObject],
        [saml('idp.example', { redirectUrl: 'https://b.example' }) as JsonObject],
      ),
    ).toEqual([to('https://b.example')]);
    expect(
      found(
        'snapshot',
        { approvedDomains: ['a.example'] },
        { approvedDomains: ['a.example', 'b.example'] },
        'project.json',
      ),
    ).toEqual([to('b.example')]);
    expect(foundInNew('inbound-apps', inboundApp(1))).toEqual([
      to('https://partner-01.example/callback'),
    ]);
  });

  test.each([
    ['another order', [A, 'https://b.example'], ['https://b.example', A]],
    ['fewer', [A, 'https://*.b.example'], [A]],
    ['another path of the same host', [A], [A, 'https://a.example/other']],
    ['a wildcard that goes', ['https://*.a.example'], []],
    [
      'another path of a host without encryption',
      ['http://localhost:3000/a'],
      ['http://localhost:3000/b'],
    ],
    ['a path alone', [A], [A, '/signed-in']],
  ])('is not %s', (_, before, after) => {
    expect(found('inbound-apps', app(before), app(after))).toEqual([]);
  });

  test('is not an address that is cleared, or something else', () => {
    expect(found('flows', { redirectUrl: A }, { redirectUrl: '' })).toEqual([]);
    expect(found('flows', {}, { redirect: { method: 'POST', wait: true } })).toEqual([]);
    expect(found('sso-apps', { logo: A }, { logo: 'https://b.example/logo.png' })).toEqual([]);
    expect(foundInNew('tenant-sso', [saml('idp.example') as JsonObject])).toEqual([
      'sso-configuration-added: an SSO configuration was added',
    ]);
    expect(found('tenants', live(), live({ customAttributes: { redirectUrl: A } }))).toEqual([]);
    expect(assess('inbound-apps', { a: app([A]) }, {}).found).toEqual([]);
  });

  test('is not a step that changed its place in a flow', () => {
    const one = { type: 'redirect', redirectUrl: A };
    const two = { type: 'redirect', redirectUrl: 'https://b.example' };
    expect(
      found('flows', { tasks: { '0': one, '1': two } }, { tasks: { '0': two, '1': one } }),
    ).toEqual([]);
    expect(found('flows', { steps: [one, two] }, { steps: [two, one] })).toEqual([]);
    expect(found('flows', { redirectUrl: A }, { steps: [one] })).toEqual([]);
  });
});

describe('a role that gains permissions', () => {
  const make = (permissionNames: readonly string[], given: Partial<ReturnType<typeof role>> = {}) =>
    role({ id: 'R1', name: 'Editor', permissionNames, ...given });

  test('is found, also in a new role and in a snapshot', () => {
    const text = 'role-gained-permissions: the role gained permission write';
    expect(found('roles', make(['read']), make(['read', 'write']))).toEqual([text]);
    expect(foundInNew('roles', make(['write']))).toEqual([text]);
    const file = (editor: readonly string[]) => ({
      roles: [
        { name: 'Editor', permissions: editor },
        { name: 'Writer', permissions: ['write'] },
      ],
    });
    expect(found('snapshot', file(['read']), file(['read', 'write']), 'roles.json')).toEqual([
      text,
    ]);
  });

  test('is not one that loses some, has them in another order, or another thing of permissions', () => {
    expect(found('roles', make(['read', 'write']), make(['read']))).toEqual([]);
    expect(found('roles', make(['read', 'write']), make(['write', 'read']))).toEqual([]);
    expect(found('roles', make(['read']), make(['read'], { description: 'x' }))).toEqual([]);
    expect(foundInNew('roles', make([]))).toEqual([]);
    expect(foundInNew('permissions', { id: 'P1', name: 'write', permissions: ['x'] })).toEqual([]);
    expect(foundInNew('lists', { permissions: ['x'] }, 'roles.json')).toEqual([]);
    const [a, b] = [
      { name: 'A', permissions: ['read'] },
      { name: 'B', permissions: ['write'] },
    ];
    expect(found('snapshot', { roles: [a, b] }, { roles: [b, a] }, 'roles.json')).toEqual([]);
  });
});

describe('an access key', () => {
  const key = accessKey({ id: 'AK1', name: 'CI' });

  test('that is added, or active again, is found', () => {
    expect(foundInNew('access-keys', key)).toEqual(['access-key-added: an access key was added']);
    expect(found('access-keys', { ...key, status: 'inactive' }, key)).toEqual([
      'access-key-added: an access key was made active again',
    ]);
  });

  test('that is renamed, switched off or removed is not', () => {
    expect(found('access-keys', key, { ...key, name: 'CI 2' })).toEqual([]);
    expect(found('access-keys', key, { ...key, status: 'inactive' })).toEqual([]);
    expect(assess('access-keys', { a: key }, {}).found).toEqual([]);
  });
});

test('findings are in the order of the rules', () => {
  const { found: texts } = assess(
    'tenants',
    { a: config(), b: config() },
    { b: config({ self_provisioning: true, domains: ['acme.example', 'b.example'] }) },
  );
  expect(texts.map((text) => text.split(':')[0])).toEqual([
    'tenant-or-flow-removed',
    'domain-added',
    'self-provisioning-on',
  ]);
});

test('what a snapshot repeats is found once', () => {
  const make = (permissionNames: readonly string[]): ProjectState =>
    new Map([
      ['roles', new Map([['R', canonicalJson({ name: 'R', permissionNames })]])],
      [
        'snapshot',
        new Map([['roles.json', canonicalJson({ roles: [{ name: 'R', permissionNames }] })]]),
      ],
    ]);
  const { findings } = assessRisk(new DiffService().diff(make([]), make(['p'])));
  expect(findings.map(({ section }) => section)).toEqual(['roles']);
});
