/** The reading of all sections, each by itself: one that fails leaves the others. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { PackedJson, type Packed } from '../../json/packed.ts';
import { objectLimitReason } from '../../json/limits.ts';
import { SNAPSHOT_PARTS, WIDGETS_INDEX } from '../../project/snapshot-layout.ts';
import { NO_FILE_SAVED, type CaptureLog } from './capture-log.ts';
import type { DescopeApiClient } from '../client.ts';
import { DescopeApiError } from '../errors.ts';
import type { Lists } from './project-lists.ts';
import { READABLE_ROWS, readerOf, type Known, type ReadableRow } from './section-calls.ts';
import {
  countListed,
  flowsOfFiles,
  flowsOfSnapshot,
  lostParts,
  readSnapshot,
  withPlaces,
  type SnapshotFile,
} from './snapshot.ts';

/** Whether a section cannot be read before the tenants are listed. */
export function needsTenants({ read }: ReadableRow): boolean {
  return (read.shape === 'per-tenant' || read.shape === 'own') && read.needsTenants === true;
}

/** Whether a section cannot be read before the flows are listed. */
export function needsFlows({ read }: ReadableRow): boolean {
  return read.shape === 'own' && read.needsFlows === true;
}

/** Whether a section is asked for only where there is no snapshot. */
function isOfSnapshot({ read }: ReadableRow): boolean {
  return 'onlyWithout' in read;
}

/** Whether a section is asked for with the requests that the others leave. */
function isLast({ read }: ReadableRow): boolean {
  return read.shape === 'own' && read.isLast === true;
}

/** What is said of what a snapshot alone gives. */
const PART_NOTE = 'part of a project snapshot alone';

/** What was read beside the lists. */
export interface Captured {
  readonly flows: Map<string, Packed>;
  /** By flow id. */
  readonly flowFailures: Map<string, string>;
  /** By section. */
  readonly resources: Map<string, JsonValue>;
  readonly snapshot: ReadonlyMap<string, SnapshotFile> | undefined;
}

export interface ReaderOptions {
  /**
   * Whether the disk has a place for each of two paths that differ only in case or Unicode form.
   * Asked only when there are such.
   */
  readonly tellsCaseApart: () => Promise<boolean>;
  /** Those that there are, unless others are given. */
  readonly rows?: readonly ReadableRow[];
}

/** Reads the sections of a project, and again what changed meanwhile; what fails is in the log. */
export class SectionReader {
  readonly #client: DescopeApiClient;
  readonly #log: CaptureLog;
  readonly #options: ReaderOptions;
  /** Of the sections that become `resources/<section>.json`. */
  readonly #rows: readonly ReadableRow[];
  #lookAlikes: readonly string[] = [];
  /** Parts of the snapshot of which no file could be saved. */
  #lostParts: readonly string[] = [];
  /** Flows of which the snapshot does not have all that could be saved. */
  #brokenFlows: ReadonlySet<string> = new Set();

  constructor(client: DescopeApiClient, log: CaptureLog, options: ReaderOptions) {
    this.#client = client;
    this.#log = log;
    this.#options = options;
    const { rows = READABLE_ROWS } = options;
    this.#rows = rows.filter(({ keptIn }) => keptIn === 'resources');
  }

  /** Paths of the snapshot that look like others. */
  get lookAlikes(): readonly string[] {
    return this.#lookAlikes;
  }

