/**
 * Words in a flow for what proves who somebody is, and which of them a change takes away: for flows
 * that are no graph.
 */
import { isJsonObject, type JsonValue } from '../../../json/value.ts';
import { CUSTOM, plainKey, type Place } from './changed-places.ts';
import { pathOf, type Edit } from '../diff.ts';

/** Words of steps that prove who somebody is. */
export const PROOF =
  /mfa|otp(?!ink|rint)|verif|webauthn|passkey|magic[-_ ]?link|step[-_ ]?up|2fa|two[-_ ]?factor|second[-_ ]?factor|authenticator|biometric|security[-_ ]?question/i;
/** Words that turn a proof off where they are in its name. */
const SKIP = /skip|bypass|disable|optional|without/i;
const SWITCH = /^(?:enabled|required|active|enforced?)$/;
/** What a step is called, and what refers to it: another name is no other step. */
const LABEL =
  /^(?:id|(?:screen|task|step|node|component|interaction)id|name|title|subtitle|label|text|description|placeholder|(?:error)?message|icon|to|next|starttask|interaction)$/;
const STEP_LISTS: ReadonlySet<string> = new Set(['tasks', 'steps', 'nodes', 'actions']);

function isScreen(key: string): boolean {
  return key === 'screens' || key.startsWith('screen-');
}

/** What in a flow proves who somebody is. */
class Proofs {
  /** Types of steps, settings and the like, and how often they are there. */
  readonly words = new Map<string, number>();
  /** Names of steps and of what refers to them. */
  readonly labels = new Map<string, number>();
  steps = 0;

  /** @param path keys down to the value, which counts with the last of them */
  add(value: JsonValue | undefined, path: readonly string[]): void {
    const names = path.map(plainKey);
    if (value === undefined || names.some((key) => isScreen(key) || CUSTOM.has(key))) return;
    const key = path.at(-1) ?? '';
    const holder = names.at(-2) ?? '';
    const isStep = STEP_LISTS.has(holder);
    const isOn = value !== false && value !== null && value !== '' && value !== 'disabled';
    const isSwitch = value === true && SWITCH.test(names.at(-1) ?? '') && PROOF.test(holder);
    if (!SKIP.test(key) && isOn && PROOF.test(key))
      this.#count(isStep ? this.labels : this.words, key);
    if (isSwitch && !SKIP.test(holder)) this.#count(this.words, path.at(-2) ?? '');
    this.#addValue(value, path, names.at(-1) ?? '');
  }

  #addValue(value: JsonValue, path: readonly string[], key: string): void {
    if (typeof value === 'string') {
      if (!PROOF.test(value)) return;
      if (LABEL.test(key)) this.#count(this.labels, value);
      // Words with spaces between them are for people.
      else if (!/\s/.test(value)) this.#count(this.words, value);
    } else if (Array.isArray(value)) {
      for (const one of value as readonly JsonValue[]) this.#addValue(one, path, key);
    } else if (isJsonObject(value)) {
      if (['id', 'type', 'action'].some((name) => Object.hasOwn(value, name))) this.steps++;
      for (const [name, child] of Object.entries(value)) this.add(child, [...path, name]);
    }
  }

  #count(counts: Map<string, number>, word: string): void {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}

function lost(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...before].flatMap(([word, count]) => ((after.get(word) ?? 0) < count ? [word] : []));
}

/** The proofs that a flow has no more, wherever they were in it. */
export function lostProofs(edits: readonly Edit[]): string[] {
  const before = new Proofs();
  const after = new Proofs();
  for (const edit of edits) {
    before.add(edit.before, pathOf(edit));
    after.add(edit.after, pathOf(edit));
  }
  const labels = after.steps < before.steps ? lost(before.labels, after.labels) : [];
  return [...lost(before.words, after.words), ...labels];
}

function isTrue(value: JsonValue | undefined): boolean {
  return value === true || value === 'true';
}

/**
 * The proofs that are skipped now, by the setting that says so; an argument of a step has its value
 * below its name.
 */
export function skippedProofs(places: readonly Place[]): string[] {
  return places.flatMap(({ path, before, after }) => {
    if (!isTrue(after) || isTrue(before) || path.some(isScreen)) return [];
    const own = path.at(-1) === 'value' ? path.slice(0, -1) : path;
    const key = own.at(-1) ?? '';
    return SKIP.test(key) && own.slice(-2).some((name) => PROOF.test(name)) ? [key] : [];
  });
}
