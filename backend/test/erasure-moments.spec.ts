import { setServers } from 'node:dns/promises';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { ErasureRepository } from '../src/erasure/erasure.repository.ts';
import { ErasedSenders } from '../src/mail/erased-senders.service.ts';
import { MailTaking } from '../src/mail/mail-taking.service.ts';
import { MailRepository } from '../src/mail/mail.repository.ts';
import { QuarantineRepository } from '../src/mail/quarantine.repository.ts';
import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { OutgoingMailRepository } from '../src/sending/outgoing-mail.repository.ts';
import { ReturnedMails } from '../src/sending/returned-mails.service.ts';
import { part, mailWith } from './mails/mail-fixture.ts';
import { ticketPath, write } from './support/conversation.ts';
import { placesOf } from './support/kept-words.ts';
import { standsStill } from './support/stands-still.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const ADDRESS = 'okapi.numbat@example.org';
const FROM = `From: Zebrawallaby <${ADDRESS}>`;
const REASON = 'They asked for it by letter.';

let app: TestApp;
let uid = 0;
beforeAll(async () => {
  setServers(['127.0.0.1:9']);
  app = await startTestApp({ LLM_PROVIDER: 'local' });
  app.get(SenderCheck).ask = () => Promise.resolve('confirmed');
});
afterAll(() => app.close());

/** Takes a mail from a mailbox and gives its number there. */
async function take(raw: Buffer): Promise<number> {
  const number = ++uid;
  const mail = { mailbox: 'support', uidValidity: 1n, uid: number, arrivedAt: new Date(), size: raw.length, raw };
  await app.get(MailTaking).take(mail);
  return number;
}

async function became(number: number): Promise<{ state: string; raw: Buffer | null; ticket_id: string | null }> {
  let rows: { state: string; raw: Buffer | null; ticket_id: string | null }[] = [];
  await until(async () => {
    rows = await app.sql(`SELECT state, raw, ticket_id FROM mails WHERE uid = $1 AND state <> 'taken'`, [number]);
    return rows.length > 0;
  });
  return rows[0]!;
}

const somebody = async () =>
  (await app.api.post<{ id: number }>('/api/contacts', { name: 'Zebrawallaby', addresses: [ADDRESS] })).body.id;
