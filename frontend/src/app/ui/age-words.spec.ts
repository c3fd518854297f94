import { ageInWords, shortAge } from './age-words';

const NOW = Date.parse('2026-04-21T12:00:00.000Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the age of something', () => {
  it.each([
    [-5 * SECOND, 'now', 'just now'],
    [0, 'now', 'just now'],
    [59 * SECOND, 'now', 'just now'],
    [MINUTE, '1m', '1 minute ago'],
    [59 * MINUTE + 59 * SECOND, '59m', '59 minutes ago'],
    [HOUR, '1h', '1 hour ago'],
    [23 * HOUR + 59 * MINUTE, '23h', '23 hours ago'],
    [3 * DAY, '3d', '3 days ago'],
    [364 * DAY, '364d', '364 days ago'],
    [800 * DAY, '2y', '2 years ago'],
  ])('of %d ms reads "%s" and sounds "%s"', (age, short, words) => {
    expect(shortAge(NOW - age, NOW)).toBe(short);
    expect(ageInWords(NOW - age, NOW)).toBe(words);
  });
});
