import { sinceWords, thereWords } from './there-words';

describe('the words for who asks', () => {
  it.each([
    ['America/New_York', 'New York, 04:34 there'],
    ['UTC', 'UTC, 08:34 there'],
    ['Nowhere/At_All', ''],
  ])('tell the time in %s: "%s"', (zone, words) => {
    expect(thereWords(zone, Date.UTC(2026, 3, 20, 8, 34))).toBe(words);
  });

  it('tell since when the desk knows them', () => {
    expect(sinceWords(new Date(2024, 2, 9).getTime())).toBe('Known since March 2024');
  });
});
