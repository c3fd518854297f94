import fc from 'fast-check';
import type { ProblemBody, TicketListBody } from './support/api-client.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';

const PRIORITIES = ['low', 'medium', 'high', 'critical'];
const SORTS = ['newest', 'oldest', 'recently_changed', 'least_recently_changed', 'most_urgent'] as const;
type Sort = (typeof SORTS)[number];

interface Row {
  readonly id: number;
  readonly status: string;
  readonly category: string;
  readonly priority: string;
  readonly assignee: number | null;
  readonly created: number;
  readonly updated: number;
  /** Its text has the word. */
  readonly okapi: boolean;
}

let app: TestApp;
let me: number;
let all: readonly Row[];
beforeAll(async () => {
  app = await startTestApp();
  const [user] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-agent'`);
  me = Number(user?.id);
  await fill(240);
});
afterAll(() => app.close());

/** Written so that every value meets every other one, and several tickets share each moment. */
async function fill(count: number): Promise<void> {
  await clearTickets(app);
  await insertTickets(
    app,
    `(title, description, category, priority, status, assignee, created_at, updated_at, resolved_at, closed_at)
     SELECT 'Ticket ' || n, CASE WHEN n % 3 = 0 THEN 'An okapi. ' ELSE '' END || 'Text',
       (ARRAY['billing', 'technical', 'account', 'general'])[1 + n % 4],
       (ARRAY['low', 'medium', 'high', 'critical'])[1 + (n / 4) % 4], s,
       CASE n % 5 WHEN 0 THEN $2::bigint END,
       timestamptz '2026-01-01' + (n * 7 % $1::int) / 3 * interval '1 minute',
       timestamptz '2026-02-01' + (n * 11 % $1::int) / 2 * interval '1 minute',
       CASE WHEN s IN ('resolved', 'closed') THEN timestamptz '2026-06-01' END,
       CASE WHEN s = 'closed' THEN timestamptz '2026-06-01' END
     FROM generate_series(1, $1::int) AS n,
       LATERAL (SELECT (ARRAY['open', 'in_progress', 'resolved', 'closed'])[1 + (n / 16) % 4] AS s) AS st`,
    [count, me],
  );
  const rows = await app.sql<Record<'id' | 'status' | 'category' | 'priority', string> & Record<string, unknown>>(
    `SELECT id, status, category, priority, assignee, extract(epoch FROM created_at)::float8 AS created,
       extract(epoch FROM updated_at)::float8 AS updated,
       description LIKE '%okapi%' AS okapi FROM tickets`,
  );
  all = rows.map(({ id, assignee, ...row }) => ({
    ...(row as unknown as Row),
    ...{ id: Number(id), assignee: assignee === null ? null : Number(assignee) },
  }));
}

/** What the list must be, worked out by hand. */
function expected(sort: Sort, filter: Partial<Record<string, readonly string[]>>): number[] {
  const time = sort.endsWith('changed') ? 'updated' : 'created';
  const direction = sort === 'newest' || sort === 'recently_changed' ? -1 : 1;
  const urgency = (row: Row) => (sort === 'most_urgent' ? -PRIORITIES.indexOf(row.priority) : 0);
  const owner = ({ assignee }: Row) => (assignee === me ? 'me' : assignee === null ? 'none' : String(assignee));
  return all
    .filter(
      (row) =>
        (['status', 'category', 'priority'] as const).every((field) => filter[field]?.includes(row[field]) ?? true) &&
        (filter['assignee']?.includes(owner(row)) ?? true),
    )
    .toSorted((a, b) => urgency(a) - urgency(b) || direction * (a[time] - b[time]) || direction * (a.id - b.id))
    .map(({ id }) => id);
}

