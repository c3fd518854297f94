import { DataSource } from 'typeorm';
import type { ProblemBody, TicketBody, TicketListBody } from './support/api-client.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';

const TICKETS = 100_000;
/** What one answer reads of texts at most, and title and description are two. */
const TEXTS_READ_AT_MOST = 2 * 500;
/** The terms are made comparable as well, for each portion that is read. */
const TERMS_COMPARED = 150;
/** Of a pool of ten connections; a caller has two searches at once. */
const CALLERS_SEARCHES = 2;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ DATABASE_STATEMENT_TIMEOUT_MS: '60000' });
  await fill();
  await countFolding();
}, 300_000);
// Who left a search has their turn until the server has let it go.
beforeEach(() => until(async () => (await openTransactions()) === 0));
afterAll(() => app.close());

/**
 * Writes tickets by SQL, past all triggers. The signs `.` and `%` and the words of "import type demo" are in every one,
 * and together in one of the oldest and one a little way down; "giraffe" is in each hundredth.
 */
async function fill(): Promise<void> {
  await app.get(DataSource).transaction(async (transaction) => {
    await transaction.query('SET LOCAL session_replication_role = replica; SET LOCAL statement_timeout = 0');
    for (let from = 1; from <= TICKETS; from += 10_000) {
      await transaction.query(
        `WITH written AS (
           INSERT INTO tickets (title, description, category, priority, created_at, updated_at)
           SELECT 'Ticket ' || n,
             CASE WHEN n IN (1, $1::int - 700) THEN 'import. type. demo .% ' ELSE '' END
               || 'An import type demo. 20% off' || CASE WHEN n % 100 = 0 THEN ', giraffe house' ELSE '' END,
             'general', 'low', moment, moment
           FROM generate_series($2::int, $2::int + 9999) AS n,
             LATERAL (SELECT timestamptz '2026-01-01' + n * interval '1 second') AS m (moment)
           RETURNING id, title, description
         )
         INSERT INTO ticket_search SELECT id, search_document(title, description) FROM written`,
        [TICKETS, from],
      );
    }
  });
  await app.sql('ANALYZE tickets, ticket_search');
}

/** Has the database count how often it makes a text comparable, which is the dear part of a search. */
async function countFolding(): Promise<void> {
  await app.sql('CREATE SEQUENCE folded_texts');
  await app.sql('ALTER FUNCTION search_fold RENAME TO search_fold_uncounted');
  await app.sql(`CREATE FUNCTION search_fold(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
    BEGIN
      PERFORM nextval('folded_texts');
      RETURN search_fold_uncounted(value);
    END $$`);
}

const folded = async () =>
  Number((await app.sql<{ last_value: string }>('SELECT last_value FROM folded_texts'))[0]?.last_value);

const search = (text: string, more: Record<string, string> = {}) =>
  app.api.list({ search: text, limit: '50', ...more });

describe('a search whose words are frequent while the text is rare', () => {
  it.each(['.%', '"import. type. demo"', '"import. type. demo" .% %.', '"giraffe. house"'])(
    'reads so many texts and no more: %s',
    async (text) => {
      const before = await folded();
      const list = await search(text);
      expect((await folded()) - before).toBeLessThan(TEXTS_READ_AT_MOST + TERMS_COMPARED);
      expect(list).toMatchObject({ count_exact: false, next_cursor: expect.any(String) });
    },
  );

  it('goes on from there, page after page, and finds what there is', async () => {
    const found: TicketBody[] = [];
    let cursor: string | null = null;
    const before = await folded();
    let pages = 0;
    do {
      const list: TicketListBody = await search('.%', cursor === null ? {} : { cursor });
      found.push(...list.results);
      cursor = list.next_cursor;
      pages++;
    } while (cursor !== null && found.length < 1);
    expect(found.map(({ title }) => title)).toEqual([`Ticket ${String(TICKETS - 700)}`]);
    expect(pages).toBe(2);
    // A page that goes on reads for itself and for the count.
    expect((await folded()) - before).toBeLessThan(pages * 2 * (TEXTS_READ_AT_MOST + TERMS_COMPARED));
  });

  it('finds it at once from the other end', async () => {
    expect((await search('.%', { sort: 'oldest' })).results.map(({ title }) => title)).toEqual(['Ticket 1']);
  });

  it('reads only the tickets that are given', async () => {
    const [first] = await app.sql<{ id: string }>(`SELECT id FROM tickets WHERE title = 'Ticket 1'`);
    const before = await folded();
    expect(await search('.%', { id: `${first?.id ?? ''},${String(Number(first?.id) + 1)}` })).toMatchObject({
      count: 1,
      count_exact: true,
      next_cursor: null,
    });
    expect((await folded()) - before).toBeLessThan(20);
  });
});

describe('a search whose words are rare', () => {
  it('finds all at once', async () => {
    expect(await search('"ticket 4711"')).toMatchObject({ count: 1, count_exact: true, next_cursor: null });
  });
});

