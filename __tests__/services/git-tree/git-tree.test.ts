import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkGitTreePlace } from '../../../src/services/git-tree/git-tree-place.ts';
import { writeGitTree } from '../../../src/services/git-tree/git-tree.ts';
import type { ProjectState } from '../../../src/services/changes/project-state.ts';
import { describeWhere } from '../../fixtures/describe-where.ts';
import { makeFolder } from '../../fixtures/run-bundle.ts';
import { readTree } from '../../fixtures/stock-tools.ts';

const MARKER = '.descope-backup-tree';
const STAGING = '.descope-backup-tree.tmp';

/** A state of sections, objects and values. */
function stateOf(sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  return new Map(
    Object.entries(sections).map(([section, objects]) => [
      section,
      new Map(Object.entries(objects).map(([id, value]) => [id, JSON.stringify(value)])),
    ]),
  );
}

const SECTIONS = {
  tenants: { acme: { name: 'Acme', id: 'acme' }, 'acme.sso': { id: 'acme.sso' }, ACME: {} },
  'tenant-sso': { acme: [{ ssoId: 'x' }], ACME: [] },
  'tenant-settings': { acme: {} },
  flows: { 'sign-in': { id: 'sign-in' } },
  roles: { 'acme/Admin': {}, Admin: {} },
  lists: {},
  theme: { theme: { dark: true } },
  snapshot: {
    'snapshot.json': { version: 1 },
    'assets/logo.png': { sha256: 'ab' },
    'assets/logo.png.sha256.json': {},
    'flows/flows.json': [],
    'flows/sign-in/contents.json': {},
    'v1.2/con.json': {},
  },
};

async function treeOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await readTree(folder);
  return new Map([...files].filter(([path]) => !path.startsWith('.git/')));
}

const pathsOf = async (folder: string): Promise<string[]> => [...(await treeOf(folder)).keys()];

