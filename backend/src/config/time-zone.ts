const LONGEST = 64;

/** Begins with a letter: an offset like `+03:00` is no time zone, because it knows no summer time. */
const NAME = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;

/** Names that were found to be known: looking for one takes a tenth of a millisecond, and few are asked for again and again. */
const known = new Set<string>();
const MOST_KNOWN = 50;

/** Whether a value is the IANA name of a time zone that this machine knows, like `Europe/Helsinki`; in any case of letters. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST) return false;
  if (known.has(value)) return true;
  if (!NAME.test(value) || !isKnown(value)) return false;
  if (known.size >= MOST_KNOWN) known.clear();
  known.add(value);
  return true;
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
