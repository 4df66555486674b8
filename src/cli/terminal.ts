/** What is told: the answer on stdout, everything else on stderr, and no secret on either. */
import { makeRedactor } from '../project/own-secrets.ts';
import type { JsonValue } from '../json/value.ts';
import { formatJson } from '../json/write.ts';
import { paintFor, type Paint } from './layout/paint.ts';
import { cutText, type TableOptions } from './layout/table.ts';
import { visible, visibleLines } from './layout/visible-text.ts';
import type { Output, World } from './world.ts';

/** Stands where a secret was. */
const MARK = '***';
/** Goes back to the start of the line and takes away what is there. */
const CLEAR_LINE = '\r\u001b[K';

export class Terminal {
  readonly #stdout: Output;
  readonly #stderr: Output;
  readonly #isDumb: boolean;
  /** Of the answer. */
  readonly paint: Paint;
  /** Of what is said beside it. */
  readonly messagePaint: Paint;
  #redactor = makeRedactor([]);
  readonly #secrets: string[] = [];
  #hasProgress = false;

  constructor({ stdout, stderr, environment }: World) {
    this.#stdout = stdout;
    this.#stderr = stderr;
    this.#isDumb = environment['TERM'] === 'dumb';
    this.paint = paintFor(stdout, environment);
    this.messagePaint = paintFor(stderr, environment);
  }

  /** How tables are laid out. */
  get table(): TableOptions {
    const { isTTY, columns } = this.#stdout;
    return { width: isTTY === true ? columns : undefined, paint: this.paint };
  }

  /** From now on a secret is taken out of whatever is written. */
  hide(secret: string): void {
    this.#secrets.push(secret);
    this.#redactor = makeRedactor(this.#secrets);
  }

  /** Writes lines of the answer, which are safe to be shown. */
  print(lines: readonly string[]): void {
    this.#clearProgress();
    if (lines.length > 0) this.#write(this.#stdout, `${lines.join('\n')}\n`);
  }

  /** Writes text of the answer as it is, for a file or another program. */
  printText(text: string): void {
    this.#clearProgress();
    this.#write(this.#stdout, text);
  }

  /** Writes the answer as JSON, in which a terminal finds nothing to obey. */
  printJson(value: object): void {
    // What the answers are made of is JSON.
    this.print([visibleLines(formatJson(value as JsonValue))]);
  }

  /** Writes lines beside the answer, which are safe to be shown. */
  tell(lines: readonly string[]): void {
    this.#clearProgress();
    this.#write(this.#stderr, `${lines.join('\n')}\n`);
  }

  /** Says something beside the answer, in one line. */
  say(message: string): void {
    this.#clearProgress();
    this.#write(this.#stderr, `${visible(message)}\n`);
  }

  warn(message: string): void {
    this.#clearProgress();
    this.#write(this.#stderr, `${this.messagePaint('warning', 'warning:')} ${visible(message)}\n`);
  }

  fail(message: string): void {
    this.#clearProgress();
    const prefix = this.messagePaint('bad', 'descope-backup:');
    this.#write(this.#stderr, `${prefix} ${visible(message)}\n`);
  }

  /** Shows what is being done, on a terminal alone, until something else is said. */
  progress(text: string): void {
    if (this.#stderr.isTTY !== true || this.#isDumb) return;
    // A line that wraps could not be taken away again.
    const line = cutText(visible(text), (this.#stderr.columns ?? 80) - 1);
    this.#write(this.#stderr, `${CLEAR_LINE}${line}`);
    this.#hasProgress = true;
  }

  /** Takes away what {@link progress} shows. */
  #clearProgress(): void {
    if (!this.#hasProgress) return;
    this.#hasProgress = false;
    this.#stderr.write(CLEAR_LINE);
  }

  #write(output: Output, text: string): void {
    output.write(this.#redactor.redact(text, MARK));
  }
}
