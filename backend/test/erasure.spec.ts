import { setServers } from 'node:dns/promises';
import { IncomingMessages } from '../src/conversation/incoming-messages.service.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { ErasureWorker } from '../src/erasure/erasure-worker.service.ts';
import { ModelRefit } from '../src/learning/model-refit.service.ts';
import { NamingMails } from '../src/mail/naming-mails.service.ts';
import { MailDelivery } from '../src/mail/mail-delivery.service.ts';
import { MailTaking } from '../src/mail/mail-taking.service.ts';
import { readMail } from '../src/mail/reading/mail-reader.ts';
import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { PersonsWords } from '../src/erasure/persons-words.service.ts';
import { part, mailWith } from './mails/mail-fixture.ts';
import { ticketPath, timelineOf, write } from './support/conversation.ts';
import { placesOf } from './support/kept-words.ts';
import { captureLogs } from './support/log-capture.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';
import { download } from './support/uploads.ts';

/** A word of what they write, of their name and of their address: none stands anywhere else. */
const [SECRET, NAME, ADDRESS] = ['quokkasalamander', 'zebrawallaby', 'okapi.numbat@example.org'];
const REASON = 'They asked for it by letter.';

interface FileBody {
  name: string;
  url: string | null;
}

interface ErasureBody {
  erasure: {
    finished_at: string | null;
    reason: string;
    tickets: number;
    messages: number;
    step: string;
    mails: number;
    mails_in_all: number | null;
  } | null;
}

let app: TestApp;
let logs: ReturnType<typeof captureLogs>;
let uid = 0;
beforeAll(async () => {
  // Whoever asks before the test says what is known asks nobody.
  setServers(['127.0.0.1:9']);
  app = await startTestApp({ LLM_PROVIDER: 'local' });
  app.get(SenderCheck).ask = () => Promise.resolve('confirmed');
  logs = captureLogs();
});
afterAll(() => app.close());

/** Takes a mail from a mailbox and gives the number of its ticket, if it became something. */
async function arrives(raw: Buffer): Promise<number> {
  uid += 1;
  await app
    .get(MailTaking)
    .take({ mailbox: 'support', uidValidity: 1n, uid, arrivedAt: new Date(), size: raw.length, raw });
  let rows: { ticket_id: string }[] = [];
  await until(async () => {
    rows = await app.sql(`SELECT ticket_id FROM mails WHERE uid = $1 AND state <> 'taken'`, [uid]);
    return rows.length > 0;
  });
  return Number(rows[0]?.ticket_id);
}

const FROM = `From: ${NAME} <${ADDRESS}>`;
const erase = (contact: number) =>
  app.as('admin').post<ErasureBody['erasure']>(`/api/contacts/${String(contact)}/erasure`, { reason: REASON });
const erasureOf = async (contact: number) =>
  (await app.as('admin').get<ErasureBody>(`/api/contacts/${String(contact)}/erasure`)).body.erasure;
const isDone = async (contact: number) => (await erasureOf(contact))?.finished_at !== null;
const eraseWholly = async (contact: number) => {
  await erase(contact);
  await until(() => isDone(contact));
};
/** What stands behind the addresses of files. */
const contentsOf = (files: readonly FileBody[]) =>
  Promise.all(files.map(async ({ url }) => (await download(app, url?.split('/').at(-1) ?? '')).content.toString()));
const somebody = async (name: string, address: string) =>
  (await app.api.post<{ id: number }>('/api/contacts', { name, addresses: [address] })).body.id;
const contactOf = async (address: string) =>
  Number(
    (
      await app.sql<{ contact_id: string }>('SELECT contact_id FROM contact_addresses WHERE address_key = $1', [
        address,
      ])
    )[0]?.contact_id,
  );

