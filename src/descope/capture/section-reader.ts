/** The reading of all sections, each by itself: one that fails leaves the others. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { PackedJson, type Packed } from '../../json/packed.ts';
import { objectLimitReason } from '../../json/limits.ts';
import { NO_FILE_SAVED, type CaptureLog } from './capture-log.ts';
import type { DescopeApiClient } from '../client.ts';
import { DescopeApiError } from '../errors.ts';
import type { Lists } from './project-lists.ts';
import { RESOURCE_CALLS, type Tenants } from './section-calls.ts';
import {
  flowsOfFiles,
  flowsOfSnapshot,
  lostParts,
  readSnapshot,
  SNAPSHOT_ONLY,
  withPlaces,
  type SnapshotFile,
} from './snapshot.ts';

type ResourceSection = keyof typeof RESOURCE_CALLS;

const RESOURCE_SECTIONS = Object.keys(RESOURCE_CALLS) as ResourceSection[];

/** Sections that hold one entry a tenant. */
export const PER_TENANT = [
  'tenant-settings',
  'tenant-sso',
] as const satisfies readonly ResourceSection[];

/** It is asked for with the requests that the others leave. */
const LAST_SECTION = 'tenant-sso' satisfies ResourceSection;

function isPerTenant(section: ResourceSection): boolean {
  return (PER_TENANT as readonly ResourceSection[]).includes(section);
}

/** What was read beside the lists. */
export interface Captured {
  readonly flows: Map<string, Packed>;
  /** By flow id. */
  readonly flowFailures: Map<string, string>;
  readonly resources: Map<ResourceSection, JsonValue>;
  readonly snapshot: ReadonlyMap<string, SnapshotFile> | undefined;
}

export interface ReaderOptions {
  /**
   * Whether the disk has a place for each of two paths that differ only in case or Unicode form. Asked only when there are
   * such.
   */
  readonly tellsCaseApart: () => Promise<boolean>;
}

/** Reads the sections of a project, and again what changed meanwhile; what fails is in the log. */
export class SectionReader {
  readonly #client: DescopeApiClient;
  readonly #log: CaptureLog;
  readonly #options: ReaderOptions;
  #lookAlikes: readonly string[] = [];
  /** Flows of which the snapshot does not have all that could be saved. */
  #brokenFlows: ReadonlySet<string> = new Set();

  constructor(client: DescopeApiClient, log: CaptureLog, options: ReaderOptions) {
    this.#client = client;
    this.#log = log;
    this.#options = options;
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
    const tenants: Tenants = lists.tenants ?? new Map();
    const values = new Map<ResourceSection, JsonValue | undefined>();
    const read = async (section: ResourceSection): Promise<void> => {
      const needsTenants = section === 'roles' || isPerTenant(section);
      if (needsTenants && lists.tenants === undefined) return;
      const ask = () => RESOURCE_CALLS[section](this.#client, tenants);
      values.set(section, await this.#log.attempt(section, ask));
    };
    await Promise.all([
      this.#readFlows(captured, [...(lists.flows?.keys() ?? [])]),
      ...RESOURCE_SECTIONS.filter((section) => section !== LAST_SECTION).map(read),
    ]);
    await read(LAST_SECTION);
    for (const section of RESOURCE_SECTIONS) {
      const value = values.get(section);
      if (value !== undefined) captured.resources.set(section, value);
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
      this.#log.filesNotSaved(failures, lostParts(snapshot));
      const isLost = value.size === 0 && failures.size > 0;
      return { value, count: value.size, ...(isLost && { failure: NO_FILE_SAVED }) };
    });
    if (files === undefined) {
      const isPlan = this.#log.isNotLicensed('snapshot');
      for (const [section, note] of SNAPSHOT_ONLY) {
        if (isPlan) this.#log.notLicensed(section, note);
        else this.#log.notCovered(section, `${note}, which was not saved`);
      }
    }
    return files;
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
    // One that cannot be read a second time is better than none: the section has failed all the same.
    const renewed: Captured =
      snapshot === undefined ? captured : { ...captured, flows: new Map(), snapshot };
    for (const id of changedFlows) renewed.flows.delete(id);
    const isChangedFlow = new Set(changedFlows);
    await this.#readFlows(
      renewed,
      [...(flows?.keys() ?? [])].filter((id) => isChangedFlow.has(id) || !renewed.flows.has(id)),
    );
    if (changedTenants.length > 0) {
      await this.#readTenantsAgain(renewed, tenants ?? new Map(), changedTenants);
    }
    return renewed;
  }

  /** What is asked tenant by tenant only for those that changed, or failed when they were asked first. */
  async #readTenantsAgain(
    { resources }: Captured,
    tenants: Tenants,
    changedIds: readonly string[],
  ): Promise<void> {
    const isChanged = new Set(changedIds);
    for (const section of PER_TENANT) {
      const old = resources.get(section);
      if (!isJsonObject(old)) continue;
      const kept = Object.entries(old).filter(([id]) => !isChanged.has(id));
      const isKept = new Set(kept.map(([id]) => id));
      const added = await this.#log.attempt(section, () =>
        RESOURCE_CALLS[section](
          this.#client,
          new Map([...tenants].filter(([id]) => !isKept.has(id))),
        ),
      );
      const merged: JsonObject = Object.fromEntries([
        ...kept,
        ...Object.entries((added ?? {}) as JsonObject),
      ]);
      resources.set(section, merged);
      this.#log.recount(section, Object.keys(merged).length);
    }
    if (!resources.has('roles')) return;
    const roles = await this.#log.attempt('roles', () =>
      RESOURCE_CALLS.roles(this.#client, tenants),
    );
    if (roles !== undefined) resources.set('roles', roles);
  }
}
