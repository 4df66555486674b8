/**
 * Measures restores through the built bundle against the API test server: what a plan and an apply
 * ask, how long they take, and how close to a rate limit's own bound an apply comes. Prints a
 * table.
 */
import { measureRestore, type MeasuredRestore, type RestoreRun } from './restore-run.ts';

/** The limit of the higher tiers: 100 a second. */
const HIGHER = { limit: 1000, windowMs: 10_000, retryAfter: 'seconds' } as const;
/** The limit of the lowest tier, 100 a minute, with its window scaled down. */
const LOWEST = { limit: 100, windowMs: 12_000, retryAfter: 'seconds' } as const;
const LATENCY_MS = 20;
const MINUTES = 60_000;

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const ms = (time: number) => `${Math.round(time)} ms`;
const judged = (isMet: boolean) => (isMet ? 'met' : 'missed');

/**
 * A window lets its first requests through at once: the last one needs all windows before its own
 * to pass.
 */
const boundOf = (requests: number, { limit, windowMs }: typeof HIGHER | typeof LOWEST) =>
  Math.floor((requests - 1) / limit) * windowMs;

function print(
  what: string,
  { wallMs, memoryMB, requests }: Omit<RestoreRun, 'outputs' | 'writes'>,
  most: number,
  bound = '',
  goal = '',
): void {
  const asked = `${requests} (at most ${most}: ${judged(requests <= most)})`;
  console.log(row([what, ms(wallMs), bound, goal, `${memoryMB} MB`, asked]));
}

/** Of an apply: four a write, four captures of what it concerns, and a full backup. */
const mostOf = ({ capture, full }: MeasuredRestore, changed: number) =>
  4 * changed + 4 * capture + full;

function within(wallMs: number, bound: number): [string, string] {
  const ratio = wallMs / bound;
  return [ms(bound), `${ratio.toFixed(2)} (goal 1.1: ${judged(ratio <= 1.1)})`];
}

interface Proven extends MeasuredRestore {
  readonly apply: RestoreRun;
}

async function proven(...given: Parameters<typeof measureRestore>): Promise<Proven> {
  const { apply, ...rest } = await measureRestore(...given);
  if (apply === undefined) throw new Error('nothing was applied');
  return { ...rest, apply };
}

/** A choice of `only`, and the sections that a plan of it reads. */
const TENANTS = { only: 'tenants', concerned: 'tenants,roles,sso-apps' } as const;
const ALL = { only: 'all', concerned: 'all' } as const;

const chosen = process.argv.slice(2);
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name);

console.log(row(['case', 'time', 'bound', 'ratio', 'memory', 'requests']));
console.log(row(['---', '---:', '---:', '---:', '---:', '---:']));

if (isChosen('plan')) {
  for (const choice of [TENANTS, ALL]) {
    const restore = { tenants: 1000, changed: 10, ...choice, options: {} };
    const { plan, capture } = await measureRestore(restore, 'plan');
    print(`plan of 1,000 tenants, 1 % changed, only: ${choice.only}`, plan, capture);
  }
}

if (isChosen('apply')) {
  const restore = { tenants: 1000, changed: 1000, ...TENANTS, options: {} };
  const measured = await proven(restore, 'proof');
  print('apply of 1,000 changed tenants', measured.apply, mostOf(measured, 1000));
}

if (isChosen('limited')) {
  const options = { rateLimit: HIGHER };
  const measured = await proven({ tenants: 1000, changed: 1000, ...TENANTS, options }, 'proof');
  const { apply } = measured;
  const [bound, goal] = within(apply.wallMs, boundOf(apply.requests, HIGHER));
  const what = 'apply of 1,000 changed tenants, 1000 requests in 10 s';
  print(what, apply, mostOf(measured, 1000), bound, goal);
}

if (isChosen('higher')) {
  for (const choice of [TENANTS, ALL]) {
    const options = { rateLimit: HIGHER, latencyMs: LATENCY_MS };
    const measured = await proven({ tenants: 1000, changed: 1000, ...choice, options }, 'proof');
    const { plan, apply, capture } = measured;
    const wallMs = plan.wallMs + apply.wallMs;
    const both = { ...apply, wallMs, requests: plan.requests + apply.requests };
    print(
      `1,000 changed tenants from plan to proof, only: ${choice.only}, 1000 requests in 10 s, ${LATENCY_MS} ms latency`,
      both,
      capture + mostOf(measured, 1000),
      ms(boundOf(both.requests, HIGHER)),
      `goal 5 min: ${judged(wallMs < 5 * MINUTES)}`,
    );
  }
}

if (isChosen('lowest')) {
  const options = { rateLimit: LOWEST, latencyMs: LATENCY_MS };
  const measured = await proven({ tenants: 100, changed: 100, ...TENANTS, options }, 'proof');
  const { apply } = measured;
  const [bound, goal] = within(apply.wallMs, boundOf(apply.requests, LOWEST));
  print(
    `apply of 100 changed tenants, ${LOWEST.limit} requests in ${LOWEST.windowMs} ms, ${LATENCY_MS} ms latency`,
    apply,
    mostOf(measured, 100),
    bound,
    goal,
  );
}
