/**
 * The built bundle and the runner: its files, its workflow commands, what a log shows. All of them
 * are real.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  ARTIFACT_NAME,
  backupOf,
  makeFolder,
  makeWorkspace,
  PROJECT,
  runBundle,
  SMALL_CONFIG,
  type BundleResult,
} from '../fixtures/run-bundle.ts';
import { startLoopback } from '../fixtures/loopback.ts';
import { readTree, unpack } from '../fixtures/stock-tools.ts';
import { useArtifactService } from '../fixtures/use-servers.ts';

const service = useArtifactService();

async function readManifest(result: BundleResult): Promise<Record<string, unknown>> {
  const text = await readFile(join(backupOf(result).path, 'manifest.json'), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

describe('files of the runner', () => {
  /** Files that an earlier step wrote to. */
  async function usedFiles(): Promise<{ GITHUB_OUTPUT: string; GITHUB_STEP_SUMMARY: string }> {
    const folder = await makeFolder();
    const files = {
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    };
    await writeFile(files.GITHUB_OUTPUT, 'earlier=output\n');
    await writeFile(files.GITHUB_STEP_SUMMARY, '# An earlier step\n');
    return files;
  }

  test('outputs and summary are added to what is there', async () => {
    const env = await usedFiles();
    const { status, outputs, summary } = await runBundle({ workspace: await makeWorkspace(), env });
    // The helper's own files are not the ones that were given.
    expect({ status, outputs, summary }).toEqual({ status: 0, outputs: {}, summary: '' });

    const output = await readFile(env.GITHUB_OUTPUT, 'utf8');
    expect(output).toMatch(/^earlier=output\r?\nbackup-id<</);
    expect(output.match(/^[a-z-]+(?=<<)/gm)).toEqual([
      'backup-id',
      'backup-path',
      'content-hash',
      'tenant-count',
      'flow-count',
      'sections-saved',
      'sections-failed',
      'status',
      'changed',
      'risk',
      'commit-message',
      'pruned-count',
    ]);
    const markdown = await readFile(env.GITHUB_STEP_SUMMARY, 'utf8');
    expect(markdown).toMatch(/^# An earlier step\n## .*Backup taken and verified: my-project/);
    expect(markdown.endsWith('\n')).toBe(true);
  });

  test('the outputs say what the manifest says', async () => {
    const result = await runBundle({ workspace: await makeWorkspace() });
    const manifest = await readManifest(result);
    expect(result.outputs).toMatchObject({
      'backup-id': manifest['backup_id'],
      'content-hash': manifest['content_sha256'],
      'tenant-count': '2',
      'flow-count': '1',
      'pruned-count': '0',
    });
    expect(manifest['counts']).toEqual({ tenants: 2, flows: 1 });
  });

  test.each(['with an upload', 'with an upload that fails'])(
    'job-summary: false writes none, %s',
    async (what) => {
      const fails = what.endsWith('fails');
      if (fails) service.faults = { quota: true };
      const env = { ...service.env, ...(await usedFiles()) };
      const inputs = { 'job-summary': 'false' };
      const result = await runBundle({ workspace: await makeWorkspace(), inputs, env });
      expect(result.status).toBe(fails ? 1 : 0);
      expect(await readFile(env.GITHUB_STEP_SUMMARY, 'utf8')).toBe('# An earlier step\n');
      expect(await readFile(env.GITHUB_OUTPUT, 'utf8')).toContain('\nbackup-id<<');
    },
  );

  test('without them a run succeeds, and prints the outputs', async () => {
    const env = { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined };
    const result = await runBundle({ workspace: await makeWorkspace(), env });
    expect(result).toMatchObject({ status: 0, errors: [], warnings: [], stderr: '' });
    expect(result.lines).toContainEqual(expect.stringMatching(/^backup-id: \d{8}_\d{6}$/));
    expect(result.lines).toContain('tenant-count: 2');
  });

  describe('a summary that cannot be written', () => {
    test.each<{ what: string; place: (folder: string) => string; why: (path: string) => string }>([
      {
        what: 'a file that is not there',
        place: (folder) => join(folder, 'none.md'),
        why: (path) =>
          `Unable to access summary file: '${path}'. Check if the file has correct read/write permissions.`,
      },
      {
        what: 'a folder',
        place: (folder) => folder,
        why: (path) => `EISDIR: illegal operation on a directory, open '${path}'`,
      },
    ])('$what: is a warning, and hides no failure', async ({ place, why }) => {
      const path = place(await makeFolder());
      const env = { ...service.env, GITHUB_STEP_SUMMARY: path };
      const warnings = [`::warning::the job summary was not written: ${why(path)}`];

      const good = await runBundle({ workspace: await makeWorkspace(), env });
      expect(good).toMatchObject({ status: 0, errors: [], warnings, stderr: '' });
      expect(good.outputs).toHaveProperty('artifact-id');

      service.reset();
      service.faults = { quota: true };
      const bad = await runBundle({ workspace: await makeWorkspace(), env });
      expect(bad).toMatchObject({ status: 1, warnings, stderr: '' });
      expect(bad.errors).toEqual([
        expect.stringMatching(/^::error::descope-backup: could not upload the artifact /),
      ]);
      expect(bad.outputs).toHaveProperty('backup-id');
    });
  });

  test.each([
    ['that is not there', (folder: string) => join(folder, 'none')],
    ['that is a folder', (folder: string) => folder],
  ])('an output file %s stops no upload, and fails the step in the end', async (_, place) => {
    const env = { ...service.env, GITHUB_OUTPUT: place(await makeFolder()) };
    const workspace = await makeWorkspace();
    const result = await runBundle({ workspace, env });
    expect([result.status, result.stderr]).toEqual([1, '']);
    expect(result.errors).toEqual([
      expect.stringMatching(/^::error::descope-backup: the outputs could not be set/),
    ]);
    expect(service.artifacts.map(({ name }) => name)).toEqual([ARTIFACT_NAME]);
    expect(result.summary).toMatch(/^## ❌ Backup taken, but the step fails/);
    expect(result.lines).toContainEqual(expect.stringMatching(/^backup-path: .*my-project/));
  });

  test('no runtime token on GitHub fails the step and the heartbeat, after all else', async () => {
    // As action.yml gives it.
    const wanted = { 'upload-artifact': 'true' };
    const calls: string[] = [];
    const heartbeat = await startLoopback((request, response) => {
      calls.push(request.url ?? '');
      response.end();
    });
    try {
      const inputs = { 'heartbeat-url': `${heartbeat.origin}/ping`, 'git-tree': 'tree', ...wanted };
      const workspace = await makeWorkspace();
      const result = await runBundle({ workspace, inputs });
      expect(result.status).toBe(1);
      expect(result.errors).toEqual([
        expect.stringContaining('the runner gave this step no ACTIONS_RUNTIME_TOKEN'),
      ]);
      expect(calls).toEqual(['/ping/fail']);
      expect(result.outputs).toMatchObject({ status: 'complete', 'pruned-count': '0' });
      expect((await readManifest(result))['status']).toBe('complete');
      expect(await readdir(join(workspace, 'tree'))).toContain('tenants');
      expect(result.summary).toMatch(/^## ⚠️ Backup taken, upload failed/);
      const outside = await runBundle({
        workspace: await makeWorkspace(),
        inputs: wanted,
        env: { GITHUB_ACTIONS: undefined },
      });
      expect([outside.status, outside.errors]).toEqual([0, []]);
      expect(outside.stdout).toContain('No artifact is uploaded: there is no artifact service');
    } finally {
      await heartbeat.close();
    }
  });

  test('the summary makes no Markdown and no HTML of a file name', async () => {
    const workspace = await makeFolder();
    const name = "a`b & [c](d) __e__ 'f'.yaml";
    await writeFile(join(workspace, name), SMALL_CONFIG);
    const result = await runBundle({ workspace, inputs: { 'config-path': name } });
    expect(result.status).toBe(0);
    expect(result.summary).toContain(
      '| From | <code>a&#96;b &#38; &#91;c&#93;(d) &#95;&#95;e&#95;&#95; &#39;f&#39;.yaml</code> |',
    );
  });
});

describe('the workspace', () => {
  test('has spaces and Unicode in its path', async () => {
    const workspace = join(await makeFolder(), 'Größe & 東京 🚀 (it’s mine)', 'check out');
    await mkdir(workspace, { recursive: true });
    await writeFile(join(workspace, 'descope.yaml'), SMALL_CONFIG);
    const elsewhere = await makeFolder();
    const result = await runBundle({
      workspace,
      cwd: elsewhere,
      inputs: { 'backup-root': 'my backups/ünïcode' },
      env: service.env,
    });

    expect(result).toMatchObject({ status: 0, errors: [], warnings: [] });
    const root = join(workspace, 'my backups', 'ünïcode');
    const { id, path } = backupOf(result);
    expect(path).toBe(join(root, PROJECT, id));
    const tree = await readTree(await unpack(await service.downloadZip(ARTIFACT_NAME)));
    expect(tree.size).toBe(3);
    expect(tree).toEqual(await readTree(root));
    expect(await readdir(elsewhere)).toEqual([]);
  });

  test('is the working directory outside GitHub Actions', async () => {
    const cwd = await makeWorkspace();
    const env = { GITHUB_WORKSPACE: undefined, GITHUB_ACTIONS: undefined };
    const result = await runBundle({ workspace: cwd, cwd, env });
    expect(result.status).toBe(0);
    const { id, path } = backupOf(result);
    expect(path).toBe(join(cwd, 'backups', PROJECT, id));
  });
});

describe('the manifest', () => {
  test('names the workflow run on GitHub Actions', async () => {
    const manifest = await readManifest(await runBundle({ workspace: await makeWorkspace() }));
    expect(manifest['run']).toEqual({
      repository: 'octo-org/octo-repo',
      ref: 'refs/heads/main',
      sha: '0123456789abcdef0123456789abcdef01234567',
      workflow: 'Nightly backup',
      run_id: '4711',
      run_attempt: '1',
    });
  });

  test('names none outside', async () => {
    const env = { GITHUB_ACTIONS: undefined };
    const manifest = await readManifest(await runBundle({ workspace: await makeWorkspace(), env }));
    expect(manifest).toMatchObject({ format_version: 1, status: 'complete' });
    expect(manifest).not.toHaveProperty('run');
  });
});

describe('debug logging', () => {
  const STACK = /(?:^|\n|%0A) +at \S/;

  const failures = {
    'a wrong config file': () => runWith('tenants: []\n', {}),
    'an upload that fails': () => {
      service.faults = { quota: true };
      return runWith(SMALL_CONFIG, service.env);
    },
    'a wrong input': () => runWith(SMALL_CONFIG, {}, { 'retention-days': '30d' }),
  };
  let debug: Readonly<Record<string, string>>;

  async function runWith(
    config: string,
    env: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<BundleResult> {
    const workspace = await makeWorkspace(config);
    return runBundle({ workspace, inputs, env: { ...env, ...debug } });
  }

  test.each(Object.entries(failures))('off: no stack of %s', async (_what, fail) => {
    debug = {};
    const result = await fail();
    expect(result).toMatchObject({ status: 1, stderr: '' });
    expect(result.errors.at(-1)).toMatch(/^::error::descope-backup: /);
    expect(result.stdout).not.toMatch(STACK);
  });

  test.each(Object.entries(failures))('on: the stack of %s', async (_what, fail) => {
    debug = { RUNNER_DEBUG: '1' };
    const result = await fail();
    expect(result).toMatchObject({ status: 1, stderr: '' });
    const [failure] = result.errors.slice(-1);
    const stacks = result.lines.filter((line) => line.startsWith('::debug::') && STACK.test(line));
    expect(stacks).toHaveLength(1);
    // Of this failure: the message comes first, then the places.
    const [, text = ''] = /^::error::descope-backup: (.*)$/.exec(failure ?? '') ?? [];
    expect(text).not.toBe('');
    expect(stacks[0]).toContain(`Error: ${text}%0A    at `);
    expect(stacks[0]).toContain('index.js:');
  });

  test('on: the stack of an upload that fails goes on with that of its cause', async () => {
    debug = { RUNNER_DEBUG: '1' };
    const { lines } = await failures['an upload that fails']();
    const [stack] = lines.filter((line) => line.startsWith('::debug::Error: '));
    expect(stack?.split('%0A').map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        '[cause]: Error: Failed to CreateArtifact: Artifact storage quota has been hit. Unable to upload any new artifacts.',
        expect.stringMatching(/^at ArtifactHttpClient\./),
      ]),
    );
  });
});

