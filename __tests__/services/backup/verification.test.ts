/** The proof of a backup: every damage and every forgery is told. */
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { formatChecksums, sha256 } from '../../../src/storage/checksums.ts';
import { readJson, useDatedBackups } from '../../fixtures/dated-backups.ts';

const given = useDatedBackups();

/**
 * Every way of damaging a backup that the format must notice; each gives the problems that are
 * told.
 */
const damages: [what: string, damage: (path: string) => Promise<unknown>, problem: RegExp][] = [
  [
    'a missing project.json',
    (path) => rm(join(path, 'project.json')),
    /project\.json is listed in SHA256SUMS but missing/,
  ],
  [
    'a missing manifest.json',
    (path) => rm(join(path, 'manifest.json')),
    /manifest\.json is listed in SHA256SUMS but missing/,
  ],
  ['missing sums', (path) => rm(join(path, 'SHA256SUMS')), /SHA256SUMS is missing/],
  [
    'an extra file',
    (path) => writeFile(join(path, 'extra'), ''),
    /extra is not listed in SHA256SUMS/,
  ],
  [
    'an extra file in a folder',
    async (path) => {
      await mkdir(join(path, 'deep'));
      await writeFile(join(path, 'deep', 'extra'), '');
    },
    /deep\/extra is not listed in SHA256SUMS/,
  ],
  [
    'a changed byte',
    (path) => writeFile(join(path, 'project.json'), ' '),
    /project\.json was changed/,
  ],
  [
    'broken sums',
    (path) => writeFile(join(path, 'SHA256SUMS'), 'x\n'),
    /SHA256SUMS, line 1: not a sum that sha256sum wrote/,
  ],
  [
    'cut sums',
    (path) => writeFile(join(path, 'SHA256SUMS'), 'x'),
    /SHA256SUMS does not end with a line break/,
  ],
  [
    'a link',
    async (path) => {
      await rename(join(path, 'project.json'), join(given.root, 'moved'));
      await symlink(join(given.root, 'moved'), join(path, 'project.json'));
    },
    /project\.json is a link or another special file/,
  ],
  [
    'the original Python tool',
    async (path) => {
      await rm(join(path, 'SHA256SUMS'));
      await rm(join(path, 'manifest.json'));
    },
    /a folder of the original Python tool/,
  ],
];

/** Changes that come with sums made anew: what the files say must hold all the same. */
const forgeries: [
  file: 'project.json' | 'manifest.json',
  from: string | RegExp,
  to: string,
  problem: RegExp,
][] = [
  ['project.json', 'Acme Corp', 'Evil Corp', /content_sha256 is/],
  [
    'project.json',
    '"P2test"',
    '"P2else"',
    /project\.json: project_id is "P2else", expected "P2test"/,
  ],
  [
    'project.json',
    /"environment": "test"/,
    '"environment": "prod"',
    /project\.json: environment is "prod", expected "test"/,
  ],
  [
    'project.json',
    '03:00:00Z',
    '03:00:01Z',
    /metadata\.timestamp 2026-11-22T03:00:01Z is not the folder's time/,
  ],
  ['project.json', '"tenants": [', '"tenants": [5,', /tenants\[0\] is not a saved tenant/],
  ['project.json', '"flows": [', '"flows": [{},', /flows\[0\] is not a saved flow/],
  ['project.json', '"project_id"', '"project"', /not a project backup: project_id: /],
  ['project.json', '{', '', /project\.json: /],
  [
    'manifest.json',
    '"20261122_030000"',
    '"20261122_030001"',
    /backup_id is "20261122_030001", expected "20261122_030000"/,
  ],
  [
    'manifest.json',
    '03:00:00Z',
    '04:00:00Z',
    /created_at 2026-11-22T04:00:00Z is not the folder's time/,
  ],
  ['manifest.json', '"tenants": 1', '"tenants": 2', /counts\.tenants is 2, expected 1/],
  ['manifest.json', '"flows": 1', '"flows": 0', /counts\.flows is 0, expected 1/],
  [
    'manifest.json',
    '"format_version": 1',
    '"format_version": 2',
    /format version 2 is newer than this release can read/,
  ],
  ['manifest.json', '"complete"', '"great"', /not a backup manifest: status: /],
  ['manifest.json', /[\s\S]*/, '[]', /not a backup manifest: top level: /],
];

describe('verifyBackup', () => {
  test('proves a good backup', async () => {
    const verification = await given.service.verifyBackup(await given.backupOf(0));
    expect(verification).toMatchObject({
      verified: true,
      manifest: { backup_id: '20261122_030000' },
    });
  });

  test.each(damages)('notices %s', async (_what, damage, problem) => {
    const path = await given.backupOf(0);
    await damage(path);
    const verification = await given.service.verifyBackup(path);
    expect(verification).toMatchObject({ verified: false, unreadable: false });
    expect('problems' in verification && verification.problems.join('; ')).toMatch(problem);
  });

  test.each(forgeries)(
    'notices a changed %s with new sums: %s to %s',
    async (file, from, to, problem) => {
      const path = await given.backupOf(0);
      const before = await readFile(join(path, file), 'utf8');
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      await writeFile(join(path, file), after);
      const sums = new Map<string, string>();
      for (const name of ['project.json', 'manifest.json'])
        sums.set(name, sha256(await readFile(join(path, name))));
      await writeFile(join(path, 'SHA256SUMS'), formatChecksums(sums));
      const verification = await given.service.verifyBackup(path);
      expect(verification).toMatchObject({ verified: false });
      expect('problems' in verification && verification.problems.join('; ')).toMatch(problem);
    },
  );

  test('accepts project.json in another layout, as long as it says the same', async () => {
    const path = await given.backupOf(0);
    const project = await readJson(path, 'project.json');
    await writeFile(join(path, 'project.json'), JSON.stringify(project));
    const sums = new Map<string, string>();
    for (const name of ['project.json', 'manifest.json'])
      sums.set(name, sha256(await readFile(join(path, name))));
    await writeFile(join(path, 'SHA256SUMS'), formatChecksums(sums));
    expect(await given.service.verifyBackup(path)).toMatchObject({ verified: true });
  });

  test('notices a backup that was copied to another date or project', async () => {
    const path = await given.backupOf(0);
    const redated = join(given.root, 'P2test', '20261122_030001');
    await cp(path, redated, { recursive: true });
    expect(await given.service.verifyBackup(redated)).toMatchObject({ verified: false });
    const other = join(given.root, 'P2other', '20261122_030000');
    await cp(path, other, { recursive: true });
    expect(await given.service.verifyBackup(other)).toMatchObject({ verified: false });
  });

  test('says so when there is no folder', async () => {
    expect(await given.service.verifyBackup(join(given.root, 'nothing'))).toMatchObject({
      verified: false,
      unreadable: false,
      isLegacy: false,
    });
    await writeFile(join(given.root, 'file'), '');
    expect(await given.service.verifyBackup(join(given.root, 'file'))).toEqual({
      verified: false,
      problems: ['it is not a folder'],
      unreadable: false,
      isLegacy: false,
    });
  });
});
