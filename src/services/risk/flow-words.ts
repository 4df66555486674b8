/** What in a flow proves who somebody is, and what of it a change takes away. */
import { isJsonObject, type JsonValue } from '../storage/json-value.ts';
import { CUSTOM, plainKey, type Place } from './changed-places.ts';
import { pathOf, type ObjectChange } from './diff.ts';

/** Words of steps that prove who somebody is. */
const PROOF =
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

/** The proofs that a flow has no more, wherever they were in it; and those that are skipped now. */
export function lostProofs({ edits }: ObjectChange, places: readonly Place[]): string[] {
  const before = new Proofs();
  const after = new Proofs();
  for (const edit of edits) {
    before.add(edit.before, pathOf(edit));
    after.add(edit.after, pathOf(edit));
  }
  const labels = after.steps < before.steps ? lost(before.labels, after.labels) : [];
  const skipped = places.filter(
    (place) =>
      place.after === true &&
      place.before !== true &&
      !place.path.some(isScreen) &&
      SKIP.test(place.key) &&
      place.path.slice(-2).some((key) => PROOF.test(key)),
  );
  return [...lost(before.words, after.words), ...labels, ...skipped.map(({ key }) => key)];
}
