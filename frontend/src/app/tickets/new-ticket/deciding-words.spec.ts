import { decidingWords } from './deciding-words';

describe('the words that decided', () => {
  it.each([
    ['none without a suggestion', 'Late invoices', [], 'Late invoices'],
    ['one word', 'Late invoices', ['invoices'], 'Late [invoices]'],
    ['everywhere it stands, whatever its case', 'Unpaid is unpaid', ['unpaid'], '[Unpaid] is [unpaid]'],
    ['several words', 'sent 20 minutes late.', ['20 minutes late'], 'sent [20 minutes late].'],
    ['not the half of a longer word', 'later is not late', ['late'], 'later is not [late]'],
    ['a part of a word when there is no whole one', '請求書が届かない', ['届かない'], '請求書が[届かない]'],
    [
      'overlapping excerpts as one',
      'every paying customer',
      ['every paying', 'paying customer'],
      '[every paying customer]',
    ],
    ['neighbours apart', 'ab', ['a', 'b'], '[a][b]'],
    ['marks that mean something to a pattern', 'error (500) [x]? $1', ['(500)', '$1'], 'error [(500)] [x]? [$1]'],
    ['nothing for words that were edited away', 'Paid', ['unpaid'], 'Paid'],
    ['nothing for an empty excerpt', 'Paid', ['', ' '], 'Paid'],
    ['letters outside the basic plane', '😀 late 😀', ['late'], '😀 [late] 😀'],
    ['the words of an empty text', '', ['late'], ''],
  ] as const)('%s', (_, text, excerpts, marked) => {
    const segments = decidingWords(text, excerpts);

    expect(segments.map((segment) => (segment.decided ? `[${segment.text}]` : segment.text)).join('')).toBe(marked);
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
  });
});
