/** What the inputs of a restore name, as a plan takes it. */
import { choiceText, type ObjectChoice, type ObjectName } from '../../project/object-names.ts';
import type { Choice, NamedObject } from './scope.ts';

/** @param only empty for all */
export function choiceOf(only: readonly ObjectChoice[]): Choice {
  return {
    isAll: only.length === 0,
    selectors: only,
    texts: [...new Set(only.map(choiceText))].sort(),
  };
}

export function namedObjects(names: readonly ObjectName[]): NamedObject[] {
  return names.map(({ section, id }) => ({ kind: 'object', section, id }));
}

/** The one spelling of each name, in their order. */
export function nameTexts(names: readonly ObjectName[]): string[] {
  return [...new Set(names.map((name) => choiceText({ kind: 'object', ...name })))].sort();
}