describe('a search that nobody waits for any more', () => {
  it('ends on the server, and so do those that wait for their turn', async () => {
    const holder = app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE ticket_search');
    const gone = new AbortController();
    const ask = () =>
      fetch(`${app.url}/api/tickets?search=demo`, { headers: cookieOf(app, 'agent'), signal: gone.signal }).catch(
        () => null,
      );
    const asked = [ask(), ask(), ask(), ask()];
    await until(async () => (await waitingForLock()) === CALLERS_SEARCHES);
    gone.abort();
    await until(async () => (await waitingForLock()) === 0);
    await Promise.all(asked);
    await holder.rollbackTransaction();
    await holder.release();
    expect((await search('demo')).results).toHaveLength(50);
  });

  it('takes no other statement with it', async () => {
    const holder = app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE ticket_search');
    const gone = new AbortController();
    const left = fetch(`${app.url}/api/tickets?search=demo`, { headers: cookieOf(app, 'agent'), signal: gone.signal });
    const stays = search('demo');
    await until(async () => (await waitingForLock()) === 2);
    gone.abort();
    await expect(left).rejects.toThrow();
    await until(async () => (await waitingForLock()) === 1);
    await holder.rollbackTransaction();
    await holder.release();
    expect((await stays).results).toHaveLength(50);
  });
});

describe('a search that takes too long', () => {
  it('is cut, which the answer says', async () => {
    const impatient = await startReplica(app, { DATABASE_STATEMENT_TIMEOUT_MS: '2000' });
    const holder = app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE ticket_search');
    const { status, headers, body } = await impatient.api.get<ProblemBody>('/api/tickets?search=demo');
    await holder.rollbackTransaction();
    await holder.release();
    expect([status, headers.get('content-type'), body.code, body.detail]).toEqual([
      503,
      expect.stringContaining('application/problem+json'),
      'database_timeout',
      'This search takes too long. A longer or rarer word, or a filter, makes it quicker.',
    ]);
    expect((await impatient.api.list({ search: 'demo' })).results).not.toEqual([]);
  });
});

describe('many searches at once', () => {
  it('leave connections for what is quick, and who has too many waiting is refused', async () => {
    const [ticket] = (await app.api.list({ limit: '1' })).results;
    const holder = app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE ticket_search');
    const ask = (role: 'agent' | 'admin') => app.as(role).get<ProblemBody>('/api/tickets?search=demo');
    const asked = [...Array.from({ length: 9 }, () => ask('agent')), ...Array.from({ length: 8 }, () => ask('admin'))];
    // Nothing but the refusal can be answered while the table is held.
    const refused = await Promise.race(asked);
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'too_many_requests',
      '1',
    ]);
    await until(async () => (await waitingForLock()) === 3);
    const reads = await Promise.all(
      Array.from({ length: 20 }, () => app.api.get(`/api/tickets/${String(ticket?.id)}`)),
    );
    expect(reads.map(({ status }) => status)).toEqual(reads.map(() => 200));
    expect(await waitingForLock()).toBe(3);
    await holder.rollbackTransaction();
    await holder.release();
    const answers = (await Promise.all(asked)).map(({ status }) => status);
    expect(answers.toSorted()).toEqual([...asked.slice(1).map(() => 200), 429]);
  });
});

describe('bulk changes of what a search finds', () => {
  it('wait for their turn among the searches, and are exact', async () => {
    const holder = app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE ticket_search');
    const order = { selection: { filter: { search: '.%' } }, action: { kind: 'delete' } };
    const preview = () => app.as('admin').post<ProblemBody>('/api/admin/tickets/bulk/preview', order);
    const asked = Array.from({ length: 9 }, preview);
    expect((await Promise.race(asked)).status).toBe(429);
    await until(async () => (await waitingForLock()) === CALLERS_SEARCHES);
    await holder.rollbackTransaction();
    await holder.release();
    const counts = (await Promise.all(asked)).filter(({ status }) => status === 200).map(({ body }) => body);
    expect(counts).toEqual(Array.from({ length: 8 }, () => ({ count: 2 })));
  }, 120_000);

  it('are counted only as long as somebody waits for the number', async () => {
    const holder = app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE ticket_search');
    const gone = new AbortController();
    const order = { selection: { filter: { search: '.%' } }, action: { kind: 'delete' } };
    const left = fetch(`${app.url}/api/admin/tickets/bulk/preview`, {
      method: 'POST',
      headers: { ...cookieOf(app, 'admin'), 'content-type': 'application/json' },
      body: JSON.stringify(order),
      signal: gone.signal,
    });
    await until(async () => (await waitingForLock()) === 1);
    gone.abort();
    await expect(left).rejects.toThrow();
    await until(async () => (await waitingForLock()) === 0);
    await holder.rollbackTransaction();
    await holder.release();
  });
});

/** How many statements wait for a table that a test holds. */
async function waitingForLock(): Promise<number> {
  const rows = await app.sql(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length;
}

async function openTransactions(): Promise<number> {
  const rows = await app.sql(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  );
  return rows.length;
}
