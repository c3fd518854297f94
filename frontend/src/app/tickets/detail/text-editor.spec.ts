import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Live } from '../../api/live/live';
import type { LiveTicket } from '../../api/live/live-event';
import { TicketStore, asRead } from '../../api/ticket-store';
import { aTicket } from '../testing/tickets';
import { anEvent } from '../testing/events';
import { TicketsPage } from '../testing/tickets-page';
import { TicketDetail } from './ticket-detail';

const ROUTES = [{ path: ':id', component: TicketDetail }];
const BY = { id: 2, name: 'Mina Park' };
const CHANGE: LiveTicket = { kind: 'ticket.changed', id: 7, version: 2, fields: [], by: BY, at: '' };
const BEFORE = { title: 'Chargd twice', description: 'Two payments.' };

describe('the texts of a ticket', () => {
  let page: TicketsPage;
  const field = (index: number) =>
    document.querySelectorAll<HTMLInputElement>('desk-text-editor input, desk-text-editor textarea')[index]!;
  const message = () => page.text('desk-snack-message');

  beforeEach(async () => {
    page = await TicketsPage.open('/tickets/7', 1440, ROUTES);
    await page.answer(page.ticketCall(7), aTicket(7, BEFORE));
  });

  afterEach(() => {
    TestBed.inject(MatSnackBar).dismiss();
    localStorage.clear();
  });

  it('are corrected in place by E, from the first key on, and saved by Ctrl+Enter', async () => {
    const pressed = press('e');
    expect(document.activeElement).toBe(field(0));
    await pressed;
    expect([field(0).value, field(1).value]).toEqual([BEFORE.title, BEFORE.description]);
    write(0, 'Charged twice');
    await press('Enter', { ctrlKey: true });

    const call = page.changeCall(7);
    expect(call.request.body).toEqual({ title: 'Charged twice' });
    expect(call.request.headers.get('If-Match')).toBe('"1"');
    await page.answer(call, aTicket(7, { ...BEFORE, title: 'Charged twice', version: 2 }));
    expect(page.text('desk-ticket-detail h2')).toBe('Charged twice');
    expect(document.querySelector('desk-text-editor')).toBeNull();
    expect(message()).toContain('The title of #7 was corrected');
    expect(document.querySelector('article')?.contains(document.activeElement)).toBe(true);
  });

  it('are put back by Z', async () => {
    await correct('Charged twice', 'Two payments of 249.00.');
    await page.answer(
      page.changeCall(7),
      aTicket(7, { title: 'Charged twice', description: 'Two payments of 249.00.', version: 2 }),
    );
    await press('z');
    const call = page.changeCall(7);
    expect(call.request.body).toEqual(BEFORE);
    expect(call.request.headers.get('If-Match')).toBe('"2"');
    await page.answer(call, aTicket(7, { ...BEFORE, version: 3 }));
    expect(message()).toContain('Undone. The title and description of #7 are as before');
  });

  it('cost no call when nothing was changed', async () => {
    await press('e');
    await press('Enter', { metaKey: true });
    page.http.expectNone({ method: 'PATCH' });
    expect(document.querySelector('desk-text-editor')).toBeNull();
  });

  it('stay as they were written when the server does not answer, and can be sent again', async () => {
    await correct('Charged twice', BEFORE.description);
    await page.refuse(page.changeCall(7), 503, 'database_unavailable', 'The database is away.');
    expect(page.text('desk-text-editor desk-banner')).toContain('The ticket was not corrected. The database is away.');
    expect(field(0).value).toBe('Charged twice');

    await page.click('Try again');
    expect(page.changeCall(7).request.body).toEqual({ title: 'Charged twice' });
  });

  it('say by their field what is wrong with them, before the API is asked and after', async () => {
    await correct(' ', BEFORE.description);
    page.http.expectNone({ method: 'PATCH' });
    expect(page.text('desk-text-editor mat-error')).toBe('Give the ticket a title.');
    expect(document.activeElement).toBe(field(0));

    write(0, 'x');
    await press('Enter', { ctrlKey: true });
    const detail = 'Title is not allowed.';
    const errors = [{ field: 'title', code: 'odd', message: detail }];
    const problem = { title: detail, status: 400, detail, code: 'validation_failed', request_id: 'r', errors };
    page.changeCall(7).flush(problem, { status: 400, statusText: 'No' });
    await page.settle();
    expect(page.text('desk-text-editor mat-error')).toBe(detail);
  });

  it('are there again after leaving and coming back, with what they were written over', async () => {
    await press('e');
    write(0, 'Half a cor');
    await page.router.navigateByUrl('/tickets/8');
    await page.settle();
    await page.answer(page.ticketCall(8), aTicket(8));
    expect(document.querySelector('desk-text-editor')).toBeNull();
    await page.router.navigateByUrl('/tickets/7');
    await page.settle();
    await page.answer(page.ticketCall(7), aTicket(7, { ...BEFORE, priority: 'low', version: 4 }));
    expect(field(0).value).toBe('Half a cor');
    expect(document.activeElement).not.toBe(field(0));

    field(0).focus();
    await press('Enter', { ctrlKey: true });
    expect(page.changeCall(7).request.headers.get('If-Match')).toBe('"1"');
  });

  it('are discarded by Escape, and brought back', async () => {
    await press('e');
    write(1, 'Three payments.');
    await press('Escape');
    expect(document.querySelector('desk-text-editor')).toBeNull();
    expect(page.text('desk-ticket-description')).toBe('Two payments.');
    expect(message()).toContain('The correction of #7 was discarded');

    await page.click('Bring back');
    expect(field(1).value).toBe('Three payments.');
  });

  it('leave Enter and Escape to an input method', async () => {
    await press('e');
    await press('Escape', { isComposing: true });
    await press('Enter', { ctrlKey: true, keyCode: 229 });
    expect(document.querySelector('desk-text-editor')).not.toBeNull();
    page.http.expectNone({ method: 'PATCH' });
  });

  describe('that someone else has changed meanwhile', () => {
    it('are asked about; keeping mine saves over theirs', async () => {
      await overtaken({ title: 'Charged two times', version: 5 }, 2);
      expect(page.text('desk-conflict-dialog')).toContain('Mina Park changed the title of ticket #7 in the meantime.');
      const texts = [...document.querySelectorAll('desk-conflict-dialog .text')].map((one) => one.textContent);
      expect(texts).toEqual(['Charged two times', 'Charged twice']);

      await page.click('Keep mine');
      const call = page.changeCall(7);
      expect(call.request.body).toEqual({ title: 'Charged twice' });
      expect(call.request.headers.get('If-Match')).toBe('"5"');
    });

    it('are given up for theirs when the person says so', async () => {
      await overtaken({ title: 'Charged two times', version: 5 }, 2);
      await page.click('Take Mina’s');
      page.http.expectNone({ method: 'PATCH' });
      expect(page.text('desk-ticket-detail h2')).toBe('Charged two times');
      expect(document.querySelector('desk-text-editor')).toBeNull();
    });

    it('stay in their fields when the question is closed', async () => {
      await overtaken({ title: 'Charged two times', version: 5 }, 2);
      await press('Escape', { keyCode: 27 });
      expect(document.querySelector('desk-conflict-dialog')).toBeNull();
      expect(field(0).value).toBe('Charged twice');
      page.http.expectNone({ method: 'PATCH' });
    });

    it('are my own from another tab', async () => {
      await overtaken({ title: 'Charged two times', version: 5 }, 1);
      expect(page.text('desk-conflict-dialog')).toContain(
        'You changed the title of ticket #7 in another tab in the meantime.',
      );
      expect(page.text('desk-conflict-dialog')).not.toMatch(/Mina|Someone/);
      await page.click('Take your other tab’s');
      page.http.expectNone({ method: 'PATCH' });
    });

    it('are no conflict when it was another field', async () => {
      await correct('Charged twice', BEFORE.description);
      await page.refuse(page.changeCall(7), 412, 'stale_version', 'Someone was faster.');
      await page.answer(page.ticketCall(7), aTicket(7, { ...BEFORE, description: 'More.', version: 5 }));
      expect(document.querySelector('desk-conflict-dialog')).toBeNull();
      expect(page.changeCall(7).request.body).toEqual({ title: 'Charged twice' });
    });

    async function overtaken(theirs: Parameters<typeof aTicket>[1], actor: number): Promise<void> {
      await correct('Charged twice', BEFORE.description);
      page.timelineCall(7).flush({ results: [], next_cursor: null });
      await page.refuse(page.changeCall(7), 412, 'stale_version', 'Someone was faster.');
      await page.answer(page.ticketCall(7), aTicket(7, { ...BEFORE, ...theirs }));
      for (const call of page.http.match(({ url }) => url === '/api/tickets/7/events'))
        call.flush({
          results: [anEvent(5, [{ field: 'title', from: BEFORE.title, to: theirs?.title ?? '' }], { actor })],
          next_cursor: null,
        });
      await page.settle();
    }
  });

  describe('that someone else changes while they are being written', () => {
    it('say so, lose nothing, and show both', async () => {
      await press('e');
      write(0, 'Charged twice');
      await others({ title: 'Charged two times', version: 2 });
      expect(page.text('desk-text-editor desk-banner')).toContain(
        'Mina Park changed the title while you were writing. What you wrote is kept.',
      );
      expect(field(0).value).toBe('Charged twice');

      await page.click('See both');
      await answerWho('Charged two times');
      const texts = [...document.querySelectorAll('desk-conflict-dialog .text')].map((one) => one.textContent);
      expect(texts).toEqual(['Charged two times', 'Charged twice']);
      await page.click('Take Mina’s');
      expect(field(0).value).toBe('Charged two times');
      expect(page.text('desk-text-editor desk-banner')).toBe('');
    });

    it('are shown to be taken along when the ticket is deleted', async () => {
      await press('e');
      write(0, 'Charged twice');
      TestBed.inject(TicketStore).tell({ kind: 'gone', id: 7 });
      await page.settle();

      expect(page.text('desk-empty-state')).toContain('Ticket #7 was deleted.');
      expect(page.text('desk-kept-text .text')).toBe('Charged twiceTwo payments.');
    });

    it('stay as written when the person keeps them, and are not asked about again', async () => {
      await press('e');
      write(0, 'Charged twice');
      await others({ title: 'Charged two times', version: 2 });
      await page.click('See both');
      await answerWho('Charged two times');
      await page.click('Keep mine');
      expect(field(0).value).toBe('Charged twice');
      expect(document.activeElement).toBe(field(0));

      await press('Enter', { ctrlKey: true });
      await page.refuse(page.changeCall(7), 412, 'stale_version', 'Someone was faster.');
      await page.answer(page.ticketCall(7), aTicket(7, { ...BEFORE, title: 'Charged two times', version: 2 }));
      expect(document.querySelector('desk-conflict-dialog')).toBeNull();
      expect(page.changeCall(7).request.body).toEqual({ title: 'Charged twice' });
    });

    it('are followed where nothing was written', async () => {
      await press('e');
      write(0, 'Charged twice');
      await others({ description: 'Three payments.', version: 2 });

      expect([field(0).value, field(1).value]).toEqual(['Charged twice', 'Three payments.']);
      expect(page.text('desk-text-editor desk-banner')).toBe('');
      expect(page.text('.others')).toBe('Mina Park edited its text');
    });

    it('say who it was once that is told, though they were read before', async () => {
      const banner = () => page.text('desk-text-editor desk-banner');
      await press('e');
      write(0, 'Charged twice');
      await read({ title: 'Charged two times', version: 2 });
      expect(banner()).toContain('Somebody changed the title');
      await hear({ version: 2, fields: ['title'] });
      expect(banner()).toContain('Mina Park changed the title');

      await hear({ version: 3, fields: ['priority'], by: { id: 3, name: 'Jonas Weber' } });
      expect(banner()).toContain('Mina Park changed the title');
      await read({ title: 'Charged 2 times', version: 4 });
      expect(banner()).toContain('Somebody changed the title');
      await hear({ version: 4, fields: ['title'], by: { id: 3, name: 'Jonas Weber' } });
      expect(banner()).toContain('Jonas Weber changed the title');
    });

    async function others(theirs: Parameters<typeof aTicket>[1]): Promise<void> {
      await hear({ version: 2, fields: ['title'] });
      await read(theirs);
      TestBed.inject(Live).tellChanges([{ ...CHANGE, version: 2, fields: ['title'] }]);
      await page.settle();
    }

    async function read(theirs: Parameters<typeof aTicket>[1]): Promise<void> {
      TestBed.inject(TicketStore).tell(asRead(aTicket(7, { ...BEFORE, ...theirs })));
      await page.settle();
    }

    async function hear(change: Partial<LiveTicket>): Promise<void> {
      TestBed.inject(Live).hear({ ...CHANGE, ...change });
      await page.settle();
    }

    async function answerWho(to: string): Promise<void> {
      for (const call of page.http.match(({ url }) => url === '/api/tickets/7/events'))
        if (!call.cancelled)
          call.flush({
            results: [anEvent(5, [{ field: 'title', from: BEFORE.title, to }], { actor: 2 })],
            next_cursor: null,
          });
      await page.settle();
    }
  });

  async function correct(title: string, description: string): Promise<void> {
    await press('e');
    write(0, title);
    write(1, description);
    await press('Enter', { ctrlKey: true });
  }

  function write(index: number, text: string): void {
    field(index).value = text;
    field(index).dispatchEvent(new Event('input', { bubbles: true }));
  }

  function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    return page.settle();
  }
});
