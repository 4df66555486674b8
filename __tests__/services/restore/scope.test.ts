import { describe, expect, it } from '@jest/globals';
import { choiceText } from '../../../src/project/object-names.ts';
import { chooser, sectionsToRead } from '../../../src/services/restore/scope.ts';
import { rowOf } from '../../../src/project/restore/rows.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import { chosenBy } from '../../fixtures/restore/names.ts';
import { sideOf } from '../../fixtures/restore/sides.ts';

const state = mixedProject();
state.flows = state.flows.slice(1);
const saved = sideOf(state);

function chosen(only: string): string[] {
  const isChosen = chooser(chosenBy(only), saved);
  return [...saved.sections.values()].flatMap((objects) =>
    [...objects.values()].filter(isChosen).map(({ section, id }) => `${section}/${id}`),
  );
}

describe('the input only', () => {
  it.each([
    ['lists', ['lists/LI1', 'lists/LI2', 'lists/LI3']],
    ['lists/LI1,lists/LI3', ['lists/LI1', 'lists/LI3']],
    ['lists/LI1\n  lists/LI3  \n', ['lists/LI1', 'lists/LI3']],
    ['roles/acme/Auditor', ['roles/acme/Auditor']],
    ['roles/%C3%89diteur', ['roles/Éditeur']],
    ['tenants/Acme%2F..%2Fx', ['tenants/Acme/../x']],
    ['tenants/Acme/../x', ['tenants/Acme/../x']],
    ['tenant-sso/old-co', ['tenant-sso/old-co/employees', 'tenant-sso/old-co/contractors']],
    ['tenant-sso/old-co/employees', ['tenant-sso/old-co/employees']],
    [
      'tenants/acme/**',
      [
        'tenants/acme',
        'tenant-settings/acme',
        'tenant-sso/acme/default_ssoid',
        'roles/acme/Auditor',
        'roles/acme/Viewer',
        'outbound-apps/salesforce',
      ],
    ],
  ])('chooses %j', (only, objects) => {
    expect(chosen(only).sort()).toEqual([...objects].sort());
  });

  it('chooses an id with any signs, as it is encoded', () => {
    for (const { id } of state.tenants)
      expect(chosen(choiceText({ kind: 'object', section: 'tenants', id }))).toEqual([
        `tenants/${id}`,
      ]);
  });

  it.each([
    ['tenant', 'names no section'],
    ['tenants/nobody', 'the backup has no tenants/nobody'],
    ['tenants/nobody/**', 'the backup has no tenants/nobody/**'],
    ['snapshot', 'the backup has no section snapshot (not-licensed)'],
    ['users', 'names no section'],
  ])('refuses %j', (only, words) => {
    expect(() => chosen(only)).toThrow(words);
  });

  it('is the same text however it was written', () => {
    expect(chosenBy('roles/%C3%89diteur, lists').texts).toEqual(
      chosenBy('lists\nroles/Éditeur,lists').texts,
    );
    expect(chosenBy('').texts).toEqual(chosenBy('all').texts);
  });
});

describe('the sections to read', () => {
  it('are those that are concerned, and what they refer to', () => {
    const read = (only: string) => [...sectionsToRead(chosenBy(only), [], saved)].sort();
    expect(read('lists/LI1')).toEqual(['lists']);
    expect(read('roles')).toEqual(['permissions', 'roles', 'tenants']);
    // Some tenant enforces SSO.
    expect(read('tenants/acme')).toEqual(['roles', 'sso-apps', 'tenant-sso', 'tenants']);
    const written = [...saved.sections.keys()].filter((section) => rowOf(section) !== undefined);
    expect(read('all')).toEqual(written.sort());
  });
});
