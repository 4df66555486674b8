import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeRedactor } from '../../src/project/own-secrets.ts';
import { Secret } from '../../src/project/secret.ts';

const root = resolve(import.meta.dirname, '../..');

test('whatever prints a secret gets three stars', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), (text) => {
      // What is in the stars themselves, or in the words around them, is no sign.
      fc.pre(!'{"a":{"key":"***"}} [ *** ] Error: ***'.includes(text));
      const secret = new Secret(text);
      const printed = [
        String(secret),
        ['', secret].join('+'),
        JSON.stringify({ a: { key: secret } }),
        inspect([secret], { depth: 9, showHidden: true }),
        format('%s %o %j', secret, secret, secret),
        inspect(new Error(String(secret))).split('\n')[0],
        Object.keys(secret).join() + Object.values(secret).join(),
        JSON.stringify(Object.getOwnPropertyDescriptors(secret)),
      ].join('\n');
      expect(printed.includes(text)).toBe(false);
      expect(secret.reveal()).toBe(text);
    }),
  );
});

test('what finds the secrets of a run takes them as they come', () => {
  const { redact } = makeRedactor([new Secret('K2-a-secret-of-this-run'), 'another-one-of-it']);
  expect(redact('a K2-a-secret-of-this-run b another-one-of-it', '#')).toBe('a # b #');
});

test('a secret is revealed to requests, and to what looks for it, and nowhere else', () => {
  const revealing = globSync('src/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('.reveal('))
    .sort();
  expect(revealing).toEqual([
    'src/descope/session.ts',
    'src/github/artifact-download.ts',
    'src/github/heartbeat.ts',
    'src/github/rest-api.ts',
    'src/project/own-secrets.ts',
  ]);
});
