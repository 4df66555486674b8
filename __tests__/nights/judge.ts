/** Holds what the product said and left in one night against the model. */
import {
  expectation,
  isBase,
  isOverLimit,
  reach,
  type Expectation,
  type Night,
  type Saved,
  type State,
  type Told,
} from './model.ts';

const DAY_MS = 86_400_000;

/** What one night did that the contract forbids, a sentence each. */
export function judge(state: State, night: Night, told: Told): string[] {
  const expected = expectation(state, night);
  return [
    ...(told.wasKilled ? [] : wrongColour(expected, night, told)),
    ...wrongMark(expected, night, told.backup),
    ...lost(state, expected, night, told),
    ...unbounded(state, expected, night, told),
  ];
}

function wrongColour(expected: Expectation, night: Night, told: Told): string[] {
  const { error, changed, backup } = told;
  const { mustBeRed, mustBeGreen, mayBeUnknown, bases } = expected;
  if (error !== undefined) {
    return mustBeGreen === undefined ? [] : [`red, although ${mustBeGreen}`];
  }
  const isUnknown = changed !== 'true' && changed !== 'false';
  return [
    ...(backup === undefined ? ['green without a backup'] : []),
    ...(mustBeRed === undefined ? [] : [`green, in spite of ${mustBeRed}`]),
    ...(isUnknown && !mayBeUnknown && !night.isShrinkAllowed ? ['green, and not compared'] : []),
    ...(!isUnknown && bases.length === 0 ? ['compared, although there is no base'] : []),
  ];
}

function wrongMark(expected: Expectation, night: Night, backup: Saved | undefined): string[] {
  if (backup === undefined || !isBase(backup)) return [];
  const { outcome, previous } = backup;
  if (outcome === 'first') {
    return expected.isFirst === 'no' ? ['becomes a base as the first, although it is not'] : [];
  }
  if (night.isShrinkAllowed) return [];
  if (outcome === 'accepted') return ['becomes a base as accepted, which nobody did'];
  const base = expected.bases.find(({ id }) => id === previous);
  if (base === undefined) {
    return [`becomes a base, compared with ${previous ?? 'nothing'}, which it must not be`];
  }
  const isLoss =
    base.tenants !== undefined &&
    backup.tenants !== undefined &&
    isOverLimit(base.tenants, backup.tenants);
  return isLoss ? [`becomes a base, in spite of a loss since ${base.id}`] : [];
}

/** Good backups of the window that are not where they must be, and the base. */
function lost(state: State, { bases }: Expectation, night: Night, told: Told): string[] {
  const { root, plain } = reach(state, night);
  const oldest = night.now - night.retentionDays * DAY_MS;
  // Once the new backup is a base, the contract can be read as protecting it in place of the one
  // before.
  const isReplaced = told.backup !== undefined && isBase(told.backup);
  const isKept = ({ id, status, time, isAhead }: Saved) =>
    (!isReplaced && bases.length === 1 && bases[0]?.id === id) ||
    (status === 'complete' && !isAhead && time <= night.now && time >= oldest);
  const missing = (from: readonly Saved[], where: readonly string[]) =>
    from.filter((one) => isKept(one) && !where.includes(one.id)).map(({ id }) => id);
  const isBrought = night.isCarry && night.lookUp === 'works' && !told.wasKilled;
  return [
    ...missing(root, told.root).map((id) => `loses ${id} from the backup root`),
    ...missing(isBrought ? plain : [], told.uploaded ?? plain.map(({ id }) => id)).map(
      (id) => `does not carry ${id}`,
    ),
  ];
}

/** What an artifact must not hold any more, once a night was compared. */
function unbounded(state: State, { bases }: Expectation, night: Night, told: Told): string[] {
  const { uploaded = [], backup, error, changed } = told;
  const known = new Map([...state.saved, ...(backup ? [backup] : [])].map((one) => [one.id, one]));
  const strange = uploaded.filter((id) => !known.has(id));
  const isCompared = error === undefined && (changed === 'true' || changed === 'false');
  const oldest = night.now - night.retentionDays * DAY_MS;
  const stale = uploaded.filter((id) => {
    const time = known.get(id)?.time ?? night.now;
    return time < oldest && !bases.some((base) => base.id === id);
  });
  return [
    ...strange.map((id) => `uploads ${id}, which is none of this line`),
    ...(isCompared && backup?.status === 'complete' ? stale : []).map(
      (id) => `uploads ${id}, which is older than the window`,
    ),
  ];
}
