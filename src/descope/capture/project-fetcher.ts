/**
 * The capture of a live project: lists, snapshot, sections, and whether the project moved
 * meanwhile.
 */
import type { SectionCoverage, WithheldSecret } from '../../models/manifest.ts';
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import type { Packed } from '../../json/packed.ts';
import { NOT_COVERED } from './not-covered.ts';
import { CaptureLog, SSO_SWITCHED_OFF } from './capture-log.ts';
import type { DescopeApiClient } from '../client.ts';
import { DescopeApiError, SectionError } from '../errors.ts';
import { keyExpiresInDays } from './key-expiry.ts';
import { lookAlikes } from './identities.ts';
import {
  changedIds,
  countOf,
  listAgain,
  listFlows,
  listTenants,
  repeatedIds,
  type Lists,
} from './project-lists.ts';
import { repeatedIdentities } from './resource-lists.ts';
import {
  safeFlows,
  safeResources,
  safeSnapshot,
  safeTenants,
  type FetchedTenant,
} from './safe-values.ts';
import {
  needsFlows,
  needsTenants,
  SectionReader,
  type Captured,
  type ReaderOptions,
} from './section-reader.ts';
import { withoutIdleSso } from './per-tenant.ts';
import { READABLE_ROWS } from './section-calls.ts';
import type { SnapshotFile } from './snapshot.ts';

export interface FetchedFlow {
  readonly id: string;
  readonly data: Packed;
}

/** A live project, as far as it could be read. */
export interface FetchedProject {
  readonly tenants: readonly FetchedTenant[];
  readonly flows: readonly FetchedFlow[];
  readonly resources: ReadonlyMap<string, JsonValue>;
  readonly snapshot: ReadonlyMap<string, SnapshotFile>;
  readonly coverage: readonly (SectionCoverage | WithheldSecret)[];
  readonly consistency: 'consistent' | 'torn';
  /** Whole days until the management key expires, where the API tells. */
  readonly keyExpiresInDays: number | undefined;
  readonly warnings: readonly CaptureWarning[];
}

/** Something odd that is no failure. */
export interface CaptureWarning {
  readonly text: string;
  /** The same for a log that strangers can read. */
  readonly withoutNames: string;
}

export interface FetchOptions extends ReaderOptions {
  readonly sections: ReadonlySet<string>;
  /** Sections that must not be missing, whatever the reason; none, unless some are given. */
  readonly required?: ReadonlySet<string>;
  /** Takes away what says nothing of the configuration, such as the order of sets. */
  readonly withoutNoise: (value: JsonValue) => JsonValue;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * A key that is refused at the first call is wrong; one that expires later leaves a partial backup.
 */
function refusedKey(error: DescopeApiError): Error {
  return new Error(
    `the management key was refused (${error.message}): check that it is a key of this project, and that it has not expired`,
  );
}

/**
 * Reads a live project section by section; what cannot be read is in the coverage with its reason.
 */
export class ProjectFetcher {
  readonly #client: DescopeApiClient;
  readonly #options: FetchOptions;
  readonly #log: CaptureLog;
  readonly #reader: SectionReader;
  readonly #warnings: CaptureWarning[] = [];
  /** Why the lists are not whole, where they are not. */
  readonly #listFailures: { tenants?: string | undefined; flows?: string | undefined } = {};

  constructor(client: DescopeApiClient, options: FetchOptions) {
    this.#client = client;
    this.#options = options;
    this.#log = new CaptureLog(options.sections, client.redactor, options);
    this.#reader = new SectionReader(client, this.#log, options);
  }

  /** @throws what cancels the run; every other failure is in the coverage */
  async fetch(): Promise<FetchedProject> {
    await this.#client.shakeHands();
    const [keyExpiry, first] = await Promise.all([
      keyExpiresInDays(this.#client, this.#options.now),
      this.#firstLists(),
    ]);
    const { lists, captured, consistency } = await this.#readMovedAgain(
      first,
      await this.#reader.readAll(first),
    );

    this.#recordFlows(captured, lists);
    this.#dropIdleSso(captured, lists);
    for (const [section, note] of NOT_COVERED) this.#log.notCovered(section, note);
    for (const [what, ids] of [
      ['tenant ids', lists.tenants?.keys() ?? []],
      ['flow ids', lists.flows?.keys() ?? []],
    ] as const) {
      for (const group of lookAlikes(ids)) this.#warnOfLookAlikes(what, group);
    }
    this.#warnOfRepeats('tenants', repeatedIds(lists.tenants));
    this.#warnOfRepeats('flows', repeatedIds(lists.flows));
    for (const [section, value] of captured.resources) {
      this.#warnOfRepeats(section, repeatedIdentities(value));
    }
    const paths = this.#reader.lookAlikes;
    if (paths.length > 0) this.#warnOfLookAlikes('paths of the snapshot', paths);
    return {
      tenants: this.#log.wants('tenants') ? safeTenants(lists.tenants ?? new Map(), this.#log) : [],
      flows: safeFlows(captured.flows, this.#log),
      resources: safeResources(captured.resources, this.#log),
      snapshot: safeSnapshot(captured.snapshot ?? new Map(), this.#log),
      coverage: this.#log.coverage,
      consistency,
      keyExpiresInDays: keyExpiry,
      warnings: this.#warnings.map(({ text, withoutNames }) => ({
        text: this.#log.withoutOwn(text),
        withoutNames,
      })),
    };
  }

