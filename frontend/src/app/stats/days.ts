import type { Stats } from '../api/model';
import { countText } from '../ui/numbers';

/** What happened on one UTC day. */
export interface Day {
  /** `YYYY-MM-DD`. */
  date: string;
  created: number;
  resolved: number;
  /** The last day of the answer is not over yet. */
  today: boolean;
}

export interface DayTotals {
  created: number;
  resolved: number;
}

/** The two series of the answer as one, oldest day first. */
export function daysOf(stats: Pick<Stats, 'created_per_day' | 'resolved_per_day'>): readonly Day[] {
  const resolved = new Map(stats.resolved_per_day.map(({ date, count }) => [date, count]));
  const last = stats.created_per_day.length - 1;
  return stats.created_per_day.map(({ date, count }, index) => ({
    date,
    created: count,
    resolved: resolved.get(date) ?? 0,
    today: index === last,
  }));
}

export function totalsOf(days: readonly Day[]): DayTotals {
  return days.reduce((sum, day) => ({ created: sum.created + day.created, resolved: sum.resolved + day.resolved }), {
    created: 0,
    resolved: 0,
  });
}

/** "14 Apr". */
export function shortDay(date: string): string {
  const { day, month } = partsOf(date);
  return `${day} ${month}`;
}

/** "Tuesday 14 Apr". */
export function longDay(date: string): string {
  const { weekday, day, month } = partsOf(date);
  return `${weekday} ${day} ${month}`;
}

/** "Today so far" or "Tuesday 14 Apr". */
export function dayHeading(day: Day): string {
  return day.today ? 'Today so far' : longDay(day.date);
}

/** "Tuesday 14 Apr: 39 created, 44 resolved". */
export function dayInWords(day: Day): string {
  return `${dayHeading(day)}: ${countText(day.created)} created, ${countText(day.resolved)} resolved`;
}

/** The chart in two sentences, for those who cannot see it. */
export function chartInWords(days: readonly Day[]): string {
  const { created, resolved } = totalsOf(days);
  const sum = `Tickets created and resolved per day, last ${days.length} days: ${countText(created)} created, ${countText(resolved)} resolved.`;
  const busiest = days.reduce<Day | undefined>(
    (most, day) => (day.created > (most?.created ?? 0) ? day : most),
    undefined,
  );
  if (!busiest) return sum;
  const when = busiest.today ? 'today so far' : `on ${longDay(busiest.date)}`;
  return `${sum} Most were created ${when}: ${countText(busiest.created)}.`;
}

// By parts, since the order and the commas of a locale's own pattern change between browsers.
const parts = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' });

function partsOf(date: string): Record<'weekday' | 'day' | 'month', string> {
  const found = { weekday: '', day: '', month: '' };
  for (const { type, value } of parts.formatToParts(Date.parse(`${date}T00:00:00Z`))) {
    if (type in found) found[type as keyof typeof found] = value;
  }
  return found;
}
