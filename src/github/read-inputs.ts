/**
 * How all inputs of an action are read from the environment, its secrets masked before anything
 * else.
 */
import { getInput, setSecret } from '@actions/core';
import type { z } from 'zod';
import { isSecretField } from '../project/inputs/fields.ts';
import { maskSecret } from './own-secrets.ts';

type Given = Readonly<Record<string, string>>;

export interface ReadingOptions {
  /** What is wrong with inputs together, each a text that begins with an input's name. */
  readonly checkTogether?: (given: Given) => readonly string[];
  /** How else the secret of an input is written where it is used. */
  readonly spellings?: (name: string, secret: string) => readonly string[];
}

/** How the management key is written in the header of a request. */
export function keyInHeader(name: string, secret: string): string[] {
  return name === 'management-key' ? [`${getInput('project-id')}:${secret}`] : [];
}

/** Masks the secrets among the inputs, with what else they are written as. */
function maskSecrets(
  shape: z.ZodRawShape,
  spellings: (name: string, secret: string) => readonly string[],
): void {
  for (const [name, field] of Object.entries(shape)) {
    const text = isSecretField(field) ? getInput(name) : '';
    if (text === '') continue;
    maskSecret(text);
    // Who finds the secret finds these: they are for the runner, which masks nothing but what it
    // was told.
    spellings(name, text).forEach((spelling) => {
      setSecret(spelling);
    });
  }
}

/**
 * Reads the inputs that the runner passes in the environment. One that is empty was not given.
 * Before anything else, those that the schema marks as secrets are masked.
 *
 * @throws Error that lists every problem of every input
 */
export function readInputs<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  { checkTogether = () => [], spellings = () => [] }: ReadingOptions = {},
): z.infer<z.ZodObject<Shape>> {
  maskSecrets(schema.shape, spellings);
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const text = getInput(name);
    if (text !== '') given[name] = text;
  }
  const result = schema.safeParse(given);
  const problems = [
    ...(result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...checkTogether(given),
  ];
  if (result.success && problems.length === 0) return result.data;
  throw new Error(
    problems.length === 1
      ? `input ${problems[0] ?? ''}`
      : `${problems.length} inputs are wrong:\n${problems.map((text) => `- ${text}`).join('\n')}`,
  );
}
