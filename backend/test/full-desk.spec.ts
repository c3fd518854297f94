import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModelRefit } from '../src/learning/model-refit.service.ts';
import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { WordCounting } from '../src/tickets/similar/word-counting.service.ts';
import { runToEnd } from './support/bulk-runs.ts';
import { ticketPath, timelineOf, write } from './support/conversation.ts';
import { WITH_PORTAL, customerOf, portalPath, uploadAtPortal } from './support/customers.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { placesOf, samplesOf, says } from './support/kept-words.ts';
import { captureLogs } from './support/log-capture.ts';
import { ADDRESS, NAME, STEM, bounceOf, mailsInAllWays, theirMail } from './support/mails-of-somebody.ts';
import { TestSmtpServer } from './support/smtp-server.ts';
import { become, nobodyKnows, ticketOf } from './support/taken-mails.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';
import { upload } from './support/uploads.ts';

const REASON = 'They asked for it by letter.';
const OTHER = { name: 'Anna', address: 'anna@example.net' };
const SOUGHT = [STEM, 'zebrawallaby', 'ürgel', 'okapi', ADDRESS];

/** Where the words of the first case stand before, at least: it would find nothing where nothing was. */
const PLACES_OF_WORDS = [
  ...[
    'attachments.name',
    'audit_events.details',
    'contacts.note',
    'drafts.text',
    'frequent_words.lexeme',
    'llm_calls.sent',
  ],
  ...['mails.message_id', 'mails.raw', 'mails.subject', 'message_recipients.detail', 'messages.delivery_detail'],
  ...['messages.html', 'messages.text', 'models.bytes', 'outgoing_mails.detail', 'outgoing_mails.references'],
  ...['suggestions.details', 'ticket_events.changes', 'ticket_search.document', 'tickets.description', 'tickets.title'],
  'word_counts.lexeme',
];
const PLACES_OF_ADDRESSES = [
  ...['audit_events.subject_label', 'contact_addresses.address', 'mails.sender', 'message_recipients.address'],
  ...['outgoing_mails.recipients', 'portal_links.address', 'portal_sessions.address', 'rate_limits.key'],
];

let llm: FakeLlmServer;
let server: TestSmtpServer;
let app: TestApp;
let logs: ReturnType<typeof captureLogs>;
let folder = '';

beforeAll(async () => {
  llm = new FakeLlmServer();
  server = await TestSmtpServer.start();
  folder = await mkdtemp(join(tmpdir(), 'full-desk-'));
  app = await startTestApp({
    ...{ ...WITH_PORTAL, PROCESS_ROLE: 'all', LLM_API_KEY: FAKE_LLM_KEY, OPENAI_BASE_URL: await llm.start() },
    ...{ SMTP_URL: server.url, MAIL_FROM: 'The Desk <support@desk.example>', MAIL_PLUS_ADDRESS: 'true' },
    ...{ ATTACHMENT_STORAGE: 'folder', ATTACHMENT_FOLDER: folder },
  });
  llm.behave({ kind: 'keywords' });
  nobodyKnows(app);
  app.get(SenderCheck).ask = () => Promise.resolve('confirmed');
  // The server names whom it does not know.
  server.refuses = (address) =>
    address.startsWith('okapi') ? { code: 550, words: `5.1.1 <${address}> ${STEM}server` } : null;
  logs = captureLogs();
});
afterAll(async () => {
  await app.close();
  await server.stop();
  await llm.stop();
  await rm(folder, { recursive: true });
});

const contactOf = async (address: string) => {
  const rows = await app.sql<{ contact_id: string }>(
    'SELECT contact_id FROM contact_addresses WHERE address_key = $1',
    [address],
  );
  return Number(rows[0]?.contact_id);
};
const jobsAreDone = () =>
  until(async () => {
    const open = await app.sql(
      `SELECT FROM pgboss.job WHERE state < 'completed' AND start_after <= now() AND name NOT LIKE '\\_\\_%'`,
    );
    return open.length === 0;
  });
const learn = async () => {
  await app.get(ModelRefit).refit(new AbortController().signal);
  await app.get(WordCounting).count();
};
/** All that the storage of files has of a word. */
const filesWith = async (word: string) => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  let held = 0;
  for (const { parentPath, name } of files)
    if (await says(app, await readFile(join(parentPath, name)), word)) held += 1;
  return held;
};
/** Where words are at last: jobs go on removing for a moment. */
async function leftOf(words: readonly string[]): Promise<string[]> {
  await jobsAreDone();
  const left: string[] = [];
  for (const word of words) for (const place of await placesOf(app, word)) left.push(`${word}: ${place}`);
  return left;
}
const answered = async (id: number, text: string, more: object = {}) => {
  const { status, body } = await write(app.api, id, { kind: 'reply', text, ...more });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body.number;
};

