import { expect, test } from '@jest/globals';
import { errorCode, explainIoError } from '../../src/storage/io-errors.ts';

const systemError = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: as the system words it`), { code, ...(path && { path }) });

test('a known code is told with the attempt, the path and the fix', () => {
  expect(explainIoError(systemError('ENOSPC', '/b/x'), 'could not write').message).toBe(
    'could not write: /b/x: the disk is full: free some space or put backup-root on another disk (ENOSPC)',
  );
});

test('an unknown code keeps the words of the system', () => {
  expect(explainIoError(systemError('EWHAT'), 'could not write').message).toBe(
    'could not write: EWHAT: as the system words it (EWHAT)',
  );
});

test('an error without a code comes back as it is', () => {
  const error = new Error('words of its own');
  expect(explainIoError(error, 'could not write')).toBe(error);
  expect(explainIoError('thrown text', 'could not write').message).toBe('thrown text');
  expect(errorCode(Object.assign(new Error('x'), { code: 7 }))).toBeUndefined();
});
