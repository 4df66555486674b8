/** The question to whoever sits at the terminal: an answer, the end of the input, and a signal. */
import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { askLine } from '../../src/cli/ask.ts';

function asking() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const controller = new AbortController();
  const answer = askLine('Which? ', input, output, controller.signal);
  return { input, output, controller, answer };
}

test('the first line is the answer', async () => {
  const { input, output, answer } = asking();
  input.write('P2abc\r\nmore\n');
  expect(await answer).toBe('P2abc');
  expect(String(output.read())).toBe('Which? ');
});

test('an input that ends has no answer', async () => {
  const { input, answer } = asking();
  input.end();
  expect(await answer).toBeUndefined();
});

test('a signal ends the wait, before it and while it lasts', async () => {
  const { controller, answer, input, output } = asking();
  controller.abort(new Error('cancelled by SIGINT'));
  await expect(answer).rejects.toThrow('cancelled by SIGINT');
  expect(() => askLine('Again? ', input, output, controller.signal)).toThrow('cancelled by SIGINT');
});
