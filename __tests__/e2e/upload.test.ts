/**
 * The built bundle uploads to the artifact service; what arrives there is opened with stock tools.
 */
import { appendFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  ARTIFACT_NAME,
  backupOf,
  makeFolder,
  makeWorkspace,
  PROJECT,
  runBundle,
  type BundleOptions,
  type BundleResult,
} from '../fixtures/run-bundle.ts';
import { checkSums, python, readTree, sha256, unpack } from '../fixtures/stock-tools.ts';
import { useArtifactService } from '../fixtures/use-servers.ts';

const DAY_MS = 86_400_000;
const MODELS = fileURLToPath(new URL('../fixtures/python_models.py', import.meta.url));

const hasPydantic = await python(
  '-c',
  'import sys, pydantic; sys.exit(pydantic.VERSION < "2")',
).then(
  () => true,
  () => false,
);
if (!hasPydantic) process.stderr.write('Python models: skipped, no python3 with pydantic 2 here\n');

/** What a canary looks like in any of the places that it must not reach. */
const CANARIES = ['canary-of-auth', 'canary-of-x-token', 'canary-of-db-password'];

/** All that is hard to keep, in one file. */
const CONFIG = `version: '1.0'
auth:
  project_id: \${DESCOPE_PROJECT_ID}
  management_key: canary-of-auth
environments:
  production: { project_id: '\${DESCOPE_PROJECT_ID}' }
tenants:
  - id: acme-corp
    name: Zürich Größe 東京 🚀
    domains: [acme.com, acme.example.org]
    self_provisioning: true
    custom_attributes:
      plan: \${PLAN_NAME}
      seats: 12345678901234567890
      webhook: https://hooks.example.com/\${X_TOKEN}
      runtime: \${ACTIONS_RUNTIME_TOKEN}
      database: { 'password': "\${DB_PASSWORD}" }
  - id: widget-co
    name: Widget Company
flows:
  - template: mfa-login
    name: MFA Login
    config: { methods: [totp, passkey], note: 'a|b <b>"quoted"</b>' }
`;

/** The variables that CONFIG asks for. */
const VARIABLES = {
  DESCOPE_PROJECT_ID: PROJECT,
  PLAN_NAME: 'enterprise plan',
  X_TOKEN: 'canary-of-x-token',
  DB_PASSWORD: 'canary-of-db-password',
};

const service = useArtifactService();

/** A run that may upload. */
function upload(workspace: string, options: Omit<BundleOptions, 'workspace'> = {}) {
  return runBundle({ workspace, ...options, env: { ...service.env, ...options.env } });
}

/** Downloads an artifact and unpacks it. */
async function download(name = ARTIFACT_NAME): Promise<{ zip: Buffer; folder: string }> {
  const zip = await service.downloadZip(name);
  return { zip, folder: await unpack(zip) };
}

/** The tree below a folder whose paths begin with a prefix. */
async function treeBelow(folder: string, prefix: string) {
  return new Map([...(await readTree(folder))].filter(([path]) => path.startsWith(prefix)));
}

