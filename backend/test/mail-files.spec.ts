import { mailWith, part } from './mails/mail-fixture.ts';
import { EICAR, FakeClamd } from './support/fake-clamd.ts';
import { become, nobodyKnows, ticketOf } from './support/taken-mails.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

interface Entry {
  readonly number: number;
  readonly kind: string;
  readonly text: string | null;
  readonly author: { readonly type: string };
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly type: string }[];
}

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==';
const LONG = `${'ä'.repeat(20_000)} and the end`;

let clamd: FakeClamd;
let app: TestApp;

beforeAll(async () => {
  clamd = await FakeClamd.start();
  app = await startTestApp({ CLAMD_ADDRESS: clamd.address, ATTACHMENT_MAX_MB: '1', LLM_PROVIDER: 'local' });
  nobodyKnows(app);
});
afterAll(async () => {
  await app.close();
  await clamd.stop();
});

describe('the files of a mail', () => {
  it('are attachments of the ticket that it becomes, by their content', async () => {
    const ticket = await ticketOf(app, withFiles(file('grüße.png', PNG), file('list.csv', base64('a,b'))));
    const [first] = await timeline(ticket);
    expect(first?.kind).toBe('description');
    expect(first?.attachments).toMatchObject([
      { name: 'grüße.png', type: 'image/png', size: 70 },
      { name: 'list.csv', size: 3 },
    ]);
    const got = await app.api.get(`/api/attachments/${first?.attachments[1]?.id ?? ''}`);
    expect([got.status, got.body]).toEqual([200, 'a,b']);
  });

  it('are attachments of the message that it becomes', async () => {
    const ticket = await ticketOf(app, mailWith([...identity('<first@example.org>'), TEXT], 'Help'));
    const answer = withFiles(file('screen.png', PNG), 'In-Reply-To: <first@example.org>');
    expect(await ticketOf(app, answer)).toBe(ticket);
    const incoming = (await timeline(ticket)).find(({ kind }) => kind === 'incoming');
    expect(incoming?.attachments.map(({ name }) => name)).toEqual(['screen.png']);
  });

  it('are missed aloud where they cannot be kept', async () => {
    const ticket = await ticketOf(
      app,
      withFiles(file('free.exe', base64(EICAR)), file('film.mp4', base64('x'.repeat(1_048_577))), file('a.png', PNG)),
    );
    const [first, told] = await timeline(ticket);
    expect(first?.attachments.map(({ name }) => name)).toEqual(['a.png']);
    expect(told).toMatchObject({
      kind: 'system',
      author: { type: 'desk' },
      text: [
        'The desk could not keep all files of this mail:',
        '“free.exe”: The virus scanner found something in this file.',
        '“film.mp4”: A file may have at most 1 MB.',
      ].join('\n'),
    });
  });

  it('hold all of a text that is too long to be shown', async () => {
    const [first, ...others] = await timeline(await ticketOf(app, mailWith([...identity(), TEXT], LONG)));
    expect([first?.text, others]).toEqual(['ä'.repeat(20_000), []]);
    expect(first?.attachments).toMatchObject([{ name: 'message.txt' }]);
    const whole = await app.api.get(`/api/attachments/${first?.attachments[0]?.id ?? ''}`);
    expect(whole.body).toBe(LONG);
  });

  it('have a mail wait for an admin when its text is too long for them too', async () => {
    const huge = await become(app, mailWith([...identity(), TEXT], 'x'.repeat(1_048_577)));
    expect(huge).toMatchObject({ state: 'quarantined', ticket_id: null });
    expect(huge.reason).toContain('A file may have at most 1 MB.');
    const made = await app.as('admin').post(`/api/admin/mails/quarantine/${huge.id}/ticket`, undefined);
    expect([made.status, (made.body as { code: string }).code]).toEqual([413, 'attachment_too_large']);
  });

  it('are waited for while the scanner is away', async () => {
    Object.assign(clamd, { manner: 'mumbles', seen: 0 });
    const mail = become(app, withFiles(file('a.png', PNG)));
    await until(() => Promise.resolve(clamd.seen > 0));
    clamd.manner = 'looks';
    const { ticket_id: ticket } = await mail;
    expect((await timeline(ticket ?? ''))[0]?.attachments.map(({ name }) => name)).toEqual(['a.png']);
  });
});

const TEXT = 'Content-Type: text/plain; charset=utf-8';

function identity(id = `<${String(Math.random())}@example.org>`): string[] {
  return [`Message-ID: ${id}`];
}

function file(name: string, content: string): string {
  const header = [
    `Content-Type: application/octet-stream`,
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
    'Content-Transfer-Encoding: base64',
  ];
  return part(header.join('\n'), content);
}

function base64(text: string): string {
  return (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\n');
}

/** A mail with a text and files; what is a field goes into its header. */
function withFiles(...given: readonly string[]): Buffer {
  const [files, fields] = [
    given.filter((each) => each.startsWith('--')),
    given.filter((each) => !each.startsWith('--')),
  ];
  return mailWith(
    [...identity(), 'Content-Type: multipart/mixed; boundary="edge"', ...fields],
    [part(TEXT, 'See there'), ...files, '--edge--\n'].join(''),
  );
}

async function timeline(ticket: number | string): Promise<readonly Entry[]> {
  const { body } = await app.api.get(`/api/tickets/${ticket}/timeline`);
  return (body as { results: Entry[] }).results;
}
