import type { WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ContactCard, Ticket } from '../../api/model';
import { Session } from '../../core/session';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const ANNA: ContactCard = { id: 12, name: 'Anna Berg', address: 'anna@northwind.example', organisation: null };
const LINE = 'desk-ticket-requester';
const detail = (requester: ContactCard) =>
  ({ ...aTicket(2), requester, followers: [], duplicates: [], suggestion: null }) as Ticket;

describe('what is kept of a person', () => {
  const open = async (isAdmin: boolean) => {
    const page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    (TestBed.inject(Session).isAdmin as unknown as WritableSignal<boolean>).set(isAdmin);
    await page.answer(page.ticketCall(2), detail(ANNA));
    return page;
  };

  it('is handed out and erased by admins alone', async () => {
    const page = await open(false);
    await expect(page.click('More about Anna Berg')).rejects.toThrow('There is no');
  });

  it('is a file to be saved', async () => {
    const page = await open(true);
    await page.click('More about Anna Berg');
    const link = [...document.querySelectorAll<HTMLAnchorElement>('a[mat-menu-item]')].at(-1);
    expect([link?.getAttribute('href'), link?.hasAttribute('download')]).toEqual(['/api/contacts/12/export', true]);
  });

  it('goes for a reason, and who asks is read again', async () => {
    const page = await open(true);
    await page.menuOf('More about Anna Berg', LINE, (menu) => menu.clickItem({ text: /Erase this person/ }));
    const why = document.querySelector<HTMLTextAreaElement>('desk-removal-dialog textarea');
    if (!why) throw new Error('There is no field');
    why.value = 'They asked for it.';
    why.dispatchEvent(new Event('input'));
    await page.click('Erase for good');
    const call = page.http.expectOne({ method: 'POST', url: '/api/contacts/12/erasure' });
    expect(call.request.body).toEqual({ reason: 'They asked for it.' });
    call.flush({ asked_at: '2026-04-21T08:12:40.120Z', finished_at: null, reason: 'x', tickets: 0, messages: 0 });
    await page.settle();
    await page.answer(page.ticketCall(2), detail({ ...ANNA, name: 'Erased person', address: null }));
    expect(page.text(`${LINE} .name`)).toContain('Erased person');
  });
});
