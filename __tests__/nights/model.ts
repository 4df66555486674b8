/**
 * What the contract promises of backups from night to night, in a few rules that share nothing with
 * the product: which backup a new one may be compared with, when a night must be red or green, and
 * what an artifact must hold. It is told what lies where, and the mark of each backup, and never
 * how the product came to it. Where the contract leaves a choice, all choices are right.
 */
export const LIMIT_PERCENT = 20;
/** Fewer objects than this are no alarm, unless they are all. */
const FEWEST_LOST = 3;
const DAY_MS = 86_400_000;
/** A look back over seven days surely reaches so far, and surely not farther. */
const LOOK_BACK_DAYS = { surely: 6.5, perhaps: 8.5 } as const;

/** A backup of the line, as it was when its night was over. */
export interface Saved {
  readonly id: string;
  /** The number of its night: what its clock said may be wrong. */
  readonly order: number;
  /** By its id. */
  readonly time: number;
  /** Whether its clock was ahead. */
  readonly isAhead: boolean;
  /** Numbers of tenants; undefined when they could not be read. */
  readonly tenants: readonly number[] | undefined;
  readonly status: string;
  readonly outcome: string | undefined;
  /** Id of the backup that it says it was compared with. */
  readonly previous: string | undefined;
  readonly didLookUpFail: boolean;
}

/** An artifact that GitHub lists. */
export interface Copy {
  readonly artifactId: number;
  /** Backups of the line in it. */
  readonly ids: readonly string[];
  /** Whether its name is the plain one, or that with a backup id behind it. */
  readonly isPlain: boolean;
  readonly isOurs: boolean;
  readonly branch: string;
  readonly condition: 'good' | 'damaged' | 'expired';
}

export interface State {
  readonly saved: readonly Saved[];
  readonly copies: readonly Copy[];
  /** Ids on the machine that is kept. */
  readonly root: readonly string[];
  /** The night in which a loss was accepted last. */
  readonly acceptedIn: number;
}

export const NOTHING: State = { saved: [], copies: [], root: [], acceptedIn: 0 };

/** One night before its run. */
export interface Night {
  readonly order: number;
  /** What its machine's clock says. */
  readonly now: number;
  readonly isAhead: boolean;
  readonly tenants: readonly number[] | undefined;
  readonly isShrinkAllowed: boolean;
  readonly isFresh: boolean;
  readonly isCarry: boolean;
  readonly retentionDays: number;
  /** What GitHub answers: all, nothing, or lists alone. */
  readonly lookUp: 'works' | 'fails' | 'lists-alone';
  /** The night before was quiet and accepted all losses, and nothing has happened since. */
  readonly isAcceptedState: boolean;
  /** Nothing goes wrong during the run, and its clock is right. */
  readonly isQuiet: boolean;
  readonly trustedBranches: readonly string[];
}

/** What the product said and left. */
export interface Told {
  readonly error: string | undefined;
  readonly changed: string | undefined;
  /** The new backup; undefined when the run did not come to it. */
  readonly backup: Saved | undefined;
  readonly wasKilled: boolean;
  /** Ids in the artifact of the run; undefined without one. */
  readonly uploaded: readonly string[] | undefined;
  /** Ids on the machine after the run. */
  readonly root: readonly string[];
}

export interface Expectation {
  /** What the new backup may be compared with. */
  readonly bases: readonly Saved[];
  readonly isFirst: 'yes' | 'no' | 'perhaps';
  /** Whether the night may end without a comparison, and be green. */
  readonly mayBeUnknown: boolean;
  readonly mustBeRed?: string | undefined;
  readonly mustBeGreen?: string | undefined;
}

export function isOverLimit(before: readonly number[], after: readonly number[]): boolean {
  const present = new Set(after);
  const gone = before.filter((tenant) => !present.has(tenant)).length;
  if (gone === 0) return false;
  const isMuch = gone >= FEWEST_LOST && gone * 100 > LIMIT_PERCENT * before.length;
  return isMuch || gone === before.length;
}

export function isBase({ status, outcome }: Saved): boolean {
  return status === 'complete' && ['compared', 'first', 'accepted'].includes(outcome ?? '');
}

function newestBy(saved: readonly Saved[], key: (one: Saved) => number): Saved[] {
  const newest = saved.reduce<Saved | undefined>(
    (best, one) => (best === undefined || key(one) > key(best) ? one : best),
    undefined,
  );
  return newest === undefined ? [] : [newest];
}

/** Backups that a run can come by: on its machine, and in artifacts that are trusted and whole. */
export function reach(state: State, night: Night) {
  const root = night.isFresh ? [] : state.root;
  const trusted = state.copies.filter(
    ({ isOurs, branch, condition }) =>
      isOurs && condition === 'good' && night.trustedBranches.includes(branch),
  );
  const plain = night.lookUp === 'works' ? trusted.filter(({ isPlain }) => isPlain) : [];
  const among = (ids: ReadonlySet<string>) => state.saved.filter(({ id }) => ids.has(id));
  return {
    root: among(new Set(root)),
    plain: among(new Set(plain.flatMap(({ ids }) => ids))),
    surely: among(new Set([...root, ...plain.flatMap(({ ids }) => ids)])),
    perhaps: among(new Set([...root, ...trusted.flatMap(({ ids }) => ids)])),
  };
}

