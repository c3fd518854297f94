const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OPENS = 7 * HOUR;
const CLOSES = 18 * HOUR;

/** The moment when so many hours of the desk, Monday to Friday from 7 to 18 UTC, have gone by. */
export function afterWorkingHours(from: Date, hours: number): Date {
  let at = from.getTime();
  let left = Math.round(hours * HOUR);
  for (;;) {
    const midnight = Math.floor(at / DAY) * DAY;
    const start = Math.max(at, midnight + OPENS);
    const available = isWorkday(midnight) ? Math.max(0, midnight + CLOSES - start) : 0;
    if (left < available) return new Date(start + left);
    left -= available;
    at = midnight + DAY;
  }
}

function isWorkday(midnight: number): boolean {
  const day = new Date(midnight).getUTCDay();
  return day !== 0 && day !== 6;
}
