/**
 * What the service itself says of a plan before it is applied: dry runs, and how many users are
 * concerned.
 */
import type { ServiceRefusal } from '../../models/restore-plan.ts';
import { textOf } from '../../project/restore/row.ts';
import type { Drafts } from './closure.ts';
import type { Draft } from './draft.ts';
import type { Choice } from './scope.ts';

export interface ServiceFacts {
  /** What saving the schema would delete, types and relations by name; or why it is refused. */
  readonly fgaDryRun?:
    | { readonly kind: 'ok'; readonly deletes: readonly string[] }
    | { readonly kind: 'refused'; readonly text: string };
  readonly snapshotValidation?: {
    readonly failures: readonly string[];
    /** Secrets that an import would need, in words. */
    readonly missingSecrets: readonly string[];
  };
  /** By section and id; see `refText`. Undefined: they could not be counted. */
  readonly userCounts: ReadonlyMap<string, number | undefined>;
}

export const NO_FACTS: ServiceFacts = { userCounts: new Map() };

export interface AppliedFacts {
  readonly refusals: ServiceRefusal[];
  readonly needs: { readonly fgaDryRun: string | undefined };
}

function block(draft: Draft, reason: string): void {
  draft.action = 'blocked';
  draft.reason = reason;
}

function isWritten({ action }: Draft): boolean {
  return action === 'create' || action === 'update';
}

/**
 * A schema that deletes types is saved only where it was asked for by name: their relations between
 * users and things go with them.
 */
function applyFga(
  draft: Draft,
  dryRun: ServiceFacts['fgaDryRun'],
  isNamed: boolean,
): ServiceRefusal[] {
  if (dryRun === undefined) return [];
  if (dryRun.kind === 'refused') {
    block(draft, `the service refuses the schema: ${dryRun.text}`);
    return [{ section: 'fga-schema', kind: 'fga-invalid', text: dryRun.text }];
  }
  if (dryRun.deletes.length === 0) return [];
  const names = [...dryRun.deletes].sort().join(', ');
  const text = `it deletes ${names}, with all relations that were made by it`;
  if (!isNamed) block(draft, `${text}: name fga-schema in only to accept that`);
  else draft.loses = [...draft.loses, text];
  return [{ section: 'fga-schema', kind: 'fga-deletes', text }];
}

function applyValidation(
  drafts: readonly Draft[],
  validation: ServiceFacts['snapshotValidation'],
): ServiceRefusal[] {
  if (validation === undefined || drafts.length === 0) return [];
  const refusals: ServiceRefusal[] = [
    ...validation.failures.map((text): ServiceRefusal => ({
      section: 'snapshot',
      kind: 'snapshot-failure',
      text,
    })),
    ...validation.missingSecrets.map((text): ServiceRefusal => ({
      section: 'snapshot',
      kind: 'snapshot-missing-secret',
      text,
    })),
  ].sort((a, b) => (a.kind + a.text < b.kind + b.text ? -1 : 1));
  const [first] = refusals;
  if (first !== undefined) {
    for (const draft of drafts) block(draft, `the service refuses the import: ${first.text}`);
  }
  return refusals;
}

/** Blocks what the service refuses. Drafts are changed. */
export function applyFacts(drafts: Drafts, facts: ServiceFacts, choice: Choice): AppliedFacts {
  const written = drafts.all.filter(isWritten);
  const fga = written.find(({ match }) => match.ref.section === 'fga-schema');
  const isNamed = choice.selectors.some(
    (selector) => selector.kind !== 'tenant' && selector.section === 'fga-schema',
  );
  const needs = { fgaDryRun: fga && textOf(fga.target['dsl']) };
  const files = written.filter(({ match }) => match.ref.section === 'snapshot');
  return {
    refusals: [
      ...(fga === undefined ? [] : applyFga(fga, facts.fgaDryRun, isNamed)),
      ...applyValidation(files, facts.snapshotValidation),
    ],
    needs,
  };
}
