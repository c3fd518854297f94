import { setServers } from 'node:dns/promises';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { MailIngestion } from '../src/mail/mail-ingestion.service.ts';
import { MailRepository } from '../src/mail/mail.repository.ts';
import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { mailWith } from './mails/mail-fixture.ts';
import { write } from './support/conversation.ts';
import { type Dovecot, NO_DOVECOT, startDovecot } from './support/dovecot.ts';
import { mailField } from './support/mail-field.ts';
import { TestSmtpServer } from './support/smtp-server.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const ROBOT = 'robot@machine.example';
/** What says of a mail that a program wrote it, and that none is to answer it. */
const UNWRITTEN = /^(?:Auto-Submitted|X-Auto-Response-Suppress): .*\r\n/gm;
const PER_DAY = 5;
const PER_HOUR = 60;
const MAILS_IN_HOUR = 500;
const TEMPLATE = '/api/admin/mail/templates/acknowledgement';
const withDovecot = NO_DOVECOT ? describe.skip : describe;

/** A desk with a mailbox and a server of its own. */
interface Desk {
  readonly box: string;
  readonly app: TestApp;
  readonly server: TestSmtpServer;
  /** So many mails were laid into its mailbox. */
  came: number;
  /** So many mails that it sent were passed on. */
  passedOn: number;
}

/** What becomes of a mail on its way; null where it ends. */
type Passing = (raw: string) => string | null;

