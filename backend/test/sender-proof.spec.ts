import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { mailWith } from './mails/mail-fixture.ts';
import { ticketPath, timelineOf, write } from './support/conversation.ts';
import { become, nobodyKnows, ticketOf } from './support/taken-mails.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

/** What domains say of the servers of their mails, and what is to be done with others. */
const DNS: Readonly<Record<string, string>> = {
  'sure.example': 'v=spf1 ip4:192.0.2.7 -all',
  '_dmarc.sure.example': 'v=DMARC1; p=none',
  'strict.example': 'v=spf1 ip4:192.0.2.7 -all',
  '_dmarc.strict.example': 'v=DMARC1; p=reject',
};
const [OWN, ANOTHER] = ['192.0.2.7', '198.51.100.9'];

let app: TestApp;
let sent = 0;

beforeAll(async () => {
  app = await startTestApp({ LLM_PROVIDER: 'local' });
  const senders = app.get(SenderCheck);
  const ask = senders.ask.bind(senders);
  nobodyKnows(app);
  senders.ask = ask;
  senders.resolver = (name, type) => {
    const text = type === 'TXT' ? DNS[name] : undefined;
    return text === undefined
      ? Promise.reject(Object.assign(new Error(`${type} ENOTFOUND ${name}`), { code: 'ENOTFOUND' }))
      : Promise.resolve([[text]]);
  };
});
afterAll(() => app.close());

describe('whether the sender of a mail is confirmed stands with it in the timeline', () => {
  it.each([
    ['confirmed by its domain', 'anna@sure.example', OWN, true],
    ['that fails what its domain says', 'anna@sure.example', ANOTHER, false],
    ['of a domain that says nothing', 'anna@quiet.example', ANOTHER, null],
  ])('of a mail %s that becomes a ticket', async (_, from, server, confirmed) => {
    const [first] = await timelineOf(app.api, await ticketOf(app, mail(from, server)));
    expect(first).toMatchObject({ kind: 'description', sender_confirmed: confirmed });
    const verdict = confirmed === null ? null : { verdict: confirmed ? 'confirmed' : 'failed', by: 'desk' };
    expect(first).toMatchObject({ sender_check: verdict });
  });

  it('of each answer by itself, and of nothing that people of the desk write', async () => {
    const id = await ticketOf(app, mail('anna@sure.example', OWN));
    const first = sent;
    await ticketOf(app, mail('anna@sure.example', ANOTHER, first));
    await write(app.api, id, { kind: 'note', text: 'Is it her?' });
    await ticketOf(app, mail('anna@sure.example', OWN, first));
    const said = (await timelineOf(app.api, id)).filter(({ kind }) => kind !== 'event');
    expect(said.map(({ kind, sender_confirmed: confirmed }) => [kind, confirmed])).toEqual([
      ...[
        ['description', true],
        ['incoming', false],
        ['note', null],
        ['incoming', true],
      ],
    ]);
  });

  it('of a mail that its domain denies, once an admin has made a ticket of it', async () => {
    const { id, state } = await become(app, mail('boss@strict.example', ANOTHER));
    expect(state).toBe('quarantined');
    const { body } = await app
      .as('admin')
      .post<{ ticket: number }>(`/api/admin/mails/quarantine/${id}/ticket`, undefined);
    const [first] = await timelineOf(app.api, body.ticket);
    expect(first).toMatchObject({ kind: 'description', sender_confirmed: false, sender_check: { verdict: 'denied' } });
  });

  describe('as a server says that is believed', () => {
    const SAYS = (result: string) =>
      `Authentication-Results: mx.desk.example; dmarc=${result} header.from=strict.example`;

    beforeAll(async () => {
      await app.sql(
        `INSERT INTO mail_accounts (name, host, port, security, username, folder, sealed_password, active, authserv_id, relays)
         VALUES ('support@desk.example at localhost', 'localhost', 993, 'tls', 'support', 'INBOX', '', false, 'mx.desk.example', '{203.0.113.5}')`,
      );
    });
    afterAll(() => app.sql('DELETE FROM mail_accounts'));

    it('of a mail that it confirms, though another server than its domain’s gave it', async () => {
      const id = await ticketOf(app, mail('boss@strict.example', ANOTHER, undefined, SAYS('pass')));
      const [first] = await timelineOf(app.api, id);
      expect(first).toMatchObject({ sender_confirmed: true, sender_check: { verdict: 'confirmed', by: 'server' } });
    });

    it('of one that it denies, which waits with these words', async () => {
      const denied = await become(app, mail('boss@strict.example', OWN, undefined, SAYS('fail')));
      expect(denied).toMatchObject({
        state: 'quarantined',
        reason: 'The sender’s domain does not confirm it (DMARC), as the mailbox’s server found',
      });
    });

    it('and the desk looks behind the servers that pass mails on', async () => {
      const inner = `Received: from mail.example (mail.example [${OWN}]) by relay.desk.example; Mon, 3 Nov 2025 09:15:01 +0000`;
      const id = await ticketOf(app, mail('boss@strict.example', '203.0.113.5', undefined, null, inner));
      expect((await timelineOf(app.api, id))[0]).toMatchObject({ sender_check: { verdict: 'confirmed', by: 'desk' } });
    });
  });

  it('and is null of what was written on the desk', async () => {
    const { id } = await app.api.createTicket();
    expect((await app.api.get(`${ticketPath(id)}/timeline`)).body).toMatchObject({
      results: [{ sender_confirmed: null }],
    });
  });
});

/** A mail that a server delivered, and that answers the one with a number, if there is one; with fields above and below that. */
function mail(from: string, server: string, answers?: number, above: string | null = null, below?: string): Buffer {
  return mailWith(
    [
      ...(above === null ? [] : [above]),
      `From: Anna Berg <${from}>`,
      `Return-Path: <${from}>`,
      `Received: from mail.example (mail.example [${server}]) by mx.desk.example; Mon, 3 Nov 2025 09:15:02 +0000`,
      ...(below === undefined ? [] : [below]),
      `Message-ID: <proof${++sent}@example.org>`,
      ...(answers === undefined ? [] : [`In-Reply-To: <proof${answers}@example.org>`]),
    ],
    `It is number ${sent}.\n`,
  );
}
