import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { type Routes, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { jest } from '@jest/globals';
import { ACCOUNT_ROUTES } from './account/account.routes';
import { ADMIN_ROUTES } from './admin/admin.routes';
import { OVERVIEW, PEOPLE } from './admin/testing/desk';
import { Live } from './api/live/live';
import { LIVE_KINDS, type LiveEvent, type LiveKind } from './api/live/live-event';
import { LiveReading } from './api/live/live-reading';
import { PACE_MS } from './api/live/told';
import { APP_ROUTES } from './app.routes';
import { CONTACTS_ROUTES } from './contacts/contacts.routes';
import { NewTicketLauncher } from './core/new-ticket-launcher';
import { problemInterceptor } from './core/problem-interceptor';
import { Session } from './core/session';
import { FakePageLoad, FakeTabs, aProblem, provideFakes } from './core/testing/fakes';
import { windowOf } from './core/testing/window-width';
import { STATS_ROUTES } from './stats/stats.routes';
import { FakeResizeObserver } from './ui/chart/testing/fake-resize-observer';

/** What is read again, by its address, and when: these are told, or may have been told unheard. */
type Reads = Readonly<Record<string, readonly LiveKind[]>>;

/** Names of people and categories, which any page may show. */
const NAMES: Reads = { '/api/users': ['people.changed'], '/api/categories': ['categories.changed'] };
/** Beside every page of the admin section: the figures of its navigation, and changes of many tickets. */
const ADMIN: Reads = {
  '/api/admin/overview': [
    'audit.changed',
    'quarantine.changed',
    'statistics.changed',
    'suggestions.changed',
    'tokens.changed',
    'people.changed',
    'categories.changed',
  ],
};
const RUNS: Reads = { '/api/admin/tickets/bulk': ['bulk_run.changed'] };

/** What each page shows and follows. Pages that follow in a way of their own name the spec that shows it. */
const PAGES: Readonly<Record<string, Reads | string>> = {
  '/sign-in': 'Nobody is signed in: there is nothing to follow.',
  '/choose-password': 'A form alone.',
  '/status': 'Asks for itself, whoever looks, and without a line.',
  '/portal/sign-in': 'For customers, who are told nothing of the desk.',
  '/portal/tickets': 'Read again when the customer comes back to it.',
  '/portal/tickets/:id': 'Read again when the customer comes back to it.',
  '/portal/write': 'A form alone.',
  '/contacts': { '/api/contacts': ['contacts.changed'] },
  '/canned-answers': 'Nobody tells of canned answers: they are found anew whenever somebody looks for them.',
  '/contacts/:id': 'contacts/contact/contact-page.spec.ts',
  '/tickets': 'tickets/list/live-list.spec.ts',
  '/tickets/:id': 'tickets/detail/ticket-detail.spec.ts',
  '/triage': 'tickets/triage/triage-page.spec.ts',
  // A ticket that is gone tells by itself that figures are others.
  '/dashboard': { '/api/tickets/stats': ['statistics.changed', 'ticket.deleted'] },
  '/account/password': {},
  '/account/signature': 'A form alone: nobody else changes it.',
  '/account/tokens': { '/api/auth/tokens': ['account.changed'] },
  '/account/sessions': { '/api/auth/sessions': ['account.changed'] },
  '/admin/overview': { ...ADMIN },
  '/admin/users': { ...ADMIN, '/api/admin/users': ['people.changed'] },
  '/admin/categories': { ...ADMIN, ...RUNS, '/api/admin/categories': ['categories.changed'] },
  '/admin/tickets': {
    ...{ ...ADMIN, ...RUNS },
    '/api/tickets': ['ticket.created', 'ticket.changed', 'ticket.deleted', 'ticket.restored'],
  },
  '/admin/tickets/runs': { ...ADMIN, ...RUNS },
  '/admin/tokens': { ...ADMIN, '/api/admin/tokens': ['tokens.changed', 'people.changed'] },
  '/admin/mails': {
    ...ADMIN,
    '/api/admin/mail': ['settings.changed', 'mailboxes.changed'],
    '/api/admin/mail/templates/reply': ['settings.changed'],
    '/api/admin/mail/templates/acknowledgement': ['settings.changed'],
    '/api/admin/mails/quarantine': ['quarantine.changed'],
  },
  '/admin/audit': { ...ADMIN, '/api/admin/audit': ['audit.changed'] },
  '/admin/suggestions': {
    ...ADMIN,
    '/api/admin/llm': ['settings.changed', 'suggestions.changed', 'learning.changed'],
    '/api/admin/models': ['learning.changed'],
    '/api/admin/suggestions/automatic': [
      'settings.changed',
      'suggestions.changed',
      'statistics.changed',
      'categories.changed',
    ],
    '/api/admin/suggestions/budget': ['settings.changed', 'suggestions.changed'],
    '/api/admin/suggestions/lexicon': ['settings.changed'],
    '/api/admin/suggestions/replays': ['replays.changed'],
    '/api/admin/suggestions/replays/replay-1': ['replays.changed'],
    '/api/admin/suggestions/settings': ['settings.changed'],
  },
  '/admin/quality': {
    ...ADMIN,
    '/api/admin/suggestions/quality': ['suggestions.changed', 'statistics.changed', 'learning.changed'],
  },
  '/admin/quality/suspects': {
    ...ADMIN,
    '/api/admin/suggestions/suspects': ['learning.changed', 'statistics.changed'],
  },
  '/admin/quality/tickets': {
    ...ADMIN,
    '/api/admin/suggestions/quality/tickets': ['suggestions.changed', 'statistics.changed'],
  },
};

const READING = Object.entries(PAGES)
  .filter((page): page is [string, Reads] => typeof page[1] !== 'string')
  .map(([address, reads]) => [address, { ...NAMES, ...reads }] as const);
/** Those that tell of something that may be shown; the others end or begin what is told. */
const KINDS = LIVE_KINDS.filter((kind) => !['presence', 'session.ended', 'reset', 'goodbye'].includes(kind));

describe('every page', () => {
  it('is in the table of what it follows, and no other', async () => {
    expect((await addresses(APP_ROUTES)).sort()).toEqual(Object.keys(PAGES).sort());
  });

  it.each(
    Object.values(PAGES).filter((entry): entry is string => typeof entry === 'string' && entry.endsWith('.spec.ts')),
  )('that follows in its own way has %s', (spec) => expect(existsSync(join(import.meta.dirname, spec))).toBe(true));
});

describe('a page that reads again what it shows', () => {
  let http: HttpTestingController;

  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it.each(READING)('%s does when it is told, each kind for itself, and after a gap', async (address, reads) => {
    await open(address);
    for (const kind of KINDS) {
      TestBed.inject(LiveReading).hear({
        kind,
        id: 1,
        version: 9,
        fields: [],
        by: null,
        at: '',
      } as unknown as LiveEvent);
      const expected = Object.keys(reads).filter((url) => reads[url]?.includes(kind));
      expect([kind, await answerAll()]).toEqual([kind, expected.sort()]);
    }
    TestBed.inject(LiveReading).missed('besides tickets');
    expect(await answerAll()).toEqual(Object.keys(reads).sort());
  });

  async function open(address: string): Promise<void> {
    windowOf(1440);
    FakeResizeObserver.install({ width: 1300, height: 292 });
    const routes: Routes = [
      { path: 'admin', children: ADMIN_ROUTES },
      { path: 'account', children: ACCOUNT_ROUTES },
      { path: 'contacts', children: CONTACTS_ROUTES },
      { path: 'dashboard', children: STATS_ROUTES },
    ];
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(new FakePageLoad(), new FakeTabs()),
        provideRouter(routes, withComponentInputBinding()),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: NewTicketLauncher, useValue: {} },
        { provide: Session, useValue: { user: signal(PEOPLE[0]), isAdmin: signal(false) } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create();
    document.body.append(harness.fixture.nativeElement as Node);
    await harness.navigateByUrl(address);
    jest.useFakeTimers();
    TestBed.inject(LiveReading);
    TestBed.inject(Live).become('on', null);
    await answerAll();
  }

  /** What is asked for until nothing is, sorted and each once. */
  async function answerAll(): Promise<string[]> {
    const urls = new Set<string>();
    for (let turn = 0; turn < 6; turn++) {
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(PACE_MS / 2);
      TestBed.tick();
      for (const call of http.match(() => true)) {
        if (call.cancelled) continue;
        if (call.request.method === 'GET') urls.add(call.request.url);
        const body = bodyOf(call.request.url);
        if (body) call.flush(body);
        else call.flush(...aProblem(404, 'not_found'));
      }
    }
    return [...urls].sort();
  }
});

/** Null for what is shown to have failed, which is followed all the same. */
function bodyOf(url: string): object | null {
  if (url === '/api/admin/overview') return OVERVIEW;
  if (url === '/api/users') return { results: PEOPLE };
  if (/\/(llm|quality|settings|lexicon|budget|preview|stats|replay-1)$/.test(url)) return null;
  if (url.endsWith('/replays')) return { results: [{ id: 'replay-1' }] };
  return { results: [], count: 0, count_exact: true, next_cursor: null };
}

async function addresses(routes: Routes, above = ''): Promise<string[]> {
  const found = await Promise.all(
    routes.map(async ({ path = '', component, loadComponent, children, loadChildren }) => {
      if (path === '**') return [];
      const address = path === '' ? above : `${above}/${path}`;
      const below = children ?? ((await loadChildren?.()) as Routes | undefined) ?? [];
      const frames = below.some((route) => route.path === '');
      const isPage = (component ?? loadComponent) !== undefined && address !== '' && !frames;
      return [...(isPage ? [address] : []), ...(await addresses(below, address))];
    }),
  );
  return [...new Set(found.flat())];
}
