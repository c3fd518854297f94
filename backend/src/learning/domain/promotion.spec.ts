import { type PairedAnswer, compared, verdictOn } from './promotion.ts';

const CATEGORIES = ['billing', 'technical'];
const times = (count: number, right: string, before: string, after: string): PairedAnswer[] =>
  Array.from({ length: count }, () => ({ right, before, after }));
const among = (answers: readonly PairedAnswer[], known = CATEGORIES, used = CATEGORIES, offered = used) =>
  compared(answers, { known, used, offered });

describe('two models on the same tickets', () => {
  it('are compared by the tickets that only one gets right', () => {
    const answers = [
      ...times(50, 'billing', 'billing', 'billing'),
      ...times(7, 'billing', 'billing', 'technical'),
      ...times(4, 'technical', 'billing', 'technical'),
      ...times(3, 'technical', 'billing', 'billing'),
    ];
    expect(among(answers)).toEqual({ tickets: 64, onlyBefore: 7, onlyAfter: 4, lost: [], gained: [] });
  });

  it.each<[string, PairedAnswer[], string[]]>([
    ['five found before and none now', times(5, 'technical', 'technical', 'billing'), ['technical']],
    ['four found before, which may be luck', times(4, 'technical', 'technical', 'billing'), []],
    [
      'one of them found still',
      [...times(5, 'technical', 'technical', 'billing'), ...times(1, 'technical', 'technical', 'technical')],
      [],
    ],
  ])('lose a category with %s', (_, answers, lost) => {
    expect(among(answers).lost).toEqual(lost);
  });

  it('lose a category that the new one does not know, unless the desk has given it up', () => {
    expect(among([], ['billing']).lost).toEqual(['technical']);
    expect(among([], ['billing'], ['billing']).lost).toEqual([]);
  });
});

describe('a category that has come since', () => {
  it('is gained by the one that knows it', () => {
    expect(among([], [...CATEGORIES, 'shipping'], CATEGORIES, [...CATEGORIES, 'shipping']).gained).toEqual([
      'shipping',
    ]);
    expect(among([], CATEGORIES, CATEGORIES, [...CATEGORIES, 'shipping']).gained).toEqual([]);
    expect(among([], [...CATEGORIES, 'retired'], CATEGORIES, CATEGORIES).gained).toEqual([]);
  });
});

describe('the gate', () => {
  const difference = (onlyBefore: number, onlyAfter: number, lost: string[] = [], gained: string[] = []) => ({
    ...{ tickets: 500, onlyBefore, onlyAfter, lost, gained },
  });

  it.each([
    ['lets through what is no different', difference(0, 0), 'refit'],
    ['lets through what is better', difference(3, 40), 'refit'],
    ['lets through what is a little worse, as chance may have it', difference(25, 15), 'refit'],
    ['keeps aside what is clearly worse', difference(30, 15), 'worse'],
    ['keeps aside five to none', difference(5, 0), 'worse'],
    ['lets through four to none', difference(4, 0), 'refit'],
    ['keeps aside what loses a category, however good it is', difference(3, 40, ['technical']), 'lost_category'],
  ])('%s', (_, comparison, verdict) => {
    expect(verdictOn(comparison, { chosen: false })).toBe(verdict);
  });

  it('lets through what is alone', () => {
    expect(verdictOn(null, { chosen: false })).toBe('refit');
  });

  it.each([
    ['no different', difference(0, 0), 'no_better'],
    ['a little better', difference(15, 25), 'no_better'],
    ['clearly better', difference(15, 30), 'refit'],
    ['clearly worse', difference(30, 15), 'worse'],
    ['no different, but it knows a category that is new', difference(0, 0, [], ['shipping']), 'refit'],
    ['clearly worse, though it knows a category that is new', difference(30, 15, [], ['shipping']), 'worse'],
  ])('gives up a model that an admin chose only for a clear win: %s', (_, comparison, verdict) => {
    expect(verdictOn(comparison, { chosen: true })).toBe(verdict);
  });
});
