import sharp from 'sharp';
import { mailWith, part, parts } from './mails/mail-fixture.ts';
import type { EntryBody } from './support/conversation.ts';
import { timelineOf } from './support/conversation.ts';
import { WITH_PORTAL, conversationOf, customerOf } from './support/customers.ts';
import { nobodyKnows, ticketOf } from './support/taken-mails.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

type Files = readonly { readonly id: string; readonly name: string; readonly type: string }[];
type Entry = EntryBody & { readonly attachments: Files };

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'.padEnd(200);

let app: TestApp;
let screen: string;
let sent = 0;

beforeAll(async () => {
  app = await startTestApp({ ...WITH_PORTAL, PROCESS_ROLE: 'all', LLM_PROVIDER: 'local' });
  nobodyKnows(app);
  screen = (await picture()).toString('base64');
});
afterAll(() => app.close());

describe('the pictures of a mail', () => {
  it('are attachments that its HTML shows, of a new ticket and of an answer', async () => {
    const html = '<p>See: <img src="cid:screen@x" alt="My screen"></p>';
    const ticket = await ticketOf(app, mail(html, [inline('screen@x', screen)]));
    expect(await ticketOf(app, mail(html, [inline('screen@x', screen)], sent))).toBe(ticket);
    const entries = (await timelineOf(app.api, ticket)) as Entry[];
    for (const kind of ['description', 'incoming']) {
      const entry = entries.find((each) => each.kind === kind);
      const [file] = entry?.attachments ?? [];
      expect(entry?.attachments).toMatchObject([{ type: 'image/png' }]);
      expect(entry?.html).toBe(`<p>See: <img alt="My screen" data-attachment="${file?.id ?? ''}" /></p>`);
      const { status, headers } = await app.api.get(`/api/attachments/${file?.id ?? ''}`);
      expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(headers.get('content-disposition')).toMatch(/^inline/);
    }
  });

  it('are attachments as well where they stand in the HTML itself, however large that is', async () => {
    const noise = await picture({ width: 1_000, height: 800, noise: true });
    const html = `<p>See: <img src="data:image/png;base64,${noise.toString('base64')}"></p>`;
    expect(html.length).toBeGreaterThan(2_000_000);
    const first = await firstOf(await ticketOf(app, mail(html)));
    expect(first.attachments).toMatchObject([{ type: 'image/png', size: noise.length }]);
    expect(first.html).toBe(`<p>See: <img alt="" data-attachment="${first.attachments[0]?.id ?? ''}" /></p>`);
  });

  it('are shown by their content alone: what calls itself a picture and is none stays a file', async () => {
    const files = [
      inline('a@x', Buffer.from(SVG).toString('base64')),
      inline('b@x', Buffer.from(SVG).toString('base64')),
    ];
    const html = `<img src="cid:a@x"><img src="data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}">`;
    const first = await firstOf(await ticketOf(app, mail(html, files)));
    expect(first.attachments).toHaveLength(3);
    expect(first.html).not.toContain('data-attachment');
  });

  it('are none that only tell who reads: those are not kept', async () => {
    const point = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const html = `<p>Hi<img src="cid:p@x"><img src="data:image/gif;base64,${point}"></p>`;
    const first = await firstOf(await ticketOf(app, mail(html, [inline('p@x', point)])));
    expect([first.attachments, first.html]).toEqual([[], expect.not.stringContaining('data-attachment')]);
  });

  it('are there for the customer whose mail it is, on the portal, and for no other', async () => {
    const ticket = await ticketOf(app, mail('<p>See: <img src="cid:s@x"></p>', [inline('s@x', screen)]));
    const anna = await customerOf(app, 'anna@example.org', 'Anna Berg');
    const [first] = (await conversationOf(anna, ticket)).messages;
    const id = first?.attachments[0]?.id ?? '';
    expect(first?.html).toBe(`<p>See: <img alt="" data-attachment="${id}" /></p>`);
    expect((await anna.get(`/api/portal/attachments/${id}`)).status).toBe(200);
    const otto = await customerOf(app, 'otto@other.example');
    expect((await otto.get(`/api/portal/attachments/${id}`)).status).toBe(404);
  });

  it('are not shown on the portal once somebody has written the description anew, or has it asked by another', async () => {
    const ticket = await ticketOf(app, mail('<p>Secret</p>'));
    const anna = await customerOf(app, 'anna@example.org', 'Anna Berg');
    const otto = await customerOf(app, 'otto@other.example');
    await app.api.patch(`/api/tickets/${ticket}`, { requester: { name: '', address: 'otto@other.example' } });
    expect((await conversationOf(otto, ticket)).messages[0]?.html).toBeNull();
    const other = await ticketOf(app, mail('<p>Secret</p>'));
    await app.api.patch(`/api/tickets/${other}`, { description: 'Another' });
    expect((await conversationOf(anna, other)).messages[0]).toMatchObject({ text: 'Another', html: null });
  });
});

async function firstOf(ticket: number): Promise<Entry> {
  const [first] = (await timelineOf(app.api, ticket)) as Entry[];
  if (!first) throw new Error('A ticket without a first entry');
  return first;
}

function picture({ width = 40, height = 30, noise = false } = {}): Promise<Buffer> {
  const content = { width, height, channels: 3 as const, background: '#c33' };
  return sharp({ create: noise ? { ...content, noise: { type: 'gaussian', mean: 128, sigma: 60 } } : content })
    .png()
    .toBuffer();
}

/** A part that HTML shows. */
function inline(cid: string, base64: string): string {
  const header = [
    ...['Content-Type: image/png; name=image001.png', `Content-ID: <${cid}>`],
    ...['Content-Disposition: inline; filename=image001.png', 'Content-Transfer-Encoding: base64'],
  ];
  return part(header.join('\n'), folded(base64));
}

/** A mail of HTML and what it shows, which answers the one with a number, if there is one. */
function mail(html: string, files: readonly string[] = [], answers?: number): Buffer {
  const text = part(
    'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64',
    folded(Buffer.from(html).toString('base64')),
  );
  return mailWith(
    [
      ...[`Message-ID: <picture${++sent}@example.org>`, 'Content-Type: multipart/related; boundary=edge'],
      ...(answers === undefined ? [] : [`In-Reply-To: <picture${answers}@example.org>`]),
    ],
    parts(text, ...files),
  );
}

function folded(base64: string): string {
  return (base64.match(/.{1,76}/g) ?? []).join('\n');
}