/** Somebody in every place that a desk has for people and their words; gives their contact. */
async function fillWith(): Promise<number> {
  const own = await ticketOf(app, theirMail({}, `The ${STEM}first, ${NAME}\n`));
  const contact = await contactOf(ADDRESS);
  await answered(own, `Dear ${NAME}, of your ${STEM}answer`, {
    attachments: [(await upload(app, `${STEM}sent`, `${STEM}sent.txt`)).body.id],
  });
  await jobsAreDone();
  const [sent] = await app.sql<{ message_id: string }>('SELECT message_id FROM outgoing_mails WHERE ticket_id = $1', [
    own,
  ]);
  const answers = [`In-Reply-To: <${sent?.message_id ?? ''}>`];
  for (const raw of [...mailsInAllWays(), ...mailsInAllWays(...answers)]) await become(app, raw);
  await become(app, bounceOf(sent?.message_id ?? ''));
  // One that waits for an admin.
  const { id: waits } = await become(app, theirMail({}, `A ${STEM}waiting\n`));
  await app.sql(
    `UPDATE mails SET state = 'quarantined', reason = 'Forged', ticket_id = NULL, number = NULL WHERE id = $1`,
    [waits],
  );
  // What agents do.
  await write(app.api, own, { kind: 'note', text: `@test-admin: ${NAME} has a ${STEM}note` });
  await app.api.put(`${ticketPath(own)}/draft`, { kind: 'reply', text: `Once more, ${STEM}draft`, conversation: 1 });
  await answered(own, `The ${STEM}held`, { leaves_in_seconds: 60 });
  await app.api.patch(ticketPath(own), { title: `Of a ${STEM}title`, category: 'billing', priority: 'low' });
  llm.behave({
    ...{ kind: 'answer', category: 'billing', priority: 'high', confidence: { category: 0.9, priority: 0.9 } },
    reasons: { category: [`${STEM}judged`], priority: [`${STEM}judgement`] },
  });
  for (const category of ['billing', 'technical', 'billing']) {
    const text = { title: `The ${STEM}judged`, description: `A ${STEM}judgement of ${NAME}` };
    const { body } = await app.api.post<{ suggestion_id: string }>('/api/tickets/classify', text);
    const ticket = {
      ...text,
      category,
      priority: 'low',
      suggestion_id: body.suggestion_id,
      requester: { id: contact },
    };
    expect(await app.api.post('/api/tickets', ticket, { 'idempotency-key': randomUUID() })).toMatchObject({
      status: 201,
    });
  }
  llm.behave({ kind: 'keywords' });
  // What people look for.
  const admin = app.as('admin');
  await app.api.get(`/api/tickets.csv?search=${STEM}judged`);
  await app.api.get('/api/tickets.csv?search=URGEL');
  await app.api.get(`/api/tickets?search=${encodeURIComponent(NAME)}`);
  await app.api.get(`/api/contacts?search=${ADDRESS}`);
  const action = { kind: 'change', changes: { priority: 'high' } };
  await runToEnd(admin, {
    selection: { filter: { search: NAME.split(' ')[0] } },
    action,
    expected_count: await found(NAME.split(' ')[0] ?? ''),
  });
  await runToEnd(admin, {
    selection: { filter: { search: `${STEM}judged` } },
    action: { ...action, changes: { priority: 'low' } },
    expected_count: await found(`${STEM}judged`),
  });
  // Somebody else's ticket, which they follow, and in which they are answered.
  const others = (await app.api.createTicket({ title: 'Six seats', requester: OTHER } as never)).id;
  await app.api.post(`${ticketPath(others)}/followers`, { id: contact });
  await answered(others, 'To both of you.', { attachments: [(await upload(app, 'Six seats', 'seats.txt')).body.id] });
  // Who else they are, and where they belong.
  const { body: second } = await app.api.post<{ id: number }>('/api/contacts', {
    name: `${NAME} too`,
    addresses: ['okapi2@example.org'],
    note: `Collects every ${STEM}note`,
  });
  await app.api.createTicket({ title: `A ${STEM}second`, requester: { id: second.id } } as never);
  await app.api.post(`/api/contacts/${String(second.id)}/merge`, { into: contact });
  await app.api.patch(`/api/contacts/${String(contact)}`, { note: `Knows the ${STEM}desk` });
  // Their own page.
  const customer = await customerOf(app, ADDRESS, NAME);
  const { body: file } = await uploadAtPortal(app, customer);
  const question = { title: `My ${STEM}portal`, description: `It is ${STEM}broken`, category: 'general' };
  const { body: asked } = await customer.post<{ id: number }>(
    '/api/portal/tickets',
    { ...question, attachments: [file.id] },
    { 'idempotency-key': 'once-and-for-all' },
  );
  await customer.post(`${portalPath(asked.id)}/messages`, { text: `And the ${STEM}later matter crashes.` });
  await uploadAtPortal(app, customer);
  await app.anonymous.post('/api/portal/links', { address: ADDRESS });
  await app.anonymous.post('/api/auth/login', { username: ADDRESS, password: 'no password of the desk' });
  await jobsAreDone();
  await learn();
  await admin.get(`/api/contacts/${String(contact)}/export`);
  return contact;
}

