import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import type { Category, Stats, Ticket } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { NewTicketLauncher } from '../../core/new-ticket-launcher';
import { Session } from '../../core/session';
import { problemInterceptor } from '../../core/problem-interceptor';
import { FakeResizeObserver } from '../../ui/chart/testing/fake-resize-observer';
import { Dashboard } from '../dashboard';

const STATS_URL = '/api/tickets/stats';

/** The dashboard in a spec, with the API in the spec's hands. */
export class DashboardPage {
  readonly newTicket = jest.fn();
  readonly http: HttpTestingController;
  private fixture: ComponentFixture<Dashboard> | undefined;
  private version = 0;

  constructor() {
    FakeResizeObserver.install({ width: 1300, height: 292 });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Session, useValue: { user: signal({ id: 1 }) } },
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: NewTicketLauncher, useValue: { open: this.newTicket } },
      ],
    });
    this.http = TestBed.inject(HttpTestingController);
  }

  async open(): Promise<void> {
    this.fixture = TestBed.createComponent(Dashboard);
    await this.settle();
  }

  /** The one open request for the figures. */
  statsCall(): TestRequest {
    return this.http.expectOne(({ url }) => url === STATS_URL);
  }

  leave(): void {
    this.fixture?.destroy();
  }

  /** Answers the figures, and the names of the categories when they were asked. */
  async answer(stats: Stats): Promise<void> {
    this.answerCategories();
    this.statsCall().flush(stats);
    await this.settle();
  }

  async fail(): Promise<void> {
    const problem = {
      title: 'Away',
      detail: 'The database is away.',
      code: 'database_unavailable',
      request_id: '7f3c-19ab',
    };
    this.answerCategories();
    this.statsCall().flush(problem, { status: 503, statusText: 'Service Unavailable' });
    await this.settle();
  }

  /** Somebody changes a ticket in this browser. */
  async change(): Promise<void> {
    this.version += 1;
    TestBed.inject(TicketStore).tell({ kind: 'written', ticket: { id: 1, version: this.version } as Ticket });
    await this.settle();
  }

  // A pending request keeps the page unstable, so waiting for stability would wait for the answer to come.
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      TestBed.tick();
      await Promise.resolve();
    }
    TestBed.tick();
  }

  async click(selector: string): Promise<void> {
    this.one(selector).click();
    await this.settle();
  }

  all(selector: string): HTMLElement[] {
    const host = this.fixture?.nativeElement as HTMLElement;
    return [...host.querySelectorAll<HTMLElement>(selector)];
  }

  one(selector: string): HTMLElement {
    const found = this.all(selector)[0];
    if (!found) throw new Error(`Nothing matches ${selector}`);
    return found;
  }

  links(selector: string): (string | null)[] {
    return this.all(`${selector} a`).map((link) => link.getAttribute('href'));
  }

  text(selector: string): string {
    return this.words(this.one(selector));
  }

  /** What is read, piece by piece. */
  words(element: Element): string {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: string[] = [];
    while (walker.nextNode()) pieces.push((walker.currentNode.nodeValue ?? '').replace(/\s+/g, ' ').trim());
    return pieces.filter(Boolean).join(' ');
  }

  private answerCategories(): void {
    const labels = ['Billing', 'Technical', 'Account', 'General'];
    const results = labels.map((label, position): Category => ({
      key: label.toLowerCase(),
      label,
      description: '',
      position,
      active: true,
      merged_into: null,
    }));
    this.http.match('/api/categories').forEach((call) => call.flush({ results }));
  }
}
