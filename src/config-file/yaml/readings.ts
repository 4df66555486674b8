/**
 * What a text without quotes means in YAML 1.2, and what it means to PyYAML, which reads YAML 1.1.
 */
import { FLOAT, INTEGER } from './schema.ts';

/** A value as one of the two dialects has it. */
export type Reading =
  | { readonly kind: 'text' | 'true' | 'false' | 'date' | 'time' | 'error' }
  | { readonly kind: 'number'; readonly value: bigint | number };

const TEXT: Reading = { kind: 'text' };
const ERROR: Reading = { kind: 'error' };

const YAML_11_TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const YAML_11_FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;

/**
 * PyYAML's own forms: a leading zero is octal, colons are base 60, an exponent wants a point and a
 * sign.
 */
const YAML_11_INTEGER =
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const YAML_11_FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+](\d\d?)(?::(\d\d))?))?$/;

/** `1:30:00` in base 60. */
function fromBase60(parts: readonly string[]): bigint {
  return parts.reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}

/**
 * The value of an integer of YAML 1.1, its sign and underscores apart; undefined where PyYAML
 * fails.
 */
function unsigned11(digits: string): bigint | undefined {
  if (/^0[bx]$/.test(digits)) return undefined;
  if (/^0[bx]/.test(digits)) return BigInt(digits);
  if (/^0o?[0-7]+$/.test(digits)) return BigInt(`0o${digits.replace(/^0o?/, '')}`);
  if (digits.startsWith('0')) return digits === '0' ? 0n : undefined;
  return fromBase60(digits.split(':'));
}

/** A text that PyYAML takes for an integer. */
export function integerOfYaml11(source: string): Reading {
  const digits = source.replaceAll('_', '').replace(/^[-+]/, '');
  const value = unsigned11(digits);
  if (value === undefined) return ERROR;
  return { kind: 'number', value: source.startsWith('-') ? -value : value };
}

function floatOfYaml11(source: string): Reading {
  const [last = '', ...before] = source
    .replaceAll('_', '')
    .replace(/^[-+]/, '')
    .split(':')
    .reverse();
  const value =
    before.length === 0 ? Number(last) : Number(fromBase60(before.reverse())) * 60 + Number(last);
  return { kind: 'number', value: source.startsWith('-') ? -value : value };
}

/** PyYAML fails for a day that is in no calendar. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function timestampOfYaml11(source: string): Reading | undefined {
  const match = DATE.exec(source) ?? TIME.exec(source);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, ...time] = (match.slice(1) as (string | undefined)[]).map(
    (part = '0') => Number(part),
  );
  const [hour = 0, minute = 0, second = 0, zoneHours = 0, zoneMinutes = 0] = time;
  const isClockTime =
    hour < 24 && minute < 60 && second < 60 && zoneHours * 60 + zoneMinutes < 1440;
  const isReal = isClockTime && isCalendarDay(year, month, day);
  if (!isReal) return ERROR;
  return { kind: time.length === 0 ? 'date' : 'time' };
}

/**
 * What PyYAML's SafeLoader makes of a text without quotes and tag, empty ones and `null` apart.
 *
 * @param isKey whether it is the key of a map, where `=` and `<<` are good
 */
export function readAsYaml11(source: string, isKey: boolean): Reading {
  if (YAML_11_TRUE.test(source)) return { kind: 'true' };
  if (YAML_11_FALSE.test(source)) return { kind: 'false' };
  if (YAML_11_INTEGER.test(source)) return integerOfYaml11(source);
  if (YAML_11_FLOAT.test(source)) return floatOfYaml11(source);
  if (!isKey && (source === '=' || source === '<<')) return ERROR;
  return timestampOfYaml11(source) ?? TEXT;
}

/** What the core schema of YAML 1.2 makes of it. */
export function readAsYaml12(source: string): Reading {
  if (/^(?:true|True|TRUE)$/.test(source)) return { kind: 'true' };
  if (/^(?:false|False|FALSE)$/.test(source)) return { kind: 'false' };
  if (INTEGER.test(source)) {
    const value = BigInt(source.replace(/^[-+]/, ''));
    return { kind: 'number', value: source.startsWith('-') ? -value : value };
  }
  return FLOAT.test(source) ? { kind: 'number', value: Number(source) } : TEXT;
}

/** Whether both are the same value. An integer and a float of the same value are. */
export function isSameReading(a: Reading, b: Reading): boolean {
  if (a.kind !== 'number' || b.kind !== 'number') return a.kind === b.kind;
  return typeof a.value === typeof b.value
    ? a.value === b.value
    : Number(a.value) === Number(b.value);
}
