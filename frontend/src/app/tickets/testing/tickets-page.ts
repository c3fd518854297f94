import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { type HarnessLoader, manualChangeDetection } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { Router, type Routes, TitleStrategy, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ConversationEntry } from '../../api/conversation-model';
import type { Ticket, TicketEvent, TicketPage } from '../../api/model';
import { NEW_TICKET_DIALOG } from '../../core/new-ticket-launcher';
import { NextPaint } from '../../core/next-paint';
import { PageTitle } from '../../core/page-title';
import { problemInterceptor } from '../../core/problem-interceptor';
import { Session } from '../../core/session';
import { windowOf } from '../../core/testing/window-width';
import { ViewCounts } from '../../core/view-counts';
import { TICKETS_ROUTES } from '../tickets.routes';
import { eventEntry } from './messages';
import { PEOPLE } from './people';

/** The last was merged into the first. */
const CATEGORIES = ['billing', 'technical', 'account', 'general', 'refunds'].map((key, index) => ({
  key,
  label: key.charAt(0).toUpperCase() + key.slice(1),
  description: '',
  position: index + 1,
  active: key !== 'refunds',
  merged_into: key === 'refunds' ? 'billing' : null,
}));

/** The views with what is in each. */
export const VIEWS = (['unresolved', 'mine', 'unassigned', 'all'] as const).map((name, index) => ({
  ...{ name, query: '', count: 312 - index },
}));

/** The Tickets page as a person meets it, with an API that the test plays. */
export class TicketsPage {
  readonly http = TestBed.inject(HttpTestingController);
  readonly router = TestBed.inject(Router);

  private constructor(readonly root: HarnessLoader) {}

