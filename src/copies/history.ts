/** Copies of earlier backups: searched, fetched, unpacked and verified. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reporter } from '../reporter/reporter.ts';
import type { InspectedBackup } from '../services/index.ts';
import { MAX_ZIP_BYTES } from '../storage/archive-limits.ts';
import { UnsafeArchiveError } from '../storage/unzip.ts';
import type { CopyNames } from './artifact-names.ts';
import {
  DamagedCopyError,
  type CopyList,
  type CopySource,
  type ListedCopy,
} from './backup-copies.ts';
import { tellableBackups } from './names-apart.ts';
import { openArtifact, type OpenArtifact } from './open-artifact.ts';
import { SearchBudget, type SearchLimits } from './search-budget.ts';

/** What a search needs of the world around it. */
export interface SearchContext {
  readonly reporter: Reporter;
  /** Cancels the run. */
  readonly signal: AbortSignal;
  /** Default: those of a real run. */
  readonly searchLimits?: SearchLimits;
  /** Unpacks and proves what came from elsewhere. Default: in this process. */
  readonly openArtifact?: OpenArtifact;
}

/** Which copies of which project are history. */
export interface HistoryQuery extends CopyNames {
  readonly projectId: string;
  /**
   * Whether a copy is good though it holds no backup: that of a restore's report. Default: it is
   * not.
   */
  readonly mayLackBackups?: boolean;
}

async function fetchCopy(
  copy: ListedCopy,
  { projectId, mayLackBackups = false }: Omit<HistoryQuery, keyof CopyNames>,
  folder: string,
  { reporter, signal, openArtifact: open = openArtifact }: SearchContext,
): Promise<readonly InspectedBackup[]> {
  if (copy.size > MAX_ZIP_BYTES) {
    throw new DamagedCopyError(`its ${copy.size} bytes are over ${MAX_ZIP_BYTES}`);
  }
  const packed = join(folder, `${copy.id}.packed`);
  const unpacked = join(folder, String(copy.id));
  const zip = await copy.fetch(packed, signal);
  let backups: readonly InspectedBackup[];
  try {
    backups = await open(zip, unpacked, projectId, { signal });
  } catch (error) {
    if (!(error instanceof UnsafeArchiveError)) throw error;
    // The message may name a file of the archive.
    const unnamed = 'it is damaged, or not safe to unpack';
    throw new UnsafeArchiveError(reporter.words({ named: error.message, unnamed }), {
      cause: error,
    });
  } finally {
    await rm(packed, { recursive: true });
  }
  if (backups.length === 0 && !mayLackBackups) {
    throw new DamagedCopyError(`it holds no backup of project ${projectId}`);
  }
  return tellableBackups(backups, reporter);
}

/** The backups of one artifact, unpacked in a temporary folder, newest first. */
export interface OpenedArtifact {
  readonly artifact: ListedCopy;
  /**
   * Absolute path of where it was unpacked: a backup root. There is none where nothing could be
   * used.
   */
  readonly folder: string;
  readonly backups: readonly InspectedBackup[];
  /** Why nothing of it could be used. */
  readonly unusable?: string;
}

/** What a search came across, in numbers. */
export interface SearchCounts {
  /** Artifacts of the names, whoever made them, and whether they can still be had or not. */
  readonly listed: number;
  readonly expired: number;
  readonly untrusted: number;
  readonly unusable: number;
}

/** A search for the artifacts of one history. */
export class HistorySearch {
  readonly reporter: Reporter;
  readonly #query: HistoryQuery;
  readonly #folder: string;
  readonly #context: SearchContext;
  readonly #budget: SearchBudget;
  readonly #list: CopyList;
  readonly #opened = new Set<number>();
  readonly #counts = { listed: 0, expired: 0, untrusted: 0, unusable: 0 };

  /** @param folder a temporary one, where the backups are unpacked */
  constructor(source: CopySource, query: HistoryQuery, folder: string, context: SearchContext) {
    this.reporter = context.reporter;
    this.#query = query;
    this.#folder = folder;
    this.#context = context;
    this.#budget = new SearchBudget(context.signal, context.searchLimits);
    this.#list = source.list(query, this.#budget);
  }

  get counts(): SearchCounts {
    return { ...this.#counts };
  }

  /**
   * Artifacts that were found by their names, newest first; known once the reader of `artifacts`
   * came to them.
   */
  get named(): readonly ListedCopy[] {
    return this.#list.named;
  }

  /** Whether an artifact was opened before: what it holds is known. */
  hasOpened({ id }: ListedCopy): boolean {
    return this.#opened.has(id);
  }

  /**
   * The artifacts that can be had: those that are surely our own first, then all, newest first.
   * Each comes once.
   *
   * @param since artifacts that were made earlier are not wanted any more, in milliseconds since
   * the epoch; asked again and again, since the reader learns from what it reads
   * @throws Error when the look-up failed: that is never an empty history
   */
  async *artifacts(since: () => number): AsyncGenerator<ListedCopy> {
    const seen = new Set<number>();
    for await (const artifact of this.#list.entries(since)) {
      if (seen.has(artifact.id)) continue;
      seen.add(artifact.id);
      this.#counts.listed++;
      if (artifact.isExpired) this.#counts.expired++;
      else yield artifact;
    }
  }

  /**
   * Fetches an artifact, if it is trusted. One that is damaged, or not safe to unpack, is left out
   * with a warning.
   *
   * @returns undefined when it is not trusted
   * @throws Error when the look-up or the download failed
   */
  async open(
    artifact: ListedCopy,
    { isTimed }: { isTimed: boolean },
  ): Promise<OpenedArtifact | undefined> {
    if (!(await artifact.isTrusted())) {
      this.#counts.untrusted++;
      return undefined;
    }
    const { id, name, runId = 0 } = artifact;
    this.#opened.add(id);
    this.reporter.info(`Looking into artifact ${name} (${id}) of run ${runId}`);
    const folder = this.#folderOf(artifact);
    const fetch = (signal: AbortSignal) =>
      fetchCopy(artifact, this.#query, this.#folder, { ...this.#context, signal });
    try {
      const backups = await (isTimed ? this.#budget.spend(fetch) : fetch(this.#context.signal));
      return { artifact, folder, backups };
    } catch (error) {
      const isDamage = error instanceof DamagedCopyError || error instanceof UnsafeArchiveError;
      if (!isDamage) throw error;
      this.reporter.warning(
        `artifact ${name} (${id}) of run ${runId} is left out: ${error.message}`,
      );
      this.#counts.unusable++;
      return { artifact, folder, backups: [], unusable: error.message };
    }
  }

  /** Frees the disk of an artifact that is not needed any more. */
  async discard({ artifact }: OpenedArtifact): Promise<void> {
    await rm(this.#folderOf(artifact), { recursive: true, force: true });
  }

  #folderOf({ id }: ListedCopy): string {
    return join(this.#folder, String(id));
  }
}
