import { TestBed } from '@angular/core/testing';
import { TicketStore } from '../../api/ticket-store';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage, VIEWS } from '../testing/tickets-page';

const tabs = () =>
  [...document.querySelectorAll('desk-view-tabs a')].map((tab) => tab.textContent.replace(/\s+/g, ' ').trim());

describe('the views of the list', () => {
  beforeEach(() => localStorage.clear());

  it('begin with what is unresolved, the most urgent first, and count each', async () => {
    const page = await TicketsPage.open('/tickets');
    const { params } = (await page.answerList(aPage(tickets(3, 1)))).request;

    expect(params.toString()).toBe('status=open&status=in_progress&sort=most_urgent&limit=50');
    expect(page.router.url).toBe('/tickets?view=unresolved&sort=most_urgent');
    expect(tabs()).toEqual(['Unresolved 312', 'Mine 311', 'Unassigned 310', 'All 309']);
    expect(page.text('desk-view-tabs [aria-current]')).toBe('Unresolved 312');
  });

  it('are counted again after every news', async () => {
    const page = await TicketsPage.openWith('/tickets', aPage(tickets(3, 1)));
    TestBed.inject(TicketStore).tell({ kind: 'written', ticket: aTicket(2, { status: 'resolved', version: 2 }) });
    await page.settle();
    page.http.expectOne('/api/tickets/views').flush({ results: VIEWS.map((view) => ({ ...view, count: 7 })) });
    await page.settle();

    expect(tabs()).toEqual(['Unresolved 7', 'Mine 7', 'Unassigned 7', 'All 7']);
  });

  it('are counted once for the page that opens with them, and again whenever the list is opened', async () => {
    const page = await TicketsPage.open('/tickets');
    page.http.expectNone('/api/tickets/views');
    await page.answerList(aPage(tickets(3, 1)));
    await page.router.navigateByUrl('/');
    await page.settle();
    page.http.expectNone('/api/tickets/views');
    await page.router.navigateByUrl('/tickets');
    await page.settle();
    page.http.expectOne('/api/tickets/views');
  });

  it('keep their counts when these cannot be had any more', async () => {
    const page = await TicketsPage.openWith('/tickets', aPage(tickets(3, 1)));
    TestBed.inject(TicketStore).tell({ kind: 'written', ticket: aTicket(2, { status: 'resolved', version: 2 }) });
    await page.settle();
    page.http.expectOne('/api/tickets/views').error(new ProgressEvent('error'));
    await page.settle();

    expect(tabs()).toEqual(['Unresolved 312', 'Mine 311', 'Unassigned 310', 'All 309']);
  });

  it('are remembered with their sort, and stand in the address', async () => {
    const page = await TicketsPage.openWith('/tickets', aPage(tickets(3, 1)));
    await page.click('Mine');
    expect(page.router.url).toBe('/tickets?view=mine&sort=most_urgent');
    const mine = await page.answerList(aPage(tickets(2, 1)));
    expect(mine.request.params.getAll('assignee')).toEqual(['me']);
    await page.click('Sort by');
    await page.click('Oldest first');
    expect(page.router.url).toBe('/tickets?view=mine&sort=oldest');
    await page.answerList(aPage(tickets(2, 1)));

    await page.router.navigateByUrl('/tickets');
    await page.settle();
    expect(page.router.url).toBe('/tickets?view=mine&sort=oldest');
  });

  it.each([
    ['/tickets?status=open', 'status=open&sort=newest&limit=50', 'All 309'],
    ['/tickets?assignee=none&status=open', 'status=open&assignee=none&sort=newest&limit=50', 'All 309'],
    [
      '/tickets?view=unresolved&priority=high',
      'status=open&status=in_progress&priority=high&sort=most_urgent&limit=50',
      'Unresolved 312',
    ],
    ['/tickets?triage=pending', 'triage=pending&sort=newest&limit=50', 'All 309'],
    [
      '/tickets?view=mine&triage=pending',
      'status=open&status=in_progress&assignee=me&triage=pending&sort=most_urgent&limit=50',
      'Mine 311',
    ],
    ['/tickets?sort=oldest', 'status=open&status=in_progress&sort=oldest&limit=50', 'Unresolved 312'],
  ])('%s means what it says', async (url, asked, view) => {
    const page = await TicketsPage.open(url);
    const { params } = (await page.answerList(aPage(tickets(3, 1)))).request;

    expect(params.toString()).toBe(asked);
    expect(page.text('desk-view-tabs [aria-current]')).toBe(view);
    expect(page.text('desk-list-head desk-banner')).toBe('');
  });

  it.each([
    ['/tickets?assignee=99', 'assignee “99”'],
    ['/tickets?status=bogus', 'status “bogus”'],
    ['/tickets?status=open,bogus,closed', 'status “bogus”'],
    ['/tickets?sort=upwards', 'sort “upwards”'],
    ['/tickets?view=bogus', 'view “bogus”'],
    ['/tickets?category=gone,billing', 'category “gone”'],
    ['/tickets?triage=done', 'triage “done”'],
    ['/tickets?priority=x', 'priority “x”'],
    ['/tickets?view=unresolved&status=closed', 'status “closed”'],
    ['/tickets?view=mine&assignee=2', 'assignee “2”'],
    ['/tickets?page=2', 'page “2”'],
  ])('%s: what is ignored is named, and can be removed', async (url, words) => {
    const page = await TicketsPage.openWith(url, aPage(tickets(3, 1)));
    expect(page.text('desk-list-head desk-banner')).toContain(`It ignores ${words}.`);

    await page.click('Remove');
    expect(page.text('desk-list-head desk-banner')).toBe('');
  });

  it('tell apart what nobody has sorted, lead there, and narrow it further', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    page.http.match('/api/tickets/views').forEach((call) => call.flush({ results: VIEWS, pending: 12 }));
    await page.click('Refresh the list');
    await page.answerList(aPage(tickets(3, 1)));
    page.http.match('/api/tickets/views').forEach((call) => call.flush({ results: VIEWS, pending: 12 }));
    await page.settle();
    expect(page.text('desk-list-head .pending')).toBe('12 not sorted');

    await page.click('12 not sorted');
    await page.answerList(aPage(tickets(3, 1, { triage: 'pending' })));
    expect(page.router.url).toBe('/tickets?view=all&triage=pending&sort=newest');
    expect(page.text('desk-list-head .count')).toBe('3 not sorted');
    expect(page.text('desk-list-head .pending')).toBe('');
    expect(page.text('desk-filter-bar .on')).toContain('Not sorted yet');
    expect(page.text('desk-ticket-row')).toContain('Not sorted yet');
    expect(document.querySelector('desk-export-link a')!.getAttribute('href')).toContain('triage=pending');

    await page.click('Clear');
    expect((await page.answerList(aPage(tickets(3, 1)))).request.params.has('triage')).toBe(false);
  });

  it('keep in the next view the filters that can be met there', async () => {
    const page = await TicketsPage.openWith('/tickets?status=closed&assignee=2&priority=high', aPage(tickets(3, 1)));
    await page.click('Unassigned');
    const { params } = (await page.answerList(aPage([]))).request;

    expect(params.toString()).toBe(
      'status=open&status=in_progress&assignee=none&priority=high&sort=most_urgent&limit=50',
    );
  });

  it('say what it means that one is empty', async () => {
    const page = await TicketsPage.openWith('/tickets?view=mine', aPage([]));
    expect(page.text('desk-empty-state')).toContain('Nothing is waiting for you');

    await page.click('Show all tickets');
    expect(page.router.url).toBe('/tickets?view=all&sort=newest');
  });

  it('turn with M and U', async () => {
    const page = await TicketsPage.openWith('/tickets?view=unassigned', aPage(tickets(3, 1)));
    await page.press('m');
    expect(page.router.url).toContain('view=mine');
    await page.answerList(aPage(tickets(3, 1)));
    await page.press('m');
    expect(page.router.url).toContain('view=unresolved');
    await page.answerList(aPage(tickets(3, 1)));
    await page.press('u');
    expect(page.router.url).toContain('assignee=none');
  });
});