describe('a person who is erased', () => {
  let [own, deleted, others, contact] = [0, 0, 0, 0];
  let file = '';

  beforeAll(async () => {
    const attached =
      part('Content-Type: text/plain', `The ${SECRET} is dead.`) +
      part(
        `Content-Type: text/plain; name="${SECRET}.txt"\nContent-Disposition: attachment; filename="${SECRET}.txt"`,
        SECRET,
      ) +
      '--edge--\n';
    const header = (id: string, ...more: string[]) => [
      FROM,
      `Subject: A ${SECRET}`,
      `Message-ID: <${id}@okapi.numbat>`,
      ...more,
    ];
    own = await arrives(mailWith(header('one', 'Content-Type: multipart/mixed; boundary=edge'), attached));
    contact = await contactOf(ADDRESS);
    deleted = await arrives(mailWith(header('two'), `Once more the ${SECRET}.\n`));
    await app.api.patch(ticketPath(deleted), { title: `Of a ${SECRET}`, category: 'billing', priority: 'low' });
    await app.as('admin').delete(`/api/admin/tickets/${String(deleted)}`);
    await arrives(mailWith(header('three', 'In-Reply-To: <one@okapi.numbat>'), `And the ${SECRET}?\n`));
    file = (await app.sql<{ id: string }>(`SELECT id FROM attachments WHERE name LIKE '${SECRET}%'`))[0]?.id ?? '';
    await app.api.patch(ticketPath(own), { category: 'billing', priority: 'low', title: `The ${SECRET}` });
    await write(app.api, own, { kind: 'reply', text: `Dear ${NAME}, of your ${SECRET}` });
    await write(app.api, own, { kind: 'note', text: `${NAME} is angry.` });
    await app.api.put(`${ticketPath(own)}/draft`, { kind: 'reply', text: `Once more, ${NAME}`, conversation: 1 });
    const apart = { to: [{ name: 'Carl', address: 'carl@example.net' }], cc: [] };
    await write(app.api, own, { kind: 'reply', text: 'To Carl alone: a platypus.', recipients: apart });
    // Somebody else's ticket, which they follow, in which they wrote, and which was answered to them.
    const ticket = {
      title: 'Six seats',
      description: 'Refund six seats.',
      requester: { name: 'Anna', address: 'anna@example.net' },
    };
    others = (await app.api.createTicket(ticket)).id;
    await app.api.post(`${ticketPath(others)}/followers`, { id: contact });
    const theirs = { text: `I add a ${SECRET}`, folded: '', html: null, contact, reopens: false };
    await app.get(UnitOfWork).run((transaction) => app.get(IncomingMessages).add(transaction, others, theirs));
    await write(app.api, others, { kind: 'reply', text: 'To both of you.' });
    const toAnna = { to: [{ name: 'Anna', address: 'anna@example.net' }], cc: [] };
    await write(app.api, others, { kind: 'reply', text: 'To Anna alone: a platypus.', recipients: toAnna });
    // A mail that waits, a note of them, what was looked for.
    await app.sql(`INSERT INTO mails (mailbox, uid_validity, uid, digest, size, raw, arrived_at, state, reason, sender, subject)
      VALUES ('box', 1, 1, '\\x01', 9, '${SECRET}', now(), 'quarantined', 'Forged', '${ADDRESS.toUpperCase()}', '${SECRET}')`);
    // Mails that went to them and that wait, by what they sign in, and a file that they have not sent.
    const recipients = JSON.stringify([{ role: 'to', name: NAME, address: ADDRESS, state: null, detail: null }]);
    await app.sql(
      `INSERT INTO outgoing_mails (message_id, kind, ticket_id, number, recipients, subject, text, state)
       VALUES ('a', 'sign_in', NULL, NULL, $1, '${SECRET}', '${SECRET}', 'queued'), ('b', 'reply', $2, 2, $1, NULL, NULL, 'sent'),
         ('c', 'reply', $2, 4, $1, 'Re: The ${SECRET}', 'Dear ${NAME}', 'sending')`,
      [recipients, own],
    );
    await app.sql(
      `INSERT INTO portal_links (token_hash, address, name, expires_at) VALUES (repeat('a', 64), '${ADDRESS}', '${NAME}', now())`,
    );
    await app.sql(`INSERT INTO portal_sessions (token_hash, address, address_key, expires_at)
      VALUES (repeat('a', 64), '${ADDRESS}', '${ADDRESS}', now() + interval '1 hour')`);
    await app.sql(
      `WITH kept AS (INSERT INTO attachments (name, size, storage) VALUES ('${SECRET}.png', 3, 'database') RETURNING id)
       INSERT INTO portal_uploads (attachment_id, contact_id) SELECT id, $1 FROM kept`,
      [contact],
    );
    await app.api.patch(`/api/contacts/${String(contact)}`, { note: `Collects every ${SECRET}` });
    await app.api.get(`/api/tickets.csv?search=${NAME}`);
    await app.get(ModelRefit).refit(new AbortController().signal);
  });

  it('can be handed out what the desk keeps of them before, but no note', async () => {
    const { status, body } = await app.as('admin').get<{
      contact: { name: string };
      tickets: {
        id: number;
        description: string;
        messages: { text: string; theirs: boolean; files: FileBody[] }[];
        files: FileBody[];
      }[];
      tickets_of_others: { id: number; messages: { text: string; theirs: boolean }[] }[];
      mails: unknown[];
    }>(`/api/contacts/${String(contact)}/export`);
    expect(status).toBe(200);
    expect(body.contact.name).toBe(NAME);
    expect(body.tickets.map(({ id }) => id)).toEqual([own, deleted]);
    expect(body.tickets[0]?.messages.map(({ theirs }) => theirs)).toEqual([true, false]);
    expect(body.tickets_of_others.map(({ id, messages }) => [id, messages.map(({ text }) => text)])).toEqual([
      [others, [`I add a ${SECRET}`, 'To both of you.']],
    ]);
    expect(await contentsOf(body.tickets.flatMap(({ files }) => files))).toEqual([SECRET]);
    expect(body.mails).toHaveLength(4);
    expect(JSON.stringify(body)).toContain(SECRET);
    for (const word of ['angry', 'platypus']) expect(JSON.stringify(body)).not.toContain(word);
  });

  it('is nobody at once, and in no column of any table once it is done, nor in the log', async () => {
    for (const word of [SECRET, NAME, 'okapi']) expect((await placesOf(app, word)).length).toBeGreaterThan(3);
    const { status, body } = await erase(contact);
    expect([status, body]).toEqual([202, expect.objectContaining({ reason: REASON, finished_at: null })]);
    expect((await app.api.get(`/api/contacts/${String(contact)}`)).body).toMatchObject({
      name: 'Erased person',
      addresses: [],
      note: '',
      erased: true,
    });
    await until(() => isDone(contact));
    for (const word of [SECRET, NAME, 'okapi']) await until(async () => (await placesOf(app, word)).length === 0);
    for (const word of [SECRET, NAME, 'okapi']) expect(logs.text()).not.toContain(word);
    expect((await download(app, file)).status).toBe(404);
    expect(await erasureOf(contact)).toMatchObject({ tickets: 3, messages: 7 });
  });

  it('leaves tickets that tell who removed the words and why, and what others wrote', async () => {
    const ownEntries = await timelineOf(app.api, own);
    const said = ownEntries.filter(({ kind }) => kind !== 'event');
    expect(said.map(({ kind, text, redaction }) => [kind, text, redaction?.reason])).toEqual([
      ['description', null, REASON],
      ['incoming', null, REASON],
      ['reply', null, REASON],
      ['note', null, REASON],
      ['reply', null, REASON],
    ]);
    const [description, theirs, reply, toAnna] = (await timelineOf(app.api, others)).filter(
      ({ kind }) => kind !== 'event',
    );
    expect([description?.text, theirs?.text, reply?.text, toAnna?.text]).toEqual([
      ...['Refund six seats.', null, 'To both of you.', 'To Anna alone: a platypus.'],
    ]);
    expect(reply?.recipients.map(({ address }) => address)).toEqual(['anna@example.net', 'erased@erased.invalid']);
    expect((await app.api.get(ticketPath(others))).body).toMatchObject({ followers: [] });
  });

  it('is audited without a word of them', async () => {
    const events = await app.sql<{ kind: string; subject_label: string | null }>(
      `SELECT kind, subject_label FROM audit_events WHERE kind LIKE 'contact_%' ORDER BY id`,
    );
    expect(events).toEqual([
      { kind: 'contact_exported', subject_label: null },
      { kind: 'contact_erased', subject_label: null },
    ]);
  });

  it('leaves a deleted ticket that can be restored, without words, and that goes for good', async () => {
    await app.sql(`UPDATE tickets SET priority = priority WHERE id = $1`, [deleted]);
    await app.sql('DELETE FROM tickets WHERE id = $1', [deleted]);
    expect(await app.sql('SELECT 1 FROM tickets WHERE id = $1', [deleted])).toEqual([]);
  });
});

