import { Departures } from '../src/conversation/departures.service.ts';
import { IncomingMessages } from '../src/conversation/incoming-messages.service.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { ModelRefit } from '../src/learning/model-refit.service.ts';
import { WordCounting } from '../src/tickets/similar/word-counting.service.ts';
import type { AuditPageBody } from './support/admin-bodies.ts';
import { type EntryBody, ticketPath, timelineOf, write } from './support/conversation.ts';
import { EventStream } from './support/event-stream.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { placesOf } from './support/kept-words.ts';
import { captureLogs } from './support/log-capture.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';
import { download, upload } from './support/uploads.ts';

interface RedactedBody extends EntryBody {
  attachments: { id: string }[];
}

/** A word that only the texts of one test have. */
const SECRET = 'quokkasalamander';
const REASON = 'It held the number of a credit card.';

let llm: FakeLlmServer;
let app: TestApp;
let logs: ReturnType<typeof captureLogs>;
beforeAll(async () => {
  llm = new FakeLlmServer();
  app = await startTestApp({ LLM_API_KEY: FAKE_LLM_KEY, OPENAI_BASE_URL: await llm.start() });
  logs = captureLogs();
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

const redact = (id: number, number: number, reason = REASON) =>
  app.as('admin').post(`${ticketPath(id)}/messages/${String(number)}/redaction`, { reason });
const entries = async (id: number): Promise<RedactedBody[]> => (await timelineOf(app.api, id)) as RedactedBody[];

describe('the words of a description', () => {
  it('are gone from every column of every table, from what was learned and from the log', async () => {
    const ids: number[] = [];
    for (let number = 1; number <= 3; number += 1) {
      const text = { title: `A ${SECRET}`, description: `The ${SECRET} was charged twice.` };
      const { body } = await app.api.post<{ suggestion_id: string }>('/api/tickets/classify', text);
      const { id } = await app.api.createTicket({ ...text, suggestion_id: body.suggestion_id, category: 'billing' });
      await app.api.patch(ticketPath(id), { title: `Another ${SECRET}` });
      await app.api.patch(ticketPath(id), { title: 'A title', description: `${SECRET} and more` });
      ids.push(id);
    }
    await app.sql(`INSERT INTO audit_events (kind, via, subject_type, subject_id, subject_label)
      VALUES ('ticket_deleted', 'web', 'ticket', '${String(ids[0])}', 'A ${SECRET}')`);
    await app.get(ModelRefit).refit(new AbortController().signal);
    await app.get(WordCounting).count();
    expect(await placesOf(app, SECRET)).toEqual([
      ...[
        'audit_events.subject_label',
        'frequent_words.lexeme',
        'llm_calls.sent',
        'models.bytes',
        'ticket_events.changes',
        'ticket_search.document',
      ],
      ...['tickets.description', 'word_counts.lexeme'],
    ]);

    for (const id of ids) expect((await redact(id, 1)).status).toBe(204);
    await until(async () => (await placesOf(app, SECRET)).length === 0);
    expect((await app.api.list({ search: SECRET })).results).toEqual([]);
    expect(logs.text()).toContain('search=*');
    expect(logs.text()).not.toContain(SECRET);
  });

  it('give way to who removed them, when and why', async () => {
    const { id } = await app.api.createTicket({ title: 'Card 4111', description: 'My card is 4111.' });
    await redact(id, 1);
    const [first, ...others] = await entries(id);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ kind: 'description', text: null, redaction: { reason: REASON } });
    expect(first?.redaction?.by.name).toBe('Test Admin');
    expect((await app.api.get(ticketPath(id))).body).toMatchObject({ title: '(words removed)', version: 2 });
    const history = await app.api.get<{ results: { kind: string; changes: unknown[] }[] }>(`${ticketPath(id)}/events`);
    expect(history.body.results.map(({ kind }) => kind)).toEqual(['created', 'redacted']);
  });

  it('can be written anew, and removed again', async () => {
    const { id } = await app.api.createTicket({ title: 'Card 4111', description: 'My card is 4111.' });
    await redact(id, 1);
    await app.api.patch(ticketPath(id), { title: 'A card', description: 'Their card was charged.' });
    expect((await entries(id))[0]).toMatchObject({ text: 'Their card was charged.', redaction: { reason: REASON } });
    await redact(id, 1, 'Once more');
    expect((await entries(id))[0]).toMatchObject({ text: null, redaction: { reason: 'Once more' } });
  });

  it('are still counted in the audit log, without a word of them', async () => {
    const { id } = await app.api.createTicket({ title: 'Card 4222', description: 'My card is 4222.' });
    await redact(id, 1);
    const { body } = await app.as('admin').get<AuditPageBody>('/api/admin/audit?limit=1');
    expect(body.results[0]).toMatchObject({
      kind: 'words_removed',
      subject: { type: 'ticket', id: String(id), label: null },
      details: { number: 1 },
    });
  });
});

