import { setServers } from 'node:dns/promises';
import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { mailWith } from './mails/mail-fixture.ts';
import { write } from './support/conversation.ts';
import { type Dovecot, NO_DOVECOT, startDovecot } from './support/dovecot.ts';
import { mailField, mailId } from './support/mail-field.ts';
import { TestSmtpServer } from './support/smtp-server.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const BOX = 'support@desk.example';
const withDovecot = NO_DOVECOT ? describe.skip : describe;

withDovecot(`mails there and back${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let mailboxes: Dovecot;
  let server: TestSmtpServer;
  let app: TestApp;
  let sent = 0;

  beforeAll(async () => {
    // Whoever asks before the test says what is known asks nobody.
    setServers(['127.0.0.1:9']);
    mailboxes = await startDovecot();
    server = await TestSmtpServer.start();
    app = await startTestApp({
      ...{ MAILBOXES: mailboxes.address(BOX), LLM_PROVIDER: 'local' },
      ...{ SMTP_URL: server.url, MAIL_FROM: `The Desk <${BOX}>`, MAIL_PLUS_ADDRESS: 'true' },
    });
    app.get(SenderCheck).ask = () => Promise.resolve('unknown');
  });
  beforeEach(() => {
    server.taken.length = 0;
  });
  afterAll(async () => {
    await app.close();
    await mailboxes.stop();
    await server.stop();
  });

  it('are one conversation for the customer’s program and for the desk', async () => {
    const first = deliver({ subject: 'Seats' });
    const ticket = await ticketOf(first);
    const answer = await answered(ticket, 'Which seats?');
    expect(mailField(answer, 'To')).toBe('Anna Berg <anna@example.org>');
    expect(mailField(answer, 'In-Reply-To')).toBe(`<${first}>`);
    expect(mailField(answer, 'References')).toBe(`<${first}>`);
    const own = mailId(answer);

    const back = deliver({ subject: 'Re: Seats', answers: own });
    expect(await ticketOf(back)).toBe(ticket);
    const next = await answered(ticket, 'Done.');
    expect(mailField(next, 'In-Reply-To')).toBe(`<${back}>`);
    expect(mailField(next, 'References').split(/\s+/)).toEqual([first, own, back].map((id) => `<${id}>`));
    expect(mailField(next, 'Subject')).toBe(`Re: Seats [#${String(ticket)}]`);
    // Nobody has asked for more.
    expect(server.taken).toHaveLength(2);
  });

  it('find their ticket by an id long ago in References, though nobody knows those that are nearer', async () => {
    const first = deliver({ subject: 'Desk lamp' });
    const ticket = await ticketOf(first);
    const thread = { answers: 'unseen@example.net', references: ['older@example.net', first, 'newer@example.net'] };
    expect(await ticketOf(deliver({ from: 'colleague@example.org', subject: 'Re: Desk lamp', ...thread }))).toBe(
      ticket,
    );
    const unknown = { ...thread, references: ['older@example.net', 'newer@example.net'] };
    expect(await ticketOf(deliver({ subject: 'Re: Desk lamp', ...unknown }))).toBeGreaterThan(ticket);
  });

  it('find their ticket by the address alone, which nobody else can make', async () => {
    const ticket = await ticketOf(deliver({ subject: 'Jam' }));
    const to = mailField(await answered(ticket, 'Again?'), 'Reply-To');
    const [, address = ''] =
      /^"?Test Agent \(The Desk\)"? <(support\+t\d+-[0-9a-f]{20}@desk\.example)>$/.exec(to) ?? [];
    expect(address).toContain(`+t${String(ticket)}-`);
    expect(await ticketOf(deliver({ from: 'colleague@example.org', subject: 'Something else', to: address }))).toBe(
      ticket,
    );
    const other = address.replace(/\+t\d+/, `+t${String(ticket - 1)}`);
    expect(await ticketOf(deliver({ from: 'mallory@example.net', subject: 'Guessed', to: other }))).toBeGreaterThan(
      ticket,
    );
  });

  it('reach by the number in a subject whoever asks there or was written to, when their domain confirms them', async () => {
    const { id } = await app.api.createTicket({ title: 'By telephone' });
    const requester = { name: 'Carl', address: 'carl@example.org' };
    expect((await app.api.patch(`/api/tickets/${String(id)}`, { requester })).status).toBe(200);
    const from = 'carl@example.org';
    app.get(SenderCheck).ask = () => Promise.resolve('confirmed');
    const stranger = deliver({ from: 'mallory@example.net', subject: `About #${String(id)}` });
    expect(await ticketOf(stranger)).not.toBe(id);
    expect(await ticketOf(deliver({ from, subject: `About #${String(id)}` }))).toBe(id);
    await answered(id, 'We called you.');
    expect(await ticketOf(deliver({ from, subject: `Again: #${String(id)}` }))).toBe(id);
    app.get(SenderCheck).ask = () => Promise.resolve('unknown');
    expect(await ticketOf(deliver({ from, subject: `Perhaps #${String(id)}` }))).not.toBe(id);
  });

  /** Answers a ticket, and gives the mail that came of it. */
  async function answered(ticket: number, text: string): Promise<string> {
    const before = server.taken.length;
    expect((await write(app.api, ticket, { kind: 'reply', text })).status).toBe(201);
    await until(() => Promise.resolve(server.taken.length > before));
    return server.taken.at(-1)?.raw ?? '';
  }

  /** Delivers a letter and gives its Message-ID. */
  function deliver(letter: Letter): string {
    const { from = 'Anna Berg <anna@example.org>', to = BOX, subject, answers, references = [] } = letter;
    const id = `${String(++sent)}@example.org`;
    const fields = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${id}>`];
    const thread = answers === undefined ? [] : [`In-Reply-To: <${answers}>`];
    const earlier = references.length === 0 ? [] : [`References: ${references.map((one) => `<${one}>`).join(' ')}`];
    const kind = ['Content-Type: text/plain; charset=utf-8', 'Return-Path: <someone@example.org>'];
    mailboxes.deliver(BOX, mailWith([...fields, ...thread, ...earlier, ...kind], 'Help!'));
    return id;
  }

  /** Waits until a mail has become something, and gives its ticket. */
  async function ticketOf(messageId: string): Promise<number> {
    const read = () =>
      app.sql<{ ticket_id: string | null }>(`SELECT ticket_id FROM mails WHERE message_id = $1 AND state <> 'taken'`, [
        messageId,
      ]);
    await until(async () => (await read()).length > 0);
    return Number((await read())[0]?.ticket_id);
  }
});

interface Letter {
  readonly from?: string;
  readonly to?: string;
  readonly subject: string;
  readonly answers?: string;
  readonly references?: readonly string[];
}
