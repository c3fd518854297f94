import { randomBytes } from 'node:crypto';
import { setServers } from 'node:dns/promises';
import { Secret } from '../src/config/secret.ts';
import { imapClient } from '../src/mail-accounts/imap-client.ts';
import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { ReplyAddresses } from '../src/sending/reply-addresses.service.ts';
import { mailWith } from './mails/mail-fixture.ts';
import { type Dovecot, NO_DOVECOT, PASSWORD, startDovecot } from './support/dovecot.ts';
import { EventStream } from './support/event-stream.ts';
import { TestSmtpServer } from './support/smtp-server.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';

interface Reading {
  readonly name: string;
  readonly state: string;
  readonly since: string | null;
  readonly looked_at: string | null;
  readonly failure: string | null;
}

interface MailRow {
  readonly subject: string | null;
  readonly state: string;
  readonly ticket_id: string | null;
}

/** A server on which nobody may change anything in the folder Archive: neither flags nor mails. */
const READ_ONLY = `
mail_plugins = acl
protocol imap {
  mail_plugins = acl imap_acl
}
plugin {
  acl = vfile:FOLDER/rights
}
`;
const OLD = new Date('2019-03-01T10:00:00Z');
const withDovecot = NO_DOVECOT ? describe.skip : describe;

withDovecot(`odd mailboxes${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let server: Dovecot;
  let smtp: TestSmtpServer;
  let app: TestApp;
  let boxes = 0;

  beforeAll(async () => {
    // Whoever asks about the domain of a sender asks nobody.
    setServers(['127.0.0.1:9']);
    [server, smtp] = [await startDovecot({ also: READ_ONLY }), await TestSmtpServer.start()];
    server.write('rights', 'Archive owner lr\n');
    app = await startTestApp({
      ...{ SECRET_KEY: randomBytes(32).toString('base64'), LLM_PROVIDER: 'local', MAIL_ACKNOWLEDGES: 'true' },
      ...{ SMTP_URL: smtp.url, MAIL_FROM: 'The Desk <desk@desk.example>', MAIL_PLUS_ADDRESS: 'true' },
    });
    app.get(SenderCheck).ask = () => Promise.resolve('unknown');
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
    await smtp.stop();
  });

  it('whose folder is renamed say so, and go on when it is back: no mail is lost, none comes twice', async () => {
    const box = newBox({ folder: 'Support' });
    server.lay(box.user, letter('First'), { folder: 'Support' });
    await added(box);
    await until(async () => (await subjects(box)).length === 1);
    await until(async () => (await reading(box)).state === 'read');

    const admin = await EventStream.open(app.url, cookieOf(app, 'admin'));
    server.admin(box.user, 'mailbox', 'rename', 'Support', 'Elsewhere');
    await server.dropConnections();
    await until(async () => (await reading(box)).state === 'failing');
    await admin.event('mailboxes.changed');
    admin.cut();
    const { failure, looked_at: looked } = await reading(box);
    expect(failure).toMatch(/^There is no folder Support: /);
    expect(looked).not.toBeNull();

    server.lay(box.user, letter('Meanwhile'), { folder: 'Elsewhere' });
    server.admin(box.user, 'mailbox', 'rename', 'Elsewhere', 'Support');
    await until(async () => (await subjects(box)).length === 2);
    await until(async () => (await reading(box)).state === 'read');
    expect((await reading(box)).failure).toBeNull();

    server.admin(box.user, 'mailbox', 'update', '--uid-validity', '4711', 'Support');
    server.lay(box.user, letter('Numbered anew'), { folder: 'Support' });
    await server.dropConnections();
    await until(async () => (await subjects(box)).length === 3);
    expect(await subjects(box)).toEqual(['First', 'Meanwhile', 'Numbered anew']);
  });

  it('whose user is let in no more say so in the words of the server, while others are read on', async () => {
    const [box, other] = [newBox(), newBox()];
    await added(box);
    await added(other);
    await until(async () => (await reading(box)).state === 'read' && (await reading(other)).state === 'read');
    server.lockOut(box.user, true);
    await server.dropConnections();
    await until(async () => (await reading(box)).state === 'failing');
    const { failure, since } = await reading(box);
    expect(failure).toContain(`It does not let ${box.user} in: `);
    expect(failure).not.toContain(PASSWORD);
    server.deliver(box.user, letter('Waits'));
    server.deliver(other.user, letter('Goes on'));
    await until(async () => (await subjects(other)).includes('Goes on'));
    expect(await reading(box)).toMatchObject({ state: 'failing', since });
    server.lockOut(box.user, false);
    await until(async () => (await subjects(box)).includes('Waits'));
  });

  it('are not tried without encryption where STARTTLS is set, on this machine too', async () => {
    const box = newBox({ security: 'starttls' });
    server.deliver(box.user, letter('In the clear'));
    await added(box);
    await until(async () => (await reading(box)).state === 'failing');
    expect((await reading(box)).failure).toContain('STARTTLS');
    expect(await subjects(box)).toEqual([]);
  });

  it('tell nothing of how they were read before they were changed', async () => {
    const box = newBox({ security: 'starttls' });
    const { id } = await added(box);
    await until(async () => (await reading(box)).state === 'failing');
    const rests = await app.as('admin').patch(`/api/admin/mailboxes/${id}`, { active: false });
    expect(rests.status).toBe(200);
    await until(async () => (await reading(box)).state === 'waiting');
  });

  it('in which nothing may be changed are read, each mail once', async () => {
    const box = newBox({ folder: 'Archive' });
    server.lay(box.user, letter('Read only'), { folder: 'Archive' });
    expect(await isReadOnly(box)).toBe(true);
    await added(box);
    await until(async () => (await subjects(box)).length === 1);
    server.lay(box.user, letter('Read only too'), { folder: 'Archive' });
    await server.dropConnections();
    await until(async () => (await subjects(box)).length === 2);
    expect(await subjects(box)).toEqual(['Read only', 'Read only too']);
  });

  describe('with mails of years', () => {
    it('leave them alone where that is set, also when they are numbered anew, and read what comes', async () => {
      const box = newBox({ old_mails: false });
      for (let n = 0; n < 3_000; n++) server.lay(box.user, letter(`Old ${String(n)}`), { at: OLD });
      const { reads_since: since } = await added(box);
      expect(Date.parse(since ?? '')).toBeLessThan(Date.now() - 9 * 60_000);
      server.deliver(box.user, letter('New'));
      await until(async () => (await subjects(box)).includes('New'));
      server.admin(box.user, 'mailbox', 'update', '--uid-validity', '4712', 'INBOX');
      server.deliver(box.user, letter('Newer'));
      await server.dropConnections();
      await until(async () => (await subjects(box)).includes('Newer'));
      expect(await subjects(box)).toEqual(['New', 'Newer']);
      // Somebody puts an old one there: it is meant to be read.
      server.lay(box.user, letter('Put there'), { at: OLD });
      await until(async () => (await subjects(box)).includes('Put there'));
    });

    it('make tickets of all of them otherwise, and answer none of the old ones by themselves', async () => {
      const box = newBox();
      const from = (who: string) => [`From: ${who}@example.org`, 'Date: -'];
      for (let n = 0; n < 20; n++)
        server.lay(box.user, letter(`Of 2019 ${String(n)}`, from(`old${String(n)}`)), { at: OLD });
      // Came only just, as copies do, and says that it was written in 2019.
      server.deliver(
        box.user,
        letter('A copy', [...from('copied').slice(0, 1), 'Date: Fri, 1 Mar 2019 10:00:00 +0000']),
      );
      server.deliver(box.user, letter('Of today', from('today')));
      await added(box);
      await until(async () => (await subjects(box)).length === 22 && (await unread(box)) === 0);
      await until(() => Promise.resolve(smtp.taken.some(({ to }) => to.includes('today@example.org'))));
      const told = await app.sql<{ address: string }>(
        `SELECT recipients -> 0 ->> 'address' AS address FROM outgoing_mails WHERE kind = 'acknowledgement'
         AND ticket_id IN (SELECT ticket_id FROM mails WHERE mailbox = $1)`,
        [nameOf(box)],
      );
      expect(told).toEqual([{ address: 'today@example.org' }]);
    });
  });

  describe('whose address is in neither To nor Cc', () => {
    it('make a ticket of a mail, and nobody whom it was sent blindly to follows it', async () => {
      app.get(SenderCheck).ask = () => Promise.resolve('confirmed');
      const box = newBox();
      await added(box);
      const fields = ['To: undisclosed-recipients:;', 'Bcc: carol@example.org', 'Delivered-To: alias@desk.example'];
      server.deliver(box.user, letter('Blindly', [...fields, `Delivered-To: ${box.user}`]));
      await until(async () => (await mails(box))[0]?.state === 'ticket');
      const ticket = (await mails(box))[0]?.ticket_id ?? '';
      expect((await app.api.get(`/api/tickets/${ticket}`)).body).toMatchObject({ title: 'Blindly', followers: [] });
      app.get(SenderCheck).ask = () => Promise.resolve('unknown');
    });

    it('find the ticket that the address names at which a mail was delivered, whichever of them does', async () => {
      const box = newBox();
      await added(box);
      const { id } = await app.api.createTicket({ title: 'Named' });
      const sender = { fromAddress: 'desk@desk.example', usesPlusAddress: true };
      const named = (await app.get(ReplyAddresses).of(sender, id)) ?? '';
      const delivered = ['alias@desk.example', named, box.user].map((address) => `Delivered-To: ${address}`);
      server.deliver(box.user, letter('Re: Named', ['To: undisclosed-recipients:;', ...delivered]));
      await until(async () => (await mails(box))[0]?.state === 'message');
      expect((await mails(box))[0]?.ticket_id).toBe(String(id));
    });
  });

  it('that move to another server bring no mail twice, and none is lost', async () => {
    const box = newBox();
    const [one, two] = [letter('Moved one'), letter('Moved two')];
    for (const mail of [one, two]) server.deliver(box.user, mail);
    const { id } = await added(box);
    await until(async () => (await unread(box)) === 0 && (await subjects(box)).length === 2);
    const elsewhere = await startDovecot();
    // In another order, and so under other numbers.
    for (const mail of [letter('Came on the way'), two, one]) elsewhere.deliver(box.user, mail);
    const moved = { host: 'localhost', port: elsewhere.plainPort, password: PASSWORD };
    expect((await app.as('admin').patch(`/api/admin/mailboxes/${id}`, moved)).status).toBe(200);
    elsewhere.deliver(box.user, letter('Came after'));
    const there = { ...box, host: 'localhost' };
    await until(async () => (await subjects(there)).length === 2 && (await unread(there)) === 0);
    expect(await subjects(there)).toEqual(['Came on the way', 'Came after']);
    expect(await app.sql(`SELECT title FROM tickets WHERE title LIKE 'Moved %' ORDER BY title`)).toEqual([
      { title: 'Moved one' },
      { title: 'Moved two' },
    ]);
    expect((await app.as('admin').delete(`/api/admin/mailboxes/${id}`)).status).toBe(204);
    await elsewhere.stop();
  });

  type Box = ReturnType<typeof newBox>;

  function newBox(fields: { folder?: string; security?: string; old_mails?: boolean } = {}) {
    const { hostname: host } = new URL(server.address('any'));
    const user = `odd${String(++boxes)}@desk.example`;
    return { host, port: server.plainPort, security: 'none', user, password: PASSWORD, folder: 'INBOX', ...fields };
  }

  async function added(box: Box): Promise<{ id: number; reads_since: string | null }> {
    const { status, body } = await app
      .as('admin')
      .post<{ id: number; reads_since: string | null }>('/api/admin/mailboxes', box);
    expect([status, body]).toEqual([201, expect.anything()]);
    return body;
  }

  /** Whether its server lets nobody change anything in it. */
  async function isReadOnly({ host, port, user, folder }: Box): Promise<boolean> {
    const shown = { kind: 'password', secret: new Secret(PASSWORD) } as const;
    const client = imapClient({ host, port, user, security: 'none' }, shown, {});
    await client.connect();
    const { readOnly = false } = await client.mailboxOpen(folder);
    client.close();
    return readOnly;
  }

  function nameOf({ user, host, folder }: Box): string {
    return `${user} at ${host}, ${folder}`;
  }

  async function reading(box: Box): Promise<Reading> {
    const { body } = await app.as('admin').get<{ readings: Reading[] }>('/api/admin/mail');
    const one = body.readings.find(({ name }) => name === nameOf(box));
    if (!one) throw new Error('Nothing is told of the mailbox');
    return one;
  }

  /** What has come from it, in order. */
  function mails(box: Box): Promise<MailRow[]> {
    return app.sql<MailRow>(
      `SELECT substring(convert_from(raw, 'UTF8') FROM '(?n)^Subject: (.*?)\\r?$') AS subject, state, ticket_id
       FROM mails WHERE mailbox = $1 ORDER BY id`,
      [nameOf(box)],
    );
  }

  async function subjects(box: Box): Promise<(string | null)[]> {
    return (await mails(box)).map(({ subject }) => subject);
  }

  async function unread(box: Box): Promise<number> {
    return (await mails(box)).filter(({ state }) => state === 'taken').length;
  }
});

function letter(subject: string, fields: readonly string[] = []): Buffer {
  const own = [`Subject: ${subject}`, `Message-ID: <${randomBytes(6).toString('hex')}@example.org>`];
  return mailWith([...own, 'Return-Path: <someone@example.org>', ...fields], 'Help!');
}
