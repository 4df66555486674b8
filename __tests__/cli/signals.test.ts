/** What a signal ends: the work, or the process. */
import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { abortOnSignals, type SignalSource } from '../../src/cli/signals.ts';

function listening() {
  const killed: string[] = [];
  const source = Object.assign(new EventEmitter(), {
    pid: 1,
    kill: (_pid: number, signal: string) => killed.push(signal),
  }) satisfies SignalSource;
  const controller = new AbortController();
  const time = { now: 0 };
  abortOnSignals(source, controller, () => time.now);
  return { source, controller, time, killed };
}

test('the first one ends the work', () => {
  const { source, controller, killed } = listening();
  source.emit('SIGTERM');
  expect(controller.signal.reason).toEqual(new Error('cancelled by SIGTERM'));
  expect(killed).toEqual([]);
});

test('the same one at once is the same Ctrl-C, and a later one ends the process', () => {
  const { source, controller, time, killed } = listening();
  source.emit('SIGINT');
  time.now = 1000;
  source.emit('SIGINT');
  expect([controller.signal.aborted, killed]).toEqual([true, []]);
  time.now = 1001;
  source.emit('SIGINT');
  expect(killed).toEqual(['SIGINT']);
  expect(source.listenerCount('SIGINT')).toBe(0);
});

test('a terminal that goes away never ends the process', () => {
  const { source, controller, time, killed } = listening();
  for (time.now of [0, 5000, 10_000]) source.emit('SIGHUP');
  expect([controller.signal.aborted, killed]).toEqual([true, []]);
});
