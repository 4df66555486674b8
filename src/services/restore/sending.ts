/**
 * The sending of one write: once, unless a look shows that it may be sent again, and never without
 * knowing or saying how it ended.
 */
import { rowOf } from '../../project/restore/rows.ts';
import type { WriteResult } from '../../project/write-result.ts';
import type { ApplyOptions } from './door.ts';
import {
  isVisible,
  LAG_WAITS,
  lookAt,
  lookUntil,
  rememberIds,
  type Look,
  type NoLook,
} from './look.ts';
import { refText, type PlannedWrite, type WriteRequest } from './planned-write.ts';
import type { WriteEnd } from './write-end.ts';

/** How often a write is sent at most: each time but the first only after a look. */
const MAX_SENDS = 3;

/** Words of a refusal for a reference to what is not there, as far as the service can see. */
const NOT_THERE = /not.?found|not exist|n't exist|no such|unknown|invalid/i;

/** Words of a refusal for what is there already. */
const THERE_ALREADY = /already|exists\b|taken|duplicate|unique/i;

/** Sends a write, and finds out what became of it. */
export class Sending {
  readonly #write: PlannedWrite;
  readonly #request: WriteRequest;
  readonly #options: ApplyOptions;
  readonly #refersToNew: boolean;
  /** The first reason why it may have been done although nobody said so. */
  #doubt: string | undefined;
  #status: number | undefined;
  #newId: string | undefined;

  constructor(
    write: PlannedWrite,
    request: WriteRequest,
    options: ApplyOptions,
    refersToNew: boolean,
  ) {
    this.#write = write;
    this.#request = request;
    this.#options = options;
    this.#refersToNew = refersToNew;
  }

