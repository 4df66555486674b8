/** What a verification says of what it found, in words. */
import type { LeftOut } from '../copies/carry.ts';
import type { TwoForms } from '../copies/line-reach.ts';
import type { BackupManifest } from '../models/manifest.ts';
import {
  isFromFuture,
  lineName,
  showLine,
  type ChainFinding,
  type InspectedBackup,
  type LineAge,
} from '../services/index.ts';

/** One backup and what it turned out to be. */
export interface VerifiedRow {
  readonly id: string;
  readonly verdict: BackupManifest['status'] | 'damaged' | 'not verifiable';
  readonly note: string;
}

/** One line: the backups of an environment and a source. */
export interface LineRow {
  readonly line: string;
  /** How many of its backups verify. */
  readonly count: number;
  /** Of its newest complete backup, where it has one. */
  readonly newestId: string | undefined;
  readonly ageHours: number | undefined;
  readonly verdict: 'good' | 'old' | 'none' | 'retired';
}

/** Which lines are judged, and how young their newest complete backups must be. */
export interface LineDemands {
  readonly projectId: string;
  /** Default: each that is there. */
  readonly environment: string | undefined;
  /** Default: each that is there. */
  readonly source: 'config-file' | 'live' | undefined;
  /** Default: as old as they like. */
  readonly maxAgeHours: number | undefined;
}

/**
 * What is wrong with a backup; nothing for a good one, and for what was never meant to be verified.
 */
function problemsOf(backup: InspectedBackup, now: number): readonly string[] {
  const { verification } = backup;
  if (!verification.verified) return verification.isLegacy ? [] : verification.problems;
  return isFromFuture(backup, now)
    ? ['it is dated in the future: the clock that made it, or this one, is wrong']
    : [];
}

function rowOf(backup: InspectedBackup, now: number): VerifiedRow {
  const { id, verification } = backup;
  const problems = problemsOf(backup, now);
  if (problems.length > 0) return { id, verdict: 'damaged', note: problems.join('; ') };
  if (verification.verified) {
    const { manifest } = verification;
    const purpose = manifest.purpose === undefined ? '' : `, ${JSON.stringify(manifest.purpose)}`;
    return { id, verdict: manifest.status, note: `${showLine(lineName(manifest))}${purpose}` };
  }
  return { id, verdict: 'not verifiable', note: 'a folder of the original Python tool' };
}

/** One row a backup, and one for each that could not be fetched as a good one. */
export function rowsOf(
  backups: readonly InspectedBackup[],
  leftOut: readonly LeftOut[],
  now: number,
): VerifiedRow[] {
  return [
    ...backups.map((backup) => rowOf(backup, now)),
    ...leftOut.map(({ id, artifact, problems }): VerifiedRow => ({
      id,
      verdict: 'damaged',
      note: `in artifact ${artifact}: ${problems.join('; ')}`,
    })),
  ];
}

/** Why a line fails the step; undefined when it is fine. */
function problemOfLine(
  { line, newest, isRetired }: LineAge,
  { environment, source, maxAgeHours }: LineDemands,
): string | undefined {
  if (isRetired) return undefined;
  const name = showLine(line);
  const isAsked = environment !== undefined && source !== undefined;
  // A name that had to be quoted is none that this action gives, and ignore-lines does not take it.
  const retire = isAsked
    ? ''
    : name === line
      ? `. If ${name} is no longer backed up, set ignore-lines: ${name}`
      : '. No run of this action gives a line such a name: find out where its backups come from, and remove them';
  if (newest === undefined) return `${name} has no complete backup that verifies${retire}`;
  const { id, ageHours } = newest;
  if (maxAgeHours === undefined || ageHours <= maxAgeHours) return undefined;
  return `${name}: the newest complete backup, ${id}, is ${ageHours.toFixed(1)} hours old, over ${maxAgeHours}: the workflow that takes them did not run or failed${retire}`;
}

/** The lines as log and summary show them. */
export function lineRows(lines: readonly LineAge[], demands: LineDemands): LineRow[] {
  return lines.map((age) => ({
    line: showLine(age.line),
    count: age.count,
    newestId: age.newest?.id,
    ageHours: age.newest?.ageHours,
    verdict: age.isRetired
      ? 'retired'
      : problemOfLine(age, demands) === undefined
        ? 'good'
        : age.newest === undefined
          ? 'none'
          : 'old',
  }));
}

/** Why no line is left to judge; undefined when one is. */
function whyNoLine(
  lines: readonly LineAge[],
  { environment, source, projectId }: LineDemands,
  backupRoot: string,
): string | undefined {
  if (lines.some(({ isRetired }) => !isRetired)) return undefined;
  if (lines.length > 0) {
    const names = lines.map(({ line }) => showLine(line)).join(', ');
    return `no line is left to judge: ignore-lines retires every one that is here, ${names}`;
  }
  const of = [
    ...(environment === undefined ? [] : [`environment ${environment}`]),
    ...(source === undefined ? [] : [`source ${source}`]),
  ].join(' and ');
  const [whose, check] =
    of === '' ? ['', 'project-id'] : [`, with ${of}`, 'project-id, environment, source'];
  return `there is no complete backup of ${projectId} that verifies in ${backupRoot}${whose}: check ${check} and backup-root, or set history to carry to fetch artifacts`;
}

/** Everything that fails the step, a sentence each. */
export function failuresOf(
  found: {
    readonly rows: readonly VerifiedRow[];
    readonly brokenLinks: readonly ChainFinding[];
    /** Backups that were found in two good forms. */
    readonly twoForms: readonly TwoForms[];
    readonly lines: readonly LineAge[];
  },
  demands: LineDemands,
  backupRoot: string,
): string[] {
  const failures: string[] = [];
  const damaged = found.rows.filter(({ verdict }) => verdict === 'damaged');
  if (damaged.length > 0) failures.push(`damaged: ${damaged.map(({ id }) => id).join(', ')}`);
  if (found.brokenLinks.length > 0) {
    const ids = found.brokenLinks.map(({ id, previousId }) => `${id} to ${previousId}`).join(', ');
    failures.push(`the chain of manifests is broken: ${ids}`);
  }
  if (found.twoForms.length > 0) {
    const ids = found.twoForms.map(({ id }) => id).join(', ');
    failures.push(`there in two good forms that differ, one of them changed: ${ids}`);
  }
  const noLine = whyNoLine(found.lines, demands, backupRoot);
  if (noLine !== undefined) failures.push(noLine);
  for (const line of found.lines) {
    const problem = problemOfLine(line, demands);
    if (problem !== undefined) failures.push(problem);
  }
  return failures;
}
