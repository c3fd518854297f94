import { TestBed } from '@angular/core/testing';
import type { ContactCard, Ticket } from '../../api/model';
import { Undo } from '../../core/undo';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const contact = (id: number, name: string): ContactCard => ({
  ...{ id, name, address: `${name.toLowerCase()}@northwind.example`, organisation: null },
});
const [ANNA, FINANCE, BO] = [contact(12, 'Anna'), contact(13, 'Finance'), contact(14, 'Bo')];
const ADDRESS = '/api/tickets/2/followers';

describe('who gets copies of a ticket', () => {
  let page: TicketsPage;
  const detail = (version: number, ...followers: ContactCard[]) =>
    ({ ...aTicket(2, { version }), requester: ANNA, followers, duplicates: [], suggestion: null }) as Ticket;
  const open = async (...followers: ContactCard[]) => {
    page = await TicketsPage.openWith('/tickets/2?view=all', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), detail(1, ...followers));
  };
  const shown = () =>
    [...document.querySelectorAll('desk-ticket-followers li a')].map(({ textContent }) => textContent.trim());
  const readAgain = (version: number, ...followers: ContactCard[]) =>
    page.answer(page.ticketCall(2), detail(version, ...followers));
  const takeOut = async (name: string) => {
    await page.click(`Take ${name} out of the copies`);
    page.http.expectOne({ method: 'DELETE', url: `${ADDRESS}/13` }).flush(null, { status: 204, statusText: '' });
    await page.settle();
  };
  const undo = async () => {
    TestBed.inject(Undo).back();
    await page.settle();
  };

  it('shows below who asks, and nothing where nobody does', async () => {
    await open(FINANCE, BO);
    expect(shown()).toEqual(['Finance', 'Bo']);
    expect(page.text('desk-ticket-followers .role')).toBe('In copy');
  });

  it('is no line where nobody does', async () => {
    await open();
    expect(page.text('desk-ticket-followers')).toBe('');
  });

  it('is taken out, with the focus on the next, and comes back with Undo', async () => {
    await open(FINANCE, BO);
    document.querySelector<HTMLElement>('[aria-label="Take Finance out of the copies"]')!.focus();
    await takeOut('Finance');
    await readAgain(2, BO);
    expect(shown()).toEqual(['Bo']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Take Bo out of the copies');

    await undo();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ id: 13 });
    await page.answer(call, detail(3, BO, FINANCE));
    await readAgain(3, BO, FINANCE);
    expect(shown()).toEqual(['Bo', 'Finance']);
  });

  it('stays where it could not be taken out', async () => {
    await open(FINANCE);
    await page.click('Take Finance out of the copies');
    const call = page.http.expectOne({ method: 'DELETE', url: `${ADDRESS}/13` });
    call.flush({ code: 'internal_error' }, { status: 500, statusText: 'No' });
    await page.settle();
    expect(shown()).toEqual(['Finance']);
    expect(page.text('mat-snack-bar-container')).toContain('Finance was not taken out of the copies of #2');
  });

  it('is added by name or address, and taken out with Undo', async () => {
    await open();
    await page.click('Add somebody in copy');
    await page.settle();
    expect(page.text('desk-follower-dialog h2')).toBe('In copy of #2');
    const box = document.querySelector<HTMLInputElement>('desk-requester-field input')!;
    await page.click('Add');
    expect(page.text('mat-error')).toBe('Say who gets copies.');
    box.value = 'Finance <finance@northwind.example>';
    box.dispatchEvent(new Event('input'));
    document.querySelector<HTMLFormElement>('desk-follower-dialog form')!.requestSubmit();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ name: 'Finance', address: 'finance@northwind.example' });
    await page.answer(call, detail(2, FINANCE));
    await readAgain(2, FINANCE);
    expect(shown()).toEqual(['Finance']);

    await undo();
    page.http.expectOne({ method: 'DELETE', url: `${ADDRESS}/13` }).flush(null, { status: 204, statusText: '' });
    await page.settle();
    await readAgain(3);
    expect(shown()).toEqual([]);
  });

  it('is read again when somebody else changes it', async () => {
    await open();
    const { Live } = await import('../../api/live/live');
    const change = { id: 2, version: 2, fields: ['followers'], by: { id: 3, name: 'Jonas Weber' }, at: '' };
    TestBed.inject(Live).tellChanges([{ kind: 'ticket.changed', ...change }]);
    await page.settle();
    await readAgain(2, FINANCE);
    expect(shown()).toEqual(['Finance']);
  });

  it('is whom an answer goes to in copy', async () => {
    await open(FINANCE);
    await page.press('r');
    await page.settle();
    expect(page.text('desk-reply-recipients')).toContain('Cc Finance');
  });
});
