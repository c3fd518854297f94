import type { ApiClient, ProblemBody } from './support/api-client.ts';
import { ticketPath, write } from './support/conversation.ts';
import {
  type ConversationBody,
  WITH_PORTAL,
  conversationOf,
  customerOf,
  linksTo,
  portalPath,
} from './support/customers.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { upload } from './support/uploads.ts';

/** A word that stands in notes, in the names and contents of their files and in a draft, and nowhere else. */
const SECRET = 'quokkasalamander';

let app: TestApp;
let asks: ApiClient;
let follows: ApiClient;
let id: number;
let file: string;
let noted: number;
beforeAll(async () => {
  app = await startTestApp(WITH_PORTAL);
  asks = await customerOf(app, 'ruth@brandt.example', 'Ruth Adler');
  follows = await customerOf(app, 'copy@brandt.example', 'Cora Copy');
  const question = { title: 'Six seats', description: 'Refund six seats, please.' };
  ({ id } = (await asks.post<{ id: number }>('/api/portal/tickets', question)).body);
  await app.api.post(`${ticketPath(id)}/followers`, { address: 'copy@brandt.example' });
  const me = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-agent'`);
  await app.as('admin').patch(ticketPath(id), { assignee: Number(me[0]?.id) });
  file = (await upload(app, SECRET, `${SECRET}.txt`)).body.id;
  const note = {
    kind: 'note',
    text: `@test-admin ${SECRET} is **angry**.`,
    attachments: [file],
    status: 'in_progress',
  };
  noted = (await write(app.api, id, note)).body.number;
  await write(app.api, id, { kind: 'reply', text: 'We are on it.' });
  await write(app.as('admin'), id, { kind: 'note', text: `${SECRET} again.` });
  await write(app.api, id, { kind: 'reply', text: `${SECRET} is held.`, leaves_in_seconds: 60 });
  const draft = { kind: 'note', text: `${SECRET} to be said.` };
  await app.api.put(`${ticketPath(id)}/draft`, draft);
  await asks.post(`${portalPath(id)}/messages`, { text: 'Thank you.' });
});
afterAll(() => app.close());

describe('what a note says never leaves the desk', () => {
  it('by the portal, whose customers are told of nothing but answers', async () => {
    for (const customer of [asks, follows]) {
      const { messages } = await conversationOf(customer, id);
      expect(messages.map(({ kind }) => kind)).toEqual(['description', 'reply', 'incoming']);
      expect(messages.flatMap(({ attachments }) => attachments)).toEqual([]);
      for (const path of [
        '',
        '/session',
        '/tickets',
        '/tickets?limit=1',
        `/tickets/${String(id)}`,
        `/tickets/${String(id)}?limit=1`,
      ])
        expect(JSON.stringify((await customer.get(`/api/portal${path}`)).body)).not.toContain(SECRET);
    }
  });

  it('by any page of a conversation, wherever it is cut', async () => {
    for (let before = 1; before < 20; before += 1) {
      const cursor = Buffer.from(`v${String(before)}`).toString('base64url');
      const { status, body } = await asks.get<ConversationBody>(`${portalPath(id)}?cursor=${cursor}`);
      expect([before, status, JSON.stringify(body).includes(SECRET)]).toEqual([before, 200, false]);
    }
  });

  it('by its files', async () => {
    expect((await app.api.get(`/api/attachments/${file}`)).body).toBe(SECRET);
    for (const customer of [asks, follows])
      expect(await customer.get(`/api/portal/attachments/${file}`)).toMatchObject({
        status: 404,
        body: { code: 'attachment_not_found' },
      });
    const answer = { text: 'See it.', attachments: [file] };
    expect((await asks.post(`${portalPath(id)}/messages`, answer)).status).toBe(400);
  });

  it('by a search of a customer, who has none', async () => {
    for (const query of [`search=${SECRET}`, `q=${SECRET}`])
      expect(await asks.get(`/api/portal/tickets?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'validation_failed' },
      });
  });

  it('by what is the desk’s, which a customer’s cookie does not open', async () => {
    const paths = [
      ...['', '/timeline', '/events', '/draft', `/messages/${String(noted)}`].map((path) => ticketPath(id) + path),
      ...[
        `/api/tickets?search=${SECRET}`,
        '/api/tickets.csv',
        '/api/notifications',
        '/api/events',
        `/api/attachments/${file}`,
      ],
    ];
    for (const path of paths) {
      const { status, body } = await asks.get<ProblemBody>(path);
      expect([path, status, body.code]).toEqual([path, 401, 'unauthenticated']);
    }
  });

  it('by mails, of which none holds a word of it', async () => {
    await app.anonymous.post('/api/portal/links', { address: 'ruth@brandt.example' });
    expect((await linksTo(app, 'ruth@brandt.example')).length).toBe(1);
    const mails = await app.sql<{ mail: string }>('SELECT outgoing_mails::text AS mail FROM outgoing_mails');
    expect(mails.length).toBeGreaterThan(0);
    expect(JSON.stringify(mails)).not.toContain(SECRET);
  });

  it('by notifications, which quote it to whom it names and tell nobody else, and by exports', async () => {
    const bell = await app.as('admin').get('/api/notifications');
    expect(JSON.stringify(bell.body)).toContain('"kind":"mention"');
    const answered = await app.api.get('/api/notifications');
    expect(JSON.stringify(answered.body)).toContain('"kind":"answered"');
    expect(await app.sql('SELECT FROM notifications WHERE user_id NOT IN (SELECT id FROM users)')).toEqual([]);
    const exported = await app.api.get<string>('/api/tickets.csv');
    expect(exported.body).toContain('Six seats');
    expect(JSON.stringify([answered.body, exported.body])).not.toContain(SECRET);
  });
});
