import { jest } from '@jest/globals';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import type { SearchOutlook } from '../src/tickets/domain/search-steps.ts';
import { TicketSearchRepository } from '../src/tickets/ticket-search.repository.ts';
import { WordShares } from '../src/tickets/word-shares.service.ts';
import type { TicketListBody } from './support/api-client.ts';
import { watchWeights } from './support/search-weights.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

/** More than is looked at when few hits are expected, and than the deepest walk goes through. */
const TICKETS = 6_000;
/** So many that naming a frequent word is dear. */
const MILLION = 1_000_000;
const PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
const STATUSES = ['open', 'in_progress', 'closed'] as const;

interface Written {
  readonly id: number;
  readonly words: readonly string[];
  readonly priority: string;
  readonly status: string;
  readonly deleted: boolean;
}

let app: TestApp;
let written: readonly Written[];
beforeAll(async () => {
  app = await startTestApp();
  written = await fill();
}, 120_000);
afterAll(() => app.close());

/** Words of every kind of frequency: in all, in halves that never meet, only in old tickets, in a few, in one. */
function wordsOf(n: number): string[] {
  return [
    'common',
    n % 2 === 0 ? 'evening' : 'odds',
    ...(n <= 1_000 ? ['elder'] : []),
    ...(n % 700 === 7 ? ['giraffe'] : []),
    ...(n % 50 === 3 ? ['stromrechnung'] : []),
    ...(n === 4_321 ? ['unicorn'] : []),
  ];
}

/** Writes tickets by SQL, past all triggers, each a second after the one before; every ninth is deleted. */
async function fill(): Promise<Written[]> {
  const rows = Array.from({ length: TICKETS }, (_, index) => {
    const n = index + 1;
    const [priority = 'low', status = 'open'] = [PRIORITIES[n % 4], STATUSES[n % 3]];
    return { n, words: wordsOf(n), priority, status, deleted: n % 9 === 0 };
  });
  const ids = await app.get(DataSource).transaction(async (transaction) => {
    await transaction.query('SET LOCAL session_replication_role = replica');
    return transaction.query<{ id: string }[]>(
      `WITH given AS (
         SELECT n, text, priority, status, deleted, timestamptz '2026-01-01' + n * interval '1 second' AS moment
         FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::boolean[]) AS g (n, text, priority, status, deleted)
       ), written AS (
         INSERT INTO tickets (title, description, category, priority, status, created_at, updated_at, resolved_at, closed_at,
           deleted_at)
         SELECT 'Ticket', text, 'general', priority, status, moment, moment + interval '1 day' * (n % 5),
           CASE WHEN status = 'closed' THEN moment END, CASE WHEN status = 'closed' THEN moment END,
           CASE WHEN deleted THEN moment END
         FROM given ORDER BY n RETURNING id, title, description
       ), indexed AS (
         INSERT INTO ticket_search SELECT id, search_document(title, description) FROM written
       )
       SELECT id FROM written ORDER BY id`,
      [
        rows.map(({ n }) => n),
        rows.map(({ words }) => words.join(' ')),
        rows.map(({ priority }) => priority),
        rows.map(({ status }) => status),
        rows.map(({ deleted }) => deleted),
      ],
    );
  });
  await app.sql('ANALYZE tickets, ticket_search');
  return rows.map((row, index) => ({ ...row, id: Number(ids[index]?.id) }));
}

/** What a plain look at every ticket finds, by number. */
function scanned(terms: readonly string[], filter: { readonly priority?: string; readonly status?: string }): number[] {
  const has = (words: readonly string[], term: string) =>
    words.some((word) => (term.length >= 4 ? word.includes(term) : word.startsWith(term)));
  return written
    .filter(({ deleted, priority, status }) => {
      if (deleted || (filter.priority && filter.priority !== priority)) return false;
      return !filter.status || filter.status === status;
    })
    .filter(({ words }) => terms.every((term) => has(words, term)))
    .map(({ id }) => id);
}

/** What is believed of how frequent the words are, right or wrong, and so which way is taken. */
const BELIEFS: Readonly<Record<string, (terms: number) => SearchOutlook | null>> = {
  'nobody has counted': () => null,
  'all words are rare': (terms) => ({ tickets: TICKETS, shares: Array(terms).fill(0.000_01) }),
  'all words are frequent': (terms) => ({ tickets: MILLION, shares: Array(terms).fill(0.9) }),
  'all but the first are frequent': (terms) => ({
    tickets: TICKETS,
    shares: Array.from({ length: terms }, (_, place) => (place === 0 ? 0.001 : 0.9)),
  }),
};

const believe = (belief: string) =>
  jest
    .spyOn(app.get(WordShares), 'outlook')
    .mockImplementation(({ terms }) => Promise.resolve(BELIEFS[belief]?.(terms.length) ?? null));

