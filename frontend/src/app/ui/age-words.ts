const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const UNITS = [
  { size: YEAR, letter: 'y', unit: 'year' },
  { size: DAY, letter: 'd', unit: 'day' },
  { size: HOUR, letter: 'h', unit: 'hour' },
  { size: MINUTE, letter: 'm', unit: 'minute' },
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const absolute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** "now", "4m", "17h", "3d", "2y": whole units, rounded down. A clock that runs ahead counts as now. */
export function shortAge(time: number, now: number): string {
  const unit = unitOf(now - time);
  return unit ? `${Math.floor((now - time) / unit.size)}${unit.letter}` : 'now';
}

/** "just now", "4 minutes ago". */
export function ageInWords(time: number, now: number): string {
  const unit = unitOf(now - time);
  return unit ? relative.format(-Math.floor((now - time) / unit.size), unit.unit) : 'just now';
}

/** "Tuesday, 21 April 2026 at 09:22", in the reader's own time zone. */
export function fullTime(time: number): string {
  return absolute.format(time);
}

function unitOf(age: number): (typeof UNITS)[number] | undefined {
  return UNITS.find(({ size }) => age >= size);
}
