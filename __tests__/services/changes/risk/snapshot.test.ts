import { describe, expect, test } from '@jest/globals';
import { assess, stateOf } from './assess.ts';

describe('a snapshot', () => {
  const app = (url: string) => ({ id: 'a', samlSettings: { acsUrl: url } });
  const make = (url: string) =>
    stateOf({
      'sso-apps': { a: app(url) },
      snapshot: { 'applications.json': { applications: [app(url)] } },
      'password-settings': { 'password-settings': { enabled: url.includes('b.') } },
    });

  test('that repeats a section is found once', () => {
    const { findings } = assess(make('https://a.example'), make('https://b.example'));
    expect(findings.map(({ rule, section }) => `${rule} ${section}`)).toEqual([
      'weaker-method-on password-settings',
      'redirect-widened sso-apps',
    ]);
    const both = (isOn: boolean) =>
      stateOf({
        'password-settings': { 'password-settings': { enabled: isOn } },
        snapshot: { 'auth/password.json': { enabled: isOn } },
      });
    expect(assess(both(true), both(false)).findings).toMatchObject([
      { rule: 'authentication-method-off', section: 'password-settings' },
    ]);
  });

  test('that says more than its section is not passed over', () => {
    const more = (description: string, url: string) =>
      stateOf({
        'sso-apps': { a: { id: 'a', description } },
        snapshot: {
          'applications.json': {
            applications: [{ id: 'a', oidc: { approvedRedirectUrls: [url] } }],
          },
        },
      });
    expect(assess(more('x', 'https://a.example'), more('y', 'https://evil.example'))).toMatchObject(
      {
        risk: 'high',
        findings: [{ section: 'snapshot', id: 'applications.json' }],
      },
    );
  });

  test('whose connector got another name and moved is found', () => {
    const file = (host: string) => ({ id: 'C1', configuration: { baseUrl: `https://${host}` } });
    const before = stateOf({ snapshot: { 'connectors/a.json': file('a.example') } });
    const after = (host: string) => stateOf({ snapshot: { 'connectors/b.json': file(host) } });
    expect(assess(before, after('evil.example'))).toMatchObject({
      findings: [{ rule: 'connector-moved', id: 'connectors/b.json' }],
    });
    expect(assess(before, after('a.example'))).toMatchObject({ risk: 'low' });
  });
});
