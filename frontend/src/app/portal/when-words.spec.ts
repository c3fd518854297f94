import { whenWords } from './when-words';

const NOW = new Date(2026, 3, 21, 12, 0).getTime();

describe('when something was, in a list', () => {
  it.each([
    [new Date(2026, 3, 21, 12, 1), 'now'],
    [new Date(2026, 3, 21, 11, 58), '2 min'],
    [new Date(2026, 3, 21, 10, 1), '1 h'],
    [new Date(2026, 3, 20, 12, 30), '23 h'],
    [new Date(2026, 3, 14, 9, 0), '14 Apr'],
    [new Date(2025, 3, 2, 9, 0), '2 Apr 2025'],
  ])('%s is %s', (time, words) => expect(whenWords(time.getTime(), NOW)).toBe(words));
});
