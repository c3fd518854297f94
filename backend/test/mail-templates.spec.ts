import { MailSending } from '../src/sending/mail-sending.service.ts';
import { readMail } from '../src/mail/reading/mail-reader.ts';
import type { ProblemBody } from './support/api-client.ts';
import { type EntryBody, ticketPath, write } from './support/conversation.ts';
import { TestSmtpServer } from './support/smtp-server.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

const TEMPLATE = '/api/admin/mail/templates/reply';
const SIGNATURE = '/api/auth/signature';
const DEFAULT = { subject: 'Re: {{ticket.title}} [#{{ticket.id}}]', body: '{{answer}}\n\n{{signature}}' };
const OWN = {
  subject: '{{desk.name}}: {{ticket.title}}',
  body: 'Hello {{customer.name}},\n\n{{answer}}\n\n{{signature}}\n\nYour request “{{ticket.title}}”, answered by {{agent.name}}.',
};
const ADA = { name: 'Ada *Lovelace*', address: 'ada@example.com' };

interface TemplateBody {
  subject: string;
  body: string;
  is_default: boolean;
  version: number;
}

interface PreviewBody {
  subject: string;
  text: string;
  html: string;
}

let server: TestSmtpServer;
let app: TestApp;
beforeAll(async () => {
  server = await TestSmtpServer.start();
  // It does no jobs: what waits is sent when a test says so.
  app = await startTestApp({ PROCESS_ROLE: 'api', SMTP_URL: server.url, MAIL_FROM: 'The Desk <support@desk.example>' });
});
beforeEach(async () => {
  server.taken.length = 0;
  server.answers = () => Promise.resolve(null);
  await app.as('admin').delete(TEMPLATE);
  for (const who of ['agent', 'admin'] as const) await app.as(who).put(SIGNATURE, { text: '' });
});
afterAll(async () => {
  await app.close();
  await server.stop();
});

const read = async () => (await app.as('admin').get<TemplateBody>(TEMPLATE)).body;
const save = (words: object, version?: number) => {
  const match: Record<string, string> = version === undefined ? {} : { 'if-match': `"${String(version)}"` };
  return app.as('admin').put<TemplateBody & ProblemBody>(TEMPLATE, words, match);
};
const preview = (words: object) => app.as('admin').post<PreviewBody & ProblemBody>(`${TEMPLATE}/preview`, words);
/** A ticket, of Ada if of nobody else, that is answered; the mail waits. */
const answered = async (requester: object = ADA) => {
  const ticket = { ...{ title: 'Seats', description: 'Six.', category: 'general', priority: 'low' }, requester };
  const { id } = (await app.api.post<{ id: number }>('/api/tickets', ticket)).body;
  const { body } = await write(app.api, id, { kind: 'reply', text: 'They are **refunded**.' });
  expect(body.delivery?.state).toBe('queued');
  return id;
};
/** Hands it over once; gives what the server was told, whatever it said to it. */
const send = async (ticketId: number) => {
  const [mail] = await app.sql<{ id: string }>('SELECT id FROM outgoing_mails WHERE ticket_id = $1', [ticketId]);
  await app
    .get(MailSending)
    .send(Number(mail?.id))
    .catch(() => undefined);
};
const taken = async () => {
  const raw = server.taken.at(-1)?.raw ?? '';
  const { subject, text, folded, html } = await readMail(Buffer.from(raw), new Date());
  return { raw, subject, text: text + folded, html };
};
const fields = ({ errors }: ProblemBody) => errors?.map(({ field, code }) => [field, code]);

