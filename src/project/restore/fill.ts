/**
 * The body of a write: holes filled with secrets that are known, and nothing that stands for one.
 */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { FREE_FORMS } from '../secrets/free-form.ts';
import { isSecretName } from '../secrets/names.ts';
import { WITHHELD_MARK, withholdSecrets } from '../secrets/withhold.ts';
import {
  isUnfilled,
  mapTexts,
  readHole,
  valueAt,
  withoutHoles,
  type Hole,
  type HoleAt,
} from './holes.ts';
import { overlay } from './members.ts';
import type { HiddenSecret } from './row.ts';

/** Whether live shows a secret: itself, or a hole where its capture withheld one. */
export function isShown(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value !== '' && value !== WITHHELD_MARK;
}

function withoutSecrets(value: JsonValue): string {
  return canonicalJson(withholdSecrets(withoutHoles(value), { mark: WITHHELD_MARK }).value);
}

/**
 * What live shows at the place of a hole. An entry of a list must be the same one, secrets apart:
 * or the secret of another entry would be taken for it.
 *
 * @param wanted the value that has the hole
 */
export function shownAt(
  wanted: JsonValue,
  live: JsonValue | undefined,
  { path, text }: Pick<HoleAt, 'path' | 'text'>,
): string | undefined {
  for (const [index, step] of path.entries()) {
    if (typeof step !== 'number') continue;
    const to = path.slice(0, index + 1);
    const [entry, other] = [valueAt(wanted, to), valueAt(live, to)];
    if (entry === undefined || other === undefined) return undefined;
    if (withoutSecrets(entry) !== withoutSecrets(other)) return undefined;
  }
  const shown = valueAt(live, path);
  if (live === undefined || !isShown(shown)) return undefined;
  // Of a text that is a secret in part, the rest must be as it was: or what is live would pass for
  // what was saved.
  const isAll = text === '' || text === WITHHELD_MARK;
  return isAll || isRestSame(live, path, text) ? (shown as string) : undefined;
}

function isRestSame(live: JsonValue, path: HoleAt['path'], text: string): boolean {
  const shown = valueAt(live, path);
  const hole = readHole(shown);
  if (hole !== undefined) return hole.text === text;
  return [WITHHELD_MARK, ''].some(
    (mark) => valueAt(withholdSecrets(withoutHoles(live), { mark }).value, path) === text,
  );
}

/** A value with what live shows in its holes: as it will be read. */
export function settled(
  wanted: JsonObject,
  live: JsonObject | undefined,
  supplied: ReadonlySet<string>,
): JsonObject {
  if (live === undefined) return wanted;
  return mapTexts(wanted, (text, path) => {
    const hole = readHole(text);
    if (hole === undefined || supplied.has(hole.place)) return text;
    return shownAt(wanted, live, { path, text: hole.text }) ?? text;
  }) as JsonObject;
}

/**
 * A value with what goes into its holes.
 *
 * @param live the object as it is now, with its secrets
 * @throws Error for a hole that nothing fills
 */
export function fillHoles(
  wanted: JsonObject,
  live: JsonObject | undefined,
  secrets: ReadonlyMap<string, string>,
  isKeptBlank: (hole: Hole) => boolean,
): JsonObject {
  return mapTexts(wanted, (text, path) => {
    const hole = readHole(text);
    if (hole === undefined) return text;
    const filled = secrets.get(hole.place) ?? shownAt(wanted, live, { path, text: hole.text });
    if (filled !== undefined && readHole(filled) === undefined) return filled;
    if (isKeptBlank(hole)) return '';
    throw new Error(`no secret is known for ${hole.place}: supply it with the input secrets`);
  }) as JsonObject;
}

function setAt(
  value: JsonObject,
  [step, ...rest]: readonly string[],
  child: JsonValue,
): JsonObject {
  if (step === undefined) return value;
  const below = value[step];
  const inner = rest.length === 0 ? child : setAt(isJsonObject(below) ? below : {}, rest, child);
  return overlay(value, { [step]: inner });
}

/**
 * Puts in the secrets that the service never shows, where they were supplied or are shown after
 * all.
 */
export function addHiddenSecrets(
  value: JsonObject,
  raw: JsonObject | undefined,
  hidden: readonly HiddenSecret[],
  supplied: (path: readonly string[]) => string | undefined,
): JsonObject {
  return hidden.reduce((now, { path }) => {
    const shown = valueAt(raw, path);
    const secret =
      supplied(path) ??
      (isShown(shown) && readHole(shown) === undefined ? (shown as string) : undefined);
    return secret === undefined ? now : setAt(now, path, secret);
  }, value);
}

/**
 * Without members that are named as a secret and empty: to write one could clear what is stored.
 */
export function withoutEmptySecrets(value: JsonValue, place: string): JsonValue {
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((one) => withoutEmptySecrets(one, place));
  }
  if (!isJsonObject(value) || FREE_FORMS.isFreePlace(place)) return value;
  const result: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value)) {
    if (FREE_FORMS.isFreeKey(key, place)) setOwn(result, key, child);
    else if (child !== '' || !isSecretName(key))
      setOwn(result, key, withoutEmptySecrets(child, place));
  }
  return result;
}

/**
 * The last look at a body.
 *
 * @throws Error where it still has a hole or the mark of a withheld secret
 */
export function requireFilled(body: JsonValue, what: string): void {
  mapTexts(body, (text, path) => {
    if (isUnfilled(text)) {
      throw new Error(
        `${what}: a withheld secret would be written as its placeholder at /${path.join('/')}: nothing was sent`,
      );
    }
    return text;
  });
}
