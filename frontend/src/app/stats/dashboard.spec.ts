import { DashboardPage } from './testing/dashboard-page';
import { statsOf } from './testing/stats-of';

describe('the dashboard', () => {
  let page: DashboardPage;

  beforeEach(() => {
    localStorage.clear();
    page = new DashboardPage();
  });

  async function choose(set: 'unresolved' | 'all'): Promise<void> {
    await page.click(`desk-segment-switch input[value="${set}"]`);
  }

  it('shows the figures with what the days say about them', async () => {
    await page.open();
    await page.answer(statsOf());

    expect(page.text('.unresolved')).toBe('Unresolved 312 11 more created than resolved in 2 days');
    expect(page.text('.unassigned')).toBe('Unassigned 38 12 % of what is unresolved');
    expect(page.text('.total')).toBe('All tickets 4,827 65 new in 2 days');
    expect(page.text('.average')).toBe('Created per day 30.0 32.5 in the last 2 days');
    expect(page.text('.as-of')).toBe('As of 10:34');
    expect(page.text('.daily .title')).toBe('Created and resolved last 2 days, all tickets');
  });

  it('counts apart what nobody has sorted, and leads to Triage and to the list of it', async () => {
    await page.open();
    await page.answer(statsOf());
    expect(page.all('.waiting')).toHaveLength(0);
    page.leave();
    await page.open();
    await page.answer({ ...statsOf(), pending_tickets: 1_234 });

    expect(page.text('.waiting')).toBe('1,234 not sorted: sort them or see the list');
    expect(page.links('.waiting')).toEqual(['/triage', '/tickets?view=all&triage=pending']);
  });

  it('counts what is unresolved, and leads there, until all tickets are asked for', async () => {
    await page.open();
    await page.answer(statsOf());
    expect(page.text('.priorities h2')).toBe('Unresolved by priority');
    expect(page.links('.priorities')[0]).toBe('/tickets?status=open,in_progress&priority=critical');
    expect(page.text('.priorities a')).toBe('Critical 6 tickets, 2 %');
    expect(page.text('.status h2')).toBe('Unresolved by status');
    expect(page.links('.status')).toEqual(['/tickets?status=open', '/tickets?status=in_progress']);

    await choose('all');
    expect(page.text('.categories h2')).toBe('All tickets by category');
    expect(page.text('.status h2')).toBe('All tickets by status');
    // Asked for nothing: both were there.
    page.http.expectNone(({ url }) => url === '/api/tickets/stats');
  });

  it('remembers which tickets a person counts', async () => {
    await page.open();
    await page.answer(statsOf());
    await choose('all');
    page.leave();
    await page.open();
    expect(page.text('.priorities h2')).toBe('All tickets by priority');
  });

  it('counts by the days of the reader, or of the zone they choose, which it remembers', async () => {
    await page.open();
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(page.statsCall().request.params.get('tz')).toBe(own);
    const [city, zone, chip, time] =
      own === 'Pacific/Auckland'
        ? ['Tokyo', 'Asia/Tokyo', 'Tokyo, UTC+9', '16:34']
        : ['Auckland', 'Pacific/Auckland', 'Auckland, UTC+12', '19:34'];
    const pick = async (words: string) => {
      await page.click('desk-zone-chooser .chip');
      const items = [...document.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
      items.find((item) => item.textContent.trim().startsWith(words))?.click();
      await page.settle();
    };
    await pick(city);
    const call = page.statsCall();
    expect(call.request.params.get('tz')).toBe(zone);
    call.flush(statsOf({ time_zone: zone }));
    await page.settle();
    expect(page.text('desk-zone-chooser .chip')).toBe(chip);
    expect(page.text('.as-of')).toBe(`As of ${time}`);

    page.leave();
    await page.open();
    expect(page.statsCall().request.params.get('tz')).toBe(zone);
    await pick('That of the desk');
    expect(page.statsCall().request.params.has('tz')).toBe(false);
  });

  it('counts by the days of the desk when that does not know the zone', async () => {
    await page.open();
    const errors = [{ field: 'tz', code: 'unknown_value', message: 'Unknown.' }];
    const problem = { title: 'No', detail: 'Unknown.', code: 'validation_failed', request_id: 'r', errors };
    page.statsCall().flush(problem, { status: 400, statusText: 'No' });
    await page.settle();
    expect(page.statsCall().request.params.has('tz')).toBe(false);
  });

  it('leads from every bar and status to its tickets', async () => {
    await page.open();
    await page.answer(statsOf());
    await choose('all');

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
        unresolved_priority_breakdown: { low: 3, medium: 0, high: 0, critical: 0 },
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
