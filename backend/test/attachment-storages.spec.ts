import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { AttachmentHousekeeping } from '../src/attachments/attachment-housekeeping.service.ts';
import { ticketPath, write } from './support/conversation.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';
import { download, upload, uploadStream } from './support/uploads.ts';

const MEBIBYTE = 1024 * 1024;
/** What s3rver knows; it checks signatures by it. */
const KEYS = { S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' };

let folder: string;
let s3: S3rver;
let app: TestApp;
const settings: Record<string, Record<string, string>> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  s3 = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true },
    ...{ directory: join(folder, 's3'), configureBuckets: [{ name: 'desk', configs: [] }] },
  });
  const { port } = await s3.run();
  settings['folder'] = { ATTACHMENT_STORAGE: 'folder', ATTACHMENT_FOLDER: join(folder, 'files') };
  settings['s3'] = {
    ...{ ATTACHMENT_STORAGE: 's3', S3_ENDPOINT: `http://127.0.0.1:${String(port)}`, S3_BUCKET: 'desk' },
    ...KEYS,
  };
  app = await startTestApp({});
});
afterAll(async () => {
  await app.close();
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const running: TestApp[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((desk) => desk.close()));
  await app.sql('DELETE FROM attachments');
});

async function start(variables: Record<string, string>): Promise<TestApp> {
  const desk = await startReplica(app, variables);
  running.push(desk);
  return desk;
}

