import { type FrequentWords, shareOf } from './word-shares.ts';

const WORDS: FrequentWords = {
  tickets: 1_000,
  least: 0.001,
  words: [
    { lexeme: 'invoice', share: 0.4 },
    { lexeme: 'invoices', share: 0.2 },
    { lexeme: 'the', share: 0.6 },
    { lexeme: 'cafe', share: 0.1 },
    { lexeme: 'strasse', share: 0.05 },
    { lexeme: '退款', share: 0.02 },
    { lexeme: 'stromrechnung', share: 0.03 },
  ],
};

describe('the share of tickets that a term may be expected in', () => {
  it.each([
    ['a word', 'the', true, 0.6],
    ['a word still being typed, which may be any that begins so', 'invo', false, 1 - 0.6 * 0.8],
    ['the same in quotation marks', 'invo', true, 0.001],
    ['a part of a word', 'rechnung', false, 0.03],
    ['fewer than four letters of the middle of a word', 'rec', false, 0.001],
    ['a word that few have', 'giraffe', false, 0.001],
    ['accents and capitals', 'CAFÉ', true, 0.1],
    ['a sharp s', 'Straße', true, 0.05],
    ['a phrase', 'the invoice', true, 0.6 * 0.4],
    ['a phrase still being typed', 'the inv', false, 0.6 * (1 - 0.6 * 0.8)],
    ['what ends with a sign', 'invoice.', false, 0.4],
    ['signs, which nobody counts', '.%', false, 0.5],
    ['two letters of a text without spaces', '退款', false, 0.02],
    ['one such letter', '退', false, 0.02],
  ])('goes by %s: %s', (_, text, finished, share) => {
    expect(shareOf({ text, finished }, WORDS)).toBeCloseTo(share, 10);
  });
});
