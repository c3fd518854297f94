import { dayFromText, dayOf, textOfDay } from './day-text';

describe('a day that a person writes', () => {
  it.each([
    ['26 Nov 2026', '2026-11-26'],
    ['26 November 2026', '2026-11-26'],
    ['26.11.2026', '2026-11-26'],
    ['26/11/2026', '2026-11-26'],
    ['2026-11-26', '2026-11-26'],
    [' 6 mar 2026 ', '2026-03-06'],
    ['29 Feb 2028', '2028-02-29'],
    ['5/4/2026', '2026-04-05'],
  ])('reads %j as %s', (text, day) => {
    expect(textOfDay(dayFromText(text)!)).toBe(day);
  });

  it.each([
    '',
    'yesterday',
    '31 Nov 2026',
    '29 Feb 2026',
    '11/26/2026',
    '26 Nov',
    '2026-13-01',
    '26 Foo 2026',
    '1 1 26',
  ])('takes %j for none', (text) => {
    expect(dayFromText(text)).toBeNull();
  });
});

describe('a day of an address', () => {
  it.each([
    ['2026-04-21', '2026-04-21'],
    ['2026-13-41', ''],
    ['2026-02-30', ''],
    ['2026-2-3', ''],
    ['yesterday', ''],
    ['', ''],
  ])('"%s" is read as "%s"', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });
});
