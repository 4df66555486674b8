import type { SectionCoverage, WithheldSecret } from '../../models/manifest.ts';
import type { JsonValue } from '../../storage/json-value.ts';
import { NotLicensedError, SectionError } from './errors.ts';
import type { SectionValue } from './section-calls.ts';
import { SECTIONS, type Section } from '../../models/sections.ts';
import { withholdSecrets } from './secrets.ts';

function pointer(path: readonly (string | number)[]): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** How a file of the snapshot that could not be saved stands in the coverage, one entry each. */
export const SNAPSHOT_FILE = 'snapshot-file';
/** Of more, the number is told. */
const MAX_FAILED_FILES = 100;

/** What stands in the coverage when there were not enough requests to ask every tenant. */
export const SSO_SWITCHED_OFF = 'tenant-sso-switched-off';
const SSO_NOT_ASKED =
  'tenants without SSO were not asked whether they keep a configuration of earlier: that takes one request for each, raise max-requests';

/** Keeps account of what each section became, and of every secret that was withheld. */
export class CaptureLog {
  readonly #sections: ReadonlySet<Section>;
  readonly #coverage = new Map<string, SectionCoverage>();
  readonly #withheld: WithheldSecret[] = [];
  #failedFiles: readonly SectionCoverage[] = [];

  /** @param sections what is to be saved */
  constructor(sections: ReadonlySet<Section>) {
    this.#sections = sections;
    for (const section of SECTIONS) {
      if (!sections.has(section))
        this.#set(section, 'not-covered', 0, 'left out by the input sections');
    }
  }

  #set(section: string, status: SectionCoverage['status'], count: number, note = ''): void {
    this.#coverage.set(section, { section, status, count, note });
  }

  wants(section: Section): boolean {
    return this.#sections.has(section);
  }

  record(section: Section, { count, failure, notAsked = 0 }: Omit<SectionValue, 'value'>): void {
    this.#set(section, failure === undefined ? 'saved' : 'failed', count, failure);
    if (notAsked > 0) this.notCovered(SSO_SWITCHED_OFF, SSO_NOT_ASKED, notAsked);
  }

  /** Corrects how many entries a section has, whatever became of it. */
  recount(section: Section, count: number): void {
    const entry = this.#coverage.get(section);
    if (entry !== undefined) this.#coverage.set(section, { ...entry, count });
  }

  notLicensed(section: string, note: string): void {
    this.#set(section, 'not-licensed', 0, note);
  }

  /** Replaces what is known of files of the snapshot that could not be saved. */
  failedFiles(failures: ReadonlyMap<string, string>): void {
    const entries = [...failures].map(([path, reason]): SectionCoverage => {
      const note = `${JSON.stringify(path)}: ${reason}`;
      return { section: SNAPSHOT_FILE, status: 'failed', count: 1, note };
    });
    this.#failedFiles = entries.slice(0, MAX_FAILED_FILES);
    const left = entries.length - MAX_FAILED_FILES;
    if (left <= 0) return;
    const rest = {
      section: SNAPSHOT_FILE,
      status: 'failed',
      count: left,
      note: 'and so many more',
    };
    this.#failedFiles = [...this.#failedFiles, rest as SectionCoverage];
  }

  isNotLicensed(section: Section): boolean {
    return this.#coverage.get(section)?.status === 'not-licensed';
  }

  /** @param count of what is known to be missing */
  notCovered(section: string, note: string, count = 0): void {
    this.#set(section, 'not-covered', count, note);
  }

  /**
   * Runs what reads a section, when it is wanted, and records what became of it.
   *
   * @returns undefined when it is not wanted or failed
   */
  async attempt<Value>(
    section: Section,
    read: () => Promise<SectionValue<Value>>,
  ): Promise<Value | undefined> {
    if (!this.wants(section)) return undefined;
    try {
      const result = await read();
      this.record(section, result);
      return result.value;
    } catch (error) {
      if (!(error instanceof SectionError)) throw error;
      if (error instanceof NotLicensedError) this.notLicensed(section, error.message);
      else this.record(section, { count: 0, failure: error.message });
      return undefined;
    }
  }

  /**
   * Replaces the secrets of a value and remembers their places.
   *
   * @param at what the places begin with: a file of the backup and a JSON Pointer into it
   */
  withhold(section: string, at: string, value: JsonValue, mark: string): JsonValue {
    const { value: safe, places } = withholdSecrets(value, mark);
    for (const place of places) {
      this.#withheld.push({ section, status: 'withheld', place: `${at}${pointer(place)}` });
    }
    return safe;
  }

  /** In the order of {@link SECTIONS}, then what is no section of its own, then secrets. */
  get coverage(): (SectionCoverage | WithheldSecret)[] {
    const order = (section: string) => {
      const index = (SECTIONS as readonly string[]).indexOf(section);
      return index === -1 ? SECTIONS.length : index;
    };
    const sections = [...this.#coverage.values(), ...this.#failedFiles];
    return [...sections.sort((a, b) => order(a.section) - order(b.section)), ...this.#withheld];
  }
}
