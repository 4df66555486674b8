/** Takes the secrets out of a value, and remembers where they were. */
import { parseJson } from '../../json/parse.ts';
import {
  ExactNumber,
  isJsonObject,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import type { Redactor } from '../own-secrets.ts';
import { FREE_FORMS, type FreeForms } from './free-form.ts';
import { isHarmlessHeader } from './harmless-headers.ts';
import { withoutHeaderValues } from './header-texts.ts';
import { isDeclaredSecret, isSecretName, wordsOf } from './names.ts';
import { withoutSecretForms, withoutSecretMembers } from './texts.ts';

/**
 * The number of these rules, which the manifest has: a change of what is withheld is a new number.
 */
export const WITHHELD_RULES = 2;

/** Stands where a secret was. */
export const WITHHELD_MARK = '[withheld]';

export interface WithheldPlace {
  /** Keys and indexes down to the value. */
  readonly path: readonly (string | number)[];
  /**
   * Whether it is a secret field of Descope's own, which an import leaves alone where it is blank.
   */
  readonly isDeclared: boolean;
}

export interface Withholding {
  /** The very same value where nothing was withheld. */
  readonly value: JsonValue;
  readonly places: readonly WithheldPlace[];
}

export interface WithholdOptions {
  /** What stands in place of a secret. */
  readonly mark: string;
  /**
   * Section, or path of a snapshot's file: some have members that are free form. Undefined: nothing
   * is.
   */
  readonly place?: string;
  /** The secrets of the run, which are looked for everywhere. */
  readonly own?: Redactor | undefined;
  /** Whether nothing but the secrets of the run is looked for. */
  readonly isFree?: boolean;
  /**
   * What is free form by the rows of the sections; of those that there are, unless others are
   * given.
   */
  readonly freeForms?: FreeForms;
}

/**
 * What a value is, by the names above it: `free` is the customer's own; under `names` keys and
 * pairs name things; `headers` and their like hold a credential under any name; `secret` is all a
 * secret.
 */
type Kind = 'free' | 'names' | 'plain' | 'headers' | 'secret';

const HEADERS = /^(?:headers?|params?|parameters?|cookies?)$/;
const NAMES = /^(?:mappings?|mapper|claims)$/;
/**
 * Names of secrets that are also names of settings or of things: a map under one is no secret as a
 * whole.
 */
const SETTINGS = /^(?:password|authorization|accesskeys?|webhook|oauth2clientcredentials)$/;
const NAME_MEMBERS = ['key', 'name', 'header'] as const;
const VALUE_MEMBER = /^(?:values?|tokens?|secret|password|text|plaintext|hash)$/i;
/** Members of a header's entry that are neither its name nor its value. */
const HEADER_MEMBER =
  /^(?:id|type|description|enabled|disabled|required|operator|in|kind|encoding)$/i;
/** What a program fills in is no secret itself. */
const PLACEHOLDER = /^\{\{[^{}]*\}\}$/;
const MAX_JSON_DEPTH = 5;

function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}

/** What names the entry: `{"name": "X-Team", "value": "core"}`. */
function nameOf(object: JsonObject): (typeof NAME_MEMBERS)[number] | undefined {
  const isPair = Object.keys(object).some((key) => VALUE_MEMBER.test(key));
  return isPair
    ? NAME_MEMBERS.find((key) => Object.hasOwn(object, key) && isText(object[key]))
    : undefined;
}

/** Whether a member holds settings, not the secret that its name says. */
function isSettings(key: string, child: JsonValue): boolean {
  if (!SETTINGS.test(wordsOf(key).join(''))) return false;
  return (
    isJsonObject(child) ||
    (Array.isArray(child) && (child as readonly JsonValue[]).some(isJsonObject))
  );
}

/** No word that says anything is longer. */
const MAX_WORD = 40;

