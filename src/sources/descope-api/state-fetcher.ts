import type { SectionCoverage, WithheldSecret } from '../../models/manifest.ts';
import type { Section } from '../../models/sections.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../storage/json-value.ts';
import { canonicalJson } from '../../storage/json-write.ts';
import { CaptureLog } from './capture-log.ts';
import { PackedJson, type Packed } from '../../storage/packed-json.ts';
import type { DescopeApiClient } from './client.ts';
import { DescopeApiError, SectionError } from './errors.ts';
import { lookAlikes } from './order.ts';
import { keyExpiresInDays } from './key-expiry.ts';
import { safeResources, safeSnapshot, safeTenants, type FetchedTenant } from './safe-values.ts';
import { listOf, RESOURCE_CALLS } from './section-calls.ts';
import { flowsOfSnapshot, readSnapshot, SNAPSHOT_ONLY, type SnapshotFile } from './snapshot.ts';

type ResourceSection = keyof typeof RESOURCE_CALLS;

const RESOURCE_SECTIONS = Object.keys(RESOURCE_CALLS) as ResourceSection[];

/** Sections that hold one entry a tenant. */
const PER_TENANT = ['tenant-settings', 'tenant-sso'] as const satisfies ResourceSection[];

function isPerTenant(section: ResourceSection): boolean {
  return (PER_TENANT as readonly ResourceSection[]).includes(section);
}

export interface FetchedFlow {
  readonly id: string;
  readonly data: Packed;
}

/** A live project, as far as it could be read. */
export interface FetchedState {
  readonly tenants: readonly FetchedTenant[];
  readonly flows: readonly FetchedFlow[];
  readonly resources: ReadonlyMap<string, JsonValue>;
  readonly snapshot: ReadonlyMap<string, SnapshotFile>;
  readonly coverage: readonly (SectionCoverage | WithheldSecret)[];
  readonly consistency: 'consistent' | 'torn';
  /** Whole days until the management key expires, where the API tells. */
  readonly keyExpiresInDays: number | undefined;
  readonly warnings: readonly string[];
}

export interface FetchOptions {
  readonly sections: ReadonlySet<Section>;
  /** Takes away what says nothing of the configuration, such as the order of sets. */
  readonly withoutNoise: (value: JsonValue) => JsonValue;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The entries of a list by their ids. */
type Entries = ReadonlyMap<string, JsonObject>;

/** The two lists that tell whether a project moves; undefined where one is not wanted or failed. */
interface Lists {
  readonly tenants: Entries | undefined;
  readonly flows: Entries | undefined;
}

interface Captured {
  readonly flows: Map<string, Packed>;
  /** By flow id. */
  readonly flowFailures: Map<string, string>;
  readonly resources: Map<ResourceSection, JsonValue>;
  readonly snapshot: ReadonlyMap<string, SnapshotFile> | undefined;
}

/** A key that is refused at the first call is wrong; one that expires later leaves a partial backup. */
function refusedKey(error: DescopeApiError): Error {
  return new Error(
    `the management key was refused (${error.message}): check that it is a key of this project, and that it has not expired`,
  );
}

function byId(what: string, values: readonly JsonValue[]): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const value of values) {
    if (!isJsonObject(value) || typeof value['id'] !== 'string' || value['id'] === '') {
      throw new SectionError(`the list of ${what} has an entry without an id`);
    }
    found.set(value['id'], value);
  }
  return found;
}

/** Reads a live project section by section; what cannot be read is in the coverage with its reason. */
export class StateFetcher {
  readonly #client: DescopeApiClient;
  readonly #options: FetchOptions;
  readonly #log: CaptureLog;
  readonly #warnings: string[] = [];

  constructor(client: DescopeApiClient, options: FetchOptions) {
    this.#client = client;
    this.#options = options;
    this.#log = new CaptureLog(options.sections);
  }

