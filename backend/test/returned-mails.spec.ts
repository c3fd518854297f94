import { mailOf } from './mails/mail-fixture.ts';
import { type EntryBody, ticketPath, timelineOf, write } from './support/conversation.ts';
import { TestSmtpServer } from './support/smtp-server.ts';
import { become, nobodyKnows } from './support/taken-mails.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const ADA = { name: 'Ada', address: 'ada@example.com' };
const BOB = { name: 'Bob', address: 'bob@example.org' };

let server: TestSmtpServer;
let app: TestApp;

beforeAll(async () => {
  server = await TestSmtpServer.start();
  app = await startTestApp({
    ...{ SMTP_URL: server.url, MAIL_FROM: 'The Desk <support@desk.example>', LLM_PROVIDER: 'local' },
    MAIL_PLUS_ADDRESS: 'true',
  });
  nobodyKnows(app);
});
afterAll(async () => {
  await app.close();
  await server.stop();
});

describe('an answer of which a server reports', () => {
  it('has bounced for good, with the server’s words, and nothing is written to the ticket', async () => {
    const { id, messageId } = await sent([ADA]);
    const before = await timelineOf(app.api, id);
    const report = bounce(messageId, [ADA.address, 'failed', '5.1.1', '550 5.1.1 No such user here']);
    expect(await become(app, report)).toMatchObject({ state: 'report', ticket_id: null });
    expect(await answer(id)).toMatchObject({
      delivery: { state: 'bounced', detail: '550 5.1.1 No such user here' },
      recipients: [{ ...ADA, state: 'bounced', detail: '550 5.1.1 No such user here' }],
    });
    expect((await timelineOf(app.api, id)).map(({ number }) => number)).toEqual(before.map(({ number }) => number));
    const [mail] = await app.sql('SELECT state FROM outgoing_mails WHERE message_id = $1', [messageId]);
    expect(mail).toEqual({ state: 'bounced' });
  });

  it('stays sent to the others, is delayed, and has bounced for now', async () => {
    const { id, messageId } = await sent([ADA, BOB]);
    await become(app, bounce(messageId, [BOB.address, 'delayed', '4.4.1', '451 4.4.1 No answer']));
    expect(await answer(id)).toMatchObject({
      delivery: { state: 'sent', detail: '451 4.4.1 No answer' },
      recipients: [
        { state: 'sent', detail: null },
        { state: 'delayed', detail: '451 4.4.1 No answer' },
      ],
    });
    await become(app, bounce(messageId, [BOB.address, 'failed', '4.2.2', '452 4.2.2 Mailbox full']));
    expect(await answer(id)).toMatchObject({
      delivery: { state: 'sent' },
      recipients: [{ state: 'sent' }, { state: 'soft_bounced', detail: '452 4.2.2 Mailbox full' }],
    });
  });

  it('is as it was by a report of somebody whom it was never sent to, or of a mail that the desk never sent', async () => {
    const { id, messageId } = await sent([ADA]);
    const before = await answer(id);
    await become(app, bounce(messageId, [BOB.address, 'failed', '5.1.1', 'No']));
    await become(app, bounce('other@desk.example', [ADA.address, 'failed', '5.1.1', 'No']));
    await become(app, bounce(null, [ADA.address, 'failed', '5.1.1', 'No']));
    expect(await answer(id)).toEqual(before);
  });

  it('is known by the signed address where no Message-ID is told, and only if no other mail of its ticket went there', async () => {
    const { id } = await sent([ADA]);
    const signed = signedAddress();
    expect(signed).not.toBe('');
    const other = await sent([ADA]);
    const before = await answer(id);
    const quoting = (...addresses: string[]) =>
      bounce(null, [ADA.address, 'failed', '5.1.1', 'No'], addresses.map((one) => `Reply-To: <${one}>`).join('\n'));
    const forged = signed.replace(/-[0-9a-f]{20}@/, `-${'0'.repeat(20)}@`);
    const others = signedAddress();
    expect(others).not.toBe(signed);
    await become(app, quoting(forged));
    await become(app, quoting(signed, others));
    expect(await answer(id)).toEqual(before);
    await become(app, quoting(signed.toUpperCase()));
    expect(await answer(id)).toMatchObject({ delivery: { state: 'bounced' }, recipients: [{ state: 'bounced' }] });

    await write(app.api, other.id, { kind: 'reply', text: 'Again.', recipients: { to: [ADA], cc: [] } });
    const both = () => app.sql<{ state: string }>('SELECT state FROM outgoing_mails WHERE ticket_id = $1', [other.id]);
    await until(async () => (await both()).filter(({ state }) => state === 'sent').length === 2);
    await become(app, quoting(others));
    expect((await both()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('is told to whose ticket it is, once, and to who wrote it where it is nobody’s', async () => {
    const told = async (role: 'agent' | 'admin', id: number) =>
      (
        await app
          .as(role)
          .get<{ results: { kind: string; number: number; ticket: { id: number } }[] }>('/api/notifications')
      ).body.results.filter(({ ticket }) => ticket.id === id);
    const [admin] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-admin'`);
    const taken = await sent([ADA, BOB], { assignee: Number(admin?.id) });
    for (const { address } of [ADA, BOB])
      await become(app, bounce(taken.messageId, [address, 'failed', '5.1.1', 'No such user']));
    expect(await told('admin', taken.id)).toMatchObject(
      [{ kind: 'assigned' }, { kind: 'undelivered', number: 2 }].reverse(),
    );
    expect(await told('agent', taken.id)).toEqual([]);
    const nobodys = await sent([ADA]);
    await become(app, bounce(nobodys.messageId, [ADA.address, 'delayed', '4.4.1', 'No answer']));
    expect(await told('agent', nobodys.id)).toEqual([]);
    await become(app, bounce(nobodys.messageId, [ADA.address, 'failed', '5.1.1', 'No such user']));
    expect(await told('agent', nobodys.id)).toMatchObject([{ kind: 'undelivered', number: 2 }]);
  });

  it('keeps what both of two reports say that come at once', async () => {
    const { id, messageId } = await sent([ADA, BOB]);
    await Promise.all(
      [ADA, BOB].map(({ address }) => become(app, bounce(messageId, [address, 'failed', '5.1.1', 'No such user']))),
    );
    expect(await answer(id)).toMatchObject({
      delivery: { state: 'bounced' },
      recipients: [{ state: 'bounced' }, { state: 'bounced' }],
    });
  });
});

/** An answer that a mail server has taken. */
async function sent(to: readonly object[], ticket: object = {}): Promise<{ id: number; messageId: string }> {
  const { id } = await app.api.createTicket(ticket);
  await write(app.api, id, { kind: 'reply', text: 'Done.', recipients: { to, cc: [] } });
  await until(async () => (await answer(id)).delivery?.state === 'sent');
  const [mail] = await app.sql<{ message_id: string }>('SELECT message_id FROM outgoing_mails WHERE ticket_id = $1', [
    id,
  ]);
  return { id, messageId: mail?.message_id ?? '' };
}

/** Where the mail that was taken last is answered to. */
function signedAddress(): string {
  return /support\+t\d+-[0-9a-f]{20}@desk\.example/.exec(server.taken.at(-1)?.raw ?? '')?.[0] ?? '';
}

async function answer(id: number): Promise<EntryBody> {
  return (await app.api.get<EntryBody>(`${ticketPath(id)}/messages/2`)).body;
}

let reported = 0;

/** A report in the form of RFC 3464. */
function bounce(
  messageId: string | null,
  [address, action, status, words]: readonly [string, string, string, string],
  field = 'Subject: Re: x',
) {
  const original = messageId === null ? field : `Message-ID: <${messageId}>\nSubject: Re: x`;
  return mailOf(
    [
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
      'To: support@desk.example',
      `Message-ID: <report${++reported}@mx.example>`,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=edge',
      '',
      '--edge\nContent-Type: text/plain\n\nIt did not arrive.\n',
      '--edge\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n',
      `Final-Recipient: rfc822; ${address}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${words}\n`,
      `--edge\nContent-Type: text/rfc822-headers\n\n${original}\n`,
      '--edge--\n',
    ].join('\n'),
  );
}
