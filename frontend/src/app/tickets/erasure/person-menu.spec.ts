import { HttpTestingController } from '@angular/common/http/testing';
import type { WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Live } from '../../api/live/live';
import { GATHER_MS } from '../../api/live/told';
import type { ContactCard, Erasure, Ticket } from '../../api/model';
import { Session } from '../../core/session';
import { aProblem } from '../../core/testing/fakes';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const ANNA: ContactCard = { id: 12, name: 'Anna Berg', address: 'anna@northwind.example', organisation: null };
const LINE = 'desk-ticket-requester';
const PROGRESS = `${LINE} desk-erasure-progress`;
const ERASURE = '/api/contacts/12/erasure';
const ASKED: Erasure = {
  ...{ asked_at: '2026-04-21T08:12:40.120Z', finished_at: null, reason: 'They asked for it.' },
  ...{ step: 'tickets', tickets: 0, messages: 0, mails: 0, mails_in_all: null },
};
const detail = (requester: ContactCard) =>
  ({ ...aTicket(2), requester, followers: [], duplicates: [], suggestion: null }) as Ticket;

describe('what is kept of a person', () => {
  const open = async (isAdmin: boolean, requester = ANNA) => {
    const page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    (TestBed.inject(Session).isAdmin as unknown as WritableSignal<boolean>).set(isAdmin);
    await page.answer(page.ticketCall(2), detail(requester));
    return page;
  };

  const tells = async (page: TicketsPage, erasure: Erasure) => {
    page.http.expectOne(ERASURE).flush({ erasure });
    await page.settle();
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
    call.flush(ASKED);
    await page.settle();
    await page.answer(page.ticketCall(2), detail({ ...ANNA, name: 'Erased person', address: null }));
    expect(page.text(`${LINE} .name`)).toContain('Erased person');
    await tells(page, { ...ASKED, tickets: 2 });
    expect(page.text(PROGRESS)).toContain('words are gone from 2 tickets so far');
  });

  it('stays where the reason names them, which stands by the field', async () => {
    const page = await open(true);
    await page.menuOf('More about Anna Berg', LINE, (menu) => menu.clickItem({ text: /Erase this person/ }));
    const why = document.querySelector<HTMLTextAreaElement>('desk-removal-dialog textarea')!;
    why.value = 'Anna Berg asked.';
    why.dispatchEvent(new Event('input'));
    await page.click('Erase for good');
    const call = page.http.expectOne({ method: 'POST', url: ERASURE });
    const errors = [{ field: 'reason', code: 'names_person', message: 'Reason must not name them.' }];
    call.flush(...aProblem(400, 'validation_failed', { errors }));
    await page.settle();

    expect(page.text('desk-removal-dialog mat-error')).toBe('Reason must not name them.');
    expect(why.value).toBe('Anna Berg asked.');
  });

  it('is followed to its end', async () => {
    const page = await open(true, { ...ANNA, name: 'Erased person', address: null });
    await tells(page, { ...ASKED, step: 'mails', mails: 5, mails_in_all: 9 });
    expect(page.text(PROGRESS)).toContain('5 of 9 mails gone over');
    jest.useFakeTimers();
    TestBed.inject(Live).hear({ kind: 'erasures.changed' });
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(GATHER_MS + 500);
    TestBed.tick();
    jest.useRealTimers();
    const done = { step: 'done', finished_at: '2026-04-21T08:13:40.120Z', tickets: 4, messages: 17 } as const;
    await tells(page, { ...ASKED, ...done });
    expect(page.text(PROGRESS)).toContain('Erased for good: 17 texts in 4 tickets');
  });

  it('is asked of nobody but admins, and of nobody who has an address', async () => {
    await (await open(false, { ...ANNA, name: 'Erased person', address: null })).settle();
    TestBed.inject(HttpTestingController).expectNone(ERASURE);
  });
});
