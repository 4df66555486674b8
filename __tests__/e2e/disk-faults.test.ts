/** Every file-system operation of a run fails in turn, and a disk that is really full. */
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startArtifactService, type ArtifactService } from '../fixtures/artifact-service.ts';
import {
  backUpAt,
  both,
  copyBackupRoot,
  datedFolders,
  EARLIER_IDS,
  faulty,
  frozenAt,
  hashTree,
  leftovers,
  makeBackupRoot,
  NEW_ID,
  NOW,
  OLD_IDS,
  readOperations,
  rootIn,
  twoAtATime,
  verifies,
  watchRun,
  type BackupRoot,
  type Operation,
} from '../fixtures/backup-root.ts';
import { describeWhere } from '../fixtures/describe-where.ts';
import {
  ARTIFACT_NAME,
  backupOf,
  makeFolder,
  makeWorkspace,
  PROJECT,
  runBundle,
  startBundle,
  until,
  type BundleResult,
} from '../fixtures/run-bundle.ts';

const ERRORS = ['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EMFILE'] as const;
type ErrorCode = (typeof ERRORS)[number];

/**
 * Which errors an operation can have: EIO each; EMFILE what opens a file or folder; EACCES what
 * takes a path; ENOSPC what makes or writes, and EROFS what changes anything: a file that is open
 * for writing can still find the disk full, and read-only since it was opened, until it is closed.
 */
function possibleErrors({ name, path }: Operation, written: ReadonlySet<string>): ErrorCode[] {
  const onHandle = name.startsWith('file.');
  const opens = name.startsWith('open') || ['readdir', 'readFile', 'opendir'].includes(name);
  const changes = onHandle
    ? written.has(path)
    : ['mkdir', 'open(w)', 'rename', 'unlink', 'rmdir'].includes(name);
  const possible: Record<ErrorCode, boolean> = {
    ENOSPC: changes && name !== 'unlink' && name !== 'rmdir',
    EACCES: !onHandle,
    EROFS: changes,
    EIO: true,
    EMFILE: opens,
  };
  return ERRORS.filter((code) => possible[code]);
}

/**
 * Reading an earlier backup fails in the same way in each of them: there, errors other than EIO are
 * tried once for each kind of operation.
 */
