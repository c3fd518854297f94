import { simpleParser } from 'mailparser';
import sharp from 'sharp';
import { withPictureWords } from '../src/common/picture-names.ts';
import { MailSending } from '../src/sending/mail-sending.service.ts';
import type { ApiClient } from './support/api-client.ts';
import { type EntryBody, ticketPath, timelineOf, write } from './support/conversation.ts';
import { WITH_PORTAL, conversationOf, customerOf } from './support/customers.ts';
import { TestSmtpServer } from './support/smtp-server.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { type AttachmentBody, download, upload } from './support/uploads.ts';

const CUSTOMER = { name: 'Ruth Adler', address: 'ruth@brandt.example' };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'.padEnd(200);

type Entry = EntryBody & { readonly attachments: readonly AttachmentBody[] };

let server: TestSmtpServer;
let app: TestApp;
let ruth: ApiClient;
let png: Uint8Array<ArrayBuffer>;
let ticket: number;
beforeAll(async () => {
  server = await TestSmtpServer.start();
  app = await startTestApp({ ...WITH_PORTAL, SMTP_URL: server.url });
  ruth = await customerOf(app, CUSTOMER.address, CUSTOMER.name);
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } });
  png = new Uint8Array(await image.png().toBuffer());
});
beforeEach(async () => {
  server.taken.length = 0;
  ({ id: ticket } = await app.api.createTicket({ title: 'Empty list', requester: CUSTOMER } as never));
});
afterAll(async () => {
  await app.close();
  await server.stop();
});

const picture = async () => (await upload(app, png, 'screen.png')).body.id;
const shown = (id: string, words = 'the list') => `![${words}](attachment:${id})`;
const NOWHERE = '019ac3de-0000-7000-8000-00000000000a';
const say = (text: string, attachments: readonly string[], more = {}) =>
  write(app.api, ticket, { kind: 'reply', text, attachments, ...more });
const entry = async (number: number) =>
  (await timelineOf(app.api, ticket)).find((one) => one.number === number) as Entry | undefined;
const html = (id: string, words = 'the list') => `<p>Look: <img data-attachment="${id}" alt="${words}" /></p>`;

