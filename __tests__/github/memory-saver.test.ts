import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, jest, test } from '@jest/globals';

const setFlagsFromString = jest.fn();
jest.unstable_mockModule('node:v8', () => ({ setFlagsFromString }));
const { saveMemory } = await import('../../src/github/memory-saver.ts');

/** How much memory it saves is measured by bench/live.ts. */
describe('saving memory', () => {
  beforeEach(() => {
    setFlagsFromString.mockClear();
  });

  test('asks V8 for it, by a flag that it knows', async () => {
    saveMemory('13.6.233.17-node.44');
    expect(setFlagsFromString.mock.calls).toEqual([['--memory-saver-mode']]);

    // V8 complains of a flag that it does not know, and Node ends well all the same.
    setFlagsFromString.mockClear();
    saveMemory();
    const flags = JSON.stringify(setFlagsFromString.mock.calls.flat());
    const { stderr } = await promisify(execFile)(process.execPath, [
      '--eval',
      `${flags}.forEach((flag) => require('node:v8').setFlagsFromString(flag))`,
    ]);
    expect(stderr).toBe('');
  });

  test('leaves an older V8 alone, which does not know the flag', () => {
    saveMemory('12.4.254.21-node.33');
    expect(setFlagsFromString).not.toHaveBeenCalled();
  });
});
