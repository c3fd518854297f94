import { badgeText, didOf, saidOf, unreadWords, whoOf } from './bell-words';

const ticket = { id: 4821, title: 'Invoice PDFs' };

describe('what the bell says', () => {
  it.each([
    [{ kind: 'mention' as const, tickets: 1 }, 'mentioned you in #4821'],
    [{ kind: 'answered' as const, tickets: 1 }, 'answered in #4821'],
    [{ kind: 'undelivered' as const, tickets: 1 }, 'did not reach everybody in #4821'],
    [{ kind: 'assigned' as const, tickets: 1 }, 'gave you #4821'],
    [{ kind: 'assigned' as const, tickets: 1500 }, 'gave you #4821 and 1,499 more'],
  ])('%j: %s', (entry, words) => {
    expect(didOf({ ...entry, ticket })).toBe(words);
  });

  it('names who did it, and a customer nobody knows as such', () => {
    expect(whoOf({ by: { id: 2, name: 'Jonas Weber' }, kind: 'mention' })).toBe('Jonas Weber');
    expect(whoOf({ by: { id: 2, name: 'Jonas Weber' }, kind: 'undelivered' })).toBe('An answer');
    expect(whoOf({ by: null, kind: 'answered' })).toBe('The customer');
    expect(whoOf({ by: null, kind: 'assigned' })).toBe('Somebody');
  });

  it('shows the names of the reader apart, the longest that stands there', () => {
    const said = (excerpt: string) =>
      saidOf({ excerpt, ticket }, ['mina', 'Mina Park', 'm.p+(x)']).map(({ text, isName }) =>
        isName ? `<${text}>` : text,
      );
    expect(said('Hello @mina park,\nand @Mina')).toEqual(['Hello ', '<@mina park>', ', and ', '<@Mina>']);
    expect(said('@minas is somebody else')).toEqual(['@minas is somebody else']);
    expect(said('ask @m.p+(x) now')).toEqual(['ask ', '<@m.p+(x)>', ' now']);
  });

  it('shows the title of a ticket that one was given, whatever it says', () => {
    expect(saidOf({ excerpt: null, ticket: { id: 1, title: 'For @mina' } }, ['mina'])).toEqual([
      { text: 'For @mina', isName: false },
    ]);
  });

  it('counts to 99', () => {
    expect([unreadWords(0), unreadWords(2), unreadWords(100)]).toEqual(['All read', '2 unread', '99+ unread']);
    expect(badgeText(99)).toBe('99');
  });
});