  /** @throws what cancels the run; every other failure is in the coverage */
  async fetch(): Promise<FetchedState> {
    await this.#client.shakeHands();
    const [keyExpiry, first] = await Promise.all([
      keyExpiresInDays(this.#client, this.#options.now),
      this.#firstLists(),
    ]);
    const { lists, captured, consistency } = await this.#settle(first, await this.#capture(first));

    this.#recordFlows(captured, lists);
    this.#log.notCovered('users', 'users are not saved yet');
    for (const [what, ids] of [
      ['tenant ids', lists.tenants?.keys() ?? []],
      ['flow ids', lists.flows?.keys() ?? []],
    ] as const) {
      for (const group of lookAlikes(ids)) {
        this.#warnings.push(
          `${what} that differ only in case or Unicode form: ${group.map((id) => JSON.stringify(id)).join(', ')}`,
        );
      }
    }
    return {
      tenants: this.#log.wants('tenants') ? safeTenants(lists.tenants ?? new Map(), this.#log) : [],
      flows: [...captured.flows]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, data]) => ({ id, data })),
      resources: safeResources(captured.resources, this.#log),
      snapshot: safeSnapshot(captured.snapshot ?? new Map(), this.#log),
      coverage: this.#log.coverage,
      consistency,
      keyExpiresInDays: keyExpiry,
      warnings: this.#warnings,
    };
  }

  /** Tenants are needed for what is asked tenant by tenant, even when they are not to be saved themselves. */
  async #firstLists(): Promise<Lists> {
    const ofTenants = ['tenants', 'roles', ...PER_TENANT] as const;
    let tenants: Lists['tenants'] | undefined;
    if (ofTenants.some((section) => this.#log.wants(section))) {
      try {
        tenants = byId('tenants', await listOf(this.#client, 'tenants'));
      } catch (error) {
        if (!(error instanceof SectionError)) throw error;
        if (error instanceof DescopeApiError && error.status === 401) throw refusedKey(error);
        for (const section of ofTenants) {
          if (this.#log.wants(section))
            this.#log.record(section, { count: 0, failure: error.message });
        }
      }
    }
    if (tenants !== undefined && this.#log.wants('tenants')) {
      this.#log.record('tenants', { count: tenants.size });
    }
    const flows = await this.#log.attempt('flows', async () => {
      const value = byId('flows', await listOf(this.#client, 'flowList'));
      return { value, count: value.size };
    });
    return { tenants, flows };
  }

  async #capture(lists: Lists): Promise<Captured> {
    const snapshot = await this.#readSnapshot();
    const captured: Captured = {
      flows: new Map(),
      flowFailures: new Map(),
      resources: new Map(),
      snapshot,
    };
    const tenants = [...(lists.tenants?.values() ?? [])];
    await Promise.all([
      this.#readFlows(captured, [...(lists.flows?.keys() ?? [])]),
      ...RESOURCE_SECTIONS.map(async (section) => {
        const needsTenants = section === 'roles' || isPerTenant(section);
        if (needsTenants && lists.tenants === undefined) return;
        const value = await this.#log.attempt(section, () =>
          RESOURCE_CALLS[section](this.#client, tenants),
        );
        if (value !== undefined) captured.resources.set(section, value);
      }),
    ]);
    return captured;
  }

  async #readSnapshot(): Promise<Captured['snapshot']> {
    const files = await this.#log.attempt('snapshot', async () => {
      const value = readSnapshot(await this.#client.callForBytes('snapshot'));
      return { value, count: value.size };
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
      captured.flows.set(id, data);
      inSnapshot.add(id);
    }
    const others = ids.filter((id) => !inSnapshot.has(id));
    await Promise.all(
      others.map(async (flowId) => {
        try {
          const { flow = {} } = await this.#client.call('flowExport', { body: { flowId } });
          captured.flows.set(flowId, new PackedJson(flow));
        } catch (error) {
          if (!(error instanceof DescopeApiError)) throw error;
          captured.flowFailures.set(flowId, error.message);
        }
      }),
    );
  }

  /**
   * Lists tenants and flows once more. When the project moved meanwhile, the difference is read once; when it still
   * moves then, the capture is torn.
   */
  async #settle(
    first: Lists,
    captured: Captured,
  ): Promise<{ lists: Lists; captured: Captured; consistency: FetchedState['consistency'] }> {
    const second = await this.#listAgain(first);
    if (second === undefined) return { lists: first, captured, consistency: 'torn' };
    const changedTenants = this.#changed(first.tenants, second.tenants);
    const changedFlows = this.#changed(first.flows, second.flows);
    if (changedTenants.length + changedFlows.length === 0) {
      return { lists: second, captured, consistency: 'consistent' };
    }
    const renewed = await this.#readDifference(captured, second, changedTenants, changedFlows);
    const third = await this.#listAgain(second);
    const isStill =
      third !== undefined &&
      this.#changed(second.tenants, third.tenants).length === 0 &&
      this.#changed(second.flows, third.flows).length === 0;
    if (!isStill) {
      this.#warnings.push(
        'the project was changed while it was read: its tenants, flows and settings may not belong together',
      );
    }
    return { lists: second, captured: renewed, consistency: isStill ? 'consistent' : 'torn' };
  }

  async #listAgain(before: Lists): Promise<Lists | undefined> {
    try {
      return {
        tenants: before.tenants && byId('tenants', await listOf(this.#client, 'tenants')),
        flows: before.flows && byId('flows', await listOf(this.#client, 'flowList')),
      };
    } catch (error) {
      if (!(error instanceof SectionError)) throw error;
      this.#warnings.push(
        `could not tell whether the project was changed while it was read: ${error.message}`,
      );
      return undefined;
    }
  }

  /** Ids whose entry was added, removed or changed. */
  #changed(before: Entries | undefined, after: Entries | undefined): string[] {
    const text = (entry: JsonObject | undefined) =>
      entry === undefined ? '' : canonicalJson(this.#options.withoutNoise(entry));
    const ids = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
    return [...ids].filter((id) => text(before?.get(id)) !== text(after?.get(id)));
  }

  async #readDifference(
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
      await this.#readTenantsAgain(renewed, [...(tenants?.values() ?? [])], changedTenants);
    }
    return renewed;
  }

  /** What is asked tenant by tenant only for those that changed, or failed when they were asked first. */
  async #readTenantsAgain(
    { resources }: Captured,
    tenants: readonly JsonObject[],
    changedIds: readonly string[],
  ): Promise<void> {
    const isChanged = new Set<JsonValue | undefined>(changedIds);
    for (const section of PER_TENANT) {
      const old = resources.get(section);
      if (!isJsonObject(old)) continue;
      const kept = Object.entries(old).filter(([id]) => !isChanged.has(id));
      const isKept = new Set<JsonValue | undefined>(kept.map(([id]) => id));
      const added = await this.#log.attempt(section, () =>
        RESOURCE_CALLS[section](
          this.#client,
          tenants.filter(({ id }) => !isKept.has(id)),
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

  #recordFlows({ flows, flowFailures, snapshot }: Captured, lists: Lists): void {
    if (!this.#log.wants('flows') || (lists.flows === undefined && snapshot === undefined)) return;
    // One that is gone from the list was deleted after it was listed, which is no failure.
    const failures = [...flowFailures].filter(
      ([id]) => lists.flows?.has(id) === true && !flows.has(id),
    );
    const [first] = failures;
    this.#log.record('flows', {
      count: flows.size,
      ...(first && {
        failure: `${failures.length} of ${lists.flows?.size ?? 0} flows: ${first[1]}`,
      }),
    });
  }
}