describe('writeGitTree', () => {
  test('writes a file an object', async () => {
    const folder = join(await makeFolder(), 'deep', 'tree');
    const { files } = await writeGitTree(folder, stateOf(SECTIONS));
    const paths = await pathsOf(folder);
    expect(paths).toEqual([
      MARKER,
      'flows/sign-in.json',
      'resources/roles/Admin.json',
      'resources/roles/acme%2FAdmin.json',
      'resources/theme.json',
      'snapshot/assets/logo%2Epng%2Esha256.json',
      'snapshot/assets/logo.png.sha256.json',
      'snapshot/flows/flows.json',
      'snapshot/snapshot.json',
      'snapshot/v1%2E2/%63on.json',
      'tenants/%41%43%4D%45.json',
      'tenants/%41%43%4D%45.sso.json',
      'tenants/acme%2Esso.json',
      'tenants/acme.json',
      'tenants/acme.settings.json',
      'tenants/acme.sso.json',
    ]);
    expect(files).toBe(paths.length - 1);
    expect(await readFile(join(folder, 'tenants/acme.json'), 'utf8')).toBe(
      '{\n  "id": "acme",\n  "name": "Acme"\n}\n',
    );
  });

  test('keeps the flows of a snapshot where no section has them', async () => {
    const folder = await makeFolder();
    const { flows, ...others } = SECTIONS;
    await writeGitTree(folder, stateOf(others));
    expect(flows).toBeDefined();
    expect(await pathsOf(folder)).toContain('snapshot/flows/sign-in/contents.json');
  });

  test('loses no digit', async () => {
    const folder = await makeFolder();
    const text = '{"n":12345678901234567890,"__proto__":1e400}';
    await writeGitTree(folder, new Map([['tenants', new Map([['a', text]])]]));
    expect(await readFile(join(folder, 'tenants/a.json'), 'utf8')).toBe(
      '{\n  "__proto__": 1e400,\n  "n": 12345678901234567890\n}\n',
    );
  });

  test('leaves nothing stale, and leaves alone what is not its own', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'README.md'), 'ours');
    await mkdir(join(folder, '.git'));
    await writeGitTree(folder, stateOf(SECTIONS));
    await mkdir(join(folder, 'tenants', 'deep'));
    await writeFile(join(folder, 'tenants', 'deep', 'stale.json'), '{}');
    await mkdir(join(folder, STAGING));
    await writeFile(join(folder, STAGING, 'of a killed run'), '');
    await writeGitTree(folder, stateOf({ tenants: { b: {} } }));
    expect(await pathsOf(folder)).toEqual([MARKER, 'README.md', 'tenants/b.json']);
    expect((await readdir(folder)).sort()).toEqual([MARKER, '.git', 'README.md', 'tenants'].sort());
    expect(await writeGitTree(folder, new Map())).toEqual({ files: 0 });
    expect(await pathsOf(folder)).toEqual([MARKER, 'README.md']);
  });

  test('writes the same bytes for the same state, in whatever order', async () => {
    const ids = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 5 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(ids, ids, async (tenants, roles) => {
        const section = (names: readonly string[]) =>
          new Map(names.map((id) => [id, `["${id.length}"]`]));
        const state = (order: (names: string[]) => string[]): ProjectState =>
          new Map([
            ['tenants', section(order(tenants))],
            ['tenant-sso', section(order(tenants))],
            ['access-keys', section(order(roles))],
          ]);
        const [one, other] = [await makeFolder(), await makeFolder()];
        const { files } = await writeGitTree(
          one,
          state((names) => names),
        );
        await writeGitTree(
          other,
          state((names) => names.toReversed()),
        );
        const tree = await treeOf(one);
        expect(tree.size).toBe(files + 1);
        expect(files).toBe(2 * tenants.length + roles.length);
        expect(await treeOf(other)).toEqual(tree);
      }),
      { numRuns: 30 },
    );
  });

  test('changes nothing in a folder that is somebody else’s', async () => {
    for (const part of ['tenants', 'flows', 'resources', 'snapshot', STAGING]) {
      const folder = await makeFolder();
      await mkdir(join(folder, part));
      await writeFile(join(folder, part, 'a.txt'), 'theirs');
      await expect(writeGitTree(folder, stateOf(SECTIONS))).rejects.toThrow(
        `${join(folder, part)} is there, but ${MARKER} is not`,
      );
      expect([...(await readTree(folder))]).toEqual([[`${part}/a.txt`, 'theirs']]);
    }
  });

  test('follows no link', async () => {
    const [elsewhere, folder] = [await makeFolder(), await makeFolder()];
    await writeFile(join(elsewhere, 'a.txt'), 'theirs');
    const link = join(await makeFolder(), 'link');
    await symlink(elsewhere, link, 'junction');
    await expect(writeGitTree(link, stateOf(SECTIONS))).rejects.toThrow(
      `${link} is a link or a file, not a folder: set git-tree to a folder`,
    );
    await writeGitTree(folder, stateOf(SECTIONS));
    await rm(join(folder, 'flows'), { recursive: true });
    await symlink(elsewhere, join(folder, 'flows'), 'junction');
    await expect(writeGitTree(folder, stateOf({}))).rejects.toThrow(
      `${join(folder, 'flows')} is a link or a file, not a folder: remove it`,
    );
    expect(await pathsOf(elsewhere)).toEqual(['a.txt']);
    expect(await readdir(join(folder, 'tenants'))).not.toEqual([]);
  });

  test('refuses files where folders should be, and a folder as marker', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(writeGitTree(join(folder, 'file'), stateOf({}))).rejects.toThrow(
      'is a link or a file',
    );
    await writeFile(join(folder, 'tenants'), '');
    await expect(writeGitTree(folder, stateOf({}))).rejects.toThrow('is a link or a file');
    const other = await makeFolder();
    await mkdir(join(other, MARKER));
    await expect(writeGitTree(other, stateOf({}))).rejects.toThrow(
      `${join(other, MARKER)} is not the file that marks a git tree: remove it`,
    );
    await expect(writeGitTree(join(folder, 'file', 'below'), stateOf({}))).rejects.toThrow(
      /could not write the git tree .*a part of the path is a file/,
    );
  });

  test('keeps the old tree when the new one cannot be written', async () => {
    const folder = await makeFolder();
    await writeGitTree(folder, stateOf(SECTIONS));
    const before = await readTree(folder);
    const broken = stateOf({ tenants: { a: {} }, flows: { f: {} } });
    broken.get('flows')?.set('g', '{');
    await expect(writeGitTree(folder, broken)).rejects.toThrow();
    await expect(
      writeGitTree(folder, stateOf({ snapshot: { a: { sha256: '' }, 'a/b.json': {} } })),
    ).rejects.toThrow('the snapshot has a file and a folder of one name: "a/b.json"');
    expect(await readTree(folder)).toEqual(before);
    expect(await readdir(folder)).not.toContain(STAGING);
  });
});

