import { counted, figure } from './count-words';

describe('a count in words', () => {
  it.each([
    [0, 'ticket', undefined, true, '0 tickets'],
    [1, 'ticket', undefined, true, '1 ticket'],
    [4210, 'ticket', undefined, true, '4,210 tickets'],
    [10_000, 'ticket', undefined, false, '10,000+ tickets'],
    [1, 'ticket', undefined, false, '1+ tickets'],
    [2, 'match', 'matches', true, '2 matches'],
  ])('%d %s, %s, exact: %s reads "%s"', (count, one, many, exact, words) => {
    expect(counted(count, one, many, exact)).toBe(words);
  });

  it('may stand alone', () => {
    expect([figure(4210), figure(10_000, false)]).toEqual(['4,210', '10,000+']);
  });
});
