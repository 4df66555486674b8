/**
 * Which environment variables may be put into a backup where a config file names them as `${VAR}`.
 */
import { wordsOf } from './names.ts';

/** Of the runner: never, whatever anybody allows. */
const RESERVED = /^(?:ACTIONS|INPUT)_/i;

/** A word that says that a variable holds a secret; more than one of a thing is no other thing. */
const SECRET_WORD =
  /^(?:secret|token|password|passwd|passphrase|pass|pwd|key|apikey|credential|private|webhook|auth)s?$/;

/** Whether a variable belongs to the runner: then it is never replaced. */
export function isReservedVariable(name: string): boolean {
  return RESERVED.test(name);
}

/**
 * Whether a reference to a variable stays as it is written. Case makes no difference, because it
 * makes none to the variables of Windows; digits at the end of a word are none of it: `TOKEN2`.
 */
export function isSecretVariable(name: string): boolean {
  if (isReservedVariable(name)) return true;
  const words = name.split('_').map((word) => word.replace(/\d+$/, '').toLowerCase());
  return [...words, ...wordsOf(name)].some((word) => SECRET_WORD.test(word));
}

/** The rule of release 1.0.0, by which older backups were made. */
export function wasSecretVariable(name: string): boolean {
  return isReservedVariable(name) || /_(?:TOKEN|SECRET|PASSWORD|KEY)$/i.test(name);
}
