/** What is asked of a backup beyond that it is proven. */
import type { BackupManifest } from '../models/manifest.ts';

export interface Demands {
  /** Sections that must be saved. */
  readonly requireSections: readonly string[];
  /** Whether a backup that lacks a section which could not be read fails the run. */
  readonly failOnPartial: boolean;
}

/** What of the demands is not met, a sentence each. A suspect backup never passes. */
export function unmetDemands(
  { requireSections, failOnPartial }: Demands,
  { status, status_reasons, coverage }: BackupManifest,
): Error[] {
  const saved = new Set(
    coverage.flatMap((entry) => (entry.status === 'saved' ? [entry.section] : [])),
  );
  const missing = requireSections.filter((section) => !saved.has(section));
  const failures: Error[] = [];
  if (missing.length > 0) {
    failures.push(new Error(`require-sections: not saved: ${missing.join(', ')}`));
  }
  if (status === 'partial' && failOnPartial) {
    failures.push(
      new Error(
        'the backup is partial: the log says which sections failed and why. It is kept, and prunes nothing; set fail-on-partial to false to accept it',
      ),
    );
  }
  if (status === 'suspect') {
    const reasons = (status_reasons ?? []).join('; ');
    failures.push(
      new Error(
        `the backup is suspect: ${reasons}. It is kept, but prunes nothing and is never compared with; if this was meant, run once with allow-shrink: true`,
      ),
    );
  }
  return failures;
}
