/** A backup as lists show it, in JSON and as a row. */
import type { ListedBackup, Verdict } from '../models/answers.ts';
import { lineName, shownPath, showLine, type Place, type PlacedBackup } from '../services/index.ts';
import { ageInWords, sizeText } from './layout/amounts.ts';
import type { Meaning } from './layout/paint.ts';
import type { Cell, Column } from './layout/table.ts';

function verdictOf({ verification }: PlacedBackup): Verdict {
  if (verification.verified) return verification.manifest.status;
  return verification.isLegacy ? 'not-verifiable' : 'damaged';
}

/** @param now milliseconds since the epoch */
export function listedBackup(place: Place, backup: PlacedBackup, now: number): ListedBackup {
  const { id, time, projectId, bytes, verification } = backup;
  const manifest = verification.verified ? verification.manifest : undefined;
  return {
    project_id: projectId,
    backup_id: id,
    path: shownPath(place, backup),
    taken_at: new Date(time).toISOString(),
    age_seconds: Math.floor((now - time) / 1000),
    verdict: verdictOf(backup),
    bytes,
    ...(manifest && {
      environment: manifest.environment,
      source: manifest.source.type === 'management-api' ? 'live' : 'config-file',
      tenants: manifest.counts.tenants,
      flows: manifest.counts.flows,
      content_sha256: manifest.content_sha256,
      ...(manifest.comparison && { comparison: manifest.comparison.outcome }),
      ...(manifest.purpose !== undefined && { purpose: manifest.purpose }),
    }),
    problems: verification.verified
      ? (verification.manifest.status_reasons ?? [])
      : verification.problems,
  };
}

export const VERDICT_MEANING: Readonly<Record<Verdict, Meaning>> = {
  complete: 'good',
  partial: 'warning',
  suspect: 'bad',
  damaged: 'bad',
  'not-verifiable': 'warning',
};

/** Columns of a list of backups, in the order of the cells of {@link rowOf}. */
export const BACKUP_COLUMNS: readonly Column[] = [
  { title: 'BACKUP' },
  { title: 'AGE', drop: 1 },
  { title: 'STATUS' },
  { title: 'LINE', least: 12, drop: 2 },
  { title: 'COMPARED', drop: 4 },
  { title: 'TENANTS', align: 'right', drop: 5 },
  { title: 'FLOWS', align: 'right', drop: 6 },
  { title: 'SIZE', align: 'right', drop: 3 },
  { title: 'CONTENT', drop: 7 },
];

/** Digits of a content hash that are shown: enough to see which are the same. */
const HASH_DIGITS = 12;

/** The line of a backup as it is shown; empty where no manifest tells. */
export function lineOf({ environment, source }: ListedBackup): string {
  if (environment === undefined || source === undefined) return '';
  return showLine(lineName({ environment, source: { type: source } }));
}

export function rowOf(backup: ListedBackup, now: number): Cell[] {
  const {
    backup_id: id,
    taken_at: takenAt,
    verdict,
    tenants,
    flows,
    bytes,
    content_sha256: hash,
  } = backup;
  return [
    id,
    ageInWords(Date.parse(takenAt), now),
    { text: verdict, meaning: VERDICT_MEANING[verdict] },
    lineOf(backup) + (backup.purpose === undefined ? '' : `, ${backup.purpose}`),
    backup.comparison ?? '',
    tenants === undefined ? '' : String(tenants),
    flows === undefined ? '' : String(flows),
    sizeText(bytes),
    hash?.slice(0, HASH_DIGITS) ?? '',
  ];
}
