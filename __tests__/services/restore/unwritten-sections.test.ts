/** Sections that no call of a restore writes: they are not read, and naming one is an error. */
import { expect, test } from '@jest/globals';
import { SECTIONS } from '../../../src/project/sections/index.ts';
import { isRestorable } from '../../../src/project/restore/row.ts';
import { RESTORE_ROWS } from '../../../src/project/restore/rows.ts';
import { parseChoices, parseObjects } from '../../../src/project/object-names.ts';
import { sectionsToRead } from '../../../src/services/restore/scope.ts';
import { chosenBy } from '../../fixtures/restore/names.ts';

test('a restore of everything reads what it can write, and asks no tenant for the rest', () => {
  const sections = new Map(SECTIONS.map((section) => [section, new Map<string, never>()]));
  const saved = { sections, statuses: new Map(), indexFiles: new Map() };
  const read = sectionsToRead(chosenBy('all'), [], saved);
  expect(read).toEqual(SECTIONS.filter((section) => isRestorable(RESTORE_ROWS[section])));
  expect(read).toContain('tenant-sso');
  expect(read).not.toContain('scim-keys');
});

test.each(SECTIONS.filter((section) => !isRestorable(RESTORE_ROWS[section])))(
  'a section that no call writes is no plan with nothing to do: %s',
  (section) => {
    const reason = `cannot be restored: a restore does not write this section yet; put it back by hand from resources/${section}.json of the backup`;
    for (const entry of [section, `${section}/one`]) {
      expect(parseChoices(`tenants,${entry}`)).toEqual({ problems: [`"${entry}" ${reason}`] });
    }
    expect(parseObjects(`${section}/one`)).toEqual({ problems: [`"${section}/one" ${reason}`] });
  },
);
