import fc from 'fast-check';
import type { ProblemBody, TicketListBody } from './support/api-client.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(() => clearTickets(app));

const titles = (list: TicketListBody) => list.results.map(({ title }) => title);

/** Writes tickets by SQL, one a minute, oldest first. */
async function fill(count: number): Promise<void> {
  await insertTickets(
    app,
    `(title, description, category, priority, status, created_at, resolved_at, closed_at)
     SELECT 'Ticket ' || n, 'Text ' || n,
       (ARRAY['billing', 'technical', 'account', 'general'])[1 + n % 4],
       (ARRAY['low', 'medium', 'high', 'critical'])[1 + (n / 4) % 4],
       s, timestamptz '2026-01-01' + n * interval '1 minute',
       CASE WHEN s IN ('resolved', 'closed') THEN timestamptz '2026-06-01' END,
       CASE WHEN s = 'closed' THEN timestamptz '2026-06-02' END
     FROM generate_series(1, $1::int) AS n,
       LATERAL (SELECT (ARRAY['open', 'in_progress', 'resolved', 'closed'])[1 + (n / 16) % 4] AS s) AS st`,
    [count],
  );
}

describe('GET /api/tickets', () => {
  it('is empty on the first day', async () => {
    expect(await app.api.list()).toEqual({
      ...{ results: [], count: 0, count_exact: true, next_cursor: null, previous_cursor: null },
    });
  });

  it('lists newest first, twenty at a time, and links to the next page', async () => {
    await fill(25);
    const { body, headers } = await app.api.get<TicketListBody>('/api/tickets?priority=low,high&status=open,closed');
    expect(body.count).toBeGreaterThan(0);
    const first = await app.api.get<TicketListBody>('/api/tickets');
    expect(first.body.results).toHaveLength(20);
    expect(first.body.results[0]).toMatchObject({ title: 'Ticket 25' });
    expect(first.body).toMatchObject({ count: 25, count_exact: true });
    expect(headers.get('link')).toBeNull();
    const next = /<(.*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await app.api.get<TicketListBody>(next);
    expect(titles(second.body)).toEqual(['Ticket 5', 'Ticket 4', 'Ticket 3', 'Ticket 2', 'Ticket 1']);
    expect(second.body.next_cursor).toBeNull();
    expect(second.headers.get('link')).toBeNull();
  });

  it('gives for every combination of filters just the tickets that pass it', async () => {
    await fill(200);
    const all = await app.sql<{ id: string; status: string; category: string; priority: string }>(
      'SELECT id, status, category, priority FROM tickets ORDER BY created_at DESC, id DESC',
    );
    const anyOf = (values: readonly string[]) =>
      fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
    const filters = fc.record({
      status: anyOf(['open', 'in_progress', 'resolved', 'closed']),
      category: anyOf(['billing', 'technical', 'account', 'general']),
      priority: anyOf(['low', 'medium', 'high', 'critical']),
    });
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const given = Object.entries(filter).flatMap(([key, values]) =>
          values ? [[key, values.join(',')] as const] : [],
        );
        const query: Record<string, string> = { ...Object.fromEntries(given), limit: '100' };
        const expected = all.filter((row) =>
          (['status', 'category', 'priority'] as const).every((field) => filter[field]?.includes(row[field]) ?? true),
        );
        const list = await app.api.list(query);
        expect(list.count).toBe(expected.length);
        expect(list.results.map(({ id }) => id)).toEqual(expected.slice(0, 100).map(({ id }) => Number(id)));
      }),
      { numRuns: 60 },
    );
  });

  it('loses and doubles no ticket while others are being created', async () => {
    await fill(60);
    const before = await app.sql<{ id: string }>('SELECT id FROM tickets ORDER BY created_at DESC, id DESC');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 25 }),
        fc.array(fc.integer({ min: 0, max: 3 })),
        async (limit, bursts) => {
          const seen: number[] = [];
          let cursor: string | null = null;
          do {
            const page: TicketListBody = await app.api.list({
              limit: String(limit),
              ...(cursor === null ? {} : { cursor }),
            });
            seen.push(...page.results.map(({ id }) => id));
            cursor = page.next_cursor;
            await Promise.all(
              Array.from({ length: bursts.shift() ?? 0 }, () => app.api.createTicket({ title: 'Meanwhile' })),
            );
          } while (cursor !== null);
          expect(new Set(seen).size).toBe(seen.length);
          const old = new Set(before.map(({ id }) => Number(id)));
          expect(seen.filter((id) => old.has(id))).toEqual(before.map(({ id }) => Number(id)));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('keeps tickets of the same millisecond apart', async () => {
    await insertTickets(
      app,
      `(title, description, category, priority, created_at)
       SELECT 'Twin ' || n, 'x', 'general', 'low', timestamptz '2026-01-01 10:00:00.123' FROM generate_series(1, 7) AS n`,
    );
    const first = await app.api.list({ limit: '4' });
    const second = await app.api.list({ limit: '4', cursor: first.next_cursor ?? '' });
    expect([...titles(first), ...titles(second)]).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `Twin ${String(n)}`));
  });

  it('takes a filter repeated, comma-separated, or both, and an empty one as none', async () => {
    await fill(64);
    const count = async (query: string) => (await app.api.get<TicketListBody>(`/api/tickets?${query}`)).body.count;
    expect(await count('priority=low&priority=high')).toBe(32);
    expect(await count('priority=low,high')).toBe(32);
    expect(await count('priority=low,high&priority=high,critical')).toBe(48);
    expect(await count('priority=&status=')).toBe(64);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1e1', 'limit'],
    ['status=done', 'status'],
    ['priority=low,urgent', 'priority'],
    ['category=nope', 'category'],
    ['cursor=abc', 'cursor'],
    ['cursor=', 'cursor'],
    // Made for a ticket that this desk never had.
    [`cursor=${Buffer.from('2026-04-20T09:22:31.120Z/999999999').toString('base64url')}`, 'cursor'],
    ['page=2', 'page'],
    [`search=${'x'.repeat(201)}`, 'search'],
    ['search=a&search=b', 'search'],
    ['id=0', 'id'],
    ['id=-1', 'id'],
    ['id=1.5', 'id'],
    ['id=one', 'id'],
    ['id=1,,two', 'id'],
    ['id=9007199254740993', 'id'],
    [`id=${Array.from({ length: 101 }, (_, n) => n + 1).join()}`, 'id'],
    ['id[]=1', 'id[]'],
    ['sort=urgent', 'sort'],
    ['around=0', 'around'],
    ['around=first', 'around'],
    ['around=1&cursor=MjAyNi0wNC0yMFQwOToyMjozMS4xMjBaLzQ4MjE', 'around'],
  ])('refuses %s', async (query, field) => {
    const { status, body } = await app.api.get<ProblemBody>(`/api/tickets?${query}`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field }]);
  });
});

