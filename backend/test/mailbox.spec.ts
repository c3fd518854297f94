import { setServers } from 'node:dns/promises';
import { type MailboxSettings, mailboxAddresses } from '../src/config/mailbox-addresses.ts';
import { imapSecurity } from '../src/mail-accounts/imap-security.ts';
import type { FetchedMail } from '../src/mail/domain/kept-mail.ts';
import { MailHousekeeping } from '../src/mail/mail-housekeeping.service.ts';
import { MailIngestion } from '../src/mail/mail-ingestion.service.ts';
import { MailTaking } from '../src/mail/mail-taking.service.ts';
import { type MailboxToFollow, followMailbox } from '../src/mail/mailbox/imap-mailbox.ts';
import { RefusedMails } from '../src/mail/mailbox/refused-mails.ts';
import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { EVERY_MAIL } from './mails/every-mail.ts';
import { mailWith } from './mails/mail-fixture.ts';
import { type CuttingProxy, startCuttingProxy } from './support/cutting-proxy.ts';
import { type Dovecot, NO_DOVECOT, startDovecot } from './support/dovecot.ts';
import { timelineOf } from './support/conversation.ts';
import { EventStream } from './support/event-stream.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';

interface MailRow {
  readonly state: string;
  readonly reason: string | null;
  readonly sender: string | null;
  readonly subject: string;
  readonly ticket_id: string | null;
  readonly number: number | null;
}

const BOX = 'support@desk.example';
const withDovecot = NO_DOVECOT ? describe.skip : describe;

