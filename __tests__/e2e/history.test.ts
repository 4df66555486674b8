/** What the bundle does while, and after, GitHub is asked for earlier backups. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyBackup } from '../../src/services/index.ts';
import { formatChecksums, sha256 } from '../../src/storage/checksums.ts';
import { frozenAt } from '../fixtures/backup-root.ts';
import {
  ARTIFACT_NAME,
  backupOf,
  makeFolder,
  makeWorkspace,
  PROJECT,
  runBundle,
  startBundle,
  until,
} from '../fixtures/run-bundle.ts';
import { startLoopback, type Loopback } from '../fixtures/loopback.ts';
import { useArtifactService, useGitHubApi } from '../fixtures/use-servers.ts';
import { makeZip } from '../fixtures/zip.ts';

const service = useArtifactService();
const github = useGitHubApi(service);

async function options(inputs: Readonly<Record<string, string>> = {}) {
  const { info } = service.beginRun();
  return {
    workspace: await makeWorkspace(),
    inputs: { ...github.inputs, ...inputs },
    env: { ...service.env, ...github.env, GITHUB_RUN_ID: String(info.id) },
  };
}

describe('while GitHub does not answer', () => {
  test('the new backup is on the disk and verifies, and counts for nothing yet', async () => {
    github.faults = { hang: /artifacts/ };
    const given = await options();
    const asked = github.requests.length;
    const run = await startBundle(given);
    const isAsked = () => github.requests.slice(asked).some((path) => path.includes('artifacts'));
    await until(isAsked, run);
    const project = join(given.workspace, 'backups', PROJECT);
    const [id = '', ...more] = await readdir(project);
    expect(more).toEqual([]);
    const verification = await verifyBackup(join(project, id));
    expect(verification).toMatchObject({
      verified: true,
      manifest: {
        status: 'suspect',
        status_reasons: ['the run ended before it was compared with the backup before it'],
      },
    });
    run.child.kill('SIGKILL');
    await run.result;
    expect((await verifyBackup(join(project, id))).verified).toBe(true);
  });

  test('the step goes on without it in the end, and is green', async () => {
    github.faults = { hang: /artifacts/ };
    const run = await runBundle(await options());
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.warnings).toEqual([expect.stringContaining('what changed is unknown')]);
    expect(run.outputs).toMatchObject({ status: 'complete', changed: 'unknown', risk: 'unknown' });
    expect(service.artifacts.map(({ name }) => name)).toEqual([ARTIFACT_NAME]);
  });
});

describe('an artifact that may be hostile', () => {
  test.each([
    ['a path out of the folder', '../../evil.txt'],
    ['an absolute path', '/evil.txt'],
    ['a device', `${PROJECT}/20260101_030000/con`],
    ['another project', 'other/20260101_030000/project.json'],
  ])('with %s is left out', async (_, name) => {
    await service.beginRun().artifacts.add(ARTIFACT_NAME, makeZip([{ name, content: 'evil' }]));
    const given = await options();
    const temp = await makeFolder();
    const run = await runBundle({ ...given, env: { ...given.env, RUNNER_TEMP: temp } });
    expect([run.status, run.errors]).toEqual([
      1,
      [expect.stringContaining('there is history, but no backup in it to compare with')],
    ]);
    expect(run.warnings).toEqual([
      expect.stringContaining('is left out'),
      expect.stringContaining('what changed is unknown'),
    ]);
    expect(run.outputs['changed']).toBe('unknown');
    expect(await readdir(temp)).toEqual([]);
    expect(await readdir(join(temp, '..'))).not.toContain('evil.txt');
  });

  const dated = `${PROJECT}/20260101_030000`;
  test.each([
    [
      'paths of thousands of levels',
      () => makeZip([{ name: `${dated}/${'d/'.repeat(30_000)}x`, content: '' }]),
      'is not a safe path',
    ],
    [
      'a manifest of 300 MB',
      () =>
        makeZip([
          { name: `${dated}/manifest.json`, content: Buffer.alloc(3e8, 32), isDeflated: true },
        ]),
      'manifest.json" is larger than 16 MiB',
    ],
    [
      'workflow commands in its names',
      () => makeZip([{ name: `${dated}/x\n::set-env name=PATH::/tmp`, content: '' }]),
      'is not a safe path',
    ],
  ])('with %s holds up no upload', async (_, zip, words) => {
    await service.beginRun().artifacts.add(ARTIFACT_NAME, zip());
    const run = await runBundle(await options());
    expect(run.errors).toEqual([expect.stringContaining('there is history, but no backup')]);
    expect(run.warnings.join()).toContain(words);
    expect(run.lines.filter((line) => line.startsWith('::set-env'))).toEqual([]);
    expect(run.outputs).toHaveProperty('artifact-id');
  });

  test('that takes more memory than there is holds up no upload', async () => {
    // Good in all but what it takes to read it: the run itself would end with it.
    const workspace = await makeWorkspace();
    const { path } = backupOf(await runBundle({ workspace }));
    const id = '20260101_030000';
    const read = async (name: string) => readFile(join(path, name));
    const files = new Map([
      ['project.json', await read('project.json')],
      ['manifest.json', await read('manifest.json')],
      ['resources/roles.json', Buffer.from(`[${'[],'.repeat(30_000_000)}1]`)],
    ]);
    const sums = new Map([...files].map(([name, bytes]) => [name, sha256(bytes)]));
    const entries = [...files, ['SHA256SUMS', Buffer.from(formatChecksums(sums))] as const];
    const zip = makeZip(
      entries.map(([name, content]) => ({
        name: `${PROJECT}/${id}/${name}`,
        content,
        isDeflated: true,
      })),
    );
    await service.beginRun().artifacts.add(ARTIFACT_NAME, zip);
    // A heap that is too small for it: that of the process apart is no larger.
    const run = await runBundle({ ...(await options()), nodeArgs: ['--max-old-space-size=300'] });
    expect(run.errors).toEqual([expect.stringContaining('there is history, but no backup')]);
    expect(run.warnings.join()).toMatch(/is left out: it needs more than \d+ MiB of memory/);
    expect(run.outputs).toHaveProperty('artifact-id');
  });

  test('with a folder that does not verify is history, and nothing to compare with', async () => {
    const zip = makeZip([{ name: `${PROJECT}/20260101_030000/manifest.json`, content: '{}' }]);
    await service.beginRun().artifacts.add(ARTIFACT_NAME, zip);
    /** Each in an hour of its own: two backups of one second would be two forms of one. */
    const runBefore = async (hours: number, inputs = {}) => {
      const clock = frozenAt(new Date(Date.now() - hours * 3_600_000).toISOString());
      const given = await options(inputs);
      return runBundle({ ...given, ...clock, env: { ...given.env, ...clock.env } });
    };
    const compared = await runBefore(3);
    expect(compared.status).toBe(1);
    expect(compared.warnings).toEqual([
      expect.stringContaining('does not verify'),
      expect.stringContaining('what changed is unknown'),
    ]);
    const accepted = await runBefore(2, { 'allow-shrink': 'true' });
    expect(accepted.status).toBe(0);
    const carried = await runBefore(1, { history: 'carry' });
    // The run before uploaded one that was accepted.
    expect([carried.status, carried.errors]).toEqual([0, []]);
    expect(await readdir(join(backupOf(carried).path, '..'))).not.toContain('20260101_030000');
  });
});

