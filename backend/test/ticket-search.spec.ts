import fc from 'fast-check';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { clearTickets } from './support/ticket-rows.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(() => clearTickets(app));

const found = async (search: string) => (await app.api.list({ search })).results.map(({ title }) => title);

describe('searching tickets', () => {
  beforeEach(async () => {
    await app.api.createTicket({
      title: 'Refund for six seats',
      description: 'Café Zürich was charged 100% by INV-2026-1187.',
    });
    await app.api.createTicket({
      title: 'Login fails',
      description: 'Since Monday a C++ client sends foo_bar@example.com\nand the status page is green.',
    });
    await app.api.createTicket({
      title: 'Straße gesperrt',
      description: "The page status isn't shown; path C:\\temp\\x.",
    });
  });

  it.each([
    ['a word of the title', 'seats', 1],
    ['a word of the description', 'monday', 1],
    ['words in any order, from both', 'zurich refund', 1],
    ['words that never meet', 'refund monday', 0],
    ['a word still being typed', 'refu', 1],
    ['several words still being typed', 'ref sea', 1],
    ['a part of a word', 'efund', 1],
    ['a part of a word, in quotation marks', '"efund"', 0],
    ['fewer than four letters of the middle of a word', 'fun', 0],
    ['case and accents', 'CAFÉ zuRICH', 1],
    ['an accent left out', 'cafe', 1],
    ['an accent typed as a letter and a mark', 'cafe\u0301', 1],
    ['a sharp s', 'strasse', 1],
    ['a phrase', '"status page"', 1],
    ['a phrase across a line break', '"example.com and the"', 1],
    ['a phrase in the wrong order', '"page status is"', 0],
    ['a phrase that ends inside a word', '"status pag"', 0],
    ['a phrase still being typed', '"status pag', 1],
    ['a phrase and a word', '"status page" green', 1],
    ['a number with its sign', '100%', 1],
    ['a sign that is not there', '99%', 0],
    ['a percent sign, literally', '%', 1],
    ['an underscore, literally', 'foo_bar', 1],
    ['an underscore that would match anything', 'foo_ba_', 0],
    ['an underscore is no wildcard', 'f_o', 0],
    ['a name with signs', 'c++', 1],
    ['an identifier', 'inv-2026-1187', 1],
    ['the beginning of an identifier', 'INV-2026-11', 1],
    ['an address', 'foo_bar@example.com', 1],
    ['an apostrophe', "isn't", 1],
    ['a backslash', 'c:\\temp', 1],
    ['operators of the text index', 'refund & seats', 0],
    ['an or that is a word', 'refund | login', 0],
    ['a negation that is a sign', '!login', 0],
    ['a number that no ticket has', '#999999', 0],
    ['nothing', '   ', 3],
    ['an empty phrase', '""', 3],
  ])('finds %s: %s', async (_, search, count) => {
    expect(await found(search)).toHaveLength(count);
    expect((await app.api.list({ search })).count).toBe(count);
  });

  it('combines with the filters', async () => {
    await app.api.createTicket({ title: 'Refund again', priority: 'critical' });
    expect((await app.api.list({ search: 'refund', priority: 'critical' })).results).toHaveLength(1);
    const { id } = await app.api.createTicket({ title: 'Numbered', priority: 'low' });
    const search = `#${String(id)}`;
    expect(await found(search)).toEqual(['Numbered']);
    expect((await app.api.list({ search, priority: 'critical' })).results).toHaveLength(0);
  });

  it('finds no phrase that begins in the title and ends in the description', async () => {
    await app.api.createTicket({ title: 'alpha beta', description: 'gamma delta' });
    expect(await found('"beta gamma"')).toEqual([]);
    expect(await found('beta gamma')).toHaveLength(1);
  });

  it('pages through what it finds', async () => {
    for (let n = 1; n <= 5; n += 1) await app.api.createTicket({ title: `Parcel ${String(n)}` });
    const first = await app.api.list({ search: 'parcel', limit: '3' });
    const second = await app.api.list({ search: 'parcel', limit: '3', cursor: first.next_cursor ?? '' });
    expect([...first.results, ...second.results].map(({ title }) => title)).toEqual(
      [5, 4, 3, 2, 1].map((n) => `Parcel ${String(n)}`),
    );
  });
});

describe('whatever is typed', () => {
  it('never breaks the search', async () => {
    const signs = fc.constantFrom(
      '%',
      '_',
      '"',
      "'",
      '\\',
      '&',
      '|',
      '!',
      ':*',
      '<->',
      '(',
      ')',
      '#',
      '\0',
      '*',
      '--',
      ';',
      '`',
      '$1',
    );
    const typed = fc.array(
      fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(' ', 'refund')),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(typed, async (parts) => {
        const search = encodeURIComponent(parts.join('').toWellFormed().slice(0, 190).toWellFormed());
        expect((await app.api.get(`/api/tickets?search=${search}`)).status).toBe(200);
      }),
      { numRuns: 200 },
    );
  });

  it('finds a ticket by any run of characters that begins with one of its words', async () => {
    const word = fc.stringMatching(/^[a-z0-9äéß%_+.@-]{1,12}$/).filter((text) => /^[a-z0-9]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), fc.nat(), async (words, pick) => {
        await clearTickets(app);
        await app.api.createTicket({ title: 'Subject', description: words.join(' ') });
        const chosen = words[pick % words.length] ?? '';
        const typed = chosen.slice(0, 1 + (pick % chosen.length));
        expect({ typed, found: await found(typed) }).toEqual({ typed, found: ['Subject'] });
      }),
      { numRuns: 100 },
    );
  });

  it('finds nothing that the ticket does not contain', async () => {
    await app.api.createTicket({ title: 'Subject', description: 'plain words without any signs' });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(..."%_\\'&|!()*+<>=~^$#@{}[];:?/,.-"), async (sign) => {
        expect({ sign, found: await found(sign) }).toEqual({ sign, found: [] });
      }),
    );
  });
});
