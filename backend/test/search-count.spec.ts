import { jest } from '@jest/globals';
import { TicketListRepository } from '../src/tickets/ticket-list.repository.ts';
import { TicketSearchRepository } from '../src/tickets/ticket-search.repository.ts';
import type { ProblemBody, TicketListBody } from './support/api-client.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  for (let n = 1; n <= 5; n += 1) await app.api.createTicket({ title: `Parcel ${String(n)}` });
});
afterAll(() => app.close());
afterEach(() => jest.restoreAllMocks());

/** How often hits of a search were counted, and tickets of a list. */
function counting() {
  const hits = jest.spyOn(app.get(TicketSearchRepository), 'countHits');
  const tickets = jest.spyOn(app.get(TicketListRepository), 'count');
  return () => [hits.mock.calls.length, tickets.mock.calls.length];
}

describe('counting what a search finds', () => {
  it('is done once for all pages of a list', async () => {
    const counted = counting();
    const pages: TicketListBody[] = [];
    let cursor = '';
    do {
      pages.push(await app.api.list({ search: 'parcel', limit: '2', ...(cursor && { cursor }) }));
      cursor = pages.at(-1)?.next_cursor ?? '';
    } while (cursor);
    expect(pages.map(({ results, count, count_exact }) => [results.length, count, count_exact])).toEqual([
      [2, 5, true],
      [2, 5, true],
      [1, 5, true],
    ]);
    const back = await app.api.list({ search: 'parcel', limit: '2', cursor: pages[1]?.previous_cursor ?? '' });
    expect([back.results, back.count]).toEqual([pages[0]?.results, 5]);
    expect(counted()).toEqual([1, 0]);
  });

  it.each(['parcel', '"parcel'])('is left out when nobody wants to know: %s', async (search) => {
    const counted = counting();
    const first = await app.api.list({ search, limit: '2', count: 'false' });
    expect([first.results.length, first.count, first.count_exact]).toEqual([2, 2, false]);
    const next = await app.api.list({ search, limit: '4', count: 'false', cursor: first.next_cursor ?? '' });
    expect([next.results.length, next.count, next.count_exact]).toEqual([3, 3, false]);
    expect(counted()).toEqual([0, 0]);
  });

  it('is not needed where all is on the page', async () => {
    expect(await app.api.list({ search: 'parcel', count: 'false' })).toMatchObject({ count: 5, count_exact: true });
  });

  it('is left out of a list without a search, too', async () => {
    const counted = counting();
    expect(await app.api.list({ limit: '2', count: 'false' })).toMatchObject({ count: 2, count_exact: false });
    expect(counted()).toEqual([0, 0]);
  });

  it('is asked for or not, and nothing else', async () => {
    const { status, body } = await app.api.get<ProblemBody>('/api/tickets?count=maybe');
    expect([status, body.errors]).toEqual([
      400,
      [{ field: 'count', code: 'unknown_value', message: 'Count must be one of true, false.' }],
    ]);
  });
});