  /**
   * Tenants are needed for what is asked tenant by tenant, even when they are not to be saved
   * themselves.
   */
  async #firstLists(): Promise<Lists> {
    const { rows = READABLE_ROWS } = this.#options;
    const ofTenants = ['tenants', ...rows.filter(needsTenants).map(({ name }) => name)];
    let tenants: Lists['tenants'] | undefined;
    if (ofTenants.some((section) => this.#log.wants(section))) {
      try {
        const listed = await listTenants(this.#client, this.#options.withoutNoise);
        tenants = listed.entries;
        this.#listFailures.tenants = listed.failure;
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
      const failure = this.#listFailures.tenants;
      this.#log.record('tenants', { count: countOf(tenants), ...(failure && { failure }) });
    }
    return { tenants, flows: await this.#firstFlows() };
  }

  /** Flows are listed for what is asked flow by flow, too. */
  async #firstFlows(): Promise<Lists['flows']> {
    const { rows = READABLE_ROWS } = this.#options;
    const ofFlows = ['flows', ...rows.filter(needsFlows).map(({ name }) => name)];
    const wanted = ofFlows.filter((section) => this.#log.wants(section));
    if (wanted.length === 0) return undefined;
    try {
      const { entries, failure } = await listFlows(this.#client, this.#options.withoutNoise);
      this.#listFailures.flows = failure;
      if (this.#log.wants('flows')) this.#log.record('flows', { count: countOf(entries) });
      return entries;
    } catch (error) {
      if (!(error instanceof SectionError)) throw error;
      for (const section of wanted) this.#log.recordFailure(section, error);
      return undefined;
    }
  }

  #warnOfLookAlikes(what: string, names: readonly string[]): void {
    const text = `${what} that differ only in case or Unicode form`;
    this.#warnings.push({
      text: `${text}: ${names.map((name) => JSON.stringify(name)).join(', ')}`,
      withoutNames: `${text}: ${names.length}`,
    });
  }

  #warnOfRepeats(section: string, repeated: readonly [id: string, count: number][]): void {
    for (const [id, count] of repeated) {
      const text = `${section}: ${count} objects have one id`;
      this.#warnings.push({
        text: `${text}, ${JSON.stringify(id)}: all are kept, check the project`,
        withoutNames: `${text}: all are kept, check the project`,
      });
    }
  }

  async #listAgain(before: Lists): Promise<Lists | undefined> {
    try {
      return await listAgain(this.#client, before, this.#options.withoutNoise);
    } catch (error) {
      if (!(error instanceof SectionError)) throw error;
      const text = 'could not tell whether the project was changed while it was read';
      this.#warnings.push({ text: `${text}: ${error.message}`, withoutNames: text });
      return undefined;
    }
  }

  #changed(before: Lists, after: Lists): { tenants: string[]; flows: string[] } {
    const { withoutNoise } = this.#options;
    return {
      tenants: changedIds(before.tenants, after.tenants, withoutNoise),
      flows: changedIds(before.flows, after.flows, withoutNoise),
    };
  }

  /**
   * Lists tenants and flows once more. When the project moved meanwhile, the difference is read
   * once; when it still moves then, the capture is torn.
   */
  async #readMovedAgain(
    first: Lists,
    captured: Captured,
  ): Promise<{ lists: Lists; captured: Captured; consistency: FetchedProject['consistency'] }> {
    const second = await this.#listAgain(first);
    if (second === undefined) return { lists: first, captured, consistency: 'torn' };
    const changed = this.#changed(first, second);
    if (changed.tenants.length + changed.flows.length === 0) {
      return { lists: second, captured, consistency: 'consistent' };
    }
    const renewed = await this.#reader.readDifference(
      captured,
      second,
      changed.tenants,
      changed.flows,
    );
    const third = await this.#listAgain(second);
    const since = third && this.#changed(second, third);
    const isStill = since !== undefined && since.tenants.length + since.flows.length === 0;
    if (!isStill) {
      const text =
        'the project was changed while it was read: its tenants, flows and settings may not belong together';
      this.#warnings.push({ text, withoutNames: text });
    }
    return { lists: second, captured: renewed, consistency: isStill ? 'consistent' : 'torn' };
  }

  #dropIdleSso({ resources }: Captured, lists: Lists): void {
    const all = resources.get('tenant-sso');
    if (!isJsonObject(all)) return;
    const kept = withoutIdleSso(all, lists.tenants ?? new Map());
    resources.set('tenant-sso', kept);
    this.#log.recount('tenant-sso', Object.keys(kept).length);
    const notAsked = this.#log.coverage.find(({ section }) => section === SSO_SWITCHED_OFF);
    if (notAsked === undefined) return;
    const text = `${String(notAsked.count)} ${String(notAsked.note)}`;
    this.#warnings.push({ text, withoutNames: text });
  }

  #recordFlows({ flows, flowFailures, snapshot }: Captured, lists: Lists): void {
    if (!this.#log.wants('flows') || (lists.flows === undefined && snapshot === undefined)) return;
    // One that is gone from the list was deleted after it was listed, which is no failure.
    const failures = [...flowFailures].filter(
      ([id]) => lists.flows?.has(id) !== false && !flows.has(id),
    );
    const [first] = failures;
    const reasons = [
      ...(first
        ? [
            `${failures.length} of ${lists.flows?.size ?? flows.size + failures.length} flows: ${first[1]}`,
          ]
        : []),
      ...(this.#listFailures.flows === undefined ? [] : [this.#listFailures.flows]),
    ];
    this.#log.record('flows', {
      count: flows.size,
      ...(reasons.length > 0 && { failure: reasons.join('; ') }),
    });
  }
}
