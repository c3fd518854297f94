import { HttpEventType } from '@angular/common/http';
import type { TestRequest } from '@angular/common/http/testing';
import { created } from '../testing/events';
import { typeInEditor, withPlaces } from '../testing/editor';
import { aMessage, eventEntry } from '../testing/messages';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const BOX = 'desk-composer-box';
const CHIP = `${BOX} desk-attaching li`;
const LIMITS = '/api/attachments/limits';
const ID = 'f0000000-0000-4000-8000-000000000001';

beforeAll(withPlaces);

describe('files of a message', () => {
  let page: TicketsPage;
  beforeEach(async () => {
    localStorage.clear();
    page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), aTicket(2));
    await page.answerTimeline(2, [eventEntry(created('billing', null))]);
    await page.press('r');
    for (let turn = 0; turn < 200 && !document.querySelector(`${BOX} [role=textbox]`); turn++) await page.settle();
    typeInEditor('Here it is.');
    await page.settle();
  });

  it('go along with it, and it waits for them', async () => {
    await attach();
    const call = uploadCall();
    expect((call.request.body as FormData).get('file')).toMatchObject({ name: 'list.png', size: 4 });
    call.event({ type: HttpEventType.UploadProgress, loaded: 61, total: 100 });
    await page.settle();
    expect(chip()).toBe('list.png 61 % of 4 B');
    expect(document.querySelector(`${CHIP} [role=progressbar]`)?.getAttribute('aria-valuenow')).toBe('61');
    expect(page.text(`${BOX} .saved`)).toBe('Sends once the files are here');
    await page.click('Send');
    page.http.expectNone({ method: 'POST', url: '/api/tickets/2/messages' });

    await arrive(call);
    expect(chip()).toBe('list.png 4 B');
    expect(document.querySelector(`${CHIP} img`)?.getAttribute('src')).toContain(`/api/attachments/${ID}/thumbnail`);
    await page.click('Send');
    expect(messageCall().request.body).toMatchObject({ text: 'Here it is.', attachments: [ID] });
  });

  it('come back with an answer that is taken back', async () => {
    await attach();
    await arrive(uploadCall());
    await page.click('Send');
    const delivery = { state: 'held', leaves_at: new Date(Date.now() + 10_000).toISOString(), detail: null } as const;
    messageCall().flush(aMessage(2, { delivery }));
    await page.settle();
    await page.click('Undo');
    page.http.expectOne({ method: 'DELETE', url: '/api/tickets/2/messages/2' }).flush(null);
    // The desk has made it a draft again.
    const reads = page.http.match({ method: 'GET', url: '/api/tickets/2/draft' }).filter(({ cancelled }) => !cancelled);
    const file = { id: ID, name: 'list.png', type: 'image/png', size: 4 };
    const writing = { kind: 'reply', text: 'Here it is.', recipients: { to: [], cc: [] }, conversation: 1 };
    reads.at(-1)?.flush({ ...writing, attachments: [ID], files: [file] });
    await page.settle();
    expect(chip()).toBe('list.png 4 B');
  });

  it('that are too large are told before they leave', async () => {
    await attach({ most: 3 });
    page.http.expectNone({ method: 'POST', url: '/api/attachments' });
    expect(chip()).toBe('list.png Too large: a file may have at most 3 B.');
    expect(page.text(`${BOX} .saved`)).toBe('A file is not attached');
    await page.click('Remove list.png');
    expect(document.querySelector(CHIP)).toBeNull();
    await page.click('Send');
    expect(messageCall().request.body).not.toHaveProperty('attachments');
  });

  it('that did not arrive say why, and may be tried again', async () => {
    await attach();
    await page.refuse(uploadCall(), 503, 'attachment_storage_unavailable', 'Files cannot be kept.');
    expect(chip()).toBe('list.png Files cannot be kept.');
    expect(page.text('desk-attaching [role=status]')).toBe('list.png is not attached. Files cannot be kept.');
    await page.click('Try again to attach list.png');
    await arrive(uploadCall());
    expect(chip()).toBe('list.png 4 B');
  });

  it('that are refused for good cannot be tried again', async () => {
    await attach();
    await page.refuse(uploadCall(), 422, 'attachment_infected', 'It is infected.');
    expect(chip()).toBe('list.png It is infected.');
    expect(document.querySelectorAll(`${CHIP} button`)).toHaveLength(1);
  });

  it('are given up on their way, and removed once they are here', async () => {
    await attach();
    const call = uploadCall();
    await page.click('Remove list.png');
    expect(call.cancelled).toBe(true);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Attach files');

    paste(aFile());
    await page.settle();
    await arrive(uploadCall());
    await page.click('Remove list.png');
    page.http.expectOne({ method: 'DELETE', url: `/api/attachments/${ID}` });
    expect(document.querySelector(CHIP)).toBeNull();
  });

  it('go on while the box is closed', async () => {
    await attach();
    await page.press('Escape');
    const call = uploadCall();
    expect(call.cancelled).toBe(false);
    await arrive(call);
    await page.press('r');
    await page.settle();
    expect(chip()).toBe('list.png 4 B');
  });

  it('are dropped on the box, and nowhere else', async () => {
    const beside = drop(document.body);
    expect(beside.defaultPrevented).toBe(true);
    expect(page.http.match(LIMITS)).toEqual([]);
    drop(document.querySelector(`${BOX} [role=textbox]`) ?? document.body);
    page.http.expectOne(LIMITS).flush({ max_bytes: 1_000 });
    await page.settle();
    expect(chip()).toBe('list.png 0 % of 4 B');
  });

  it('are twenty at most', async () => {
    paste(...Array.from({ length: 21 }, aFile));
    page.http.expectOne(LIMITS).flush({ max_bytes: 1_000 });
    await page.settle();
    expect(document.querySelectorAll(CHIP)).toHaveLength(20);
    expect(page.text('desk-attaching [role=status]')).toContain('A message takes 20 files');
  });

  async function attach({ most = 1_000 } = {}): Promise<void> {
    paste(aFile());
    page.http.expectOne(LIMITS).flush({ max_bytes: most });
    await page.settle();
  }

  function chip(): string {
    return ['.name', '.size'].map((part) => page.text(`${CHIP} ${part}`)).join(' ');
  }

  function uploadCall(): TestRequest {
    return page.http.expectOne({ method: 'POST', url: '/api/attachments' });
  }

  function messageCall(): TestRequest {
    return page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' });
  }

  async function arrive(call: TestRequest): Promise<void> {
    call.flush({ id: ID, name: 'list.png', type: 'image/png', size: 4 });
    await page.settle();
  }
});

function aFile(): File {
  return new File(['list'], 'list.png', { type: 'application/x-list' });
}

function paste(...files: File[]): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files, types: ['Files'] } });
  document.querySelector(`${BOX} [role=textbox]`)?.dispatchEvent(event);
}

function drop(target: Element): Event {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files: [aFile()], types: ['Files'] } });
  target.dispatchEvent(event);
  return event;
}
