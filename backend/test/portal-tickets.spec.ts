import { randomUUID } from 'node:crypto';
import { ConversationOpening } from '../src/conversation/conversation-opening.service.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { type Answer, ApiClient, type ProblemBody, type TicketBody } from './support/api-client.ts';
import { ticketPath, timelineOf, write } from './support/conversation.ts';
import {
  type ConversationBody,
  type CustomerMessageBody,
  type CustomerTicketBody,
  WITH_PORTAL,
  conversationOf,
  customerOf,
  portalPath,
  uploadAtPortal,
} from './support/customers.ts';
import { EventStream } from './support/event-stream.ts';
import { cookieOf } from './support/test-people.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { upload as uploadAtDesk } from './support/uploads.ts';

interface TicketPage {
  results: CustomerTicketBody[];
  next_cursor: string | null;
}

interface Description {
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown> };
}

let app: TestApp;
let ruth: ApiClient;
let otto: ApiClient;
beforeAll(async () => {
  app = await startTestApp(WITH_PORTAL);
  ruth = await customerOf(app, 'ruth@brandt.example', 'Ruth Adler');
  otto = await customerOf(app, 'otto@other.example', 'Otto Other');
});
afterAll(() => app.close());

const QUESTION = { title: 'Empty PDFs', description: 'Every invoice is 0 KB.' };

async function asked(by = ruth, question: object = QUESTION): Promise<CustomerTicketBody> {
  const { status, body } = await by.post<CustomerTicketBody>('/api/portal/tickets', question);
  if (status !== 201) throw new Error(`The ticket was not written: ${JSON.stringify(body)}`);
  return body;
}

const answer = (
  id: number,
  by: ApiClient,
  message: object,
): Promise<Answer<CustomerMessageBody & { ticket: number } & ProblemBody>> =>
  by.post(`${portalPath(id)}/messages`, message);

const list = async (by: ApiClient, query = ''): Promise<TicketPage> =>
  (await by.get<TicketPage>(`/api/portal/tickets${query}`)).body;

const told = ({ messages }: ConversationBody) =>
  messages.map(({ kind, mine, author, text }) => [kind, mine, author, text]);

/** A ticket that the desk wrote down for Ruth. */
const noted = (): Promise<TicketBody> => {
  const requester = { requester: { name: '', address: 'ruth@brandt.example' } };
  return app.api.createTicket({ title: 'Six seats', ...requester });
};

describe('a customer writes a ticket', () => {
  it('which the desk has as theirs, to be sorted, and which tells that it came by the portal', async () => {
    const { id, status, answered } = await asked();
    expect([status, answered]).toEqual(['open', false]);
    const { body } = await app.api.get<TicketBody & { requester: { name: string } }>(ticketPath(id));
    expect(body).toMatchObject({ ...QUESTION, triage: 'pending', created_by: null, requester: { name: 'Ruth Adler' } });
    const [first] = await timelineOf(app.api, id);
    expect(first).toMatchObject({
      kind: 'description',
      via: 'portal',
      author: { type: 'contact', name: 'Ruth Adler' },
    });
    expect(told(await conversationOf(ruth, id))).toEqual([['description', true, 'Ruth Adler', QUESTION.description]]);
  });

  it.each([
    ['no title', { description: 'x' }, 'title'],
    ['no description', { title: 'x' }, 'description'],
    ['a title of two lines', { ...QUESTION, title: 'a\nb' }, 'title'],
    ['too long a text', { ...QUESTION, description: 'x'.repeat(20_001) }, 'description'],
    ['a category where none is asked for', { ...QUESTION, category: 'billing' }, 'category'],
    ['a priority', { ...QUESTION, priority: 'critical' }, 'priority'],
    ['another requester', { ...QUESTION, requester: { id: 1 } }, 'requester'],
    ['files that are none', { ...QUESTION, attachments: ['7'] }, 'attachments'],
    ['files of nobody', { ...QUESTION, attachments: [randomUUID()] }, 'attachments'],
  ])('but not with %s', async (_, question, field) => {
    expect(await ruth.post('/api/portal/tickets', question)).toMatchObject({
      ...{ status: 400, body: { code: 'validation_failed', errors: [{ field }] } },
    });
  });

  it('and not without end', async () => {
    const busy = await customerOf(app, 'busy@brandt.example');
    const answers = [];
    for (let turn = 0; turn < 61; turn += 1) answers.push(await busy.post('/api/portal/tickets', QUESTION));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 60 }, () => 201), 429]);
  });
});