const erase = (contact: number) => app.as('admin').post(`/api/contacts/${String(contact)}/erasure`, { reason: REASON });
const isDone = async (contact: number) => {
  const path = `/api/contacts/${String(contact)}/erasure`;
  const { body } = await app.as('admin').get<{ erasure: { finished_at: string | null } | null }>(path);
  return typeof body.erasure?.finished_at === 'string';
};
const turnsWaitedFor = () =>
  app.sql(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 2440 AND NOT granted`);

const attached =
  part('Content-Type: text/plain', 'A quokkasalamander.') +
  part(
    'Content-Type: text/plain\nContent-Disposition: attachment; filename="quokkasalamander.txt"',
    'quokkasalamander',
  ) +
  '--edge--\n';
const theirs = (...more: string[]) =>
  mailWith(
    [
      FROM,
      'Subject: A quokkasalamander',
      `X-Number: ${String(uid)}`,
      ...more,
      'Content-Type: multipart/mixed; boundary=edge',
    ],
    attached,
  );
const nothingIsLeft = async () => {
  for (const word of ['quokkasalamander', 'zebrawallaby', 'okapi'])
    await until(async () => (await placesOf(app, word)).length === 0);
};
/** A ticket of somebody else, and what a mail names it by. */
const ofAnna = async () => {
  const { id } = await app.api.createTicket({ requester: { name: 'Anna', address: 'anna@example.net' } } as never);
  await app.sql(
    `INSERT INTO outgoing_mails (message_id, kind, ticket_id, number, recipients, state) VALUES ($1, 'reply', $2, 2, '[]', 'sent')`,
    [`sent-${String(id)}@desk`, id],
  );
  return { id, answer: `In-Reply-To: <sent-${String(id)}@desk>` };
};

describe('a mail that is read in the moment in which its sender’s erasure is asked for', () => {
  it.each([
    ['would begin a ticket', () => Promise.resolve<string[]>([])],
    ['would be a message of somebody else’s ticket', async () => [(await ofAnna()).answer]],
  ])('becomes nothing where that comes first, and it %s', async (_, fields) => {
    const [person, more] = [await somebody(), await fields()];
    const reading = standsStill(app.get(MailRepository), 'hold');
    const number = await take(theirs(...more));
    await reading.isThere;
    await erase(person);
    reading.goOn();
    expect(await became(number)).toEqual({ state: 'deleted', raw: null, ticket_id: null });
    await until(() => isDone(person));
    await nothingIsLeft();
  });

  it.each([
    ['begins a ticket', () => Promise.resolve<string[]>([])],
    ['is a message of somebody else’s ticket', async () => [(await ofAnna()).answer]],
  ])('has it wait where it comes first, and its words go, where it %s', async (_, fields) => {
    const [person, more] = [await somebody(), await fields()];
    const reading = standsStill(app.get(ErasedSenders), 'forget');
    const number = await take(theirs(...more));
    await reading.isThere;
    const erasing = erase(person);
    await until(async () => (await turnsWaitedFor()).length > 0);
    reading.goOn();
    await erasing;
    expect((await became(number)).ticket_id).not.toBeNull();
    await until(() => isDone(person));
    await nothingIsLeft();
  });

  it('of somebody else makes nobody anew of those who are in copy of it', async () => {
    const person = await somebody();
    const reading = standsStill(app.get(MailRepository), 'hold');
    const number = await take(
      mailWith(['From: anna@example.net', `Cc: Zebrawallaby <${ADDRESS}>`, 'Subject: Hi'], 'Hello\n'),
    );
    await reading.isThere;
    await erase(person);
    reading.goOn();
    const { ticket_id: ticket } = await became(number);
    await until(() => isDone(person));
    expect((await app.api.get(ticketPath(Number(ticket)))).body).toMatchObject({ title: 'Hi', followers: [] });
    await nothingIsLeft();
  });
});

it('a mail that waited for an admin, who has it read anew after its sender’s erasure was asked for, becomes nothing', async () => {
  const person = await somebody();
  const number = await take(theirs());
  await became(number);
  const [{ id } = { id: '' }] = await app
    .sql<{ id: string }>(
      `UPDATE mails SET state = 'quarantined', reason = 'Forged', ticket_id = NULL WHERE uid = $1 RETURNING id`,
      [number],
    )
    .then((rows) => rows.flat() as { id: string }[]);
  const releasing = standsStill(app.get(QuarantineRepository), 'release');
  const retrying = app.as('admin').post(`/api/admin/mails/quarantine/${id}/retry`, {});
  await releasing.isThere;
  await erase(person);
  releasing.goOn();
  await retrying;
  await until(() => isDone(person));
  await nothingIsLeft();
});

it('a mail that is taken after the erasure was asked for is of somebody new, however soon', async () => {
  const person = await somebody();
  const asking = standsStill(app.get(ErasureRepository), 'insert');
  const erasing = erase(person);
  await asking.isThere;
  const taking = take(theirs());
  await until(async () => (await turnsWaitedFor()).length > 0);
  asking.goOn();
  await erasing;
  const { state, ticket_id: ticket } = await became(await taking);
  await until(() => isDone(person));
  expect(state).toBe('ticket');
  expect((await app.api.get(ticketPath(Number(ticket)))).body).toMatchObject({
    title: 'A quokkasalamander',
    requester: { name: 'Zebrawallaby', address: ADDRESS },
  });
  const [anew] = await app.sql<{ contact_id: string }>('SELECT contact_id FROM contact_addresses WHERE address = $1', [
    ADDRESS,
  ]);
  await erase(Number(anew?.contact_id));
  await nothingIsLeft();
});

it('an erasure and a report of a mail to them wait for each other, and never in a circle', async () => {
  const person = await somebody();
  const { id } = await app.api.createTicket();
  const recipients = { to: [{ name: 'Zebrawallaby', address: ADDRESS }], cc: [] };
  const { body } = await write(app.api, id, { kind: 'reply', text: 'To you.', recipients });
  const kept = { role: 'to', name: 'Zebrawallaby', address: ADDRESS, state: 'sent', detail: null };
  await app.sql(
    `INSERT INTO outgoing_mails (message_id, kind, ticket_id, number, recipients, state) VALUES ('told@desk', 'reply', $1, $2, $3, 'sent')`,
    [id, body.number, JSON.stringify([kept])],
  );
  const reporting = standsStill(app.get(OutgoingMailRepository), 'hold');
  const failed = { address: ADDRESS, delivery: 'hard', status: '5.1.1', words: 'Nobody here' } as const;
  const report = { messageId: 'told@desk', addresses: [], recipients: [failed] };
  const told = app.get(UnitOfWork).run((transaction) => app.get(ReturnedMails).report(transaction, report));
  await reporting.isThere;
  await erase(person);
  const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await until(async () => (await app.sql(waits)).length > 0);
  reporting.goOn();
  await told;
  await until(() => isDone(person));
  const tries = `SELECT retry_count FROM pgboss.job WHERE name = 'erase-person' ORDER BY created_on DESC LIMIT 1`;
  expect(await app.sql(tries)).toEqual([{ retry_count: 0 }]);
  expect(await placesOf(app, 'okapi')).toEqual([]);
});
