import { beforeEach, describe, expect, test } from '@jest/globals';
import { DescopeConfig } from '../../../src/models/config.ts';
import type { BackupManifest } from '../../../src/models/manifest.ts';
import {
  haveSaved,
  missingSections,
  readBaseState,
} from '../../../src/services/lines/base-state.ts';
import { BackupService, isVerified, type VerifiedBackup } from '../../../src/services/index.ts';
import { makeFolder, PROJECT } from '../../fixtures/run-bundle.ts';
import { backupOf } from '../../fixtures/verified-backup.ts';

type Status = 'saved' | 'failed' | 'not-licensed' | 'not-covered';

const coverageOf = (sections: Readonly<Record<string, Status>>): BackupManifest['coverage'] =>
  Object.entries(sections).map(([section, status]) => ({ section, status, count: 0, note: '' }));
const covering = (day: number, sections: Readonly<Record<string, Status>>): VerifiedBackup =>
  backupOf(day, { coverage: coverageOf(sections) });

describe('what a base lacks', () => {
  test('is what it failed to save, and the new backup did save', () => {
    const base = covering(1, {
      tenants: 'saved',
      flows: 'failed',
      roles: 'failed',
      lists: 'not-licensed',
      theme: 'not-covered',
    });
    const after = covering(2, {
      tenants: 'saved',
      flows: 'saved',
      roles: 'failed',
      lists: 'saved',
      theme: 'saved',
      'sso-apps': 'saved',
    });
    expect(missingSections(base.verification.manifest, after.verification.manifest)).toEqual([
      'flows',
    ]);
  });

  test('may be in several older ones', () => {
    const bases = [
      covering(3, { flows: 'failed' }),
      covering(2, { flows: 'saved' }),
      covering(1, { roles: 'saved' }),
    ].map(({ verification }) => verification.manifest);
    expect(haveSaved(bases, ['flows', 'roles'])).toBe(true);
    expect(haveSaved(bases, ['flows', 'theme'])).toBe(false);
    expect(haveSaved([], [])).toBe(true);
  });
});

type Taken = VerifiedBackup & { readonly manifest: BackupManifest };

describe('readBaseState', () => {
  let service: BackupService;
  let now: number;

  beforeEach(async () => {
    now = Date.UTC(2026, 2, 1, 3);
    service = new BackupService({ backupRoot: await makeFolder(), clock: () => now });
  });

  /** A night that saved tenants and flows of these names, or failed to. */
  async function take(
    names: readonly string[],
    sections: Readonly<Record<'tenants' | 'flows', Status>>,
  ): Promise<Taken> {
    const config = DescopeConfig.parse({
      version: '1.0',
      tenants: sections.tenants === 'saved' ? names.map((id) => ({ id, name: id })) : [],
      flows: sections.flows === 'saved' ? names.map((name) => ({ template: 'x', name })) : [],
    });
    await service.createBackup(PROJECT, 'production', config, { coverage: coverageOf(sections) });
    now += 86_400_000;
    const [newest] = (await service.inspectBackups(PROJECT)).filter(isVerified);
    if (newest === undefined) throw new Error('the backup should be good');
    return { ...newest, manifest: newest.verification.manifest };
  }

  async function read(after: Readonly<Record<string, Status>>, ...bases: Taken[]) {
    const [base, ...older] = bases.reverse();
    if (base === undefined) throw new Error('there should be a base');
    const state = await readBaseState([base, ...older], covering(20, after).verification.manifest);
    return Object.fromEntries(
      [...state].map(([section, objects]) => [section, [...objects.keys()]]),
    );
  }

  const ALL = { tenants: 'saved', flows: 'saved' } as const;
  const NO_FLOWS = { tenants: 'saved', flows: 'failed' } as const;

  test('is the state of the newest base', async () => {
    expect(await read(ALL, await take(['old'], ALL), await take(['new'], ALL))).toEqual({
      tenants: ['new'],
      flows: ['new'],
    });
  });

  test('takes a section that failed from the newest base that has it', async () => {
    const taken = [
      await take(['oldest'], ALL),
      await take(['older'], ALL),
      await take(['lost'], NO_FLOWS),
      await take(['new'], NO_FLOWS),
    ];
    expect(await read(ALL, ...taken)).toEqual({ tenants: ['new'], flows: ['older'] });
  });

  test('leaves out what failed again, and what no base has', async () => {
    const taken = [await take(['old'], ALL), await take(['new'], NO_FLOWS)];
    expect(await read(NO_FLOWS, ...taken)).toEqual({ tenants: ['new'] });
    expect(await read(ALL, await take(['alone'], NO_FLOWS))).toEqual({ tenants: ['alone'] });
  });
});
