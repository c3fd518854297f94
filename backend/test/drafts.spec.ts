import type { Answer, ApiClient, ProblemBody } from './support/api-client.ts';
import { ticketPath, timelineOf, write } from './support/conversation.ts';
import { bearer, makeToken } from './support/accounts.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { upload } from './support/uploads.ts';

interface DraftBody {
  kind: string;
  text: string;
  recipients: { to: object[]; cc: object[] };
  attachments: string[];
  sets: object;
  conversation: number;
  updated_at: string;
}

let app: TestApp;
let id: number;
beforeAll(async () => {
  app = await startTestApp({ PROCESS_ROLE: 'api' });
});
beforeEach(async () => {
  ({ id } = await app.api.createTicket());
});
afterAll(() => app.close());

const path = (ticket = id) => `${ticketPath(ticket)}/draft`;
const read = (by = app.api) => by.get<DraftBody>(path());
const keep = (body: object, by: ApiClient = app.api): Promise<Answer<DraftBody & ProblemBody>> => by.put(path(), body);
const whole = {
  ...{ kind: 'reply', text: '  Good morning,\r\n\r\n', conversation: 3 },
  sets: { status: 'resolved', category: 'billing', priority: 'low', assignee: null },
  attachments: ['01997c1e-5b1c-7a60-8f0e-6f3b1c2d4e5f'],
  recipients: { to: [{ name: 'Ada', address: 'ada@example.com' }], cc: [{ name: '', address: 'bob@example.com' }] },
};

