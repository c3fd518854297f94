import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { AttachmentHolders } from '../src/attachments/attachment-holders.ts';
import { AttachmentHousekeeping } from '../src/attachments/attachment-housekeeping.service.ts';
import type { ProblemBody } from './support/api-client.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';
import { download, sendForm, upload, uploadStream } from './support/uploads.ts';

const MEBIBYTE = 1024 * 1024;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ ATTACHMENT_MAX_MB: '2' });
});
afterEach(() => app.sql('DELETE FROM attachments'));
afterAll(() => app.close());

const problemOf = (content: Buffer) => JSON.parse(content.toString()) as ProblemBody;

const picture = (width = 1200, height = 800) =>
  sharp({ create: { width, height, channels: 3, background: '#0a7' } })
    .png()
    .toBuffer();

describe('a file', () => {
  it('comes back as it was sent', async () => {
    const content = randomBytes(700_001);
    const { status, body } = await upload(app, content, 'noise.bin');
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), name: 'noise.bin', type: 'application/octet-stream', size: content.length },
    ]);
    const { status: ok, headers, content: got } = await download(app, body.id);
    expect(ok).toBe(200);
    expect(got.equals(content)).toBe(true);
    expect(headers.get('content-length')).toBe(String(content.length));
  });

  it('may be empty', async () => {
    const { body } = await upload(app, '', 'empty.txt');
    expect(body).toMatchObject({ type: 'text/plain', size: 0 });
    expect((await download(app, body.id)).content).toHaveLength(0);
  });

  it.each([
    'Счёт № 7.pdf',
    '請求書 2026年.pdf',
    'فاتورة.pdf',
    'Rechnung März "endgültig"; 50%.pdf',
    "it's 100%41.txt",
    '😀.txt',
  ])('keeps its name in any script: %s', async (name) => {
    const { body } = await upload(app, 'x', name);
    expect(body.name).toBe(name);
    const disposition = (await download(app, body.id)).headers.get('content-disposition') ?? '';
    // As browsers read it (RFC 6266 and 8187).
    const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
    const plain = /filename="((?:[^"\\]|\\.)*)"/.exec(disposition)?.[1]?.replace(/\\(.)/g, '$1');
    expect(disposition).toMatch(/^attachment;/);
    expect(extended === undefined ? plain : decodeURIComponent(extended)).toBe(name);
  });

  it('is saved by whoever opens it, runs nothing and is never taken for a page', async () => {
    const { body } = await upload(app, '<!doctype html><script>alert(document.cookie)</script>', 'page.html');
    const { headers } = await download(app, body.id);
    expect(body.type).toBe('text/plain');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="page.html"',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    });
  });

  it('is shown when it is an image that is safe, whatever it is called', async () => {
    const { body } = await upload(app, await picture(), 'page.html');
    const { headers } = await download(app, body.id);
    expect(body.type).toBe('image/png');
    expect(headers.get('content-disposition')).toBe('inline; filename="page.html"');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is given in parts', async () => {
    const content = randomBytes(600_000);
    const { body } = await upload(app, content);
    const range = (range: string, more = {}) => download(app, body.id, { range, ...more });
    const part = await range('bytes=262100-262200');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 262100-262200/600000']);
    expect(part.content.equals(content.subarray(262_100, 262_201))).toBe(true);
    expect((await range('bytes=-10')).content.equals(content.subarray(-10))).toBe(true);
    const outside = await range('bytes=600000-');
    expect([outside.status, problemOf(outside.content).code]).toEqual([416, 'range_not_satisfiable']);
    const etag = part.headers.get('etag') ?? '';
    expect((await range('bytes=0-9', { 'if-range': etag })).status).toBe(206);
    expect((await range('bytes=0-9', { 'if-range': '"another"' })).content).toHaveLength(600_000);
  });

  it('is not sent again to who has it', async () => {
    const { body } = await upload(app, 'the same');
    const etag = (await download(app, body.id)).headers.get('etag') ?? '';
    const again = await download(app, body.id, { 'if-none-match': `W/${etag}` });
    expect([again.status, again.content.length]).toEqual([304, 0]);
  });
});

