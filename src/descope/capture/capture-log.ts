/** The account of a capture: what became of each section, and each withheld secret. */
import type { SectionCoverage, WithheldSecret } from '../../models/manifest.ts';
import { jsonPointer } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';
import { isRefusal, NotLicensedError, SectionError } from '../errors.ts';
import type { SectionValue } from './section-calls.ts';
import { SECTION_ROWS } from '../../project/sections/index.ts';
import type { SectionRow } from '../../project/sections/section.ts';
import type { Redactor } from '../../project/own-secrets.ts';
import { FreeForms } from '../../project/secrets/free-form.ts';
import { WITHHELD_MARK, withholdSecrets } from '../../project/secrets/withhold.ts';

const SNAPSHOT = 'snapshot/';

/** How a file of the snapshot that could not be saved stands in the coverage, one entry each. */
export const SNAPSHOT_FILE = 'snapshot-file';
/** Of more, the number is told. */
const MAX_FILES_NOT_SAVED = 100;
/** Why a section of the snapshot failed. */
export const NO_FILE_SAVED = 'none of its files could be saved';

const LEFT_OUT = 'left out by the input sections';
const NOT_NAMED =
  'not part of all: it takes a request for each tenant, name it in the input sections';

/** What stands in the coverage when there were not enough requests to ask every tenant. */
export const SSO_SWITCHED_OFF = 'tenant-sso-switched-off';
const SSO_NOT_ASKED =
  'tenants without SSO were not asked whether they keep a configuration of earlier: that takes one request for each, raise max-requests';

/** Keeps account of what each section became, and of every secret that was withheld. */
export class CaptureLog {
  readonly #sections: ReadonlySet<string>;
  readonly #coverage = new Map<string, SectionCoverage>();
  readonly #withheld: WithheldSecret[] = [];
  #filesNotSaved: readonly SectionCoverage[] = [];

  readonly #own: Redactor;
  /** Of all sections that there are, in their order. */
  readonly #names: readonly string[];
  /** Sections that release 1.0.0 did not have. */
  readonly #later: ReadonlySet<string>;
  readonly #required: ReadonlySet<string>;
  readonly #freeForms: FreeForms;

  /**
   * @param sections what is to be saved
   * @param own finds the secrets of the run
   * @param options.rows of the sections that there are, unless others are given
   * @param options.required sections that must not be missing, whatever the reason
   */
  constructor(
    sections: ReadonlySet<string>,
    own: Redactor,
    {
      rows = SECTION_ROWS,
      required,
    }: {
      readonly rows?: readonly SectionRow[] | undefined;
      readonly required?: ReadonlySet<string> | undefined;
    } = {},
  ) {
    this.#sections = sections;
    this.#own = own;
    this.#names = rows.map(({ name }) => name);
    this.#later = new Set(rows.flatMap(({ name, since }) => (since === undefined ? [] : [name])));
    this.#required = required ?? new Set();
    this.#freeForms = new FreeForms(rows);
    for (const { name, isByNameAlone } of rows) {
      if (sections.has(name)) continue;
      const isInAll = isByNameAlone !== true;
      this.#set(name, 'not-covered', 0, isInAll ? LEFT_OUT : NOT_NAMED);
    }
  }

