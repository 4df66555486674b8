/** Which changes matter for who can sign in, and as whom. docs/changes.md lists the rules. */
import { isJsonObject, type JsonValue } from '../storage/json-value.ts';
import { canonicalJson } from '../storage/json-write.ts';
import { pathOf, withoutTwins, type ObjectChange, type ProjectDiff } from './diff.ts';

/** A change that a human should look at. */
export interface Finding {
  readonly rule: string;
  readonly section: string;
  readonly id: string;
  readonly text: string;
}

export interface RiskAssessment {
  readonly risk: 'none' | 'low' | 'high';
  /** In the order of the rules, which is that of importance. */
  readonly findings: readonly Finding[];
}

interface Rule {
  readonly name: string;
  /** @returns what is found in one change, a text each */
  readonly find: (change: ObjectChange, places: readonly Place[]) => readonly string[];
}

/** A place that changed, at any depth: in what came or went whole, and in lists, which an edit has as a whole. */
interface Place {
  /** Keys from the object down, without case and underscores; of an entry of a list, none. */
  readonly path: readonly string[];
  readonly key: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** Sections that hold the settings of tenants, in one form or another. */
const TENANTS: ReadonlySet<string> = new Set(['tenants', 'tenant-settings', 'tenant-sso']);

/** What customers fill as they like: no key in it is one of ours. */
const CUSTOM: ReadonlySet<string> = new Set(['customattributes', 'customclaims']);

function plainKey(key: string): string {
  return key.replaceAll('_', '').toLowerCase();
}

type Sides = Pick<Place, 'before' | 'after'>;

function sides(before: JsonValue | undefined, after: JsonValue | undefined): Sides {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

function members(value: JsonValue | undefined): ReadonlyMap<string, JsonValue> {
  return new Map(isJsonObject(value) ? Object.entries(value) : []);
}

function entries(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** What tells an entry of a list from the others, where something does. */
function nameOf(value: JsonValue): string | undefined {
  const names = members(value);
  for (const key of ['ssoId', 'id', 'name']) {
    const name = names.get(key);
    if (typeof name === 'string') return `${key}:${name}`;
  }
  return undefined;
}

function isNested(value: JsonValue): boolean {
  return isJsonObject(value) || Array.isArray(value);
}

/** The objects and lists in which two lists differ, whatever their order: those of one name together, then as they stand. */
function pairEntries(before: readonly JsonValue[], after: readonly JsonValue[]): Sides[] {
  const toKeep = new Map<string, number>();
  const without = (list: readonly JsonValue[]) => (text: string, index: number) => {
    const count = toKeep.get(text) ?? 0;
    toKeep.set(text, count - 1);
    return count > 0 ? [] : [list[index] as JsonValue];
  };
  const differing = (list: readonly JsonValue[], other: readonly string[]): JsonValue[] => {
    toKeep.clear();
    for (const text of other) toKeep.set(text, (toKeep.get(text) ?? 0) + 1);
    return list.map(canonicalJson).flatMap(without(list));
  };
  const [allOld, allNow] = [before.filter(isNested), after.filter(isNested)];
  const old = differing(allOld, allNow.map(canonicalJson));
  const now = differing(allNow, allOld.map(canonicalJson));
  const byName = new Map(now.map((one) => [nameOf(one), one]));
  byName.delete(undefined);
  const pairs: Sides[] = [];
  const rest: JsonValue[] = [];
  const taken = new Set<JsonValue>();
  for (const one of old) {
    const name = nameOf(one);
    const other = byName.get(name);
    byName.delete(name);
    if (other === undefined) rest.push(one);
    else {
      pairs.push(sides(one, other));
      taken.add(other);
    }
  }
  const unnamed = now.filter((one) => !taken.has(one));
  for (let index = 0; index < Math.max(rest.length, unnamed.length); index++) {
    const [a, b] = [rest[index], unnamed[index]];
    // Two that are called differently are two: one went, one came.
    const isPair = a !== undefined && b !== undefined && (nameOf(a) ?? nameOf(b)) === undefined;
    if (isPair) pairs.push(sides(a, b));
    else {
      if (a !== undefined) pairs.push(sides(a, undefined));
      if (b !== undefined) pairs.push(sides(undefined, b));
    }
  }
  return pairs;
}

/** All places that changed, but for those in what customers fill as they like. */
function placesOf({ edits }: ObjectChange): Place[] {
  const places: Place[] = [];
  const visit = (path: readonly string[], { before, after }: Sides): void => {
    if (path.some((key) => CUSTOM.has(key))) return;
    places.push({ path, key: path.at(-1) ?? '', ...sides(before, after) });
    if (Array.isArray(before) || Array.isArray(after)) {
      // Of a value that became a list, or was one, what is in the other is seen as well.
      const list = (value: JsonValue | undefined) =>
        Array.isArray(value) || value === undefined ? entries(value) : [value];
      for (const pair of pairEntries(list(before), list(after))) visit([...path, ''], pair);
      return;
    }
    const old = members(before);
    const now = members(after);
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      const [a, b] = [old.get(key), now.get(key)];
      if (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)) continue;
      visit([...path, plainKey(key)], sides(a, b));
    }
  };
  for (const edit of edits) visit(pathOf(edit).map(plainKey), edit);
  return places;
}

function strings(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return entries(value).filter((one) => typeof one === 'string');
}

/** What is in a list now and was not before; what only moved from one place of the object to another is not. */
function gained(places: readonly Place[]): string[] {
  const old = new Set(places.flatMap(({ before }) => strings(before)));
  return places.flatMap(({ after }) => strings(after)).filter((one) => one !== '' && !old.has(one));
}

function at(places: readonly Place[], ...keys: readonly string[]): Place[] {
  return places.filter(({ key }) => keys.includes(key));
}

const DOMAIN_KEYS = ['domains', 'selfprovisioningdomains', 'ssodomains'] as const;

function isEmpty(value: JsonValue | undefined): boolean {
  return strings(value).length === 0;
}

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
function lostProofs({ edits }: ObjectChange, places: readonly Place[]): string[] {
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

function isFlow({ section, id }: ObjectChange): boolean {
  if (section === 'flows') return true;
  return section === 'snapshot' && /^(?:widgets\/)?flows\/[^/]+\/(?!screen-)/.test(id);
}

/** Addresses that a sign-in may be sent to; `spACSUrl` of a tenant's SSO is the service's own. */
const REDIRECT =
  /redirect|callback|(?<!sp)acsurl|approvedurl|returnurl|approveddomain|alloweddomain|allowedorigin|trusteddomain/;

/** Scheme and host of an address, as far as it has them; a path alone stays on the same host. */
function placeOf(address: string): string | undefined {
  if (/^\/(?!\/)/.test(address)) return undefined;
  if (!URL.canParse(address)) return address.replace(/^\/\//, '').split('/')[0];
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

function addresses(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return /^[^\s]*[.:*/][^\s]*$/.test(value) ? [value] : [];
  return [...entries(value), ...members(value).values()].flatMap(addresses);
}

/** Addresses that let a sign-in go to more places than before: a new host, a wildcard, or no encryption. */
function widened(places: readonly Place[]): string[] {
  // The outermost place alone: those within it say the same again.
  const redirects = places.filter(({ path }) => {
    const index = path.findIndex((key) => REDIRECT.test(key));
    return (
      index !== -1 &&
      (index === path.length - 1 || !places.some((other) => isAbove(other, path, index)))
    );
  });
  const old = redirects.flatMap(({ before }) => addresses(before));
  const known = new Set(old.map(placeOf));
  return redirects
    .flatMap(({ after }) => addresses(after))
    .filter((address) => !old.includes(address))
    .filter((address) => {
      const place = placeOf(address);
      return address.includes('*') || (place !== undefined && !known.has(place));
    });
}

function isAbove({ path }: Place, below: readonly string[], index: number): boolean {
  return path.length === index + 1 && path.every((key, at) => key === below[at]);
}

const RULES: readonly Rule[] = [
  {
    name: 'tenant-or-flow-removed',
    find: ({ section, kind }) =>
      kind === 'removed' && (section === 'tenants' || section === 'flows')
        ? [`the ${section.slice(0, -1)} was removed`]
        : [],
  },
  {
    name: 'sso-no-longer-enforced',
    find: ({ section, kind }, places) =>
      TENANTS.has(section) && kind === 'changed'
        ? [
            ...at(places, 'enforcesso')
              .filter(({ before, after }) => before === true && after !== true)
              .map(() => 'SSO is no longer enforced'),
            ...gained(at(places, 'enforcessoexclusions')).map(
              (user) => `SSO is no longer enforced for ${user}`,
            ),
          ]
        : [],
  },
  {
    name: 'proof-gone-from-flow',
    find: (change, places) =>
      isFlow(change) && change.kind === 'changed'
        ? lostProofs(change, places).map((word) => `a step of MFA or verification is gone: ${word}`)
        : [],
  },
  {
    name: 'domain-added',
    find: ({ section, kind }, places) =>
      TENANTS.has(section) && kind !== 'removed'
        ? DOMAIN_KEYS.flatMap((key) => gained(at(places, key))).map(
            (domain) => `domain ${domain} was added`,
          )
        : [],
  },
  {
    name: 'self-provisioning-on',
    find: ({ section, kind }, places) =>
      TENANTS.has(section) && kind !== 'removed'
        ? [
            ...at(places, 'selfprovisioning', 'jit', 'jitenabled', 'jitprovisioning')
              .filter(({ before, after }) => after === true && before !== true)
              .map(() => 'self-provisioning was turned on'),
            ...at(places, 'selfprovisioningdomains')
              .filter(({ before, after }) => isEmpty(before) && !isEmpty(after))
              .map(() => 'self-provisioning was turned on'),
            ...at(places, 'jitdisabled')
              .filter(({ before, after }) => before === true && after !== true)
              .map(() => 'just-in-time provisioning was turned on'),
          ]
        : [],
  },
  {
    name: 'redirect-widened',
    find: ({ kind }, places) =>
      kind === 'removed'
        ? []
        : widened(places).map((address) => `a sign-in may now be sent to ${address}`),
  },
  {
    name: 'role-gained-permissions',
    find: ({ section, id, kind }, places) =>
      kind !== 'removed' && (section === 'roles' || (section === 'snapshot' && id === 'roles.json'))
        ? at(places, 'permissionnames', 'permissions')
            .flatMap((place) => gained([place]))
            .map((permission) => `the role gained permission ${permission}`)
        : [],
  },
  {
    name: 'access-key-added',
    find: ({ section, kind }, places) => {
      if (section !== 'access-keys') return [];
      if (kind === 'added') return ['an access key was added'];
      const isActive = at(places, 'status').some(
        ({ path, after }) => path.length === 1 && after === 'active',
      );
      return kind === 'changed' && isActive ? ['an access key was made active again'] : [];
    },
  },
];

/** What is said of a tenant in its settings and its SSO too is found once, in the tenant. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const tenantsFirst = [...findings].sort(
    (a, b) => Number(b.section === 'tenants') - Number(a.section === 'tenants'),
  );
  const first = new Map<string, Finding>();
  for (const finding of tenantsFirst) {
    const { rule, section, id, text } = finding;
    const key = JSON.stringify([rule, TENANTS.has(section) ? 'tenants' : section, id, text]);
    if (!first.has(key)) first.set(key, finding);
  }
  const kept = new Set(first.values());
  return findings.filter((finding) => kept.has(finding));
}

/** Says how much a diff matters: `high` when any rule finds something, `none` when nothing changed. */
export function assessRisk(diff: ProjectDiff): RiskAssessment {
  const changes = withoutTwins(diff.changes).map((change) => ({
    change,
    places: placesOf(change),
  }));
  const findings = RULES.flatMap(({ name, find }) =>
    changes.flatMap(({ change, places }) =>
      [...new Set(find(change, places))].map((text): Finding => ({
        rule: name,
        section: change.section,
        id: change.id,
        text,
      })),
    ),
  );
  const risk = findings.length > 0 ? 'high' : changes.length > 0 ? 'low' : 'none';
  return { risk, findings: withoutRepeats(findings) };
}