describe('a customer’s tickets', () => {
  it('are those they asked and those they are in copy of, page by page, and of nobody else', async () => {
    const [own, foreign] = [await customerOf(app, 'own@brandt.example'), await asked(otto)];
    const ids = [];
    for (let turn = 0; turn < 3; turn += 1)
      ids.push((await asked(own, { ...QUESTION, title: `Turn ${String(turn)}` })).id);
    const copied = await noted();
    await app.api.post(`${ticketPath(copied.id)}/followers`, { address: 'own@brandt.example' });
    const first = await list(own, '?limit=3');
    const second = await list(own, `?limit=3&cursor=${String(first.next_cursor)}`);
    expect([...first.results, ...second.results].map(({ id }) => id)).toEqual([copied.id, ...ids.reverse()]);
    expect(second.next_cursor).toBeNull();
    expect((await list(own)).results.map(({ id }) => id)).not.toContain(foreign.id);
  });

  it('are theirs by whatever address they wrote from, once these are one person', async () => {
    const [one, other] = [await customerOf(app, 'one@merge.example'), await customerOf(app, 'other@merge.example')];
    const { id } = await asked(other);
    expect((await list(one)).results).toEqual([]);
    const contact = async (address: string) =>
      (await app.api.get<{ results: { id: number }[] }>(`/api/contacts?search=${address}`)).body.results[0]?.id;
    await app.api.post(`/api/contacts/${String(await contact('one@merge.example'))}/merge`, {
      into: await contact('other@merge.example'),
    });
    expect((await list(one)).results.map((ticket) => ticket.id)).toEqual([id]);
    expect((await conversationOf(one, id)).messages[0]?.mine).toBe(true);
  });

  it('are not there for anybody else, nor when they are deleted, by whatever way', async () => {
    const { id } = await asked();
    const ways = (by: ApiClient) => [
      by.get<ProblemBody>(portalPath(id)),
      by.post<ProblemBody>(`${portalPath(id)}/messages`, { text: 'Hello' }),
      by.post<ProblemBody>(`${portalPath(id)}/close`, {}),
    ];
    const expected = [1, 2, 3].map(() => [404, 'ticket_not_found']);
    const codes = async (by: ApiClient) => (await Promise.all(ways(by))).map(({ status, body }) => [status, body.code]);
    expect(await codes(otto)).toEqual(expected);
    expect((await timelineOf(app.api, id)).length).toBe(1);
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    expect(await codes(ruth)).toEqual(expected);
    expect((await list(ruth)).results.map((ticket) => ticket.id)).not.toContain(id);
  });

  it.each(['0', 'x', '99999999999999999999', '1e3'])('have numbers, and %s is none', async (id) => {
    expect((await ruth.get(`/api/portal/tickets/${id}`)).status).toBe(400);
  });

  it.each(['?cursor=x', '?limit=0', '?limit=101', '?search=secret'])('are not listed by %s', async (query) => {
    expect((await ruth.get(`/api/portal/tickets${query}`)).status).toBe(400);
  });
});