describe('a draft', () => {
  it('is kept to the letter, one for each person and ticket', async () => {
    expect(await read()).toMatchObject({ status: 204, body: '' });
    const kept = await keep(whole);
    expect(kept).toMatchObject({ status: 200, body: { ...whole, updated_at: expect.any(String) } });
    expect((await read()).body).toEqual(kept.body);
    await keep({ kind: 'note', text: 'Theirs' }, app.as('admin'));
    expect((await read()).body.text).toBe(whole.text);
    await keep({ kind: 'note', text: '' });
    expect((await read()).body).toMatchObject({
      ...{ kind: 'note', text: '', attachments: [], sets: {}, conversation: 1, recipients: null },
    });
    expect((await app.api.delete(path())).status).toBe(204);
    expect([(await read()).status, (await app.api.delete(path())).status]).toEqual([204, 204]);
    expect((await read(app.as('admin'))).body.text).toBe('Theirs');
  });

  it('says that it goes to nobody, or nothing of that', async () => {
    await keep({ ...whole, recipients: { to: [], cc: [] } });
    expect((await read()).body.recipients).toEqual({ to: [], cc: [] });
    await keep({ kind: 'reply', text: 'a' });
    expect((await read()).body.recipients).toBeNull();
  });

  it('takes the place of the one that was read, and of no other one', async () => {
    const version = async () => (await read()).headers.get('etag') ?? '';
    const over = (tag: string, text: string) => keep({ kind: 'reply', text }, app.api.with({ 'if-match': tag }));
    const none = await version();
    expect(none).toBe('"0"');
    const first = await over(none, 'First');
    expect([first.status, first.headers.get('etag')]).toEqual([200, await version()]);
    expect(await over(none, 'By another tab')).toMatchObject({ status: 412, body: { code: 'stale_version' } });
    const tag = await version();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => over(tag, `Second ${String(n)}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
    expect((await read()).body.text).toBe(answers.find(({ status }) => status === 200)?.body.text);
    const last = await version();
    await app.api.delete(path());
    expect((await over(last, 'Written since')).status).toBe(412);
    expect((await over('"0"', 'Written since')).status).toBe(200);
    for (const tag of [last, '"99999999999999999999"', 'W/"0"', '"a"'])
      expect((await over(tag, 'Not over it')).status).toBe(412);
    expect((await keep({ kind: 'reply', text: 'Whatever is there' })).status).toBe(200);
  });

  it('stays whatever others do with the ticket, also when it is deleted and comes back', async () => {
    await keep(whole);
    await write(app.as('admin'), id, { kind: 'reply', text: 'Quicker' });
    await app.api.patch(ticketPath(id), { title: 'Another' });
    expect((await read()).body).toMatchObject(whole);
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    for (const answer of [await read(), await keep(whole), await app.api.delete<ProblemBody>(path())])
      expect(answer).toMatchObject({ status: 404, body: { code: 'ticket_not_found' } });
    expect(await app.sql('SELECT text FROM drafts WHERE ticket_id = $1', [id])).toEqual([{ text: whole.text }]);
  });

  it('is forgotten with the message that was made of it, and comes again when that is taken back', async () => {
    await keep(whole);
    for (const beside of [
      { kind: 'note', text: 'Good morning,' },
      { kind: 'reply', text: 'Something else' },
    ]) {
      await write(app.api, id, beside);
      expect((await read()).body.text).toBe(whole.text);
    }
    const { recipients } = whole;
    await write(app.api, id, { kind: 'reply', text: 'Good morning,', recipients, leaves_in_seconds: 60 });
    expect((await read()).status).toBe(204);
    await app.api.delete(`${ticketPath(id)}/messages/4`);
    expect((await read()).body).toMatchObject({ kind: 'reply', text: 'Good morning,', recipients, conversation: 4 });
  });

  it('that was begun meanwhile has an answer that is taken back before it, and a note stays a note', async () => {
    const { recipients, attachments } = whole;
    await write(app.api, id, { kind: 'reply', text: 'First', recipients, leaves_in_seconds: 60 });
    await keep({ kind: 'note', text: 'Second', attachments });
    await app.api.delete(`${ticketPath(id)}/messages/2`);
    expect((await read()).body).toMatchObject({
      ...{ kind: 'note', text: 'First\n\nSecond', recipients, attachments, conversation: 1 },
    });
  });

  it('has what the ticket was to get by an answer that is taken back, and what was begun says otherwise', async () => {
    const more = { leaves_in_seconds: 60, status: 'closed', priority: 'high' };
    await write(app.api, id, { kind: 'reply', text: 'First', ...more });
    await keep({ kind: 'reply', text: 'Second', sets: { priority: 'low', assignee: null } });
    await app.api.delete(`${ticketPath(id)}/messages/2`);
    expect((await read()).body.sets).toEqual({ status: 'closed', priority: 'low', assignee: null });
  });

  it.each([
    [{ sets: null }, 'sets'],
    [{ sets: [] }, 'sets'],
    [{ sets: { status: 'done' } }, 'sets.status'],
    [{ sets: { title: 'x' } }, 'sets.title'],
  ])('is not kept with %j', async (more, field) => {
    const { status, body } = await keep({ kind: 'reply', text: 'x', ...more });
    expect([status, body.errors?.map((error) => error.field)]).toEqual([400, [field]]);
  });

  it('without a word is nothing beside an answer that is taken back', async () => {
    await write(app.api, id, { kind: 'reply', text: 'First', leaves_in_seconds: 60 });
    await keep({ kind: 'note', text: ' \n' });
    await app.api.delete(`${ticketPath(id)}/messages/2`);
    expect((await read()).body).toMatchObject({ kind: 'reply', text: 'First' });
  });

  it.each([
    ['text', { text: 'x'.repeat(19_994) }],
    ['files', { text: '', attachments: Array(20).fill(whole.attachments[0]) }],
  ])('with too much %s for both lets no answer be taken back', async (_, full) => {
    const file = (await upload(app, 'x', 'x.txt')).body.id;
    await write(app.api, id, { kind: 'reply', text: 'First', attachments: [file], leaves_in_seconds: 60 });
    await keep({ kind: 'note', ...full });
    const back = await app.api.delete<ProblemBody>(`${ticketPath(id)}/messages/2`);
    expect(back).toMatchObject({ status: 409, body: { code: 'draft_full' } });
    expect((await read()).body).toMatchObject(full);
    expect((await timelineOf(app.api, id)).at(-1)).toMatchObject({ text: 'First', delivery: { state: 'held' } });
  });

  it('is nothing to the programs that write for its owner', async () => {
    const { secret } = await makeToken(app.api, ['tickets:read', 'tickets:write']);
    await keep(whole);
    await write(bearer(app, secret), id, { kind: 'reply', text: 'By a program' });
    expect((await read()).body.text).toBe(whole.text);
  });

  it.each([
    ['no kind', { text: 'a' }, 'kind'],
    ['no text', { kind: 'reply' }, 'text'],
    ['a text that is none', { kind: 'reply', text: 1 }, 'text'],
    ['a text that is too long', { kind: 'reply', text: 'x'.repeat(20_001) }, 'text'],
    ['a text with a zero', { kind: 'reply', text: '\0' }, 'text'],
    ['files that are none', { kind: 'reply', text: '', attachments: ['a'] }, 'attachments'],
    [
      'files without end',
      { kind: 'reply', text: '', attachments: Array(21).fill(whole.attachments[0]) },
      'attachments',
    ],
    ['a conversation that is none', { kind: 'reply', text: '', conversation: 0 }, 'conversation'],
    ['recipients that are none', { kind: 'reply', text: '', recipients: [] }, 'recipients'],
  ])('is refused with %s', async (_, body, field) => {
    const answer = await keep(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(answer.body.errors?.map((error) => error.field)).toContain(field);
  });

  it('of many at the same moment is one of them, whole', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => keep({ kind: 'note', text: `Draft ${String(n)}`, conversation: n + 1 })),
    );
    const { body } = await read();
    expect(body.text).toBe(`Draft ${String(body.conversation - 1)}`);
  });
});
