import { describe, expect, test } from '@jest/globals';
import { problemsInWords } from '../../src/reporter/strangers.ts';
import { memoryReporter } from '../fixtures/memory-reporter.ts';

describe('a reporter', () => {
  const words = { named: 'tenant acme is gone', unnamed: '1 tenant is gone' };

  test.each([
    [true, 'tenant acme is gone'],
    [false, '1 tenant is gone'],
  ])('with mayName %s tells %j', (mayName, text) => {
    const reporter = memoryReporter({ mayName });
    reporter.info(words);
    reporter.warning(words, { file: 'descope.yaml', line: 3 });
    reporter.error(words);
    reporter.debug(words);
    expect(reporter.told).toEqual([
      { kind: 'info', text },
      { kind: 'warning', text, place: { file: 'descope.yaml', line: 3 } },
      { kind: 'error', text },
      { kind: 'debug', text },
    ]);
    expect([reporter.words(words), reporter.words('as it is')]).toEqual([text, 'as it is']);
    expect(reporter.mayName).toBe(mayName);
  });

  test('returns what a group does', async () => {
    const reporter = memoryReporter();
    expect(await reporter.group('Write', () => Promise.resolve(7))).toBe(7);
    expect(reporter.texts('group')).toEqual(['Write']);
  });
});

describe('progress', () => {
  function told(total: number, secondsPerStep: number): string[] {
    let now = 0;
    const reporter = memoryReporter({ clock: () => now });
    const tell = reporter.progress('Written');
    for (let done = 1000; done <= total; done += 1000) {
      now += secondsPerStep * 1000;
      tell(done, total);
    }
    return reporter.texts('info');
  }

  test('is told at each tenth of long work', () => {
    const lines = told(100_000, 1);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('Written: 10000 of 100000');
    expect(lines[9]).toBe('Written: 100000 of 100000');
  });

  test('is told no more than once a second', () => {
    expect(told(100_000, 0.05)).toHaveLength(5);
  });

  test('is not told of short work', () => {
    expect(told(9000, 1)).toEqual([]);
  });
});

test.each([
  [['a/b.json is damaged'], '1 problem'],
  [['a/b.json is damaged', 'c.json is missing'], '2 problems'],
])('strangers hear how many problems there are: %j', (problems, count) => {
  expect(problemsInWords(problems)).toEqual({
    named: problems.join('; '),
    unnamed: `${count}, not named here because strangers may read this`,
  });
});
