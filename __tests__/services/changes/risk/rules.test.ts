import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../../../src/services/changes/risk/rules.ts';
import { assessObject } from './assess.ts';
import { WIDENINGS } from './widenings.ts';

const named = WIDENINGS.map(
  (widening) => [`${widening.rule}: ${widening.what}`, widening] as const,
);

describe('a widening', () => {
  test.each(named)('is high: %s', (_, { rule, section, id, before, after }) => {
    const { risk, findings } = assessObject(section, id, before, after);
    expect(risk).toBe('high');
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([rule]));
    expect(findings.every((one) => one.section === section && one.id === id)).toBe(true);
  });

  test.each(named)(
    'is high the other way round only where the rule says so: %s',
    (_, { section, id, before, after, isHighBack }) => {
      const { risk, found } = assessObject(section, id, after, before);
      expect(isHighBack === true || found.length === 0 ? [] : found).toEqual([]);
      expect(risk).toBe(isHighBack === true ? 'high' : 'low');
    },
  );

  test('is known for each rule that other tests have none of', () => {
    const elsewhere = [
      'tenant-or-flow-removed',
      'sso-no-longer-enforced',
      'verification-no-longer-reached',
      'proof-gone-from-flow',
      'flow-not-followed',
      'domain-added',
      'role-gained-permissions',
      'access-key-added',
    ];
    const known = new Set([...WIDENINGS.map(({ rule }) => rule), ...elsewhere]);
    expect(RULES.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });
});
