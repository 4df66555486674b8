/** The example of docs/retention.md is what the rules decide. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseBackupId } from '../src/services/backup/backup-id.ts';
import { lineName } from '../src/services/lines/lines.ts';
import { decideRetention, type RetentionCandidate } from '../src/services/retention/retention.ts';
import { damaged, DAY_MS, LINE, night, NOW } from './fixtures/nights.ts';

const text = readFileSync(new URL('../docs/retention.md', import.meta.url), 'utf8');

/** The cells of the example's rows, without those of the head. */
const rows = (/## An example[\s\S]*?\n\n(\|[\s\S]*?)\n\n/.exec(text)?.[1] ?? '')
  .split('\n')
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

/** The backup that a row is about; undefined for a folder that is none. */
function candidateOf(id: string, what: string): RetentionCandidate | undefined {
  const time = parseBackupId(id)?.time;
  if (time === undefined) return undefined;
  const daysAgo = (NOW - time) / DAY_MS;
  if (!/verified|suspect/.test(what)) {
    const line = what.includes('production') ? LINE : undefined;
    return { ...damaged(daysAgo, { isLegacy: what.includes('Python') }), belonging: { line } };
  }
  const backup = night(daysAgo, {
    environment: what.startsWith('staging') ? 'staging' : 'production',
    status: what.includes('suspect') ? 'suspect' : 'complete',
    comparison: { outcome: 'compared' },
  });
  return { ...backup, belonging: { line: lineName(backup.verification.manifest) } };
}

test('the example shows each decision and its reason', () => {
  const candidates = rows.flatMap(([, id = '', what = '']) => candidateOf(id, what) ?? []);
  const decisions = decideRetention(candidates, {
    line: LINE,
    retentionDays: 30,
    minimumBackups: 2,
    now: Date.UTC(2026, 10, 23, 3, 17),
  });
  const documented = rows.filter(([, id = '']) => parseBackupId(id) !== undefined);
  expect(documented.length).toBeGreaterThan(8);
  expect(
    decisions.map(({ candidate, action, reason }) => [
      candidate.id,
      action === 'keep' ? 'kept' : 'removed',
      reason,
    ]),
  ).toEqual(documented.map(([, id, , decision, reason]) => [id, decision, reason]));
});
