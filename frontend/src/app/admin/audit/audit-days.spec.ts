import { dayOf, spanOf } from './audit-days';

describe('days of the audit log', () => {
  it.each([
    ['2026-04-21', '2026-04-21'],
    ['2026-13-41', ''],
    ['yesterday', ''],
    ['', ''],
  ])('reads "%s" as "%s"', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  it('includes both days, as the reader knows them', () => {
    const { from, to } = spanOf('2026-04-20', '2026-04-21');

    expect(new Date(from ?? '')).toEqual(new Date(2026, 3, 20));
    expect(new Date(to ?? '')).toEqual(new Date(2026, 3, 22));
  });

  it('leaves open what is not chosen', () => {
    expect(spanOf('', '')).toEqual({});
  });
});
