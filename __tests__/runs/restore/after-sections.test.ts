import { describe, expect, test } from '@jest/globals';
import { SECTIONS, SECTIONS_OF_ALL, type Section } from '../../../src/project/sections/index.ts';
import { requestsOf, sectionsAfter } from '../../../src/runs/restore/after-sections.ts';

const saved = (section: string) => ({ section, status: 'saved', count: 1, note: '' }) as const;
const NOTHING = { sections: new Set<Section>() };

describe('the backup after a restore', () => {
  test('has what all means, and nothing that is by name alone', () => {
    const notCovered = { ...saved('scim-keys'), status: 'not-covered' } as const;
    const coverage = [saved('tenants'), notCovered, saved('of-a-newer-release')];
    expect([...sectionsAfter({ coverage }, NOTHING)].sort()).toEqual([...SECTIONS_OF_ALL].sort());
  });

  test('has what is by name alone where the backup has it, or the restore concerns it', () => {
    const reading = { sections: new Set<Section>(['tenant-password-settings']) };
    const sections = sectionsAfter({ coverage: [saved('scim-keys')] }, reading);
    const more = [...sections].filter((section) => !SECTIONS_OF_ALL.includes(section));
    expect(more.sort()).toEqual(['scim-keys', 'tenant-password-settings']);
  });
});

test('a request for every tenant counts for the sections that are asked for', () => {
  const size = { tenants: 1000, flows: 0 };
  const [all, named] = [SECTIONS_OF_ALL, SECTIONS].map((some) => requestsOf(new Set(some), size));
  expect(all).toBe(2000 + SECTIONS_OF_ALL.length + 5);
  expect(named).toBe(5000 + SECTIONS.length + 5);
});
