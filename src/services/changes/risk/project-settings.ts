/** What of the project itself decides who is let in, and who may change what users are known by. */
import { isJsonObject, type JsonValue } from '../../../json/value.ts';
import { at, gained, saysNothing, type Place } from './changed-places.ts';
import type { Rule } from './rule.ts';

function alternatives(pattern: JsonValue | undefined): string[] {
  return typeof pattern === 'string' && pattern !== '' ? pattern.split('|') : [];
}

/**
 * A pattern that has some of the alternatives that it had lets in fewer; of any other change that
 * cannot be told.
 */
function isNarrower({ before, after }: Place): boolean {
  if (typeof after !== 'string') return false;
  const old = alternatives(before);
  const isGrouped = [before, after].some((one) => typeof one === 'string' && /[()[\]\\]/.test(one));
  return !isGrouped && alternatives(after).every((one) => old.includes(one));
}

export const testUsersWidened: Rule = {
  name: 'test-users-widened',
  finds:
    'a pattern of test users that comes or changes, a fixed code for them that is set or changed; a narrower pattern too, unless it is the same with alternatives left out',
  misses: 'a pattern or a code that is removed, single test users',
  find: ({ section, places }) =>
    section === 'project-settings'
      ? places
          .filter(
            (place) =>
              place.path[0]?.startsWith('testuser') === true &&
              !isJsonObject(place.after ?? null) &&
              !saysNothing(place.after) &&
              !isNarrower(place),
          )
          .map(({ key }) => `who counts as a test user changed: ${key}`)
      : [],
};

export const attributeOpened: Rule = {
  name: 'attribute-opened',
  finds:
    'a user attribute that people with another permission may edit, or that needs none any more to be edited',
  misses: 'who may see an attribute, its type and its options, a new attribute',
  find: ({ section, kind, places }) => {
    if (section !== 'user-attributes' || kind !== 'changed') return [];
    return at(places, 'editpermissions')
      .filter(({ path, before }) => path.length === 1 && !saysNothing(before))
      .flatMap((place) =>
        saysNothing(place.after)
          ? ['the attribute can be edited without a permission']
          : gained([place]).map((one) => `the attribute can be edited with permission ${one}`),
      );
  },
};
