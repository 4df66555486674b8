import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SECTIONS_OF_ALL } from '../../src/project/sections/index.ts';
import { readBackupInputs } from '../../src/github/inputs.ts';
import { isSecretField } from '../../src/project/inputs/fields.ts';
import { readVerifyInputs } from '../../src/github/verify-inputs.ts';
import { linesPrintedBy } from '../fixtures/capture-stdout.ts';
import { z } from 'zod';

const saved = { ...process.env };

/** Gives inputs as the runner does: one environment variable each. */
function give(inputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(inputs)) {
    process.env[`INPUT_${name.toUpperCase()}`] = value;
  }
}

beforeEach(() => {
  give({ 'project-id': 'P2abc', environment: 'production' });
});

afterEach(() => {
  process.env = { ...saved };
});

describe('readBackupInputs', () => {
  test('gives the defaults of the contract for what is empty or missing', () => {
    give({ 'retention-days': '', prune: '  ' });
    expect(readBackupInputs()).toEqual({
      'project-id': 'P2abc',
      environment: 'production',
      'config-path': undefined,
      source: 'config-file',
      'management-key': undefined,
      'base-url': undefined,
      sections: new Set(SECTIONS_OF_ALL),
      'require-sections': [],
      'deadline-minutes': 20,
      'max-requests': 2000,
      'fail-on-partial': true,
      'allow-public-artifact': false,
      'github-token': undefined,
      'retention-days': 30,
      'minimum-backups': 1,
      'backup-root': 'backups',
      prune: true,
      history: 'compare',
      'shrink-limit': 20,
      'allow-shrink': false,
      'upload-artifact': true,
      'artifact-name': undefined,
      'compression-level': 6,
      'job-summary': true,
    });
  });

  test('reads what is given', () => {
    const given = {
      'config-path': '/etc/descope.json',
      'retention-days': '3650',
      'minimum-backups': '7',
      'backup-root': '../backups',
      prune: 'dry-run',
      'upload-artifact': 'False',
      'artifact-name': 'nightly backup',
      'compression-level': '0',
      'job-summary': 'FALSE',
    };
    give(given);
    expect(readBackupInputs()).toEqual({
      ...given,
      history: 'compare',
      'shrink-limit': 20,
      'allow-shrink': false,
      source: 'config-file',
      sections: new Set(SECTIONS_OF_ALL),
      'require-sections': [],
      'deadline-minutes': 20,
      'max-requests': 2000,
      'fail-on-partial': true,
      'allow-public-artifact': false,
      'project-id': 'P2abc',
      environment: 'production',
      'retention-days': 3650,
      'minimum-backups': 7,
      'upload-artifact': false,
      'compression-level': 0,
      'job-summary': false,
    });
  });

  test.each([
    ['API_KEY', ['API_KEY']],
    ['A_KEY, B_TOKEN,\n  C2\r\n,,', ['A_KEY', 'B_TOKEN', 'C2']],
  ])('allows the variables of %j', (text, names) => {
    give({ 'allow-variables': text });
    expect(readBackupInputs()['allow-variables']).toEqual(new Set(names));
  });

  test.each(['${A_KEY}', 'A KEY', 'A-KEY', '1A', 'ACTIONS_RUNTIME_TOKEN', 'A_KEY,input_x'])(
    'allows no variable by %j',
    (text) => {
      give({ 'allow-variables': text });
      expect(() => readBackupInputs()).toThrow(
        /^input allow-variables: ".*" is no list of variables: .* ACTIONS_\* and INPUT_\* belong to the runner/,
      );
    },
  );

  test.each(['0', '30d', '-1', '1e2', '0x10', '7.5', '3651', '٣٠', '+1', '1 0', 'Infinity'])(
    'refuses %s retention-days',
    (text) => {
      give({ 'retention-days': text });
      expect(() => readBackupInputs()).toThrow(
        `input retention-days: ${JSON.stringify(text)} is not a whole number from 1 to 3650: write it in digits`,
      );
    },
  );

  test('reports every problem of every input in one error', () => {
    give({
      'project-id': '../x',
      environment: '',
      'minimum-backups': '0',
      'compression-level': '10',
      prune: 'yes',
      'upload-artifact': '1',
      'artifact-name': 'a/b',
      'backup-root': '~/backups',
      'config-path': '~',
      'job-summary': 'no',
    });
    expect(() => readBackupInputs()).toThrow(
      [
        '10 inputs are wrong:',
        '- project-id: "../x" is not a project id: 1 to 64 letters, digits, "_" and "-"',
        '- environment: is required, but empty',
        '- config-path: "~" begins with ~, which no shell expands here: write the path out',
        '- minimum-backups: "0" is not a whole number of at least 1: write it in digits',
        '- backup-root: "~/backups" begins with ~, which no shell expands here: write the path out',
        '- prune: "yes" is none of true, false and dry-run',
        '- upload-artifact: "1" is neither true nor false',
        '- artifact-name: "a/b" is not an artifact name: it must not hold " * : < > ? | \\ / or a line break',
        '- compression-level: "10" is not a whole number from 0 to 9: write it in digits',
        '- job-summary: "no" is neither true nor false',
      ].join('\n'),
    );
  });

  test.each([
    ['project-id', 'CON', '"CON" cannot be a folder name on Windows'],
    ['project-id', 'a'.repeat(65), 'is not a project id'],
    ['project-id', 'é', 'is not a project id'],
    ['environment', '.prod', 'is not an environment name'],
    ['environment', 'a b', 'is not an environment name'],
  ])('refuses %s %s', (name, value, message) => {
    give({ [name]: value });
    expect(() => readBackupInputs()).toThrow(message);
  });

  const LIVE_ALONE = {
    'management-key': 'K2abc',
    'base-url': 'https://api.example.com',
    sections: 'tenants',
    'require-sections': 'tenants',
    'deadline-minutes': '21',
    'max-requests': '1',
    'fail-on-partial': 'FALSE',
    'allow-public-artifact': 'true',
  };

  test.each(Object.entries(LIVE_ALONE))('refuses %s without source: live', (name, value) => {
    give({ [name]: value });
    const message = `input ${name}: is given without source: live, which alone uses it: set source, or remove the `;
    expect(() => readBackupInputs()).toThrow(message);
    give({ source: 'config-file' });
    expect(() => readBackupInputs()).toThrow(message);
    give({ source: 'live', 'management-key': 'K2abc' });
    expect(readBackupInputs().source).toBe('live');
  });

  test('takes the defaults that the runner gives for inputs of live backups, in any case', () => {
    const presets = {
      source: 'config-file',
      sections: 'all',
      'deadline-minutes': '20',
      'max-requests': '2000',
      'fail-on-partial': 'True',
      'allow-public-artifact': 'FALSE',
    };
    give(presets);
    expect(readBackupInputs()).toMatchObject({ source: 'config-file', 'fail-on-partial': true });
  });

  test('takes an artifact name that is within the limit of GitHub with any ending', () => {
    const longest = 'n'.repeat(256 - '-20261122_030000_999-20261122_030000_999'.length);
    give({ 'artifact-name': longest });
    expect(readBackupInputs()['artifact-name']).toBe(longest);
    give({ 'artifact-name': `${longest}n` });
    expect(() => readBackupInputs()).toThrow(
      'input artifact-name: is too long with 217 characters: at most 216, for GitHub takes 256, and an ending such as -suspect or a backup id may be added',
    );
  });

  test('takes the longest name that the action makes itself', () => {
    give({ 'project-id': 'P'.repeat(64), environment: 'e'.repeat(64) });
    const made = `descope-backup-${'P'.repeat(64)}-${'e'.repeat(64)}-live`;
    give({ 'artifact-name': made });
    expect(readBackupInputs()['artifact-name']).toBe(made);
  });
});

