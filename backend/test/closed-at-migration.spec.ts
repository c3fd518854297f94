import type { TicketBody } from './support/api-client.ts';
import { beforeMigration, withApiOver } from './support/earlier-schema.ts';
import { type TestDatabase, createTestDatabase } from './support/test-database.ts';
import { insertTickets } from './support/ticket-rows.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('a desk that did not keep when its tickets were closed learns it from their history', async () => {
  const columns = '(title, description, category, priority, status, resolved_at)';
  let older: number | undefined;
  const told = await withApiOver(database, async ({ api }) => {
    const ticket = async (...statuses: string[]) => {
      const { id } = await api.createTicket();
      for (const status of statuses) await api.patch(`/api/tickets/${String(id)}`, { status });
      return (await api.get<TicketBody>(`/api/tickets/${String(id)}`)).body;
    };
    return [
      await ticket(),
      await ticket('resolved'),
      await ticket('resolved', 'closed'),
      await ticket('closed', 'open', 'resolved', 'closed'),
    ];
  });
  expect(new Set(told.map(({ closed_at }) => closed_at)).size).toBe(3);

  await beforeMigration(database, 'TellWhenClosed', async (sql) => {
    const done = `${columns} VALUES ('Old', 'Older than history', 'general', 'low', 'closed', '2020-02-02T20:20:02Z')`;
    [older] = await insertTickets({ sql }, done);
  });

  await withApiOver(database, async ({ api }) => {
    for (const ticket of told)
      expect((await api.get<TicketBody>(`/api/tickets/${String(ticket.id)}`)).body).toEqual(ticket);
    const { body } = await api.get<TicketBody>(`/api/tickets/${String(older)}`);
    expect(body).toMatchObject({ closed_at: '2020-02-02T20:20:02.000Z', version: 1 });
    // History is guarded again.
    expect(await api.patch(`/api/tickets/${String(older)}`, { status: 'open' })).toMatchObject({
      ...{ status: 200, body: { resolved_at: null, closed_at: null } },
    });
  });
});