describe('the words of a message', () => {
  it('go with its files and what later mails quote of them, and nothing else does', async () => {
    const { id } = await app.api.createTicket({ title: 'Six seats', description: 'Refund six seats, please.' });
    const { body: file } = await upload(app, `${SECRET} in a file`, `${SECRET}.txt`);
    const text = `Dear ${SECRET}`;
    const { body } = await write(app.api, id, { kind: 'reply', text, attachments: [file.id] });
    const quoting = { text: 'Thank you!', folded: `> ${text}`, html: `<p>${text}</p>`, contact: null, reopens: false };
    await app.get(UnitOfWork).run((transaction) => app.get(IncomingMessages).add(transaction, id, quoting));
    // A server says that the answer did not arrive, and sends it back.
    await app.sql(
      `INSERT INTO outgoing_mails (message_id, kind, ticket_id, number, recipients, state) VALUES ('sent@desk', 'reply', $1, 2, '[]', 'sent')`,
      [id],
    );
    await app.sql(`INSERT INTO mails (mailbox, uid_validity, uid, digest, size, raw, arrived_at, state)
      VALUES ('box', 1, 1, '\\x01', 9, 'Message-ID: <sent@desk> ${SECRET}', now(), 'report'),
        ('box', 1, 2, '\\x02', 9, 'Reply-To: desk+t${String(id)}-0123456789abcdef0123@desk.example ${SECRET}', now(), 'report'),
        ('box', 1, 3, '\\x03', 9, 'TO: <DESK+T${String(id)}-0123456789ABCDEF0123@DESK.EXAMPLE> ${SECRET}', now(), 'report')`);
    expect(body.number).toBe(2);
    expect((await placesOf(app, SECRET)).length).toBeGreaterThan(3);

    expect((await redact(id, 2)).status).toBe(204);
    await until(async () => (await placesOf(app, SECRET)).length === 0);
    expect((await download(app, file.id)).status).toBe(404);
    const [description, reply, later] = await entries(id);
    expect(later).toMatchObject({ text: 'Thank you!', folded: '', html: null, redaction: null });
    expect(description).toMatchObject({ text: 'Refund six seats, please.', redaction: null });
    expect(reply).toMatchObject({
      kind: 'reply',
      text: null,
      html: null,
      attachments: [],
      redaction: { reason: REASON },
    });
    expect((await app.api.get(ticketPath(id))).body).toMatchObject({ title: 'Six seats' });
  });

  it('leave alone what customers quote where they were a note, which nobody could quote', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { kind: 'note', text: 'Between us.' });
    const answer = { text: 'Yes.', folded: '> Six seats?', html: null, contact: null, reopens: false };
    await app.get(UnitOfWork).run((transaction) => app.get(IncomingMessages).add(transaction, id, answer));
    expect((await redact(id, 2)).status).toBe(204);
    const [, note, later] = await entries(id);
    expect(note).toMatchObject({ kind: 'note', text: null });
    expect(later).toMatchObject({ text: 'Yes.', folded: '> Six seats?' });
  });

  it('are told to those who look at them, so that they forget them', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { kind: 'note', text: 'Between us.' });
    const stream = await EventStream.open(app.url, cookieOf(app, 'agent'));
    await redact(id, 2);
    const { data } = await stream.event('ticket.changed');
    expect(data).toMatchObject({ id, version: 3, fields: ['title', 'description', 'redaction'] });
    stream.cut();
  });

  it('do not leave any more when they are still held', async () => {
    const { id } = await app.api.createTicket();
    const sets = { status: 'resolved', priority: 'critical' };
    await write(app.api, id, { kind: 'reply', text: 'Not yet.', leaves_in_seconds: 60, ...sets });
    await redact(id, 2);
    expect((await entries(id))[1]).toMatchObject({
      ...{ text: null, sets_status: null, sets: {} },
      delivery: { state: 'not_sent', detail: 'words removed' },
    });
    // What was to come with it does not.
    await app.sql('UPDATE messages SET leaves_at = now() WHERE ticket_id = $1', [id]);
    await app.get(Departures).leaveDue();
    expect((await app.api.get(ticketPath(id))).body).toMatchObject({ status: 'open', priority: 'medium' });
  });

  it('leave what came with them where they have left', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { kind: 'reply', text: 'Done.', status: 'resolved', priority: 'critical' });
    await redact(id, 2);
    expect((await entries(id))[1]).toMatchObject({ sets_status: 'resolved', sets: { priority: 'critical' } });
  });
});