describe.each(Object.keys(BELIEFS))('a search when %s', (belief) => {
  const term = fc.constantFrom(
    'common',
    'com',
    'evening',
    'odds',
    'elder',
    'giraffe',
    'rechnung',
    'strom',
    'unicorn',
    'girafe',
    'e',
  );
  const asked = fc.record({
    terms: fc.uniqueArray(term, { minLength: 1, maxLength: 3 }),
    filter: fc.record(
      { priority: fc.constantFrom(...PRIORITIES), status: fc.constantFrom(...STATUSES) },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom('newest' as const, 'oldest' as const),
    limit: fc.constantFrom(5, 100),
  });

  it('finds what a plain look at every ticket finds, page after page, and counts no more', async () => {
    believe(belief);
    await fc.assert(
      fc.asyncProperty(asked, async ({ terms, filter, sort, limit }) => {
        const all = scanned(terms, filter);
        const wanted = sort === 'newest' ? all.toReversed() : all;
        const query = { search: terms.join(' '), ...filter, sort, limit: String(limit) };
        const first = await app.api.list(query);
        // The first page may end early where going on is dear, and then says where.
        const reached = idsOf(first).length;
        expect(idsOf(first)).toEqual(wanted.slice(0, limit).slice(0, reached));
        if (first.next_cursor === null || BELIEFS[belief]?.(terms.length)?.tickets !== MILLION) {
          expect(reached).toBe(Math.min(limit, wanted.length));
          expect(first.next_cursor !== null).toBe(wanted.length > limit);
        }
        if (first.count_exact) expect(first.count).toBe(wanted.length);
        else expect(first.count).toBeLessThanOrEqual(wanted.length);
        if (first.next_cursor === null) return;
        const second = await app.api.list({ ...query, cursor: first.next_cursor });
        expect(idsOf(second)).toEqual(wanted.slice(reached, reached + limit));
        expect(second.next_cursor !== null).toBe(wanted.length > reached + limit);
      }),
      { numRuns: 25, seed: 8 },
    );
  }, 60_000);

  it.each(['recently_changed', 'least_recently_changed', 'most_urgent'])(
    'finds the same in the order %s',
    async (sort) => {
      believe(belief);
      const plain: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: TicketListBody = await app.api.list({
          sort,
          status: 'open',
          limit: '100',
          ...(cursor && { cursor }),
        });
        plain.push(...idsOf(page));
        cursor = page.next_cursor;
      }
      for (const words of ['odds', 'elder', 'giraffe', 'evening odds']) {
        const found = new Set(scanned(words.split(' '), { status: 'open' }));
        const query = { search: words, sort, status: 'open', limit: '30' };
        const first = await app.api.list(query);
        const goesOn = first.results.length < 30 && first.next_cursor;
        const second = goesOn ? await app.api.list({ ...query, cursor: goesOn }) : null;
        const ids = [...idsOf(first), ...(second ? idsOf(second) : [])];
        expect([words, ids.slice(0, 30)]).toEqual([words, plain.filter((id) => found.has(id)).slice(0, 30)]);
      }
    },
    30_000,
  );

  // Where words are frequent and the text is rare a page may be short, or empty, and go on.
  it.each([
    ['"common evening elder"', 'common evening elder'],
    ['"evening common"', 'evening common'],
    ['"odds giraffe', 'odds giraffe'],
    ['evening-', 'evening-'],
  ])('reads phrases and signs as typed, page after page: %s', async (search, text) => {
    believe(belief);
    const found: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: TicketListBody = await app.api.list({ search, limit: '100', ...(cursor && { cursor }) });
      found.push(...idsOf(page));
      cursor = page.next_cursor;
    }
    const wanted = written.filter(({ deleted, words }) => !deleted && words.join(' ').includes(text));
    expect(found).toEqual(wanted.map(({ id }) => id).toReversed());
  });
});

describe('a search for words that very many tickets have, and none has all', () => {
  it('tells so in two answers: nothing among the newest, nothing at all, of which only the second is dear', async () => {
    jest.spyOn(app.get(WordShares), 'outlook').mockResolvedValue({ tickets: MILLION, shares: [0.5, 0.5] });
    const looking = jest.spyOn(app.get(TicketSearchRepository), 'tickets');
    const weights = watchWeights(app);
    const dear = (): unknown[] => weights.filter((weight) => weight === 'dear');
    const query = { search: 'evening odds', limit: '20', count: 'false' };
    const first = await app.api.list(query);
    expect([first.results, first.next_cursor, first.count_exact]).toEqual([[], expect.any(String), false]);
    expect(looking.mock.calls.map(([, , , step]) => step)).toEqual([
      { by: 'walk', depth: 400 },
      { by: 'walk', depth: 1_200 },
    ]);
    expect(dear()).toEqual([]);
    const second = await app.api.list({ ...query, cursor: first.next_cursor ?? '' });
    expect([second.results, second.next_cursor]).toEqual([[], null]);
    expect(looking.mock.calls.at(-1)?.[3]).toEqual({ by: 'index', terms: [0, 1], most: null });
    expect([looking.mock.calls.length, dear().length]).toEqual([4, 1]);
  });
});

describe('a walk that does not find enough', () => {
  it('is not walked again where nothing else would tell more', async () => {
    jest.spyOn(app.get(WordShares), 'outlook').mockResolvedValue({ tickets: 1_000_000, shares: [0.1] });
    const looking = jest.spyOn(app.get(TicketSearchRepository), 'candidates');
    const { results, next_cursor: next } = await app.api.list({ search: '"odds elder"', limit: '100', count: 'false' });
    expect([results, next]).toEqual([[], expect.any(String)]);
    expect(looking.mock.calls.map(([, , , step]) => step)).toEqual([{ by: 'walk', depth: 4_000 }]);
  });
});

function idsOf({ results }: TicketListBody): number[] {
  return results.map(({ id }) => id);
}
