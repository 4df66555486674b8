import type { SectionCoverage, WithheldSecret } from '../../models/manifest.ts';
import { jsonPointer } from '../../storage/json-pointer.ts';
import type { JsonValue } from '../../storage/json-value.ts';
import { NotLicensedError, SectionError } from './errors.ts';
import type { SectionValue } from './section-calls.ts';
import { SECTIONS, type Section } from '../../models/sections.ts';
import type { Redactor } from '../../project/own-secrets.ts';
import { isFreePlace } from '../../project/secrets/free-form.ts';
import { WITHHELD_MARK, withholdSecrets } from '../../project/secrets/withhold.ts';

const SNAPSHOT = 'snapshot/';

/** Keeps account of what each section became, and of every secret that was withheld. */
export class CaptureLog {
  readonly #sections: ReadonlySet<Section>;
  readonly #coverage = new Map<string, SectionCoverage>();
  readonly #withheld: WithheldSecret[] = [];

  readonly #own: Redactor;

  /**
   * @param sections what is to be saved
   * @param own finds the secrets of the run
   */
  constructor(sections: ReadonlySet<Section>, own: Redactor) {
    this.#sections = sections;
    this.#own = own;
    for (const section of SECTIONS) {
      if (!sections.has(section))
        this.#set(section, 'not-covered', 0, 'left out by the input sections');
    }
  }

  #set(section: string, status: SectionCoverage['status'], count: number, note = ''): void {
    this.#coverage.set(section, { section, status, count, note: this.withoutOwn(note) });
  }

  wants(section: Section): boolean {
    return this.#sections.has(section);
  }

  record(section: Section, { count, failure }: Omit<SectionValue, 'value'>): void {
    this.#set(section, failure === undefined ? 'saved' : 'failed', count, failure);
  }

  /** Corrects how many entries a section has, whatever became of it. */
  recount(section: Section, count: number): void {
    const entry = this.#coverage.get(section);
    if (entry !== undefined) this.#coverage.set(section, { ...entry, count });
  }

  notLicensed(section: string, note: string): void {
    this.#set(section, 'not-licensed', 0, note);
  }

  isNotLicensed(section: Section): boolean {
    return this.#coverage.get(section)?.status === 'not-licensed';
  }

  notCovered(section: string, note: string): void {
    this.#set(section, 'not-covered', 0, note);
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
      isFree: isFreePlace(place),
    });
    for (const { path, isDeclared } of places) {
      this.#note(section, `${at}${jsonPointer(path)}`, isDeclared);
    }
    return safe;
  }

  /** In the order of {@link SECTIONS}, then what is no section of its own, then secrets. */
  get coverage(): (SectionCoverage | WithheldSecret)[] {
    const order = (section: string) => {
      const index = (SECTIONS as readonly string[]).indexOf(section);
      return index === -1 ? SECTIONS.length : index;
    };
    const sections = [...this.#coverage.values()];
    return [...sections.sort((a, b) => order(a.section) - order(b.section)), ...this.#withheld];
  }
}