it('an erasure that is cut short goes on with what is left, and counts nothing twice', async () => {
  const person = await somebody('Numbat', 'numbat@example.org');
  for (let number = 0; number < 4; number += 1)
    await app.api.createTicket({ title: 'Cut', description: 'A bandicoot.', requester: { id: person } } as never);
  const words = app.get(PersonsWords);
  const whole = words.remove.bind(words);
  let tries = 0;
  words.remove = async (erasure) => {
    tries += 1;
    const stopping = new AbortController();
    const count = () => app.sql<{ tickets: number }>('SELECT tickets FROM erasures WHERE id = $1', [erasure.id]);
    if (tries > 1) return whole(erasure, stopping.signal);
    const watching = until(async () => (await count())[0]?.tickets !== 0).then(() => stopping.abort());
    await Promise.all([whole(erasure, stopping.signal), watching]);
    throw new Error('It was cut short too late');
  };
  await eraseWholly(person);
  expect(tries).toBe(2);
  expect(await erasureOf(person)).toMatchObject({ tickets: 4, messages: 4 });
  expect(await placesOf(app, 'bandicoot')).toEqual([]);
  words.remove = whole;
});

it('what was edited of a ticket that is gone for good goes from its history too', async () => {
  const person = await somebody('Quoll', 'quoll@example.org');
  const { id } = await app.api.createTicket({ title: 'A bilby', requester: { id: person } } as never);
  await app.api.patch(ticketPath(id), { title: 'Another bilby' });
  await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
  await app.sql('DELETE FROM tickets WHERE id = $1', [id]);
  expect(await placesOf(app, 'bilby')).toContain('ticket_events.changes');
  await eraseWholly(person);
  expect(await placesOf(app, 'bilby')).toEqual([]);
});

