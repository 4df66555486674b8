/**
 * Tells a change of the project from a change of what is withheld, which an upgrade brings and
 * which is no change.
 */
import type { BackupManifest } from '../../models/manifest.ts';
import { isFreePlace } from '../../project/secrets/free-form.ts';
import { withheldByRelease1 } from '../../project/secrets/release-1.ts';
import { isSecretVariable } from '../../project/secrets/variables.ts';
import { WITHHELD_MARK, WITHHELD_RULES, withholdSecrets } from '../../project/secrets/withhold.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { pointerSteps } from '../../json/pointer.ts';
import { canonicalJson } from '../../json/write.ts';
import type { Edit } from './diff.ts';

/**
 * How two backups may differ by what was withheld: in variables of a config file, or in secrets of
 * a live project.
 */
export type WithheldRule = 'variables' | 'secrets';

/** An object on both sides. */
export interface Sides {
  readonly section: string;
  readonly id: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

type Manifest = Pick<BackupManifest, 'source' | 'withheld_rules'>;

/** @returns undefined when both backups withhold by the same rules */
export function withheldRule(before: Manifest, after: Manifest): WithheldRule | undefined {
  // Which variables are withheld is a matter of an input as well.
  if (after.source.type === 'config-file') return 'variables';
  const isNewest = ({ withheld_rules }: Manifest) => withheld_rules === WITHHELD_RULES;
  return isNewest(before) && isNewest(after) ? undefined : 'secrets';
}

const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
const MAX_REFERENCES = 10;

/** Whether a text is another one with values in place of its references to secret variables. */
function isFilledIn(text: string, template: string): boolean {
  const fixed: string[] = [];
  let end = 0;
  for (const match of template.matchAll(REFERENCE)) {
    if (!isSecretVariable(match[1] ?? '')) continue;
    fixed.push(template.slice(end, match.index));
    end = match.index + match[0].length;
  }
  if (fixed.length === 0 || fixed.length > MAX_REFERENCES) return false;
  const [first = '', ...inner] = fixed;
  const last = template.slice(end);
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of inner) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.endsWith(last) && text.length - last.length >= at;
}

function isSameVariable(before: JsonValue, after: JsonValue): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  return isFilledIn(before, after) || isFilledIn(after, before);
}

/** What the newest rule leaves of a value, and what is left of it by any rule. */
function withheldForms(value: JsonValue, { section, id }: Sides): JsonValue[] {
  const isSnapshot = section === 'snapshot';
  const mark = isSnapshot ? '' : WITHHELD_MARK;
  const place = isSnapshot ? `snapshot/${id}` : section;
  if (isFreePlace(place)) return [value];
  const newest = (given: JsonValue) => withholdSecrets(given, { mark, place }).value;
  return [newest(value), newest(withheldByRelease1(value, mark))];
}

type Pair = readonly [before: JsonValue, after: JsonValue];

const same = ([before, after]: Pair): boolean => canonicalJson(before) === canonicalJson(after);

function membersOf(pair: Pair): ((name: string) => Pair) | undefined {
  const [before, after] = pair;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return (name) => [before[Number(name)] as JsonValue, after[Number(name)] as JsonValue];
  }
  if (!isJsonObject(before) || !isJsonObject(after)) return undefined;
  const isAlike =
    Object.keys(before).length === Object.keys(after).length &&
    Object.keys(before).every((key) => Object.hasOwn(after, key));
  return isAlike ? (name) => [before[name] as JsonValue, after[name] as JsonValue] : undefined;
}

/**
 * Whether two values differ only where one of them was withheld.
 *
 * @param pair both as they are
 * @param forms both without what is withheld, by each rule; undefined where variables of a config
 * file are withheld
 */
function isWithheldOnly(pair: Pair, forms: readonly Pair[] | undefined): boolean {
  if (same(pair)) return true;
  const members = membersOf(pair);
  if (members !== undefined) {
    const inner = forms?.map(membersOf);
    return Object.keys(pair[0] as object).every((name) =>
      isWithheldOnly(
        members(name),
        inner?.flatMap((at) => (at === undefined ? [] : [at(name)])),
      ),
    );
  }
  if (forms === undefined) return isSameVariable(...pair);
  // One side must be what withholding makes of it: two values that are both there have changed.
  return forms.some((form) => same(form) && (same([pair[0], form[0]]) || same([pair[1], form[1]])));
}

/** The pair at a JSON Pointer; undefined where one side has no such place. */
function pairAt(pair: Pair, steps: readonly string[]): Pair | undefined {
  let [before, after] = pair;
  for (const step of steps) {
    const at = membersAt(before, after, step);
    if (at === undefined) return undefined;
    [before, after] = at;
  }
  return [before, after];
}

function membersAt(before: JsonValue, after: JsonValue, step: string): Pair | undefined {
  const has = (value: JsonValue) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, step);
  if (!has(before) || !has(after)) return undefined;
  return [(before as JsonObject)[step] as JsonValue, (after as JsonObject)[step] as JsonValue];
}

/**
 * Parts the edits of an object in those that are changes and those that withholding made.
 *
 * @param rule undefined: all are changes
 */
export function splitWithheld(
  edits: readonly Edit[],
  sides: Sides,
  rule: WithheldRule | undefined,
): { edits: Edit[]; withheld: Edit[] } {
  if (rule === undefined) return { edits: [...edits], withheld: [] };
  const [before, after] = [sides.before, sides.after].map((side) => withheldForms(side, sides));
  const forms = (before ?? []).map((form, index): Pair => [form, after?.[index] ?? null]);
  const isWithheld = (edit: Edit): boolean => {
    if (edit.before === undefined || edit.after === undefined) return false;
    const pair: Pair = [edit.before, edit.after];
    if (rule === 'variables') return isWithheldOnly(pair, undefined);
    const steps = pointerSteps(edit.pointer);
    const at = forms.flatMap((form) => {
      const found = pairAt(form, steps);
      return found === undefined ? [] : [found];
    });
    return isWithheldOnly(pair, at);
  };
  const withheld = edits.filter(isWithheld);
  const isOf = new Set(withheld);
  return { edits: edits.filter((edit) => !isOf.has(edit)), withheld };
}
