const LONGEST = 64;

/** Begins with a letter: an offset like `+03:00` is no time zone, because it knows no summer time. */
const NAME = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;

/** Whether a value is the IANA name of a time zone that this machine knows, like `Europe/Helsinki`; in any case of letters. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST || !NAME.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
