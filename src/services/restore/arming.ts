/** A tenant enforces SSO only when it has some: or nobody could sign in any more. */
import { comparableHash } from '../../project/restore/canonical.ts';
import { overlay, without } from '../../project/restore/members.ts';
import type { JsonObject } from '../../json/value.ts';
import type { Drafts } from './closure.ts';
import type { Draft, PlannedPart } from './draft.ts';
import type { Match } from './match.ts';
import { refText } from './planned-write.ts';

function isWritten({ action }: Draft): boolean {
  return action === 'create' || action === 'update';
}

function enforces({ parts, live, match }: Draft): boolean {
  if (match.ref.section !== 'tenants' || live?.['enforceSSO'] === true) return false;
  return parts.some(({ part }) => part.patch['enforceSSO'] === true);
}

function configurationsOf({ match }: Draft, drafts: Drafts): readonly Match[] {
  return drafts.ssoOf(match.ref.naturalKey);
}

/** Whether the project has SSO of a tenant already. */
function hasSso({ match }: Draft, drafts: Drafts): boolean {
  const { matching, live } = drafts.context;
  if (!live.sections.has('tenant-sso')) return false;
  return (
    drafts.ssoOf(match.ref.naturalKey).some((one) => one.live !== undefined) ||
    matching.liveOnly.some(
      ({ ref }) => ref.section === 'tenant-sso' && ref.tenantKey === match.ref.naturalKey,
    )
  );
}

/** Where its SSO was not read, nobody knows whether it has some: it is not told to enforce any. */
const NOT_READ = 'whether it has any could not be read';

/** Adds the SSO of tenants that are to enforce it and have none. */
export function addSsoOfEnforcing(drafts: Drafts): void {
  for (const draft of drafts.all) {
    if (!isWritten(draft) || !enforces(draft) || hasSso(draft, drafts)) continue;
    for (const match of configurationsOf(draft, drafts)) {
      if (drafts.of(match) !== undefined) continue;
      drafts.add(match).becauseOf = draft.becauseOf ?? refText(draft.match.ref);
    }
  }
}

/** Takes the switch out of a draft; a part that then changes nothing goes. */
function disarm(draft: Draft, reason: string): void {
  const { ref } = draft.match;
  const hash = (value: JsonObject) => comparableHash(ref.section, ref.id, value);
  const off = { enforceSSO: draft.live?.['enforceSSO'] ?? false };
  let before = draft.liveHash;
  const rest: PlannedPart[] = [];
  for (const one of draft.parts) {
    const isSwitch = one.part.patch['enforceSSO'] === true;
    const patch = isSwitch ? without(one.part.patch, ['enforceSSO']) : one.part.patch;
    const after = overlay(one.after, off);
    const now = hash(after);
    if (isSwitch && now === before) continue;
    rest.push({ ...one, part: { ...one.part, patch }, after });
    before = now;
  }
  if (rest.length === 0) {
    draft.action = 'blocked';
    draft.reason = reason;
    return;
  }
  draft.parts = rest;
  draft.target = rest.at(-1)?.after ?? draft.target;
  draft.targetHash = hash(draft.target);
  draft.loses = [...draft.loses, `it does not enforce SSO: ${reason}`];
}

/**
 * Lets tenants enforce SSO after their configurations, and those that will have none not at all.
 */
export function armTenants(drafts: Drafts): void {
  for (const draft of drafts.all) {
    if (!isWritten(draft) || !enforces(draft) || hasSso(draft, drafts)) continue;
    const saved = configurationsOf(draft, drafts);
    const ready = saved.filter((match) => {
      const other = drafts.of(match);
      return other !== undefined && isWritten(other);
    });
    if (ready.length === 0) {
      const isRead = drafts.context.live.sections.has('tenant-sso');
      const names = saved.map(({ ref }) => refText(ref)).join(', ');
      const lacks =
        saved.length === 0
          ? 'neither the project nor the backup has SSO of it'
          : `the project lacks ${names}, which this plan does not restore`;
      disarm(draft, isRead ? lacks : NOT_READ);
      continue;
    }
    const needed = ready.map(({ ref: { section, naturalKey } }) => ({ section, naturalKey }));
    draft.parts = draft.parts.map((one) =>
      one.part.patch['enforceSSO'] === true
        ? { ...one, dependencies: [...one.dependencies, ...needed] }
        : one,
    );
  }
}
