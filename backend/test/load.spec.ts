import { DataSource } from 'typeorm';
import { fillDesk } from '../bench/load/desk-filling.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

const TICKETS = 300;

let app: TestApp;
const told: number[] = [];
beforeAll(async () => {
  app = await startTestApp();
  const order = { tickets: TICKETS, now: new Date('2026-11-25T12:00:00Z'), rareWords: 300 };
  await fillDesk(app.get(DataSource), order, (written) => told.push(written));
});
afterAll(() => app.close());

const one = async <Row>(statement: string) => (await app.sql<Row>(statement))[0];

describe('the loader', () => {
  it('writes so many tickets of two years, and tells how far it is', async () => {
    expect(await one('SELECT count(*)::int AS tickets, min(created_at) < $$2024-12-31$$ AS old FROM tickets')).toEqual({
      tickets: TICKETS,
      old: true,
    });
    expect(told.at(-1)).toBe(TICKETS);
  });

  it('indexes each text as the database does', async () => {
    const rows = await app.sql<{ id: string; same: boolean }>(
      `SELECT id, document IS NOT DISTINCT FROM search_document(title, description) AS same
       FROM tickets LEFT JOIN ticket_search ON ticket_id = id`,
    );
    expect(rows.filter(({ same }) => !same)).toEqual([]);
  });

  it('tells the history of each, up to what it is now', async () => {
    expect(
      await one(
        `SELECT count(*)::int AS untold FROM tickets AS t
         WHERE version <> (SELECT count(*) FROM ticket_events WHERE ticket_id = t.id)
           OR status <> (
             SELECT change ->> 'to' FROM ticket_events, jsonb_array_elements(changes) AS change
             WHERE ticket_id = t.id AND change ->> 'field' = 'status' ORDER BY version DESC LIMIT 1)`,
      ),
    ).toEqual({ untold: 0 });
  });

  it('keeps the suggestions that the history tells of in the ledger, with what became of them', async () => {
    expect(
      await one(
        `SELECT count(*)::int AS wrong FROM ticket_events AS e LEFT JOIN suggestions AS s ON s.id = e.suggestion_id
           JOIN tickets AS t ON t.id = e.ticket_id, jsonb_array_elements(changes) AS change
         WHERE e.version = 1 AND change ->> 'field' = 'category'
           AND (change -> 'suggested' ->> 'value', change ->> 'to', t.category, t.priority, t.id)
             IS DISTINCT FROM (s.suggested_category, coalesce(s.chosen_category, change ->> 'to'),
               coalesce(s.final_category, t.category), coalesce(s.final_priority, t.priority), coalesce(s.ticket_id, t.id))`,
      ),
    ).toEqual({ wrong: 0 });
    const [ledger] = await app.sql<{ share: number; corrected: boolean }>(
      `SELECT count(*) / ${String(TICKETS)}::float8 AS share,
         bool_and(corrected = ((chosen_category, chosen_priority) <> (final_category, final_priority))) AS corrected
       FROM suggestions`,
    );
    expect(ledger).toEqual({ share: expect.closeTo(0.9, 1), corrected: true });
  });

  it('leaves the triggers of the desk on', async () => {
    const ticket = await app.api.createTicket({ title: 'Zebra printer', description: 'Blank labels' });
    expect((await app.api.list({ search: 'zebra' })).results.map(({ id }) => id)).toEqual([ticket.id]);
  });

  it('writes in all languages it knows', async () => {
    const rows = await app.sql(
      `SELECT 1 FROM (VALUES ('[a-z]'), ('[а-я]'), ('[ء-ي]'), ('[\\u3040-\\u30ff]')) AS script (letters)
       WHERE EXISTS (SELECT FROM tickets WHERE description ~ letters)`,
    );
    expect(rows).toHaveLength(4);
  });
});
