import { describe, expect, test } from '@jest/globals';
import { SearchBoundError, SearchBudget } from '../../src/copies/search-budget.ts';

const never = new AbortController().signal;
const LONG = 3_600_000;

/** Work that ends when its signal does. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });

describe('SearchBudget', () => {
  test('gives up after as many pages as there may be', () => {
    const budget = new SearchBudget(never, { milliseconds: LONG, pages: 2 });
    budget.countPage();
    budget.countPage();
    expect(() => {
      budget.countPage();
    }).toThrow(SearchBoundError);
  });

  test('allows fifty pages in a real run', () => {
    const budget = new SearchBudget(never);
    for (let page = 0; page < 50; page++) budget.countPage();
    expect(() => {
      budget.countPage();
    }).toThrow('the search was given up after 50 pages of 100 artifacts');
  });

  test('begins nothing when no time is left', async () => {
    const budget = new SearchBudget(never, { milliseconds: 0, pages: 1 });
    let isBegun = false;
    const spent = budget.spend(() => {
      isBegun = true;
      return Promise.resolve();
    });
    await expect(spent).rejects.toThrow(SearchBoundError);
    expect(isBegun).toBe(false);
  });

  test('ends what takes longer, and everything after it', async () => {
    const budget = new SearchBudget(never, { milliseconds: 1, pages: 1 });
    await expect(budget.spend(untilAborted)).rejects.toThrow('the search was given up after');
    await expect(budget.spend(() => Promise.resolve(1))).rejects.toThrow(SearchBoundError);
  });

  test('passes on what the work gives, and how it fails', async () => {
    const budget = new SearchBudget(never, { milliseconds: LONG, pages: 1 });
    expect(await budget.spend(() => Promise.resolve(7))).toBe(7);
    await expect(budget.spend(() => Promise.reject(new Error('HTTP 500')))).rejects.toThrow(
      'HTTP 500',
    );
  });

  test('a run that is cancelled is no bound that was reached', async () => {
    const controller = new AbortController();
    const budget = new SearchBudget(controller.signal, { milliseconds: LONG, pages: 1 });
    const spent = budget.spend(untilAborted);
    controller.abort(new Error('cancelled'));
    await expect(spent).rejects.toThrow('cancelled');
  });
});
