import { ConversationOpening } from '../src/conversation/conversation-opening.service.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { ticketPath, write } from './support/conversation.ts';
import { type CustomerTicketBody, WITH_PORTAL, customerOf } from './support/customers.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(WITH_PORTAL);
});
afterAll(() => app.close());

const requester = { name: 'Ruth Adler', address: 'ruth@brandt.example' };
const arrivedBy = async (id: number) =>
  (await app.api.get<{ arrived_by: string | null }>(ticketPath(id))).body.arrived_by;

/** As a mail of somebody, or of nobody whom the desk can know. */
const mailed = (from: typeof requester | null) =>
  app.get(UnitOfWork).run((transaction) => {
    const words = { title: 'Empty PDFs', description: 'Every invoice is 0 KB.', folded: '', html: null };
    return app.get(ConversationOpening).open(transaction, { ...words, requester: from });
  });

describe('by what a ticket came', () => {
  it.each([
    ['somebody', requester],
    ['nobody whom the desk knows', null],
  ])('is told of a mail of %s, also by what changes it', async (_, from) => {
    const id = await mailed(from);
    expect(await arrivedBy(id)).toBe('mail');
    const changed = await app.api.patch(ticketPath(id), {
      status: 'in_progress',
      priority: 'high',
      category: 'billing',
    });
    expect(changed).toMatchObject({ status: 200, body: { arrived_by: 'mail', version: 2 } });
    const followed = await app.api.post(`${ticketPath(id)}/followers`, { address: 'otto@other.example' });
    expect(followed.body).toMatchObject({ arrived_by: 'mail', version: 3 });
  });

  it('is told of what a customer writes on the portal', async () => {
    const ruth = await customerOf(app, requester.address, requester.name);
    const question = { title: 'Empty PDFs', description: 'Every invoice is 0 KB.' };
    expect(await arrivedBy((await ruth.post<CustomerTicketBody>('/api/portal/tickets', question)).body.id)).toBe(
      'portal',
    );
  });

  it('is nothing for what the desk writes down, whoever asks and whatever comes later', async () => {
    const { id, ...written } = await app.api.createTicket({ requester } as object);
    expect(written).toMatchObject({ arrived_by: null });
    await write(app.api, id, { kind: 'note', text: 'By telephone.' });
    expect(await arrivedBy(id)).toBeNull();
  });

  it('is nothing for what an import wrote', async () => {
    const [row] = await app.sql<{ id: string }>(
      `WITH written AS (
         INSERT INTO tickets (title, description, category, priority) VALUES ('Old', 'From before.', 'general', 'low') RETURNING id
       ) INSERT INTO ticket_events (ticket_id, version, kind, via, changes) SELECT id, 1, 'created', 'system', '[]' FROM written
       RETURNING ticket_id AS id`,
    );
    expect(await arrivedBy(Number(row?.id))).toBeNull();
  });
});