withDovecot(`a mailbox${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let server: Dovecot;
  let app: TestApp;
  let sent = 0;

  beforeAll(async () => {
    // Whoever asks before the test says what is known asks nobody.
    setServers(['127.0.0.1:9']);
    server = await startDovecot();
    server.deliver(BOX, letter({ subject: 'Lay there before' }));
    app = await startTestApp({ MAILBOXES: server.address(BOX), LLM_PROVIDER: 'local' });
    nobodyKnows(app);
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
  });

  it('gives what lay there before, and each mail as it comes, as a ticket of its sender that waits to be sorted', async () => {
    const id = deliver({ subject: 'Re: The printer is silent', body: 'It prints nothing.\n\nAnna' });
    const [before, mail] = [await become({ subject: 'Lay there before' }), await become({ messageId: id })];
    expect([before.state, mail.state]).toEqual(['ticket', 'ticket']);
    const { body } = await app.api.get(`/api/tickets/${mail.ticket_id ?? ''}`);
    expect(body).toMatchObject({
      title: 'The printer is silent',
      description: 'It prints nothing.\n\nAnna',
      triage: 'pending',
      requester: { name: 'Anna Berg', address: 'anna@example.org' },
      arrived_by: 'mail',
    });
  });

  it('lets those in copy follow the ticket, once, and neither who wrote nor the desk itself', async () => {
    app.get(SenderCheck).ask = () => Promise.resolve('confirmed');
    const cc = 'Cc: Bob <bob@example.org>, support+t1@desk.example, ANNA@example.org, support@desk.example';
    const first = deliver({ subject: 'In copy', fields: [cc] });
    const ticket = (await become({ messageId: first })).ticket_id ?? '';
    const followers = async () =>
      ((await app.api.get(`/api/tickets/${ticket}`)).body as { followers: { name: string }[] }).followers.map(
        ({ name }) => name,
      );
    expect(await followers()).toEqual(['Bob']);
    const answer = { from: 'Bob <bob@example.org>', subject: 'Re: In copy', answers: first };
    const fields = ['Cc: bob@example.org, Cleo <cleo@example.org>, anna@example.org'];
    const answered = deliver({ ...answer, fields });
    expect(await become({ messageId: answered })).toMatchObject({ state: 'message', ticket_id: ticket });
    expect(await followers()).toEqual(['Bob', 'Cleo']);
    const list = deliver({ ...answer, fields: ['List-Id: <all.example.org>', 'Cc: dora@example.org'] });
    await become({ messageId: list });
    expect(await followers()).toEqual(['Bob', 'Cleo']);
    const stranger = deliver({ ...answer, from: 'eve@example.net', fields: ['Cc: eve@example.com'] });
    expect(await become({ messageId: stranger })).toMatchObject({ state: 'message', ticket_id: ticket });
    nobodyKnows(app);
    const unproven = deliver({ ...answer, fields: ['Cc: mallory@example.com'] });
    expect(await become({ messageId: unproven })).toMatchObject({ state: 'message', ticket_id: ticket });
    expect(await followers()).toEqual(['Bob', 'Cleo']);
  });

  it('gives an answer as a message with its quote folded, which opens a ticket that was resolved', async () => {
    const first = deliver({ subject: 'Jam' });
    const ticket = (await become({ messageId: first })).ticket_id ?? '';
    await app.api.patch(`/api/tickets/${ticket}`, { status: 'resolved' });
    const quote = 'On Mon, 3 Nov 2025 at 10:15, The Desk <support@desk.example> wrote:\n\n> Try again.\n';
    const answer = deliver({ subject: 'Re: Jam', answers: first, body: `No, still jammed.\n\n${quote}` });
    expect(await become({ messageId: answer })).toMatchObject({ state: 'message', ticket_id: ticket });
    const { results } = (await app.api.get(`/api/tickets/${ticket}/timeline?order=newest`)).body as {
      results: { kind: string }[];
    };
    expect(results.find(({ kind }) => kind === 'incoming')).toMatchObject({
      text: 'No, still jammed.\n\n',
      folded: quote,
      author: { type: 'contact' },
    });
    expect((await app.api.get(`/api/tickets/${ticket}`)).body).toMatchObject({ status: 'open' });
  });

  it('folds what the first mail of a ticket quotes, to the letter, and keeps the description whole', async () => {
    const text = 'It jams again.\n\n';
    const quote = 'On Mon, 3 Nov 2025 at 10:15, Bob <bob@example.org> wrote:\n\n> Does it jam?\n> > Yes.\n';
    const first = deliver({ subject: 'Jams again', body: text + quote });
    const ticket = (await become({ messageId: first })).ticket_id ?? '';
    const [entry] = await timelineOf(app.api, Number(ticket));
    expect(entry).toMatchObject({ kind: 'description', text, folded: quote, html: null });
    expect((await app.api.get(`/api/tickets/${ticket}`)).body).toMatchObject({ description: text + quote });
  });

  it('gives an answer to a ticket that was closed as a duplicate to the one that it doubles', async () => {
    const [one, other] = [deliver({ subject: 'One' }), deliver({ subject: 'The same' })];
    const original = Number((await become({ messageId: one })).ticket_id);
    const duplicate = (await become({ messageId: other })).ticket_id ?? '';
    const closed = await app.api.patch(`/api/tickets/${duplicate}`, { duplicate_of: original });
    expect(closed.status).toBe(200);
    const answer = deliver({ subject: 'Re: The same', answers: other });
    expect(await become({ messageId: answer })).toMatchObject({ state: 'message', ticket_id: String(original) });
  });

  it('joins by a number in the subject only who is part of the ticket and is confirmed by their domain', async () => {
    app.get(SenderCheck).ask = (_, { sender }) =>
      Promise.resolve(sender?.address.endsWith('@confirmed.example') ? 'confirmed' : 'unknown');
    const first = deliver({ from: 'eve@confirmed.example', subject: 'Mine' });
    const ticket = (await become({ messageId: first })).ticket_id ?? '';
    const subject = `Re: [#${ticket}] Mine`;
    const own = deliver({ from: 'Eve@confirmed.example', subject });
    expect(await become({ messageId: own })).toMatchObject({ state: 'message', ticket_id: ticket });
    const stranger = deliver({ from: 'mallory@confirmed.example', subject });
    expect(await become({ messageId: stranger })).toMatchObject({ state: 'ticket' });
    nobodyKnows(app);
    const unconfirmed = deliver({ from: 'eve@confirmed.example', subject });
    expect(await become({ messageId: unconfirmed })).toMatchObject({ state: 'ticket' });
  });

  it('makes neither ticket nor message of a report, and keeps a forged mail for an admin', async () => {
    const report = EVERY_MAIL.find(({ title }) => title === 'Postfix: no such user');
    server.deliver(BOX, report?.raw ?? Buffer.alloc(0));
    expect(await become({ subject: 'Undelivered Mail Returned to Sender' })).toMatchObject({
      state: 'report',
      ticket_id: null,
    });
    const admin = await EventStream.open(app.url, cookieOf(app, 'admin'));
    app.get(SenderCheck).ask = () => Promise.resolve('denied');
    const forged = deliver({ subject: 'Pay at once' });
    expect(await become({ messageId: forged })).toMatchObject({ state: 'quarantined', ticket_id: null });
    await admin.event('quarantine.changed');
    admin.cut();
    nobodyKnows(app);
  });

  it('lets admins read what is kept aside, have it read again, make a ticket of it, or delete it', async () => {
    const admin = app.as('admin');
    app.get(SenderCheck).ask = () => Promise.resolve('denied');
    const ids = [
      deliver({ subject: 'Aside one' }),
      deliver({ subject: 'Aside two' }),
      deliver({ subject: 'Aside three' }),
    ];
    for (const messageId of ids) expect((await become({ messageId })).state).toBe('quarantined');
    const list = async (): Promise<Aside[]> => {
      const { body } = await admin.get('/api/admin/mails/quarantine?limit=100');
      return (body as { results: Aside[] }).results.filter(({ subject }) => subject.startsWith('Aside'));
    };
    const [three, two, one] = await list();
    expect(three).toMatchObject({
      ...{ subject: 'Aside three', sender: 'anna@example.org', sender_name: 'Anna Berg', has_source: true },
      reason: 'The sender’s domain does not confirm it (DMARC)',
    });
    const path = (mail: Aside | undefined) => `/api/admin/mails/quarantine/${mail?.id ?? 0}`;

    const source = await admin.get(`${path(three)}/source`);
    expect(source.headers.get('content-disposition')).toMatch(/^attachment/);

    const made = await admin.post(`${path(three)}/ticket`, undefined);
    expect(made.status).toBe(201);
    const { ticket } = made.body as { ticket: number };
    expect((await app.api.get(`/api/tickets/${ticket}`)).body).toMatchObject({
      title: 'Aside three',
      triage: 'pending',
      requester: null,
    });
    const timeline = (await app.api.get(`/api/tickets/${ticket}/timeline`)).body as { results: { text: string }[] };
    expect(timeline.results.at(-1)?.text).toContain('says that it is from Anna Berg <anna@example.org>');

    nobodyKnows(app);
    expect((await admin.post(`${path(two)}/retry`, undefined)).status).toBe(204);
    await until(async () => (await rows(`subject = 'Aside two' AND state = 'ticket'`)).length === 1);

    expect((await admin.delete(path(one))).status).toBe(204);
    expect(await list()).toEqual([]);
    for (const mail of [one, two, three]) {
      expect((await admin.get(`${path(mail)}/source`)).status).toBe(404);
      expect((await admin.post(`${path(mail)}/ticket`, undefined)).status).toBe(404);
      expect((await admin.post(`${path(mail)}/retry`, undefined)).status).toBe(404);
      expect((await admin.delete(path(mail))).status).toBe(404);
    }
    const kept = await app.sql<{ kind: string }>(`SELECT kind FROM audit_events WHERE kind LIKE 'mail%' ORDER BY id`);
    expect(kept.map(({ kind }) => kind)).toEqual(['mail_made_ticket', 'mail_retried', 'mail_deleted']);
  });

  it('stops automatic answers after so many in an hour, and opens no ticket again for them', async () => {
    const from = 'away@example.net';
    const first = deliver({ from, subject: 'Holiday' });
    const ticket = (await become({ messageId: first })).ticket_id ?? '';
    await app.api.patch(`/api/tickets/${ticket}`, { status: 'closed' });
    const fields = ['Auto-Submitted: auto-replied'];
    const states = [];
    for (let turn = 0; turn < 5; turn++) {
      const messageId = deliver({ from, subject: 'Away', answers: first, fields });
      states.push((await become({ messageId })).state);
    }
    expect(states).toEqual(['message', 'message', 'message', 'quarantined', 'quarantined']);
    expect((await app.api.get(`/api/tickets/${ticket}`)).body).toMatchObject({ status: 'closed' });
    const answersNothing = deliver({ subject: 'Away', fields });
    expect(await become({ messageId: answersNothing })).toMatchObject({ state: 'quarantined' });
  });

  it('gives each mail once, though two processes read it and every connection is cut', async () => {
    const replica = await startReplica(app, { MAILBOXES: server.address(BOX) });
    nobodyKnows(replica);
    const ids = [];
    for (let turn = 0; turn < 30; turn++) {
      ids.push(deliver({ from: `user${turn}@example.org`, subject: `Once ${turn}` }));
      if (turn % 10 === 5) await server.dropConnections();
    }
    for (const messageId of ids) expect((await become({ messageId })).state).toBe('ticket');
    const twice = await app.sql(
      `SELECT title FROM tickets WHERE title LIKE 'Once %' GROUP BY title HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const [count] = await app.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM tickets WHERE title LIKE 'Once %'`,
    );
    expect(count).toEqual({ count: 30 });
  });

  it('is done once with a mail however often it is asked to', async () => {
    const mail = await become({ messageId: deliver({ subject: 'Only once' }) });
    const [{ id } = { id: '0' }] = await app.sql<{ id: string }>('SELECT id FROM mails WHERE ticket_id = $1', [
      mail.ticket_id,
    ]);
    await app.sql(`UPDATE mails SET state = 'taken' WHERE id = $1`, [id]);
    const ingestion = app.get(MailIngestion);
    await Promise.all([ingestion.ingest(Number(id)), ingestion.ingest(Number(id))]);
    const tickets = await app.sql(`SELECT id FROM tickets WHERE title = 'Only once'`);
    expect(tickets).toHaveLength(2);
  });

  describe('a mail that is not read yet', () => {
    let id: number;
    const now = async () =>
      (await app.sql<MailRow & { readings: number }>('SELECT * FROM mails WHERE id = $1', [id]))[0];
    const ingest = () => app.get(MailIngestion).ingest(id);

    beforeEach(async () => {
      const { ticket_id: ticket } = await become({ messageId: deliver({ subject: 'Not read yet' }) });
      const [mail] = await app.sql<{ id: string }>('SELECT id FROM mails WHERE ticket_id = $1', [ticket]);
      id = Number(mail?.id);
      await app.sql(`UPDATE mails SET state = 'taken', ticket_id = NULL, number = NULL WHERE id = $1`, [id]);
    });
    afterEach(() => nobodyKnows(app));

    it('waits for an admin when it took down whoever read it twice, and is read anew when they say so', async () => {
      const begun = new Set<() => void>();
      app.get(SenderCheck).ask = () => new Promise(() => begun.forEach((tell) => tell()));
      for (let n = 0; n < 2; n += 1) {
        await new Promise<void>((resolve) => {
          begun.clear();
          begun.add(resolve);
          void ingest();
        });
      }
      nobodyKnows(app);
      await ingest();
      expect(await now()).toMatchObject({ state: 'quarantined', reason: expect.stringContaining('taken down') });
      await app.as('admin').post(`/api/admin/mails/quarantine/${id}/retry`, undefined);
      await until(async () => (await now())?.state === 'ticket');
    });

    it('is tried as often as it fails, which takes nobody down', async () => {
      app.get(SenderCheck).ask = () => Promise.reject(new Error('Nobody answers'));
      for (let n = 0; n < 5; n += 1) await expect(ingest()).rejects.toThrow('Nobody answers');
      expect(await now()).toMatchObject({ state: 'taken', readings: 0 });
      nobodyKnows(app);
      await ingest();
      expect(await now()).toMatchObject({ state: 'ticket', readings: 0 });
    });

    it('is read, and not kept aside, however long it has waited', async () => {
      await app.sql(`UPDATE mails SET kept_at = now() - interval '91 days' WHERE id = $1`, [id]);
      await app.get(MailHousekeeping).keepHouse();
      await until(async () => (await now())?.state !== 'taken');
      expect(await now()).toMatchObject({ state: 'ticket' });
    });
  });

  it('keeps the source of a mail that was read for 90 days, and lets it go then', async () => {
    const kept = async (subject: string, days: number) => {
      await become({ messageId: deliver({ subject }) });
      await app.sql(
        `UPDATE mails SET kept_at = now() - interval '1 hour' - $2::int * interval '1 day' WHERE subject = $1`,
        [subject, days],
      );
    };
    await kept('Let go', 90);
    await kept('Still kept', 89);
    const sources = () =>
      app.sql(
        `SELECT subject, state, raw IS NOT NULL AS kept, size > 0 AS sized FROM mails
         WHERE subject IN ('Let go', 'Still kept') ORDER BY subject`,
      );
    const read = { state: 'ticket', sized: true };
    expect(await sources()).toEqual([
      { subject: 'Let go', kept: true, ...read },
      { subject: 'Still kept', kept: true, ...read },
    ]);
    await app.get(MailHousekeeping).keepHouse();
    expect(await sources()).toEqual([
      { subject: 'Let go', kept: false, ...read },
      { subject: 'Still kept', kept: true, ...read },
    ]);
  });

  it.each([
    ['too large', 60 * 1_048_576, 'It is too large to be fetched: 60 MB'],
    ['not given by the server', 2_000, 'The mail server tells that it is there, and does not give it'],
  ])('keeps aside what is %s, and says why', async (_, size, reason) => {
    const mail = { mailbox: 'another', uidValidity: 1n, uid: size, arrivedAt: new Date(), size, raw: null };
    await app.get(MailTaking).take(mail);
    const [row] = await rows(`mailbox = 'another' AND size = $1`, [size]);
    expect(row).toMatchObject({ state: 'quarantined', reason: expect.stringContaining(reason) });
  });

  it('is not read over a network where the server does not encrypt', async () => {
    // The same server, by an address that is not the loopback one.
    const [mailbox] = mailboxAddresses(server.address(BOX).replace('@127.0.0.1:', '@0.0.0.0:'));
    const taker = { lastUid: () => Promise.resolve(0), take: () => Promise.resolve() };
    const follow = followMailbox(followed(mailbox!), taker, new RefusedMails(), new AbortController().signal);
    await expect(follow).rejects.toThrow('STARTTLS');
  });

  describe('a mail that cannot be had', () => {
    let box: string;
    let line: CuttingProxy;
    let taken: FetchedMail[];
    const stops: AbortController[] = [];
    beforeEach(async () => {
      box = `hard${String(++sent)}@desk.example`;
      taken = [];
      line = await startCuttingProxy(server.plainPort);
    });
    afterEach(async () => {
      for (const stop of stops.splice(0)) stop.abort();
      await line.stop();
    });
    /** Follows the mailbox until so many mails were taken or the connection ends, and gives what it ended by. */
    const followUntil = async (wanted: number, refused: RefusedMails) => {
      const stop = new AbortController();
      stops.push(stop);
      const taker = {
        lastUid: () => Promise.resolve(taken.at(-1)?.uid ?? 0),
        take: (mail: FetchedMail) => {
          if (taken.push(mail) === wanted) stop.abort();
          return Promise.resolve();
        },
      };
      const [mailbox] = mailboxAddresses(server.address(box).replace(/:\d+$/, `:${String(line.port)}`));
      await followMailbox(followed(mailbox!), taker, refused, stop.signal).catch(() => undefined);
      return subjects();
    };
    const subjects = () => taken.map(({ raw }) => /Subject: (.*)\r?\n/.exec(raw?.toString() ?? '')?.[1] ?? null);

    /** The same over several connections. */
    const followOnUntil = async (wanted: number, refused: RefusedMails, most = 8) => {
      for (let tries = 1; taken.length < wanted && tries <= most; tries++) await followUntil(wanted, refused);
      return subjects();
    };

    it('lets those behind it come once its server has refused it for a while', async () => {
      server.deliver(box, letter({ subject: 'Not given' }), 0);
      server.deliver(box, letter({ subject: 'Behind it' }));
      const refused = new RefusedMails();
      for (let tries = 1; tries < 6; tries++) expect(await followUntil(2, refused)).toEqual([]);
      expect(await followOnUntil(2, refused)).toEqual([null, 'Behind it']);
    });

    it('is one at which the connection dies each time, while others pass', async () => {
      server.deliver(box, letter({ subject: 'Before it' }));
      server.deliver(box, letter({ subject: 'Deadly' }));
      server.deliver(box, letter({ subject: 'Behind it' }));
      line.cuts = (asked) => /FETCH 2 .*BODY/.test(asked);
      const refused = new RefusedMails();
      for (let tries = 1; tries < 6; tries++) expect(await followUntil(3, refused)).toEqual(['Before it']);
      expect(await followOnUntil(3, refused)).toEqual(['Before it', null, 'Behind it']);
    });

    it('is waited for while the line carries none, and its tries are forgotten once it came', async () => {
      server.deliver(box, letter({ subject: 'First' }));
      server.deliver(box, letter({ subject: 'Second' }));
      line.cuts = (asked) => /FETCH .*BODY/.test(asked);
      const refused = new RefusedMails();
      for (let tries = 1; tries <= 20; tries++) expect(await followUntil(2, refused)).toEqual([]);
      expect(line.broken).toBe(20);
      line.cuts = () => false;
      expect(await followUntil(2, refused)).toEqual(['First', 'Second']);
      const { mailbox, uidValidity } = taken[0]!;
      expect(taken.map(({ uid }) => refused.of(mailbox, uidValidity).failures(uid))).toEqual([0, 0]);
    });

    it('does not hold up those behind two that are refused', async () => {
      server.deliver(box, letter({ subject: 'Not given' }), 0);
      server.deliver(box, letter({ subject: 'Nor this' }), 0);
      server.deliver(box, letter({ subject: 'Behind both' }));
      const refused = new RefusedMails();
      expect(await followOnUntil(3, refused, 10)).toEqual([null, null, 'Behind both']);
    });

    it('does not hold up those behind three at which the connection dies each time', async () => {
      for (const subject of ['Before', 'One', 'Two', 'Three', 'Behind them']) server.deliver(box, letter({ subject }));
      line.cuts = (asked) => /FETCH [234] .*BODY/.test(asked);
      expect(await followOnUntil(5, new RefusedMails(), 14)).toEqual(['Before', null, null, null, 'Behind them']);
    });
  });

  it('makes something of every mail, and goes on', async () => {
    for (const { raw } of EVERY_MAIL) server.deliver(BOX, raw);
    const last = deliver({ from: 'last@example.org', subject: 'The last one' });
    expect((await become({ messageId: last })).state).toBe('ticket');
    await until(async () => (await rows(`state = 'taken'`)).length === 0);
    expect(await rows(`reason LIKE '%could not make anything%'`)).toEqual([]);
  });

  function followed(mailbox: MailboxSettings): MailboxToFollow {
    return { ...mailbox, security: imapSecurity(mailbox), login: { kind: 'password', password: mailbox.password } };
  }

  function letter(given: Letter): Buffer {
    const { from = 'Anna Berg <anna@example.org>', subject, body = 'Help!', answers, fields = [], id = ++sent } = given;
    return mailWith(
      [
        ...[`From: ${from}`, `Subject: ${subject}`, `Message-ID: <${id}@example.org>`],
        ...['Content-Type: text/plain; charset=utf-8', 'Return-Path: <someone@example.org>', ...fields],
        ...(answers === undefined ? [] : [`In-Reply-To: <${answers}>`]),
      ],
      body,
    );
  }

  /** Delivers a letter and gives its Message-ID. */
  function deliver(given: Letter): string {
    const id = ++sent;
    server.deliver(BOX, letter({ ...given, id }));
    return `${id}@example.org`;
  }

  /** Waits until a mail has become something. */
  async function become({ messageId, subject }: { messageId?: string; subject?: string }): Promise<MailRow> {
    const wanted = () => rows(`state <> 'taken' AND (message_id = $1 OR subject = $2)`, [messageId, subject]);
    await until(async () => (await wanted()).length > 0);
    const [row] = await wanted();
    if (!row) throw new Error('A mail is gone');
    return row;
  }

  function rows(condition: string, parameters: unknown[] = []): Promise<MailRow[]> {
    return app.sql<MailRow>(
      `SELECT state, reason, sender, subject, ticket_id, number FROM mails WHERE ${condition} ORDER BY id`,
      parameters,
    );
  }
});

interface Aside {
  readonly id: number;
  readonly subject: string;
}

interface Letter {
  readonly from?: string;
  readonly subject: string;
  readonly body?: string;
  readonly answers?: string;
  readonly fields?: readonly string[];
  readonly id?: number;
}

/** No test asks the name servers of the world. */
function nobodyKnows(app: TestApp): void {
  app.get(SenderCheck).ask = () => Promise.resolve('unknown');
}