describe('a list of given tickets', () => {
  const numbers = ({ results }: TicketListBody) => results.map(({ id }) => id);

  it('shows just these, in its order, whichever way they are given', async () => {
    await fill(30);
    const [first = 0, second = 0, third = 0] = await ids();
    for (const query of [
      `id=${String(third)},${String(first)},${String(second)}`,
      `id=${third}&id=${first},${second}&id=${first}`,
    ]) {
      const { body } = await app.api.get<TicketListBody>(`/api/tickets?${query}`);
      expect(body).toMatchObject({ count: 3, count_exact: true, next_cursor: null });
      expect(numbers(body)).toEqual([third, second, first]);
    }
    expect(numbers(await app.api.list({ id: `${first},${third}`, sort: 'oldest' }))).toEqual([first, third]);
    expect(await app.api.list({ id: '' })).toMatchObject({ count: 30 });
  });

  it('leaves out those that do not exist, up to a hundred numbers', async () => {
    await fill(2);
    const [first = 0] = await ids();
    const given = [...Array.from({ length: 98 }, (_, n) => 1_000_000 + n), first, Number.MAX_SAFE_INTEGER];
    const list = await app.api.list({ id: given.join() });
    expect(list).toMatchObject({ count: 1, count_exact: true, next_cursor: null });
    expect(numbers(list)).toEqual([first]);
  });

  it('is paged like any other', async () => {
    await fill(9);
    const given = (await ids()).slice(2, 7);
    const first = await app.api.list({ id: given.join(), limit: '3' });
    const second = await app.api.list({ id: given.join(), limit: '3', cursor: first.next_cursor ?? '' });
    expect([...numbers(first), ...numbers(second)]).toEqual(given.toReversed());
    expect(second.next_cursor).toBeNull();
  });

  it('combines with every filter and with a search', async () => {
    const seat = await app.api.createTicket({ title: 'Refund "six seats"', category: 'billing', priority: 'high' });
    const mail = await app.api.createTicket({ title: 'Six refunds, no seats', category: 'account', priority: 'low' });
    await app.api.createTicket({ title: 'Refund "six seats" again', category: 'billing', priority: 'high' });
    await app.api.patch(`/api/tickets/${String(mail.id)}`, { status: 'closed' });
    const among = async (query: Record<string, string>) => {
      const list = await app.api.list({ id: `${seat.id},${mail.id}`, ...query });
      expect(list).toMatchObject({ count: list.results.length, count_exact: true, next_cursor: null });
      return numbers(list);
    };
    expect(await among({})).toEqual([mail.id, seat.id]);
    expect(await among({ status: 'open' })).toEqual([seat.id]);
    expect(await among({ category: 'account,billing', priority: 'low' })).toEqual([mail.id]);
    expect(await among({ assignee: 'none', priority: 'low' })).toEqual([mail.id]);
    expect(await among({ assignee: 'me' })).toEqual([]);
    expect(await among({ search: 'refund seats' })).toEqual([mail.id, seat.id]);
    expect(await among({ search: '"six seats"' })).toEqual([seat.id]);
    expect(await among({ search: 'refund', status: 'closed', sort: 'recently_changed' })).toEqual([mail.id]);
    expect(await among({ search: 'parcel' })).toEqual([]);
    expect(await among({ search: `#${mail.id}` })).toEqual([mail.id]);
    expect(await among({ search: '#999999' })).toEqual([]);
  });

  const ids = async () =>
    (await app.sql<{ id: string }>('SELECT id FROM tickets ORDER BY created_at, id')).map(({ id }) => Number(id));
});
