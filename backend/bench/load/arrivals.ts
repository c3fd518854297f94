import type { DemoRandom } from '../../src/setup/demo/demo-random.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How busy each day is, Sunday first, and each hour of the day (UTC). */
const DAYS = [0.12, 1.15, 1.1, 1, 1, 0.85, 0.18];
const HOURS = [1, 1, 1, 1, 1, 2, 5, 9, 12, 12, 11, 9, 9, 10, 10, 8, 6, 5, 4, 3, 3, 2, 2, 1];
/** A desk that grows: at the end twice as many come as at the beginning. */
const GROWTH = 2;

/** When the tickets of the last `days` days came in, oldest first, one at a time. */
export function* arrivals(count: number, days: number, now: Date, random: DemoRandom): Generator<Date> {
  const first = Math.floor((now.getTime() - days * DAY) / DAY) * DAY;
  const hours = Math.floor((now.getTime() - first) / HOUR);
  const weights = Array.from({ length: hours }, (_, hour) => {
    const at = new Date(first + hour * HOUR);
    const grown = 1 + ((GROWTH - 1) * hour) / hours;
    return (DAYS[at.getUTCDay()] ?? 1) * (HOURS[at.getUTCHours()] ?? 1) * grown;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let soFar = 0;
  let given = 0;
  for (const [hour, weight] of weights.entries()) {
    soFar += weight;
    const until = hour === hours - 1 ? count : Math.round((soFar / total) * count);
    const moments = Array.from({ length: until - given }, () => random.int(0, HOUR - 1)).sort((a, b) => a - b);
    for (const moment of moments) yield new Date(first + hour * HOUR + moment);
    given = until;
  }
}