function isRepetition({ name, path }: Operation, code: ErrorCode, seen: Set<string>): boolean {
  const [, id = ''] = path.split('/');
  if (code === 'EIO' || name === 'rename' || !EARLIER_IDS.some((earlier) => earlier === id)) {
    return false;
  }
  const key = `${name} ${code}`;
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

/**
 * What is wrong with what a run says of the old backups: those that it removed, set aside, or left.
 */
async function judgePruning(
  { status, outputs, stdout, summary, warnings }: BundleResult,
  project: string,
  code: ErrorCode,
): Promise<string[]> {
  const left = [...(await datedFolders(project)), ...(await leftovers(project))];
  const isLeft = (id: string) => left.some((name) => name.includes(id));
  const removed = OLD_IDS.filter((id) => !isLeft(id));
  const problems: string[] = [];
  const count = outputs['pruned-count'] ?? '0';
  if (count !== String(removed.length)) problems.push(`pruned ${removed.join()}, said ${count}`);
  if (removed.length > 0 && summary.includes('Nothing was removed')) {
    problems.push('the summary denies what was removed');
  }
  for (const id of OLD_IDS.filter((id) => status === 0 && isLeft(id))) {
    const attempt = left.includes(id)
      ? 'it could not be removed'
      : 'it was set aside, but not all of it could be removed; a later run tries again';
    const isTold = warnings.some(
      (line) =>
        line.startsWith(`::warning::${id} should have gone: ${attempt}: ${project}`) &&
        line.endsWith(` (${code})`),
    );
    // Nothing is pruned while a backup cannot be read.
    const isKept = left.includes(id) && /^Kept .+: \d{8}_\d{6} could not be read$/m.test(stdout);
    if (!isTold && !isKept) problems.push(`${id} is left: ${warnings.join('; ')}`);
  }
  return problems;
}

/** What is wrong with how a run ended, in words; nothing when all is well. */
async function judge(
  result: BundleResult,
  { project }: BackupRoot,
  code: ErrorCode,
): Promise<string[]> {
  const { status, signal, stdout, stderr, errors, outputs } = result;
  const problems = await judgePruning(result, project, code);
  const require = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  require(signal === null &&
    (status === 0 || status === 1), `ended with ${String(status ?? signal)}`);
  require(stderr === '', `stderr: ${stderr}`);
  require(!/^\s+at /m.test(stdout), `a stack: ${stdout}`);
  if (status === 0) {
    require(errors.length === 0, `green with ${errors.join('; ')}`);
    require(outputs['backup-id'] === NEW_ID, 'green without the output backup-id');
    require(await verifies(join(project, NEW_ID)), 'green without a verified backup');
  } else {
    const [error = ''] = errors;
    require(errors.length === 1, `${errors.length} errors: ${errors.join('; ')}`);
    require(error.startsWith('::error::descope-backup: '), `no clear error: ${error}`);
    require(error.includes(code), `the error does not name ${code}: ${error}`);
    require(error.includes(project) ||
      error.includes('could not'), `error without a place: ${error}`);
    require(!error.includes('%0A'), `more than one line: ${error}`);
    if (outputs['backup-id'] === undefined) {
      const old = (await datedFolders(project)).filter((id) => id !== NEW_ID);
      require(old.join() === EARLIER_IDS.join(), `pruned without a new backup: ${old.join()}`);
    }
  }
  for (const id of await datedFolders(project)) {
    require(await verifies(join(project, id)), `${id} does not verify`);
  }
  const left = await leftovers(project);
  require(!left.some((name) => name.startsWith('.tmp-')), `left behind: ${left.join()}`);
  return problems;
}

/**
 * The entries of a tree that a run must not touch: all but the backups that are out of the window.
 */
function untouchable(tree: ReadonlyMap<string, string>): [string, string][] {
  return [...tree].filter(
    ([path]) => ![...OLD_IDS, NEW_ID].some((id) => path.startsWith(join(PROJECT, id))),
  );
}

describe('one operation fails', () => {
  let operations: Operation[];
  let runs: { fault: string; status: number | null; problems: string[] }[];

  beforeAll(async () => {
    const template = await makeBackupRoot();
    const kept = untouchable(await hashTree(template.root));
    operations = await watchRun(template);

    const opened = operations.filter(({ name }) => name === 'open(w)');
    const written = new Set(opened.map(({ path }) => path));
    const seen = new Set<string>();
    const faults = operations.flatMap((operation) =>
      possibleErrors(operation, written)
        .filter((code) => !isRepetition(operation, code, seen))
        .map((code) => ({ ...operation, code })),
    );
    runs = await twoAtATime(faults, async ({ number, name, path, code }) => {
      const made = await copyBackupRoot(template);
      const faultLog = join(made.workspace, 'operations.log');
      const result = await runBundle({
        workspace: made.workspace,
        ...both(
          frozenAt(NOW),
          faulty(made.root, { FAULT: code, FAULT_AT: String(number), FAULT_LOG: faultLog }),
        ),
      });
      const problems = await judge(result, made, code);
      if ((await readOperations(faultLog, made.root)).length < number) {
        problems.push('the operation was never reached');
      }
      const after = await hashTree(made.root);
      for (const [entry, hash] of kept) {
        if (after.get(entry) !== hash) problems.push(`${entry} was touched`);
      }
      return { fault: `${code} at ${number}, ${name} ${path}`, status: result.status, problems };
    });
  }, 600_000);

  test('each operation was tried, with success and without', () => {
    expect(operations.length).toBeGreaterThan(60);
    expect(runs.length).toBeGreaterThan(operations.length);
    expect(runs.filter(({ status }) => status === 0)).not.toEqual([]);
    expect(runs.filter(({ status }) => status === 1)).not.toEqual([]);
  });

  test('the run says so clearly or takes its backup all the same, and harms nothing', () => {
    expect(runs.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });
});

/**
 * The artifact library leaves out a file that it cannot look at just when it packs it. It warns of
 * that, and what it returns does not show it: such a file alone may be missing, and not in silence.
 */
const PACKING_WARNINGS = [
  '::warning::A non-blocking warning has occurred during artifact zip creation: EIO',
  '::warning::ENOENT warning during artifact zip creation. No such file or directory',
];

describe('one operation fails while the backup is uploaded', () => {
  const FILES = ['project.json', 'manifest.json', 'SHA256SUMS'];
  let service: ArtifactService;
  let operations: Operation[];
  let runs: { fault: string; status: number | null; problems: string[] }[];

  /** The clock is the real one: the artifact service refuses artifacts that expired long ago. */
  function optionsFor({ workspace, root }: BackupRoot, fault: Parameters<typeof faulty>[1]) {
    const { nodeArgs, env } = faulty(root, fault);
    return { workspace, nodeArgs, env: { ...env, ...service.env } };
  }

  async function uploadedFiles(artifact: string, id: string): Promise<string[]> {
    if (!service.artifacts.some(({ name }) => name === artifact)) return [];
    const zip = (await service.downloadZip(artifact)).toString('latin1');
    return FILES.filter((file) => zip.includes(`${PROJECT}/${id}/${file}`));
  }

  beforeAll(async () => {
    service = await startArtifactService();
    const watched = rootIn(await makeWorkspace());
    const log = join(watched.workspace, 'operations.log');
    const { status } = await runBundle(optionsFor(watched, { FAULT_LOG: log }));
    expect(status).toBe(0);
    const all = await readOperations(log, watched.root);
    const folder = /^my-project\/\d{8}_\d{6}$/;
    operations = all.slice(
      all.findLastIndex(({ name, path }) => name === 'readdir' && folder.test(path)),
    );

    // A file that cannot be opened holds the process until the watchdog ends it: it has a test of
    // its own.
    const tried = operations
      .filter(({ name }) => !name.startsWith('open'))
      .flatMap((operation) => {
        const isOurs = operation.path.startsWith(`${PROJECT}/`);
        return [...(isOurs ? ['vanish'] : []), 'EIO'].map((fault) => ({ ...operation, fault }));
      });
    runs = await twoAtATime(tried, async ({ number, name, path: place, fault }) => {
      const artifact = `artifact-${number}-${fault}`;
      const result = await runBundle({
        ...optionsFor(rootIn(await makeWorkspace()), { FAULT: fault, FAULT_AT: String(number) }),
        inputs: { 'artifact-name': artifact },
      });
      const { status, errors, warnings, stderr } = result;
      const { id, path } = backupOf(result);
      const problems: string[] = [];
      const uploaded = await uploadedFiles(artifact, id);
      if (status === 0) {
        const told = warnings.length === 1 && PACKING_WARNINGS.includes(warnings[0] ?? '');
        const excused = told && name === 'lstat' ? (place.split('/').at(-1) ?? '') : '';
        const missing = FILES.filter((file) => !uploaded.includes(file) && file !== excused);
        if (missing.length > 0) problems.push(`green, but not uploaded: ${missing.join()}`);
      } else {
        const [error = '', ...more] = errors;
        const again = `could not read the new backup again for the artifact: ${path}`;
        const library = `could not upload the artifact "${artifact}": `;
        // Both look at a file: we when its size is counted, the library when it packs it.
        const reads = { readdir: [again], readFile: [again], lstat: [again, library] };
        const attempts = Object.hasOwn(reads, name) ? reads[name as keyof typeof reads] : [library];
        const isClear = attempts.some((attempt) =>
          error.startsWith(`::error::descope-backup: ${attempt}`),
        );
        const cause = fault === 'EIO' ? 'EIO' : 'does not exist';
        if (!isClear || !error.includes(cause) || more.length > 0) {
          problems.push(`no clear error: ${errors.join('; ')}`);
        }
        if (uploaded.length > 0) problems.push('red, but uploaded');
      }
      if (stderr !== '') problems.push(stderr);
      if (fault !== 'vanish' && !(await verifies(path))) problems.push('no verified backup');
      return { fault: `${fault} at ${number}, ${name} ${place}`, status, problems };
    });
  }, 600_000);

  afterAll(async () => {
    await service.close();
  });

  test('the step fails, or the artifact has the whole new backup, or the library warned', () => {
    expect(runs.length).toBeGreaterThan(3);
    expect(runs.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(runs.filter(({ status }) => status === 1)).not.toEqual([]);
  });

  test('a file that cannot be opened while it is packed: the step says so at once, and fails', async () => {
    service.reset();
    const opened = operations.find(({ name }) => name.startsWith('open'));
    const fault = { FAULT: 'EIO', FAULT_AT: String(opened?.number) };
    const run = await startBundle(optionsFor(rootIn(await makeWorkspace()), fault));
    await until(() => service.requests.length > 0, run);
    const start = performance.now();
    await until(() => run.printed.stdout.includes('::error::descope-backup: '), run);
    // The process itself may be held for the ten seconds of the watchdog, and the telling must not
    // wait for it.
    expect(performance.now() - start).toBeLessThan(9000);

    const result = await run.result;
    const { path } = backupOf(result);
    expect(result).toMatchObject({ status: 1, warnings: [], stderr: '' });
    expect(result.errors).toEqual([
      // This one is the library's.
      '::error::An error has occurred while creating the zip file for upload',
      `::error::descope-backup: could not upload the artifact "${ARTIFACT_NAME}": ` +
        'a file could not be read while it was packed: check the disk (An error has occurred during zip creation for the artifact). ' +
        `The backup itself is complete at ${path}: a later step with "if: failure()" can still save it`,
    ]);
    expect(result.stdout).not.toMatch(/^\s+at /m);
    expect(result.summary).toContain('Backup taken, upload failed');
    expect(await verifies(path)).toBe(true);
    expect(service.artifacts).toEqual([]);
  });

  test('an earlier backup that cannot be listed is left out, with a warning', async () => {
    service.reset();
    const template = rootIn(await makeWorkspace());
    await backUpAt(new Date(Date.now() - 86_400_000).toISOString(), template.workspace);
    const [earlier = ''] = await datedFolders(template.project);
    const watched = await copyBackupRoot(template);
    const log = join(watched.workspace, 'operations.log');
    await runBundle(optionsFor(watched, { FAULT_LOG: log }));
    const listing = (await readOperations(log, watched.root)).findLast(
      ({ name, path }) => name === 'readdir' && path === `${PROJECT}/${earlier}`,
    );
    service.reset();
    const made = await copyBackupRoot(template);
    const fault = { FAULT: 'EIO', FAULT_AT: String(listing?.number) };
    const result = await runBundle(optionsFor(made, fault));

    const folder = join(made.project, earlier);
    expect(result).toMatchObject({ status: 0, errors: [], stderr: '' });
    expect(result.warnings).toEqual([
      `::warning::${earlier} is left out of the artifact: could not list it: ${folder}: the disk reported an input/output error: check the disk (EIO)`,
    ]);
    expect(await uploadedFiles(ARTIFACT_NAME, backupOf(result).id)).toEqual(FILES);
    expect(await uploadedFiles(ARTIFACT_NAME, earlier)).toEqual([]);
  });
});

const disk = await makeFolder();
const mount = () =>
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
const canMount = mount();
if (canMount) spawnSync('umount', [disk]);
const onSmallDisk = describeWhere(
  canMount,
  'the tests of a disk that is really full need Linux and the right to mount a tmpfs of 64 KB',
);

onSmallDisk('a disk of 64 KB that is really full', () => {
  beforeAll(() => {
    expect(mount()).toBe(true);
  });

  afterAll(() => {
    spawnSync('umount', [disk]);
  });

  const tenants = (count: number) =>
    JSON.stringify({
      version: '1.0',
      tenants: Array.from({ length: count }, (_, n) => ({
        id: `tenant-${n}`,
        name: `Tenant ${n}`,
      })),
    });

  test('a backup that does not fit fails clearly, leaves nothing, and the next one that fits is taken', async () => {
    const workspace = await makeWorkspace(tenants(10));
    const inputs = { 'backup-root': disk };
    const project = join(disk, PROJECT);
    await backUpAt('2026-02-28T03:00:00Z', workspace, inputs);
    const before = await hashTree(disk);

    await writeFile(join(workspace, 'descope.yaml'), tenants(1000));
    const full = await runBundle({ workspace, inputs, ...frozenAt(NOW) });
    expect(full.status).toBe(1);
    expect(full.errors).toEqual([
      `::error::descope-backup: could not write a backup under ${project}: ` +
        'the disk is full: free some space or put backup-root on another disk (ENOSPC)',
    ]);
    expect(full.outputs).toEqual({});
    expect(await hashTree(disk)).toEqual(before);

    await writeFile(join(workspace, 'descope.yaml'), tenants(11));
    await backUpAt(NOW, workspace, inputs);
    expect(await datedFolders(project)).toEqual(['20260228_030000', NEW_ID]);
  });

  test.each([0, 1, 2, 3, 4])('%i free pages are enough or a clear error', async (pages) => {
    const workspace = await makeWorkspace();
    const project = join(disk, `pages-${pages}`);
    await mkdir(project);
    const filler = join(disk, 'filler');
    // What is free is found by filling the disk to the brim, and then giving some of it back.
    let size = 0;
    for (let page = 4096, free = true; free; size += page) {
      free = await writeFile(filler, Buffer.alloc(size + page)).then(
        () => true,
        () => false,
      );
      if (!free) size -= page;
    }
    await writeFile(filler, Buffer.alloc(Math.max(0, size - pages * 4096)));

    const { status, errors, outputs } = await runBundle({
      workspace,
      inputs: { 'backup-root': disk, 'project-id': `pages-${pages}` },
      ...frozenAt(NOW),
    });
    // project.json, manifest.json and SHA256SUMS take one page each.
    if (pages >= 3) {
      expect({ status, errors }).toEqual({ status: 0, errors: [] });
      expect(await verifies(join(project, NEW_ID))).toBe(true);
    } else {
      expect(status).toBe(1);
      expect(errors).toEqual([expect.stringContaining('(ENOSPC)')]);
      expect(outputs).toEqual({});
      expect(await readdir(project)).toEqual([]);
    }
  });
});
