import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { TicketMessages } from '../src/tickets/ticket-messages.service.ts';
import { hold, waiting } from './support/held-ticket.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ PROCESS_ROLE: 'api' });
});
afterAll(() => app.close());

const duplicateOf = async (original: number) => {
  const { id } = await app.api.createTicket();
  await app.api.patch(`/api/tickets/${String(id)}`, { duplicate_of: original });
  return id;
};
const heldFor = (id: number) =>
  app.get(UnitOfWork).run((transaction) => app.get(TicketMessages).holdOriginal(transaction, id));

describe('a message to a duplicate', () => {
  it('holds nothing while it waits for the ticket that came first', async () => {
    const { id: original } = await app.api.createTicket();
    const duplicate = await duplicateOf(original);
    const { letGo } = await hold(app, original);
    const held = heldFor(duplicate);
    await waiting(app, 1);
    const free = await app.sql('SELECT FROM tickets WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED', [duplicate]);
    await letGo();
    expect(free).toHaveLength(1);
    expect(await held).toEqual({ id: original, isDone: false, closedAt: null });
  });
});