/** The last word of a key; only words in ASCII say anything here. */
function lastWord(key: string): string {
  return /(?:[A-Z]?[a-z]+|[A-Z]+)$/.exec(key.slice(-MAX_WORD))?.[0].toLowerCase() ?? '';
}

function kindUnder(key: string, child: JsonValue, parent: Kind, isFreeKey: boolean): Kind {
  if (parent === 'free' || isFreeKey) return 'free';
  if (parent === 'secret') return 'secret';
  if (parent === 'names') return 'names';
  const last = lastWord(key);
  if (NAMES.test(last)) return 'names';
  if (isSecretName(key) && !isSettings(key, child)) return 'secret';
  if (HEADERS.test(last) && !(isText(child) && last === 'header')) return 'headers';
  return 'plain';
}

class Withholder {
  readonly places: WithheldPlace[] = [];
  readonly #options: WithholdOptions;
  readonly #path: (string | number)[] = [];
  readonly #depth: number;

  /** @param depth how many texts of JSON the value stands in */
  constructor(options: WithholdOptions, depth: number) {
    this.#options = options;
    this.#depth = depth;
  }

  #note(): void {
    const key = this.#path.findLast((step) => typeof step === 'string');
    this.places.push({
      path: [...this.#path],
      isDeclared: typeof key === 'string' && isDeclaredSecret(key),
    });
  }