/**
 * The newest by any reading of "newest" when a clock was wrong, and whatever newer ones a thorough
 * search finds.
 */
function permittedBases(surely: readonly Saved[], perhaps: readonly Saved[], now: number): Saved[] {
  const bases = surely.filter(isBase);
  const newest = [
    ...newestBy(bases, ({ time }) => time),
    ...newestBy(
      bases.filter(({ time }) => time <= now),
      ({ time }) => time,
    ),
    ...newestBy(
      bases.filter(({ isAhead }) => !isAhead),
      ({ time }) => time,
    ),
    ...newestBy(bases, ({ order }) => order),
  ];
  const from = Math.min(...newest.map(({ order }) => order));
  const found = perhaps.filter((one) => isBase(one) && (newest.length === 0 || one.order > from));
  return [...new Set([...newest, ...found])];
}

/**
 * Bases of the last seven days; those before a loss was accepted count when its backup cannot be
 * seen.
 */
function lookBack(state: State, night: Night, saved: readonly Saved[], days: number): Saved[] {
  const bases = saved.filter(isBase);
  const canSeeAcceptance = bases.some(({ order }) => order >= state.acceptedIn);
  return bases.filter(
    ({ time, order }) =>
      time <= night.now &&
      time > night.now - days * DAY_MS &&
      (!canSeeAcceptance || order >= state.acceptedIn),
  );
}

type Rejects = (base: Saved) => boolean;

/**
 * The loss since the oldest base of the week, unless an older one that may be found says otherwise.
 */
function slowLoss(state: State, night: Night, rejects: Rejects): string | undefined {
  const { surely, perhaps } = reach(state, night);
  const [oldest] = lookBack(state, night, surely, LOOK_BACK_DAYS.surely)
    .filter(({ order }) => order >= state.acceptedIn)
    .sort((a, b) => a.order - b.order);
  if (oldest === undefined) return undefined;
  const older = lookBack(state, night, perhaps, LOOK_BACK_DAYS.perhaps).filter(
    ({ order }) => order < oldest.order,
  );
  return [oldest, ...older].every(rejects) ? `a slow loss since ${oldest.id}` : undefined;
}

/** Whether the two nights before had no base in reach and no look-up, and this machine knows. */
function isThirdFailure(state: State, night: Night): boolean {
  const { root } = reach(state, night);
  const recent = root.filter(({ order }) => order >= night.order - 2);
  return night.lookUp === 'fails' && recent.filter((one) => one.didLookUpFail).length === 2;
}

export function expectation(state: State, night: Night): Expectation {
  const { surely, perhaps, plain, root } = reach(state, night);
  const bases = permittedBases(surely, perhaps, night.now);
  const hasBase = surely.some(isBase);
  const { tenants } = night;
  const rejects: Rejects = (base) =>
    tenants !== undefined && base.tenants !== undefined && isOverLimit(base.tenants, tenants);

  const isNothingListed = night.lookUp !== 'fails' && state.copies.length === 0;
  // Artifacts of the name that hold other lines alone may or may not count as history of this one.
  const isOfOthers = state.copies.every(
    ({ ids, condition }) => ids.length === 0 && condition === 'good',
  );
  const isFirst =
    bases.length > 0 || night.lookUp === 'fails' || !isOfOthers
      ? 'no'
      : root.length === 0 && isNothingListed
        ? 'yes'
        : 'perhaps';
  const mayBeUnknown =
    (night.lookUp !== 'works' && !hasBase) || isFirst !== 'no' || tenants === undefined;
  const common = { bases, isFirst, mayBeUnknown } as const;

  if (night.isShrinkAllowed) {
    return { ...common, ...(night.isQuiet && { mustBeGreen: 'the loss is accepted' }) };
  }
  const red = [
    hasBase &&
      bases.every(rejects) &&
      `a loss over the limit since ${bases.map(({ id }) => id).join(' or ')}`,
    hasBase && slowLoss(state, night, rejects),
    bases.length === 0 && night.lookUp === 'works' && isFirst === 'no' && 'history without a base',
    !hasBase && isThirdFailure(state, night) && 'the third look-up running that failed',
  ];
  const isTimeStraight = perhaps.every(({ time }) => time < night.now);
  const canCarry = !night.isCarry || state.copies.length === 0 || plain.length > 0;
  const judges = [...bases, ...lookBack(state, night, perhaps, LOOK_BACK_DAYS.perhaps)];
  const green = [
    isFirst === 'yes' && 'it is the first night',
    hasBase && isTimeStraight && canCarry && !judges.some(rejects) && 'no loss is over the limit',
    night.isAcceptedState && 'nothing changed since the loss was accepted',
  ];
  const first = (reasons: readonly (string | false | undefined)[]) =>
    reasons.find((reason): reason is string => typeof reason === 'string');
  return {
    ...common,
    mustBeRed: first(red),
    mustBeGreen: night.isQuiet ? first(green) : undefined,
  };
}
