import { dayWords, minuteWords, momentWords, shortMoment } from './moment-words';

// Local times, since that is what a person reads.
const NOW = new Date(2026, 3, 21, 12, 0).getTime();

describe('a moment in words', () => {
  it.each([
    [new Date(2026, 3, 21, 9, 22), 'today at 09:22'],
    [new Date(2026, 3, 21, 0, 0), 'today at 00:00'],
    [new Date(2026, 3, 20, 23, 59), 'yesterday at 23:59'],
    [new Date(2026, 3, 19, 8, 5), 'on 19 April at 08:05'],
    [new Date(2025, 11, 31, 17, 0), 'on 31 December 2025 at 17:00'],
  ])('%s is "%s"', (moment, words) => {
    expect(momentWords(moment.getTime(), NOW)).toBe(words);
  });
});

describe('a moment in short', () => {
  it.each([
    [new Date(2026, 3, 21, 9, 22), '09:22'],
    [new Date(2026, 3, 20, 23, 59), '20 Apr'],
    [new Date(2025, 11, 31, 17, 0), '31 Dec 2025'],
  ])('%s is "%s"', (moment, words) => {
    expect(shortMoment(moment.getTime(), NOW)).toBe(words);
  });
});

describe('a moment as it stands in a table', () => {
  const moment = new Date(2026, 3, 3, 9, 5).getTime();

  it('is its day, with the year', () => {
    expect(dayWords(moment)).toBe('3 Apr 2026');
  });

  it('is its day and time', () => {
    expect(minuteWords(moment)).toBe('3 Apr 2026, 09:05');
  });
});
