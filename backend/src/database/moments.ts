import { types } from 'pg';

const ZERO = '0'.charCodeAt(0);
/** Where what stands in `2026-04-20 09:22:31.120457+00`. */
const [MONTH, DAY, HOUR, MINUTE, SECOND, POINT] = [5, 8, 11, 14, 17, 19];
const AFTER_YEAR = 4;
const UTC = '+00';

const anyMoment = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (text: string) => Date | number;

/**
 * Reads a `timestamptz` to the millisecond, as the driver does in four times the time. What is not in UTC and of four digits
 * of year, as nearly all moments of a desk are, is left to the driver; infinity is a number there.
 */
export function momentOf(text: string): Date | number {
  const isUsual = text[AFTER_YEAR] === '-' && !text.startsWith('0') && text.endsWith(UTC);
  if (!isUsual) return anyMoment(text);
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const milliseconds = text[POINT] === '.' ? millisecondsOf(text) : 0;
  const [month, day, hour] = [twoDigits(text, MONTH) - 1, twoDigits(text, DAY), twoDigits(text, HOUR)];
  return new Date(Date.UTC(year, month, day, hour, twoDigits(text, MINUTE), twoDigits(text, SECOND), milliseconds));
}

function twoDigits(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - ZERO) + text.charCodeAt(at + 1) - ZERO;
}

/** PostgreSQL leaves out zeros at the end. */
function millisecondsOf(text: string): number {
  let milliseconds = 0;
  let worth = 100;
  for (let at = POINT + 1; at < text.length - UTC.length && worth >= 1; at += 1) {
    milliseconds += worth * (text.charCodeAt(at) - ZERO);
    worth /= 10;
  }
  return milliseconds;
}
