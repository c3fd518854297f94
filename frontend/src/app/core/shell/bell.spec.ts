import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import { LiveReading } from '../../api/live/live-reading';
import { PACE_MS } from '../../api/live/told';
import type { BellEntry } from '../../api/model';
import { ICONS } from '../../ui/icon-set';
import { provideIcons } from '../../ui/icons';
import { problemInterceptor } from '../problem-interceptor';
import { FakePageLoad, FakeTabs, aProblem, provideFakes } from '../testing/fakes';
import { signInAs } from '../testing/sign-in';
import { BellButton } from './bell-button';
import { BellOpening } from './bell-opening';

function anEntry(values: Partial<BellEntry> = {}): BellEntry {
  return {
    ...{ id: 7, kind: 'mention', ticket: { id: 4821, title: 'Invoice PDFs' }, number: 4, tickets: 1, read: false },
    ...{ by: { id: 2, name: 'Jonas Weber' }, excerpt: '@Mina Park it is packed', at: '2026-04-20T09:41:02.007Z' },
    ...values,
  };
}

describe('the bell', () => {
  let http: HttpTestingController;
  let host: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(new FakePageLoad(), new FakeTabs()),
        provideRouter([{ path: '**', children: [] }]),
        provideIcons(ICONS),
        BellOpening,
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    signInAs();
    const fixture = TestBed.createComponent(BellButton);
    host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    await settle();
  });

  afterEach(async () => {
    jest.useRealTimers();
    document.body.replaceChildren();
    await settle();
  });

  it('opens when it is asked for, although it comes later, and says what concerns one', async () => {
    await open();
    await answer([
      anEntry(),
      anEntry({ id: 6, kind: 'assigned', tickets: 3, excerpt: null, read: true }),
      anEntry({ id: 5, kind: 'answered', by: null, excerpt: 'Thank you' }),
    ]);
    expect(bell().getAttribute('aria-label')).toBe('For you, 2 unread');
    expect(bell().querySelector('.badge')?.textContent).toBe('2');
    expect(texts('.what')).toEqual([
      'Jonas Weber mentioned you in #4821, unread',
      'Jonas Weber gave you #4821 and 2 more',
      'The customer answered in #4821, unread',
    ]);
    expect(texts('.said')).toEqual(['@Mina Park it is packed', 'Invoice PDFs', 'Thank you']);
    expect(texts('.said .name')).toEqual(['@Mina Park']);
    expect(menu()?.querySelector('a')?.getAttribute('href')).toBe('/tickets/4821');
  });

  it('shows no face where an answer did not arrive, whoever wrote it', async () => {
    await open();
    await answer([anEntry({ kind: 'undelivered' })]);
    expect(texts('.what')).toEqual(['An answer did not reach everybody in #4821, unread']);
    expect(menu()?.querySelector('.sign mat-icon')).not.toBeNull();
    expect(menu()?.querySelector('desk-avatar, desk-customer-face')).toBeNull();
  });

  it('says when there is nothing, and offers to mark nothing', async () => {
    await open();
    await answer([]);
    expect(menu()?.textContent).toContain('Nothing yet.');
    expect(menu()?.textContent).not.toContain('Mark all');
    expect(bell().getAttribute('aria-label')).toBe('For you');
  });

  it('says when it cannot be loaded, and tries again without closing', async () => {
    await open();
    http.expectOne(isList).flush(...aProblem(500, 'internal_error'));
    await settle();
    expect(menu()?.textContent).toContain('could not be loaded');
    await click('Try again');
    await answer([anEntry()]);
    expect(texts('.what')).toHaveLength(1);
  });

  it('marks an unread one as read when it is opened, and a read one not again', async () => {
    await open();
    await answer([anEntry(), anEntry({ id: 6, read: true })]);
    menu()!.querySelectorAll('a')[0]!.click();
    const sent = http.expectOne('/api/notifications/read');
    expect(sent.request.body).toEqual({ ids: [7] });
    sent.flush(null);
    await settle();
    await answer([anEntry({ read: true }), anEntry({ id: 6, read: true })]);
    expect(bell().getAttribute('aria-label')).toBe('For you');
    await open();
    menu()!.querySelectorAll('a')[1]!.click();
    http.expectNone('/api/notifications/read');
  });

  it('marks all up to the newest that is shown', async () => {
    await open();
    await answer([anEntry(), anEntry({ id: 9 })]);
    await click('Mark all as read');
    expect(http.expectOne('/api/notifications/read').request.body).toEqual({ until: 9 });
  });

  it('is read again when it is told that there is more', async () => {
    await open();
    await answer([]);
    jest.useFakeTimers();
    TestBed.inject(LiveReading).hear({ kind: 'notifications.changed' });
    await jest.advanceTimersByTimeAsync(PACE_MS);
    jest.useRealTimers();
    await settle();
    await answer([anEntry()]);
    expect(bell().getAttribute('aria-label')).toBe('For you, 1 unread');
  });

  const isList = ({ url }: { url: string }) => url === '/api/notifications';
  const bell = () => host.querySelector('button')!;
  const menu = () => document.querySelector<HTMLElement>('[role="menu"]');
  const texts = (selector: string) =>
    [...(menu()?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '));

  async function open(): Promise<void> {
    TestBed.inject(BellOpening).ask();
    await settle();
  }

  async function answer(results: BellEntry[]): Promise<void> {
    const unread = results.filter(({ read }) => !read).length;
    http.expectOne(isList).flush({ results, unread, next_cursor: null });
    await settle();
  }

  async function click(name: string): Promise<void> {
    const items = [...menu()!.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    items.find(({ textContent }) => textContent.trim() === name)!.click();
    await settle();
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 6; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
});
