import { type IncomingMessage, get } from 'node:http';
import type { Answer, ProblemBody, TicketListBody } from './support/api-client.ts';
import { auditEvents } from './support/accounts.ts';
import { parseCsv } from './support/csv.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { insertTickets } from './support/ticket-rows.ts';
import { until } from './support/until.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const exported = (query: string) => app.api.get<string>(`/api/tickets.csv?${query}`);
const idsIn = ({ body }: Answer<string>) =>
  parseCsv(body)
    .slice(1)
    .map(([id]) => Number(id));

/** Writes so many tickets, one a second. */
const fill = (count: number, description: string) =>
  insertTickets(
    app,
    `(title, description, category, priority, status, created_at)
     SELECT 'Filled ' || n, $1::text, 'general', 'low', 'open', timestamptz '2024-01-01' + n * interval '1 second'
     FROM generate_series(1, $2::int) AS n`,
    [description, count],
  );

describe('an export of tickets', () => {
  it('is the list in its order, with its filters, all of it', async () => {
    await fill(450, 'One of many.');
    await app.api.createTicket({ title: 'A critical one', priority: 'critical' });
    for (const query of [
      '',
      'priority=low',
      'sort=oldest',
      'sort=most_urgent',
      'status=closed',
      'search=many',
      'search=%22of+many.%22',
      'search=%231',
      'sort=recently_changed&search=filled',
    ]) {
      const ids: number[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body }: Answer<TicketListBody> = await app.api.get(
          `/api/tickets?${query}&limit=100&cursor=${cursor}`.replace(/&cursor=$/, ''),
        );
        ids.push(...body.results.map(({ id }) => id));
        cursor = body.next_cursor;
      }
      const answer = await exported(query);
      expect([query, answer.status, idsIn(answer)]).toEqual([query, 200, ids]);
    }
  });

  it('has every field of a ticket, and the names of people', async () => {
    const ticket = await app.api.createTicket({ title: 'Complete "it", please', description: '  two\nlines; =1  ' });
    await app.api.patch(`/api/tickets/${String(ticket.id)}`, { status: 'closed' });
    // As lists have it: without what belongs to it.
    const [body] = (await app.api.list({ id: String(ticket.id) })).results;
    const [names = [], values] = parseCsv((await exported(`id=${String(ticket.id)}`)).body);
    expect(Object.fromEntries(names.map((name, n) => [name, values?.[n]]))).toEqual({
      ...Object.fromEntries(
        Object.entries(body ?? {}).map(([name, value]) => [name, value === null ? '' : String(value)]),
      ),
      created_by_username: 'test-agent',
      assignee_username: '',
    });
  });

  it('runs no formula, loses nothing, and takes a semicolon', async () => {
    const { id } = await app.api.createTicket({ title: '=HYPERLINK("http://evil.example";"x")', description: '-5' });
    const answer = await app.api.get<string>(`/api/tickets.csv?id=${String(id)}&separator=%3B`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="tickets.csv"');
    const [header, line] = answer.body.replace(/^\ufeff/, '').split('\r\n');
    expect(header?.split(';').slice(0, 3)).toEqual(['id', 'title', 'description']);
    expect(line).toContain(`;"'=HYPERLINK(""http://evil.example"";""x"")";'-5;general;`);
  });

  it('of nothing is a header alone', async () => {
    const { body } = await exported('search=nothing-has-this-word');
    expect(body).toMatch(/^\ufeff?id,title,[a-z_,]+\r\n$/);
  });

  it.each(['status=bogus', 'category=bogus', 'separator=%7C', 'sort=bogus', 'limit=5', 'cursor=abc'])(
    'is refused for %s, as a problem',
    async (query) => {
      const { status, body } = await app.api.get<ProblemBody>(`/api/tickets.csv?${query}`);
      expect([status, body.code]).toEqual([400, 'validation_failed']);
    },
  );

  it('is for those who may read tickets, and an event of the audit log', async () => {
    expect((await app.anonymous.get('/api/tickets.csv')).status).toBe(401);
    await exported('status=closed&search=refund');
    const events = await auditEvents(app, 'tickets_exported');
    expect(events.at(-1)).toMatchObject({ details: { filter: { status: ['closed'], search: 'refund' } } });
  });
});

describe('a long export', () => {
  // More than connections hold; past history and text index, which would take their time.
  beforeAll(async () => {
    const past = ['tickets_index_text', 'tickets_history_check'];
    for (const trigger of past) await app.sql(`ALTER TABLE tickets DISABLE TRIGGER ${trigger}`);
    await app.sql(
      `INSERT INTO tickets (title, description, category, priority, status)
       SELECT 'Long', repeat('x', 10000), 'general', 'low', 'open' FROM generate_series(1, 3000)`,
    );
    for (const trigger of past) await app.sql(`ALTER TABLE tickets ENABLE TRIGGER ${trigger}`);
  });

  const open = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(`${app.url}/api/tickets.csv`, { headers: cookieOf(app, 'agent'), agent: false }, resolve).once(
        'error',
        reject,
      );
    });

  it('goes on while it is read, two at once for one caller, and no longer when its reader leaves', async () => {
    const [first, second] = [await open(), await open()];
    const third = await app.api.get<ProblemBody>('/api/tickets.csv');
    expect([third.status, third.body.code]).toEqual([429, 'too_many_requests']);
    expect((await app.as('admin').get('/api/tickets.csv?id=1')).status).toBe(200);
    first.destroy();
    second.destroy();
    await until(async () => (await app.api.get('/api/tickets.csv?id=1')).status !== 429);
  });
});
