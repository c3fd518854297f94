import { type AskedWord, type WordCensus, isUnlikeAll, lookupsFor, weighed } from './rare-words.ts';

const MILLION: WordCensus = { tickets: 1_000_000, share: 0.02 };

/** Words by how many tickets have them. */
const words = (counts: Readonly<Record<string, number | null>>): AskedWord[] =>
  Object.entries(counts).map(([lexeme, tickets]) => ({ lexeme, tickets }));
const asked = (counts: Readonly<Record<string, number | null>>, census = MILLION) =>
  lookupsFor(words(counts), census).map((lookup) => lookup.words.join('+'));

describe('what the text index is asked for', () => {
  it.each([
    ['the rarest words first', { error: 300, saml: 100, okta: 200 }, ['saml', 'okta', 'error']],
    ['no more words than find a thousand tickets', { saml: 400, okta: 500, the: 600_000 }, ['saml', 'okta']],
    ['words that nobody has met, besides', { zd420: null, saml: 1_000 }, ['zd420', 'saml']],
    [
      'pairs of what is frequent, those that meet least first',
      { the: 600_000, reset: 4_000, mail: 9_000 },
      ['reset+mail'],
    ],
    ['some together where even pairs are frequent', { the: 600_000, we: 500_000 }, ['we+the']],
    ['nothing of a single frequent word', { invoice: 50_000 }, []],
    ['nothing of no words', {}, []],
  ])('is %s', (_, counts, lookups) => {
    expect(asked(counts as Record<string, number | null>)).toEqual(lookups);
  });

  it('is every word of a small desk', () => {
    expect(asked({ invoice: 90, we: 300, pdf: 12 }, { tickets: 400, share: 1 })).toEqual(['pdf', 'invoice', 'we']);
  });

  it('is bounded, however long the text, and numbers come last', () => {
    const numbers = Array.from({ length: 900 }, (_, n) => [String(100_000 + n), null] as const);
    const lookups = asked(Object.fromEntries([...numbers, ['gelbertal', null]]));
    expect(lookups).toHaveLength(40);
    expect(lookups[0]).toBe('gelbertal');
    expect(asked(Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`w${String(n)}`, 2])))).toHaveLength(
      60 + 15,
    );
  });

  it('is worth more the rarer it is', () => {
    const [rare, frequent] = lookupsFor(words({ saml: 10, mail: 500 }), MILLION);
    expect(rare!.weight).toBeGreaterThan(frequent!.weight);
  });
});

describe('the words that candidates are weighed by', () => {
  const beginnings = (counts: Readonly<Record<string, number | null>>) =>
    weighed(words(counts), MILLION).map(({ beginning }) => beginning);

  it.each([
    ['rare before frequent', { the: 600_000, saml: 10 }, ['saml', 'the']],
    ['words that were met before those that were not', { zd420: null, the: 600_000 }, ['the', 'zd420']],
    ['one of two forms', { delivery: 900, deliveries: 300 }, ['delive']],
    ['short words and numbers as they are', { late: 900, '1234567': 5 }, ['1234567', 'late']],
    ['other scripts as well', { заказа: 90, заказы: 50, 請求: 400 }, ['зака', '請求']],
  ])('are %s', (_, counts, expected) => {
    expect(beginnings(counts as Record<string, number | null>)).toEqual(expected);
  });

  it('weigh as the more frequent form does', () => {
    const [both] = weighed(words({ delivery: 900, deliveries: 300 }), MILLION);
    const [one] = weighed(words({ delivery: 900 }), MILLION);
    expect(both).toEqual(one);
  });

  it('are at most eighty', () => {
    expect(
      weighed(words(Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`w${String(n)}`, n]))), MILLION),
    ).toHaveLength(80);
  });
});

describe('a text that is unlike all', () => {
  const unlike = (counts: Readonly<Record<string, number | null>>, found: readonly string[] = []) =>
    isUnlikeAll(words(counts), lookupsFor(words(counts), MILLION), new Set(found));
  const finnish = { on: 600_000, pilvi: null, rikki: null, mikaan: null, toimi: null };

  it.each([
    ['has hardly a word that was met', finnish, [], true],
    ['has none at all', { pilvi: null, rikki: null }, [], true],
    ['is not one whose words are found after all', finnish, ['pilvi'], false],
    ['is not one of which a quarter was met', { on: 9, pilvi: null, rikki: null, toimi: null }, [], false],
    ['is not one with many numbers', { on: 9, '4711': null, '4712': null, '4713': null, '4714': null }, [], false],
  ])('%s', (_, counts, found, expected) => {
    expect(unlike(counts as Record<string, number | null>, found)).toBe(expected);
  });
});