withDovecot(`acknowledgements${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let mailboxes: Dovecot;
  let one: Desk;
  let other: Desk;
  let sent = 0;

  beforeAll(async () => {
    // Whoever asks before the test says what is known asks nobody.
    setServers(['127.0.0.1:9']);
    mailboxes = await startDovecot();
    [one, other] = [await startDesk('support@one.example'), await startDesk('support@other.example')];
  });
  afterAll(async () => {
    for (const { app, server } of [one, other]) {
      await app.close();
      await server.stop();
    }
    await mailboxes.stop();
  });

  it('tell who wrote which ticket it is, in the thread of their mail', async () => {
    one.app.get(SenderCheck).ask = () => Promise.resolve('confirmed');
    const id = deliver(one, { from: 'Anna Berg <anna@example.org>', subject: 'Seats' });
    const [mail = ''] = await settledMails(one);
    const [{ id: ticket } = { id: 0 }] = await one.app.sql<{ id: number }>('SELECT id::int FROM tickets');
    expect(mailField(mail, 'To')).toBe('Anna Berg <anna@example.org>');
    expect(mailField(mail, 'Auto-Submitted')).toBe('auto-replied');
    expect(mailField(mail, 'Precedence')).toBe('');
    expect(mailField(mail, 'Subject')).toBe(`Re: Seats [#${String(ticket)}]`);
    expect(mailField(mail, 'In-Reply-To')).toBe(`<${id}>`);
    expect(mailField(mail, 'References')).toBe(`<${id}>`);
    expect(mailField(mail, 'Reply-To')).toContain(`support+t${String(ticket)}-`);
    expect(mail).toContain(`It is ticket #${String(ticket)}.`);
    expect(mailField(mail, 'X-Auto-Response-Suppress')).toBe('OOF, AutoReply');

    const answer = { from: 'anna@example.org', subject: 'More', answers: mailField(mail, 'Message-ID') };
    deliver(one, answer);
    expect(await settledMails(one)).toEqual([]);
    expect(await ticketsOf(one, 'anna@example.org')).toBe(1);
    one.app.get(SenderCheck).ask = () => Promise.resolve('unknown');
  });

  it.each(['unknown', 'failed'] as const)('repeat no word of a sender who is %s', async (proof) => {
    const admin = one.app.as('admin');
    const subject = '{{desk.name}} has {{ticket.title}} of {{customer.name}}';
    const body = '# Hello {{customer.name}},\n\n**{{ticket.title}}** is ticket {{ticket.id}}.';
    expect((await admin.put(TEMPLATE, { subject, body })).status).toBe(200);
    one.app.get(SenderCheck).ask = () => Promise.resolve(proof);
    const [name, title] = ['Win a prize', 'Visit https://evil.example now'];
    deliver(one, { from: `${name} <victim-${proof}@example.org>`, subject: title });
    const [mail = ''] = await settledMails(one);
    expect(mail).not.toMatch(/prize|evil|visit/i);
    expect(mailField(mail, 'To')).toBe(`victim-${proof}@example.org`);
    expect(mailField(mail, 'Subject')).toMatch(/^Desk has of \[#\d+\]$/);
    one.app.get(SenderCheck).ask = () => Promise.resolve('confirmed');
    deliver(one, { from: `Ruth <ruth-${proof}@example.org>`, subject: 'Chairs' });
    const [known = ''] = await settledMails(one);
    expect(mailField(known, 'To')).toBe(`Ruth <ruth-${proof}@example.org>`);
    expect(mailField(known, 'Subject')).toMatch(/^Desk has Chairs of Ruth \[#\d+\]$/);
    expect(known).toContain('# Hello Ruth,\r\n\r\n**Chairs** is ticket');
    expect(known).toMatch(/<p><strong>Chairs<\/strong> is ticket \d+\.<\/p>/);
    one.app.get(SenderCheck).ask = () => Promise.resolve('unknown');
    expect((await admin.delete(TEMPLATE)).status).toBe(200);
  });

  it.each([
    ['All', 0],
    ['DR, OOF, AutoReply', 0],
    ['oof', 0],
    ['DR, RN, NRN, NDR', 1],
    ['None', 1],
  ])('go to whose program says of answers %j: %i', async (words, expected) => {
    const from = `outlook${String(sent)}@example.org`;
    deliver(one, { from, fields: [`X-Auto-Response-Suppress: ${words}`] });
    expect(await settledMails(one)).toHaveLength(expected);
    expect(await ticketsOf(one, from)).toBe(1);
  });

  it('go to so many of all in an hour, and no more, so that nobody has the desk write to the world', async () => {
    const [before] = await one.app.sql<{ count: number }>(
      `SELECT count(*)::int FROM outgoing_mails WHERE kind = 'acknowledgement' AND created_at > now() - interval '1 hour'`,
    );
    await one.app.sql(
      `INSERT INTO outgoing_mails (message_id, kind, ticket_id, recipients, state, subject, text, created_at)
       SELECT 'many' || n, 'acknowledgement', t.id, jsonb_build_array(jsonb_build_object('address', 'many' || n || '@x.example')),
         'sent', NULL, NULL, now() - interval '30 minutes'
       FROM generate_series(1, $1::int) AS n, (SELECT min(id) AS id FROM tickets) AS t`,
      [PER_HOUR - 1 - (before?.count ?? 0)],
    );
    deliver(one, { from: 'last@example.org' });
    expect(await settledMails(one)).toHaveLength(1);
    deliver(one, { from: 'late@example.org' });
    expect(await settledMails(one)).toEqual([]);
    expect(await ticketsOf(one, 'late@example.org')).toBe(1);
    await pass(one, '31 minutes');
    deliver(one, { from: 'later@example.org' });
    expect(await settledMails(one)).toHaveLength(1);
    await one.app.sql(`DELETE FROM outgoing_mails WHERE message_id LIKE 'many%'`);
  });

  it('go to people alone', async () => {
    const before = await ticketsOf(one, '%@example.org');
    const fields = ['Auto-Submitted: auto-generated', 'List-Id: <all.example.org>', 'Precedence: bulk'];
    fields.forEach((more, at) => deliver(one, { from: `writer${String(at)}@example.org`, fields: [more] }));
    deliver(one, { from: 'null@example.org', fields: ['Return-Path: <>'] });
    deliver(one, { from: 'No-Reply@example.org' });
    deliver(one, { from: one.box });
    expect(await settledMails(one)).toEqual([]);
    one.app.get(SenderCheck).ask = () => Promise.resolve('denied');
    deliver(one, { from: 'denied@example.org' });
    expect(await settledMails(one)).toEqual([]);
    one.app.get(SenderCheck).ask = () => Promise.resolve('unknown');
    // What is from the desk itself, or denied, waits.
    expect(await ticketsOf(one, '%@example.org')).toBe(before + 5);
  });

  it('are one for mails of one address that are read in the same moment', async () => {
    const writer = 'Carl <carl@example.org>';
    deliver(one, { from: writer });
    expect(await settledMails(one)).toHaveLength(1);
    await pass(one, '11 minutes');
    const tags = ['', '+a', '+b', '+a', '', '+C'];
    const ids = await Promise.all(
      tags.map((tag, at) =>
        keep(one, mailWith([`From: carl${tag}@example.org`, `Message-ID: <at-once-${String(at)}>`, 'Date: -'])),
      ),
    );
    await Promise.all(ids.map((id) => one.app.get(MailIngestion).ingest(id)));
    expect(await settledMails(one, tags.length)).toHaveLength(1);
    expect(await ticketsOf(one, 'carl%@example.org')).toBe(1 + tags.length);
  });

  it.each<[string, Passing, number[]]>([
    ['as they are', (raw) => raw, [0, 1]],
    ['without the words that nobody wrote them', (raw) => raw.replace(UNWRITTEN, ''), [1, 1]],
  ])('come to an end between two desks that both send them: %s', async (_, onTheWay, untilTheEnd) => {
    const { id } = await one.app.api.createTicket({ title: 'Order' });
    const requester = { name: 'The other desk', address: other.box };
    expect((await one.app.api.patch(`/api/tickets/${String(id)}`, { requester })).status).toBe(200);
    expect((await write(one.app.api, id, { kind: 'reply', text: 'Where is it?' })).status).toBe(201);
    // One has written, and the other says that it has come.
    expect(await exchanged(onTheWay)).toEqual([1, 1]);
    for (const desk of [one, other]) await pass(desk, '11 minutes');

    // Of a first mail in the name of a desk that knows nothing of it.
    deliver(other, { from: one.box, subject: 'A first mail' });
    expect(await exchanged(onTheWay)).toEqual(untilTheEnd);
    for (const desk of [one, other]) await pass(desk, '1 day');
  });

  it('come to an end with a robot that answers every mail at once, and so do its tickets', async () => {
    const answers: Passing = () => mailWith(robotFields()).toString();
    const told: number[] = [];
    for (let round = 0; round <= PER_DAY; round += 1) {
      deliver(one, { from: ROBOT });
      told.push(...(await exchanged(answers, one)).slice(0, 1));
      await pass(one, '11 minutes');
    }
    expect(told).toEqual([...Array<number>(PER_DAY).fill(1), 0]);
    // What it wrote to begin each round, and its answer to each acknowledgement.
    expect(await ticketsOf(one, ROBOT)).toBe(2 * PER_DAY + 1);
    await pass(one, '1 day');

    await one.app.sql(
      `INSERT INTO mails (mailbox, uid_validity, uid, digest, size, arrived_at, state, sender)
       SELECT 'before', 1, n, sha256(n::text::bytea), 1, now() - interval '1 minute', 'deleted', $1 FROM generate_series(1, $2::int) AS n`,
      [ROBOT, MAILS_IN_HOUR],
    );
    deliver(one, { from: ROBOT });
    expect(await exchanged(answers, one)).toEqual([0, 0]);
    expect(await ticketsOf(one, ROBOT)).toBe(2 * PER_DAY + 1);
  });

  async function startDesk(box: string): Promise<Desk> {
    const server = await TestSmtpServer.start();
    const app = await startTestApp({
      ...{ MAILBOXES: mailboxes.address(box), LLM_PROVIDER: 'local', MAIL_ACKNOWLEDGES: 'true' },
      ...{ SMTP_URL: server.url, MAIL_FROM: `Desk <${box}>`, MAIL_PLUS_ADDRESS: 'true' },
    });
    app.get(SenderCheck).ask = () => Promise.resolve('unknown');
    return { box, app, server, came: 0, passedOn: 0 };
  }

  /** Delivers a letter and gives its Message-ID. */
  function deliver({ box }: Desk, { from, subject = 'Hello', answers, fields = [] }: Letter): string {
    const id = `${String(++sent)}@example.org`;
    const thread = answers === undefined ? [] : [`In-Reply-To: ${answers}`];
    const header = [`From: ${from}`, `To: ${box}`, `Subject: ${subject}`, `Message-ID: <${id}>`, 'Date: -', ...thread];
    // The first of two fields of a name counts.
    lay(box, mailWith([...fields, ...header, 'Return-Path: <someone@example.org>'], `Help with ${id}!`));
    return id;
  }

  function robotFields(): string[] {
    const id = `${String(++sent)}@machine.example`;
    return [
      `From: ${ROBOT}`,
      'Subject: We have your message',
      `Message-ID: <${id}>`,
      'Return-Path: <x@machine.example>',
      'Date: -',
    ];
  }

  function lay(box: string, mail: Buffer): void {
    const desk = box === one.box ? one : other;
    desk.came += 1;
    mailboxes.deliver(box, mail);
  }

  /** Waits until a desk has nothing left to read or send, and gives what it sent since it was last looked at. */
  async function settledMails(desk: Desk, kept = 0): Promise<string[]> {
    desk.came += kept;
    await until(() => isSettled(desk));
    const mails = desk.server.taken.slice(desk.passedOn).map(({ raw }) => raw);
    desk.passedOn = desk.server.taken.length;
    return mails;
  }

  /** Passes on what both desks send until both have nothing left; gives how many mails each has sent. Nothing is waited for but that. */
  async function exchanged(passing: Passing, back: Desk | null = null): Promise<number[]> {
    const before = [one, other].map((desk) => desk.passedOn);
    await until(async () => {
      for (const desk of [one, other]) passAll(desk, passing, back ?? (desk === one ? other : one));
      const settled = (await isSettled(one)) && (await isSettled(other));
      return settled && [one, other].every((desk) => desk.passedOn === desk.server.taken.length);
    });
    return [one, other].map((desk, at) => desk.passedOn - (before[at] ?? 0));
  }

  function passAll(desk: Desk, passing: Passing, to: Desk): void {
    for (const { raw } of desk.server.taken.slice(desk.passedOn)) {
      desk.passedOn += 1;
      const mail = passing(raw);
      if (mail !== null) lay(to.box, Buffer.from(mail));
    }
  }

  /** Whether a desk has read all that came, and after that sent all that came of it. */
  async function isSettled({ app, came }: Desk): Promise<boolean> {
    const [read] = await app.sql<{ count: number }>(
      `SELECT count(*)::int FROM mails WHERE state <> 'taken' AND mailbox <> 'before'`,
    );
    if (read?.count !== came) return false;
    const waiting = await app.sql(`SELECT FROM outgoing_mails WHERE state IN ('queued', 'sending')`);
    return waiting.length === 0;
  }

  /** Keeps a mail that nobody reads by themselves; gives its id. */
  async function keep({ app }: Desk, raw: Buffer): Promise<number> {
    const arrivedAt = new Date();
    const mail = { mailbox: 'by hand', uidValidity: 1n, uid: ++sent, size: raw.length, raw, arrivedAt };
    const id = await app.get(UnitOfWork).run((transaction) => app.get(MailRepository).keep(transaction, mail));
    return id ?? 0;
  }

  /** Lets so much time pass, as far as it counts how often somebody was told. */
  async function pass({ app }: Desk, time: string): Promise<void> {
    await app.sql('UPDATE outgoing_mails SET created_at = created_at - $1::interval', [time]);
  }

  async function ticketsOf({ app }: Desk, sender: string): Promise<number> {
    const rows = await app.sql(`SELECT FROM mails WHERE state = 'ticket' AND lower(sender) LIKE $1`, [sender]);
    return rows.length;
  }
});

interface Letter {
  readonly from: string;
  readonly subject?: string;
  /** With brackets. */
  readonly answers?: string;
  readonly fields?: readonly string[];
}
