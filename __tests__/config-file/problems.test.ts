import { expect, test } from '@jest/globals';
import { ConfigFileError, formatPath } from '../../src/config-file/problems.ts';

test.each([
  [[], 'the file'],
  [['tenants', 2, 'custom_attributes', 'a b'], 'tenants[2].custom_attributes["a b"]'],
  [['7'], '["7"]'],
  [['été', 'x-y'], 'été.x-y'],
])('%j is written %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
});

test('the error tells the first problem, and how many there are', () => {
  expect(new ConfigFileError('f', [{ message: 'm' }]).message).toBe('f: m');
  expect(new ConfigFileError('f', [{ message: 'm', line: 2 }]).message).toBe('f:2:1: m');
  expect(new ConfigFileError('f', [{ message: 'm', line: 2, column: 3 }], 7).message).toContain(
    '7 problems',
  );
  expect(new ConfigFileError('f', [{ message: 'm' }, { message: 'n' }]).total).toBe(2);
});