describe('a conversation', () => {
  it('tells answers that have left, by the name of who wrote them, and not one that is held or was taken back', async () => {
    const { id } = await asked();
    const held = (await write(app.api, id, { kind: 'reply', text: 'Held', leaves_in_seconds: 60 })).body.number;
    expect(await conversationOf(ruth, id)).toMatchObject({ answered: false, messages: [{ kind: 'description' }] });
    await app.api.post(`${ticketPath(id)}/messages/${String(held)}/send`, {});
    const gone = (await write(app.api, id, { kind: 'reply', text: 'Gone', leaves_in_seconds: 60 })).body.number;
    await app.api.delete(`${ticketPath(id)}/messages/${String(gone)}`);
    const shown = await conversationOf(ruth, id);
    expect(shown.messages[1]).toMatchObject({
      ...{ number: held, kind: 'reply', mine: false, author: 'Test Agent', text: 'Held', html: '<p>Held</p>' },
    });
    expect([shown.messages.length, shown.answered, (await list(ruth)).results[0]?.answered]).toEqual([2, true, true]);
  });

  it('tells of answers to others nothing, but of those to nobody by name', async () => {
    const { id } = await noted();
    const recipients = { to: [{ address: 'supplier@else.example' }] };
    await write(app.api, id, { kind: 'reply', text: 'To the supplier', recipients });
    await write(app.api, id, {
      kind: 'reply',
      text: 'To Ruth',
      recipients: { to: [{ address: 'RUTH@Brandt.example' }] },
    });
    await write(app.api, id, { kind: 'reply', text: 'To nobody', recipients: { to: [], cc: [] } });
    expect((await conversationOf(ruth, id)).messages.map(({ text }) => text)).toEqual([
      'What happened.',
      'To Ruth',
      'To nobody',
    ]);
  });

  it('says who wrote a description down that somebody of the desk did', async () => {
    const { id } = await noted();
    expect(told(await conversationOf(ruth, id))).toEqual([['description', false, 'Test Agent', 'What happened.']]);
  });

  it('goes to each address once, though it stands among those in copy too', async () => {
    const { id } = await noted();
    const recipients = {
      to: [{ address: 'ruth@brandt.example' }],
      cc: [{ address: 'RUTH@brandt.example' }, { address: 'cc@brandt.example' }, { address: 'cc@brandt.example' }],
    };
    const { body } = await write(app.api, id, { kind: 'reply', text: 'Once', recipients });
    expect(body.recipients.map(({ role, address }) => [role, address])).toEqual([
      ['to', 'ruth@brandt.example'],
      ['cc', 'cc@brandt.example'],
    ]);
  });

  it('folds what their first mail quotes, until somebody writes its description anew', async () => {
    const requester = { name: 'Ruth Adler', address: 'ruth@brandt.example' };
    const first = { title: 'Yes', description: 'Yes.\n\n> Six?\n', folded: '> Six?\n', html: '<p>Yes.</p>', requester };
    const id = await app.get(UnitOfWork).run((transaction) => app.get(ConversationOpening).open(transaction, first));
    const shown = async () => (await conversationOf(ruth, id)).messages;
    expect(await shown()).toMatchObject([{ text: 'Yes.\n\n', folded: '> Six?\n', html: '<p>Yes.</p>', mine: true }]);
    await app.api.patch(ticketPath(id), { description: 'Yes.\n\n> Seven?' });
    expect(await shown()).toMatchObject([{ text: 'Yes.\n\n> Seven?', folded: '', html: null }]);
  });

  it('is read from its end, page by page', async () => {
    const { id } = await asked();
    for (const text of ['a', 'b', 'c', 'd']) await write(app.api, id, { kind: 'reply', text });
    const page = async (cursor = '') =>
      (await ruth.get<ConversationBody>(`${portalPath(id)}?limit=2${cursor && `&cursor=${cursor}`}`)).body;
    const texts = ({ messages }: ConversationBody) => messages.map(({ text }) => text);
    const newest = await page();
    const before = await page(newest.next_cursor ?? '');
    const oldest = await page(before.next_cursor ?? '');
    expect([newest, before, oldest].map(texts)).toEqual([['c', 'd'], ['a', 'b'], [QUESTION.description]]);
    expect(oldest.next_cursor).toBeNull();
  });

  it('changes its time by nothing that the customer may not know', async () => {
    const { id } = await asked();
    const times = async () => {
      const { updated_at: one } = await conversationOf(ruth, id);
      const two = (await list(ruth)).results.find((ticket) => ticket.id === id)?.updated_at;
      expect(one).toBe(two);
      return one;
    };
    const before = await times();
    await write(app.api, id, { kind: 'note', text: 'Angry.' });
    await app.api.patch(ticketPath(id), { priority: 'critical', category: 'billing' });
    expect(await times()).toBe(before);
    await write(app.api, id, { kind: 'reply', text: 'Soon.' });
    expect(await times()).not.toBe(before);
  });
});