describe('the signature of a person', () => {
  it('goes below their answers in both parts of the mail, and is no part of the message', async () => {
    expect((await app.api.get(SIGNATURE)).body).toEqual({ text: '', is_sent: false });
    const signature = '**Test Agent**\nThe Desk';
    expect((await app.api.put(SIGNATURE, { text: signature })).body).toEqual({ text: signature, is_sent: true });
    await app.as('admin').put(SIGNATURE, { text: 'The admin' });
    const id = await answered();
    await send(id);
    const { raw } = await taken();
    expect(raw).toMatch(/They are \*\*refunded\*\*\.\r\n\r\n--(?: |=20)\r\n\*\*Test Agent\*\*\r\nThe Desk\r\n/);
    expect(raw).toContain('<p><strong>Test Agent</strong><br />');
    expect(raw).not.toContain('The admin');
    const { body } = await app.api.get<EntryBody>(`${ticketPath(id)}/messages/2`);
    expect([body.text, body.html]).toEqual(['They are **refunded**.', '<p>They are <strong>refunded</strong>.</p>']);
  });

  it('is not sent where the template has no place for it, or the desk sends no mails, and is said not to be', async () => {
    await app.api.put(SIGNATURE, { text: 'Test Agent' });
    await save({ ...DEFAULT, body: '{{answer}}' });
    expect((await app.api.get(SIGNATURE)).body).toEqual({ text: 'Test Agent', is_sent: false });
    await send(await answered());
    expect((await taken()).raw).not.toContain('\r\nTest Agent');
    await app.as('admin').delete(TEMPLATE);
    const silent = await startReplica(app, { PROCESS_ROLE: 'api' });
    expect((await silent.api.get(SIGNATURE)).body).toEqual({ text: 'Test Agent', is_sent: false });
    await silent.close();
  });

  it('is refused where it is longer than 1,000 characters or not said at all', async () => {
    const { status, body } = await app.api.put<ProblemBody>(SIGNATURE, { text: '𝒳'.repeat(1001) });
    expect([status, fields(body)]).toEqual([400, [['text', 'too_long']]]);
    expect((await app.api.put(SIGNATURE, { text: '𝒳'.repeat(1000) })).status).toBe(200);
    for (const [missing, code] of [
      [{}, 'required'],
      [{ text: null }, 'not_text'],
    ] as const) {
      const refused = await app.api.put<ProblemBody>(SIGNATURE, missing);
      expect([refused.status, fields(refused.body)]).toEqual([400, [['text', code]]]);
    }
  });
});

