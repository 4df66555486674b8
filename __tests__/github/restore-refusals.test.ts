import { describe, expect, test } from '@jest/globals';
import { refusedEvent, refusedReaders } from '../../src/github/restore-refusals.ts';

const on = (event?: string) => refusedEvent({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event });

describe('the event', () => {
  test.each(['workflow_dispatch', 'repository_dispatch', 'schedule'])('%s applies', (event) => {
    expect(on(event)).toBeUndefined();
  });

  test.each([
    'push',
    'pull_request',
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'merge_group',
    'workflow_call',
    'Schedule',
    'schedule ',
  ])('%s is refused by its name', (event) => {
    expect(on(event)).toBe(
      `nothing is applied on the event ${event}: start the workflow by workflow_dispatch, repository_dispatch or schedule. A plan runs on any event`,
    );
  });

  test.each([undefined, ''])('%j is refused, too', (event) => {
    expect(on(event)).toContain('nothing is applied on an event that the runner does not name');
  });

  test('is nobody elsewhere than on GitHub', () => {
    expect(refusedEvent({ GITHUB_EVENT_NAME: 'push' })).toBeUndefined();
  });
});

describe('who can read', () => {
  test('nobody but members: it applies', () => {
    expect(refusedReaders('private', false)).toBeUndefined();
    expect(refusedReaders('internal', false)).toBeUndefined();
  });

  test('everybody, or nobody could tell: it is refused, unless that is allowed', () => {
    expect(refusedReaders('public', false)).toBe(
      'nothing is applied: the repository is public, and anyone could download the safety backup. Restore from a private repository, or set allow-public-artifact to true',
    );
    expect(refusedReaders('unknown', false)).toContain('nobody could tell');
    expect(refusedReaders('public', true)).toBeUndefined();
    expect(refusedReaders('unknown', true)).toBeUndefined();
  });
});