describe('a customer answers', () => {
  it('and who has the ticket hears of it, which opens again', async () => {
    const { id } = await asked();
    const agent = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-agent'`);
    await app.as('admin').patch(ticketPath(id), { assignee: Number(agent[0]?.id), status: 'resolved' });
    const { status, body } = await answer(id, ruth, { text: '\n It is **not** solved. <b>x</b>  ' });
    expect([status, body]).toMatchObject([
      201,
      { ticket: id, kind: 'incoming', mine: true, author: 'Ruth Adler', html: null },
    ]);
    expect(body.text).toBe(' It is **not** solved. <b>x</b>');
    const entry = (await timelineOf(app.api, id)).find(({ number }) => number === body.number);
    expect(entry).toMatchObject({ kind: 'incoming', via: 'portal', author: { type: 'contact', name: 'Ruth Adler' } });
    expect((await conversationOf(ruth, id)).status).toBe('open');
    const { body: bell } = await app.api.get('/api/notifications');
    expect(JSON.stringify(bell)).toContain(`"kind":"answered"`);
    const events = (await timelineOf(app.api, id)).filter(({ kind }) => kind === 'event').at(-1);
    expect(events).toMatchObject({ via: 'portal', event: { changes: [{ field: 'status', to: 'open' }] } });
  });

  it('to one that was closed for another of theirs: it stands there', async () => {
    const [one, other] = [await asked(), await asked()];
    await app.api.patch(ticketPath(one.id), { duplicate_of: other.id });
    expect((await conversationOf(ruth, one.id)).can_answer).toBe(true);
    const { status, body } = await answer(one.id, ruth, { text: 'Still.' });
    expect([status, body.ticket]).toEqual([201, other.id]);
    expect((await conversationOf(ruth, other.id)).messages.at(-1)).toMatchObject({ text: 'Still.', mine: true });
  });

  it('long after it was closed, and it goes on in another ticket of theirs, files and all', async () => {
    const late = await startReplica(app, { ...WITH_PORTAL, REOPEN_DAYS: '0' });
    const { id } = await asked();
    await ruth.post(`${portalPath(id)}/close`, {});
    const there = new ApiClient(late.url, ruth.headers);
    const file = (await uploadAtPortal(app, ruth)).body.id;
    const { status, body } = await answer(id, there, { text: 'It is back.', attachments: [file] });
    expect([status, body]).toMatchObject([201, { number: 1, kind: 'description', text: 'It is back.', mine: true }]);
    expect(body.ticket).not.toBe(id);
    const next = await conversationOf(ruth, body.ticket);
    expect(next.messages).toMatchObject([{ text: 'It is back.', attachments: [{ id: file }] }]);
    expect((await timelineOf(app.api, body.ticket))[0]).toMatchObject({ kind: 'description', via: 'portal' });
  });

  it('not to one that goes on, long after it was closed, in a ticket of somebody else’s', async () => {
    const late = await startReplica(app, { ...WITH_PORTAL, REOPEN_DAYS: '0' });
    const [{ id }, there] = [await asked(), new ApiClient(late.url, ruth.headers)];
    await app.api.post(`${ticketPath(id)}/followers`, { address: 'late@brandt.example' });
    const copy = await customerOf(app, 'late@brandt.example');
    await ruth.post(`${portalPath(id)}/close`, {});
    expect((await conversationOf(there, id)).can_answer).toBe(true);
    const next = (await answer(id, new ApiClient(late.url, copy.headers), { text: 'Mine.' })).body.ticket;
    expect([(await conversationOf(there, id)).can_answer, (await conversationOf(ruth, id)).can_answer]).toEqual([
      false,
      true,
    ]);
    expect(await answer(id, there, { text: 'And mine.' })).toMatchObject({
      ...{ status: 409, body: { code: 'ticket_elsewhere' } },
    });
    expect((await timelineOf(app.api, next)).map(({ kind }) => kind)).toEqual(['description', 'system']);
    await app.api.post(`${ticketPath(next)}/followers`, { address: 'ruth@brandt.example' });
    expect((await conversationOf(there, id)).can_answer).toBe(true);
  });

  it('not to one that was closed for somebody else’s that was closed long ago, whose title stays theirs', async () => {
    const late = await startReplica(app, { ...WITH_PORTAL, REOPEN_DAYS: '0' });
    const [one, other] = [await asked(), await asked(otto, { ...QUESTION, title: 'Of Otto alone' })];
    await otto.post(`${portalPath(other.id)}/close`, {});
    await app.api.patch(ticketPath(one.id), { duplicate_of: other.id });
    const there = new ApiClient(late.url, ruth.headers);
    expect((await conversationOf(there, one.id)).can_answer).toBe(false);
    expect((await answer(one.id, there, { text: 'Still.' })).status).toBe(409);
    expect(JSON.stringify(await list(ruth))).not.toContain('Of Otto alone');
  });

  it('not to one that was closed for somebody else’s, of which it tells nothing', async () => {
    const [one, other] = [await asked(), await asked(otto)];
    await app.api.patch(ticketPath(one.id), { duplicate_of: other.id });
    const shown = await ruth.get(portalPath(one.id));
    expect(shown.body).toMatchObject({ status: 'closed', can_answer: false });
    const { status, body } = await answer(one.id, ruth, { text: 'Still.' });
    expect([status, body.code]).toEqual([409, 'ticket_elsewhere']);
    expect(JSON.stringify([shown.body, body])).not.toMatch(new RegExp(`\\b${String(other.id)}\\b`));
    expect((await conversationOf(otto, other.id)).messages.length).toBe(1);
  });

  it('and who is in copy reads it, but not what a stranger wrote to the ticket', async () => {
    const { id } = await asked();
    await app.api.post(`${ticketPath(id)}/followers`, { address: 'copy@brandt.example' });
    const copy = await customerOf(app, 'copy@brandt.example', 'Cora Copy');
    await answer(id, copy, { text: 'Me too.' });
    await app.sql(
      `UPDATE messages SET author_contact = (SELECT contact_id FROM contact_addresses WHERE address_key = 'otto@other.example')
      WHERE ticket_id = $1 AND number = $2`,
      [id, (await answer(id, ruth, { text: 'By a stranger.' })).body.number],
    );
    for (const reader of [ruth, copy])
      expect((await conversationOf(reader, id)).messages.map(({ text }) => text)).toEqual([
        QUESTION.description,
        'Me too.',
      ]);
  });

  it.each([
    [{}],
    [{ text: '' }],
    [{ text: ' \n ' }],
    [{ text: 7 }],
    [{ text: 'x'.repeat(20_001) }],
    [{ text: 'x', kind: 'note' }],
    [{ text: 'x', recipients: {} }],
  ])('but not with %j', async (message) => {
    const { id } = await asked();
    expect((await answer(id, ruth, message)).status).toBe(400);
  });

  it('and closes', async () => {
    const { id } = await asked();
    for (const turn of [1, 2])
      expect([turn, (await ruth.post(`${portalPath(id)}/close`, {})).status]).toEqual([turn, 204]);
    expect((await conversationOf(ruth, id)).status).toBe('closed');
    expect((await timelineOf(app.api, id)).at(-1)).toMatchObject({
      via: 'portal',
      author: { type: 'contact', name: 'Ruth Adler' },
      event: { contact: { name: 'Ruth Adler' }, changes: [{ field: 'status', to: 'closed' }] },
    });
  });

  it('but closes nothing that they are only in copy of, which tells them so', async () => {
    const { id, mine } = await asked();
    await app.api.post(`${ticketPath(id)}/followers`, { address: 'copy@brandt.example' });
    const copy = await customerOf(app, 'copy@brandt.example', 'Cora Copy');
    expect([mine, (await conversationOf(copy, id)).mine]).toEqual([true, false]);
    expect((await list(copy)).results.find((ticket) => ticket.id === id)).toMatchObject({ mine: false });
    const { status, body } = await copy.post<ProblemBody>(`${portalPath(id)}/close`, {});
    expect([status, body.code, body.detail]).toEqual([403, 'only_in_copy', expect.stringContaining('in copy')]);
    expect((await conversationOf(ruth, id)).status).toBe('open');
    expect((await answer(id, copy, { text: 'Me too.' })).status).toBe(201);
  });

  it('and reads in the place of what the desk removed for good that it did', async () => {
    const { id } = await asked();
    const { number } = (await answer(id, ruth, { text: 'My card is 4111.' })).body;
    for (const removed of [1, number]) {
      const path = `${ticketPath(id)}/messages/${String(removed)}/redaction`;
      expect((await app.as('admin').post(path, { reason: 'A card number.' })).status).toBe(204);
    }
    const { messages } = await conversationOf(ruth, id);
    expect(messages.map(({ text, html, folded }) => [text, html, folded])).toEqual(
      [1, number].map(() => ['(words removed)', null, '']),
    );
  });

  it('and those who follow the desk are told by whom', async () => {
    const { id } = await asked();
    const stream = await EventStream.open(app.url, cookieOf(app, 'agent'));
    await answer(id, ruth, { text: 'Still there?' });
    await stream.until(() => stream.events.some(({ data }) => (data as { id?: number }).id === id));
    const news = stream.events.find(({ data }) => (data as { id?: number }).id === id);
    expect(news?.data).toMatchObject({ fields: ['messages'], by: null, contact: { name: 'Ruth Adler' } });
    stream.cut();
  });

  it('and is never told in what messages the desk finds their tickets', async () => {
    const { id } = await asked();
    await write(app.api, id, { kind: 'note', text: 'Beware of the zeppelin.' });
    const at = '?search=zeppelin';
    expect(JSON.stringify((await app.api.get(`/api/tickets${at}`)).body)).toContain('found_in');
    expect((await ruth.get(`/api/tickets${at}`)).status).toBe(401);
    for (const path of ['/api/portal/tickets', portalPath(id)]) {
      const { status, body } = await ruth.get(path);
      expect([path, status, /found_in|zeppelin/.test(JSON.stringify(body))]).toEqual([path, 200, false]);
    }
  });

  it('from the portal’s own pages alone', async () => {
    const { id } = await asked();
    const elsewhere = ruth.with({ 'sec-fetch-site': 'same-site' });
    for (const path of ['/api/portal/tickets', `${portalPath(id)}/messages`, `${portalPath(id)}/close`])
      expect(await elsewhere.post(path, { text: 'x' })).toMatchObject({
        status: 403,
        body: { code: 'cross_origin_request' },
      });
  });
});

