/** Both lines of a journal about one write: what it is, hashes, and how it ended; never a body. */
import type { JournalBegin, JournalEnd } from '../../models/restore-journal.ts';
import type { ApplyOptions } from './door.ts';
import type { Look } from './look.ts';
import {
  refText,
  type ObjectHash,
  type ObjectRef,
  type PlannedWrite,
  type WriteRequest,
} from './planned-write.ts';
import { bodyHash } from './sent-body.ts';
import type { WriteEnd } from './write-end.ts';

function hashesOf(
  objects: readonly ObjectRef[],
  key: 'before_sha256' | 'after_sha256',
  hashes: ReadonlyMap<string, ObjectHash> | undefined,
): Pick<JournalBegin, 'objects'> & Partial<Record<typeof key, string>> {
  const named = objects.map((ref) => {
    const hash = hashes?.get(refText(ref));
    return {
      section: ref.section,
      id: ref.id,
      ...(objects.length > 1 && hash !== undefined && { [key]: hash }),
    };
  });
  const [first] = objects;
  const only =
    objects.length === 1 && first !== undefined ? hashes?.get(refText(first)) : undefined;
  return { objects: named, ...(only !== undefined && { [key]: only }) };
}

/** Both lines of the journal, about one write. */
export class JournalLines {
  readonly #write: PlannedWrite;
  readonly #seq: number;
  readonly #options: ApplyOptions;

  constructor(write: PlannedWrite, seq: number, options: ApplyOptions) {
    this.#write = write;
    this.#seq = seq;
    this.#options = options;
  }

  get #common() {
    const { action, call } = this.#write;
    return { seq: this.#seq, at: this.#options.now().toISOString(), action, call };
  }

  /** @throws Error when the line is not on the disk */
  async begin(look: Look, request: WriteRequest): Promise<void> {
    const hash = bodyHash(request, this.#options.secrets.values());
    await this.#options.journal.append({
      event: 'begin',
      ...this.#common,
      ...hashesOf(this.#write.objects, 'before_sha256', look.hashes),
      ...(hash !== undefined && { body_sha256: hash }),
    });
  }

  /**
   * @returns the end; also when its line is not on the disk, and then nothing else will be written
   */
  async end(end: WriteEnd): Promise<WriteEnd> {
    const { outcome, reason, status, newId } = end;
    // What is not certain to be ours must not look like it to an undo, which deletes by the hash
    // that was read back.
    const isOurs = outcome !== 'unknown' || this.#write.action !== 'create';
    const hashes = isOurs ? end.hashes : undefined;
    const line: JournalEnd = {
      event: 'end',
      ...this.#common,
      ...hashesOf(this.#write.objects, 'after_sha256', hashes),
      // Blocked after it was begun: the service refused it, since somebody else was faster.
      outcome: outcome === 'done' || outcome === 'unknown' ? outcome : 'failed',
      ...(reason !== undefined && { reason }),
      ...(status !== undefined && { http_status: status }),
      ...(newId !== undefined && { new_id: newId }),
    };
    try {
      await this.#options.journal.append(line);
      return end;
    } catch (error) {
      return { ...end, stopped: (error as Error).message };
    }
  }
}
