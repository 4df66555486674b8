/** Backups whose damage strangers may hear of. */
import { problemsInWords } from '../reporter/strangers.ts';
import type { Reporter } from '../reporter/reporter.ts';
import type { InspectedBackup, Verification } from '../services/index.ts';

function tellable(verification: Verification, reporter: Reporter): Verification {
  if (verification.verified) return verification;
  return { ...verification, problems: [reporter.words(problemsInWords(verification.problems))] };
}

/** Backups as they may be told of: where strangers read it, their problems name nothing. */
export function tellableBackups(
  backups: readonly InspectedBackup[],
  reporter: Reporter,
): readonly InspectedBackup[] {
  if (reporter.mayName) return backups;
  return backups.map((one) => ({ ...one, verification: tellable(one.verification, reporter) }));
}
