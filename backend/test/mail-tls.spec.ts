import { randomBytes } from 'node:crypto';
import { mailWith } from './mails/mail-fixture.ts';
import { mailboxAddresses } from '../src/config/mailbox-addresses.ts';
import { followMailbox } from '../src/mail/mailbox/imap-mailbox.ts';
import { RefusedMails } from '../src/mail/mailbox/refused-mails.ts';
import { MailSending } from '../src/sending/mail-sending.service.ts';
import { ApiClient } from './support/api-client.ts';
import { write } from './support/conversation.ts';
import { type Dovecot, NO_DOVECOT, PASSWORD, startDovecot } from './support/dovecot.ts';
import { OWN_AUTHORITY } from './support/own-authority.ts';
import { ReplicaProcess } from './support/replica-process.ts';
import { SMTP_PASSWORD, SMTP_USER, TestSmtpServer } from './support/smtp-server.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';

interface TrialBody {
  steps: { step: string; state: string; detail: string }[];
}

const BOX = 'support@desk.example';
/** Whatever is read there is read by the process that trusts alone. */
const OTHER_BOX = 'sales@desk.example';
const UNTRUSTED = 'Its certificate is by an authority that this desk does not know; NODE_EXTRA_CA_CERTS can name one.';
const ENCRYPTED = /^TLS 1\.[23], its certificate is valid until 2126-11-02$/;

const withDovecot = NO_DOVECOT ? describe.skip : describe;