describe('one backup', () => {
  let workspace: string;
  let result: BundleResult;
  let zip: Buffer;
  let folder: string;
  let stored: { id: number; expiresAt: Date };

  beforeAll(async () => {
    workspace = await makeWorkspace(CONFIG);
    result = await upload(workspace, { env: { ...VARIABLES, RUNNER_DEBUG: '1' } });
    ({ zip, folder } = await download());
    const [artifact] = service.artifacts;
    stored = artifact ?? { id: -1, expiresAt: new Date(0) };
  });

  test('the run succeeds without a warning', () => {
    expect(result).toMatchObject({ status: 0, errors: [], warnings: [], stderr: '' });
  });

  test('the unpacked zip is the backup root, byte for byte', async () => {
    const uploaded = await readTree(folder);
    const { id } = backupOf(result);
    expect([...uploaded.keys()]).toEqual(
      ['SHA256SUMS', 'manifest.json', 'project.json'].map((file) => `${PROJECT}/${id}/${file}`),
    );
    expect(uploaded).toEqual(await readTree(join(workspace, 'backups')));
  });

  test('the outputs name the artifact as the service knows it', () => {
    expect(result.outputs).toMatchObject({
      'artifact-name': ARTIFACT_NAME,
      'artifact-id': String(stored.id),
      'artifact-url': `https://github.com/octo-org/octo-repo/actions/runs/4711/artifacts/${stored.id}`,
      'artifact-digest': sha256(zip),
    });
  });

  test('the summary links the artifact relatively and says when it expires', () => {
    // A link relative to the page of the run: its last part is the id of the run.
    expect(result.summary).toContain(
      `<a href="./4711/artifacts/${stored.id}">${ARTIFACT_NAME}</a>`,
    );
    // The service's clock was read a moment before: midnight may be in between.
    const dates = [0, 10_000].map((later) =>
      new Date(stored.expiresAt.getTime() + later).toISOString().slice(0, 10),
    );
    const [, days, date] = /kept for (\d+) days, until (\S+)/.exec(result.summary) ?? [];
    expect(days).toBe('30');
    expect(dates).toContain(date);
  });

  const onUnix = process.platform === 'win32' ? test.skip : test;
  onUnix('sha256sum -c accepts what was unpacked, and nothing else', async () => {
    const { id } = backupOf(result);
    const backup = join(folder, PROJECT, id);
    expect(await checkSums(backup)).toEqual(['manifest.json: OK', 'project.json: OK']);
    const copy = join(await unpack(zip), PROJECT, id);
    await appendFile(join(copy, 'project.json'), ' ');
    await expect(checkSums(copy)).rejects.toMatchObject({
      stdout: 'manifest.json: OK\nproject.json: FAILED\n',
    });
  });

  test('no secret is in the log, the outputs, the summary, the backup or the zip', async () => {
    const token = service.env.ACTIONS_RUNTIME_TOKEN;
    const lines = result.lines.filter((line) => !line.startsWith('::add-mask::'));
    const log = lines.join('\n') + result.stderr;
    // The log is a debug log: the library says in it whom it called.
    expect(log).toContain('::debug::[Request] CreateArtifact');
    const places = {
      log,
      outputs: JSON.stringify(result.outputs),
      summary: result.summary,
      backup: [...(await readTree(join(workspace, 'backups'))).values()].join('\n'),
      zip: [...(await readTree(folder)).values()].join('\n'),
    };
    const secrets = [...CANARIES, token, ...token.split('.').slice(1)];
    const found = Object.entries(places).flatMap(([place, text]) =>
      secrets.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`),
    );
    expect(found).toEqual([]);
  });

  test('withheld references stay as written, and the manifest lists their places', async () => {
    const { path } = backupOf(result);
    const project = JSON.parse(await readFile(join(path, 'project.json'), 'utf8')) as object;
    expect(project).toMatchObject({
      tenants: [
        {
          config: {
            custom_attributes: {
              plan: 'enterprise plan',
              webhook: 'https://hooks.example.com/${X_TOKEN}',
              runtime: '${ACTIONS_RUNTIME_TOKEN}',
              database: { password: '${DB_PASSWORD}' },
            },
          },
        },
        {},
      ],
    });
    const manifest = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as {
      coverage: { status: string; place?: string }[];
    };
    const attributes = '/tenants/0/config/custom_attributes';
    expect(
      manifest.coverage
        .filter(({ status }) => status === 'withheld')
        .map(({ place }) => place)
        .sort(),
    ).toEqual([
      `${attributes}/database/password`,
      `${attributes}/runtime`,
      `${attributes}/webhook`,
    ]);
  });

  const withPydantic = hasPydantic ? test : test.skip;
  withPydantic('the original Python models read project.json', async () => {
    const file = join(folder, PROJECT, backupOf(result).id, 'project.json');
    const read = await python(MODELS, file);
    expect(read).toContain('"seats":12345678901234567890');
    const metadata = {
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      project_id: PROJECT,
      environment: 'production',
      tool_version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    };
    expect(JSON.parse(read)).toMatchObject({
      project_id: PROJECT,
      environment: 'production',
      metadata,
      tenants: [
        {
          tenant_id: 'acme-corp',
          metadata,
          config: {
            id: 'acme-corp',
            name: 'Zürich Größe 東京 🚀',
            domains: ['acme.com', 'acme.example.org'],
            self_provisioning: true,
          },
        },
        {
          tenant_id: 'widget-co',
          metadata,
          config: { domains: [], self_provisioning: false, custom_attributes: {} },
        },
      ],
      flows: [
        { flow_id: 'mfa-login', metadata, flow_data: { template: 'mfa-login', name: 'MFA Login' } },
      ],
    });

    const wrong = join(await makeFolder(), 'project.json');
    const text = await readFile(file, 'utf8');
    await writeFile(wrong, text.replace('"tenant_id": "widget-co"', '"id": "widget-co"'));
    await expect(python(MODELS, wrong)).rejects.toThrow(/tenants\.1\.tenant_id/);
  });
});

describe('what goes into the artifact', () => {
  test('a second run uploads both retained backups', async () => {
    const workspace = await makeWorkspace();
    const first = backupOf(await upload(workspace));
    service.reset();
    const second = await upload(workspace);

    expect(second).toMatchObject({ status: 0, warnings: [] });
    const { folder } = await download();
    const uploaded = await readTree(folder);
    expect(uploaded.size).toBe(6);
    const folders = new Set([...uploaded.keys()].map((path) => path.split('/')[1]));
    expect(folders).toEqual(new Set([first.id, backupOf(second).id]));
    expect(uploaded).toEqual(await readTree(join(workspace, 'backups')));
  });

  test('a backup that was pruned is not in it', async () => {
    const workspace = await makeWorkspace();
    const old = join(workspace, 'backups', PROJECT, '20200101_000000');
    await mkdir(old, { recursive: true });
    await writeFile(join(old, 'project.json'), '{}');
    const result = await upload(workspace);

    expect(result).toMatchObject({ status: 0, outputs: { 'pruned-count': '1' } });
    const { folder } = await download();
    const uploaded = await readTree(folder);
    expect(uploaded.size).toBe(3);
    expect(uploaded).toEqual(await treeBelow(folder, `${PROJECT}/${backupOf(result).id}/`));
  });

  test('a damaged backup goes along as it is, with a warning', async () => {
    const workspace = await makeWorkspace();
    const first = backupOf(await upload(workspace));
    service.reset();
    await appendFile(join(first.path, 'project.json'), 'damage');
    await mkdir(join(first.path, 'sub folder'));
    await writeFile(join(first.path, 'sub folder', 'added later.txt'), 'not ours');
    const second = await upload(workspace);

    expect(second.status).toBe(0);
    expect(second.warnings).toEqual([
      `::warning::${first.id} does not verify: sub folder/added later.txt is not listed in SHA256SUMS. It is kept as it is`,
    ]);
    const { folder } = await download();
    const uploaded = await readTree(folder);
    expect(uploaded).toEqual(await readTree(join(workspace, 'backups')));
    expect(uploaded.get(`${PROJECT}/${first.id}/project.json`)).toMatch(/damage$/);
    expect(uploaded.get(`${PROJECT}/${first.id}/sub folder/added later.txt`)).toBe('not ours');
  });

  test('a link in a backup is left out, and what it leads to does not leave the machine', async () => {
    const workspace = await makeWorkspace();
    const first = backupOf(await upload(workspace));
    service.reset();
    const outside = await makeFolder();
    await writeFile(join(outside, 'key.pem'), 'canary behind the link');
    // A junction is what Windows lets anyone make; elsewhere the type means nothing.
    await symlink(outside, join(first.path, 'linked'), 'junction');
    const links = ['linked'];
    if (process.platform !== 'win32') {
      await symlink(join(outside, 'key.pem'), join(first.path, 'linked.pem'));
      links.push('linked.pem');
    }
    const second = await upload(workspace, { inputs: { 'compression-level': '0' } });

    expect(second.status).toBe(0);
    const problems = links.map((link) => `${link} is a link or another special file`).join('; ');
    expect(second.warnings).toEqual([
      `::warning::${first.id} does not verify: ${problems}. It is kept as it is`,
      ...links.map(
        (link) =>
          `::warning::${first.id}/${link} is left out of the artifact: it is a link or another special file`,
      ),
    ]);
    const { zip, folder } = await download();
    expect((await readTree(folder)).size).toBe(6);
    // Not compressed: a file's content would be in there as it is.
    expect(zip.includes('"tenant_id": "acme-corp"')).toBe(true);
    expect(zip.includes('canary behind the link')).toBe(false);
  });

  test('files that are not ours and other projects are not in it', async () => {
    const workspace = await makeWorkspace();
    const root = join(workspace, 'backups');
    const others = [
      'loose.txt',
      `${PROJECT}.txt`,
      `${PROJECT}-old/20260101_000000/project.json`,
      'other-project/20260101_000000/project.json',
      `${PROJECT}/notes.txt`,
      `${PROJECT}/notes of the team/20260101_000000/project.json`,
      `${PROJECT}/.tmp-20260101_000000-1/project.json`,
      `${PROJECT}/20261399_000000/project.json`,
      `${PROJECT}/20260231_000000/project.json`,
    ];
    for (const path of others) {
      await mkdir(join(root, path, '..'), { recursive: true });
      await writeFile(join(root, path), 'somebody else needs this');
    }
    const result = await upload(workspace);

    expect(result.status).toBe(0);
    const { folder } = await download();
    const own = `${PROJECT}/${backupOf(result).id}/`;
    const uploaded = await readTree(folder);
    expect(uploaded).toEqual(await treeBelow(root, own));
    expect(uploaded.size).toBe(3);
    expect([...(await readTree(root)).keys()]).toEqual(expect.arrayContaining(others));
  });
});

describe('retention of the artifact', () => {
  test.each([
    { wanted: '7', limit: undefined, days: 7 },
    { wanted: '90', limit: '', days: 90 },
    { wanted: '400', limit: undefined, days: 90 },
    { wanted: '400', limit: 'none', days: 90 },
    { wanted: '31', limit: '30', days: 30 },
    { wanted: '30', limit: '30', days: 30 },
    { wanted: '400', limit: '365', days: 365 },
  ])('$wanted days under a limit of $limit are $days', async ({ wanted, limit, days }) => {
    const before = Date.now();
    const result = await upload(await makeWorkspace(), {
      inputs: { 'retention-days': wanted },
      env: { GITHUB_RETENTION_DAYS: limit },
    });
    const after = Date.now();

    expect(result).toMatchObject({ status: 0, errors: [], warnings: [] });
    const [create] = service.requests;
    const expires = Date.parse(String(create?.body['expires_at']));
    expect(expires).toBeGreaterThanOrEqual(before + days * DAY_MS);
    expect(expires).toBeLessThanOrEqual(after + days * DAY_MS);
    expect(result.summary).toContain(`kept for ${days} days, until `);
    expect(result.lines.filter((line) => line.includes('artifact is kept'))).toEqual(
      wanted === String(days)
        ? []
        : [`The artifact is kept for ${days} days, not ${wanted}: GitHub keeps none longer here`],
    );
  });
});

describe('inputs of the upload', () => {
  test('compression-level 0 stores and 9 compresses; both unpack to the same', async () => {
    const [stored, compressed] = await Promise.all(
      ['0', '9'].map(async (level) => {
        const workspace = await makeWorkspace(CONFIG);
        const name = `level-${level}`;
        const inputs = { 'compression-level': level, 'artifact-name': name };
        const result = await upload(workspace, { inputs, env: VARIABLES });
        expect(result).toMatchObject({ status: 0, warnings: [] });
        const { zip, folder } = await download(name);
        const tree = await readTree(folder);
        expect(tree).toEqual(await readTree(join(workspace, 'backups')));
        expect(tree.size).toBe(3);
        const size = [...tree.values()].reduce((sum, { length }) => sum + length, 0);
        return zip.length / size;
      }),
    );
    expect(stored).toBeGreaterThan(1);
    expect(compressed).toBeLessThan(0.8);
  });

  test('artifact-name', async () => {
    const name = 'Nightly copy (production) & more';
    const result = await upload(await makeWorkspace(), { inputs: { 'artifact-name': name } });
    expect(result).toMatchObject({ status: 0, outputs: { 'artifact-name': name } });
    expect(service.artifacts.map((artifact) => artifact.name)).toEqual([name]);
    expect(result.summary).toContain('>Nightly copy (production) &#38; more</a>');
  });

  test.each([
    {
      what: 'upload-artifact: false',
      options: { inputs: { 'upload-artifact': 'false' } },
      reason: 'uploading is off (upload-artifact: false)',
    },
    {
      what: 'no runtime token',
      options: { env: { ACTIONS_RUNTIME_TOKEN: undefined } },
      reason:
        'there is no artifact service outside GitHub Actions (ACTIONS_RUNTIME_TOKEN is not set)',
    },
  ])('$what: no upload, and one plain line says so', async ({ options, reason }) => {
    const result = await upload(await makeWorkspace(), options);

    expect(result).toMatchObject({ status: 0, errors: [], warnings: [], stderr: '' });
    const lines = result.lines.filter((line) => /artifact is uploaded/i.test(line));
    expect(lines).toEqual([`No artifact is uploaded: ${reason}`]);
    expect(service.requests).toEqual([]);
    expect(Object.keys(result.outputs).filter((name) => name.startsWith('artifact-'))).toEqual([]);
    expect(result.outputs['backup-id']).toMatch(/^\d{8}_\d{6}$/);
    // Escaped as HTML is, for it is text from outside.
    expect(result.summary).toContain('not uploaded: ');
    expect(result.summary).not.toContain('<a href');
  });
});

describe('secrets in what goes wrong', () => {
  test.each([
    ['broken JSON', 'c.json', '{"version": "1", "auth": {"management_key": "canary-of-auth" x}}'],
    ['broken YAML', 'c.yaml', 'version: "1"\nauth:\n  management_key: "canary-of-auth" x\n'],
    ['duplicate keys', 'c.yaml', 'version: "1"\nauth: { a: canary-of-auth, a: canary-of-auth }\n'],
    ['wrong id', 'c.yaml', 'auth: { key: canary-of-auth }\ntenants: [{ id: "${X_TOKEN}" }]\n'],
    ['wrong types', 'c.yaml', 'auth: canary-of-auth\nversion: 2\ntenants: ${DB_PASSWORD}\n'],
  ])('the errors tell none: %s', async (_what, file, text) => {
    const workspace = await makeFolder();
    await writeFile(join(workspace, file), text);
    const result = await upload(workspace, {
      inputs: { 'config-path': file },
      env: { ...VARIABLES, RUNNER_DEBUG: '1' },
    });

    expect(result.status).toBe(1);
    expect(result.errors.at(-1)).toMatch(/^::error::descope-backup: c\./);
    const shown = JSON.stringify(result);
    expect(
      [...CANARIES, service.env.ACTIONS_RUNTIME_TOKEN].filter((s) => shown.includes(s)),
    ).toEqual([]);
  });
});
