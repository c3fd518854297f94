import { NAMES } from '../testing/people';
import { aPage, aTicket } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';
import { foundWords, quotedPieces } from './found-words';

const found = { number: 4, kind: 'note', user: 2, author: 'Mina', excerpt: [] } as const;

describe('the message in which a ticket was found', () => {
  it.each([
    ['Note of Mina Park', found],
    ['Mina Park', { ...found, kind: 'reply' }],
    ['Ruth Adler', { ...found, kind: 'incoming', user: null, author: 'Ruth Adler' }],
    ['A customer', { ...found, kind: 'incoming', user: null, author: null }],
    ['The desk', { ...found, kind: 'system', user: null, author: null }],
  ] as const)('is of %s', (words, match) => {
    expect(foundWords({ ...aTicket(7), found_in: { ...match, excerpt: [] } }, NAMES)).toBe(words);
  });

  it.each([
    [
      'The seats',
      [
        ['The ', false],
        ['seat', true],
        ['s', false],
      ],
    ],
    [
      '…that nobody wants. seats',
      [
        ['There is a lot of text that nobody wants. ', false],
        ['seat', true],
        ['s', false],
      ],
    ],
    [
      '…xxxxxxxxxxxxxxxxxxxxseat',
      [
        ['x'.repeat(50), false],
        ['seat', true],
      ],
    ],
    [
      'seats',
      [
        ['seat', true],
        ['s', false],
      ],
    ],
  ] as const)('is quoted from shortly before what was looked for: %s', (quote, pieces) => {
    const excerpt = pieces.map(([text, match]) => ({ text, match }));
    const quoted = quotedPieces({ ...aTicket(7), found_in: { ...found, excerpt } });
    expect(quoted.map(({ text }) => text).join('')).toBe(quote);
    expect(quoted.find(({ match }) => match)?.text).toBe('seat');
  });

  it('stands in the row with what was looked for marked', async () => {
    const excerpt = [
      { text: 'Ask about the ', match: false },
      { text: 'seat', match: true },
      { text: 's <b>', match: false },
    ];
    const page = await TicketsPage.openWith(
      '/tickets?search=seat&view=all',
      aPage([{ ...aTicket(1), found_in: { ...found, excerpt } }]),
    );
    expect(page.text(`${page.row(0)} .excerpt`)).toBe('Note of Mina Park: Ask about the seats <b>');
    expect(page.text(`${page.row(0)} mark`)).toBe('seat');
  });
});