describe('an upload', () => {
  it.each([
    ['no form', 'application/json', '{}', 415, 'form_expected'],
    ['bytes', 'image/png', 'x', 415, 'unsupported_media_type'],
    ['a form without a boundary', 'multipart/form-data', 'x', 400, 'bad_request'],
    ['a form that breaks off', 'multipart/form-data; boundary=b', '--b\r\nContent-Disp', 400, 'bad_request'],
    [
      'a file that breaks off',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      400,
      'bad_request',
    ],
    ['a form without anything', 'multipart/form-data; boundary=b', '--b--\r\n', 400, 'validation_failed'],
    [
      'a text in place of the file',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n--b--\r\n',
      400,
      'validation_failed',
    ],
  ])('of %s is refused', async (_, type, body, status, code) => {
    const response = await fetch(`${app.url}/api/attachments`, {
      method: 'POST',
      headers: { ...cookieOf(app, 'agent'), 'content-type': type },
      body,
    });
    expect([response.status, ((await response.json()) as ProblemBody).code]).toEqual([status, code]);
    expect(await app.sql('SELECT id FROM attachments')).toEqual([]);
  });

  it('takes one file, in the field that is named for it, and nothing else', async () => {
    const form = (...fields: [string, string | Blob][]) => {
      const made = new FormData();
      fields.forEach(([name, value]) => {
        made.append(name, value);
      });
      return sendForm(app, made);
    };
    const file = () => new Blob(['abc']);
    const refused = [
      await form(['file', file()], ['file', file()]),
      await form(['photo', file()]),
      await form(['file', 'words alone']),
      await form(['file', file()], ['ticket', '7']),
      await form(['ticket', '7'], ['file', file()]),
    ];
    expect(refused.map(({ status, body }) => [status, body.errors?.map(({ field, code }) => [field, code])])).toEqual([
      [400, [['file', 'too_many']]],
      [400, [['photo', 'unknown_field']]],
      [400, [['file', 'required']]],
      [400, [['ticket', 'unknown_field']]],
      [400, [['ticket', 'unknown_field']]],
    ]);
    expect(await app.sql('SELECT id FROM attachments')).toEqual([]);
  });

  it('may have as much as is set, and not a byte more', async () => {
    expect((await upload(app, randomBytes(2 * MEBIBYTE))).status).toBe(201);
    const tooLarge = await upload(app, randomBytes(2 * MEBIBYTE + 1));
    expect([tooLarge.status, tooLarge.body.code, tooLarge.body.detail]).toEqual([
      413,
      'attachment_too_large',
      'A file may have at most 2 MB.',
    ]);
    expect(await app.sql('SELECT id FROM attachments')).toHaveLength(1);
  });

  it('is refused before it is read when it says that it has too much', async () => {
    const { status, body } = await upload(app, randomBytes(3 * MEBIBYTE));
    expect([status, body.code]).toEqual([413, 'attachment_too_large']);
  });

  it('is cut off when it does not say how much it has', async () => {
    let sent = 0;
    const endless = (async function* () {
      for (; sent < 50 * MEBIBYTE; sent += MEBIBYTE) yield await Promise.resolve(randomBytes(MEBIBYTE));
    })();
    const { status, body } = await uploadStream(app.url, cookieOf(app, 'agent'), endless);
    expect([status, body.code]).toEqual([413, 'attachment_too_large']);
  });

  it('leaves nothing when the client goes away', async () => {
    const gone = new AbortController();
    let reserved = 0;
    const content = (async function* () {
      yield randomBytes(600_000);
      await until(async () => {
        [{ reserved }] = (await app.sql('SELECT count(*)::int AS reserved FROM attachment_chunks')) as [
          { reserved: number },
        ];
        return reserved > 0;
      });
      gone.abort();
    })();
    const request = fetch(`${app.url}/api/attachments`, {
      method: 'POST',
      headers: { ...cookieOf(app, 'agent'), 'content-type': 'multipart/form-data; boundary=b' },
      body: (async function* () {
        yield Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n');
        yield* content;
      })(),
      duplex: 'half',
      signal: gone.signal,
    });
    await expect(request).rejects.toThrow();
    await until(async () => (await app.sql('SELECT id FROM attachments')).length === 0);
    expect([reserved > 0, await app.sql('SELECT position FROM attachment_chunks')]).toEqual([true, []]);
  });

  it('finds room, or is told that there is none', async () => {
    const small = await startReplica(app, { ATTACHMENT_MAX_MB: '2', ATTACHMENT_QUOTA_MB: '3' });
    expect((await upload(small, randomBytes(2 * MEBIBYTE - 100_000))).status).toBe(201);
    const [one, other] = await Promise.all([
      upload(small, randomBytes(MEBIBYTE)),
      upload(small, randomBytes(MEBIBYTE)),
    ]);
    expect([one.status, other.status].sort()).toEqual([201, 507]);
    expect([one, other].map(({ body }) => body.code)).toContain('attachment_quota_reached');
  });

  it('is counted as it comes and goes, also what was there before it was counted', async () => {
    const bytes = async () => {
      const [sums] = await app.sql<{ kept: number; there: number; rows: number }>(
        `SELECT (SELECT sum(bytes)::int FROM attachment_bytes) AS kept, (SELECT count(*)::int FROM attachment_bytes) AS rows,
           (SELECT coalesce(sum(size), 0)::int FROM attachments) AS there`,
      );
      return sums;
    };
    const { body } = await upload(app, 'six bytes');
    await upload(app, 'more');
    const before = await bytes();
    expect([before?.kept, (before?.rows ?? 0) > 1]).toEqual([before?.there, true]);
    expect((await app.as('agent').delete(`/api/attachments/${body.id}`)).status).toBe(204);
    await app.get(AttachmentHousekeeping).tidy(new AbortController().signal);
    const after = await bytes();
    expect(after).toEqual({ kept: after?.there, there: (before?.there ?? 0) - 'six bytes'.length, rows: 1 });
    const dataSource = app.get(DataSource);
    const isThere = async () =>
      (await app.sql(`SELECT FROM migrations WHERE name LIKE 'CountAttachments%'`)).length > 0;
    while (await isThere()) await dataSource.undoLastMigration();
    await dataSource.runMigrations();
    expect(await bytes()).toEqual(after);
  });
});

