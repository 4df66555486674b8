/**
 * The secrets of the run, as the inputs and the runner give them: nothing that is written may
 * repeat one, however spelt.
 */
import { setSecret } from '@actions/core';
import { makeRedactor } from '../project/own-secrets.ts';
import { Secret } from '../project/secret.ts';

/** Stands in logs, outputs and summaries where a secret was. */
const MARK = '***';
/** How the runner is told to mask a secret: it has to see it. */
const MASK_COMMAND = '::add-mask::';

const known = new Set<string>();
let redactor = makeRedactor([]);

/** Remembers secrets for as long as the process runs; empty ones are passed over. */
export function rememberSecrets(...secrets: readonly (string | undefined)[]): void {
  for (const secret of secrets) if (secret !== undefined && secret !== '') known.add(secret);
  redactor = makeRedactor([...known]);
}

/**
 * Tells the runner to mask a secret wherever it logs it, and remembers it. An empty one is passed
 * over.
 */
export function maskSecret(text: string): void {
  if (text === '') return;
  setSecret(text);
  rememberSecrets(text);
}

/**
 * An address that is a secret: also without its scheme, and its path where that is long enough to
 * be one.
 */
export function rememberAddress(text: string): void {
  const rest = text.replace(/^[a-z]+:\/\//i, '');
  const path = rest.slice(rest.indexOf('/') + 1);
  rememberSecrets(text, rest, path.length >= 20 ? path : undefined);
}

export function ownSecrets(): readonly Secret[] {
  return [...known].map((text) => new Secret(text));
}

export function withoutOwnSecrets(text: string): string {
  return redactor.redact(text, MARK);
}

/** Takes the secrets out of everything that is written to a stream from now on. */
export function guardStream(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream) as (...given: unknown[]) => boolean;
  const guarded = (chunk: unknown, ...more: unknown[]): boolean => {
    const text = Buffer.isBuffer(chunk) ? chunk.toString() : chunk;
    const isPlain = typeof text !== 'string' || text.startsWith(MASK_COMMAND);
    return write(isPlain ? chunk : withoutOwnSecrets(text), ...more);
  };
  stream.write = guarded;
}
