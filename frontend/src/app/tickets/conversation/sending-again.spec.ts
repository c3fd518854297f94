import type { ConversationEntry, MessageRecipient } from '../../api/conversation-model';
import { typeInEditor, withPlaces } from '../testing/editor';
import { created } from '../testing/events';
import { aMessage, eventEntry } from '../testing/messages';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const BOX = 'desk-composer-box';
const at = (role: 'to' | 'cc', address: string, state: MessageRecipient['state'], detail: string | null = null) => ({
  ...{ role, name: '', address, state, detail },
});
const LOST = aMessage(2, {
  text: 'Hello **Ruth**.',
  delivery: { state: 'sent', leaves_at: null, detail: 'mailbox full' },
  recipients: [at('to', 'ruth@x.example', 'sent'), at('cc', 'finance@x.example', 'bounced', 'mailbox full')],
});

beforeAll(withPlaces);

describe('an answer that did not reach somebody', () => {
  let page: TicketsPage;
  const open = async (...entries: ConversationEntry[]) => {
    localStorage.clear();
    page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), aTicket(2));
    await page.answerTimeline(2, [eventEntry(created('billing', null)), ...entries]);
  };
  const ready = async () => {
    for (let turn = 0; turn < 20 && !document.querySelector(`${BOX} [contenteditable]`); turn++) await page.settle();
  };
  const written = () => document.querySelector(`${BOX} [contenteditable]`)?.textContent;
  const again = async () => {
    await page.click('Send again');
    await ready();
  };
  const messageCall = () => page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' });

  it('says whom, and is begun again with its words to them alone, marked, until it is sent', async () => {
    await open(LOST);
    expect(page.text('desk-message-card .undelivered')).toBe(
      'Not delivered to finance@x.example: mailbox full Send again',
    );
    await again();
    page.http.expectNone({ method: 'POST', url: '/api/tickets/2/messages' });
    expect(written()).toBe('Hello Ruth.');
    expect(page.text('desk-reply-recipients .chip.unreached')).toBe('finance@x.example');
    expect(page.text('desk-reply-recipients .wrong')).toMatch(
      /^finance@x\.example did not get the answer of .+: mailbox full$/,
    );
    document.querySelector<HTMLElement>(`${BOX} .first`)!.click();
    await page.settle();
    expect(messageCall().request.body).toMatchObject({
      text: 'Hello **Ruth**.',
      recipients: { to: [{ address: 'finance@x.example' }], cc: [] },
    });
  });

  it('has the pictures of its text in their places, as files of its own', async () => {
    const [id, other] = ['f0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000002'];
    const picture = { id, name: 'list.png', type: 'image/png', size: 4 };
    await open({ ...LOST, text: `Look: ![the list](attachment:${id}).`, attachments: [picture] });
    await again();
    page.http.expectOne(`/api/attachments/${id}`).flush(new Blob(['list']));
    for (let turn = 0; turn < 20 && !document.querySelector(`${BOX} .picture`); turn++) await page.settle();
    page.http.match('/api/attachments/limits').forEach((call) => call.flush({ max_bytes: 1_000 }));
    await page.settle();
    page.http.expectOne({ method: 'POST', url: '/api/attachments' }).flush({ ...picture, id: other });
    await page.settle();
    expect(document.querySelector(`${BOX} .picture img`)?.getAttribute('alt')).toBe('the list');
    expect(document.querySelector(`${BOX} desk-attaching li`)).toBeNull();
    document.querySelector<HTMLElement>(`${BOX} .first`)!.click();
    await page.settle();
    expect(messageCall().request.body).toMatchObject({
      ...{ text: `Look: ![the list](attachment:${other}).`, attachments: [other] },
    });
  });

  it('is not offered again once they have the same words', async () => {
    await open(LOST, aMessage(3, { text: LOST.text, recipients: [at('to', 'finance@x.example', 'sent')] }));
    expect(page.text('desk-message-card .undelivered')).toBe('Not delivered to finance@x.example: mailbox full');
  });

  it('is begun once, however often it is asked for', async () => {
    await open(LOST);
    await again();
    await again();
    expect(written()).toBe('Hello Ruth.');
  });

  it('does not go into a note that was begun', async () => {
    await open(LOST);
    await page.press('n');
    await ready();
    typeInEditor('For us.');
    await page.settle();
    await page.press('Escape');
    await again();
    expect(written()).toBe('For us.');
    expect(page.text('mat-snack-bar-container')).toContain('A note is begun here');
  });

  it('brings its files along', async () => {
    const file = { id: '0197a3f2-6c1e-4b52-9d3c-5e8f10ab72c4', name: 'list.txt', type: 'text/plain', size: 3 };
    await open({ ...LOST, attachments: [file] });
    await page.click('Send again');
    expect(document.querySelector(BOX)).toBeNull();
    page.http.expectOne(`/api/attachments/${file.id}`).flush(new Blob(['abc']));
    await ready();
    page.http.match(({ url }) => url === '/api/attachments/limits').forEach((call) => call.flush({ max_bytes: 100 }));
    await page.settle();
    const form = page.http.expectOne({ method: 'POST', url: '/api/attachments' }).request.body as FormData;
    expect((form.get('file') as File).name).toBe('list.txt');
  });

  it('begins nothing where its files cannot be read', async () => {
    const file = { id: '0197a3f2-6c1e-4b52-9d3c-5e8f10ab72c4', name: 'list.txt', type: 'text/plain', size: 3 };
    await open({ ...LOST, attachments: [file] });
    await page.click('Send again');
    page.http.expectOne(`/api/attachments/${file.id}`).flush(null, { status: 404, statusText: 'No' });
    await page.settle();
    expect(document.querySelector(BOX)).toBeNull();
    expect(page.text('mat-snack-bar-container')).toContain('The files of the answer could not be read');
  });
});