  /** Reads everything that is wanted. */
  async readAll(lists: Lists): Promise<Captured> {
    const snapshot = await this.#readSnapshot();
    const captured: Captured = {
      flows: new Map(),
      flowFailures: new Map(),
      resources: new Map(),
      snapshot,
    };
    const known = knownOf(lists);
    const values = new Map<string, JsonValue | undefined>();
    const read = async (row: ReadableRow): Promise<void> => {
      if (needsTenants(row) && lists.tenants === undefined) return;
      if (needsFlows(row) && lists.flows === undefined) return;
      if (isOfSnapshot(row) && snapshot !== undefined) {
        this.#recordFromSnapshot(row.name, snapshot);
        return;
      }
      const ask = () => readerOf(row)(this.#client, known);
      values.set(row.name, await this.#log.attempt(row.name, ask));
    };
    await Promise.all([
      this.#readFlows(captured, [...(lists.flows?.keys() ?? [])]),
      ...this.#rows.filter((row) => !isLast(row)).map(read),
    ]);
    await Promise.all(this.#rows.filter(isLast).map(read));
    for (const { name } of this.#rows) {
      const value = values.get(name);
      if (value !== undefined) captured.resources.set(name, value);
    }
    return captured;
  }

  async #readSnapshot(): Promise<Captured['snapshot']> {
    const files = await this.#log.attempt('snapshot', async () => {
      const answer = await this.#client.callForChunks('snapshot');
      let snapshot = readSnapshot(answer, this.#client.redactor);
      if (snapshot.lookAlikes.length > 0 && !(await this.#options.tellsCaseApart())) {
        snapshot = withPlaces(snapshot);
      }
      this.#lookAlikes = snapshot.lookAlikes;
      this.#brokenFlows = flowsOfFiles(snapshot.failures.keys());
      const { files: value, failures } = snapshot;
      this.#lostParts = lostParts(snapshot);
      this.#log.filesNotSaved(failures, this.#lostParts);
      const isLost = value.size === 0 && failures.size > 0;
      return { value, count: value.size, ...(isLost && { failure: NO_FILE_SAVED }) };
    });
    if (files === undefined) {
      const isPlan = this.#log.isNotLicensed('snapshot');
      for (const { name } of SNAPSHOT_PARTS) {
        // It is asked for by itself.
        if (this.#rows.some((row) => row.name === name)) continue;
        if (isPlan) this.#log.notLicensed(name, PART_NOTE);
        else this.#log.notCovered(name, `${PART_NOTE}, which was not saved`);
      }
    }
    return files;
  }

  /** A section that the snapshot has: it is saved with it, unless its files could not be. */
  #recordFromSnapshot(section: string, files: ReadonlyMap<string, SnapshotFile>): void {
    const isSaved = this.#log.wants(section) && !this.#lostParts.includes(section);
    if (isSaved) this.#log.record(section, { count: countListed(files, WIDGETS_INDEX) });
    else this.#log.forget(section);
  }

  /** From the snapshot what it has, and the others one by one. */
  async #readFlows(captured: Captured, ids: readonly string[]): Promise<void> {
    if (!this.#log.wants('flows')) return;
    const inSnapshot = new Set<string>();
    for (const { id, data } of flowsOfSnapshot(captured.snapshot ?? new Map())) {
      if (this.#brokenFlows.has(id)) continue;
      captured.flows.set(id, data);
      inSnapshot.add(id);
    }
    const others = new Set([...ids, ...this.#brokenFlows].filter((id) => !inSnapshot.has(id)));
    await Promise.all(
      [...others].map(async (flowId) => {
        try {
          const { flow = {} } = await this.#client.call('flowExport', { body: { flowId } });
          const reason = objectLimitReason(flow);
          if (reason === undefined) captured.flows.set(flowId, new PackedJson(flow));
          else captured.flowFailures.set(flowId, `${JSON.stringify(flowId)}: ${reason}`);
        } catch (error) {
          if (!(error instanceof DescopeApiError)) throw error;
          captured.flowFailures.set(flowId, error.message);
        }
      }),
    );
  }

  /** Reads what changed since, and keeps the rest. */
  async readDifference(
    captured: Captured,
    { tenants, flows }: Lists,
    changedTenants: readonly string[],
    changedFlows: readonly string[],
  ): Promise<Captured> {
    const snapshot =
      changedFlows.length > 0 && captured.snapshot !== undefined
        ? await this.#readSnapshot()
        : undefined;
    // One that cannot be read a second time is better than none: the section has failed all the
    // same.
    const renewed: Captured =
      snapshot === undefined ? captured : { ...captured, flows: new Map(), snapshot };
    for (const id of changedFlows) renewed.flows.delete(id);
    const isChangedFlow = new Set(changedFlows);
    await this.#readFlows(
      renewed,
      [...(flows?.keys() ?? [])].filter((id) => isChangedFlow.has(id) || !renewed.flows.has(id)),
    );
    const known = knownOf({ tenants, flows });
    if (changedTenants.length > 0) await this.#readTenantsAgain(renewed, known, changedTenants);
    if (changedFlows.length > 0) await this.#readWholeAgain(renewed, known, needsFlows);
    return renewed;
  }

  /**
   * What is asked tenant by tenant only for those that changed, or failed when they were asked
   * first; the rest whole.
   */
  async #readTenantsAgain(
    captured: Captured,
    known: Known,
    changedIds: readonly string[],
  ): Promise<void> {
    const { resources } = captured;
    const isChanged = new Set(changedIds);
    const rows = this.#rows.filter(needsTenants);
    const isByTenant = ({ identity }: ReadableRow) => identity.by === 'tenant';
    for (const row of rows.filter(isByTenant)) {
      const section = row.name;
      const old = resources.get(section);
      if (!isJsonObject(old)) continue;
      const kept = Object.entries(old).filter(([id]) => !isChanged.has(id));
      const isKept = new Set(kept.map(([id]) => id));
      const added = await this.#log.attempt(section, () =>
        readerOf(row)(this.#client, {
          ...known,
          tenants: new Map([...known.tenants].filter(([id]) => !isKept.has(id))),
          isPart: kept.length > 0,
        }),
      );
      const merged: JsonObject = Object.fromEntries([
        ...kept,
        ...Object.entries((added ?? {}) as JsonObject),
      ]);
      resources.set(section, merged);
      this.#log.recount(section, Object.keys(merged).length);
    }
    await this.#readWholeAgain(captured, known, (row) => needsTenants(row) && !isByTenant(row));
  }

  async #readWholeAgain(
    { resources }: Captured,
    known: Known,
    isMeant: (row: ReadableRow) => boolean,
  ): Promise<void> {
    for (const row of this.#rows.filter((one) => isMeant(one) && resources.has(one.name))) {
      const value = await this.#log.attempt(row.name, () => readerOf(row)(this.#client, known));
      if (value !== undefined) resources.set(row.name, value);
    }
  }
}

function knownOf({ tenants, flows }: Lists): Known {
  return { tenants: tenants ?? new Map(), flows: flows ?? new Map() };
}