  async end(): Promise<WriteEnd> {
    const lagWaits = this.#refersToNew ? [...LAG_WAITS] : [];
    for (let sends = 1; ;) {
      const result = await this.#options.door.write(this.#write.call, this.#request);
      this.#status = result.status ?? this.#status;
      if (result.kind === 'done') return this.#confirm(result);
      if (result.kind === 'stop') return this.#notDone(result.reason, { stopped: result.reason });
      if (result.kind === 'refused') {
        const wait = this.#mayComeLater(result) ? lagWaits.shift() : undefined;
        if (wait === undefined) return this.#refused(result.reason);
        await this.#options.sleep(wait);
        if (this.#options.door.stopReason() !== undefined) return this.#refused(result.reason);
        continue;
      }
      this.#doubt ??= result.reason;
      const isLast = sends >= MAX_SENDS;
      const settled = await this.#settle(isLast);
      if (settled !== 'send again') return settled;
      // What was in the way for a moment is given one.
      await this.#options.sleep(LAG_WAITS[sends] ?? 0);
      sends++;
    }
  }

  /** A reference to what was created a moment ago; only while no try is in doubt. */
  #mayComeLater({ status, reason }: { status: number | undefined; reason: string }): boolean {
    if (this.#doubt !== undefined || status === undefined || status === 409) return false;
    return status === 404 || NOT_THERE.test(reason);
  }

  /** The objects are as planned. */
  #done(look: Look): WriteEnd {
    rememberIds(this.#write, look, this.#options.ids);
    return this.#end('done', look, {});
  }

  #end(outcome: WriteEnd['outcome'], look: Look | NoLook, more: Partial<WriteEnd>): WriteEnd {
    return {
      outcome,
      isBegun: true,
      ...(this.#status !== undefined && { status: this.#status }),
      ...(this.#newId !== undefined && { newId: this.#newId }),
      ...(look.kind === 'look' && { hashes: look.hashes }),
      ...(look.kind === 'stop' && { stopped: look.reason }),
      ...more,
    };
  }

  /** Takes the id of a new object: out of the answer, else as it is there. */
  #adopt(id: string | undefined): void {
    const [ref] = this.#write.objects;
    if (this.#write.action !== 'create' || this.#write.objects.length !== 1) return;
    if (ref === undefined || id === undefined || id === '' || this.#newId !== undefined) return;
    this.#newId = id;
    this.#options.ids.set(ref.section, ref.naturalKey, id);
  }

  #adoptFrom(look: Look): void {
    const [ref] = this.#write.objects;
    const found = ref && look.found.get(refText(ref));
    if (ref === undefined || found === undefined) return;
    // Where the service gives no ids, it is known by what tells it from others.
    this.#adopt(found.id ?? rowOf(ref.section)?.apiId(found.value, ref.id));
  }

  async #confirm({ answer }: Extract<WriteResult, { kind: 'done' }>): Promise<WriteEnd> {
    this.#adopt(this.#write.newId?.(answer));
    const look = await lookUntil(({ isAfter }) => isAfter, this.#write, this.#options);
    if (look.kind !== 'look') {
      const reason = `the service answered that it was done, and it could not be read back: ${look.reason}`;
      return this.#end('unknown', look, { reason });
    }
    this.#adoptFrom(look);
    if (look.isAfter) return this.#done(look);
    const seen = look.isBefore ? 'still reads as before' : 'reads otherwise than planned';
    const reason = `not confirmed: the service answered that it was done, and it ${seen}`;
    return this.#end('unknown', look, { reason });
  }

  /** A certain refusal; what a try before it did is not certain for that. */
  async #refused(reason: string): Promise<WriteEnd> {
    const isInDoubt = this.#doubt !== undefined;
    const look =
      isInDoubt || this.#saysItIsSo(reason)
        ? await lookUntil(({ isAfter }) => isAfter, this.#write, this.#options)
        : await lookAt(this.#write, this.#options);
    if (look.kind !== 'look') {
      const more = look.kind === 'stop' ? { stopped: look.reason } : {};
      return this.#notDone(reason, more);
    }
    if (isInDoubt) this.#adoptFrom(look);
    if (look.isAfter && isVisible(this.#write)) return this.#done(look);
    const isConflict = this.#status === 409 && this.#write.action === 'update' && !isInDoubt;
    const changed = `changed since the plan: ${reason}`;
    return isConflict
      ? this.#end('blocked', look, { reason: changed })
      : this.#notDone(reason, { hashes: look.hashes });
  }

  /**
   * "Not found" at a delete, "exists already" at a create: it is as planned, and a list that lags
   * may not show it yet.
   */
  #saysItIsSo(reason: string): boolean {
    const { action } = this.#write;
    if (action === 'delete') return this.#status === 404 || NOT_THERE.test(reason);
    return action === 'create' && THERE_ALREADY.test(reason);
  }

  /** It was not done now; whether it was before depends on whether there is a doubt. */
  #notDone(reason: string, more: Partial<WriteEnd>): WriteEnd {
    const none: NoLook = { kind: 'failed', reason };
    if (this.#doubt === undefined) return this.#end('failed', none, { reason, ...more });
    const both = `nobody can tell whether it was done: ${this.#doubt}; then: ${reason}`;
    return this.#end('unknown', none, { reason: both, ...more });
  }

  /**
   * Always by a look first. What is sent again was seen not to be done, or ends the same however
   * often it is sent.
   */
  async #settle(isLast: boolean): Promise<WriteEnd | 'send again'> {
    const write = this.#write;
    const rule = write.action !== 'create' && write.doubt === 'by-key' ? 'repeat' : write.doubt;
    const canTell = isVisible(write);
    const isThere = (look: Look): boolean =>
      rule === 'by-key' && [...look.hashes.values()].some((hash) => hash !== undefined);
    const isEnough = (look: Look): boolean => {
      if (canTell && look.isAfter) return true;
      return rule === 'repeat' && !isLast && look.isEither;
    };
    const look = await lookUntil(isEnough, write, this.#options);
    if (look.kind !== 'look') return this.#notTold(look);
    const isDone = canTell && look.isAfter;
    if (isDone || isThere(look)) this.#adoptFrom(look);
    if (isDone) return this.#done(look);
    const isFree = rule === 'repeat' ? look.isEither : rule === 'by-key' && look.isBefore;
    const isOver = isLast || this.#options.door.stopReason() !== undefined;
    return isFree && !isOver ? 'send again' : this.#notTold(look);
  }

  #notTold(look: Look | NoLook): WriteEnd {
    const seen =
      look.kind !== 'look'
        ? `it could not be read: ${look.reason}`
        : look.isBefore
          ? 'it reads as before'
          : 'it reads neither as before nor as planned';
    const reason = `nobody can tell whether it was done: ${this.#doubt ?? 'no answer'}; ${seen}`;
    return this.#end('unknown', look, { reason });
  }
}