/** Real: Dovecot and two SMTP servers that let nobody in without TLS, and a process that trusts their certificate, as an admin has it trust. */
withDovecot(`mails over TLS${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let mailboxes: Dovecot;
  let [tls, starttls]: TestSmtpServer[] = [];
  let untrusting: TestApp;
  let trusting: ReplicaProcess | null = null;
  let settings: Record<string, string>;

  beforeAll(async () => {
    mailboxes = await startDovecot({ isEncrypted: true });
    [tls, starttls] = [await TestSmtpServer.start('tls'), await TestSmtpServer.start('starttls')];
    settings = {
      ...{ MAILBOXES: mailboxes.address(BOX), SECRET_KEY: randomBytes(32).toString('base64') },
      ...{ SMTP_URL: tls.url, MAIL_FROM: 'The Desk <support@desk.example>' },
    };
    // It neither reads nor sends by itself.
    untrusting = await startTestApp({ ...settings, PROCESS_ROLE: 'api' });
  });
  afterAll(async () => {
    await trusting?.kill();
    await untrusting.close();
    await mailboxes.stop();
    await Promise.all([tls?.stop(), starttls?.stop()]);
  });

  describe('whose certificate nobody vouches for', () => {
    it('are not read, and it is said why', async () => {
      mailboxes.deliver(BOX, letter('Over TLS'));
      const [mailbox] = mailboxAddresses(mailboxes.address(BOX));
      if (!mailbox) throw new Error('There is no mailbox');
      const login = { kind: 'password', password: mailbox.password } as const;
      const taker = { lastUid: () => Promise.resolve(0), take: () => Promise.reject(new Error('It was read')) };
      const { signal } = new AbortController();
      const follow = followMailbox({ ...mailbox, security: 'tls', login }, taker, new RefusedMails(), signal);
      await expect(follow).rejects.toThrow('self-signed certificate');
      for (const way of [overTls(), byStarttls()]) expect(await mailboxTried(untrusting.url, way)).toBe(UNTRUSTED);
    });

    it('wait, are shown to nobody, and say why', async () => {
      const mail = await answer('Waits');
      await expect(untrusting.get(MailSending).send(mail)).rejects.toThrow('does not take the mail yet');
      const [kept] = await untrusting.sql('SELECT state, detail FROM outgoing_mails WHERE id = $1', [mail]);
      expect(kept).toEqual({ state: 'queued', detail: expect.stringContaining('self-signed certificate') });
      for (const sender of [senderAt(tls, 'tls'), senderAt(starttls, 'starttls')])
        expect(await senderTried(untrusting.url, sender)).toBe(UNTRUSTED);
      expect([tls?.signedIn, starttls?.signedIn]).toEqual([0, 0]);
    });
  });

  describe('whose certificate NODE_EXTRA_CA_CERTS vouches for', () => {
    beforeAll(async () => {
      const trusted = { ...settings, NODE_EXTRA_CA_CERTS: OWN_AUTHORITY };
      trusting = await ReplicaProcess.start({ ...trusted, DATABASE_URL: untrusting.databaseUrl });
    });

    it('come in, from the first byte and by STARTTLS', async () => {
      await until(async () => (await states('Over TLS')).length > 0);
      for (const way of [overTls(), byStarttls()]) expect(await mailboxTried(trusting?.url, way)).toMatch(ENCRYPTED);
      mailboxes.deliver(OTHER_BOX, letter('By STARTTLS'));
      const added = await untrusting.as('admin').post('/api/admin/mailboxes', { ...byStarttls(), user: OTHER_BOX });
      expect(added.status).toBe(201);
      await until(async () => (await states('By STARTTLS')).length > 0);
      expect([await states('Over TLS'), await states('By STARTTLS')]).toEqual([['ticket'], ['ticket']]);
    });

    it('go out over TLS, those too that waited for it', async () => {
      await answer('Leaves');
      await until(() => Promise.resolve(tls?.taken.length === 2));
      expect(tls?.taken.map(({ isEncrypted }) => isEncrypted)).toEqual([true, true]);
      expect(await senderTried(trusting?.url, senderAt(tls, 'tls'))).toMatch(ENCRYPTED);
    });

    it('go out by STARTTLS', async () => {
      const saved = await untrusting.as('admin').put('/api/admin/sender', senderAt(starttls, 'starttls'));
      expect(saved.status).toBe(200);
      await answer('Leaves by STARTTLS');
      await until(() => Promise.resolve(starttls?.taken.length === 1));
      expect(starttls?.taken[0]).toMatchObject({ isEncrypted: true, to: ['ada@example.com'] });
      expect(await senderTried(trusting?.url, senderAt(starttls, 'starttls'))).toMatch(ENCRYPTED);
    });
  });

  function overTls(): object {
    const port = Number(new URL(mailboxes.address(BOX)).port);
    return { ...byStarttls(), port, security: 'tls' };
  }

  function byStarttls(): object {
    const server = { host: '127.0.0.1', port: mailboxes.plainPort, security: 'starttls' };
    return { ...server, user: BOX, password: PASSWORD, folder: 'INBOX', addresses: [], active: true };
  }

  function senderAt(server: TestSmtpServer | undefined, security: string): object {
    const { hostname: host, port } = new URL(server?.url ?? '');
    return {
      ...{ host, port: Number(port), security, user: SMTP_USER, password: SMTP_PASSWORD },
      ...{ from_name: 'The Desk', from_address: 'support@desk.example' },
    };
  }

  const mailboxTried = (url: string | undefined, box: object) => tried(url, '/api/admin/mailboxes/test', box);
  const senderTried = (url: string | undefined, sender: object) => tried(url, '/api/admin/sender/test', sender);

  /** What a process says of the encryption of a server. */
  async function tried(url: string | undefined, path: string, server: object): Promise<string | undefined> {
    const { body } = await new ApiClient(url ?? '', cookieOf(untrusting, 'admin')).post<TrialBody>(path, server);
    return body.steps.find(({ step }) => step === 'tls')?.detail;
  }

  /** Answers a customer, and gives the mail that is to leave. */
  async function answer(text: string): Promise<number> {
    const { id } = await untrusting.api.createTicket({ title: 'Seats' });
    const recipients = { to: [{ name: '', address: 'ada@example.com' }], cc: [] };
    expect((await write(untrusting.api, id, { kind: 'reply', text, recipients })).status).toBe(201);
    const [mail] = await untrusting.sql<{ id: string }>('SELECT id FROM outgoing_mails WHERE ticket_id = $1', [id]);
    return Number(mail?.id);
  }

  /** What became of the mails of a subject. */
  async function states(subject: string): Promise<string[]> {
    const rows = await untrusting.sql<{ state: string }>(
      `SELECT state FROM mails WHERE subject = $1 AND state <> 'taken'`,
      [subject],
    );
    return rows.map(({ state }) => state);
  }
});

function letter(subject: string): Buffer {
  const fields = [
    'From: Anna Berg <anna@example.org>',
    `Subject: ${subject}`,
    `Message-ID: <${subject.replaceAll(' ', '-')}@example.org>`,
  ];
  return mailWith([...fields, 'Content-Type: text/plain; charset=utf-8', 'Return-Path: <anna@example.org>'], 'Help!');
}
