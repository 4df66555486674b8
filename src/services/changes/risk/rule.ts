/** The form of a rule of risk. */
import type { Subject } from './subjects.ts';

/** What a rule may know of the rest of the comparison. */
export interface RuleContext {
  /** Ids of tenants that were not there before. */
  readonly newTenants: ReadonlySet<string>;
}

/**
 * A rule with its row in docs/changes.md: `finds` and `misses` are Markdown, and a test holds the
 * page to them.
 */
export interface Rule {
  readonly name: string;
  readonly finds: string;
  readonly misses: string;
  /** @returns what is found in one object, a sentence each */
  readonly find: (subject: Subject, context: RuleContext) => readonly string[];
}
