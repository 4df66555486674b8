/** A journal of a restore read back, however it ended: what is certain of each write and object. */
import { readFile } from 'node:fs/promises';
import {
  JournalLine,
  type JournalBegin,
  type JournalEnd,
  type JournalStart,
  type WriteOutcome,
} from '../../models/restore-journal.ts';
import { explainIoError } from '../../storage/io-errors.ts';
import { refText } from './planned-write.ts';

/** A write, as far as a journal tells. */
export interface JournaledWrite {
  readonly seq: number;
  readonly objects: JournalBegin['objects'];
  readonly action: JournalBegin['action'];
  readonly call: string;
  /** `unknown` also where the journal does not say how it ended. */
  readonly outcome: WriteOutcome;
  readonly begin: JournalBegin | undefined;
  readonly end: JournalEnd | undefined;
}

/** An object, over all of its writes. */
export interface JournaledObject {
  readonly section: string;
  readonly id: string;
  /** That of its first write: what is created and then changed was created. */
  readonly action: JournalBegin['action'];
  /** The worst of its writes. */
  readonly outcome: WriteOutcome;
  /** Whether a write may have changed it: not each is known to have failed. */
  readonly mayBeChanged: boolean;
  readonly newId: string | undefined;
  /** As it was before the first write; undefined where it was not there, or that is not known. */
  readonly beforeSha256: string | undefined;
  /**
   * As it was read back after the last write; undefined where it was not there, or that is not
   * known.
   */
  readonly afterSha256: string | undefined;
}

export interface ReadJournal {
  /** Undefined where its line was lost. */
  readonly start: JournalStart | undefined;
  /** In the order in which they began. */
  readonly writes: readonly JournaledWrite[];
  /** In the order of their first writes. */
  readonly objects: readonly JournaledObject[];
  /** Whether nothing is missing: each line is good, and each write that began ended. */
  readonly isWhole: boolean;
  /** Lines that are no lines of a journal, an incomplete last one too. */
  readonly badLines: number;
}

function parseLine(text: string): JournalLine | undefined {
  try {
    return JournalLine.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const WORST: readonly WriteOutcome[] = ['done', 'failed', 'unknown'];

function worst(a: WriteOutcome, b: WriteOutcome): WriteOutcome {
  return WORST.indexOf(a) > WORST.indexOf(b) ? a : b;
}

/** Lines of one number that do not speak of the same write say nothing for certain. */
function isSameWrite(a: JournalBegin | JournalEnd, b: JournalBegin | JournalEnd): boolean {
  const words = ({ action, call, objects }: JournalBegin | JournalEnd) =>
    JSON.stringify([action, call, objects.map(refText)]);
  return words(a) === words(b);
}

interface Lines {
  readonly begins: JournalBegin[];
  readonly ends: JournalEnd[];
}

function writeOf(seq: number, { begins, ends }: Lines): JournaledWrite | undefined {
  const [begin] = begins;
  const [end] = ends;
  const first = begin ?? end;
  if (first === undefined) return undefined;
  const isClear =
    begins.length <= 1 &&
    ends.length === 1 &&
    end !== undefined &&
    (begin === undefined || isSameWrite(begin, end));
  const { objects, action, call } = first;
  const outcome = isClear ? end.outcome : 'unknown';
  return { seq, objects, action, call, outcome, begin, end: isClear ? end : undefined };
}

function objectsOf(writes: readonly JournaledWrite[]): JournaledObject[] {
  const found = new Map<string, JournaledObject>();
  for (const write of writes) {
    for (const object of write.objects) {
      const before = found.get(refText(object));
      const own = (line: JournalBegin | JournalEnd | undefined) =>
        line?.objects.find((one) => refText(one) === refText(object));
      const isOnly = write.objects.length === 1;
      const beforeSha256 =
        own(write.begin)?.before_sha256 ?? (isOnly ? write.begin?.before_sha256 : undefined);
      const afterSha256 =
        own(write.end)?.after_sha256 ?? (isOnly ? write.end?.after_sha256 : undefined);
      const hasFailed = write.outcome === 'failed';
      found.set(refText(object), {
        section: object.section,
        id: object.id,
        action: before?.action ?? write.action,
        outcome: before === undefined ? write.outcome : worst(before.outcome, write.outcome),
        mayBeChanged: before?.mayBeChanged === true || !hasFailed,
        newId: before?.newId ?? (isOnly ? write.end?.new_id : undefined),
        beforeSha256: before === undefined ? beforeSha256 : before.beforeSha256,
        afterSha256: hasFailed && before !== undefined ? before.afterSha256 : afterSha256,
      });
    }
  }
  return [...found.values()];
}

/**
 * Reads a journal that may have been cut off anywhere. It never throws, and says of nothing more
 * than its lines prove: a write that began and of which no end is there is `unknown`.
 */
export function readJournalText(bytes: Buffer): ReadJournal {
  const texts = bytes.toString('utf8').split('\n');
  if (texts.at(-1) === '') texts.pop();
  let start: JournalStart | undefined;
  let badLines = 0;
  const lines = new Map<number, Lines>();
  for (const [index, text] of texts.entries()) {
    const line = parseLine(text);
    if (line === undefined || (line.event === 'start') !== (index === 0)) {
      badLines++;
      continue;
    }
    if (line.event === 'start') {
      start = line;
      continue;
    }
    const found = lines.get(line.seq) ?? { begins: [], ends: [] };
    lines.set(line.seq, found);
    if (line.event === 'begin') found.begins.push(line);
    else found.ends.push(line);
  }
  const writes = [...lines].flatMap(([seq, found]) => writeOf(seq, found) ?? []);
  const hasAll = writes.every(({ seq, begin, end }, index) => seq === index + 1 && begin && end);
  return {
    start,
    writes,
    objects: objectsOf(writes),
    isWhole: start !== undefined && badLines === 0 && hasAll,
    badLines,
  };
}

/**
 * Reads a journal from the disk, as {@link readJournalText} does.
 *
 * @throws Error when the file cannot be read
 */
export async function readJournal(path: string): Promise<ReadJournal> {
  try {
    return readJournalText(await readFile(path));
  } catch (error) {
    throw explainIoError(error, 'could not read the journal of the restore');
  }
}
