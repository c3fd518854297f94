import { randomUUID } from 'node:crypto';
import { AttachmentHousekeeping } from '../src/attachments/attachment-housekeeping.service.ts';
import { bearer, makeToken } from './support/accounts.ts';
import type { Answer, ProblemBody } from './support/api-client.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import type { TestRole } from './support/test-people.ts';
import { type AttachmentBody, download, upload } from './support/uploads.ts';

interface EntryBody extends ProblemBody {
  readonly number: number;
  readonly kind: string;
  readonly attachments: readonly AttachmentBody[];
}

let app: TestApp;
let ticket: number;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  ({ id: ticket } = await app.api.createTicket());
});
afterAll(() => app.close());

const write = (attachments: unknown, more = {}, role: TestRole = 'agent'): Promise<Answer<EntryBody>> =>
  app.as(role).post(`/api/tickets/${String(ticket)}/messages`, { kind: 'reply', text: 'Here.', attachments, ...more });
const timeline = async () =>
  (await app.api.get<{ results: EntryBody[] }>(`/api/tickets/${String(ticket)}/timeline`)).body.results;
const uploaded = async (name: string) => (await upload(app, `content of ${name}`, name)).body;

describe('a message with attachments', () => {
  it('has them in the order in which they were named, in its answer and in the timeline', async () => {
    const files = [await uploaded('b.txt'), await uploaded('a.txt'), await uploaded('c.txt')];
    const note = await uploaded('note.txt');
    const { status, body } = await write(files.map(({ id }) => id));
    await write([note.id], { kind: 'note' });
    expect([status, body.attachments]).toEqual([201, files]);
    expect((await timeline()).map(({ kind, attachments }) => [kind, attachments])).toEqual([
      ['description', []],
      ['reply', files],
      ['note', [note]],
    ]);
  });

  it('lets everybody read them who reads the ticket, while it is not deleted', async () => {
    const { id } = await uploaded('for all.txt');
    expect((await download(app, id, {}, 'admin')).status).toBe(404);
    await write([id]);
    expect((await download(app, id, {}, 'admin')).content.toString()).toBe('content of for all.txt');
    expect((await app.api.delete(`/api/attachments/${id}`)).status).toBe(404);
    await app.as('admin').delete(`/api/admin/tickets/${String(ticket)}`);
    expect((await download(app, id)).status).toBe(404);
  });

  it.each([
    ['somebody else’s', async () => (await upload(app, 'x', 'x', 'admin')).body.id],
    ['one that is not there', () => Promise.resolve(randomUUID())],
    [
      'one that was sent',
      async () => {
        const { id } = await uploaded('sent.txt');
        await write([id]);
        return id;
      },
    ],
  ])('is not written with %s, nor is anything attached', async (_, made) => {
    const id = await made();
    const before = (await timeline()).length;
    const own = await uploaded('own.txt');
    const { status, body } = await write([own.id, id]);
    expect([status, body.errors?.map(({ field, code }) => [field, code])]).toEqual([
      400,
      [['attachments', 'unknown_value']],
    ]);
    expect((await timeline()).length).toBe(before);
    expect((await write([own.id])).status).toBe(201);
  });

  it.each([
    ['no list', 'x', 'not_a_list'],
    ['no ids', ['x'], 'not_a_uuid'],
    ['more than twenty', Array.from({ length: 21 }, () => randomUUID()), 'too_many'],
    ['one twice', Array<string>(2).fill(randomUUID()), 'repeated'],
  ])('is refused with %s', async (_, attachments, error) => {
    const { status, body } = await write(attachments);
    expect([status, body.errors?.map(({ field, code }) => [field, code])]).toEqual([400, [['attachments', error]]]);
  });

  it('gives them back to the draft of who takes it back, and to nobody else', async () => {
    const files = [await uploaded('b.txt'), await uploaded('a.txt')];
    const { body } = await write(
      files.map(({ id }) => id),
      { leaves_in_seconds: 60 },
    );
    await app.api.delete(`/api/tickets/${String(ticket)}/messages/${String(body.number)}`);
    expect((await timeline()).flatMap(({ attachments }) => attachments)).toEqual([]);
    expect((await download(app, files[0]?.id ?? '', {}, 'admin')).status).toBe(404);
    const draft = (await app.api.get<{ files: AttachmentBody[] }>(`/api/tickets/${String(ticket)}/draft`)).body;
    expect(draft.files).toEqual(files);
    await app.sql(`UPDATE attachments SET created_at = now() - interval '40 days'`);
    await app.get(AttachmentHousekeeping).tidy(new AbortController().signal);
    expect((await write(files.map(({ id }) => id))).status).toBe(201);
  });

  it('waits for a draft that names it, in whatever letters', async () => {
    const { id } = await uploaded('draft.txt');
    const draft = { kind: 'reply', text: '', attachments: [id.toUpperCase()] };
    await app.api.put(`/api/tickets/${String(ticket)}/draft`, draft);
    await app.sql(`UPDATE attachments SET created_at = now() - interval '40 days'`);
    await app.get(AttachmentHousekeeping).tidy(new AbortController().signal);
    expect((await download(app, id)).status).toBe(200);
  });

  it('takes them along for good when a program takes it back', async () => {
    const { id } = await uploaded('secret.txt');
    const token = bearer(app, (await makeToken(app.api, ['tickets:read', 'tickets:write'])).secret);
    const { body } = await write([id], { leaves_in_seconds: 60 });
    await token.delete(`/api/tickets/${String(ticket)}/messages/${String(body.number)}`);
    expect((await download(app, id)).status).toBe(404);
    expect((await write([id])).status).toBe(400);
    await app.get(AttachmentHousekeeping).tidy(new AbortController().signal);
    expect(await app.sql('SELECT id FROM attachments WHERE id = $1', [id])).toEqual([]);
  });

  it('of two who send the same file at the same moment only one does', async () => {
    const { id } = await uploaded('once.txt');
    const answers = await Promise.all([write([id]), write([id])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
  });
});