describe('who has not been sent a file', () => {
  it('does not see it, and cannot take it away', async () => {
    const { body } = await upload(app, 'mine', 'mine.txt', 'agent');
    expect((await download(app, body.id, {}, 'admin')).status).toBe(404);
    expect((await download(app, `${body.id}/thumbnail`, {}, 'admin')).status).toBe(404);
    expect((await app.as('admin').delete(`/api/attachments/${body.id}`)).status).toBe(404);
    expect((await app.as('agent').delete(`/api/attachments/${body.id}`)).status).toBe(204);
    expect((await download(app, body.id)).status).toBe(404);
    expect(await app.sql('SELECT attachment_id FROM attachment_chunks')).toEqual([]);
  });
});

describe('the small picture of a file', () => {
  it('is made of an image, once', async () => {
    const { body } = await upload(app, await picture(1200, 800), 'photo.png');
    const { status, headers, content } = await download(app, `${body.id}/thumbnail`);
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      200,
      'image/webp',
      'nosniff',
    ]);
    expect(await sharp(content).metadata()).toMatchObject({ format: 'webp', width: 480, height: 320 });
    await app.sql('DELETE FROM attachment_chunks');
    expect((await download(app, `${body.id}/thumbnail`)).content.equals(content)).toBe(true);
  });

  it('is upright, and does not tell where the camera was', async () => {
    const turned = await sharp({ create: { width: 600, height: 300, channels: 3, background: '#a70' } })
      .jpeg()
      .withExif({ IFD0: { Orientation: '6', Make: 'Camera' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { body } = await upload(app, turned, 'turned.jpg');
    const { content } = await download(app, `${body.id}/thumbnail`);
    const { width, height, exif } = await sharp(content).metadata();
    expect([width, height, exif]).toEqual([240, 480, undefined]);
  });

  it.each([
    ['what is no image', () => Promise.resolve(Buffer.from('text'))],
    ['what only begins as one', async () => Buffer.concat([(await picture()).subarray(0, 200), randomBytes(500)])],
    ['pixels without end', () => picture(8_000, 8_000)],
  ])('is not made of %s, and nobody tries again', async (_, content) => {
    const { body } = await upload(app, await content(), 'photo.png');
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await download(app, `${body.id}/thumbnail`);
      expect([answer.status, problemOf(answer.content).code]).toEqual([404, 'thumbnail_not_found']);
    }
  });
});

describe('what nobody has any more', () => {
  const tidy = () => app.get(AttachmentHousekeeping).tidy(new AbortController().signal);
  const left = async () =>
    (await app.sql<{ name: string }>('SELECT name FROM attachments ORDER BY name')).map(({ name }) => name);
  const age = (name: string) =>
    app.sql(`UPDATE attachments SET created_at = now() - interval '25 hours' WHERE name = $1`, [name]);

  it('is removed after a day, and what is held by somebody is not', async () => {
    for (const name of ['new', 'old', 'held']) await upload(app, name, name);
    await Promise.all(['old', 'held'].map(age));
    const [held] = await app.sql<{ id: string }>(`SELECT id FROM attachments WHERE name = 'held'`);
    app.get(AttachmentHolders).add({ held: (ids) => Promise.resolve(ids.filter((id) => id === held?.id)) });
    await tidy();
    expect(await left()).toEqual(['held', 'new']);
    expect(await app.sql('SELECT count(*)::int AS chunks FROM attachment_chunks')).toEqual([{ chunks: 2 }]);
  });

  it('is removed when its message is gone, and until then nobody can read it', async () => {
    const { body } = await upload(app, 'lost', 'lost');
    await app.sql('UPDATE attachments SET attached_at = now()');
    expect((await download(app, body.id)).status).toBe(404);
    await tidy();
    expect(await left()).toEqual([]);
  });

  it('is removed when a process died in the midst of it', async () => {
    await app.sql(`INSERT INTO attachments (name, size, storage, created_at)
      VALUES ('half', 5, 'database', now() - interval '25 hours'), ('going', 5, 'database', now())`);
    await app.sql(`UPDATE attachments SET removing_at = now() WHERE name = 'going'`);
    await tidy();
    expect(await left()).toEqual([]);
  });
});
