import { type Day, chartInWords, dayHeading, dayInWords, daysOf, longDay, shortDay, totalsOf } from './days';

const day = (date: string, created: number, resolved: number, today = false): Day => ({
  date,
  created,
  resolved,
  today,
});

describe('the days of the chart', () => {
  it('pair created and resolved by date and know which one is not over', () => {
    const days = daysOf({
      created_per_day: [
        { date: '2026-04-20', count: 44 },
        { date: '2026-04-21', count: 21 },
      ],
      resolved_per_day: [
        { date: '2026-04-21', count: 16 },
        { date: '2026-04-20', count: 38 },
      ],
    });

    expect(days).toEqual([day('2026-04-20', 44, 38), day('2026-04-21', 21, 16, true)]);
    expect(totalsOf(days)).toEqual({ created: 65, resolved: 54 });
  });

  it.each([
    ['2026-04-14', '14 Apr', 'Tuesday 14 Apr'],
    ['2026-09-01', '1 Sep', 'Tuesday 1 Sep'],
    ['2025-12-31', '31 Dec', 'Wednesday 31 Dec'],
  ])('write %s as "%s" and "%s" in UTC', (date, short, long) => {
    expect(shortDay(date)).toBe(short);
    expect(longDay(date)).toBe(long);
  });

  it('call the last one today so far', () => {
    expect(dayHeading(day('2026-04-21', 21, 16, true))).toBe('Today so far');
    expect(dayInWords(day('2026-04-21', 1021, 16, true))).toBe('Today so far: 1,021 created, 16 resolved');
    expect(dayInWords(day('2026-04-14', 39, 44))).toBe('Tuesday 14 Apr: 39 created, 44 resolved');
  });

  it.each([
    ['', [0, 0]],
    [' Most were created on Monday 20 Apr: 44.', [44, 21]],
    [' Most were created today so far: 45.', [44, 45]],
  ])('are told in words, ending with "%s"', (busiest, [first = 0, last = 0]) => {
    const words = chartInWords([day('2026-04-20', first, 3), day('2026-04-21', last, 4, true)]);

    expect(words).toBe(
      `Tickets created and resolved per day, last 2 days: ${first + last} created, 7 resolved.${busiest}`,
    );
  });
});
