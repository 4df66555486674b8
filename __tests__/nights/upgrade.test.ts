/**
 * The first nights after an upgrade from release 1.0.0, whose backups hold no mark of how they were
 * compared.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from '../fixtures/run-bundle.ts';
import { QUIET, type Change, type Fault, type Setup } from './events.ts';
import type { Servers } from './product.ts';
import { startServers, stopServers } from './servers.ts';
import { World } from './world.ts';

/** The last commit whose dist/ was built as 1.0.0. */
const RELEASE = 'cec45f0';
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

function git(...args: readonly string[]): Buffer {
  const maxBuffer = 64 * 1024 * 1024;
  return execFileSync('git', args, {
    cwd: REPOSITORY,
    maxBuffer,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/**
 * The files of the release's bundle, by their paths; undefined in a clone whose history does not go
 * back so far.
 */
function releasedFiles(): ReadonlyMap<string, Buffer> | undefined {
  try {
    const names = git('ls-tree', '-r', '--name-only', RELEASE, 'dist/backup').toString().trimEnd();
    return new Map(names.split('\n').map((name) => [name, git('show', `${RELEASE}:${name}`)]));
  } catch {
    return undefined;
  }
}

const files = releasedFiles();
const NO_FAULT = { change: 'none', fault: 'none' } as const;
const SETUPS: readonly Pick<Setup, 'history' | 'source' | 'machines'>[] = [
  { history: 'compare', source: 'config-file', machines: 'hosted' },
  { history: 'carry', source: 'config-file', machines: 'hosted' },
  { history: 'compare', source: 'config-file', machines: 'self-hosted' },
  { history: 'carry', source: 'live', machines: 'hosted' },
  { history: 'compare', source: 'live', machines: 'hosted' },
];

interface What {
  readonly change: Change;
  readonly fault: Fault;
}

let servers: Servers;
let bundle: string;

/**
 * Lets nights pass with the release, then with the source.
 *
 * @returns what each night of the source said
 */
async function upgrade(
  of: Pick<Setup, 'history' | 'source' | 'machines'>,
  before: readonly What[],
  after: readonly What[],
): Promise<string[]> {
  const setup = { retentionDays: 30, isPartialAccepted: false, namesOldBranch: false, ...of };
  const world = await World.begin(servers, setup, bundle);
  const said: string[] = [];
  for (const [index, what] of [...before, ...after].entries()) {
    if (index === before.length) world.upgrade();
    const event = { ...QUIET, ...what };
    const { error, changed } = await world.night(event, await world.day(event));
    const isOld = index < before.length;
    if (isOld) expect(error).toBeUndefined();
    else said.push(error === undefined ? `green, changed ${changed ?? ''}` : 'red');
  }
  return said;
}

const describeRelease = files === undefined ? describe.skip : describe;
const title =
  files === undefined ? `: commit ${RELEASE} is not in this clone, fetch all of main` : '';

describeRelease(`the upgrade from 1.0.0${title}`, () => {
  beforeAll(async () => {
    servers = await startServers();
    const folder = await makeFolder();
    for (const [name, bytes] of files ?? []) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    bundle = join(folder, 'dist', 'backup', 'index.js');
  });

  afterAll(() => stopServers(servers));

  const LOST = { change: 'lose-half', fault: 'none' } as const;
  const UNSEEN = { change: 'lose-half', fault: 'list-refused' } as const;
  const BACK = { change: 'recover', fault: 'none' } as const;

  describe.each(SETUPS)('$history, $source, $machines', (setup) => {
    test('a night without a change goes on green', async () => {
      expect(await upgrade(setup, [NO_FAULT, NO_FAULT], [NO_FAULT, NO_FAULT])).toEqual([
        'green, changed false',
        'green, changed false',
      ]);
    });

    test('a night with a loss is red until the tenants are back', async () => {
      expect(await upgrade(setup, [NO_FAULT, NO_FAULT], [LOST, NO_FAULT, BACK])).toEqual([
        'red',
        'red',
        'green, changed false',
      ]);
    });

    test('after a single night of the release', async () => {
      expect(await upgrade(setup, [NO_FAULT], [LOST, BACK])).toEqual([
        'red',
        'green, changed false',
      ]);
    });
  });

  test('a loss that the release did not compare is found', async () => {
    const [hosted] = SETUPS;
    if (hosted === undefined) throw new Error('there is no setup');
    expect(await upgrade(hosted, [NO_FAULT, UNSEEN], [NO_FAULT])).toEqual(['red']);
  });
});
