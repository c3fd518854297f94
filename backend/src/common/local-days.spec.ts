import { daysBetween, lastDays, timeZoneName } from './local-days.ts';

const HOUR = 3_600_000;

/** How many hours each of the last three days has. */
function hours(now: string, timeZone: string): number[] {
  const { bounds } = lastDays(3, new Date(now), timeZone);
  return bounds.slice(1).map((end, index) => (end.getTime() - (bounds[index]?.getTime() ?? 0)) / HOUR);
}

describe('the last days', () => {
  it.each([
    ['UTC', '2026-04-20T23:59:59.999Z', '2026-04-20', '2026-04-20T00:00:00.000Z'],
    ['Europe/Helsinki', '2026-04-20T20:59:59.999Z', '2026-04-20', '2026-04-19T21:00:00.000Z'],
    ['Europe/Helsinki', '2026-04-20T21:00:00.000Z', '2026-04-21', '2026-04-20T21:00:00.000Z'],
    ['Pacific/Auckland', '2026-04-20T12:00:00.000Z', '2026-04-21', '2026-04-20T12:00:00.000Z'],
    ['Asia/Kolkata', '2026-04-20T18:29:59.999Z', '2026-04-20', '2026-04-19T18:30:00.000Z'],
    ['America/Los_Angeles', '2026-04-20T06:59:59.999Z', '2026-04-19', '2026-04-19T07:00:00.000Z'],
  ])('of %s at %s end with %s, since %s', (timeZone, now, date, begins) => {
    const { dates, bounds } = lastDays(30, new Date(now), timeZone);
    expect(dates).toHaveLength(30);
    expect(bounds).toHaveLength(31);
    expect(dates.at(-1)).toBe(date);
    expect(bounds.at(-2)?.toISOString()).toBe(begins);
  });

  it.each([
    ['nothing happens', 'Asia/Kolkata', '2026-03-30T12:00:00Z', [24, 24, 24]],
    ['summer begins', 'Europe/Helsinki', '2026-03-30T12:00:00Z', [24, 23, 24]],
    ['summer ends', 'Europe/Helsinki', '2026-10-26T12:00:00Z', [24, 25, 24]],
    ['summer ends in the south', 'Pacific/Auckland', '2026-04-06T00:00:00Z', [24, 25, 24]],
    ['half an hour is put forward', 'Australia/Lord_Howe', '2026-10-05T00:00:00Z', [24, 23.5, 24]],
    ['half an hour is put back', 'Australia/Lord_Howe', '2026-04-06T00:00:00Z', [24, 24.5, 24]],
    ['the clocks skip midnight', 'Africa/Cairo', '2026-04-25T12:00:00Z', [24, 23, 24]],
    ['the clocks strike midnight twice', 'America/Havana', '2026-11-02T12:00:00Z', [24, 25, 24]],
    ['a day is skipped', 'Pacific/Apia', '2011-12-30T12:00:00Z', [24, 0, 24]],
  ])('have all their hours when %s in %s', (_, timeZone, now, expected) => {
    expect(hours(now, timeZone)).toEqual(expected);
  });

  it('begin with the first of two midnights, and after the one that is skipped', () => {
    const first = (now: string, zone: string) => lastDays(1, new Date(now), zone).bounds[0]?.toISOString();
    expect(first('2026-11-01T12:00:00Z', 'America/Havana')).toBe('2026-11-01T04:00:00.000Z');
    expect(first('2026-04-24T12:00:00Z', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });
});

it.each([
  ['UTC', '2026-04-20T00:00:00Z', '2026-04-20T23:59:59Z', 1],
  ['UTC', '2026-04-20T23:59:59Z', '2026-04-21T00:00:00Z', 2],
  ['Pacific/Auckland', '2026-04-20T11:59:59Z', '2026-04-20T12:00:00Z', 2],
  ['Europe/Helsinki', '2026-03-28T10:00:00Z', '2026-03-30T09:00:00Z', 3],
  ['UTC', '2024-02-28T00:00:00Z', '2025-02-28T00:00:00Z', 367],
])('days of %s from %s to %s: %d', (timeZone, from, to, days) => {
  expect(daysBetween(new Date(from), new Date(to), timeZone)).toBe(days);
});

it('calls a time zone by its usual name', () => {
  expect(timeZoneName('eUROPE/hELSINKI')).toBe('Europe/Helsinki');
  expect(timeZoneName('Asia/Kolkata')).toBe('Asia/Kolkata');
});
