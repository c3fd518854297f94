import type { Stats } from '../api/model';
import { DashboardPage } from './testing/dashboard-page';
import { statsOf } from './testing/stats-of';

const EMPTY: Partial<Stats> = {
  total_tickets: 0,
  open_tickets: 0,
  unresolved_tickets: 0,
  unassigned_tickets: 0,
  unresolved_priority_breakdown: { low: 0, medium: 0, high: 0, critical: 0 },
  unresolved_category_breakdown: { billing: 0 },
  avg_tickets_per_day: 0,
  priority_breakdown: { low: 0, medium: 0, high: 0, critical: 0 },
  category_breakdown: { billing: 0 },
  status_breakdown: { open: 0, in_progress: 0, resolved: 0, closed: 0 },
};

describe('the dashboard over time', () => {
  let page: DashboardPage;

  beforeEach(() => {
    localStorage.clear();
    page = new DashboardPage();
  });

  it('follows a change without a reload, keeping what it shows meanwhile', async () => {
    await page.open();
    await page.answer(statsOf());
    await page.change();

    expect(page.text('.total')).toContain('4,827');
    expect(page.all('mat-progress-bar')).toHaveLength(1);
    expect(page.all('desk-skeleton')).toEqual([]);

    await page.answer(statsOf({ total_tickets: 4828 }));
    expect(page.text('.total')).toContain('4,828');
    expect(page.all('mat-progress-bar')).toEqual([]);
  });

  it('keeps every bar in its place when the figures change', async () => {
    await page.open();
    await page.answer(statsOf());
    await page.change();
    await page.answer(
      statsOf({ unresolved_category_breakdown: { billing: 9999, technical: 1, account: 2, general: 3 } }),
    );

    expect(page.links('.categories')[0]).toBe('/tickets?status=open,in_progress&category=technical');
    expect(page.text('.categories a')).toBe('Technical 1 tickets, <1 %');
  });

  it('shows the figures seen last when a person comes back, while it asks again', async () => {
    await page.open();
    await page.answer(statsOf());
    page.leave();
    await page.open();

    expect(page.text('.total')).toContain('4,827');
    expect(page.all('mat-progress-bar')).toHaveLength(1);
    await page.answer(statsOf({ total_tickets: 5000 }));
    expect(page.text('.total')).toContain('5,000');
  });

  it('keeps the place of every card while it loads', async () => {
    await page.open();

    expect(page.all('h2').map((heading) => page.words(heading))).toEqual([
      'Unresolved',
      'Unassigned',
      'All tickets',
      'Created per day',
      'Unresolved by status',
      'Created and resolved',
      'Unresolved by priority',
      'Unresolved by category',
    ]);
    expect(page.all('desk-skeleton').length).toBeGreaterThan(10);
    expect(page.text('[role=status]')).toBe('Loading the figures');
    await page.answer(statsOf());
    expect(page.all('desk-skeleton')).toEqual([]);
  });

  it('is asked again by its button', async () => {
    await page.open();
    await page.answer(statsOf());
    await page.click('[aria-label="Refresh the figures"]');
    await page.answer(statsOf({ as_of: '2026-04-21T08:05:00.000Z', total_tickets: 4999 }));
    expect(page.text('.total')).toContain('4,999');
    expect(page.text('.as-of')).toBe('As of 11:05');
  });

  it('says why it failed, names the request, and tries again', async () => {
    await page.open();
    await page.fail();

    expect(page.text('desk-error-state')).toContain('The figures could not be loaded The database is away.');
    expect(page.text('desk-error-state code')).toBe('7f3c-19ab');
    await page.click('desk-error-state button');
    await page.answer(statsOf());
    expect(page.all('desk-error-state')).toEqual([]);
    expect(page.text('.total')).toContain('4,827');
  });

  it('keeps the figures when only the refresh fails, and tries again', async () => {
    await page.open();
    await page.answer(statsOf());
    await page.change();
    await page.fail();

    expect(page.text('.total')).toContain('4,827');
    expect(page.text('desk-banner')).toContain('The figures could not be refreshed');
    await page.click('desk-banner button');
    await page.answer(statsOf({ total_tickets: 4828 }));
    expect(page.all('desk-banner')).toEqual([]);
    expect(page.text('.total')).toContain('4,828');
  });

  it('refreshes the figures by itself when the desk is back', async () => {
    await page.open();
    await page.answer(statsOf());
    await page.change();
    await page.fail();
    expect(page.all('desk-banner')).toHaveLength(1);
    window.dispatchEvent(new Event('online'));
    await page.settle();
    await page.answer(statsOf({ total_tickets: 4828 }));

    expect(page.all('desk-banner')).toEqual([]);
    expect(page.text('.total')).toContain('4,828');
  });

  it('offers to write the first ticket on an empty desk', async () => {
    await page.open();
    await page.answer(statsOf({ ...EMPTY, created: [0, 0], resolved: [0, 0] }));

    expect(page.text('.total')).toBe('All tickets 0');
    expect(page.text('.average')).toBe('Created per day 0.0');
    expect(page.text('.status a')).toBe('Open 0 tickets, 0 %');
    expect(page.text('desk-empty-state h2')).toBe('No tickets yet');
    expect(page.all('desk-line-card, desk-bar-list')).toEqual([]);
    await page.click('desk-empty-state button');
    expect(page.newTicket).toHaveBeenCalledTimes(1);
  });

  it('waits for the names of the categories, and does without them when they do not come', async () => {
    await page.open();
    page.statsCall().flush(statsOf());
    await page.settle();
    expect(page.links('.priorities')).toHaveLength(4);
    expect(page.links('.categories')).toEqual([]);

    page.http.expectOne('/api/categories').flush('', { status: 500, statusText: 'Error' });
    await page.settle();
    expect(page.text('.categories a')).toBe('technical 129 tickets, 41 %');
  });
});
