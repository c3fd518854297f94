import { bearer, makeToken } from './support/accounts.ts';
import type { ApiClient } from './support/api-client.ts';
import { ticketPath, write } from './support/conversation.ts';
import { EventStream } from './support/event-stream.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';

/** A word that stands in the note and nowhere else. */
const SECRET = 'quokkasalamander';

let app: TestApp;
let id: number;
beforeAll(async () => {
  app = await startTestApp();
  ({ id } = await app.api.createTicket({ title: 'Six seats', description: 'Refund six seats, please.' }));
});
afterAll(() => app.close());

/** Every way in which something of a ticket is told, but its conversation. */
const WAYS: readonly (readonly [string, (by: ApiClient) => Promise<{ readonly body: unknown }>])[] = [
  ['the ticket', (by) => by.get(ticketPath(id))],
  ['its history', (by) => by.get(`${ticketPath(id)}/events`)],
  ['lists', (by) => by.get('/api/tickets')],
  ['searches for other words', (by) => by.get('/api/tickets?search=seats')],
  ['exports', (by) => by.get('/api/tickets.csv')],
  [
    'similar tickets',
    (by) => by.post('/api/tickets/similar', { title: SECRET, description: `${SECRET} refund six seats` }),
  ],
  ['figures', (by) => by.get('/api/tickets/stats')],
];

describe('what a note says', () => {
  it('stays within the conversation', async () => {
    const stream = await EventStream.open(app.url, cookieOf(app, 'agent'));
    await write(app.api, id, { kind: 'note', text: `${SECRET} is angry.` });
    await stream.event('ticket.changed');
    expect(JSON.stringify(stream.events)).not.toContain(SECRET);
    stream.cut();
    for (const [way, ask] of WAYS) {
      const { body } = await ask(app.api);
      expect([way, JSON.stringify(body).includes(SECRET)]).toEqual([way, false]);
    }
    // Whoever may read the note finds its ticket by it.
    const [found, ...others] = (await app.api.list({ search: SECRET })).results;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ id, found_in: { kind: 'note' } });
    expect(JSON.stringify({ ...found, found_in: null })).not.toContain(SECRET);
    expect(JSON.stringify((await app.api.get(`${ticketPath(id)}/timeline`)).body)).toContain(SECRET);
  });

  it('is read by nobody but people of the desk and programs that may read tickets', async () => {
    const writer = bearer(app, (await makeToken(app.api, ['tickets:write'])).secret);
    const reader = bearer(app, (await makeToken(app.api, ['tickets:read'])).secret);
    const { body } = await app.api.get<{ results: { number: number; kind: string }[] }>(`${ticketPath(id)}/timeline`);
    const number = body.results.find(({ kind }) => kind === 'note')?.number;
    for (const path of ['timeline', `messages/${String(number)}`]) {
      const answers = await Promise.all(
        [app.anonymous, writer, reader].map((by) => by.get(`${ticketPath(id)}/${path}`)),
      );
      expect(answers.map(({ status }) => status)).toEqual([401, 403, 200]);
      for (const { status, body: told } of answers) expect(JSON.stringify(told).includes(SECRET)).toBe(status === 200);
    }
  });

  it('stands in no table but that of messages, and what agents search in', async () => {
    const columns = await app.sql<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
       WHERE table_schema IN ('public', 'pgboss') AND data_type IN ('text', 'jsonb', 'json', 'character varying', 'ARRAY', 'tsvector')`,
    );
    const found: string[] = [];
    for (const { table, column } of columns) {
      const schema = (await app.sql('SELECT to_regclass($1) AS there', [`public.${table}`]))[0]?.['there']
        ? 'public'
        : 'pgboss';
      const rows = await app.sql(
        `SELECT 1 FROM ${schema}."${table}" WHERE "${column}"::text LIKE '%${SECRET}%' LIMIT 1`,
      );
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    expect(found.sort()).toEqual(['messages.html', 'messages.text', 'ticket_search.document']);
  });
});