  #set(section: string, status: SectionCoverage['status'], count: number, note = ''): void {
    this.#coverage.set(section, { section, status, count, note: this.withoutOwn(note) });
  }

  wants(section: string): boolean {
    return this.#sections.has(section);
  }

  record(
    section: string,
    { count, failure, note, refused, notAsked = 0 }: Omit<SectionValue, 'value'>,
  ): void {
    const reasons = [failure, this.#required.has(section) ? refused : undefined];
    const isFailed = reasons.some((reason) => reason !== undefined);
    const notes = isFailed ? reasons : [note, refused];
    const told = notes.filter((text) => text !== undefined).join('; ');
    this.#set(section, isFailed ? 'failed' : 'saved', count, told);
    if (notAsked > 0) this.notCovered(SSO_SWITCHED_OFF, SSO_NOT_ASKED, notAsked);
  }

  /** Corrects how many entries a section has, whatever became of it. */
  recount(section: string, count: number): void {
    const entry = this.#coverage.get(section);
    if (entry !== undefined) this.#coverage.set(section, { ...entry, count });
  }

  /** Of a section of which there is nothing to say, for another one has it. */
  forget(section: string): void {
    this.#coverage.delete(section);
  }

  notLicensed(section: string, note: string): void {
    this.#set(section, 'not-licensed', 0, note);
  }

  /**
   * Replaces what is known of files of the snapshot that could not be saved. They are named, and
   * fail nothing but a section that is lost with them.
   *
   * @param failures by path, and why
   * @param lost sections of the snapshot of which no file could be saved
   */
  filesNotSaved(failures: ReadonlyMap<string, string>, lost: readonly string[]): void {
    const entries = [...failures].map(([path, reason]): SectionCoverage => {
      const note = this.withoutOwn(`${JSON.stringify(path)}: ${reason}`);
      return { section: SNAPSHOT_FILE, status: 'not-covered', count: 1, note };
    });
    const left = entries.length - MAX_FILES_NOT_SAVED;
    const rest: SectionCoverage = {
      section: SNAPSHOT_FILE,
      status: 'not-covered',
      count: left,
      note: 'and so many more',
    };
    this.#filesNotSaved = [
      ...lost.map((section): SectionCoverage => {
        return { section, status: 'failed', count: 0, note: NO_FILE_SAVED };
      }),
      ...entries.slice(0, MAX_FILES_NOT_SAVED),
      ...(left > 0 ? [rest] : []),
    ];
  }

  isNotLicensed(section: string): boolean {
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
    section: string,
    read: () => Promise<SectionValue<Value>>,
  ): Promise<Value | undefined> {
    if (!this.wants(section)) return undefined;
    try {
      const result = await read();
      this.record(section, result);
      return result.value;
    } catch (error) {
      if (!(error instanceof SectionError)) throw error;
      this.recordFailure(section, error);
      return undefined;
    }
  }

  /**
   * What a plan has not is no failure. Nor is a section that release 1.0.0 did not have, where the
   * service refuses it: it may know no such call, or not let this key make it.
   */
  recordFailure(section: string, error: SectionError): void {
    const mayBeRefused = this.#later.has(section) ? !this.#required.has(section) : false;
    if (error instanceof NotLicensedError && (mayBeRefused || !this.#later.has(section))) {
      this.notLicensed(section, error.message);
    } else if (mayBeRefused && isRefusal(error)) {
      if (error.status === 404) this.notCovered(section, error.message);
      else this.notLicensed(section, error.message);
    } else this.record(section, { count: 0, failure: error.message });
  }

  /** A text that is told or saved as a name, without the secrets of the run. */
  withoutOwn(text: string): string {
    return this.#own.redact(text, WITHHELD_MARK);
  }

  /** @returns the very same bytes where they hold no secret of the run */
  bytesWithoutOwn(path: string, bytes: Buffer): Buffer {
    const safe = this.#own.redactBytes(bytes, WITHHELD_MARK);
    if (safe !== bytes) this.#note('snapshot', `${SNAPSHOT}${path}`, false);
    return safe;
  }

  /** @param isDeclared whether an import leaves it alone where it is blank */
  #note(section: string, place: string, isDeclared: boolean): void {
    const isCleared = place.startsWith(SNAPSHOT) && !isDeclared;
    this.#withheld.push({
      section,
      status: 'withheld',
      place,
      ...(isCleared && { on_import: 'cleared' as const }),
    });
  }

  /**
   * Replaces the secrets of a value and remembers their places.
   *
   * @param at what the places begin with: a file of the backup and a JSON Pointer into it
   * @returns the very same value where there are none
   */
  withhold(section: string, at: string, value: JsonValue, mark: string): JsonValue {
    const place = at.startsWith(SNAPSHOT) ? at.slice(0, -1) : section;
    const { value: safe, places } = withholdSecrets(value, {
      mark,
      place,
      own: this.#own,
      isFree: this.#freeForms.isFreePlace(place),
      freeForms: this.#freeForms,
    });
    for (const { path, isDeclared } of places) {
      this.#note(section, `${at}${jsonPointer(path)}`, isDeclared);
    }
    return safe;
  }

  /** In the order of the rows, then what is no section of its own, then secrets. */
  get coverage(): (SectionCoverage | WithheldSecret)[] {
    const order = (section: string) => {
      const index = this.#names.indexOf(section);
      return index === -1 ? this.#names.length : index;
    };
    const sections = [...this.#coverage.values(), ...this.#filesNotSaved];
    return [...sections.sort((a, b) => order(a.section) - order(b.section)), ...this.#withheld];
  }
}
