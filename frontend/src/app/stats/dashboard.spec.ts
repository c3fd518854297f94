import { DashboardPage } from './testing/dashboard-page';
import { statsOf } from './testing/stats-of';

describe('the dashboard', () => {
  let page: DashboardPage;

  beforeEach(() => {
    page = new DashboardPage();
  });

  it('shows the figures with what the days say about them', async () => {
    await page.open();
    await page.answer(statsOf());

    expect(page.text('.total')).toBe('Total tickets 4,827 65 in 2 days');
    expect(page.text('.open')).toBe('Open 214 11 more unresolved in 2 days');
    expect(page.text('.average')).toBe('Average per day 30.0 32.5 in the last 2 days');
    expect(page.text('header')).toBe('Dashboard Days are counted in UTC');
  });

  it('leads from every bar and status to its tickets', async () => {
    await page.open();
    await page.answer(statsOf());

    expect(page.links('.priorities')).toEqual([
      '/tickets?priority=critical',
      '/tickets?priority=high',
      '/tickets?priority=medium',
      '/tickets?priority=low',
    ]);
    expect(page.links('.categories')).toEqual(
      ['technical', 'billing', 'account', 'general'].map((key) => `/tickets?category=${key}`),
    );
    expect(page.links('.status')).toEqual(
      ['open', 'in_progress', 'resolved', 'closed'].map((key) => `/tickets?status=${key}`),
    );
    expect(page.text('.priorities a')).toBe('Critical 258 tickets, 5 %');
    expect(page.text('.status a')).toBe('Open 214 tickets, 4 %');
    expect(page.one('.status [role=img]').getAttribute('aria-label')).toBe(
      'Open 214, In progress 98, Resolved 1,187, Closed 3,328',
    );
  });

  it('draws no bar and no part for a value without tickets', async () => {
    await page.open();
    await page.answer(
      statsOf({
        priority_breakdown: { low: 3, medium: 0, high: 0, critical: 0 },
        status_breakdown: { open: 3, in_progress: 0, resolved: 0, closed: 0 },
      }),
    );

    expect(page.all('.priorities .track i')).toHaveLength(1);
    expect(page.all('.status .stack i')).toHaveLength(1);
    expect(page.text('.priorities a')).toBe('Critical 0 tickets, 0 %');
  });

  it('draws the days, tells them in words, and shows them as a table when asked', async () => {
    await page.open();
    await page.answer(statsOf());
    expect(page.one('.daily svg[role=img]').getAttribute('aria-label')).toContain('65 created, 54 resolved');
    expect(page.text('.daily .legend')).toBe('Created 65 Resolved 54');

    await page.click('.daily .toggle');
    expect(page.all('.daily tbody tr').map((row) => page.words(row))).toEqual([
      'Today so far 21 16',
      'Monday 20 Apr 44 38',
    ]);
    expect(page.text('.daily tfoot')).toBe('2 days 65 54');
    expect(page.text('.daily caption')).toBe('Tickets created and resolved per day, last 2 days');
    expect(page.all('.daily th:not([scope])')).toEqual([]);
    expect(page.all('desk-line-chart')).toEqual([]);

    await page.click('.daily .toggle');
    expect(page.all('desk-line-chart')).toHaveLength(1);
  });
});
