/** Words for a plan and a report of a restore that log and page share. */
import type { Section } from './sections/index.ts';
import type { RestorePlan, RestoreStep, StepAction } from '../models/restore-plan.ts';

const WRITES: readonly StepAction[] = ['delete', 'create', 'update'];
const NOT_POSSIBLE: readonly StepAction[] = ['missing-secret', 'blocked', 'unsupported'];

export function isWrite({ action }: RestoreStep): boolean {
  return WRITES.includes(action);
}

export function isNotPossible({ action }: RestoreStep): boolean {
  return NOT_POSSIBLE.includes(action);
}

/** How many objects a plan writes. */
export function writeCount({ counts }: RestorePlan): number {
  return counts.create + counts.update + counts.delete;
}

/** `1 to delete, 2 to create`: what cannot be undone first. */
export function writesInWords(plan: RestorePlan): string {
  const { counts } = plan;
  const parts = [
    [counts.delete, 'to delete'],
    [counts.create, 'to create'],
    [counts.update, 'to update'],
  ] as const;
  const words = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  return words.length > 0 ? words.join(', ') : 'nothing to do';
}

const HOUR_MS = 60 * 60 * 1000;

/** @param now milliseconds since the epoch */
export function ageInWords(createdAt: string, now: number): string {
  const hours = (now - Date.parse(createdAt)) / HOUR_MS;
  if (hours < 0) return 'dated in the future';
  if (hours < 1) return 'less than an hour old';
  const [count, unit] = hours < 48 ? [hours, 'hour'] : [hours / 24, 'day'];
  const whole = Math.floor(count);
  return `${whole} ${unit}${whole === 1 ? '' : 's'} old`;
}

/** `90 requests, about 2 minutes`. */
export function costInWords({ cost }: RestorePlan): string {
  const time =
    cost.seconds < 90 ? `${cost.seconds} seconds` : `${Math.ceil(cost.seconds / 60)} minutes`;
  const tier =
    cost.rate_limit_tier === undefined ? '' : ` (rate limit tier ${cost.rate_limit_tier})`;
  return `at most ${cost.requests} requests, about ${time}${tier}`;
}

/**
 * Sections whose objects have fields at the top. In others a key there can be an id, as it is in
 * `tenant-sso`, or part of a file of any form.
 */
const WITH_FIELDS: readonly string[] = [
  'flows',
  'tenants',
  'tenant-settings',
  'roles',
  'permissions',
  'sso-apps',
  'inbound-apps',
  'outbound-apps',
  'access-keys',
  'jwt-templates',
  'lists',
  'password-settings',
  'fga-schema',
  'theme',
  'user-attributes',
] satisfies readonly Section[];
const FIELD = /^\/([A-Za-z][A-Za-z0-9_]{0,63})(?:\/|$)/;

/**
 * Names of the fields at the top of objects that steps change, without any id and value: strangers
 * may read them.
 */
export function changedFields(steps: readonly RestoreStep[]): string[] {
  const names = steps
    .filter(({ section }) => WITH_FIELDS.includes(section))
    .flatMap(({ edits }) => edits)
    .flatMap(({ pointer }) => FIELD.exec(pointer)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** Items by a name that each has, in the order in which the names first come. */
export function grouped<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups];
}

/**
 * `tenants update: 3 (domains, name)` for each section and action: what strangers may read of
 * steps.
 */
export function stepsInCounts(steps: readonly RestoreStep[]): string[] {
  return grouped(steps, ({ section, action }) => `${section} ${action}`).map(([name, same]) => {
    const fields = changedFields(same.filter(({ action }) => action === 'update'));
    return `${name}: ${same.length}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}`;
  });
}

/** Why a step is as it is: its reason, what it needs, and whose sake it is for. */
export function stepInWords({ reason, because_of, missing_secrets = [] }: RestoreStep): string {
  return [
    ...(reason === undefined ? [] : [reason]),
    ...(missing_secrets.length > 0 ? [`needs a secret at ${missing_secrets.join(', ')}`] : []),
    ...(because_of === undefined ? [] : [`because of ${because_of}`]),
  ].join('; ');
}
