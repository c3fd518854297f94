import { HttpEventType } from '@angular/common/http';
import type { TestRequest } from '@angular/common/http/testing';
import { created } from '../testing/events';
import { typeInEditor, withPlaces } from '../testing/editor';
import { eventEntry } from '../testing/messages';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const BOX = 'desk-composer-box';
const ID = 'f0000000-0000-4000-8000-000000000001';
const FILE = { id: ID, name: 'screen.png', type: 'image/png', size: 4 };

beforeAll(withPlaces);

describe('pictures that are pasted into a message', () => {
  let page: TicketsPage;
  beforeEach(async () => {
    localStorage.clear();
    page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), aTicket(2));
    await page.answerTimeline(2, [eventEntry(created('billing', null))]);
    await page.press('r');
    await ready();
    typeInEditor('Look:');
    await page.settle();
  });

  it('stand in the text while they come, and it waits for them', async () => {
    await paste();
    const call = uploadCall();
    expect((call.request.body as FormData).get('file')).toMatchObject({ name: 'screen.png' });
    call.event({ type: HttpEventType.UploadProgress, loaded: 61, total: 100 });
    await page.settle();
    expect(page.text(`${BOX} .picture`)).toBe('screen.png: 61 %');
    expect(document.querySelector(`${BOX} desk-attaching li`)).toBeNull();
    expect(page.text(`${BOX} .saved`)).toBe('Sends once the files are here');
    await page.click('Send');
    page.http.expectNone({ method: 'POST', url: '/api/tickets/2/messages' });

    await arrive(call);
    expect(image()?.getAttribute('src')).toContain(`/api/attachments/${ID}`);
    expect(document.querySelector(`${BOX} desk-attaching li`)).toBeNull();
    await page.click('Send');
    expect(messageCall().request.body).toMatchObject({ text: `Look:![](attachment:${ID})`, attachments: [ID] });
  });

  it('that leave the text are not sent, and come back with it', async () => {
    await paste();
    await arrive(uploadCall());
    await key('z');
    expect(image()).toBeNull();
    expect(document.querySelector(`${BOX} desk-attaching li`)).toBeNull();
    expect(page.text(BOX)).not.toContain('screen.png');
    await key('y');
    expect(image()).not.toBeNull();
    await page.click('Send');
    expect(messageCall().request.body).toMatchObject({ text: `Look:![](attachment:${ID})`, attachments: [ID] });
  });

  it('that are taken out while they come are not waited for, nor sent', async () => {
    await paste();
    await key('z');
    typeInEditor('Hello');
    await page.settle();
    expect(page.text(`${BOX} .saved`)).not.toContain('Sends once');
    await arrive(uploadCall());
    await page.click('Send');
    expect(messageCall().request.body).not.toHaveProperty('attachments');
  });

  it('that did not arrive say why where they stand, and may be tried again', async () => {
    await paste();
    await page.refuse(uploadCall(), 503, 'attachment_storage_unavailable', 'Files cannot be kept.');
    expect(page.text(`${BOX} .picture`)).toBe('screen.png is not here');
    expect(page.text('desk-picture-bar .wrong')).toBe('screen.png is not here. Files cannot be kept.');
    expect(page.text(`${BOX} .saved`)).toBe('A picture is not here');
    await page.click('Try again');
    await arrive(uploadCall());
    expect(image()).not.toBeNull();
    expect(document.querySelector('desk-picture-bar .bar')).toBeNull();
  });

  it('that are refused for good are removed, and the rest is sent', async () => {
    await paste();
    await page.refuse(uploadCall(), 422, 'attachment_infected', 'It is infected.');
    await page.click('Remove picture');
    await page.click('Send');
    expect(messageCall().request.body).toMatchObject({ text: 'Look:' });
  });

  it('keep their place while the box is closed', async () => {
    await paste();
    await page.press('Escape');
    await arrive(uploadCall());
    await page.press('r');
    await ready();
    await page.settle();
    expect(image()?.getAttribute('src')).toContain(`/api/attachments/${ID}`);
    await page.click('Send');
    expect(messageCall().request.body).toMatchObject({ text: `Look:![](attachment:${ID})`, attachments: [ID] });
  });

  it('that turn out to be none are attached, and the text is not sent with them', async () => {
    await paste();
    uploadCall().flush({ ...FILE, type: 'text/html' });
    await page.settle();
    expect(page.text(`${BOX} desk-attaching li .name`)).toBe('screen.png');
    expect(page.text('desk-picture-bar .wrong')).toContain('is no picture that can stand in a text');
    await page.click('Remove picture');
    await page.click('Send');
    expect(messageCall().request.body).toMatchObject({ text: 'Look:', attachments: [ID] });
  });

  async function ready(): Promise<void> {
    for (let turn = 0; turn < 200 && !document.querySelector(`${BOX} [role=textbox]`); turn++) await page.settle();
  }

  async function paste(): Promise<void> {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    const files = [new File(['list'], 'screen.png', { type: 'image/png' })];
    Object.assign(event, { clipboardData: { files, types: ['text/html', 'Files'] } });
    document.querySelector(`${BOX} [role=textbox]`)?.dispatchEvent(event);
    page.http.match('/api/attachments/limits').forEach((call) => call.flush({ max_bytes: 1_000 }));
    await page.settle();
  }

  async function key(name: string): Promise<void> {
    document
      .querySelector(`${BOX} [role=textbox]`)
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: name, ctrlKey: true, bubbles: true, cancelable: true }));
    await page.settle();
  }

  function image(): HTMLImageElement | null {
    return document.querySelector(`${BOX} .picture img`);
  }

  function uploadCall(): TestRequest {
    return page.http.expectOne({ method: 'POST', url: '/api/attachments' });
  }

  function messageCall(): TestRequest {
    return page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' });
  }

  async function arrive(call: TestRequest): Promise<void> {
    call.flush(FILE);
    await page.settle();
  }
});