describe('readVerifyInputs', () => {
  test('takes a whole name of GitHub and no longer one', () => {
    give({ 'artifact-name': 'n'.repeat(256) });
    expect(readVerifyInputs()['artifact-name']).toHaveLength(256);
    give({ 'artifact-name': 'n'.repeat(257) });
    expect(() => readVerifyInputs()).toThrow(
      'input artifact-name: is too long with 257 characters: at most 256',
    );
  });
});

describe('the secrets among the inputs', () => {
  const SECRETS = {
    'management-key': 'K2-secret-of-the-test',
    'github-token': 'ghs_secret_of_the_test',
    'heartbeat-url': 'https://example.com/secret-of-the-test',
  };

  test('are masked before anything else, though other inputs are wrong', async () => {
    give({ ...SECRETS, source: 'live', 'retention-days': 'x' });
    const lines = await linesPrintedBy(() => {
      expect(() => readBackupInputs()).toThrow('retention-days');
    });
    expect(lines.sort()).toEqual(
      [...Object.values(SECRETS), `P2abc:${SECRETS['management-key']}`]
        .map((text) => `::add-mask::${text}`)
        .sort(),
    );
  });

  test('are masked though they are wrong themselves, and no error repeats them', async () => {
    const wrong = { 'management-key': 'K2 with blanks', 'heartbeat-url': 'http://no.example/a-b' };
    give({ ...wrong, source: 'live' });
    let message = '';
    const lines = await linesPrintedBy(() => {
      try {
        readBackupInputs();
      } catch (error) {
        message = (error as Error).message;
      }
    });
    for (const text of Object.values(wrong)) {
      expect(lines).toContain(`::add-mask::${text}`);
      expect(message).not.toContain(text);
    }
    expect(message).toContain('management-key: it holds a blank');
    expect(message).toContain('heartbeat-url: it is no address');
  });

  test('come as what does not print', async () => {
    give({ ...SECRETS, source: 'live' });
    await linesPrintedBy(() => {
      const inputs = readBackupInputs();
      expect(JSON.stringify(inputs) + inspect(inputs)).not.toMatch(/secret.of.the.test/);
      expect(inputs['github-token']?.reveal()).toBe(SECRETS['github-token']);
    });
  });

  test('of the verify action are masked, too', async () => {
    give({ 'github-token': SECRETS['github-token'] });
    expect(await linesPrintedBy(() => readVerifyInputs())).toEqual([
      `::add-mask::${SECRETS['github-token']}`,
    ]);
  });
});

test('a field is a secret wherever the mark stands', () => {
  const marked = z.string().meta({ secret: true });
  const fields = [marked, marked.optional(), marked.default('x'), z.string().optional()];
  expect(fields.map(isSecretField)).toEqual([true, true, true, false]);
});
