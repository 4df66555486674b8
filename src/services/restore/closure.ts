/**
 * What the chosen objects refer to and the project lacks: added, or the reason why they are
 * blocked.
 */
import type { Dependency } from '../../project/restore/canonical.ts';
import { draftOf, isPossible, type Draft, type DraftContext } from './draft.ts';
import type { Match } from './match.ts';
import { refText } from './planned-write.ts';

/** The drafts of a plan by section and natural key. */
export class Drafts {
  readonly #byRef = new Map<string, Draft>();
  readonly #matches = new Map<string, Match>();
  readonly #connectors = new Map<string, Match>();
  readonly #sso = new Map<string, Match[]>();
  readonly context: DraftContext;

  constructor(context: DraftContext) {
    this.context = context;
    for (const match of context.matching.matches) {
      const { section, naturalKey } = match.ref;
      this.#matches.set(JSON.stringify([section, naturalKey]), match);
      if (section === 'tenant-sso') {
        const tenantKey = match.ref.tenantKey ?? '';
        this.#sso.set(tenantKey, [...(this.#sso.get(tenantKey) ?? []), match]);
      }
      const { name } = match.saved.value;
      if (
        section === 'snapshot' &&
        match.ref.id.startsWith('connectors/') &&
        typeof name === 'string'
      ) {
        this.#connectors.set(name, match);
      }
    }
  }

  get all(): Draft[] {
    return [...this.#byRef.values()];
  }

  matchOf({ section, naturalKey }: Dependency): Match | undefined {
    if (section === 'connectors') return this.#connectors.get(naturalKey);
    return this.#matches.get(JSON.stringify([section, naturalKey]));
  }

  /** The SSO configurations that the backup has of a tenant. */
  ssoOf(tenantKey: string): readonly Match[] {
    return this.#sso.get(tenantKey) ?? [];
  }

  of(match: Match): Draft | undefined {
    return this.#byRef.get(refText(match.ref));
  }

  add(match: Match): Draft {
    const draft = draftOf(match, this.context);
    this.#byRef.set(refText(match.ref), draft);
    return draft;
  }

  /** Whether the project has what is referred to, under the name that it is referred to by. */
  isThere(dependency: Dependency): boolean {
    const { live, matching } = this.context;
    const { section, naturalKey } = dependency;
    // What was not read cannot be missed: the service will tell.
    if (section === 'connectors' ? !live.sections.has('snapshot') : !live.sections.has(section)) {
      return true;
    }
    if (!matching.liveIds.has(section, naturalKey)) return false;
    return this.matchOf(dependency)?.isRenamed !== true;
  }

  /** What a draft needs that the project lacks. */
  lacking({ parts, match }: Draft): Dependency[] {
    const own = JSON.stringify([match.ref.section, match.ref.naturalKey]);
    const found = new Map<string, Dependency>();
    for (const { dependencies } of parts) {
      for (const one of dependencies) {
        const key = JSON.stringify([one.section, one.naturalKey]);
        if (key !== own && !this.isThere(one)) found.set(key, one);
      }
    }
    return [...found.values()];
  }
}

function isWritten({ action }: Draft): boolean {
  return action === 'create' || action === 'update';
}

function nameOf({ section, naturalKey }: Dependency): string {
  return `${section}/${naturalKey}`;
}

function block(draft: Draft, reason: string): void {
  draft.action = 'blocked';
  draft.reason = reason;
}

/** Adds what the drafts need, and what that needs in turn. */
function addNeeded(drafts: Drafts): void {
  const queue = drafts.all.filter(isWritten);
  for (let draft = queue.shift(); draft !== undefined; draft = queue.shift()) {
    const root = draft.becauseOf ?? refText(draft.match.ref);
    for (const dependency of drafts.lacking(draft)) {
      const match = drafts.matchOf(dependency);
      if (match === undefined || drafts.of(match) !== undefined) continue;
      const added = drafts.add(match);
      added.becauseOf = root;
      if (isWritten(added)) queue.push(added);
    }
  }
}

/** Why a draft cannot be written because of what it refers to. */
function reasonOf(draft: Draft, drafts: Drafts): string | undefined {
  for (const dependency of drafts.lacking(draft)) {
    const name = nameOf(dependency);
    const match = drafts.matchOf(dependency);
    if (match === undefined) {
      return `it refers to ${name}, which neither the project nor the backup has`;
    }
    const needed = drafts.of(match);
    if (needed === undefined) {
      return `it refers to ${refText(match.ref)}, which the project lacks: choose that too, or with-dependencies`;
    }
    if (!isPossible(needed)) {
      return `it needs ${refText(match.ref)}, which cannot be restored (${needed.action})`;
    }
  }
  return undefined;
}

/**
 * Adds what the chosen objects need, and blocks those that refer to what will not be there.
 *
 * @param withDependencies whether anything is added
 */
export function closeOver(drafts: Drafts, withDependencies: boolean): void {
  if (withDependencies) addNeeded(drafts);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const draft of drafts.all.filter(isWritten)) {
      const reason = reasonOf(draft, drafts);
      if (reason === undefined) continue;
      block(draft, reason);
      isChanged = true;
    }
  }
}