describe('heartbeat-url', () => {
  const SECRET = '/ping/0f1e2d3c';
  let monitor: Loopback;
  let calls: string[];
  let status = 200;

  beforeAll(async () => {
    monitor = await startLoopback((request, response) => {
      calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(status).end();
    });
  });

  afterAll(async () => {
    await monitor.close();
  });

  async function run(inputs: Readonly<Record<string, string>> = {}) {
    calls = [];
    return runBundle({
      workspace: await makeWorkspace(),
      inputs: { 'heartbeat-url': `${monitor.origin}${SECRET}`, ...inputs },
    });
  }

  test.each([
    ['as it is after a good backup', {}, 0, `GET ${SECRET}`],
    ['with /fail after one that failed', { 'config-path': 'gone.yaml' }, 1, `GET ${SECRET}/fail`],
    ['with /fail when an input is wrong', { 'retention-days': '0' }, 1, `GET ${SECRET}/fail`],
  ])('is called once, %s', async (_, inputs, expected, call) => {
    const result = await run(inputs);
    expect(result.status).toBe(expected);
    expect(calls).toEqual([call]);
    const told = result.lines.filter((line) => !line.startsWith('::add-mask::'));
    expect([...told, result.stderr, result.summary].join()).not.toContain(SECRET);
  });

  test('fails nothing when it does not answer well', async () => {
    status = 500;
    const { status: exit, warnings } = await run();
    status = 200;
    expect(exit).toBe(0);
    expect(warnings).toEqual([expect.stringContaining('heartbeat-url: 127.0.0.1')]);
  });

  test('must be https elsewhere, and is not repeated when it is not', async () => {
    const result = await run({ 'heartbeat-url': 'http://example.com/secret-path' });
    expect(result.status).toBe(1);
    expect(result.errors[0]).toContain('input heartbeat-url: it is no address: https alone');
    expect(result.errors[0]).not.toContain('secret-path');
    expect(calls).toEqual([]);
  });
});
