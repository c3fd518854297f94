import { createDataSource } from '../src/database/data-source.ts';
import type { TicketBody } from './support/api-client.ts';
import { type BulkRunBody, undoToEnd } from './support/bulk-runs.ts';
import { type TestApp, startApi } from './support/test-app.ts';
import { createTestDatabase } from './support/test-database.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';

const BULK = '/api/admin/tickets/bulk';

/** Takes the schema back to what it was before deleted tickets stayed where they are, and `work`s on that. */
async function before(url: string, work: (sql: TestApp['sql']) => Promise<void>): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  const sql = dataSource.query.bind(dataSource) as TestApp['sql'];
  const migrations = await sql<{ name: string }>('SELECT name FROM migrations ORDER BY id DESC');
  const steps = migrations.findIndex(({ name }) => name.startsWith('KeepDeletedTickets')) + 1;
  for (let step = 0; step < steps; step += 1) await dataSource.undoLastMigration();
  await work(sql);
  await dataSource.runMigrations();
  await dataSource.destroy();
}

describe('a database in which a ticket was deleted before', () => {
  it('gives it back with number, values, history and suggestion', async () => {
    const database = await createTestDatabase();
    const first = await startApi(database.url, {});
    const [suggestion] = await first.sql<{ id: string }>(
      `INSERT INTO suggestions (input_hash, suggested_category, suggested_priority, source, latency_ms)
       VALUES (repeat('a', 64), 'billing', 'low', 'llm', 1) RETURNING id`,
    );
    const stays = await first.api.createTicket({ title: 'Green door' });
    const deleted = await first.api.createTicket({ title: 'Red door', suggestion_id: suggestion?.id ?? '' });
    await first.as('admin').delete(`/api/admin/tickets/${String(deleted.id)}`);
    await first.close();

    await before(database.url, async (sql) => {
      // As every version before has left it: the row as it was, and a suggestion without its ticket.
      const kept = await sql<{ ticket_id: string; ticket: object }>('SELECT ticket_id, ticket FROM deleted_tickets');
      expect(kept).toMatchObject([{ ticket_id: String(deleted.id), ticket: { title: 'Red door', version: 1 } }]);
      expect(await sql('SELECT title FROM tickets')).toEqual([{ title: 'Green door' }]);
      expect(await sql('SELECT ticket_id FROM suggestions')).toEqual([{ ticket_id: null }]);
      await expect(sql(`UPDATE tickets SET priority = 'low'`)).rejects.toThrow('does not tell of this update');
    });

    const second = await startApi(database.url, {});
    expect((await second.api.list()).results).toEqual([stays]);
    expect((await second.api.list({ search: 'red' })).count).toBe(0);
    const recent = await second.as('admin').get<{ results: BulkRunBody[] }>(BULK);
    await undoToEnd(second.as('admin'), recent.body.results[0]?.id ?? '');
    const back = await second.api.get<TicketBody>(`/api/tickets/${String(deleted.id)}`);
    expect(back.body).toEqual({ ...deleted, version: 3, updated_at: back.body.updated_at });
    expect((await second.api.list({ search: 'red' })).count).toBe(1);
    const { body } = await second.api.get<TicketEventListBody>(`/api/tickets/${String(deleted.id)}/events`);
    expect(body.results.map(({ kind, version }) => [kind, version])).toEqual([
      ['created', 1],
      ['deleted', 2],
      ['restored', 3],
    ]);
    expect(await second.sql('SELECT ticket_id FROM suggestions')).toEqual([{ ticket_id: String(deleted.id) }]);
    await second.close();
    await database.drop();
  });
});