  /** Opens an address; `width` decides the layout, `routes` what stands below /tickets. */
  static async open(url: string, width = 1440, routes: Routes = TICKETS_ROUTES): Promise<TicketsPage> {
    windowOf(width);
    window.scrollTo = () => undefined;
    Element.prototype.scrollIntoView = () => undefined;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        ViewCounts,
        provideRouter([{ path: 'tickets', children: routes }], withComponentInputBinding()),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: Session, useValue: { user: signal(PEOPLE.find(({ id }) => id === 1)), isAdmin: signal(false) } },
        // The simulated browser paints nothing.
        { provide: NextPaint, useValue: { after: (run: () => void) => run() } },
        { provide: TitleStrategy, useExisting: PageTitle },
        { provide: NEW_TICKET_DIALOG, useValue: () => Promise.reject(new Error('not in this test')) },
      ],
    });
    const harness = await RouterTestingHarness.create();
    document.body.append(harness.fixture.nativeElement as Node);
    const page = new TicketsPage(TestbedHarnessEnvironment.documentRootLoader(harness.fixture));
    await harness.navigateByUrl(url);
    page.http.expectOne('/api/categories').flush({ results: CATEGORIES });
    page.http.expectOne('/api/users').flush({ results: PEOPLE });
    for (const call of page.http.match('/api/tickets/views')) call.flush({ results: VIEWS });
    await page.settle();
    return page;
  }

  /** Opens an address and answers the first request for the list. */
  static async openWith(url: string, answer: TicketPage, width = 1440): Promise<TicketsPage> {
    const page = await TicketsPage.open(url, width);
    await page.answerList(answer);
    return page;
  }

  /** Answers the one open request for the list. */
  async answerList(answer: TicketPage): Promise<TestRequest> {
    const call = this.listCall();
    call.flush(answer);
    await this.settle();
    return call;
  }

  listCall(): TestRequest {
    return this.http.expectOne(({ method, url }) => method === 'GET' && url === '/api/tickets');
  }

  /** The one open change of a ticket. */
  changeCall(id: number): TestRequest {
    return this.http.expectOne({ method: 'PATCH', url: `/api/tickets/${id}` });
  }

  /** The one open request for a ticket. */
  ticketCall(id: number): TestRequest {
    return this.http.expectOne({ method: 'GET', url: `/api/tickets/${id}` });
  }

  /** The one open request for what was said in a ticket; reading ahead is given up when its ticket is opened. */
  timelineCall(id: number): TestRequest {
    const calls = this.http.match(({ url }) => url === `/api/tickets/${id}/timeline`).filter((call) => !call.cancelled);
    if (!calls[0] || calls.length > 1) throw new Error(`There are ${calls.length} requests for the timeline of ${id}`);
    return calls[0];
  }

  /** Answers it with events alone, oldest first. */
  answerHistory(id: number, events: readonly TicketEvent[], next_cursor: string | null = null): Promise<void> {
    return this.answerTimeline(id, events.map(eventEntry), next_cursor);
  }

  /** Answers it with these entries, oldest first. */
  async answerTimeline(
    id: number,
    entries: readonly ConversationEntry[],
    next_cursor: string | null = null,
  ): Promise<void> {
    const state = entries.findLast(({ kind }) => kind === 'reply' || kind === 'incoming')?.number ?? 1;
    this.timelineCall(id).flush({ results: entries.toReversed(), next_cursor }, { headers: { ETag: `"${state}"` } });
    await this.settle();
  }

  /** The one open request for what happened to a ticket, by who asks who was faster. */
  eventsCall(id: number): TestRequest {
    return this.http.expectOne(({ url }) => url === `/api/tickets/${id}/events`);
  }

  async answerEvents(id: number, results: readonly TicketEvent[]): Promise<void> {
    this.eventsCall(id).flush({ results, next_cursor: null });
    await this.settle();
  }

  async answer(call: TestRequest, ticket: Ticket): Promise<void> {
    call.flush(ticket);
    await this.settle();
  }

  async refuse(call: TestRequest, status: number, code: string, detail: string): Promise<void> {
    const problem = { type: `urn:problem:${code}`, title: detail, status, detail, code, request_id: 'req-1' };
    call.flush(problem, { status, statusText: 'No' });
    await this.settle();
  }

  /** Picks a value from the menu of a row or, with `within`, of another part of the page. */
  async pick(button: string, value: string, within: string): Promise<void> {
    await this.menuOf(button, within, async (menu) => menu.clickItem({ text: new RegExp(`^${value}`) }));
  }

  /** Opens the menu of a button and uses it, while requests may be open. */
  menuOf(button: string, within: string, use: (menu: MatMenuHarness) => Promise<void>): Promise<void> {
    return manualChangeDetection(async () => {
      for (const menu of await this.root.getAllHarnesses(MatMenuHarness.with({ ancestor: within }))) {
        const label = await (await menu.host()).getAttribute('aria-label');
        if (!label?.replace('Filter by ', '').startsWith(button)) continue;
        await menu.open();
        await this.settle();
        await use(menu);
        return this.settle();
      }
      throw new Error(`There is no ${button} in ${within}`);
    });
  }

  press(key: string): Promise<void> {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return this.settle();
  }

  /** Clicks the button or link of this name, or the first whose name starts so. */
  async click(text: string): Promise<void> {
    const all = [...document.querySelectorAll<HTMLElement>('button, a')];
    const name = (element: HTMLElement) => (element.getAttribute('aria-label') ?? element.textContent).trim();
    const one = all.find((element) => name(element) === text) ?? all.find((element) => name(element).startsWith(text));
    if (!one) throw new Error(`There is no "${text}" to click`);
    one.click();
    await this.settle();
  }

  /** Lets everything happen that needs no answer of the API; waiting for stability would wait for that too. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** What stands in the first element that fits, with single spaces; '' when there is none. */
  text(selector: string): string {
    return (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  titles(): string[] {
    return [...document.querySelectorAll('desk-ticket-row .title')].map((title) => title.textContent.trim());
  }

  row(place: number): string {
    return `desk-ticket-row[aria-rowindex="${place + 2}"]`;
  }

  /** The name of a control of a row, such as "Status: Open". */
  valueIn(place: number, kind: string): string | null {
    return document.querySelector(`${this.row(place)} .${kind} button`)?.getAttribute('aria-label') ?? null;
  }
}
