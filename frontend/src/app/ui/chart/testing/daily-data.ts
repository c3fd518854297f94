import type { LineData } from '../line-data';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Two lines over days for specs; the last day is today, 2026-04-21. */
export function dailyData(created: readonly number[], resolved: readonly number[]): LineData {
  const last = Date.UTC(2026, 3, 21);
  return {
    title: 'Created and resolved per day',
    caption: 'Tickets created and resolved per day',
    summary: 'Two lines.',
    placeName: 'Day',
    extent: `${created.length} days`,
    stride: 7,
    places: created.map((count, index) => {
      const today = index === created.length - 1;
      const date = new Date(last - (created.length - 1 - index) * 86_400_000);
      const label = `${date.getUTCDate()} ${date.getUTCMonth() === 3 ? 'Apr' : 'Mar'}`;
      const heading = today ? 'Today so far' : `${WEEKDAYS[date.getUTCDay()] ?? ''} ${label}`;
      return {
        label: today ? heading : label,
        heading,
        words: `${heading}: ${count} created, ${resolved[index] ?? 0} resolved`,
      };
    }),
    series: [
      { name: 'Created', look: 'main', values: created, total: 'many' },
      { name: 'Resolved', look: 'beside', values: resolved, total: 'many' },
    ],
    valueText: (value) => value.toLocaleString('en'),
  };
}
