import type { DemoRandom } from './demo-random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How busy each day is, Sunday first, and each hour of the day (UTC) when customers are mostly in Europe. */
const DAYS = [0.12, 1.15, 1.1, 1, 1, 0.85, 0.18];
const HOURS = [1, 1, 1, 1, 1, 2, 5, 9, 12, 12, 11, 9, 9, 10, 10, 8, 6, 5, 4, 3, 3, 2, 2, 1];
/** Ages in minutes of the newest, so that a fresh desk is a busy one whatever the hour. */
const NEWEST = [103, 76, 58, 43, 26, 11, 4];

/** When the tickets of the last `days` days came in, oldest first. */
export function arrivalTimes(count: number, days: number, now: Date, random: DemoRandom): Date[] {
  const first = Math.floor((now.getTime() - days * DAY) / DAY) * DAY;
  const hours = busyHours(first, now.getTime() - 2 * HOUR, random);
  const total = hours.reduce((sum, { weight }) => sum + weight, 0);
  const earlier = Array.from({ length: count - NEWEST.length }, () => moment(hours, random.next() * total));
  const newest = NEWEST.map((age) => now.getTime() - age * MINUTE - random.int(0, MINUTE - 1));
  return [...earlier.sort((a, b) => a - b), ...newest].map((at) => new Date(at));
}

interface BusyHour {
  readonly start: number;
  readonly length: number;
  readonly weight: number;
}

function busyHours(first: number, end: number, random: DemoRandom): BusyHour[] {
  const hours: BusyHour[] = [];
  let mood = 1;
  for (let start = first; start < end; start += HOUR) {
    if (start % DAY === 0) mood = 0.6 + 0.8 * random.next();
    const length = Math.min(HOUR, end - start);
    const at = new Date(start);
    const weight = mood * (DAYS[at.getUTCDay()] ?? 1) * (HOURS[at.getUTCHours()] ?? 1) * (length / HOUR);
    hours.push({ start, length, weight });
  }
  return hours;
}

/** The moment at which `share` of all weight has gone by. */
function moment(hours: readonly BusyHour[], share: number): number {
  let left = share;
  for (const { start, length, weight } of hours) {
    if (left < weight) return start + Math.floor((left / weight) * length);
    left -= weight;
  }
  const last = hours.at(-1);
  if (!last) throw new Error('There is no hour for a ticket to arrive in');
  return last.start + last.length - 1;
}
