import { TestBed } from '@angular/core/testing';
import { TicketStore } from '../../api/ticket-store';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

describe('after many tickets were changed at once', () => {
  it('the list and the ticket beside it are read again', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), aTicket(2));
    TestBed.inject(TicketStore).tellMany();
    await page.settle();
    const moved = aTicket(2, { category: 'technical', version: 2 });
    await page.answerList(aPage([aTicket(3), moved]));
    await page.answer(page.ticketCall(2), moved);

    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 2']);
    expect(page.valueIn(1, 'category')).toBe('Category: Technical');
    expect(document.querySelector('desk-ticket-detail .category button')?.getAttribute('aria-label')).toBe(
      'Category: Technical',
    );
  });
});
