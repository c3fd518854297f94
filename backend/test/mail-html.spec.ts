import { mailWith, part, parts } from './mails/mail-fixture.ts';
import { timelineOf } from './support/conversation.ts';
import { nobodyKnows, ticketOf } from './support/taken-mails.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
let sent = 0;

beforeAll(async () => {
  app = await startTestApp({ LLM_PROVIDER: 'local' });
  nobodyKnows(app);
});
afterAll(() => app.close());

describe('the HTML of a mail', () => {
  it('is how the description looks that it became, and tells who wrote it', async () => {
    const ticket = await ticketOf(app, mail('It is **silent**', '<p>It is <b>silent</b></p><script>x</script>'));
    const [first] = await timelineOf(app.api, ticket);
    expect(first).toMatchObject({
      ...{ kind: 'description', text: 'It is **silent**', html: '<p>It is <b>silent</b></p>', folded: '' },
      author: { type: 'contact', name: 'Anna Berg' },
      event: { kind: 'created' },
    });
  });

  it('is no longer shown where somebody has written the description anew', async () => {
    const ticket = await ticketOf(app, mail('It is silent', '<p>It is silent</p>'));
    await app.api.patch(`/api/tickets/${ticket}`, { description: 'The printer is silent' });
    const [first] = await timelineOf(app.api, ticket);
    expect(first).toMatchObject({ text: 'The printer is silent', html: null, author: { name: 'Anna Berg' } });
  });

  it('has the quote marked that the text folds', async () => {
    const ticket = await ticketOf(app, mail('Help', '<p>Help</p>'));
    const sentence = 'On Mon, 3 Nov 2025 at 10:15, The Desk wrote:';
    await ticketOf(
      app,
      mail(`Yes.\n\n${sentence}\n\n> Again?`, `<p>Yes.</p><p>${sentence}</p><blockquote>Again?</blockquote>`, sent),
    );
    const answer = (await timelineOf(app.api, ticket)).find(({ kind }) => kind === 'incoming');
    expect(answer).toMatchObject({
      ...{ text: 'Yes.\n\n', folded: `${sentence}\n\n> Again?` },
      html: `<p>Yes.</p><div data-quote><p></p><p>${sentence}</p><blockquote>Again?</blockquote></div>`,
    });
  });

  it('is folded where the description quotes, which stays whole, and shows it all once that was written anew', async () => {
    const sentence = 'On Mon, 3 Nov 2025 at 10:15, The Desk wrote:';
    const quote = `${sentence}\n\n> Again?\n>  > Well?`;
    const html = `<p>Yes.</p><p>${sentence}</p><blockquote>Again?<blockquote>Well?</blockquote></blockquote>`;
    const ticket = await ticketOf(app, mail(`Yes.\n\n${quote}`, html));
    const [first] = await timelineOf(app.api, ticket);
    expect(first).toMatchObject({ kind: 'description', text: 'Yes.\n\n', folded: quote });
    expect(first?.html).toContain('data-quote');
    const { description } = (await app.api.get(`/api/tickets/${ticket}`)).body as { description: string };
    expect(description).toBe(`Yes.\n\n${quote}`);
    await app.api.patch(`/api/tickets/${ticket}`, { description: `No.\n\n${quote}` });
    const [anew] = await timelineOf(app.api, ticket);
    expect(anew).toMatchObject({ text: `No.\n\n${quote}`, folded: '', html: null });
  });

  it('stands under the number of no message of its own', async () => {
    const ticket = await ticketOf(app, mail('Help', '<p>Help</p>'));
    expect((await app.api.delete(`/api/tickets/${ticket}/messages/1`)).status).toBe(404);
    const { headers } = await app.api.get(`/api/tickets/${ticket}/timeline`);
    expect(headers.get('etag')).toBe('"1"');
  });
});

/** A mail that answers the one with a number, if there is one. */
function mail(text: string, html: string, answers?: number): Buffer {
  return mailWith(
    [
      ...[`Message-ID: <html${++sent}@example.org>`, 'Content-Type: multipart/alternative; boundary=edge'],
      ...(answers === undefined ? [] : [`In-Reply-To: <html${answers}@example.org>`]),
    ],
    parts(part('Content-Type: text/plain; charset=utf-8', text), part('Content-Type: text/html; charset=utf-8', html)),
  );
}