/**
 * Gives a folder a disk of its own until the work is done; undefined when that is not allowed here.
 */
async function withDisk<T>(folder: string, kilobytes: number, work: () => Promise<T>) {
  const options = ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder];
  if (process.platform !== 'linux' || spawnSync('mount', options).status !== 0) return undefined;
  try {
    return await work();
  } finally {
    execFileSync('umount', [folder]);
  }
}

const canMount = await withDisk(await makeFolder(), 64, () => Promise.resolve(true));

describeWhere(canMount === true, 'a small disk needs Linux and the right to mount one')(
  'on a disk of its own',
  () => {
    test('that is full, the old tree stays', async () => {
      const folder = await makeFolder();
      await withDisk(folder, 256, async () => {
        await writeGitTree(folder, stateOf(SECTIONS));
        const before = await readTree(folder);
        const flows = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`flow-${n}`, {}]));
        await expect(writeGitTree(folder, stateOf({ ...SECTIONS, flows }))).rejects.toThrow(
          `could not write the git tree ${folder}: the disk is full`,
        );
        expect(await readTree(folder)).toEqual(before);
        expect(await readdir(folder)).not.toContain(STAGING);
      });
    });

    test('a part that cannot be moved brings the others back', async () => {
      const folder = await makeFolder();
      await writeGitTree(folder, stateOf(SECTIONS));
      const before = await readTree(folder);
      // The last part is on another disk.
      await withDisk(join(folder, 'snapshot'), 64, async () => {
        await expect(writeGitTree(folder, stateOf({ tenants: { a: {} } }))).rejects.toThrow(
          'could not write the git tree',
        );
      });
      expect(await readTree(folder)).toEqual(before);
    });
  },
);

const isRoot = process.getuid?.() === 0;

describeWhere(process.platform !== 'win32' && !isRoot, 'root may write anywhere')(
  'a folder that must not be written',
  () => {
    test('is an error that says so', async () => {
      const folder = await makeFolder();
      await chmod(folder, 0o500);
      await expect(writeGitTree(folder, stateOf(SECTIONS))).rejects.toThrow('no permission');
    });
  },
);

const hasGit = spawnSync('git', ['--version']).status === 0;

