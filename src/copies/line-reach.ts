/**
 * The backups of one line that are within reach of a run: in the backup root, and in artifacts that
 * it looked into.
 */
import {
  basesOf,
  compareNewestFirst,
  isVerified,
  lineName,
  ofLine,
  parseBackupId,
  type BackupId,
  type InspectedBackup,
  type VerifiedBackup,
} from '../services/index.ts';

/** A backup that is there in two good forms that differ: somebody changed one of them. */
export interface TwoForms {
  readonly id: string;
  /** In words, with what the chain of manifests says of them. */
  readonly reason: string;
}

interface Found {
  readonly backup: VerifiedBackup;
  /** Where, in words. */
  readonly place: string;
}

/** Gathers what is within reach; what the new backup may be compared with is asked of it. */
export class LineReach {
  readonly line: string;
  readonly fresh: BackupId;
  readonly #found = new Map<string, Found>();
  readonly #forms = new Map<string, Found[]>();

  /**
   * @param line as `lineName` gives it
   * @param fresh the new backup: it is compared with older ones alone
   */
  constructor(line: string, fresh: BackupId) {
    this.line = line;
    this.fresh = fresh;
  }

  /**
   * @param place where they are, in words
   * @returns how many of them are of the line and good
   */
  add(backups: readonly InspectedBackup[], place: string): number {
    const own = ofLine(backups, this.line);
    for (const backup of own) {
      const found = { backup, place };
      const known = this.#found.get(backup.id);
      if (known === undefined) {
        this.#found.set(backup.id, found);
        continue;
      }
      const forms = this.#forms.get(backup.id) ?? [known];
      if (forms.every((form) => sumOf(form.backup) !== sumOf(backup))) {
        this.#forms.set(backup.id, [...forms, found]);
      }
    }
    return own.length;
  }

  get size(): number {
    return this.#found.size;
  }

  /** Of the line, newest first; none that is there in two forms. */
  get backups(): VerifiedBackup[] {
    return [...this.#found.values()]
      .map(({ backup }) => backup)
      .filter(({ id }) => !this.#forms.has(id))
      .sort(compareNewestFirst);
  }

  /** Those that are older than the new backup, newest first. */
  get older(): VerifiedBackup[] {
    return this.backups.filter((backup) => compareNewestFirst(backup, this.fresh) > 0);
  }

  /**
   * What the new backup may be compared with, newest first. Where nothing older serves, a backup
   * that is dated later does: it was there before, whatever the clock said that dated it.
   */
  get bases(): VerifiedBackup[] {
    const older = basesOf(this.older);
    return older.length > 0 ? older : basesOf(this.backups);
  }

  /**
   * How many there are that a run has finished: of one that is at work, or was killed, nobody knows
   * what it is worth.
   */
  get finishedCount(): number {
    return this.backups.filter(
      ({ verification }) => verification.manifest.comparison?.cause !== 'pending',
    ).length;
  }

  /** How many backups of a run of GitHub Actions are within reach. */
  countOfRun(runId: number | undefined): number {
    const id = String(runId);
    return [...this.#found.values()].filter(
      ({ backup }) => backup.verification.manifest.run?.run_id === id,
    ).length;
  }

  /**
   * Ids that links of backups name, not older than `start`, and that are not within reach in the
   * form that the link means.
   */
  missingSince(start: number): string[] {
    return this.backups.flatMap(({ verification: { manifest } }) => {
      if (manifest.previous === undefined) return [];
      const { backup_id: id, manifest_sha256: sum } = manifest.previous;
      const forms = this.#forms.get(id) ?? [this.#found.get(id)];
      if (forms.some((form) => form !== undefined && sumOf(form.backup) === sum)) return [];
      const time = parseBackupId(id)?.time;
      return time === undefined || time < start ? [] : [id];
    });
  }

  /**
   * Whether the backups are linked from the newest one to the first of the line, or to what is
   * older than `start`.
   */
  isWholeSince(start: number): boolean {
    const { backups } = this;
    const oldest = backups.at(-1);
    if (oldest === undefined || this.missingSince(start).length > 0) return false;
    return oldest.time < start || oldest.verification.manifest.comparison?.outcome === 'first';
  }

  /** Backups that are there in two good forms; neither was taken. */
  get twoForms(): TwoForms[] {
    const links = new Map<string, string>();
    for (const { backup } of this.#found.values()) {
      const { previous } = backup.verification.manifest;
      if (previous) links.set(previous.backup_id, previous.manifest_sha256);
    }
    return [...this.#forms].map(([id, forms]) => {
      const named = forms.find(({ backup }) => sumOf(backup) === links.get(id));
      const places = forms.map(({ place, backup }) => `${place} (manifest ${sumOf(backup)})`);
      const chain = !links.has(id)
        ? 'No later backup tells which is the true one'
        : named === undefined
          ? 'The next backup was compared with neither of them'
          : `The next backup was compared with the one in ${named.place}`;
      return {
        id,
        reason: `${id} is there in ${forms.length} good forms that differ: ${places.join('; ')}. ${chain}. None was taken over or compared with: find out who changed it, and delete the wrong one`,
      };
    });
  }
}

function sumOf(backup: VerifiedBackup): string {
  return backup.verification.manifestSha256;
}

/**
 * Whether backups that were opened hold nothing but good ones of other lines, and folders of the
 * original Python tool.
 */
export function areOfOtherLines(backups: readonly InspectedBackup[], line: string): boolean {
  return backups.every(({ verification }) =>
    verification.verified ? lineName(verification.manifest) !== line : verification.isLegacy,
  );
}

/** The reach of each line of a project, for whoever judges them all. */
export class LineReaches {
  readonly #reaches = new Map<string, LineReach>();

  /** @param place where they are, in words */
  add(backups: readonly InspectedBackup[], place: string): void {
    for (const line of new Set(backups.filter(isVerified).map(lineOf))) {
      const reach = this.#reaches.get(line) ?? new LineReach(line, { time: Infinity, sequence: 1 });
      this.#reaches.set(line, reach);
      reach.add(backups, place);
    }
  }

  countOfRun(runId: number | undefined): number {
    return [...this.#reaches.values()].reduce((sum, reach) => sum + reach.countOfRun(runId), 0);
  }

  get twoForms(): TwoForms[] {
    return [...this.#reaches.values()].flatMap((reach) => reach.twoForms);
  }
}

function lineOf(backup: VerifiedBackup): string {
  return lineName(backup.verification.manifest);
}

/**
 * Tells of artifacts, in the order in which they are come across, whether all that they can add is
 * within reach: as many backups of the run that made them as it has artifacts.
 */
export class KnownRuns {
  readonly #reach: Pick<LineReach, 'countOfRun'>;
  readonly #artifacts = new Map<number, number>();

  constructor(reach: Pick<LineReach, 'countOfRun'>) {
    this.#reach = reach;
  }

  covers(runId: number | undefined): boolean {
    if (runId === undefined) return false;
    const artifacts = (this.#artifacts.get(runId) ?? 0) + 1;
    this.#artifacts.set(runId, artifacts);
    return this.#reach.countOfRun(runId) >= artifacts;
  }
}
