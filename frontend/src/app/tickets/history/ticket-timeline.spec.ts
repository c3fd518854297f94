import { anEvent, created } from '../testing/events';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const DETAIL = 'desk-ticket-detail';
const HISTORY = 'desk-ticket-timeline';
const LIST = aPage(tickets(3, 1));

describe('the history on the page of a ticket', () => {
  it('is told, and marks who decided', async () => {
    const page = await open(aTicket(2, { category: 'technical', priority: 'high' }));
    expect(page.text(HISTORY)).toContain('Loading the history');
    await page.answerEvents(2, [created('technical', 'billing')]);

    expect(entries()).toEqual([
      'The desk suggested 20 Apr Billing · 71 % High · 88 %',
      'Mina Park changed the category, kept the priority 20 Apr Billing Technical',
    ]);
    expect(page.text(`${DETAIL} .category desk-origin-mark`)).toBe('Mina');
    expect(page.text(`${DETAIL} .priority desk-origin-mark`)).toBe('Suggested');
    expect(document.querySelector(`${DETAIL} .status desk-origin-mark`)).toBeNull();
  });

  it('calls the reader’s own choice theirs', async () => {
    const page = await open(aTicket(2, { category: 'technical' }));
    await page.answerEvents(2, [{ ...created('technical', 'billing'), actor: 1 }]);

    expect(page.text(`${DETAIL} .category desk-origin-mark`)).toBe('Yours');
  });

  it('grows with what is changed here', async () => {
    const page = await open(aTicket(2));
    await page.answerEvents(2, [created('billing', null)]);
    await page.pick('Status', 'Resolved', DETAIL);
    await page.answer(page.changeCall(2), aTicket(2, { status: 'resolved', version: 2 }));
    await page.answerEvents(2, [
      created('billing', null),
      anEvent(2, [{ field: 'status', from: 'open', to: 'resolved' }], { actor: 1 }),
    ]);

    expect(entries()).toEqual([
      'Mina Park created the ticket 20 Apr',
      'Priya Nair resolved the ticket 20 Apr Open Resolved',
    ]);
  });

  it('does not ask again for a change of another ticket', async () => {
    const page = await open(aTicket(2));
    await page.answerEvents(2, [created('billing', null)]);
    await page.pick('Status', 'Resolved', page.row(0));
    await page.answer(page.changeCall(3), aTicket(3, { status: 'resolved', version: 2 }));

    page.http.expectNone(({ url }) => url === '/api/tickets/2/events');
  });

  it('is read page by page to its end, from the last page when it grows', async () => {
    const page = await open(aTicket(2));
    await page.answerEvents(2, [created('billing', null)], 'c1');
    expect(page.eventsCall(2).request.params.get('cursor')).toBe('c1');
    await page.pick('Status', 'Resolved', DETAIL);
    await page.answer(page.changeCall(2), aTicket(2, { status: 'resolved', version: 2 }));
    await page.answerEvents(2, [created('billing', null)], 'c1');
    await page.answerEvents(2, [anEvent(2, [{ field: 'status', from: 'open', to: 'resolved' }])]);
    expect(entries()).toHaveLength(2);

    await page.pick('Status', 'Closed', DETAIL);
    await page.answer(page.changeCall(2), aTicket(2, { status: 'closed', version: 3 }));
    expect(page.eventsCall(2).request.params.get('cursor')).toBe('c1');
  });

  it('is folded in the middle when it is long', async () => {
    const page = await open(aTicket(2));
    const changes = Array.from({ length: 30 }, (_, index) =>
      anEvent(index + 2, [{ field: 'status', from: 'open', to: index % 2 ? 'open' : 'in_progress' }]),
    );
    await page.answerEvents(2, [created('billing', null), ...changes]);
    expect(entries()).toHaveLength(11);

    await page.click('Show 20 more in between');
    expect(entries()).toHaveLength(31);
    expect(document.activeElement).toBe(document.querySelectorAll(`${HISTORY} .event`)[3]);
  });

  it('offers to try again when it does not come', async () => {
    const page = await open(aTicket(2));
    await page.refuse(page.eventsCall(2), 503, 'database_unavailable', 'The database is away.');
    expect(page.text(`${HISTORY} [role=alert]`)).toContain('The history could not be loaded. The database is away.');

    await page.click('Try again');
    await page.answerEvents(2, []);
    expect(page.text(HISTORY)).toContain('Nothing has been written down yet.');
  });

  it('offers no second try of what is refused', async () => {
    const page = await open(aTicket(2));
    await page.refuse(page.eventsCall(2), 403, 'no_access', 'It is not for you.');

    expect(page.text(`${HISTORY} [role=alert]`)).toBe('The history could not be loaded. It is not for you.');
  });

  it('asks before it reads on without end', async () => {
    const page = await open(aTicket(2));
    for (let number = 1; number <= 5; number += 1) {
      await page.answerEvents(2, [anEvent(number, [{ field: 'status', from: 'open', to: 'resolved' }])], `c${number}`);
    }
    page.http.expectNone(({ url }) => url === '/api/tickets/2/events');
    await page.click('Show later changes');
    await page.answerEvents(2, [anEvent(5, [{ field: 'status', from: 'open', to: 'resolved' }])], 'c5');
    await page.answerEvents(2, [anEvent(6, [{ field: 'status', from: 'resolved', to: 'open' }])]);

    expect(entries()).toHaveLength(6);
  });

  it('shows another ticket’s own', async () => {
    const page = await open(aTicket(2));
    await page.answerEvents(2, [created('billing', 'billing')]);
    await page.click('Next ticket');
    expect(entries()).toEqual([]);
    await page.answerEvents(1, [created('billing', null)]);

    expect(entries()).toEqual(['Mina Park created the ticket 20 Apr']);
  });

  async function open(ticket: ReturnType<typeof aTicket>): Promise<TicketsPage> {
    const page = await TicketsPage.openWith(`/tickets/${ticket.id}`, LIST);
    await page.answer(page.ticketCall(ticket.id), ticket);
    return page;
  }

  function entries(): string[] {
    return [...document.querySelectorAll(`${HISTORY} .event`)].map((entry) => words(entry));
  }

  function words(element: Element): string {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: string[] = [];
    while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue ?? '');
    return pieces.join(' ').replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
  }
});
