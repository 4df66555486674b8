/** How long a sign-in lasts. */
import { ExactNumber, isJsonObject, type JsonObject, type JsonValue } from '../../../json/value.ts';
import { at, CUSTOM, isTurnedOff, plainMembers } from './changed-places.ts';
import type { Rule } from './rule.ts';
import type { Subject } from './subjects.ts';

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
};
const MONTH = 30 * 86_400;
const TENFOLD = 10;
const LIFETIME = /(?:token|session|device)expiration$|^inactivitytime$/;

interface Lifetime {
  readonly text: string;
  readonly amount: number;
  /** Undefined where nothing says what the number counts. */
  readonly seconds: number | undefined;
}

function numberOf(value: JsonValue | undefined): number | undefined {
  if (value instanceof ExactNumber) return Number(value.text);
  if (typeof value === 'string') return /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** A number with its unit beside it, or both in an object. */
function lifetimeOf(value: JsonValue, unit: JsonValue | undefined): Lifetime | undefined {
  if (isJsonObject(value)) {
    const { value: inner, unit: innerUnit } = value;
    return inner === undefined || isJsonObject(inner) ? undefined : lifetimeOf(inner, innerUnit);
  }
  const amount = numberOf(value);
  if (amount === undefined) return undefined;
  const name = typeof unit === 'string' ? unit : '';
  const length = SECONDS[name.toLowerCase().replace(/s$/, '')];
  return {
    text: `${amount} ${name}`.trimEnd(),
    amount,
    seconds: length === undefined ? undefined : amount * length,
  };
}

/**
 * Whether the lifetimes of an object count: those of a tenant or an application do when they are
 * enabled.
 */
function inForce({ section }: Subject, value: JsonObject | undefined): JsonObject | undefined {
  if (section !== 'inbound-apps') {
    return section === 'tenant-settings' && value?.['enabled'] === false ? undefined : value;
  }
  const settings = value?.['sessionSettings'];
  return settings !== undefined && isJsonObject(settings) && settings['enabled'] !== false
    ? settings
    : undefined;
}

/** The lifetimes of an object by where they stand in it. */
function lifetimesOf(subject: Subject, value: JsonValue | undefined): Map<string, Lifetime> {
  const found = new Map<string, Lifetime>();
  const visit = (settings: ReadonlyMap<string, JsonValue>, path: string): void => {
    for (const [key, child] of settings) {
      const lifetime = LIFETIME.test(key)
        ? lifetimeOf(child, settings.get(`${key}unit`))
        : undefined;
      if (lifetime !== undefined) found.set(`${path}${key}`, lifetime);
      else if (!CUSTOM.has(key)) visit(plainMembers(child), `${path}${key}/`);
    }
  };
  const object = value !== undefined && isJsonObject(value) ? value : undefined;
  visit(plainMembers(inForce(subject, object)), '');
  return found;
}

function isTooLong(old: Lifetime | undefined, now: Lifetime): boolean {
  const isMonth = now.seconds !== undefined && now.seconds > MONTH;
  // What counts now, and did not: the project's own lifetime counted, which is elsewhere.
  if (old === undefined) return isMonth;
  if (old.seconds === undefined || now.seconds === undefined) {
    return old.text !== now.text && now.amount >= TENFOLD * old.amount && now.amount > old.amount;
  }
  return now.seconds > old.seconds && (isMonth || now.seconds >= TENFOLD * old.seconds);
}

export const sessionLivesLonger: Rule = {
  name: 'session-lives-longer',
  finds:
    'a lifetime of sessions, refresh tokens, step-up, trusted devices or inactivity, of the project, a tenant or an inbound application, that is ten times as long, or longer than it was and than 30 days; a limit of inactivity that is switched off',
  misses:
    'a smaller growth below 30 days, lifetimes of a new tenant or application and those that are not enabled, rotation of tokens and policies of cookies',
  find: (subject) => {
    const { section, kind, before, after, places } = subject;
    const hasLifetimes = ['project-settings', 'tenant-settings', 'inbound-apps'].includes(section);
    if (kind !== 'changed' || !hasLifetimes) return [];
    const old = lifetimesOf(subject, before);
    return [
      ...[...lifetimesOf(subject, after)].flatMap(([key, now]) => {
        const was = old.get(key);
        return isTooLong(was, now)
          ? [`${key} is now ${now.text}${was === undefined ? '' : `, and was ${was.text}`}`]
          : [];
      }),
      ...at(places, 'enableinactivity')
        .filter(isTurnedOff)
        .map(() => 'a session no longer ends when it is not used'),
    ];
  },
};