it('a title that was written after the words of a ticket had been removed goes too', async () => {
  const person = await somebody('Bettong', 'bettong@example.org');
  const { id } = await app.api.createTicket({ title: 'A kowari', requester: { id: person } } as never);
  await app.as('admin').post(`${ticketPath(id)}/messages/1/redaction`, { reason: REASON });
  await app.api.patch(ticketPath(id), { title: 'A dunnart' });
  await eraseWholly(person);
  for (const word of ['kowari', 'dunnart']) await until(async () => (await placesOf(app, word)).length === 0);
});

it('what somebody looked for by a part of their name, or typed at the desk’s own sign-in, goes from the audit log', async () => {
  const person = await somebody('Tasman Thylacine', 't.cuscus@example.org');
  await app.sql(`INSERT INTO audit_events (kind, via, subject_type, subject_label, details) VALUES
    ('tickets_exported', 'web', NULL, NULL, '{"filter": {"search": "refund THYLACINE"}}'),
    ('sign_in_failed', 'web', 'user', 'T.Cuscus@Example.org ', '{}'),
    ('sign_in_failed', 'web', 'user', 'kept@example.org', '{}')`);
  await eraseWholly(person);
  for (const word of ['thylacine', 'cuscus']) expect(await placesOf(app, word)).toEqual([]);
  expect(await placesOf(app, 'kept@example.org')).toEqual(['audit_events.subject_label']);
});