describe('annotations', () => {
  /** Twelve tenants, each with the same problem in the same column. */
  const wrong = (line: string) => `version: '1'\ntenants:\n${`${line}\n`.repeat(12)}`;

  test('at most nine errors of a file, then the failure with the count', async () => {
    const workspace = await makeWorkspace(wrong('  - {id: Wrong, name: A}'));
    const result = await runBundle({ workspace });
    expect(result.status).toBe(1);
    expect(result.errors).toHaveLength(10);
    result.errors.slice(0, 9).forEach((line, index) => {
      expect(line).toBe(
        `::error file=descope.yaml,line=${index + 3},col=10::tenants[${index}].id "Wrong" must be 3 to 50 characters out of a-z, 0-9 and "-"`,
      );
    });
    expect(result.errors[9]).toBe(
      '::error::descope-backup: descope.yaml has 12 problems; the first is in line 3: tenants[0].id "Wrong" must be 3 to 50 characters out of a-z, 0-9 and "-"',
    );
    expect(await readdir(workspace)).toEqual(['descope.yaml']);
    expect(result).toMatchObject({ outputs: {}, summary: '' });
  });

  test('at most nine warnings of a file, then the count', async () => {
    const tenants = Array.from(
      { length: 12 },
      (_, index) => `  - {id: tenant-${index}, name: A, colour_${index}: red}`,
    );
    const workspace = await makeWorkspace(`version: '1'\ntenants:\n${tenants.join('\n')}\n`);
    const result = await runBundle({ workspace });
    expect(result).toMatchObject({ status: 0, errors: [] });
    const expected = Array.from({ length: 9 }, (_, index) =>
      expect.stringMatching(
        new RegExp(
          `^::warning file=descope\\.yaml,line=${index + 3},col=\\d+::.*colour_${index}\\b`,
        ),
      ),
    );
    expect(result.warnings).toEqual([
      ...expected,
      '::warning::descope.yaml: 3 more like these 9 are not shown',
    ]);
  });

  test('what YAML 1.1 reads otherwise is warned about with both readings, and saved as YAML 1.2 has it', async () => {
    const config = `version: '1'
environments: { staging: {} }
tenants:
  - id: abc
    name: A
    custom_attributes: { postal: 01234, quoted: '01234', open: 12:30 }
`;
    const result = await runBundle({ workspace: await makeWorkspace(config) });
    expect(result).toMatchObject({ status: 0, errors: [] });
    const advice = 'write it in quotes when it is a text, else in a form that both read alike';
    expect(result.warnings).toEqual([
      '::warning file=descope.yaml,line=2,col=1::environments does not list "production", which the input environment names, but "staging": correct the input, or add it',
      `::warning file=descope.yaml,line=6,col=34::01234 without quotes is the number 1234 here (YAML 1.2), but the number 668 for descope-mgmt (YAML 1.1): ${advice}`,
      `::warning file=descope.yaml,line=6,col=64::12:30 without quotes is text here (YAML 1.2), but the number 750 for descope-mgmt (YAML 1.1): ${advice}`,
    ]);
    const saved = await readFile(join(backupOf(result).path, 'project.json'), 'utf8');
    expect(JSON.parse(saved)).toMatchObject({
      tenants: [
        { config: { custom_attributes: { postal: 1234, quoted: '01234', open: '12:30' } } },
      ],
    });
  });

  test('the path of the file is escaped, and line breaks make no command', async () => {
    const workspace = await makeFolder();
    await mkdir(join(workspace, 'a, b'));
    const path = 'a, b/100%.yaml';
    const config = `version: '1'\n"extra\\n::error::injected": 1\ntenants: [{id: abc, name: A}]\n`;
    await writeFile(join(workspace, path), config);
    const result = await runBundle({ workspace, inputs: { 'config-path': path } });
    expect(result).toMatchObject({ status: 0, errors: [] });
    expect(result.warnings).toHaveLength(1);
    expect(result.warnings[0]).toMatch(
      /^::warning file=a%2C b\/100%25\.yaml,line=2,col=1::.*injected/,
    );
  });

  test.each([
    [`version: '1'\ntenants:\n  - { id: abc, name: A, "colour": red }\n`, 25],
    [`version: '1'\ntenants:\n  - { id: abc, name: A, 'colour': red }\n`, 25],
    [`{"version": "1", "tenants": [\n\n  {"id": "abc", "name": "A", "colour": "red"} ]}`, 30],
  ])('a quoted key is shown at its opening quote: %j', async (config, column) => {
    const result = await runBundle({ workspace: await makeWorkspace(config) });
    expect(result).toMatchObject({ status: 0, errors: [] });
    expect(result.warnings).toEqual([
      expect.stringMatching(
        new RegExp(`^::warning file=descope\\.yaml,line=3,col=${column}::.*colour`),
      ),
    ]);
  });
});

