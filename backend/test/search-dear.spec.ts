import { jest } from '@jest/globals';
import type { SearchStep } from '../src/tickets/domain/search-steps.ts';
import { SearchTurns } from '../src/tickets/search-turns.service.ts';
import { TicketSearchRepository } from '../src/tickets/ticket-search.repository.ts';
import { WordShares } from '../src/tickets/word-shares.service.ts';
import type { ProblemBody, TicketListBody } from './support/api-client.ts';
import { watchWeights } from './support/search-weights.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { insertTickets } from './support/ticket-rows.ts';

const MILLION = 1_000_000;
/** What is read before it is the turn of what is dear holds ten of them. */
const LONG = 25;

let app: TestApp;
/** For what searches have waited so far. */
let weights: string[];
beforeAll(async () => {
  app = await startTestApp();
  await insertTickets(
    app,
    `(title, description, category, priority)
     SELECT 'Lamp', repeat('A lamp by daylight. ', 500), 'general', 'low' FROM generate_series(1, $1::int)`,
    [LONG],
  );
});
beforeEach(() => {
  weights = watchWeights(app);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => app.close());

/** The words of a term are believed to be in this share of a million tickets. */
function believe(share: number, of = app): void {
  jest
    .spyOn(of.get(WordShares), 'outlook')
    .mockImplementation(({ terms }) => Promise.resolve({ tickets: MILLION, shares: terms.map(() => share) }));
}

const search = (text: string, more: Record<string, string> = {}): Promise<TicketListBody> =>
  app.api.list({ search: text, ...more });

describe('a phrase of words that many tickets have', () => {
  it('ends its first page before the index is asked, and goes on in the turn of what is dear', async () => {
    believe(0.01);
    const [newest] = (await app.api.list({ limit: '1' })).results;
    const moment = new Date(String(newest?.created_at));
    const edge = { id: Number(newest?.id), createdAt: moment, updatedAt: moment, priority: 'low' as const };
    // So few tickets a walk would go through to the end.
    const looking = jest
      .spyOn(app.get(TicketSearchRepository), 'candidates')
      .mockResolvedValueOnce({ found: [], isEnough: false, edge, total: null });
    const stepsSoFar = (): SearchStep[] => looking.mock.calls.map(([, , , step]) => step);
    const first = await search('"daylight lamp"', { count: 'false' });
    expect([first.results, first.next_cursor]).toEqual([[], expect.any(String)]);
    expect([stepsSoFar(), weights]).toEqual([[{ by: 'walk', depth: 4_000 }], ['heavy']]);
    looking.mockClear();
    const second = await search('"daylight lamp"', { count: 'false', cursor: first.next_cursor ?? '' });
    expect([second.results, second.next_cursor]).toEqual([[], null]);
    expect([stepsSoFar(), weights]).toEqual([[{ by: 'index', terms: [0], most: 20_000 }], ['heavy', 'dear']]);
  });
});

/** Its words follow each other in every ticket, which have its sign, too; as typed it is in none. */
const TEXT = '"daylight a."';

describe('a text that stands in none of the many tickets with its words', () => {
  it('is looked for a little way on the first page, and further in the turn of what is dear', async () => {
    believe(0.5);
    const reading = jest.spyOn(app.get(TicketSearchRepository), 'read');
    const read = (): number[] => reading.mock.calls.flatMap(([, candidates]) => candidates.map(({ id }) => id));
    const first = await search(TEXT, { count: 'false' });
    expect([first.results, first.next_cursor, weights]).toEqual([[], expect.any(String), ['heavy']]);
    const little = read().length;
    expect(little).toBeGreaterThan(0);
    expect(little).toBeLessThan(LONG / 2);
    const second = await search(TEXT, { count: 'false', cursor: first.next_cursor ?? '' });
    expect([second.results, second.next_cursor]).toEqual([[], null]);
    expect(weights.slice(1)).toEqual(['heavy', 'dear']);
    // Nothing is read twice, though the search begins again when its turn has come.
    expect(read().length).toBe(LONG);
    expect(new Set(read()).size).toBe(LONG);
  });

  it('waits for no turn where little has to be read', async () => {
    believe(0.5);
    const { results } = await search('"lamp by daylight"', { count: 'false', limit: '1' });
    expect([results.length, weights]).toEqual([1, []]);
  });

  it('is counted to the end in the turn of what is dear', async () => {
    believe(0.5);
    expect(await search(TEXT)).toMatchObject({ count: 0, count_exact: true, next_cursor: null });
    expect(weights.at(-1)).toBe('dear');
  });
});

describe('a search whose turn comes too late', () => {
  it('is answered by a problem that says when to come back, while the one before it still runs', async () => {
    const impatient = await startReplica(app, { DATABASE_STATEMENT_TIMEOUT_MS: '2000' });
    believe(0.5, impatient);
    const first = await impatient.api.list({ search: TEXT, count: 'false' });
    const held = Promise.withResolvers<undefined>();
    const someone = { userId: null, via: 'system' as const, tokenId: null, address: null };
    const running = impatient
      .get(SearchTurns)
      .admit(someone, new AbortController().signal, (inTurn) => inTurn('dear', () => held.promise));
    const query = new URLSearchParams({ search: TEXT, count: 'false', cursor: first.next_cursor ?? '' });
    const path = `/api/tickets?${query.toString()}`;
    const { status, headers, body } = await impatient.api.get<ProblemBody>(path);
    expect([status, headers.get('content-type'), headers.get('retry-after'), body.code, body.detail]).toEqual([
      503,
      expect.stringContaining('application/problem+json'),
      '5',
      'database_timeout',
      'Other searches that take long are running. Please try again, or look for a rarer word.',
    ]);
    held.resolve(undefined);
    await running;
    expect((await impatient.api.get<TicketListBody>(path)).body).toMatchObject({ results: [], next_cursor: null });
  });
});
