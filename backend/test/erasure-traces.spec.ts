import { AuditWords } from '../src/audit/audit-words.repository.ts';
import { NamingTicketsRepository } from '../src/erasure/naming-tickets.repository.ts';
import { ticketPath, write } from './support/conversation.ts';
import { placesOf } from './support/kept-words.ts';
import { standsStill } from './support/stands-still.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const ADDRESS = 'okapi.numbat@example.org';
const recipients = { to: [{ name: 'Zebrawallaby', address: ADDRESS }], cc: [] };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LLM_PROVIDER: 'local' });
});
afterAll(() => app.close());

const somebody = async () =>
  (await app.api.post<{ id: number }>('/api/contacts', { name: 'Zebrawallaby', addresses: [ADDRESS] })).body.id;
const erase = (contact: number) =>
  app.as('admin').post(`/api/contacts/${String(contact)}/erasure`, { reason: 'They asked for it by letter.' });
const isDone = async (contact: number) =>
  (await app.sql('SELECT 1 FROM erasures WHERE contact_id = $1 AND finished_at IS NOT NULL', [contact])).length > 0;
/** A ticket of nobody with an answer to them. */
async function naming(): Promise<{ readonly id: number; readonly number: number }> {
  const { id } = await app.api.createTicket();
  const { body } = await write(app.api, id, { kind: 'reply', text: 'To you.', recipients });
  return { id, number: body.number };
}
const leaves = ({ id, number }: { readonly id: number; readonly number: number }, messageId: string) =>
  app.sql(
    `INSERT INTO outgoing_mails (message_id, kind, ticket_id, number, recipients, state) VALUES ($1, 'reply', $2, $3, $4, 'sent')`,
    [messageId, id, number, JSON.stringify([{ role: 'to', ...recipients.to[0], state: 'sent', detail: null }])],
  );

it('tickets that name somebody who is erased can be changed while the rest is gone through', async () => {
  const person = await somebody();
  const { id } = await naming();
  const goingThrough = standsStill(app.get(AuditWords), 'forgetPerson');
  await erase(person);
  await goingThrough.isThere;
  const { status } = await app.api.patch(ticketPath(id), { priority: 'critical' });
  const named = await app.sql('SELECT address, name FROM message_recipients');
  goingThrough.goOn();
  expect(status).toBe(200);
  expect(named).toEqual([{ address: 'erased@erased.invalid', name: '' }]);
  await until(() => isDone(person));
  expect(await placesOf(app, 'okapi')).toEqual([]);
});

it('the mail of an answer that was held when it was asked for, and left since, names nobody', async () => {
  const person = await somebody();
  const answer = await naming();
  const looking = standsStill(app.get(NamingTicketsRepository), 'find', 'before');
  await erase(person);
  await looking.isThere;
  await leaves(answer, 'left-late@desk');
  looking.goOn();
  await until(() => isDone(person));
  expect(await placesOf(app, 'okapi')).toEqual([]);
});

it('what is written to the address after it was asked for stays', async () => {
  const person = await somebody();
  await naming();
  const looking = standsStill(app.get(NamingTicketsRepository), 'find', 'before');
  await erase(person);
  await looking.isThere;
  const anew = await naming();
  await leaves(anew, 'left-anew@desk');
  looking.goOn();
  await until(() => isDone(person));
  const named = await app.sql(
    `SELECT m.ticket_id AS id FROM message_recipients AS r JOIN messages AS m ON m.id = r.message_id WHERE r.address = $1
     UNION ALL SELECT ticket_id FROM outgoing_mails WHERE recipients @> $2`,
    [ADDRESS, JSON.stringify([{ address: ADDRESS }])],
  );
  expect(named).toEqual([{ id: String(anew.id) }, { id: String(anew.id) }]);
});

it('few tickets are held at a time, and one that is cut short goes on with those that still name them', async () => {
  const person = await somebody();
  for (let count = 0; count < 60; count += 1)
    await leaves({ ...(await app.api.createTicket()), number: 2 }, `many-${String(count)}@desk`);
  const tickets = app.get(NamingTicketsRepository);
  const whole = tickets.hold.bind(tickets);
  const held: number[] = [];
  tickets.hold = async (transaction, ids) => {
    held.push(ids.length);
    if (held.length === 2) throw new Error('It was cut short');
    return whole(transaction, ids);
  };
  await erase(person);
  await until(() => isDone(person));
  tickets.hold = whole;
  // One more is of the test above.
  expect(held).toEqual([50, 11, 11]);
});
