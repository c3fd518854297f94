import { setServers } from 'node:dns/promises';
import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { mailWith } from './mails/mail-fixture.ts';
import { ticketPath, write } from './support/conversation.ts';
import { WITH_PORTAL, customerOf } from './support/customers.ts';
import { type Dovecot, NO_DOVECOT, startDovecot } from './support/dovecot.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

interface Became {
  readonly state: string;
  readonly ticket: number | null;
}

const BOX = 'support@desk.example';
/** Domains that confirm their mails. */
const CONFIRMED = /@(?:halden|elsewhere)\.example$/i;
/** What marks a mail that another server sent. */
const FORGED = 'X-Server: another';
const withDovecot = NO_DOVECOT ? describe.skip : describe;

withDovecot(`a number in the subject${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let server: Dovecot;
  let app: TestApp;
  let sent = 0;

  beforeAll(async () => {
    setServers(['127.0.0.1:9']);
    server = await startDovecot();
    const mails = { MAILBOXES: server.address(BOX), LLM_PROVIDER: 'local' };
    app = await startTestApp({ ...WITH_PORTAL, PROCESS_ROLE: 'all', ...mails });
    app.get(SenderCheck).ask = (raw, { sender }) => {
      const isConfirmed = CONFIRMED.test(sender?.address ?? '') && !raw.includes(FORGED);
      return Promise.resolve(isConfirmed ? 'confirmed' : 'unknown');
    };
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
  });

  /** Each makes a ticket of which `who` is part, and gives its number. */
  const ways: readonly (readonly [way: string, who: string, make: (who: string) => Promise<number>])[] = [
    ['wrote the ticket by mail', 'mail@halden.example', (who) => ticketOf(who)],
    [
      'wrote it from an address that nobody confirmed',
      'later@halden.example',
      async (who) => {
        const { ticket } = await deliver(`Anna <${who}>`, 'Mine', [FORGED]);
        return ticket ?? 0;
      },
    ],
    ['is named as requester by the API', 'named@halden.example', (who) => askedBy({ name: 'Named', address: who })],
    [
      'is named as requester on the desk later',
      'patched@halden.example',
      async (who) => {
        const { id } = await app.api.createTicket();
        const { status } = await app.api.patch(ticketPath(id), { requester: { name: 'Patched', address: who } });
        expect(status).toBe(200);
        return id;
      },
    ],
    [
      'wrote it in the portal',
      'portal@halden.example',
      async (who) => {
        const customer = await customerOf(app, who);
        const made = await customer.post<{ id: number }>('/api/portal/tickets', { title: 'Mine', description: 'Help' });
        expect(made.status).toBe(201);
        return made.body.id;
      },
    ],
    [
      'follows it, added on the desk',
      'follower@halden.example',
      async (who) => {
        const { id } = await app.api.createTicket();
        expect((await app.api.post(`${ticketPath(id)}/followers`, { address: who })).status).toBe(200);
        return id;
      },
    ],
    [
      'follows it, in copy of a mail',
      'copied@halden.example',
      async (who) => (await deliver('first@halden.example', 'Copied', [`Cc: ${who}`])).ticket ?? 0,
    ],
    [
      'was answered there',
      'answered@halden.example',
      async (who) => {
        const id = await askedBy({ name: 'Anna', address: 'asks@halden.example' });
        const recipients = { to: [{ name: 'Answered', address: who }], cc: [] };
        expect((await write(app.api, id, { kind: 'reply', text: 'Here it is', recipients })).status).toBe(201);
        await until(async () => (await app.sql(`SELECT FROM outgoing_mails WHERE ticket_id = $1`, [id])).length > 0);
        return id;
      },
    ],
    [
      'asks in it at another address of the same contact',
      'second@elsewhere.example',
      async (who) => {
        const id = await contact('first-of-two@halden.example', who);
        return askedBy({ id });
      },
    ],
    [
      'follows it as a contact who was merged',
      'merged@elsewhere.example',
      async (who) => {
        const [kept, merged] = [await contact('kept@halden.example'), await contact(who)];
        const { id } = await app.api.createTicket();
        await app.api.post(`${ticketPath(id)}/followers`, { id: kept });
        expect((await app.api.post(`/api/contacts/${String(merged)}/merge`, { into: kept })).status).toBe(200);
        return id;
      },
    ],
    [
      'wrote to it from another address of the same contact',
      'other@elsewhere.example',
      async (who) => {
        await contact('wrote@halden.example', who);
        const id = await askedBy({ name: 'Anna', address: 'asks@halden.example' });
        const joins = { address: 'wrote@halden.example' };
        await app.api.post(`${ticketPath(id)}/followers`, joins);
        const told = await deliver(joins.address, `Me, too [#${String(id)}]`);
        expect(told).toEqual({ state: 'message', ticket: id });
        const [follower] = await app.sql<{ contact_id: string }>(
          'SELECT contact_id FROM ticket_followers WHERE ticket_id = $1',
          [id],
        );
        await app.api.delete(`${ticketPath(id)}/followers/${follower?.contact_id ?? ''}`);
        return id;
      },
    ],
  ];

  it.each(ways)('joins for who %s, once their domain confirms them', async (_, who, make) => {
    const id = await make(who);
    const subject = `Re: My order #4711 [#${String(id)}]`;
    expect(await deliver(`Somebody <${who.toUpperCase()}>`, subject)).toEqual({ state: 'message', ticket: id });
    const forged = await deliver(who, subject, [FORGED]);
    expect(forged.state).toBe('ticket');
    expect(forged.ticket).not.toBe(id);
  });

  it.each([
    ['of whom nothing is known', 'stranger@elsewhere.example'],
    ['of the same organisation', 'colleague@halden.example'],
    ['who asks in another ticket', 'busy@halden.example'],
    ['whose contact was merged, and parted again', 'parted@elsewhere.example'],
    ['who followed it once', 'left@halden.example'],
  ])('opens a new ticket for a stranger %s', async (_, who) => {
    const asking = await contact('anna.asks@halden.example');
    const id = await askedBy({ id: asking });
    await organisationOf(asking);
    await ticketOf('busy@halden.example');
    const parted = await contact('parted@elsewhere.example');
    await app.api.post(`/api/contacts/${String(parted)}/merge`, { into: asking });
    expect((await app.api.delete(`/api/contacts/${String(parted)}/merge`)).status).toBe(200);
    const left = await contact('left@halden.example');
    await app.api.post(`${ticketPath(id)}/followers`, { id: left });
    await app.api.delete(`${ticketPath(id)}/followers/${String(left)}`);
    const became = await deliver(who, `Re: Yours [#${String(id)}]`);
    expect(became.state).toBe('ticket');
    expect(became.ticket).not.toBe(id);
  });

  it('opens a new ticket where the ticket of the number is gone, or never was', async () => {
    const gone = await ticketOf('gone@halden.example');
    expect((await app.as('admin').delete(`/api/admin/tickets/${String(gone)}`)).status).toBeLessThan(300);
    expect(await deliver('gone@halden.example', `Re: Mine [#${String(gone)}]`)).toMatchObject({ state: 'ticket' });
    expect(await deliver('gone@halden.example', 'Re: Mine [#999999999]')).toMatchObject({ state: 'ticket' });
  });

  async function ticketOf(from: string): Promise<number> {
    return (await deliver(from, 'Mine')).ticket ?? 0;
  }

  /** A ticket that was written on the desk for somebody. */
  async function askedBy(requester: object): Promise<number> {
    const words = { title: 'Mine', description: 'Help', category: 'general', priority: 'low' };
    const { status, body } = await app.api.post<{ id: number }>('/api/tickets', { ...words, requester });
    expect(status).toBe(201);
    return body.id;
  }

  async function contact(...addresses: string[]): Promise<number> {
    const known = await app.sql<{ id: string }>(
      'SELECT contact_id AS id FROM contact_addresses WHERE address_key = $1',
      [addresses[0]],
    );
    if (known[0]) return Number(known[0].id);
    const made = await app.api.post<{ id: number }>('/api/contacts', { name: addresses[0], addresses });
    expect(made.status).toBe(201);
    return made.body.id;
  }

  /** Puts somebody and all of their domain into one organisation. */
  async function organisationOf(id: number): Promise<void> {
    await app.api.post('/api/organisations', { name: 'Halden', domains: ['halden.example'] });
    const [row] = await app.sql<{ id: string }>('SELECT id FROM organisations');
    expect(row).toBeDefined();
    const { body } = await app.api.get<{ organisation: { name: string } }>(`/api/contacts/${String(id)}`);
    expect(body.organisation).toMatchObject({ name: 'Halden' });
  }

  /** Lays a mail into the mailbox, and waits until it has become something. */
  async function deliver(from: string, subject: string, fields: readonly string[] = []): Promise<Became> {
    const id = `numbered${String(++sent)}@example.org`;
    server.deliver(
      BOX,
      mailWith([`From: ${from}`, `Subject: ${subject}`, `Message-ID: <${id}>`, ...fields], `It is ${id}.`),
    );
    const rows = () =>
      app.sql<{ state: string; ticket_id: string | null }>(
        `SELECT state, ticket_id FROM mails WHERE state <> 'taken' AND message_id = $1`,
        [id],
      );
    await until(async () => (await rows()).length > 0);
    const [row] = await rows();
    return { state: row?.state ?? '', ticket: row?.ticket_id ? Number(row.ticket_id) : null };
  }
});
