import { allTimeZones, ownTimeZone, timeIn, timeZoneWords } from './time-zones';

const SUMMER = Date.parse('2026-07-20T07:34:00Z');
const WINTER = Date.parse('2026-01-20T07:34:00Z');

describe('a time zone', () => {
  it.each([
    ['Europe/Helsinki', SUMMER, 'Helsinki, UTC+3'],
    ['Europe/Helsinki', WINTER, 'Helsinki, UTC+2'],
    ['Asia/Kolkata', SUMMER, 'Kolkata, UTC+5:30'],
    ['America/Argentina/Buenos_Aires', SUMMER, 'Buenos Aires, UTC-3'],
    ['UTC', SUMMER, 'UTC'],
    ['Mars/Olympus_Mons', SUMMER, 'Olympus Mons'],
  ])('%s is called by its city and how far it is from UTC then', (zone, at, words) => {
    expect(timeZoneWords(zone, at)).toBe(words);
  });

  it.each([
    ['Pacific/Auckland', '19:34'],
    ['Asia/Kolkata', '13:04'],
    ['UTC', '07:34'],
    ['Mars/Olympus_Mons', '07:34'],
  ])('%s has its own clock', (zone, time) => {
    expect(timeIn(zone, SUMMER)).toBe(time);
  });

  it('is one of many, found by the city', () => {
    const zones = allTimeZones();
    expect(zones).toContain('UTC');
    expect(zones.indexOf('Europe/Athens')).toBeLessThan(zones.indexOf('Europe/Helsinki'));
    expect(new Set(zones).size).toBe(zones.length);
    expect(ownTimeZone()).not.toBe('');
  });
});