const query = (sort: Sort, filter: Partial<Record<string, readonly string[]>>): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(filter).flatMap(([key, values]) => (values ? [[key, values.join(',')]] : []))),
  sort,
});
const anyOf = (values: readonly string[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const filters = fc.record({
  status: fc.oneof(anyOf(['open', 'in_progress', 'resolved', 'closed']), fc.constant(['open', 'in_progress'])),
  category: anyOf(['billing', 'technical']),
  priority: anyOf(PRIORITIES),
  assignee: anyOf(['me', 'none']),
});
const okapis = () => new Set(all.filter(({ okapi }) => okapi).map(({ id }) => id));
const numbers = ({ results }: TicketListBody) => results.map(({ id }) => id);

describe('the order of the list', () => {
  it('is that of the sort, page by page, forth and back, under every combination of filters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SORTS),
        filters,
        fc.integer({ min: 7, max: 60 }),
        async (sort, filter, limit) => {
          const wanted = expected(sort, filter);
          const asked = { ...query(sort, filter), limit: String(limit) };
          const pages: TicketListBody[] = [];
          let cursor: string | null = null;
          do {
            const page: TicketListBody = await app.api.list({ ...asked, ...(cursor !== null && { cursor }) });
            pages.push(page);
            cursor = page.next_cursor;
          } while (cursor !== null);
          expect(pages.flatMap(numbers)).toEqual(wanted);
          for (const page of pages.slice(1).toReversed()) {
            const before = await app.api.list({ ...asked, cursor: page.previous_cursor ?? '' });
            expect(numbers(before)).toEqual(numbers(pages[pages.indexOf(page) - 1] ?? page));
          }
          expect(pages[0]?.previous_cursor).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('puts the most urgent first: by priority, then the oldest', async () => {
    const list = await app.api.list({ sort: 'most_urgent', status: 'open,in_progress', limit: '100' });
    const places = list.results.map((one) => `${9 - PRIORITIES.indexOf(one.priority)} ${one.created_at}`);
    expect(places).toEqual(places.toSorted());
    expect(list.results[0]?.priority).toBe('critical');
  });

  it.each(SORTS)('is the same under a search: %s', async (sort) => {
    const wanted = expected(sort, {}).filter((id) => okapis().has(id));
    const first = await app.api.list({ sort, search: 'okapi', limit: '30' });
    const second = await app.api.list({ sort, search: 'okapi', limit: '100', cursor: first.next_cursor ?? '' });
    expect([...numbers(first), ...numbers(second)]).toEqual(wanted);
    const back = await app.api.list({ sort, search: 'okapi', limit: '30', cursor: second.previous_cursor ?? '' });
    expect(numbers(back)).toEqual(numbers(first));
  });
  it('takes no cursor of another order', async () => {
    const cursors = new Map<Sort, string>();
    for (const sort of SORTS) cursors.set(sort, (await app.api.list({ sort, limit: '2' })).next_cursor ?? '');
    for (const sort of SORTS) {
      for (const [other, cursor] of cursors) {
        const { status } = await app.api.get(`/api/tickets?${new URLSearchParams({ sort, cursor }).toString()}`);
        expect([sort, other, status]).toEqual([sort, other, sort === other ? 200 : 400]);
      }
    }
    const urgent = cursors.get('most_urgent') ?? '';
    for (const bad of [
      urgent.replace(/\.\w+\./, '.urgent.'),
      urgent.replace(/\.\w+\./, '.'),
      `${urgent}.before.before`,
    ]) {
      const { status, body } = await app.api.get<ProblemBody>(`/api/tickets?sort=most_urgent&cursor=${bad}`);
      expect([status, body.errors]).toMatchObject([400, [{ field: 'cursor' }]]);
    }
  });
});

describe('a page around a ticket', () => {
  it('has it in its middle, wherever it stands, and goes on in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SORTS),
        filters,
        fc.nat(239),
        fc.integer({ min: 1, max: 20 }),
        async (sort, filter, nth, limit) => {
          const around = all[nth]?.id ?? 0;
          const wanted = expected(sort, filter);
          const everything = expected(sort, {});
          const place = everything.indexOf(around);
          const above = wanted.filter((id) => everything.indexOf(id) < place).slice(-Math.floor(limit / 2));
          const below = wanted.filter((id) => everything.indexOf(id) >= place).slice(0, limit - Math.floor(limit / 2));
          const asked = { ...query(sort, filter), limit: String(limit) };
          const page = await app.api.list({ ...asked, around: String(around) });
          const size = Math.floor(limit / 2);
          expect(numbers(page)).toEqual([...(size > 0 ? above : []), ...below]);
          expect(page.count).toBe(wanted.length);
          const after =
            page.next_cursor === null ? [] : numbers(await app.api.list({ ...asked, cursor: page.next_cursor }));
          const last = wanted.indexOf(below.at(-1) ?? 0);
          if (below.length > 0) expect(after).toEqual(wanted.slice(last + 1, last + 1 + limit));
          const before =
            page.previous_cursor === null
              ? []
              : numbers(await app.api.list({ ...asked, cursor: page.previous_cursor }));
          if (above.length > 0 && size > 0) {
            const first = wanted.indexOf(above[0] ?? 0);
            expect(before).toEqual(wanted.slice(Math.max(0, first - limit), first));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the first page where there is no such ticket', async () => {
    const first = await app.api.list({ sort: 'most_urgent' });
    expect(await app.api.list({ sort: 'most_urgent', around: '999999999' })).toEqual(first);
  });

  it('lies around its place under a search, also when the search does not find it', async () => {
    const wanted = expected('newest', {});
    const hits = wanted.filter((id) => okapis().has(id));
    const other = wanted.slice(60).find((id) => !okapis().has(id)) ?? 0;
    const page = await app.api.list({ search: 'okapi', around: String(other), limit: '6' });
    const at = hits.findIndex((id) => wanted.indexOf(id) > wanted.indexOf(other));
    expect(numbers(page)).toEqual(hits.slice(at - 3, at + 3));
  });
  it('links to the page after it, not to itself', async () => {
    const { headers, body } = await app.api.get<TicketListBody>(`/api/tickets?around=${all[120]?.id ?? 0}&limit=4`);
    const next = /<(.*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? '';
    const following = await app.api.get<TicketListBody>(next);
    expect(following.status).toBe(200);
    const wanted = expected('newest', {});
    const last = wanted.indexOf(numbers(body).at(-1) ?? 0);
    expect(numbers(following.body)).toEqual(wanted.slice(last + 1, last + 5));
  });
});

describe('GET /api/tickets/views', () => {
  interface View {
    readonly name: string;
    readonly query: string;
    readonly count: number;
  }
  const views = async () => (await app.api.get<{ results: View[] }>('/api/tickets/views')).body.results;

  it('counts just what the list finds with the query of each', async () => {
    const counted = await views();
    expect(counted.map(({ name }) => name)).toEqual(['unresolved', 'mine', 'unassigned', 'all']);
    for (const { query: filter, count } of counted) {
      const { body } = await app.api.get<TicketListBody>(`/api/tickets?${filter}`);
      expect([filter, body.count]).toEqual([filter, count]);
      expect(count).toBeGreaterThan(0);
    }
  });

  it('follows every change, and leaves out what is deleted', async () => {
    const before = Object.fromEntries((await views()).map(({ name, count }) => [name, count]));
    const ticket = await app.api.createTicket();
    const by = async () => (await views()).map(({ name, count }) => count - (before[name] ?? 0));
    expect(await by()).toEqual([1, 0, 1, 1]);
    await app.api.patch(`/api/tickets/${String(ticket.id)}`, { assignee: me });
    expect(await by()).toEqual([1, 1, 0, 1]);
    await app.api.patch(`/api/tickets/${String(ticket.id)}`, { status: 'resolved' });
    expect(await by()).toEqual([0, 0, 0, 1]);
    await app.as('admin').send('DELETE', `/api/admin/tickets/${String(ticket.id)}`, undefined, {});
    expect(await by()).toEqual([0, 0, 0, 0]);
  });

  it('counts for each reader their own', async () => {
    const { body } = await app.as('admin').get<{ results: View[] }>('/api/tickets/views');
    expect(body.results.find(({ name }) => name === 'mine')?.count).toBe(0);
  });
});