describe('files', () => {
  const upload = (by: ApiClient) => uploadAtPortal(app, by);
  const read = async (by: ApiClient, id: string) => (await by.get(`/api/portal/attachments/${id}`)).status;

  it('go with a ticket and an answer, and are there for who may read these', async () => {
    const [one, two] = [(await upload(ruth)).body.id, (await upload(ruth)).body.id];
    expect([await read(ruth, one), await read(otto, one)]).toEqual([200, 404]);
    const { id } = await asked(ruth, { ...QUESTION, attachments: [one] });
    await answer(id, ruth, { text: 'One more.', attachments: [two] });
    const { messages } = await conversationOf(ruth, id);
    expect(messages.map(({ attachments }) => attachments.map((file) => file.id))).toEqual([[one], [two]]);
    expect([await read(ruth, one), await read(ruth, two), await read(otto, one)]).toEqual([200, 200, 404]);
    const desk = await app.api.get<string>(`/api/attachments/${one}`);
    expect([desk.status, desk.body]).toEqual([200, 'plain']);
    expect((await ruth.get(`/api/portal/attachments/${one}`)).headers.get('content-disposition')).toMatch(
      /^attachment/,
    );
  });

  it('of somebody else, of the desk, or sent already go with nothing', async () => {
    const ofDesk = (await uploadAtDesk(app, 'x')).body.id;
    const sent = (await upload(ruth)).body.id;
    const { id } = await asked(ruth, { ...QUESTION, attachments: [sent] });
    for (const file of [(await upload(otto)).body.id, ofDesk, sent])
      expect(await answer(id, ruth, { text: 'x', attachments: [file] })).toMatchObject({
        ...{ status: 400, body: { errors: [{ field: 'attachments' }] } },
      });
    expect((await conversationOf(ruth, id)).messages.length).toBe(1);
    expect(await read(ruth, ofDesk)).toBe(404);
  });

  it('come from customers alone, and as forms', async () => {
    expect((await upload(app.anonymous)).status).toBe(401);
    expect((await upload(app.api)).status).toBe(401);
    expect((await ruth.post('/api/portal/attachments', {})).status).toBe(415);
    expect(await read(ruth, randomUUID())).toBe(404);
    expect(await read(ruth, 'x')).toBe(400);
  });

  it('do not come without end', async () => {
    const busy = await customerOf(app, 'files@brandt.example');
    const answers = [];
    for (let turn = 0; turn < 61; turn += 1) answers.push(await upload(busy));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 60 }, () => 201), 429]);
    expect(answers.at(-1)?.body.code).toBe('too_many_requests');
  });
});