describeWhere(hasGit, 'no git here')('in a git repository', () => {
  const run = (folder: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
  const status = (folder: string): string[] =>
    run(folder, 'status', '--porcelain', '--no-renames').split('\n').filter(Boolean);

  test('the same state is no change, one object is one file, and each file has its log', async () => {
    const folder = await makeFolder();
    run(folder, 'init', '--quiet');
    const commit = (message: string): void => {
      run(folder, 'add', '--all');
      run(folder, 'commit', '--quiet', '-m', message);
    };
    await writeGitTree(folder, stateOf(SECTIONS));
    commit('first');
    await writeGitTree(folder, stateOf(SECTIONS));
    expect(status(folder)).toEqual([]);

    const tenants = { ...SECTIONS.tenants, acme: { name: 'Acme Inc', id: 'acme' } };
    await writeGitTree(folder, stateOf({ ...SECTIONS, tenants }));
    expect(status(folder)).toEqual([' M tenants/acme.json']);
    expect(run(folder, 'diff', '--unified=0')).toContain(
      '-  "name": "Acme"\n+  "name": "Acme Inc"\n',
    );
    commit('second');

    const { 'acme.sso': gone, ...left } = tenants;
    await writeGitTree(folder, stateOf({ ...SECTIONS, tenants: left }));
    expect(gone).toBeDefined();
    expect(status(folder)).toEqual([' D tenants/acme%2Esso.json']);
    commit('third');

    expect(run(folder, 'log', '--format=%s', '--', 'tenants/acme.json')).toBe('second\nfirst\n');
    expect(run(folder, 'fsck', '--strict')).toBe('');
  });
});

describe('checkGitTreePlace', () => {
  test.each([
    ['.', '.'],
    ['.', 'backups'],
    ['backups', 'backups'],
    ['backups/tree', 'backups'],
    ['link/tree', 'real'],
    ['link', 'real'],
    ['real', 'link/deep'],
    ['not/yet/there', 'not/yet'],
    ['a/../backups/..hidden', 'backups'],
  ])('refuses a tree in %s with backups in %s', async (tree, backups) => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'real'));
    await symlink(join(folder, 'real'), join(folder, 'link'), 'junction');
    await expect(
      checkGitTreePlace(join(folder, tree), join(folder, backups), folder),
    ).rejects.toThrow('are the same folder or lie within each other: use two folders side by side');
  });

  test.each([
    ['tree', 'backups'],
    ['backups-tree', 'backups'],
    ['backups', 'backups-tree'],
    ['link/tree', 'real/backups'],
    ['file/below', 'backups'],
  ])('allows a tree in %s with backups in %s', async (tree, backups) => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'file'), '');
    await symlink(join(folder, 'real'), join(folder, 'link'), 'junction');
    await expect(
      checkGitTreePlace(join(folder, tree), join(folder, backups), folder),
    ).resolves.toBeUndefined();
  });

  test.each([
    ['the folder itself', 'out'],
    ['a folder above it', 'out/deep/tree'],
    ['a folder above it, which is there', 'out/there'],
    ['a link further down', 'real/out/tree'],
    ['a link that leads nowhere yet', 'nowhere/tree'],
    ['a link that leads out and back in', 'around/tree'],
  ])('refuses a tree in the workspace when a link leads out of it: %s', async (_, tree) => {
    const folder = await makeFolder();
    const outside = await makeFolder();
    await mkdir(join(folder, 'real'));
    await mkdir(join(outside, 'there'));
    await symlink(folder, join(outside, 'back'), 'junction');
    for (const [name, target] of [
      ['out', outside],
      ['real/out', outside],
      ['nowhere', join(outside, 'not', 'yet')],
      ['around', outside],
    ] as const) {
      await symlink(target, join(folder, name), 'junction');
    }
    const path = tree === 'around/tree' ? 'around/back/tree' : tree;
    await expect(
      checkGitTreePlace(join(folder, path), join(folder, 'backups'), folder),
    ).rejects.toThrow(/is a link that leaves the workspace\. Remove the link/);
  });

  test('follows links within the workspace, a workspace that is a link, and trees elsewhere', async () => {
    const real = await makeFolder();
    const outside = await makeFolder();
    const folder = join(outside, 'workspace');
    await symlink(real, folder, 'junction');
    await mkdir(join(real, 'docs'));
    await symlink(join(folder, 'docs'), join(real, 'link'), 'junction');
    for (const tree of ['tree', 'link/tree', 'link']) {
      await expect(
        checkGitTreePlace(join(folder, tree), join(folder, 'backups'), folder),
      ).resolves.toBeUndefined();
    }
    await expect(
      checkGitTreePlace(join(outside, 'tree'), join(folder, 'backups'), folder),
    ).resolves.toBeUndefined();
  });

  test('says when it cannot tell', async () => {
    const folder = await makeFolder();
    await symlink('loop', join(folder, 'loop'));
    await expect(checkGitTreePlace(join(folder, 'loop'), folder, folder)).rejects.toThrow(
      'could not tell where git-tree and backup-root are',
    );
  });
});
