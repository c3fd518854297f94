import type { LineData } from '../ui/chart/line-data';
import { countText } from '../ui/numbers';
import { type Day, chartInWords, dayHeading, dayInWords, shortDay, totalsOf } from './days';

/** Created and resolved tickets per day, ready to be drawn; at least one day. */
export function dailyLines(days: readonly Day[]): LineData {
  const totals = totalsOf(days);
  return {
    title: 'Created and resolved per day',
    caption: `Tickets created and resolved per day, last ${days.length} days`,
    summary: chartInWords(days),
    placeName: 'Day',
    extent: `${days.length} days`,
    stride: 7,
    places: days.map((day) => ({
      label: day.today ? dayHeading(day) : shortDay(day.date),
      heading: dayHeading(day),
      words: dayInWords(day),
    })),
    series: [
      {
        name: 'Created',
        look: 'main',
        values: days.map(({ created }) => created),
        total: countText(totals.created),
      },
      {
        name: 'Resolved',
        look: 'beside',
        values: days.map(({ resolved }) => resolved),
        total: countText(totals.resolved),
      },
    ],
    valueText: countText,
  };
}
