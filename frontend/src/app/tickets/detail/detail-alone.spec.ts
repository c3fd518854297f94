import { TestBed } from '@angular/core/testing';
import type { Routes } from '@angular/router';
import { TicketStore } from '../../api/ticket-store';
import { aTicket } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';
import { TicketDetail } from './ticket-detail';

const DETAIL = 'desk-ticket-detail';
/** No list anywhere. */
const ALONE: Routes = [{ path: ':id', component: TicketDetail }];

describe('a ticket without a list', () => {
  let page: TicketsPage;

  beforeEach(async () => {
    page = await TicketsPage.open('/tickets/7', 1440, ALONE);
    await page.answer(page.ticketCall(7), aTicket(7));
  });

  it('is shown, and asks for no list', () => {
    expect(page.text(`${DETAIL} h2`)).toBe('Ticket number 7');
    expect(document.querySelector(`${DETAIL} h2`)?.getAttribute('aria-level')).toBe('1');
    expect(document.title).toBe('#7 Ticket number 7 · Support Ticket System');
    page.http.expectNone(({ url }) => url === '/api/tickets');
  });

  it('is changed in place', async () => {
    await page.pick('Priority', 'Critical', DETAIL);
    const call = page.changeCall(7);
    expect(call.request.body).toEqual({ priority: 'critical' });
    expect(call.request.headers.get('If-Match')).toBe('"1"');
    await page.answer(call, aTicket(7, { priority: 'critical', version: 2 }));

    expect(document.querySelector(`${DETAIL} .priority button`)?.getAttribute('aria-label')).toBe('Priority: Critical');
  });

  it('has no neighbours, and leads to the list', async () => {
    const named = (name: string) => document.querySelector(`${DETAIL} button[aria-label="${name}"]`);
    expect(named('Next ticket')).toBeNull();
    expect(named('Open over the full width')).toBeNull();
    expect(named('Back to the list')).not.toBeNull();
    expect(named('Copy the link')).not.toBeNull();
  });

  it('follows what is told of it, to its end', async () => {
    const store = TestBed.inject(TicketStore);
    store.tell({ kind: 'written', ticket: aTicket(7, { title: 'Told by the server', version: 2 }) });
    await page.settle();
    expect(page.text(`${DETAIL} h2`)).toBe('Told by the server');

    store.tell({ kind: 'gone', id: 7 });
    await page.settle();
    expect(page.text(DETAIL)).toContain('Ticket #7 was deleted.');
  });
});
