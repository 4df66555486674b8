/**
 * What can happen to a project and its backups from one night to the next, as plain data that
 * fast-check can shrink.
 */
import fc from 'fast-check';

/** What happens to the tenants of the project before the night's run. */
export type Change = 'none' | 'add' | 'lose-one' | 'lose-two' | 'lose-half' | 'replace' | 'recover';

/** What goes wrong during the run. */
export type Fault =
  | 'none'
  /** GitHub refuses the list of artifacts, answers it with no JSON object, or there is no token. */
  | 'list-refused'
  | 'list-garbled'
  | 'no-token'
  /** GitHub lists artifacts, and hands none out. */
  | 'downloads-refused'
  | 'upload-refused'
  /** The run is cancelled when it looks at the clock for the first, second or fourth time. */
  | 'killed-1'
  | 'killed-2'
  | 'killed-4'
  /** A section of a live project cannot be read; nothing of the kind happens to a config file. */
  | 'roles-fail'
  | 'tenants-fail';

/** What happened between two nights. */
export type Incident =
  /** To the newest artifact of the line that is there, or the second or third newest. */
  | { readonly kind: 'damage' | 'delete' | 'expire'; readonly newest: 0 | 1 | 2 }
  /** Somebody else's artifact of the same name, in which most tenants are gone. */
  | { readonly kind: 'pull-request' | 'fork' | 'other-workflow' }
  /** A run of this workflow for another environment or source, under the same artifact name. */
  | { readonly kind: 'other-environment' | 'other-source' }
  | { readonly kind: 'rename-branch' };

export interface NightEvent {
  readonly change: Change;
  readonly fault: Fault;
  readonly isShrinkAllowed: boolean;
  /** Whether the night has a machine of its own, on which there is nothing yet. */
  readonly isFresh: boolean;
  /** Days that the machine's clock is ahead this night, or behind. */
  readonly clockDays: number;
  readonly before: readonly Incident[];
}

export interface Setup {
  readonly history: 'compare' | 'carry';
  readonly source: 'config-file' | 'live';
  readonly machines: 'hosted' | 'self-hosted' | 'both';
  readonly retentionDays: number;
  readonly isPartialAccepted: boolean;
  /** Whether `history-branch` names the branch that was the default one before it was renamed. */
  readonly namesOldBranch: boolean;
}

export interface History {
  readonly setup: Setup;
  readonly nights: readonly NightEvent[];
}

export const QUIET: NightEvent = {
  change: 'none',
  fault: 'none',
  isShrinkAllowed: false,
  isFresh: true,
  clockDays: 0,
  before: [],
};

/** The common case first, towards which fast-check shrinks. */
function mostly<T>(usual: T, weight: number, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight, arbitrary: fc.constant(usual) },
    { weight: 100 - weight, arbitrary: fc.constantFrom(...others) },
  );
}

const incident: fc.Arbitrary<Incident> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('damage', 'delete', 'expire'),
      newest: fc.constantFrom(0, 1, 2),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'pull-request',
        'fork',
        'other-workflow',
        'other-environment',
        'other-source',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Incident>({ kind: 'rename-branch' }) },
);

const anyNight: fc.Arbitrary<NightEvent> = fc.record({
  change: mostly<Change>(
    'none',
    55,
    'add',
    'lose-one',
    'lose-one',
    'lose-two',
    'lose-half',
    'replace',
    'recover',
    'recover',
  ),
  fault: mostly<Fault>(
    'none',
    70,
    'list-refused',
    'list-garbled',
    'no-token',
    'downloads-refused',
    'upload-refused',
    'killed-1',
    'killed-2',
    'killed-4',
    'roles-fail',
    'tenants-fail',
  ),
  isShrinkAllowed: mostly(false, 92, true),
  isFresh: fc.boolean(),
  clockDays: mostly(0, 94, 1, 5, 40, -1, -5, -40),
  before: fc.oneof(
    { weight: 75, arbitrary: fc.constant([]) },
    { weight: 25, arbitrary: fc.array(incident, { minLength: 1, maxLength: 3 }) },
  ),
});

/** A night without any fault, in which the project grows, changes back, or loses one tenant. */
const calmNight: fc.Arbitrary<NightEvent> = fc.record({
  change: mostly<Change>('none', 50, 'add', 'lose-one', 'recover'),
  fault: fc.constant('none'),
  isShrinkAllowed: fc.constant(false),
  isFresh: fc.boolean(),
  clockDays: fc.constant(0),
  before: fc.constant([]),
});

const setup: fc.Arbitrary<Setup> = fc.record({
  history: fc.constantFrom('compare', 'carry'),
  source: mostly<Setup['source']>('config-file', 70, 'live'),
  machines: fc.constantFrom('hosted', 'self-hosted', 'both'),
  retentionDays: fc.constantFrom(3, 9),
  isPartialAccepted: fc.boolean(),
  namesOldBranch: fc.boolean(),
});

function histories(night: fc.Arbitrary<NightEvent>, nights: number): fc.Arbitrary<History> {
  return fc.record({
    setup,
    nights: fc.array(night, { minLength: 1, maxLength: nights, size: 'max' }),
  });
}

export const anyHistory = (nights: number) => histories(anyNight, nights);
export const calmHistory = (nights: number) => histories(calmNight, nights);

/** Below this many tenants every loss would be a large one. */
const FEWEST = 12;

/** The project: the numbers of its tenants, and the next one that no tenant has had. */
export interface Project {
  readonly tenants: readonly number[];
  readonly next: number;
}

function grow({ tenants, next }: Project, count: number): Project {
  const added = Array.from({ length: count }, (_, index) => next + index);
  return { tenants: [...tenants, ...added], next: next + count };
}

export const FIRST_PROJECT = grow({ tenants: [], next: 0 }, 20);

export function changeProject(project: Project, change: Change): Project {
  const lose = (count: number): Project => ({ ...project, tenants: project.tenants.slice(count) });
  const half = Math.ceil(project.tenants.length / 2);
  const isSmall = project.tenants.length < FEWEST;
  if (change === 'none') return project;
  if (change === 'recover') {
    return { ...project, tenants: Array.from({ length: project.next }, (_, index) => index) };
  }
  if (change === 'replace') return grow(lose(half), half);
  if (change === 'add' || isSmall) return grow(project, 2);
  return lose({ 'lose-one': 1, 'lose-two': 2, 'lose-half': half }[change]);
}
