/** What the inputs of a restore name, as a plan takes it. */
import { choiceText, type ObjectChoice, type ObjectName } from '../../project/object-names.ts';
import type { Choice, Selector } from './scope.ts';

type NamedObject = Extract<Selector, { kind: 'object' }>;

function selectorOf(choice: ObjectChoice): Selector {
  if (choice.kind === 'section') return choice;
  if (choice.kind === 'tenant') return { kind: 'tenant', ids: [choice.id] };
  return { kind: 'object', section: choice.section, ids: [choice.id] };
}

/** @param only empty for all */
export function choiceOf(only: readonly ObjectChoice[]): Choice {
  return {
    isAll: only.length === 0,
    selectors: only.map(selectorOf),
    texts: [...new Set(only.map(choiceText))].sort(),
  };
}

export function namedObjects(names: readonly ObjectName[]): NamedObject[] {
  return names.map(({ section, id }) => ({ kind: 'object', section, ids: [id] }));
}

/** The one spelling of each name, in their order. */
export function nameTexts(names: readonly ObjectName[]): string[] {
  return [...new Set(names.map((name) => choiceText({ kind: 'object', ...name })))].sort();
}
