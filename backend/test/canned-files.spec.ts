import { randomBytes, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { AttachmentContents } from '../src/attachments/attachment-contents.service.ts';
import { AttachmentHousekeeping } from '../src/attachments/attachment-housekeeping.service.ts';
import { CannedHousekeeping } from '../src/canned/canned-housekeeping.service.ts';
import { bearer, makeToken } from './support/accounts.ts';
import type { ApiClient, ProblemBody } from './support/api-client.ts';
import { problem } from './support/problem.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import type { TestRole } from './support/test-people.ts';
import { type AttachmentBody, download, upload } from './support/uploads.ts';

interface CannedBody extends ProblemBody {
  readonly id: number;
  readonly version: number;
  readonly attachments: readonly AttachmentBody[];
}

const PATH = '/api/canned-answers';

let app: TestApp;
/** An admin, who may write what the team has. */
let desk: ApiClient;
beforeAll(async () => {
  app = await startTestApp({ PROCESS_ROLE: 'api', ATTACHMENT_MAX_MB: '2' });
  desk = app.as('admin');
});
afterEach(async () => {
  await app.sql('DELETE FROM canned_answers');
  await app.sql('DELETE FROM attachments');
});
afterAll(() => app.close());

const at = ({ id }: Pick<CannedBody, 'id'>) => `${PATH}/${String(id)}`;
const ids = (files: readonly AttachmentBody[]) => files.map(({ id }) => id);
const file = async (name: string, role: TestRole = 'admin', content = `content of ${name}`) =>
  (await upload(app, content, name, role)).body;
const create = (files: readonly AttachmentBody[], more: object = {}, by = desk) =>
  by.post<CannedBody>(PATH, { name: 'Terms', text: 'Here.', team: true, attachments: ids(files), ...more });
const made = async (files: readonly AttachmentBody[], more: object = {}, by = desk) => {
  const { status, body } = await create(files, more, by);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
};
const copy = (answer: Pick<CannedBody, 'id'>, by: ApiClient = app.api) =>
  by.post<{ results: AttachmentBody[] } & ProblemBody>(`${at(answer)}/copies`, undefined);
const tidy = async (of = app) => {
  await of.get(CannedHousekeeping).tidy();
  await of.get(AttachmentHousekeeping).tidy(new AbortController().signal);
};
const left = async () =>
  (await app.sql<{ name: string }>('SELECT name FROM attachments ORDER BY name, id')).map(({ name }) => name);
const age = () => app.sql(`UPDATE attachments SET created_at = now() - interval '25 hours'`);

describe('a canned answer with files', () => {
  it('has those that its writer has uploaded, in their order, for all who see it', async () => {
    const [b, a] = [await file('b.txt'), await file('a.txt')];
    const answer = await made([b, a]);
    expect(answer.attachments).toEqual([b, a]);
    expect((await app.api.get(at(answer))).body).toEqual(answer);
    expect((await app.api.get<{ results: CannedBody[] }>(PATH)).body.results).toEqual([answer]);
    expect((await download(app, b.id)).content.toString()).toBe('content of b.txt');
  });

  it('of somebody is nobody else’s to read or to copy, until it is the team’s', async () => {
    const own = await file('own.txt', 'agent');
    const answer = await made([own], { team: false }, app.api);
    expect((await download(app, own.id, {}, 'admin')).status).toBe(404);
    expect(problem(await copy(answer, desk))).toBe('404 canned_answer_not_found');
    const mine = await file('mine.txt');
    const team = await made([mine], { team: false });
    expect((await download(app, mine.id)).status).toBe(404);
    await desk.patch(at(team), { team: true });
    expect((await download(app, mine.id)).status).toBe(200);
  });

  it('has no file that is somebody else’s, is not there, or was sent or given already', async () => {
    const given = await file('given.txt');
    await made([given]);
    for (const one of [await file('theirs.txt', 'agent'), given, { ...given, id: randomUUID() }]) {
      const refused = await create([one]);
      expect(problem(refused)).toBe('400 validation_failed attachments unknown_value');
    }
    expect((await app.api.get<{ results: CannedBody[] }>(PATH)).body.results).toHaveLength(1);
    // Nor does a message take one, or its writer remove it.
    const { id } = await desk.createTicket();
    const message = { kind: 'reply', text: 'Here.', attachments: [given.id] };
    expect(problem(await desk.post<ProblemBody>(`/api/tickets/${String(id)}/messages`, message))).toBe(
      '400 validation_failed attachments unknown_value',
    );
    expect((await desk.delete(`/api/attachments/${given.id}`)).status).toBe(404);
  });

  it('keeps those that are named, in a new order, and lets go of the others', async () => {
    const files = [await file('1'), await file('2'), await file('3')] as const;
    const answer = await made(files);
    const fourth = await file('4');
    const wanted = [files[2], fourth, files[0]];
    const { body } = await desk.patch<CannedBody>(at(answer), {
      attachments: ids(wanted).map((id) => id.toUpperCase()),
    });
    expect([body.attachments, body.version]).toEqual([wanted, 2]);
    expect((await download(app, files[1].id)).status).toBe(404);
    await tidy();
    expect(await left()).toEqual(['1', '3', '4']);
    // Other changes leave them alone.
    expect((await desk.patch<CannedBody>(at(answer), { name: 'New' })).body.attachments).toEqual(wanted);
    expect((await desk.patch<CannedBody>(at(answer), { attachments: [] })).body.attachments).toEqual([]);
  });

  it('of the team gets files by admins alone', async () => {
    const answer = await made([]);
    const mine = await file('mine.txt', 'agent');
    expect(problem(await app.api.patch<ProblemBody>(at(answer), { attachments: [mine.id] }))).toBe('403 forbidden');
    const few = await makeToken(desk, ['tickets:read', 'tickets:write']);
    const refused = await bearer(app, few.secret).patch<ProblemBody>(at(answer), { attachments: [] });
    expect(problem(refused)).toBe('403 forbidden');
  });

  it('keeps them however old they are, also from processes that know nothing of them', async () => {
    const kept = await file('kept');
    await made([kept]);
    await age();
    await tidy();
    // As the version before would remove one.
    await app.sql('UPDATE attachments SET removing_at = now() WHERE id = $1 AND ticket_id IS NULL', [kept.id]);
    await tidy();
    expect((await download(app, kept.id)).content.toString()).toBe('content of kept');
  });

  it('that is deleted keeps them while it can be brought back, and not for longer', async () => {
    const kept = await file('kept');
    const answer = await made([kept]);
    await age();
    await desk.delete(at(answer));
    expect((await download(app, kept.id, {}, 'admin')).status).toBe(404);
    expect(problem(await copy(answer))).toBe('404 canned_answer_not_found');
    await tidy();
    const back = await desk.post<CannedBody>(`${at(answer)}/restore`, undefined);
    expect(back.body.attachments).toEqual([kept]);
    expect((await download(app, kept.id)).content.toString()).toBe('content of kept');

    await desk.delete(at(answer));
    await app.sql(`UPDATE canned_answers SET deleted_at = now() - interval '25 hours'`);
    await tidy();
    expect(await left()).toEqual([]);
    expect(await app.sql('SELECT FROM attachment_chunks')).toEqual([]);
    expect(problem(await desk.post<ProblemBody>(`${at(answer)}/restore`, undefined))).toBe(
      '404 canned_answer_not_found',
    );
  });

  it('goes out with their names and comes in without them, which is told', async () => {
    await made([await file('b.pdf'), await file('a.pdf')]);
    const { body } = await desk.get<{ answers: { files?: string[] }[] }>(`${PATH}/export`);
    expect(body.answers).toEqual([expect.objectContaining({ name: 'Terms', files: ['b.pdf', 'a.pdf'] })]);
    expect((await desk.post(`${PATH}/import`, body)).body).toEqual({ added: 0, known: 1, without_files: [] });
    await app.sql('DELETE FROM canned_answers');
    expect((await desk.post(`${PATH}/import`, body)).body).toEqual({
      ...{ added: 1, known: 0 },
      without_files: [{ name: 'Terms', files: ['b.pdf', 'a.pdf'] }],
    });
  });
});

describe('a copy of the files of a canned answer', () => {
  it('is who asked for it to send, and the answer keeps its own', async () => {
    const content = randomBytes(600_000);
    const noise = (await upload(app, content, 'шум.bin', 'admin')).body;
    const empty = (await upload(app, '', 'empty.txt', 'admin')).body;
    const answer = await made([noise, empty]);
    const { status, body } = await copy(answer);
    expect(status).toBe(201);
    expect(body.results).toEqual([noise, empty].map((one) => ({ ...one, id: expect.any(String) })));
    expect(ids(body.results)).not.toEqual(ids([noise, empty]));
    const [first] = body.results;
    if (!first) throw new Error('There is no copy');
    expect((await download(app, first.id, {}, 'admin')).status).toBe(404);

    const { id } = await app.api.createTicket();
    const draft = { kind: 'reply', text: '', attachments: ids(body.results) };
    const kept = await app.api.put<{ files: AttachmentBody[] }>(`/api/tickets/${String(id)}/draft`, draft);
    expect(kept.body.files).toEqual(body.results);
    const message = { kind: 'reply', text: 'Here.', attachments: ids(body.results) };
    const sent = await app.api.post<CannedBody>(`/api/tickets/${String(id)}/messages`, message);
    expect(sent.body.attachments).toEqual(body.results);
    await desk.delete(at(answer));
    await app.sql(`UPDATE canned_answers SET deleted_at = now() - interval '25 hours'`);
    await tidy();
    const { content: got, headers } = await download(app, first.id, {}, 'admin');
    expect([got.equals(content), headers.get('etag')]).toEqual([true, expect.any(String)]);
  });

  it('is each one’s own when two use it at once', async () => {
    const answer = await made([await file('one'), await file('two')]);
    const both = await Promise.all([copy(answer), copy(answer, desk), copy(answer)]);
    const all = both.flatMap(({ body }) => body.results);
    expect(new Set(ids(all)).size).toBe(6);
    for (const [of, role] of [
      [both[0], 'agent'],
      [both[1], 'admin'],
    ] as const)
      for (const { id, name } of of.body.results)
        expect((await download(app, id, {}, role)).content.toString()).toBe(`content of ${name}`);
  });

  it('that nobody sends goes after a day', async () => {
    const answer = await made([await file('kept')]);
    await copy(answer);
    expect(await left()).toEqual(['kept', 'kept']);
    await age();
    await tidy();
    expect(await left()).toEqual(['kept']);
    expect((await copy(answer)).status).toBe(201);
  });

  it('needs its room within the quota; of what does not fit nothing is left', async () => {
    await app.get(AttachmentHousekeeping).tidy(new AbortController().signal);
    const replica = await startReplica(app, { ATTACHMENT_QUOTA_MB: '3', ATTACHMENT_MAX_MB: '2', PROCESS_ROLE: 'api' });
    const big = () => upload(app, randomBytes(600_000), 'big', 'admin');
    const answer = await made([(await big()).body, (await big()).body]);
    expect((await copy(answer, replica.api)).status).toBe(201);
    expect(problem(await copy(answer, replica.api))).toBe('507 attachment_quota_reached');
    expect(await left()).toHaveLength(4);
    await replica.close();
  });

  it('is refused for one that goes meanwhile', async () => {
    const one = await file('one');
    const answer = await made([one]);
    // While it is copied it is taken out and about to be removed.
    const contents = app.get(AttachmentContents);
    const whole = contents.copy.bind(contents);
    const spy = jest.spyOn(contents, 'copy').mockImplementation(async (from, to) => {
      await whole(from, to);
      await desk.patch(at(answer), { attachments: [] });
      await app.sql('UPDATE attachments SET removing_at = now() WHERE id = $1', [one.id]);
    });
    const refused = await copy(answer);
    spy.mockRestore();
    expect(problem(refused)).toBe('404 attachment_not_found');
    await tidy();
    expect(await left()).toEqual([]);
  });
});

describe('a file for a canned answer', () => {
  it('is bounded in size as any other', async () => {
    const { status, body } = await upload(app, randomBytes(2 * 1024 * 1024 + 1), 'big.bin', 'admin');
    expect([status, body.code]).toEqual([413, 'attachment_too_large']);
  });
});
