/** One write of a plan, from the look before it to the look after it. */
import type { ApplyOptions } from './door.ts';
import { JournalLines } from './journal-lines.ts';
import { isVisible, lookAt, lookUntil, rememberIds, type Look, type NoLook } from './look.ts';
import { refText, type ObjectRef, type PlannedWrite, type WriteRequest } from './planned-write.ts';
import { Sending } from './sending.ts';
import { placeholderIn } from './sent-body.ts';
import type { WriteEnd } from './write-end.ts';

/** What earlier writes of the same run did. */
export interface Earlier {
  /**
   * Objects that were written, by `refText`: an old state of theirs is a lag, and no change of
   * somebody else.
   */
  readonly written: ReadonlySet<string>;
  /** Those of them that were created. */
  readonly created: ReadonlySet<string>;
}

function isOurs({ objects }: PlannedWrite, { written }: Earlier): boolean {
  return objects.some((ref) => written.has(refText(ref)));
}

/** Waits for what earlier writes of this run left; what others changed is told at once. */
function lookBefore(
  write: PlannedWrite,
  { written }: Earlier,
  options: ApplyOptions,
): Promise<Look | NoLook> {
  const isOurs = write.objects.some((ref) => written.has(refText(ref)));
  return isOurs
    ? lookUntil(({ isEither }) => isEither, write, options, true)
    : lookAt(write, options, true);
}

function notAsPlanned(
  write: PlannedWrite,
  earlier: Earlier,
  { door }: ApplyOptions,
  hashes: WriteEnd['hashes'] & object,
): WriteEnd {
  const stopped = door.stopReason();
  if (stopped !== undefined) return { outcome: 'not-reached', stopped, hashes };
  const reason = isOurs(write, earlier)
    ? 'it does not read as an earlier write of this restore left it'
    : 'changed since the plan';
  return { outcome: 'blocked', reason, hashes };
}

function requestOf(write: PlannedWrite, look: Look, { ids, secrets }: ApplyOptions): WriteRequest {
  const live = (ref: ObjectRef) => {
    // What was not looked for is not absent: a body made of nothing would wipe what is there.
    if (look.found.has(refText(ref))) return look.found.get(refText(ref))?.value;
    throw new Error(`${refText(ref)} was not read for this write`);
  };
  const request = write.request({ live, ids, secrets });
  const place = placeholderIn(request);
  if (place === undefined) return request;
  throw new Error(`what would be written has no secret, but what stands for one, at ${place}`);
}

/**
 * An object of this restore that came to be as planned by another write, as SSO changes its tenant:
 * nothing is sent, and the journal has how it reads by now, for an undo to know that nobody else
 * changed it.
 */
async function asItReads(lines: JournalLines, look: Look): Promise<WriteEnd> {
  const end: WriteEnd = { outcome: 'done', hashes: look.hashes };
  try {
    await lines.begin(look, {});
  } catch (error) {
    return { ...end, stopped: (error as Error).message };
  }
  return lines.end({ ...end, isBegun: true });
}

/**
 * Executes one write: looks whether everything is as planned, tells the journal, sends, and looks
 * until it is done.
 *
 * @param seq its number in the journal
 */
export async function executeWrite(
  write: PlannedWrite,
  seq: number,
  earlier: Earlier,
  options: ApplyOptions,
): Promise<WriteEnd> {
  const look = await lookBefore(write, earlier, options);
  if (look.kind === 'stop') return { outcome: 'not-reached', stopped: look.reason };
  if (look.kind === 'failed') {
    return { outcome: 'failed', reason: `not sent, since it could not be read: ${look.reason}` };
  }
  const { hashes } = look;
  const lines = new JournalLines(write, seq, options);
  if (isVisible(write) && look.isAfter) {
    rememberIds(write, look, options.ids);
    return isOurs(write, earlier) ? asItReads(lines, look) : { outcome: 'done', hashes };
  }
  if (!look.isEither) return notAsPlanned(write, earlier, options, hashes);
  let request: WriteRequest;
  try {
    request = requestOf(write, look, options);
  } catch (error) {
    return { outcome: 'failed', reason: `not sent: ${(error as Error).message}`, hashes };
  }
  const stopped = options.door.stopReason();
  if (stopped !== undefined) return { outcome: 'not-reached', stopped };
  try {
    await lines.begin(look, request);
  } catch (error) {
    const reason = (error as Error).message;
    return { outcome: 'failed', reason: `not sent: ${reason}`, stopped: reason };
  }
  const refersToNew = write.dependsOn.some((ref) => earlier.created.has(refText(ref)));
  return lines.end(await endOf(new Sending(write, request, options, refersToNew)));
}

/** An error of this program after a write was sent is no reason to say that it was not done. */
async function endOf(sending: Sending): Promise<WriteEnd> {
  try {
    return await sending.end();
  } catch (error) {
    const reason = `nobody can tell whether it was done: ${(error as Error).message}`;
    return { outcome: 'unknown', reason, stopped: reason, isBegun: true };
  }
}