it('what the desk told of their files that it could not keep, in the ticket of somebody else, names them no more', async () => {
  const person = await somebody('Potoroo', 'potoroo@example.org');
  const { id } = await app.api.createTicket();
  const mail = await readMail(mailWith(['From: potoroo@example.org', 'Subject: Files'], 'Look.\n'), new Date());
  const files = { ids: [], pictures: new Map<string, string>(), missing: ['“bilby.pdf”: It is too large.'] };
  const manner = { files, proof: 'confirmed', keptAt: new Date() } as const;
  await app
    .get(UnitOfWork)
    .run((transaction) => app.get(MailDelivery).asMessage(transaction, mail, manner, { ticket: id, reopens: true }));
  expect(await placesOf(app, 'bilby')).toContain('messages.text');
  await eraseWholly(person);
  expect(await placesOf(app, 'bilby')).toEqual([]);
});

describe('the reason of an erasure, which is kept for good', () => {
  it.each([
    ['name', 'As MARTA  wombat wishes.'],
    ['address', 'It came from Marta@Wombat.example.'],
    ['name of one who was merged into them', 'By M. Wombat, on the phone'],
  ])('must not tell their %s: nothing happens, and the field says so', async (what, reason) => {
    const id = await somebody('Marta Wombat', 'marta@wombat.example');
    const other = await somebody('M. Wombat', 'm@wombat.example');
    await app.api.post(`/api/contacts/${String(other)}/merge`, { into: id });
    const path = `/api/contacts/${String(id)}/erasure`;
    expect([what, await app.as('admin').post(path, { reason })]).toMatchObject([
      what,
      { status: 400, body: { code: 'validation_failed', errors: [{ field: 'reason', code: 'names_person' }] } },
    ]);
    expect(await erasureOf(id)).toBeNull();
    expect((await app.api.get(`/api/contacts/${String(id)}`)).body).toMatchObject({ name: 'Marta Wombat' });
    expect((await app.as('admin').post(path, { reason: 'They asked for it.' })).status).toBe(202);
    await until(() => isDone(id));
  });
});