describe('the template of answers', () => {
  it('stands around them in both parts, and the number of the ticket stays in the subject', async () => {
    await app.api.put(SIGNATURE, { text: 'Test Agent' });
    expect((await save(OWN)).body).toMatchObject({ ...OWN, is_default: false });
    const id = await answered();
    await send(id);
    const { subject, text, html } = await taken();
    expect(subject).toBe(`The Desk: Seats [#${String(id)}]`);
    expect(text).toContain('Hello Ada *Lovelace*,\n\nThey are **refunded**.\n\n-- \nTest Agent\n\n');
    expect(text).toContain('Your request “Seats”, answered by Test Agent.');
    expect(html).toContain('<p>Hello Ada *Lovelace*,</p>\n<p>They are <strong>refunded</strong>.</p>');
  });

  it('greets nobody by their address, which stands for a name that is not known', async () => {
    await save(OWN);
    await send(await answered({ name: '', address: 'Nameless@example.com' }));
    expect((await taken()).text).toMatch(/^Hello,\n\nThey are/);
  });

  it('is what it was when they left, however often they are tried', async () => {
    await save(OWN);
    const id = await answered();
    server.answers = () => Promise.resolve({ code: 451, words: '4.7.1 Come back later' });
    await send(id);
    await save({ subject: 'Another', body: 'Good day\n\n{{answer}}' });
    await app.api.patch(ticketPath(id), { title: 'Chairs' });
    server.answers = () => Promise.resolve(null);
    await send(id);
    const { subject, text } = await taken();
    expect([subject, text.startsWith('Hello Ada')]).toEqual([`The Desk: Seats [#${String(id)}]`, true]);
  });

  it('is refused by the field that is wrong, for its preview too', async () => {
    for (const ask of [save, preview]) {
      const { status, body } = await ask({ subject: 'Re: {{title}}', body: 'Hello {{customer}},\n{{answer}}' });
      expect([status, fields(body)]).toEqual([
        400,
        [
          ['subject', 'unknown_placeholder'],
          ['body', 'unknown_placeholder'],
        ],
      ]);
    }
    for (const [words, expected] of [
      [{ body: 'Hello' }, ['body', 'answer_missing']],
      [{ body: '{{answer}}\n{{answer}}' }, ['body', 'answer_repeated']],
      [{ body: 'So: {{answer}}' }, ['body', 'not_alone']],
      [{ body: '' }, ['body', 'required']],
      [{ subject: '' }, ['subject', 'required']],
      [{ subject: 'a\nb' }, ['subject', 'not_one_line']],
      [{ subject: '{{answer}}' }, ['subject', 'unknown_placeholder']],
      [{ subject: 'x'.repeat(201) }, ['subject', 'too_long']],
      [{ body: `{{answer}}${'\nx'.repeat(2500)}` }, ['body', 'too_long']],
    ] as const) {
      const { status, body } = await save({ ...DEFAULT, ...words });
      expect([status, fields(body)]).toEqual([400, [expected]]);
    }
    expect((await app.as('admin').get<ProblemBody>('/api/admin/mail/templates/newsletter')).status).toBe(400);
    expect(await read()).toMatchObject({ ...DEFAULT, is_default: true });
  });

  it('is another one than that of acknowledgements, which has its own rules', async () => {
    const at = '/api/admin/mail/templates/acknowledgement';
    const admin = app.as('admin');
    const first = await admin.get<TemplateBody>(at);
    expect(first.body).toMatchObject({ kind: 'acknowledgement', is_default: true, subject: DEFAULT.subject });
    for (const [words, expected] of [
      [{ body: '{{answer}}' }, ['body', 'unknown_placeholder']],
      [{ subject: '{{agent.name}}' }, ['subject', 'unknown_placeholder']],
      [{ body: ' ' }, ['body', 'required']],
    ] as const) {
      for (const [method, path] of [['put', at] as const, ['post', `${at}/preview`] as const]) {
        const { subject, body } = first.body;
        const refused = await admin[method]<ProblemBody>(path, { subject, body, ...words });
        expect([refused.status, fields(refused.body)]).toEqual([400, [expected]]);
      }
    }
    const own = { subject: 'We have it', body: 'Hello {{customer.name}}, we have **{{ticket.title}}**.' };
    const shown = await admin.post<PreviewBody>(`${at}/preview`, own);
    expect(shown.body.subject).toBe('We have it [#4821]');
    expect(shown.body.text).toBe('Hello Ruth Adler, we have **Invoice PDFs download as empty files**.');
    expect(shown.body.html).toContain('<p>Hello Ruth Adler, we have <strong>Invoice PDFs');
    expect((await admin.put<TemplateBody>(at, own)).body).toMatchObject({ ...own, is_default: false });
    expect(await read()).toMatchObject({ ...DEFAULT, is_default: true });
    expect((await admin.delete<TemplateBody>(at)).body).toMatchObject({ ...first.body, version: 3 });
  });

  it('is changed by one admin at a time, told in the audit log, and as the desk brings it once it is reset', async () => {
    const { version } = await read();
    const saved = await save(OWN, version);
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, `"${String(version + 1)}"`]);
    expect((await save(DEFAULT, version)).body.code).toBe('stale_version');
    const stale = await app.as('admin').delete<ProblemBody>(TEMPLATE, { 'if-match': `"${String(version)}"` });
    expect(stale.body.code).toBe('stale_version');
    const reset = await app.as('admin').delete<TemplateBody>(TEMPLATE, { 'if-match': `"${String(version + 1)}"` });
    expect(reset.body).toEqual({ kind: 'reply', ...DEFAULT, is_default: true, version: version + 2 });
    const events = await app.sql<{ details: unknown; subject_label: string }>(
      `SELECT details, subject_label FROM audit_events WHERE kind = 'mail_template_changed' ORDER BY id DESC LIMIT 2`,
    );
    expect(events.map(({ subject_label: label }) => label)).toEqual(['reply', 'reply']);
    expect(events[1]?.details).toMatchObject({ changes: { subject: { from: DEFAULT.subject, to: OWN.subject } } });
  });

  it('is shown as it would be sent, with who asks as who answers', async () => {
    await app.as('admin').put(SIGNATURE, { text: '*Boss*' });
    const { body } = await preview(OWN);
    expect(body.subject).toBe('The Desk: Invoice PDFs download as empty files [#4821]');
    expect(body.text).toMatch(/^Hello Ruth Adler,\n\nyour invoices are intact/);
    expect(body.text).toContain('-- \n*Boss*');
    expect(body.html).toContain('<p><em>Boss</em></p>');
    expect(await read()).toMatchObject({ is_default: true });
  });

  it('goes from an answer that waits when the title that it tells is removed', async () => {
    await save(OWN);
    const id = await answered();
    const redaction = `${ticketPath(id)}/messages/1/redaction`;
    expect((await app.as('admin').post(redaction, { reason: 'They asked for it.' })).status).toBe(204);
    await send(id);
    const { raw, text } = await taken();
    expect(raw).not.toContain('Seats');
    expect(text.trim()).toBe('They are **refunded**.');
  });
});
