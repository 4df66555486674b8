/**
 * Random histories of nights through the real product, held against a model of the contract.
 *
 * `NIGHTS_RUNS` is how many histories are tried (a longer run than the suite's), `NIGHTS_SEED`
 * repeats one.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyHistory, calmHistory, QUIET, type History, type NightEvent } from './events.ts';
import { judge } from './judge.ts';
import { expectation, NOTHING, type Night, type State, type Told } from './model.ts';
import type { Servers } from './product.ts';
import { startServers, stopServers } from './servers.ts';
import { World } from './world.ts';

const NIGHTS = 100;
const RUNS = Number(process.env['NIGHTS_RUNS'] ?? 2);
const SEED = Number(process.env['NIGHTS_SEED'] ?? 22);
/** So many smaller histories are tried once one has failed: each takes seconds. */
const SHRINKS = 40;
const TIMEOUT_MS = 300_000 + RUNS * 60_000;

/** From any state: a night that accepts what is, and one in which nothing has changed. */
const WAY_OUT: readonly NightEvent[] = [{ ...QUIET, isShrinkAllowed: true }, QUIET];

let servers: Servers;

beforeAll(async () => {
  servers = await startServers();
});

afterAll(() => stopServers(servers));

function next(state: State, night: Night, { backup, root }: Told): State {
  const isAccepted = night.isShrinkAllowed && backup?.status === 'complete';
  return {
    ...state,
    saved: backup === undefined ? state.saved : [...state.saved, backup],
    root: night.isFresh ? state.root : root,
    acceptedIn: isAccepted ? night.order : state.acceptedIn,
  };
}

/** One night in a line: what happened, what the model expected, and what the product said. */
function tell(event: NightEvent, state: State, night: Night, told: Told): string {
  const { change, fault, isShrinkAllowed, clockDays, before } = event;
  const { mustBeRed, mustBeGreen, bases } = expectation(state, night);
  const happened = [
    ...before.map((one) => ('newest' in one ? `${one.kind} ${one.newest}` : one.kind)),
    ...(change === 'none' ? [] : [change]),
    ...(fault === 'none' ? [] : [fault]),
    ...(isShrinkAllowed ? ['allow-shrink'] : []),
    ...(clockDays === 0 ? [] : [`clock ${clockDays} days`]),
    night.isFresh ? 'fresh' : 'kept',
  ];
  const colour = mustBeRed ? `red (${mustBeRed})` : mustBeGreen ? `green (${mustBeGreen})` : 'any';
  const { backup, error, changed, uploaded } = told;
  const mark = backup ? `${backup.id} ${backup.status} ${backup.outcome ?? ''}` : 'no backup';
  const said = error === undefined ? 'green' : `red: ${error.slice(0, 200)}`;
  return [
    `night ${night.order}, ${night.tenants?.length ?? 'unknown'} tenants: ${happened.join(', ')}`,
    `    expected ${colour}; bases ${bases.map(({ id }) => id).join(' or ') || 'none'}`,
    `    ${mark}, changed ${changed ?? '-'}, uploaded ${uploaded?.join(' ') ?? 'nothing'}; ${said}`,
  ].join('\n');
}

interface Demands {
  red: number;
  green: number;
}

/**
 * Lets a history happen, and stops at the first night that is wrong.
 *
 * @throws Error that lists the nights
 */
async function live({ setup, nights }: History, demands: Demands): Promise<void> {
  const world = await World.begin(servers, setup);
  let state = NOTHING;
  const log: string[] = [JSON.stringify(setup)];
  let before: NightEvent | undefined;
  for (const event of [...nights, ...WAY_OUT]) {
    const night = await world.day(event, before);
    state = { ...state, copies: world.copies };
    const told = await world.night(event, night);
    const { mustBeRed, mustBeGreen } = expectation(state, night);
    if (mustBeRed !== undefined) demands.red += 1;
    if (mustBeGreen !== undefined) demands.green += 1;
    log.push(tell(event, state, night, told));
    const problems = judge(state, night, told);
    if (problems.length > 0) {
      const said = told.lines.filter((line) => /^::(warning|error)/.test(line));
      throw new Error([...log, ...problems.map((text) => `=> ${text}`), ...said].join('\n'));
    }
    state = next(state, night, told);
    before = event;
  }
}

/**
 * @returns how many nights had to be red, and how many green: a model that asks for nothing proves
 * nothing
 */
async function check(history: fc.Arbitrary<History>): Promise<Demands> {
  const demands = { red: 0, green: 0 };
  let left = Infinity;
  const property = fc.asyncProperty(history, async (one) => {
    if (left === 0) return;
    left -= 1;
    try {
      await live(one, demands);
    } catch (error) {
      left = Math.min(left, SHRINKS);
      throw error;
    }
  });
  await fc.assert(property, { seed: SEED, numRuns: RUNS });
  return demands;
}

describe(`nights (seed ${SEED})`, () => {
  test(
    'without a fault and a loss over the limit, every night is green',
    async () => {
      expect((await check(calmHistory(NIGHTS / 4))).green).toBeGreaterThan(RUNS);
    },
    TIMEOUT_MS,
  );

  test(
    'no loss is laundered, no good backup lost, nothing kept for ever, and there is a way out',
    async () => {
      const { red, green } = await check(anyHistory(NIGHTS));
      expect(green).toBeGreaterThan(RUNS);
      expect(red).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );

  test.each(['compare', 'carry'] as const)(
    'two tenants a night are a loss (%s)',
    async (history) => {
      const setup = {
        history,
        source: 'config-file',
        machines: 'hosted',
        retentionDays: 30,
        isPartialAccepted: false,
        namesOldBranch: false,
      } as const;
      const world = await World.begin(servers, setup);
      const colours: string[] = [];
      for (const change of ['none', ...Array<'lose-two'>(5).fill('lose-two')] as const) {
        const event = { ...QUIET, change };
        const told = await world.night(event, await world.day(event));
        colours.push(told.error === undefined ? 'green' : 'red');
      }
      expect(colours.slice(0, 2)).toEqual(['green', 'green']);
      expect(colours).toContain('red');
    },
  );
});
