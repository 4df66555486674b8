/** Words for strangers: what is told of findings that may name tenants, flows or files. */
import type { Words } from './reporter.ts';

/** What is wrong with a backup; for strangers, only how much. */
export function problemsInWords(problems: readonly string[]): Words {
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return {
    named: problems.join('; '),
    unnamed: `${count}, not named here because strangers may read this`,
  };
}
