import { dailyLines } from './daily-lines';
import { daysOf } from './days';
import { statsOf } from './testing/stats-of';

describe('the lines of the days', () => {
  const lines = dailyLines(daysOf(statsOf({ created: [1044, 21], resolved: [38, 16] })));

  it('are created, which the chart is about, and resolved beside it, with their sums', () => {
    expect(lines.series).toEqual([
      { name: 'Created', look: 'main', values: [1044, 21], total: '1,065' },
      { name: 'Resolved', look: 'beside', values: [38, 16], total: '54' },
    ]);
    expect(lines.valueText(1044)).toBe('1,044');
  });

  it('name every day short, in full and aloud, and today as not over', () => {
    expect(lines.places).toEqual([
      { label: '20 Apr', heading: 'Monday 20 Apr', words: 'Monday 20 Apr: 1,044 created, 38 resolved' },
      { label: 'Today so far', heading: 'Today so far', words: 'Today so far: 21 created, 16 resolved' },
    ]);
  });

  it('are counted in weeks', () => expect(lines.stride).toBe(7));
});