describe('the log', () => {
  /** The names of the groups, in order; fails where one is in another or does not end. */
  function groupsOf(result: BundleResult): string[] {
    const groups: string[] = [];
    let open = false;
    for (const line of result.lines) {
      const [, name] = /^::group::(.*)$/.exec(line) ?? [];
      if (name !== undefined) {
        if (open) throw new Error(`${name} begins before ${groups.at(-1) ?? ''} ends`);
        groups.push(name);
        open = true;
      } else if (line === '::endgroup::') {
        if (!open) throw new Error(`a group ends after ${groups.at(-1) ?? ''} that did not begin`);
        open = false;
      }
    }
    if (open) throw new Error(`${groups.at(-1) ?? ''} does not end`);
    return groups;
  }

  const GROUPS = [
    'Read the configuration',
    'Write the backup',
    'Read the backup back',
    'Compare with the backup before',
    'Prune old backups',
    'Upload the artifact',
  ];

  test('has a group for each phase', async () => {
    const result = await runBundle({ workspace: await makeWorkspace(), env: service.env });
    expect(result.status).toBe(0);
    expect(groupsOf(result)).toEqual(GROUPS);
  });

  test.each([
    { what: 'the config file is wrong', config: 'tenants: []\n', last: 'Read the configuration' },
    { what: 'the upload fails', config: SMALL_CONFIG, last: 'Upload the artifact' },
  ])('groups end when $what, before the failure', async ({ config, last }) => {
    service.faults = { quota: true };
    const result = await runBundle({ workspace: await makeWorkspace(config), env: service.env });
    expect(result.status).toBe(1);
    expect(groupsOf(result)).toEqual(GROUPS.slice(0, GROUPS.indexOf(last) + 1));
    const lines = result.lines;
    const failure = lines.findIndex((line) => line.startsWith('::error::descope-backup: '));
    expect(failure).toBeGreaterThan(lines.lastIndexOf('::endgroup::'));
  });

  test('groups end when the backup cannot be written', async () => {
    const workspace = await makeWorkspace();
    await writeFile(join(workspace, 'backups'), 'a file is in the way');
    const result = await runBundle({ workspace });
    expect(result.status).toBe(1);
    expect(groupsOf(result)).toEqual(GROUPS.slice(0, 2));
  });

  test('says on a hosted runner that retention had nothing to act on, when that is so', async () => {
    const said = (result: BundleResult) => {
      expect(result.status).toBe(0);
      return result.lines.filter((line) => line.startsWith('Retention had nothing to act on'));
    };
    const workspace = await makeWorkspace();
    expect(said(await runBundle({ workspace }))).toEqual([
      'Retention had nothing to act on: this is the only backup here, as always on a hosted runner. Older backups are in the artifacts of earlier runs; history: carry brings them back',
    ]);
    expect(said(await runBundle({ workspace }))).toEqual([]);
    const env = { RUNNER_ENVIRONMENT: 'self-hosted' };
    expect(said(await runBundle({ workspace: await makeWorkspace(), env }))).toEqual([]);
  });

  test.each([
    { count: 20_000, least: 1, most: 10 },
    { count: 9_000, least: 0, most: 0 },
  ])('has $least to $most progress lines on $count tenants', async ({ count, least, most }) => {
    const tenants = Array.from({ length: count }, (_, index) => ({
      id: `tenant-${index}`,
      name: `Tenant ${index}`,
      custom_attributes: { plan: 'enterprise', seats: index },
    }));
    const workspace = await makeFolder();
    await writeFile(join(workspace, 'c.json'), JSON.stringify({ version: '1', tenants }));
    const result = await runBundle({ workspace, inputs: { 'config-path': 'c.json' } });

    expect(result).toMatchObject({ status: 0, outputs: { 'tenant-count': String(count) } });
    const done = result.lines.flatMap((line) => {
      const [, number, total] = /\b(\d+) of (\d+)$/.exec(line) ?? [];
      return total === String(count) ? [Number(number)] : [];
    });
    expect(done.length).toBeGreaterThanOrEqual(least);
    expect(done.length).toBeLessThanOrEqual(most);
    expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
  });
});
