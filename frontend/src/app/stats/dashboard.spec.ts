import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import type { Category, Stats, Ticket } from '../api/model';
import { TicketChanges } from '../api/ticket-changes';
import { NewTicketLauncher } from '../core/new-ticket-launcher';
import { problemInterceptor } from '../core/problem-interceptor';
import { Dashboard } from './dashboard';
import { FakeResizeObserver } from './testing/fake-resize-observer';
import { statsOf } from './testing/stats-of';

const STATS_URL = '/api/tickets/stats';
const EMPTY: Partial<Stats> = {
  total_tickets: 0,
  open_tickets: 0,
  avg_tickets_per_day: 0,
  priority_breakdown: { low: 0, medium: 0, high: 0, critical: 0 },
  category_breakdown: { billing: 0 },
  status_breakdown: { open: 0, in_progress: 0, resolved: 0, closed: 0 },
};

describe('the dashboard', () => {
  const newTicket = jest.fn();
  let http: HttpTestingController;
  let fixture: ComponentFixture<Dashboard>;

  beforeEach(() => {
    newTicket.mockClear();
    FakeResizeObserver.install({ width: 1300, height: 292 });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: NewTicketLauncher, useValue: { open: newTicket } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });

  it('shows the figures with what the days say about them', async () => {
    await open();
    await answer(statsOf());

    expect(text('.total')).toBe('Total tickets 4,827 65 in 2 days');
    expect(text('.open')).toBe('Open 214 11 more unresolved in 2 days');
    expect(text('.average')).toBe('Average per day 30.0 32.5 in the last 2 days');
    expect(text('header')).toBe('Dashboard Days are counted in UTC');
  });

  it('leads from every bar and status to its tickets', async () => {
    await open();
    await answer(statsOf());

    expect(links('.priorities')).toEqual([
      '/tickets?priority=critical',
      '/tickets?priority=high',
      '/tickets?priority=medium',
      '/tickets?priority=low',
    ]);
    expect(links('.categories')).toEqual(
      ['technical', 'billing', 'account', 'general'].map((key) => `/tickets?category=${key}`),
    );
    expect(links('.status')).toEqual(
      ['open', 'in_progress', 'resolved', 'closed'].map((key) => `/tickets?status=${key}`),
    );
    expect(text('.priorities a')).toBe('Critical 258 tickets, 5 %');
    expect(text('.status a')).toBe('Open 214 tickets, 4 %');
    expect(one('.status [role=img]').getAttribute('aria-label')).toBe(
      'Open 214, In progress 98, Resolved 1,187, Closed 3,328',
    );
  });

  it('draws no bar and no part for a value without tickets', async () => {
    await open();
    await answer(
      statsOf({
        priority_breakdown: { low: 3, medium: 0, high: 0, critical: 0 },
        status_breakdown: { open: 3, in_progress: 0, resolved: 0, closed: 0 },
      }),
    );

    expect(all('.priorities .track i')).toHaveLength(1);
    expect(all('.status .stack i')).toHaveLength(1);
    expect(text('.priorities a')).toBe('Critical 0 tickets, 0 %');
  });

  it('draws the days, tells them in words, and shows them as a table when asked', async () => {
    await open();
    await answer(statsOf());
    expect(one('.daily svg[role=img]').getAttribute('aria-label')).toContain('65 created, 54 resolved');
    expect(text('.daily .legend')).toBe('Created 65 Resolved 54');

    await click('.daily .toggle');
    expect(all('.daily tbody tr').map((row) => words(row))).toEqual(['Today so far 21 16', 'Monday 20 Apr 44 38']);
    expect(text('.daily tfoot')).toBe('2 days 65 54');
    expect(text('.daily caption')).toBe('Tickets created and resolved per day, last 2 days');
    expect(all('.daily th:not([scope])')).toEqual([]);
    expect(all('desk-daily-chart')).toEqual([]);

    await click('.daily .toggle');
    expect(all('desk-daily-chart')).toHaveLength(1);
  });

  it('follows a change without a reload, keeping what it shows meanwhile', async () => {
    await open();
    await answer(statsOf());
    TestBed.inject(TicketChanges).report({ kind: 'created', ticket: { id: 1 } as Ticket });
    await settle();

    expect(text('.total')).toContain('4,827');
    expect(all('mat-progress-bar')).toHaveLength(1);
    expect(all('desk-skeleton')).toEqual([]);

    await answer(statsOf({ total_tickets: 4828 }));
    expect(text('.total')).toContain('4,828');
    expect(all('mat-progress-bar')).toEqual([]);
  });

  it('keeps every bar in its place when the figures change', async () => {
    await open();
    await answer(statsOf());
    TestBed.inject(TicketChanges).report({ kind: 'changed', ticket: { id: 1 } as Ticket });
    await settle();
    await answer(statsOf({ category_breakdown: { billing: 9999, technical: 1, account: 2, general: 3 } }));

    expect(links('.categories')[0]).toBe('/tickets?category=technical');
    expect(text('.categories a')).toBe('Technical 1 tickets, <1 %');
  });

  it('shows the figures seen last when a person comes back, while it asks again', async () => {
    await open();
    await answer(statsOf());
    fixture.destroy();
    await open();

    expect(text('.total')).toContain('4,827');
    expect(all('mat-progress-bar')).toHaveLength(1);
    await answer(statsOf({ total_tickets: 5000 }));
    expect(text('.total')).toContain('5,000');
  });

  it('keeps the place of every card while it loads', async () => {
    await open();

    expect(all('h2').map((heading) => words(heading))).toEqual([
      'Total tickets',
      'Open',
      'Average per day',
      'Status',
      'Created and resolved',
      'By priority',
      'By category',
    ]);
    expect(all('desk-skeleton').length).toBeGreaterThan(10);
    expect(text('[role=status]')).toBe('Loading the figures');
    await answer(statsOf());
    expect(all('desk-skeleton')).toEqual([]);
  });

  it('says why it failed, names the request, and tries again', async () => {
    await open();
    await fail();

    expect(text('desk-error-state')).toContain('The figures could not be loaded The database is away.');
    expect(text('desk-error-state code')).toBe('7f3c-19ab');
    await click('desk-error-state button');
    await answer(statsOf());
    expect(all('desk-error-state')).toEqual([]);
    expect(text('.total')).toContain('4,827');
  });

  it('keeps the figures when only the refresh fails, and tries again', async () => {
    await open();
    await answer(statsOf());
    TestBed.inject(TicketChanges).report({ kind: 'created', ticket: { id: 1 } as Ticket });
    await settle();
    await fail();

    expect(text('.total')).toContain('4,827');
    expect(text('desk-banner')).toContain('The figures could not be refreshed');
    await click('desk-banner button');
    await answer(statsOf({ total_tickets: 4828 }));
    expect(all('desk-banner')).toEqual([]);
    expect(text('.total')).toContain('4,828');
  });

  it('offers to write the first ticket on an empty desk', async () => {
    await open();
    await answer(statsOf({ ...EMPTY, created: [0, 0], resolved: [0, 0] }));

    expect(text('.total')).toBe('Total tickets 0');
    expect(text('.average')).toBe('Average per day 0.0');
    expect(text('.status a')).toBe('Open 0 tickets, 0 %');
    expect(text('desk-empty-state h2')).toBe('No tickets yet');
    expect(all('desk-daily-card, desk-bar-list')).toEqual([]);
    await click('desk-empty-state button');
    expect(newTicket).toHaveBeenCalledTimes(1);
  });

  it('waits for the names of the categories, and does without them when they do not come', async () => {
    await open();
    http.expectOne(STATS_URL).flush(statsOf());
    await settle();
    expect(links('.priorities')).toHaveLength(4);
    expect(links('.categories')).toEqual([]);

    http.expectOne('/api/categories').flush('', { status: 500, statusText: 'Error' });
    await settle();
    expect(text('.categories a')).toBe('technical 1,883 tickets, 39 %');
  });

  async function open(): Promise<void> {
    fixture = TestBed.createComponent(Dashboard);
    await settle();
  }

  /** The names come with the first answer and are kept. */
  async function answer(stats: Stats): Promise<void> {
    http.match('/api/categories').forEach((call) => call.flush({ results: categories() }));
    http.expectOne(STATS_URL).flush(stats);
    await settle();
  }

  async function fail(): Promise<void> {
    const problem = {
      title: 'Away',
      detail: 'The database is away.',
      code: 'database_unavailable',
      request_id: '7f3c-19ab',
    };
    http.match('/api/categories').forEach((call) => call.flush({ results: categories() }));
    http.expectOne(STATS_URL).flush(problem, { status: 503, statusText: 'Service Unavailable' });
    await settle();
  }

  function categories(): Category[] {
    const labels = ['Billing', 'Technical', 'Account', 'General'];
    return labels.map((label, position) => ({
      key: label.toLowerCase(),
      label,
      description: '',
      position,
      active: true,
    }));
  }

  // A pending request keeps the fixture unstable, so waiting for stability would wait for the answer to come.
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      TestBed.tick();
      await Promise.resolve();
    }
    TestBed.tick();
  }

  async function click(selector: string): Promise<void> {
    one(selector).click();
    await settle();
  }

  function all(selector: string): HTMLElement[] {
    return [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>(selector)];
  }

  function one(selector: string): HTMLElement {
    const found = all(selector)[0];
    if (!found) throw new Error(`Nothing matches ${selector}`);
    return found;
  }

  function links(selector: string): (string | null)[] {
    return all(`${selector} a`).map((link) => link.getAttribute('href'));
  }

  function text(selector: string): string {
    return words(one(selector));
  }

  /** What is read, piece by piece. */
  function words(element: Element): string {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: string[] = [];
    while (walker.nextNode()) pieces.push((walker.currentNode.nodeValue ?? '').replace(/\s+/g, ' ').trim());
    return pieces.filter(Boolean).join(' ');
  }
});