describe('a picture in a text', () => {
  it('is shown in its HTML where it stands, of an answer and of a note', async () => {
    for (const kind of ['reply', 'note']) {
      const id = await picture();
      const { status, body } = await say(`Look: ${shown(id.toUpperCase())}`, [id], { kind });
      expect([status, body.html]).toEqual([201, html(id)]);
      expect(await entry(body.number)).toMatchObject({ html: html(id), attachments: [{ id }] });
      const { headers } = await download(app, id);
      expect(headers.get('content-disposition')).toMatch(/^inline/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each([
    ['is not among its attachments', 'unknown_value', async () => [await picture(), []]],
    ['is somebody else’s', 'unknown_value', async () => both((await upload(app, png, 'a.png', 'admin')).body.id)],
    ['is none', 'unknown_value', () => Promise.resolve(['no-id', []])],
    [
      'was sent before',
      'unknown_value',
      async () => {
        const id = await picture();
        await say('Before.', [id]);
        return both(id);
      },
    ],
    ['runs scripts', 'no_picture', async () => both((await upload(app, SVG, 'a.svg')).body.id)],
    ['is a text', 'no_picture', async () => both((await upload(app, 'plain', 'a.png')).body.id)],
  ] as const)('that %s is refused by its text, and nothing is written', async (_, code, made) => {
    const [id, attachments] = (await made()) as [string, string[]];
    const before = (await timelineOf(app.api, ticket)).length;
    const { status, body } = await say(`Look: ${shown(id)}`, attachments);
    expect([status, body.errors?.map(({ field, code: told }) => [field, told])]).toEqual([400, [['text', code]]]);
    expect((await timelineOf(app.api, ticket)).length).toBe(before);
  });

  it('that is only spoken of in code is none', async () => {
    const { status, body } = await say('Write `![words](attachment:ID)`.', []);
    expect([status, body.html]).toEqual([201, '<p>Write <code>![words](attachment:ID)</code>.</p>']);
  });

  it('from elsewhere is a link to it', async () => {
    const { body } = await say('![a cat](https://example.com/cat.png)', []);
    expect(body.html).toMatch(/^<p><a href="https:\/\/example\.com\/cat\.png"[^>]*>a cat<\/a><\/p>$/);
  });

  it('is kept by the draft that shows it, and comes back with an answer that is taken back', async () => {
    const id = await picture();
    const text = `Look: ${shown(id)}`;
    await app.api.put(`${ticketPath(ticket)}/draft`, { kind: 'reply', text, attachments: [id] });
    const draft = async () =>
      (await app.api.get<{ text: string; files: AttachmentBody[] }>(`${ticketPath(ticket)}/draft`)).body;
    expect(await draft()).toMatchObject({ text, files: [{ id, type: 'image/png' }] });
    const { body } = await say(text, [id], { leaves_in_seconds: 60 });
    await app.api.delete(`${ticketPath(ticket)}/messages/${String(body.number)}`);
    expect(await draft()).toMatchObject({ text, files: [{ id }] });
    expect((await say(text, [id])).body.html).toBe(html(id));
  });

  it('goes for good with the words of its message', async () => {
    const id = await picture();
    const { body } = await say(`Look: ${shown(id)}`, [id]);
    const path = `${ticketPath(ticket)}/messages/${String(body.number)}/redaction`;
    expect((await app.as('admin').post(path, { reason: 'It showed a card.' })).status).toBe(204);
    expect(await entry(body.number)).toMatchObject({ text: null, html: null, attachments: [] });
    expect((await download(app, id)).status).toBe(404);
    expect((await ruth.get(`/api/portal/attachments/${id}`)).status).toBe(404);
  });

  it('is found by its words, and not by what names it', async () => {
    const id = await picture();
    await say(`Look: ${shown(id, 'an okapi')}`, [id]);
    const found = async (search: string) =>
      (await app.api.get<{ results: { id: number }[] }>(`/api/tickets?search=${encodeURIComponent(search)}`)).body
        .results;
    expect((await found('okapi')).map(({ id: one }) => one)).toEqual([ticket]);
    expect((await found('attachment')).map(({ id: one }) => one)).not.toContain(ticket);
    expect(await found(id.slice(-12))).toEqual([]);
  });

  it('is said in words to whom a note mentions', async () => {
    const id = await picture();
    await say(`@test-admin ${shown(id)} ${shown(id, '')}`, [id], { kind: 'note' });
    const told = await app.as('admin').get<{ results: { excerpt: string }[] }>('/api/notifications');
    expect(told.body.results[0]?.excerpt).toBe('@test-admin [picture: the list] [picture]');
  });
});

it.each([
  shown(NOWHERE),
  shown(NOWHERE, 'a [b] c'),
  `${shown(NOWHERE, '')} and ![d](attachment:${NOWHERE} "A title")`,
  `![e](attachment:${NOWHERE} 'A title'), ![f](attachment:${NOWHERE} (one) )`,
  `![a [b](attachment:${NOWHERE})`,
  `[a](attachment:${NOWHERE} "A title")`,
])('is told by the same words where it is searched and where it is written: %s', async (text) => {
  const [row] = await app.sql<{ words: string }>('SELECT words_of_pictures($1) AS words', [text]);
  expect(row?.words).toBe(withPictureWords(text));
});

describe('a mail with a picture in its text', () => {
  it('has it inline in what is shown, once, and other files beside it; the text says its words', async () => {
    const [id, file, other] = [await picture(), (await upload(app, 'plain', 'a.txt')).body.id, await picture()];
    await say(`Look: ${shown(id)}\n\nAgain: ${shown(id, '')}`, [id, file, other]);
    const raw = await sent();
    expect(structureOf(raw)).toEqual([
      ...['multipart/mixed', 'multipart/alternative', 'text/plain', 'multipart/related', 'text/html', 'image/png'],
      ...['text/plain', 'image/png'],
    ]);
    const mail = await simpleParser(raw, { skipImageLinks: true });
    expect(mail.text).toBe('Look: [picture: the list]\n\nAgain: [picture]');
    const cid = `${id}@halden.example`;
    expect(mail.html).toContain(`Look: <img src="cid:${cid}" alt="the list"`);
    expect(mail.html).toContain(`Again: <img src="cid:${cid}" alt=""`);
    expect(mail.html).not.toContain('data-attachment');
    expect(
      mail.attachments.map((one) => [one.filename, one.contentDisposition, one.related ?? false, one.cid ?? null]),
    ).toEqual([
      ['screen.png', 'inline', true, cid],
      ['a.txt', 'attachment', false, null],
      ['screen.png', 'attachment', false, null],
    ]);
    expect(mail.attachments[0]?.content.equals(png)).toBe(true);
  });

  it('says its words alone once the title around it is removed', async () => {
    const words = { subject: 'Re: {{ticket.title}}', body: '{{ticket.title}}\n\n{{answer}}' };
    const path = '/api/admin/mail/templates/reply';
    const { etag } = Object.fromEntries((await app.as('admin').get(path)).headers) as { etag: string };
    expect((await app.as('admin').put(path, words, { 'if-match': etag })).status).toBe(200);
    const id = await picture();
    await say(`Look: ${shown(id)}`, [id]);
    await app.as('admin').post(`${ticketPath(ticket)}/messages/1/redaction`, { reason: 'It held a name.' });
    await app.as('admin').delete(path);
    const mail = await simpleParser(await sent(), { skipImageLinks: true });
    expect(mail.text).toBe('Look: [picture: the list]');
    expect(mail.html).toContain(`<img src="cid:${id}@halden.example"`);
  });
});

describe('a customer', () => {
  it('is shown the picture of an answer where it stands, on the portal', async () => {
    const id = await picture();
    const { body } = await say(`Look: ${shown(id)}`, [id]);
    const { messages } = await conversationOf(ruth, ticket);
    const told = messages.find(({ number }) => number === body.number);
    expect([told?.html, told?.attachments.map((file) => file.id)]).toEqual([html(id), [id]]);
    expect((await ruth.get(`/api/portal/attachments/${id}`)).status).toBe(200);
    const otto = await customerOf(app, 'otto@other.example');
    expect((await otto.get(`/api/portal/attachments/${id}`)).status).toBe(404);
  });

  it('gets none of a note, nor of an answer that is held, nor of a draft', async () => {
    const [noted, held, begun] = [await picture(), await picture(), await picture()];
    await say(shown(noted, 'quokkasalamander'), [noted], { kind: 'note' });
    await say(shown(held), [held], { leaves_in_seconds: 60 });
    await app.api.put(`${ticketPath(ticket)}/draft`, { kind: 'reply', text: shown(begun), attachments: [begun] });
    for (const id of [noted, held, begun]) {
      expect((await ruth.get(`/api/portal/attachments/${id}`)).status).toBe(404);
      expect(JSON.stringify(await conversationOf(ruth, ticket))).not.toContain(id);
    }
    expect(await app.sql(`SELECT id FROM outgoing_mails WHERE ticket_id = $1`, [ticket])).toEqual([]);
  });
});

function both(id: string): [string, string[]] {
  return [id, [id]];
}

/** Sends what waits of the ticket, and gives it as it arrived. */
async function sent(): Promise<string> {
  const [mail] = await app.sql<{ id: string }>('SELECT id FROM outgoing_mails WHERE ticket_id = $1', [ticket]);
  await app.get(MailSending).send(Number(mail?.id));
  return server.taken[0]?.raw ?? '';
}

/** The types of all parts, as they follow each other. */
function structureOf(raw: string): string[] {
  return Array.from(raw.matchAll(/^content-type: ([\w/]+)/gim), ([, type = '']) => type.toLowerCase());
}