describe('a portal that asks for the category', () => {
  it('names those there are, and keeps what was chosen', async () => {
    const asking = await startTestApp({ ...WITH_PORTAL, PORTAL_ASKS_CATEGORY: 'true', SMTP_URL: '', MAIL_FROM: '' });
    const { body } = await asking.anonymous.get('/api/portal');
    expect(body).toMatchObject({ name: 'Halden Support', can_sign_in: false, asks_category: true });
    expect(body).toHaveProperty('categories', expect.arrayContaining([{ key: 'billing', label: 'Billing' }]));
    const customer = await customerOf(asking, 'ruth@brandt.example');
    const { id } = await asked(customer, { ...QUESTION, category: 'billing' });
    expect((await asking.api.get<TicketBody>(ticketPath(id))).body).toMatchObject({
      category: 'billing',
      triage: 'pending',
    });
    expect(await customer.post('/api/portal/tickets', { ...QUESTION, category: 'nowhere' })).toMatchObject({
      status: 400,
    });
    // And one that sends no mails lets nobody in, and says so.
    expect(await asking.anonymous.post('/api/portal/links', { address: 'a@b.example' })).toMatchObject({
      ...{ status: 503, body: { code: 'portal_cannot_sign_in' } },
    });
    expect(await asking.sql('SELECT FROM portal_links')).toEqual([]);
    await asking.close();
  });
});