describe('a mail as it came, when somebody is erased', () => {
  const ADDRESSES = ['Ann.E@Example.org', 'ann@elsewhere.example'];
  let uid = 0;
  /** Keeps a mail that came before or after; gives its number in the box. */
  const kept = async (
    raw: string,
    { state = 'quarantined', sender = null as string | null, keptAt = 'now()' } = {},
  ) => {
    uid += 1;
    await app.sql(
      `INSERT INTO mails (mailbox, uid_validity, uid, digest, size, raw, arrived_at, kept_at, state, reason, sender, subject)
       VALUES ('alike', 1, $1, $2, 9, $3, now(), ${keptAt}, $4, 'Forged', $5, 'A subject')`,
      [uid, Buffer.from([7, 7, uid]), Buffer.from(raw), state, sender],
    );
    return uid;
  };
  const left = async (number: number) => {
    const [row] = await app.sql<{ state: string; raw: Buffer | null; sender: string | null }>(
      `SELECT state, raw, sender FROM mails WHERE mailbox = 'alike' AND uid = $1`,
      [number],
    );
    return { state: row?.state, raw: row?.raw?.toString() ?? null, sender: row?.sender };
  };
  const theirs = async () =>
    (await app.api.post<{ id: number }>('/api/contacts', { name: 'Ann', addresses: ADDRESSES })).body.id;
  const gone = { state: 'deleted', raw: null, sender: null };
  const COLLEAGUES = 'From: y@example.net\nCc: Ann <Ann.E@Example.org>\n\nAsk „ann.e@example.org“.';

  it('is let go where it is theirs and waits, whether anybody has read it or not', async () => {
    const person = await theirs();
    const read = await kept('From: ann.e@example.org\n\nHello', { sender: 'ANN.E@example.org' });
    const unread = await kept('Subject: x\nFrom: "y@example.net"\n <ann@elsewhere.example>\n\nHello');
    await eraseWholly(person);
    expect([await left(read), await left(unread)]).toEqual([gone, gone]);
  });

  it('waits on where it is of somebody else, without the address', async () => {
    const person = await theirs();
    const read = await kept(COLLEAGUES, { sender: 'y@example.net' });
    const unread = await kept(COLLEAGUES);
    await eraseWholly(person);
    const raw = 'From: y@example.net\nCc: Ann <erased@erased.invalid>\n\nAsk „erased@erased.invalid“.';
    expect(await left(read)).toEqual({ state: 'quarantined', raw, sender: 'y@example.net' });
    expect(await left(unread)).toEqual({ state: 'quarantined', raw, sender: null });
  });

  it('of somebody else that became something is kept no longer, as what it says stands in its message', async () => {
    const person = await theirs();
    const mail = await kept(COLLEAGUES, { state: 'message', sender: 'y@example.net' });
    await eraseWholly(person);
    expect(await left(mail)).toEqual({ state: 'message', raw: null, sender: 'y@example.net' });
  });

  it.each([
    ['great letters', 'Ask ANN.E@EXAMPLE.ORG.'],
    ['letters of either case', 'Ask aNN.e@eXAMPLE.oRG.'],
    ['great letters between bytes that are no text', 'Ask \0\\\uFFFDANN.E@EXAMPLE.ORG.'],
  ])('is kept no longer where it names them in %s', async (_, words) => {
    const person = await theirs();
    const mail = await kept(`From: y@example.net\n\n${words}`, { state: 'message', sender: 'y@example.net' });
    await eraseWholly(person);
    expect(await left(mail)).toEqual({ state: 'message', raw: null, sender: 'y@example.net' });
  });

  it('stays to the byte where it names an address that ends or begins alike', async () => {
    const person = await theirs();
    const raws = ['From: joann.e@example.org\n\nHello', 'From: x@example.net\n\nann.e@example.org.au'];
    const mails = [];
    for (const raw of raws) mails.push(await kept(raw));
    await eraseWholly(person);
    expect(await Promise.all(mails.map(left))).toEqual(
      raws.map((raw) => ({ state: 'quarantined', raw, sender: null })),
    );
  });

  it('stays where it came after it was asked for, and so does the ticket that it became', async () => {
    const person = await theirs();
    const raw = 'From: ann.e@example.org\n\nIt is me again';
    const waits = await kept(raw, { sender: 'ann.e@example.org', keptAt: `now() + interval '1 minute'` });
    const { id } = await app.api.createTicket({ title: 'Anew', description: 'It is me again.' });
    const became = await kept(raw, {
      state: 'ticket',
      sender: 'ann.e@example.org',
      keptAt: `now() + interval '1 minute'`,
    });
    await app.sql(`UPDATE mails SET ticket_id = $1 WHERE mailbox = 'alike' AND uid = $2`, [id, became]);
    await eraseWholly(person);
    expect(await left(waits)).toEqual({ state: 'quarantined', raw, sender: 'ann.e@example.org' });
    expect(await left(became)).toEqual({ state: 'ticket', raw, sender: 'ann.e@example.org' });
    expect((await app.api.get<{ description: string }>(ticketPath(id))).body.description).toBe('It is me again.');
  });

  it('that nobody has read yet is waited for: theirs becomes nothing, that of others what it is', async () => {
    const person = await theirs();
    const own = await kept('From: ann.e@example.org\n\nHello', { state: 'taken' });
    const other = await kept(COLLEAGUES, { state: 'taken' });
    await erase(person);
    const putOff = `SELECT 1 FROM pgboss.job WHERE name = 'erase-person' AND state = 'retry'`;
    await until(async () => (await app.sql(putOff)).length > 0);
    expect(await left(own)).toEqual(gone);
    expect(await left(other)).toEqual({ state: 'taken', raw: COLLEAGUES, sender: null });
    expect(await erasureOf(person)).toMatchObject({ finished_at: null });
    await app.sql(`UPDATE mails SET state = 'message' WHERE mailbox = 'alike' AND uid = $1`, [other]);
    await until(() => isDone(person));
    expect(await left(other)).toEqual({ state: 'message', raw: null, sender: null });
  });

  it('that is being read in this moment becomes a ticket whose words go', async () => {
    const person = await theirs();
    const mail = await kept('From: ann.e@example.org\n\nHello', { state: 'taken' });
    const { id } = await app.api.createTicket({ title: 'By mail', description: 'A kultarr.' });
    const [isHeld, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reading = app.get(UnitOfWork).run(async (transaction) => {
      await transaction.query(`SELECT 1 FROM mails WHERE mailbox = 'alike' AND uid = $1 FOR UPDATE`, [mail]);
      isHeld.resolve();
      await goesOn.promise;
      const became = `state = 'ticket', sender = 'ann.e@example.org', ticket_id = $2`;
      await transaction.query(`UPDATE mails SET ${became} WHERE mailbox = 'alike' AND uid = $1`, [mail, id]);
    });
    await isHeld.promise;
    await erase(person);
    const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM mails WHERE id = %FOR UPDATE'`;
    await until(async () => (await app.sql(waits)).length > 0);
    goesOn.resolve();
    await reading;
    await until(() => isDone(person));
    expect(await placesOf(app, 'kultarr')).toEqual([]);
    expect(await left(mail)).toEqual({ state: 'ticket', raw: null, sender: null });
  });

  it('is gone over once: an erasure that is cut short takes up where it was, and tells how far it is', async () => {
    const person = await theirs();
    await app.sql(
      `INSERT INTO mails (mailbox, uid_validity, uid, digest, size, raw, arrived_at, state)
       SELECT 'many', 1, uid, int4send(uid), 9, 'Cc: ann.e@example.org', now(), 'message'
       FROM generate_series(1, 1200) AS uid`,
    );
    const [all] = await app.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM mails WHERE raw IS NOT NULL AND kept_at < now()',
    );
    const mails = app.get(NamingMails);
    const whole = mails.forgetNext.bind(mails);
    const begunAt: number[] = [];
    const seen: unknown[] = [];
    mails.forgetNext = async (transaction, whom, after) => {
      begunAt.push(after);
      if (begunAt.length === 2) {
        seen.push(await erasureOf(person));
        throw new Error('It was cut short');
      }
      return whole(transaction, whom, after);
    };
    await eraseWholly(person);
    mails.forgetNext = whole;
    expect(seen).toEqual([expect.objectContaining({ step: 'mails', mails: 500, mails_in_all: all?.count })]);
    expect([begunAt[0], begunAt[2]]).toEqual([0, begunAt[1]]);
    expect(await erasureOf(person)).toMatchObject({ step: 'done', mails: all?.count, mails_in_all: all?.count });
    expect(await app.sql(`SELECT 1 FROM mails WHERE mailbox = 'many' AND raw IS NOT NULL`)).toEqual([]);
  });
});

it('nobody who is not there is erased, and nobody without a reason', async () => {
  expect((await erase(999_999)).body).toMatchObject({ code: 'contact_not_found' });
  const { body } = await app.as('admin').post('/api/contacts/1/erasure', { reason: '' });
  expect(body).toMatchObject({ code: 'validation_failed' });
  expect(app.get(ErasureWorker)).toBeDefined();
});