describe('what people looked for', () => {
  const searched = async (...searches: string[]) => {
    await app.sql(
      `INSERT INTO audit_events (kind, via, details)
       SELECT 'tickets_exported', 'web', jsonb_build_object('filter', jsonb_build_object('search', search, 'status', 'open'))
       FROM unnest($1::text[]) AS search`,
      [searches],
    );
  };
  const left = async () => {
    const rows = await app.sql<{ filter: { search?: string; status: string } }>(
      `SELECT details -> 'filter' AS filter FROM audit_events WHERE kind = 'tickets_exported' ORDER BY id`,
    );
    expect(rows.every(({ filter }) => filter.status === 'open')).toBe(true);
    return rows.flatMap(({ filter }) => filter.search ?? []);
  };

  it('goes from the audit log with the words that it has, however they are written, and nothing else does', async () => {
    const text = 'Die Kündigung von Ilse, 4111 zu 22.';
    const { id } = await app.api.createTicket({ title: 'Ein Wombat', description: text });
    await app.api.patch(ticketPath(id), { title: 'Ein Koalabaer' });
    const gone = ['KUNDIGUNG', 'refund kündig', '4111', 'von ilse', 'wombat', 'Koalabaer heute'];
    await searched(...gone, 'Ilse heute', 'refund', '2', 'of');
    await write(app.api, id, { kind: 'note', text: 'A bilby and a numbat.' });
    await redact(id, 1);
    expect(await left()).toEqual(['Ilse heute', 'refund', '2', 'of']);
    const { body: file } = await upload(app, 'plain', 'potoroo.txt');
    const { body } = await write(app.api, id, { kind: 'reply', text: 'A quoll.', attachments: [file.id] });
    await searched('Quoll', 'potoroo', 'NUMBAT');
    await redact(id, body.number);
    expect(await left()).toEqual(['Ilse heute', 'refund', '2', 'of', 'NUMBAT']);
  });
});

describe('a removal', () => {
  it('needs a reason, a ticket and a message', async () => {
    const { id } = await app.api.createTicket();
    expect((await redact(id, 1, ' ')).status).toBe(400);
    expect((await redact(id, 2)).body).toMatchObject({ code: 'message_not_found' });
    expect((await redact(999_999, 1)).body).toMatchObject({ code: 'ticket_not_found' });
  });

  it('is for admins', async () => {
    const { id } = await app.api.createTicket();
    const answer = await app.api.post(`${ticketPath(id)}/messages/1/redaction`, { reason: REASON });
    expect(answer.body).toMatchObject({ code: 'forbidden' });
  });
});