const found = async (search: string) => (await app.api.list({ search })).count;

describe('a desk full of somebody', () => {
  let contact = 0;
  beforeAll(async () => {
    contact = await fillWith();
  });

  it('has them in all places that a desk has for them', async () => {
    expect(await placesOf(app, STEM)).toEqual(expect.arrayContaining(PLACES_OF_WORDS));
    expect(await placesOf(app, 'okapi')).toEqual(expect.arrayContaining(PLACES_OF_ADDRESSES));
    for (const word of ['zebrawallaby', 'ürgel']) expect((await placesOf(app, word)).length).toBeGreaterThan(9);
    await app.sql('ANALYZE');
    for (const word of SOUGHT) expect(await samplesOf(app, word)).not.toEqual([]);
    expect(await filesWith(STEM)).toBeGreaterThan(2);
  });

  it('has nothing of them once they are erased', async () => {
    const path = `/api/contacts/${String(contact)}/erasure`;
    expect((await app.as('admin').post(path, { reason: REASON })).status).toBe(202);
    await until(async () => {
      const { body } = await app.as('admin').get<{ erasure: { finished_at: string | null } }>(path);
      return body.erasure.finished_at !== null;
    });
    expect(await leftOf(SOUGHT)).toEqual([]);
    expect(await filesWith(STEM)).toBe(0);
    // PostgreSQL's own samples of values go when it takes them anew, of tables that have rows.
    await app.sql('ANALYZE');
    for (const word of SOUGHT) expect(await samplesOf(app, word)).toEqual([]);
    const log = logs.text();
    for (const word of SOUGHT) expect([word, await says(app, log, word)]).toEqual([word, false]);
  });

  it('has nothing of the words of messages once they are removed', async () => {
    const id = await ticketOf(app, theirMail({ subject: 'Removed' }, 'Hello.\n'));
    const removed = ['bilbyquoll', 'kowaridibbler', 'dunnartpotoroo', 'kultarrbettong'];
    const [text, answer, note, name] = removed;
    await app.api.patch(ticketPath(id), { title: `The ${String(text)}`, description: `A ${String(text)} is charged` });
    await app.api.post('/api/tickets/classify', { title: 'Asked', description: `The ${String(text)} is charged` });
    const { body: file } = await upload(app, `In a ${String(name)}`, `${String(name)}.txt`);
    await answered(id, `Of the ${String(answer)}`, { attachments: [file.id] });
    await write(app.api, id, { kind: 'note', text: `@test-admin: the ${String(note)}` });
    for (const word of removed) await app.api.get(`/api/tickets.csv?search=${word.toUpperCase()}`);
    await app.api.get(`/api/tickets.csv?search=another`);
    await jobsAreDone();
    await learn();
    for (const word of removed) expect((await placesOf(app, word)).length).toBeGreaterThan(1);
    const numbers = (await timelineOf(app.api, id)).filter(({ kind }) => kind !== 'event').map(({ number }) => number);
    for (const number of numbers)
      expect(
        (await app.as('admin').post(`${ticketPath(id)}/messages/${String(number)}/redaction`, { reason: REASON }))
          .status,
      ).toBe(204);
    expect(await leftOf(removed)).toEqual([]);
    expect(await filesWith('kultarrbettong')).toBe(0);
    const log = logs.text();
    for (const word of removed) expect(await says(app, log, word)).toBe(false);
    const searches = await app.sql<{ search: string }>(
      `SELECT details #>> '{filter,search}' AS search FROM audit_events WHERE kind = 'tickets_exported'`,
    );
    expect(searches.map(({ search }) => search)).toContain('another');
  });
});
