import { type AskedPeriod, qualityPeriod } from './quality-period.ts';

const NOW = new Date('2026-04-20T22:30:00Z');
const period = (asked: AskedPeriod, timeZone = 'UTC') => qualityPeriod(asked, NOW, timeZone);

describe('a period of figures', () => {
  it.each<[string, AskedPeriod, string, [string, string, string, number]]>([
    ['thirty days up to today when nothing is asked', {}, 'UTC', ['2026-03-22', '2026-04-20', 'week', 5]],
    ['a named one', { period: '7d' }, 'UTC', ['2026-04-14', '2026-04-20', 'day', 7]],
    ['of the today of a time zone', { period: '7d' }, 'Europe/Helsinki', ['2026-04-15', '2026-04-21', 'day', 7]],
    ['from a day on', { from: '2026-04-07' }, 'UTC', ['2026-04-07', '2026-04-20', 'day', 14]],
    ['up to a day', { to: '2026-03-30' }, 'UTC', ['2026-03-01', '2026-03-30', 'week', 5]],
    ['of one day', { from: '2026-02-01', to: '2026-02-01' }, 'UTC', ['2026-02-01', '2026-02-01', 'day', 1]],
    ['of three years', { from: '2023-04-21', to: '2026-04-20' }, 'UTC', ['2023-04-21', '2026-04-20', 'week', 157]],
  ])('is %s', (_, asked, timeZone, [from, to, unit, parts]) => {
    const found = period(asked, timeZone);
    expect([found.from, found.to, found.unit, found.parts.length]).toEqual([from, to, unit, parts]);
    expect(found.bounds).toHaveLength(parts + 1);
  });

  it('has whole weeks counted back from its last day, and what is left over first', () => {
    const { parts, bounds } = period({ from: '2026-04-01', to: '2026-04-16' });
    expect(parts).toEqual([
      { from: '2026-04-01', to: '2026-04-02' },
      { from: '2026-04-03', to: '2026-04-09' },
      { from: '2026-04-10', to: '2026-04-16' },
    ]);
    expect(bounds.map((bound) => bound.toISOString().slice(0, 10))).toEqual([
      ...['2026-04-01', '2026-04-03', '2026-04-10', '2026-04-17'],
    ]);
  });

  it.each<[string, AskedPeriod]>([
    ['named twice over', { period: '7d', to: '2026-04-01' }],
    ['in the wrong order', { from: '2026-04-02', to: '2026-04-01' }],
    ['too long', { from: '2023-04-20', to: '2026-04-20' }],
  ])('is refused when it is %s', (_, asked) => expect(() => period(asked)).toThrow());
});
