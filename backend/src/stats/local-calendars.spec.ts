import { daysBetween, lastDays } from '../common/local-days.ts';
import { LocalCalendars } from './local-calendars.ts';

const HELSINKI = 'Europe/Helsinki';

describe('local calendars', () => {
  const calendars = new LocalCalendars(30);
  // Midnight of 21 April there; the clocks went back on 25 October.
  const moments = [
    '2026-04-20T20:59:59.999Z',
    '2026-04-20T21:00:00.000Z',
    '2026-04-20T20:59:59.999Z',
    '2026-10-25T21:59:59.999Z',
    '2026-10-25T22:00:00.000Z',
  ];

  it.each(moments)('tell the last days as they are worked out at %s, whatever was asked before', (moment) => {
    const now = new Date(moment);
    for (const zone of [HELSINKI, 'Asia/Tokyo', HELSINKI]) {
      const { days, daysSince } = calendars.at(now, zone);
      expect(days).toEqual(lastDays(30, now, zone));
      for (const first of ['2024-11-26T00:02:15.182Z', '2026-03-01T22:30:00.000Z', '2024-11-26T00:02:15.182Z'])
        expect(daysSince(new Date(first))).toBe(daysBetween(new Date(first), now, zone));
    }
  });

  it('are worked out once a day', () => {
    const morning = calendars.at(new Date('2026-06-01T06:00:00Z'), HELSINKI);
    expect(calendars.at(new Date('2026-06-01T19:00:00Z'), HELSINKI)).toBe(morning);
    expect(calendars.at(new Date('2026-06-01T21:00:00Z'), HELSINKI)).not.toBe(morning);
  });

  it('name a time zone in its usual letters, however it is asked for', () => {
    expect(calendars.at(new Date(), 'europe/helsinki').timeZone).toBe(HELSINKI);
  });

  it('keep no more time zones than people live in', () => {
    const now = new Date('2026-06-01T06:00:00Z');
    const zones = Array.from({ length: 60 }, (_, index) =>
      [...HELSINKI.toLowerCase()]
        .map((letter, place) => ((index >> place) & 1 ? letter.toUpperCase() : letter))
        .join(''),
    );
    const [first = ''] = zones;
    const before = calendars.at(now, first);
    for (const zone of zones) calendars.at(now, zone);
    expect(calendars.at(now, first)).not.toBe(before);
  });
});
