import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { HealthApi } from '../../api/health-api';
import { People } from '../../api/people';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { PEOPLE } from '../testing/people';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const FILTERS = 'desk-filter-bar';

describe('the list of tickets', () => {
  it('shows the tickets with their count', async () => {
    const page = await TicketsPage.openWith(
      '/tickets?view=all',
      aPage(tickets(3, 1), { count: 10_000, count_exact: false }),
    );

    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 2', 'Ticket number 1']);
    expect(page.text('.count')).toBe('10,000+ tickets');
    expect(page.valueIn(0, 'category')).toBe('Category: Billing');
  });

  it('asks for what the address says', async () => {
    const page = await TicketsPage.open(
      '/tickets?status=open,in_progress&priority=urgent&category=billing,gone&search=vat',
    );
    const { params } = (await page.answerList(aPage([]))).request;

    expect(params.toString()).toBe(
      'status=open&status=in_progress&category=billing&search=vat&sort=newest&limit=50&count=false',
    );
  });

  it('can be narrowed to those of people who have left', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    await page.router.navigateByUrl('/tickets?view=all&assignee=inactive');
    await page.settle();
    const { params } = (await page.answerList(aPage(tickets(3, 2, { assignee: 4 })))).request;

    expect(params.get('assignee')).toBe('inactive');
    expect(page.text('.count')).toBe('2 tickets');
    expect(page.text(FILTERS)).toContain('Somebody who has left');
    expect(page.text('desk-ignored-banner')).toBe('');
  });

  it('shows the rows of a search first, then counts them', async () => {
    const page = await TicketsPage.openWith(
      '/tickets?view=all&search=vat',
      aPage(tickets(3, 1), { count: 3, count_exact: false }),
    );
    expect(page.titles()).toHaveLength(3);
    expect(page.text('.count')).toBe('3+ tickets');

    const { params } = (await page.answerList(aPage(tickets(1, 1), { count: 309 }))).request;
    expect(params.toString()).toBe('search=vat&sort=newest&limit=1');
    expect(page.titles()).toHaveLength(3);
    expect(page.text('.count')).toBe('309 tickets');
  });

  it('shows the rows of a search, and at least how many they are, when counting them fails', async () => {
    const page = await TicketsPage.openWith(
      '/tickets?view=all&search=vat',
      aPage(tickets(3, 1), { count: 3, count_exact: false }),
    );
    await page.refuse(page.listCall(), 503, 'database_timeout', 'This search takes too long.');

    expect(page.titles()).toHaveLength(3);
    expect(page.text('.count')).toBe('3+ tickets');
    expect(document.querySelector('desk-banner')).toBeNull();
  });

  it('finds a merged category where its tickets went, and does not offer it', async () => {
    const page = await TicketsPage.open('/tickets?category=refunds');
    const { params } = (await page.answerList(aPage(tickets(3, 1)))).request;
    expect(params.toString()).toBe('category=billing&sort=newest&limit=50');

    await page.menuOf('Category', FILTERS, async (menu) => {
      const items = await menu.getItems();
      expect(await Promise.all(items.map((item) => item.getText()))).toEqual([
        'Billing',
        'Technical',
        'Account',
        'General',
      ]);
    });
  });

  it('writes a chosen filter into the address, and asks again', async () => {
    const page = await TicketsPage.openWith('/tickets?search=vat', aPage(tickets(3, 1)));
    await page.menuOf('Status', FILTERS, async (menu) => {
      await menu.clickItem({ text: 'In progress' });
      await page.settle();
      await page.answerList(aPage(tickets(2, 1)));
      expect(await menu.isOpen()).toBe(true);
    });

    expect(page.router.url).toBe('/tickets?search=vat&view=all&sort=newest&status=in_progress');
    expect(page.text(FILTERS)).toContain('Status: In progress');
    expect(page.titles()).toEqual(['Ticket number 2', 'Ticket number 1']);
  });

  it('exports what it lists, and says when that is nothing', async () => {
    const shown = () => document.querySelector('[aria-label="Export as CSV"]');
    const page = await TicketsPage.openWith('/tickets?status=open,closed&search=vat', aPage(tickets(3, 1)));
    expect(shown()?.getAttribute('href')).toBe('/api/tickets.csv?status=open&status=closed&search=vat&sort=newest');
    expect(shown()?.hasAttribute('download')).toBe(true);

    await page.click('Clear');
    await page.answerList(aPage([]));
    expect(shown()?.hasAttribute('href')).toBe(false);
    expect(shown()?.getAttribute('aria-disabled')).toBe('true');
  });

  it('clears one filter or all of them', async () => {
    const page = await TicketsPage.openWith('/tickets?status=open&priority=high&search=vat', aPage([]));
    await page.click('Clear the filter Status');
    expect(page.router.url).toBe('/tickets?priority=high&search=vat&view=all&sort=newest');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Filter by Status');
    await page.answerList(aPage([]));

    await page.click('Clear');
    expect(page.router.url).toBe('/tickets?view=all&sort=newest');
  });

  it('loads the next page before the end is reached', async () => {
    const page = await TicketsPage.openWith(
      '/tickets?view=all',
      aPage(tickets(60, 41), { count: 60, next_cursor: 'c1' }),
    );
    const call = await page.answerList(aPage(tickets(40, 1), { count: 60 }));

    expect(call.request.params.get('cursor')).toBe('c1');
    expect(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('61');
  });

  it('offers to try again when more tickets do not come', async () => {
    const page = await TicketsPage.openWith(
      '/tickets?view=all',
      aPage(tickets(60, 51), { count: 60, next_cursor: 'c1' }),
    );
    await page.refuse(page.listCall(), 503, 'database_unavailable', 'The database is away.');
    expect(page.text('.tail')).toContain('More tickets could not be loaded.');
    expect(page.titles()).toHaveLength(10);

    await page.click('Try again');
    await page.answerList(aPage(tickets(50, 41)));
    expect(page.titles()).toHaveLength(20);
    expect(page.text('.tail')).toBe('End of the list');
  });

  it('offers no second try of more tickets that are refused', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(60, 51), { next_cursor: 'c1' }));
    await page.refuse(page.listCall(), 400, 'invalid_cursor', 'This cursor is of another list.');

    expect(page.text('.tail')).toBe('More tickets could not be loaded. This cursor is of another list.');
  });

  it('counts those of people who have left as long as these are not back', async () => {
    const page = await TicketsPage.openWith(
      '/tickets?view=all&assignee=inactive',
      aPage(tickets(3, 1, { assignee: 4 })),
    );
    expect(page.text('.count')).toBe('3 tickets');

    TestBed.inject(People).reload();
    await page.settle();
    page.http.expectOne('/api/users').flush({ results: PEOPLE.map((person) => ({ ...person, active: true })) });
    await page.settle();
    expect(document.querySelectorAll('desk-ticket-row.is-leaving')).toHaveLength(3);
    expect(page.text('.count')).toBe('0 tickets');
  });

  it('takes the desk’s word for who has left until the people are known', async () => {
    const page = await TicketsPage.open('/tickets?view=all&assignee=inactive');
    await page.answerList(aPage(tickets(3, 1, { assignee: 9 })));
    expect(document.querySelectorAll('desk-ticket-row.is-leaving')).toHaveLength(0);
    expect(page.text('.count')).toBe('3 tickets');
  });

  it('puts a new ticket that matches on top and counts it', async () => {
    const page = await TicketsPage.openWith('/tickets?category=billing', aPage(tickets(3, 1)));
    await create(page, 4, 'billing');
    await create(page, 5, 'account');

    expect(page.titles()[0]).toBe('Ticket number 4');
    expect(page.titles()).toHaveLength(4);
    expect(page.text('.count')).toBe('4 tickets');
  });

  it('welcomes the very first ticket', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage([]));
    expect(page.text('desk-empty-state')).toContain('No tickets yet');
    expect(document.querySelector('desk-empty-state a')?.getAttribute('href')).toBe('api/docs');
    await create(page, 1, 'billing');

    expect(page.titles()).toEqual(['Ticket number 1']);
  });

  it('shows what the page of a ticket learns of it', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), aTicket(2, { priority: 'critical', version: 2 }));

    expect(page.valueIn(1, 'priority')).toBe('Priority: Critical');
  });

  it('loses a deleted ticket, and counts on', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    TestBed.inject(TicketStore).tell({ kind: 'gone', id: 2 });
    await page.settle();

    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 1']);
    expect(page.text('.count')).toBe('2 tickets');
  });

  it('loses a ticket that turns out to be deleted when it is changed', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    await page.pick('Status', 'Resolved', page.row(1));
    await page.refuse(page.changeCall(2), 404, 'ticket_not_found', 'There is no ticket #2.');

    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 1']);
    expect(page.text('desk-snack-message')).toContain('The status of #2 was not changed. There is no ticket #2.');
    TestBed.inject(MatSnackBar).dismiss();
  });

  it('names the filters that nothing matches, and clears them', async () => {
    const page = await TicketsPage.openWith('/tickets?status=open&priority=critical', aPage([]));
    expect(page.text('desk-empty-state h2')).toBe('No ticket matches both filters');
    expect(page.text('desk-empty-state p')).toBe('Open, critical.');

    await page.click('Clear filters');
    expect(page.router.url).toBe('/tickets?view=all&sort=newest');
    await page.answerList(aPage(tickets(2, 1)));
    expect(page.titles()).toHaveLength(2);
  });

  it('says why it has nothing to show, and tries again', async () => {
    const page = await TicketsPage.open('/tickets?status=open');
    expect(document.querySelector('desk-row-skeletons')).not.toBeNull();
    await page.refuse(page.listCall(), 503, 'database_unavailable', 'The database is away.');
    expect(page.text('desk-error-state')).toContain('The database is away. Your filters are kept.');
    expect(page.text('desk-error-state code')).toBe('req-1');

    await page.click('Try again');
    await page.answerList(aPage(tickets(2, 1)));
    expect(page.titles()).toHaveLength(2);
  });

  it('keeps its rows while it is refreshed, and when that fails', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(2, 1)));
    await page.click('Refresh the list');
    expect(page.titles()).toHaveLength(2);
    expect(document.querySelector('mat-progress-bar')).not.toBeNull();

    await page.refuse(page.listCall(), 503, 'database_unavailable', 'The database is away.');
    expect(page.titles()).toHaveLength(2);
    expect(page.text('desk-banner')).toContain('The list could not be refreshed. The database is away. Request req-1.');
  });

  it('is refreshed by itself when the next call shows that the desk is back', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(2, 1)));
    await page.click('Refresh the list');
    page.listCall().error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text('desk-banner')).toContain('The list could not be refreshed.');
    TestBed.inject(HealthApi).ready().subscribe();
    page.http.expectOne('/api/health/ready').flush({});
    await page.settle();
    await page.answerList(aPage(tickets(3, 1)));

    expect(document.querySelector('desk-banner')).toBeNull();
    expect(page.titles()).toHaveLength(3);
  });

  it('goes on loading by itself when the desk is back', async () => {
    const page = await TicketsPage.openWith(
      '/tickets?view=all',
      aPage(tickets(60, 51), { count: 60, next_cursor: 'c1' }),
    );
    page.listCall().error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text('.tail')).toContain('More tickets could not be loaded.');
    window.dispatchEvent(new Event('online'));
    await page.settle();
    await page.answerList(aPage(tickets(50, 41)));

    expect(page.titles()).toHaveLength(20);
  });

  it('says when the tickets before these do not come, and offers to try again where that may help', async () => {
    const page = await TicketsPage.openWith(
      '/tickets?view=all',
      aPage(tickets(60, 51), { count: 70, previous_cursor: 'p1' }),
    );
    await page.refuse(page.listCall(), 503, 'database_unavailable', 'The database is away.');
    expect(page.text('desk-banner')).toContain(
      'The tickets before these could not be loaded. The database is away. Request req-1.',
    );
    expect(page.titles()).toHaveLength(10);

    await page.click('Try again');
    expect(document.querySelector('desk-banner')).toBeNull();
    await page.refuse(page.listCall(), 400, 'validation_failed', 'The cursor is of another list.');
    expect(page.text('desk-banner')).toContain('The cursor is of another list.');
    expect(page.text('desk-banner')).not.toContain('Try again');
  });

  it('moves with J, K and the arrows, one row reachable by Tab', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    const focused = () => document.activeElement?.textContent.trim();
    await page.press('j');
    expect(focused()).toBe('Ticket number 3');
    await page.press('j');
    await page.press('ArrowDown');
    expect(focused()).toBe('Ticket number 1');
    await page.press('k');
    expect(focused()).toBe('Ticket number 2');

    const reachable = [...document.querySelectorAll<HTMLElement>('desk-ticket-row .title')].map((row) => row.tabIndex);
    expect(reachable).toEqual([-1, 0, -1]);
  });

  it('moves before the next key comes, however fast', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    const drawn = page.press('j');
    expect(document.activeElement?.textContent.trim()).toBe('Ticket number 3');
    await drawn;
  });

  it('opens the menu of the row that has the focus', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    await page.press('j');
    await page.press('p');
    expect(document.querySelector('[role=menu]')?.getAttribute('aria-label')).toBe('Priority');

    await page.press('4');
    expect(page.changeCall(3).request.body).toEqual({ priority: 'critical' });
  });

  async function create(page: TicketsPage, id: number, category: string): Promise<void> {
    const ticket = { title: `Ticket number ${id}`, description: 'x', category, priority: 'low' } as const;
    TestBed.inject(TicketsApi).create(ticket).subscribe();
    const call = page.http.expectOne({ method: 'POST', url: '/api/tickets' });
    await page.answer(call, aTicket(id, ticket));
  }
});