  #at(step: string | number, child: JsonValue, kind: Kind): JsonValue {
    this.#path.push(step);
    const result = this.visit(child, kind);
    this.#path.pop();
    return result;
  }

  visit(value: JsonValue, kind: Kind): JsonValue {
    if (Array.isArray(value)) return this.#list(value as readonly JsonValue[], kind);
    if (isJsonObject(value)) return this.#object(value, kind);
    const isNumber = typeof value === 'number' || value instanceof ExactNumber;
    if (kind === 'secret' && (isNumber || (isText(value) && value !== ''))) {
      const { mark } = this.#options;
      if (value === mark || (isText(value) && PLACEHOLDER.test(value))) return value;
      this.#note();
      return mark;
    }
    return isText(value) ? this.#text(value, kind) : value;
  }

  #list(list: readonly JsonValue[], kind: Kind): JsonValue {
    let changed: JsonValue[] | undefined;
    // A header as a list of its own: its name, then its values.
    const isTuple = kind === 'headers' && list.length > 1 && this.#isInList && list.every(isText);
    for (const [index, item] of list.entries()) {
      const isValue = isTuple && index > 0 && !isHarmlessHeader(list[0] as string, item);
      const kept = this.#at(index, item, isValue ? 'secret' : kind);
      if (kept !== item) (changed ??= [...list])[index] = kept;
    }
    return changed ?? list;
  }

  get #isInList(): boolean {
    return typeof this.#path.at(-1) === 'number';
  }

  #object(object: JsonObject, kind: Kind): JsonValue {
    const name = kind === 'free' ? undefined : nameOf(object);
    const isPair =
      name !== undefined || (this.#isInList && NAME_MEMBERS.some((key) => isText(object[key])));
    let changed: Record<string, JsonValue> | undefined;
    const keys = Object.keys(object);
    for (const key of keys) {
      const child = object[key] as JsonValue;
      const safeKey = this.#safeKey(key, object, changed ?? {});
      const kept = this.#at(safeKey, child, this.#memberKind(object, key, { kind, name, isPair }));
      if (changed === undefined && (kept !== child || safeKey !== key)) {
        changed = this.#before(object, keys, key);
      }
      if (changed !== undefined) setOwn(changed, safeKey, kept);
    }
    return changed ?? object;
  }

  /** A copy of the members that come before a key. */
  #before(object: JsonObject, keys: readonly string[], key: string): Record<string, JsonValue> {
    const copy: Record<string, JsonValue> = {};
    for (const other of keys.slice(0, keys.indexOf(key))) {
      setOwn(copy, other, object[other]);
    }
    return copy;
  }

  /** A key without the run's secrets, which takes no other key's place. */
  #safeKey(key: string, object: JsonObject, copy: JsonObject): string {
    const safe = this.#options.own?.redact(key, WITHHELD_MARK) ?? key;
    if (safe === key) return key;
    let free = safe;
    for (let count = 2; Object.hasOwn(object, free) || Object.hasOwn(copy, free); count++) {
      free = `${safe} ${count}`;
    }
    this.places.push({ path: [...this.#path, free], isDeclared: false });
    return free;
  }

  #memberKind(
    object: JsonObject,
    key: string,
    { kind, name, isPair }: { kind: Kind; name: string | undefined; isPair: boolean },
  ): Kind {
    const child = object[key] as JsonValue;
    const { place, freeForms = FREE_FORMS } = this.#options;
    const isFreeKey = freeForms.isFreeKey(key, place);
    // A pair's name is a name, also below a key that holds a secret; whatever it is sent with is
    // not.
    if (key === name && !isFreeKey) return 'plain';
    const isValue = VALUE_MEMBER.test(key);
    if (kind === 'headers') {
      if (!isPair) return isHarmlessHeader(key, child) ? 'plain' : 'secret';
      const isHarmless = name !== undefined && isHarmlessHeader(object[name] as string, child);
      const isNamed = (NAME_MEMBERS as readonly string[]).includes(key) && name === undefined;
      if (isNamed || HEADER_MEMBER.test(key)) return 'plain';
      return isHarmless ? 'plain' : 'secret';
    } else if (kind === 'plain' && isValue && name !== undefined) {
      const says = object[name] as string;
      if (/^value$/i.test(key) && isSecretName(says) && !isHarmlessHeader(says, ''))
        return 'secret';
    } else if (kind === 'plain' && /^(?:value|plaintext|hash)$/i.test(key)) {
      // `{"password": {"value": ...}}`: a map of settings has no value.
      const above = this.#path.at(-1);
      if (typeof above === 'string' && isSecretName(above)) return 'secret';
    }
    return kindUnder(key, child, kind, isFreeKey);
  }

  #text(text: string, kind: Kind): JsonValue {
    const safe = kind === 'free' ? text : this.#withoutSecrets(text, kind);
    const result = this.#options.own?.redact(safe, this.#ownMark(safe)) ?? safe;
    if (result !== text) this.#note();
    return result;
  }

  /**
   * Within a text the place must be seen; a text that is all secret becomes what every secret
   * becomes.
   */
  #ownMark(text: string): string {
    return this.#options.own?.isSecret(text) === true ? this.#options.mark : WITHHELD_MARK;
  }

  #withoutSecrets(text: string, kind: Kind): string {
    const { mark } = this.#options;
    if (kind === 'headers') return withoutHeaderValues(text, mark);
    const shaped = /^\s*[[{]/.test(text) ? this.#jsonText(text) : text;
    return withoutSecretForms(shaped, mark);
  }

  /** JSON in a text: what of it is no secret stays, as canonical JSON. */
  #jsonText(text: string): string {
    const { mark } = this.#options;
    let value: JsonValue;
    try {
      value = parseJson(Buffer.from(text));
    } catch {
      return withoutSecretMembers(text, mark);
    }
    if (this.#depth >= MAX_JSON_DEPTH) return mark;
    const inner = new Withholder({ ...this.#options, own: undefined }, this.#depth + 1);
    const safe = inner.visit(value, 'plain');
    return inner.places.length > 0 ? canonicalJson(safe) : text;
  }
}

/** Replaces every secret of a value. */
export function withholdSecrets(value: JsonValue, options: WithholdOptions): Withholding {
  const withholder = new Withholder(options, 0);
  const safe = withholder.visit(value, options.isFree === true ? 'free' : 'plain');
  return { value: safe, places: withholder.places };
}