describe('a ticket that is open when the page is loaded', () => {
  const middle = () => aPage(tickets(60, 51), { count: 99, next_cursor: 'c', previous_cursor: 'b' });

  it('has the list opened at its place, and both neighbours', async () => {
    const page = await TicketsPage.open('/tickets/55?view=all&sort=newest');
    const { params } = (await page.answerList(middle())).request;
    expect(params.get('around')).toBe('55');

    await page.press('j');
    expect(page.router.url).toBe('/tickets/54?view=all&sort=newest');
  });

  it('is in sight in the list, also where that is loaded from its beginning', async () => {
    const page = await TicketsPage.openWith('/tickets/30?view=all', aPage(tickets(60, 21)));
    const top = document.querySelector('desk-ticket-rows .scroller')?.scrollTop ?? 0;

    expect(top).toBeLessThanOrEqual(30 * 56);
    expect(top).toBeGreaterThan(31 * 56 - window.innerHeight);
    expect(page.text('desk-ticket-row[aria-selected=true] .title')).toBe('Ticket number 30');
  });

  it('has neighbours by its order where the view does not hold it', async () => {
    const page = await TicketsPage.open('/tickets/70?view=unresolved&sort=oldest');
    const place = { status: 'resolved', created_at: '2026-04-20T09:23:00.000Z' } as const;
    page.ticketCall(70).flush(aTicket(70, place));
    const older = tickets(3, 1).toReversed();
    const newer = tickets(82, 81, { created_at: '2026-04-20T09:24:00.000Z' }).toReversed();
    await page.answerList(aPage([...older, ...newer]));

    await page.press('j');
    expect(page.router.url).toContain('/tickets/81?');
  });
});