describe('what is suggested for a ticket', () => {
  const OF_THE_DESK =
    /suggest|confiden|abstain|record|reason|model|source|triage|classif|assistant|(^|_)(ai|llm)(_|$)|^(category|priority)$/i;

  it('is in no answer of the portal, nor in what it promises', async () => {
    const { id } = await asked(ruth, { ...QUESTION, title: 'Charged twice' });
    await app.sql(
      `INSERT INTO suggestions (ticket_id, input_hash, suggested_category, suggested_priority, category_confidence, source, asked,
         latency_ms, shown_as) VALUES ($1, repeat('a', 64), 'billing', 'high', 0.87, 'local', 'local', 1, 'shown')`,
      [id],
    );
    expect((await app.api.get(ticketPath(id))).body).toMatchObject({ suggestion: { suggested_category: 'billing' } });

    const answers = [
      await ruth.get(portalPath(id)),
      await ruth.get('/api/portal/tickets'),
      await ruth.post('/api/portal/tickets', QUESTION),
      await answer(id, ruth, { text: 'Any news?' }),
      await ruth.post(`${portalPath(id)}/close`, {}),
      await ruth.get(portalPath(id)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 201, 201, 204, 200]);
    const given = new Set(answers.flatMap(({ body }) => namesIn(body)));
    expect([...given]).toEqual(expect.arrayContaining(['title', 'messages', 'next_cursor', 'ticket', 'attachments']));
    expect([...given].filter((name) => OF_THE_DESK.test(name))).toEqual([]);

    const promised = await namesPromised();
    expect([...promised]).toEqual(expect.arrayContaining([...given]));
    expect([...promised].filter((name) => OF_THE_DESK.test(name))).toEqual([]);
  });

  /** The names of all fields that the operations of the portal may answer with, as the API's description has them. */
  async function namesPromised(): Promise<Set<string>> {
    const { body } = await app.anonymous.get<Description>('/api/docs-json');
    const names = new Set<string>();
    const seen = new Set<string>();
    const follow = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      const { $ref, properties } = part as { $ref?: string; properties?: object };
      if (typeof $ref === 'string' && !seen.has($ref)) {
        seen.add($ref);
        follow(body.components.schemas[$ref.split('/').at(-1) ?? '']);
      }
      for (const name of Object.keys(properties ?? {})) names.add(name);
      for (const within of Object.values(part)) follow(within);
    };
    for (const [path, operations] of Object.entries(body.paths))
      if (path.startsWith('/api/portal'))
        for (const { responses } of Object.values(operations))
          for (const [status, response] of Object.entries(responses)) if (status.startsWith('2')) follow(response);
    return names;
  }
});

describe('a desk without a portal', () => {
  it('has none of it, whoever asks for whatever', async () => {
    const closed = await startTestApp();
    const customer = await customerOf(closed, 'ruth@brandt.example');
    const operations = Object.entries(
      (await closed.anonymous.get<{ paths: Record<string, object> }>('/api/docs-json')).body.paths,
    )
      .filter(([path]) => path.startsWith('/api/portal'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => [method.toUpperCase(), path.replace('{id}', '1')] as const),
      );
    expect(operations.length).toBe(12);
    for (const by of [closed.anonymous, closed.api, customer])
      for (const [method, path] of operations) {
        const { status, body } = await by.send<ProblemBody>(method, path, method === 'POST' ? {} : undefined, {});
        expect([method, path, status, body.code]).toEqual([method, path, 404, 'portal_closed']);
      }
    await closed.close();
  });
});

/** The names of all fields in an answer, however deep they stand. */
function namesIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const own = Array.isArray(body) ? [] : Object.keys(body);
  return [...own, ...Object.values(body).flatMap(namesIn)];
}
