import { type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { Ticket } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';
import { GATHER_MS } from './search-answers';

describe('a list under a search', () => {
  let page: TicketsPage;

  beforeEach(async () => {
    // Only the gathering of questions is played; the page settles in real turns.
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'queueMicrotask', 'nextTick'] });
    page = await TicketsPage.openWith('/tickets?search=refund&status=open', aPage(tickets(3, 1)));
  });

  afterEach(() => jest.useRealTimers());

  it('shows a new ticket when the API finds it', async () => {
    await write(aTicket(4, { title: 'Nothing of the kind' }));
    expect(page.titles()).toHaveLength(3);
    const call = question();
    expect(call.request.params.toString()).toBe('status=open&search=refund&sort=newest&id=4&limit=1');
    await answer(call, [aTicket(4, { title: 'Nothing of the kind' })]);

    expect(page.titles()[0]).toBe('Nothing of the kind');
    expect(page.text('.count')).toBe('4 tickets');
  });

  it('does not show one that the API does not find, whatever its words', async () => {
    await write(aTicket(4, { title: 'refund' }));
    await answer(question(), []);

    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 2', 'Ticket number 1']);
  });

  it('asks nothing about a ticket whose values do not fit', async () => {
    await write(aTicket(4, { status: 'closed' }));

    expectNoQuestion();
  });

  it('asks nothing about a ticket of the list whose words are the same', async () => {
    await write(aTicket(2, { priority: 'critical', version: 2 }));

    expectNoQuestion();
    expect(page.valueIn(1, 'priority')).toBe('Priority: Critical');
  });

  it('leaves a ticket in its place when its new words are not found, with the reason', async () => {
    await write(aTicket(2, { title: 'Another matter', version: 2 }));
    expect(page.text('.count')).toBe('3 tickets');
    await answer(question(), []);

    expect(page.titles()).toEqual(['Ticket number 3', 'Another matter', 'Ticket number 1']);
    expect(page.text(`${page.row(1)} .excerpt`)).toMatch(/^Reworded .*, leaves this list at the next refresh$/);
    expect(page.text('.count')).toBe('2 tickets');
  });

  it('says the same of one that somebody else reworded and that was only read here', async () => {
    TestBed.inject(TicketStore).tell({ kind: 'read', ticket: aTicket(2, { title: 'Another matter', version: 2 }) });
    await page.settle();
    await answer(question(), []);

    expect(page.text(`${page.row(1)} .excerpt`)).toMatch(/^Reworded .*, leaves this list at the next refresh$/);
  });

  it('keeps one whose new words are found, and one that got its words back', async () => {
    await write(aTicket(2, { title: 'Refund, again', version: 2 }));
    await answer(question(), [aTicket(2, { title: 'Refund, again', version: 2 })]);
    expect(page.text('.count')).toBe('3 tickets');

    await write(aTicket(2, { title: 'Another matter', version: 3 }));
    await answer(question(), []);
    expect(page.text('.count')).toBe('2 tickets');
    await write(aTicket(2, { title: 'Refund, again', version: 4 }));
    expectNoQuestion();
    expect(page.text('.count')).toBe('3 tickets');
  });

  it('stays as it is when the question fails', async () => {
    await write(aTicket(4));
    await page.refuse(question(), 503, 'search_busy', 'Too many searches at once.');

    expect(page.titles()).toHaveLength(3);
    expect(document.querySelector('desk-banner')).toBeNull();
  });

  it('takes no answer that belongs to another search', async () => {
    await write(aTicket(4));
    const late = question();
    await page.router.navigateByUrl('/tickets?search=invoice');
    await page.settle();
    const list = page.http.expectOne(({ params }) => params.get('search') === 'invoice');
    list.flush(aPage(tickets(2, 1)));
    await answer(late, [aTicket(4)]);

    expect(page.titles()).toEqual(['Ticket number 2', 'Ticket number 1']);
  });

  async function write(ticket: Ticket): Promise<void> {
    TestBed.inject(TicketStore).tell({ kind: 'written', ticket });
    await page.settle();
  }

  function question(): TestRequest {
    jest.advanceTimersByTime(GATHER_MS);
    return page.http.expectOne(({ params }) => params.has('id'));
  }

  function expectNoQuestion(): void {
    jest.advanceTimersByTime(GATHER_MS);
    page.http.expectNone(({ params }) => params.has('id'));
  }

  async function answer(call: TestRequest, found: Ticket[]): Promise<void> {
    call.flush(aPage(found));
    await page.settle();
  }
});