const started = (kind: string, more = {}) => start({ ...settings[kind], ...more });
/** The files in which a storage keeps contents. Parts of uploads that were given up stay with s3rver, which cannot remove them. */
const files = async (kind: string) => {
  const kept = join(folder, kind === 's3' ? 's3/desk/attachments' : 'files');
  const entries = await readdir(kept, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};
/** What is kept there, without what a storage writes of it beside it. */
const contents = async (kind: string) => {
  const kept = join(folder, kind === 's3' ? 's3/desk/attachments' : 'files');
  const entries = await readdir(kept, { recursive: true, withFileTypes: true }).catch(() => []);
  const all = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8'));
  return (await Promise.all(all)).filter((text) => /^(?:redacted|erased)/.test(text));
};

describe.each(['folder', 's3'])('attachments in a storage of their own: %s', (kind) => {
  it('come back as they were sent, in parts too, and go for good', async () => {
    const desk = await started(kind);
    const content = randomBytes(MEBIBYTE);
    const { status, body } = await upload(desk, content, 'счёт.bin');
    expect([status, body.size]).toEqual([201, MEBIBYTE]);
    expect((await download(desk, body.id)).content.equals(content)).toBe(true);
    const part = await download(desk, body.id, { range: 'bytes=1000-1999' });
    expect([part.status, part.content.equals(content.subarray(1000, 2000))]).toEqual([206, true]);
    expect(await app.sql('SELECT position FROM attachment_chunks')).toEqual([]);
    expect((await files(kind)).length).toBeGreaterThan(0);
    expect((await desk.as('agent').delete(`/api/attachments/${body.id}`)).status).toBe(204);
    expect(await files(kind)).toEqual([]);
  });

  it('may be larger than what is sent at a time, and of unknown length', async () => {
    const desk = await started(kind);
    const pieces = Array.from({ length: 12 }, () => randomBytes(MEBIBYTE + 7));
    const { body } = await uploadStream(desk.url, cookieOf(desk, 'agent'), toStream(pieces));
    expect(body.size).toBe(12 * (MEBIBYTE + 7));
    expect((await download(desk, body.id)).content.equals(Buffer.concat(pieces))).toBe(true);
    await desk.as('agent').delete(`/api/attachments/${body.id}`);
  });

  it('may be empty', async () => {
    const desk = await started(kind);
    const { status, body } = await upload(desk, '', 'empty');
    expect([status, (await download(desk, body.id)).content.length]).toEqual([201, 0]);
    await desk.as('agent').delete(`/api/attachments/${body.id}`);
  });

  it('leave nothing behind when they are too large', async () => {
    const desk = await started(kind, { ATTACHMENT_MAX_MB: '7' });
    const { status } = await uploadStream(
      desk.url,
      cookieOf(desk, 'agent'),
      toStream(Array.from({ length: 9 }, () => randomBytes(MEBIBYTE))),
    );
    expect([status, await files(kind), await app.sql('SELECT id FROM attachments')]).toEqual([413, [], []]);
  });

  it('are gone to the byte when the words of their message are removed, or who sent them is erased', async () => {
    const desk = await started(kind);
    const { body: person } = await desk.api.post<{ id: number }>('/api/contacts', {
      name: 'Ann',
      addresses: ['ann@example.org'],
    });
    const { id } = await desk.api.createTicket({ requester: { id: person.id } } as never);
    const told = [`redacted ${kind}`, `erased ${kind}`];
    for (const content of told) {
      const { body } = await upload(desk, content);
      await write(desk.api, id, { kind: 'reply', text: 'See the file.', attachments: [body.id] });
    }
    expect(await contents(kind)).toEqual(expect.arrayContaining(told));
    await desk.as('admin').post(`${ticketPath(id)}/messages/2/redaction`, { reason: 'It held a number.' });
    await desk.get(AttachmentHousekeeping).tidy(new AbortController().signal);
    expect(await contents(kind)).toEqual([told[1]]);
    await desk.as('admin').post(`/api/contacts/${String(person.id)}/erasure`, { reason: 'They asked for it.' });
    await until(async () => {
      const { body } = await desk
        .as('admin')
        .get<{ erasure: { step: string } }>(`/api/contacts/${String(person.id)}/erasure`);
      return body.erasure.step === 'done';
    });
    await desk.get(AttachmentHousekeeping).tidy(new AbortController().signal);
    expect([await contents(kind), await app.sql('SELECT id FROM attachments')]).toEqual([[], []]);
  });

  it('of a canned answer are copied where they are kept, from another storage too', async () => {
    const desk = await started(kind);
    const content = randomBytes(6 * MEBIBYTE);
    const texts = [(await upload(desk, content, 'счёт.bin')).body.id, (await upload(desk, '', 'empty')).body.id];
    const written = { name: 'Files', text: 'Here.', attachments: texts };
    const { body: answer } = await desk.api.post<{ id: number }>('/api/canned-answers', written);
    const copies = `/api/canned-answers/${String(answer.id)}/copies`;
    const moved = await start({ ...settings[kind], ATTACHMENT_STORAGE: 'database' });
    for (const there of [desk, moved]) {
      const { status, body } = await there.api.post<{ results: { id: string }[] }>(copies, undefined);
      expect([status, body.results.length]).toEqual([201, 2]);
      const [whole, empty] = body.results.map(({ id }) => id);
      expect((await download(there, String(whole))).content.equals(content)).toBe(true);
      expect((await download(there, String(empty))).content).toHaveLength(0);
      const rows = await app.sql('SELECT storage FROM attachments WHERE id = $1', [whole]);
      expect(rows).toEqual([{ storage: there === desk ? kind : 'database' }]);
    }
    // The copies do not depend on what they were copied from.
    await app.sql('DELETE FROM canned_answers');
    await desk.get(AttachmentHousekeeping).tidy(new AbortController().signal);
    const left = await app.sql<{ id: string; size: string }>('SELECT id, size FROM attachments WHERE size > 0');
    expect(left).toHaveLength(2);
    for (const { id } of left) expect((await download(desk, id)).content.equals(content)).toBe(true);
    for (const { id } of left) await desk.as('agent').delete(`/api/attachments/${id}`);
    expect((await contents(kind)).length).toBe(0);
  });

  it('are read where they are when the desk keeps new ones elsewhere', async () => {
    const desk = await started(kind);
    const { body } = await upload(desk, 'before');
    const moved = await start({ ...settings[kind], ATTACHMENT_STORAGE: 'database' });
    expect((await download(moved, body.id)).content.toString()).toBe('before');
    const forgetful = app;
    expect((await download(forgetful, body.id)).status).toBe(503);
    await desk.as('agent').delete(`/api/attachments/${body.id}`);
  });
});

describe('a storage that is away', () => {
  it('is told, and what could not be removed is removed when it is back', async () => {
    const desk = await started('s3');
    const wrong = await started('s3', { S3_SECRET_ACCESS_KEY: 'wrong' });
    const refused = await upload(wrong, 'text');
    expect([refused.status, refused.body.code]).toEqual([503, 'attachment_storage_unavailable']);
    expect(JSON.stringify(refused.body)).not.toMatch(/S3RVER|signature/i);
    expect(await app.sql('SELECT removing_at IS NOT NULL AS going FROM attachments')).toEqual([{ going: true }]);
    await desk.get(AttachmentHousekeeping).tidy(new AbortController().signal);
    expect(await app.sql('SELECT id FROM attachments')).toEqual([]);
  });

  it('is told when a folder cannot be written', async () => {
    const desk = await started('folder', { ATTACHMENT_FOLDER: '/dev/null/folder' });
    expect((await upload(desk, 'text')).body.code).toBe('attachment_storage_unavailable');
  });
});

async function* toStream(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}
