import type { TicketBody } from './support/api-client.ts';
import { type BulkRunBody, undoToEnd } from './support/bulk-runs.ts';
import { beforeMigration, withApiOver } from './support/earlier-schema.ts';
import type { TestApp } from './support/test-app.ts';
import { type TestDatabase, createTestDatabase } from './support/test-database.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const withApi = <T>(work: (app: TestApp) => Promise<T>): Promise<T> => withApiOver(database, work);

describe('a database in which a ticket was deleted before', () => {
  it('gives it back with number, values, history and suggestion', async () => {
    const { stays, deleted } = await withApi(async (app) => {
      const texts = { title: 'Red door', description: 'It does not open.' };
      const { body } = await app.api.post<{ suggestion_id: string }>('/api/tickets/classify', texts);
      const tickets = {
        stays: await app.api.createTicket({ title: 'Green door' }),
        deleted: await app.api.createTicket({ ...texts, suggestion_id: body.suggestion_id }),
      };
      await app.as('admin').delete(`/api/admin/tickets/${String(tickets.deleted.id)}`);
      return tickets;
    });

    await beforeMigration(database, 'KeepDeletedTickets', async (sql) => {
      // As every version before has left it: the row as it was, and a suggestion without its ticket.
      const kept = await sql<{ ticket_id: string; ticket: object }>('SELECT ticket_id, ticket FROM deleted_tickets');
      expect(kept).toMatchObject([{ ticket_id: String(deleted.id), ticket: { title: 'Red door', version: 1 } }]);
      expect(await sql('SELECT title FROM tickets')).toEqual([{ title: 'Green door' }]);
      expect(await sql('SELECT ticket_id FROM suggestions')).toEqual([{ ticket_id: null }]);
      await expect(sql(`UPDATE tickets SET priority = 'low'`)).rejects.toThrow('does not tell of this update');
    });

    await withApi(async (app) => {
      const [listed, ...others] = (await app.api.list()).results;
      expect(stays).toMatchObject(listed!);
      expect(others).toEqual([]);
      expect((await app.api.list({ search: 'red' })).count).toBe(0);
      const recent = await app.as('admin').get<{ results: BulkRunBody[] }>('/api/admin/tickets/bulk');
      await undoToEnd(app.as('admin'), recent.body.results[0]?.id ?? '');
      const back = await app.api.get<TicketBody>(`/api/tickets/${String(deleted.id)}`);
      expect(back.body).toEqual({ ...deleted, version: 3, updated_at: back.body.updated_at });
      expect((await app.api.list({ search: 'red' })).count).toBe(1);
      const { body } = await app.api.get<TicketEventListBody>(`/api/tickets/${String(deleted.id)}/events`);
      expect(body.results.map(({ kind, version }) => `${kind} ${String(version)}`)).toEqual([
        'created 1',
        'deleted 2',
        'restored 3',
      ]);
      expect(await app.sql('SELECT ticket_id FROM suggestions')).toEqual([{ ticket_id: String(deleted.id) }]);
    });
  });
});
