import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Category, Suggestion, Ticket } from '../../api/model';
import { problemInterceptor } from '../../core/problem-interceptor';
import { aProblem } from '../../core/testing/fakes';
import { signInAs } from '../../core/testing/sign-in';
import { windowOf } from '../../core/testing/window-width';
import { CATEGORIES, FILLED_IN } from '../new-ticket/testing/new-ticket-page';
import { KNOWN_WORDS, abstention, suggestion, twoOptions } from '../new-ticket/testing/suggestion';
import { PEOPLE } from '../testing/people';
import { tickets } from '../testing/tickets';
import { TRIAGE_ROUTES } from './triage.routes';

@Component({ template: '' })
class Page {}

const PENDING = { category: 'general', priority: 'medium', triage: 'pending' } as const;

const RETIRED: Category = { ...CATEGORIES[0]!, key: 'feedback', label: 'Feedback', active: false };
const ALL_CATEGORIES = [...CATEGORIES, RETIRED];

describe('triage', () => {
  let http: HttpTestingController;
  /** Questions for single tickets that have not been answered. */
  let unanswered: TestRequest[];

  beforeEach(() => {
    windowOf(1024);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'triage', children: TRIAGE_ROUTES },
          { path: '**', component: Page },
        ]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    unanswered = [];
    signInAs();
  });

  it('shows one ticket with what is proposed, the words marked, and has the next ones ready', async () => {
    await open(tickets(3, 1, PENDING));
    expect(asked()).toEqual([3, 2, 1]);
    await say(3, suggestion({ reasons: { category: ['happened'], priority: [] } }));

    expect(text('h2')).toContain('Ticket number 3');
    expect(text('desk-triage-proposal')).toContain('The desk proposes');
    expect(text('desk-triage-proposal')).toContain('Unsure · 58 %');
    expect(text('desk-triage-proposal')).toContain('Right 170 of 212 times when this sure');
    expect(text('desk-triage-ticket mark')).toBe('happened');
    expect(text('.peek')).toContain('Next · #2');
    expect(text('desk-triage-top')).toContain('1 of 3');
  });

  it('accepts by 1, and the next one is there before it is saved', async () => {
    await open(tickets(2, 1, PENDING));
    await say(2, suggestion());
    await say(1, suggestion());
    await press('1');

    expect(text('h2')).toContain('Ticket number 1');
    const change = http.expectOne({ method: 'PATCH', url: '/api/tickets/2' });
    expect(change.request.body).toEqual({ category: 'billing', priority: 'high' });
    expect(change.request.headers.get('If-Match')).toBe('"1"');
    expect(text('desk-triage-log')).toContain('Billing, High');
    expect(text('.counts')).toBe('1 kept');
  });

  it('corrects by 2 and a digit, and says what the desk learns', async () => {
    await open(tickets(2, 1, PENDING));
    await say(2, suggestion());
    await press('2');
    expect(text('desk-triage-proposal')).toContain('What is it instead?');
    http.expectNone({ method: 'PATCH' });
    await press('2');

    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'technical', priority: 'high' });
    expect(text('.counts')).toBe('1 corrected');
    expect(text('.learned')).toContain('invoices and unpaid in #2: Technical, not Billing');
  });

  it('changes the priority by P and a digit, then accepts', async () => {
    await open(tickets(2, 1, PENDING));
    await say(2, suggestion());
    await press('p');
    await press('4');
    http.expectNone({ method: 'PATCH' });
    expect(text('desk-triage-proposal')).toContain('Yours');
    await press('1');

    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'billing', priority: 'critical' });
  });

  it('keeps the priority that the ticket was written with, and shows what the desk would rather say', async () => {
    await open(tickets(1, 1, { ...PENDING, priority: 'low' }));
    await say(1, suggestion());
    expect(text('desk-triage-proposal')).toContain('As written');
    expect(text('desk-triage-proposal')).toContain('The desk would rather say High');
    expect(text('desk-triage-actions')).toContain('Accept Billing, Low');
    await press('1');

    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'billing', priority: 'low' });
    expect(text('.counts')).toBe('1 kept');
  });

  it('shows the category that the ticket was written with beside what is proposed', async () => {
    await open(tickets(1, 1, { ...PENDING, category: 'technical' }));
    await say(1, suggestion());
    expect(text('.written')).toContain('Technical');
    expect(text('desk-triage-actions')).toContain('Accept Billing, High');
  });

  it('goes one step back by Escape, and leaves by another', async () => {
    await open(tickets(1, 1, PENDING));
    await say(1, suggestion());
    await press('2');
    await press('Escape');
    expect(text('desk-triage-proposal')).toContain('The desk proposes');
    await press('Escape');

    expect(TestBed.inject(Router).url).toBe('/tickets');
  });

  it('goes back to the category when the priority was asked for on the way', async () => {
    await open(tickets(1, 1, PENDING));
    await say(1, suggestion());
    expect(text('.label desk-key-cap')).toBe('P');
    await press('2');
    await press('p');
    expect(text('desk-triage-proposal')).toContain('How urgent is it?');
    await press('Escape');
    expect(text('desk-triage-proposal')).toContain('What is it instead?');
    await press('Escape');
    expect(text('desk-triage-proposal')).toContain('The desk proposes');
  });

  it('proposes no category that tickets may not be given any more', async () => {
    await open(tickets(1, 1, PENDING));
    await say(1, suggestion({ suggested_category: 'feedback' }));
    expect(text('desk-triage-proposal')).toContain('No suggestion: Feedback is not used any more');
    expect(text('desk-triage-actions')).not.toContain('Accept');
    await press('1');

    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'billing', priority: 'high' });
    expect(text('.counts')).toBe('1 chosen');
  });

  it('leads to categories beyond the ninth by 0 and arrows, and by the mouse', async () => {
    const many = Array.from({ length: 12 }, (_, place) => ({
      ...CATEGORIES[0]!,
      key: `c${place + 1}`,
      label: `C${place + 1}`,
    }));
    await open(tickets(2, 1, PENDING), many);
    await say(2, abstention('unknown_words'));
    expect(texts('.pick')).toHaveLength(12);
    await press('0');
    await press('ArrowDown');
    expect(document.activeElement!.textContent).toContain('C11');
    (document.activeElement as HTMLElement).click();
    await settle();
    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'c11', priority: 'medium' });
  });

  it('skips by 3, which changes nothing, and undoes that too', async () => {
    await open(tickets(2, 1, PENDING));
    await say(2, suggestion());
    await press('3');
    http.expectNone({ method: 'PATCH' });
    expect(text('h2')).toContain('Ticket number 1');
    await say(1, suggestion());
    await press('z');

    expect(text('h2')).toContain('Ticket number 2');
    expect(text('desk-triage-log')).not.toContain('Skipped');
    expect(message()).toBe('Undone. #2 is not skipped');
  });

  it('leaves no skip to undo where it cannot be seen', async () => {
    await open(tickets(2, 1, PENDING));
    await say(2, suggestion());
    await say(1, suggestion());
    await press('3');
    await press('Escape');
    await press('z');

    expect(message()).toBe('Nothing is left to undo');
  });

  it('undoes step by step: each is put back as it was, also while it is being saved', async () => {
    await open(tickets(3, 1, PENDING));
    for (const id of [3, 2, 1]) await say(id, suggestion());
    await press('1');
    const first = http.expectOne({ method: 'PATCH', url: '/api/tickets/3' });
    await press('1');
    const second = http.expectOne({ method: 'PATCH', url: '/api/tickets/2' });
    second.flush({ ...tickets(2, 2)[0], version: 2 });
    await press('z');
    const back = http.expectOne({ method: 'PATCH', url: '/api/tickets/2' });
    expect(back.request.body).toEqual({ triage: 'pending' });
    expect(back.request.headers.get('If-Match')).toBe('"2"');
    back.flush({ ...tickets(2, 2, PENDING)[0], version: 3 });
    await settle();
    expect(text('h2')).toContain('Ticket number 2');

    await press('z');
    http.expectNone({ method: 'PATCH' });
    first.flush({ ...tickets(3, 3)[0], version: 2 });
    await settle();
    http.expectOne({ method: 'PATCH', url: '/api/tickets/3' }).flush({ ...tickets(3, 3, PENDING)[0], version: 3 });
    await settle();
    expect(text('h2')).toContain('Ticket number 3');
    expect(message()).toContain('Undone. #3 waits to be sorted again');
  });

  it('puts back one after the other, so that the one undone last is at hand', async () => {
    await open(tickets(3, 1, PENDING));
    for (const id of [3, 2, 1]) await say(id, suggestion());
    for (const id of [3, 2]) {
      await press('1');
      http.expectOne({ method: 'PATCH', url: `/api/tickets/${id}` }).flush({ ...tickets(id, id)[0], version: 2 });
    }
    await press('z');
    await press('z');
    for (const id of [2, 3]) {
      http
        .expectOne({ method: 'PATCH' }, `the only one on its way is #${id}`)
        .flush({ ...tickets(id, id, PENDING)[0], version: 3 });
    }
    await settle();
    expect(text('h2')).toContain('Ticket number 3');
    expect(text('.peek')).toContain('Next · #2');
  });

  it('decides again what was put back against the version it has by then', async () => {
    await open(tickets(1, 1, PENDING));
    await say(1, suggestion());
    await press('1');
    http.expectOne({ method: 'PATCH' }).flush({ ...tickets(1, 1)[0], version: 2 });
    await press('z');
    http.expectOne({ method: 'PATCH' }).flush({ ...tickets(1, 1, PENDING)[0], version: 3 });
    await settle();
    await press('1');

    expect(http.expectOne({ method: 'PATCH' }).request.headers.get('If-Match')).toBe('"3"');
  });

  it('closes by D what says the same as another ticket, and takes that back', async () => {
    await open(tickets(2, 1, PENDING));
    await say(2, suggestion());
    await say(1, suggestion());
    expect(text('desk-triage-actions')).not.toContain('Duplicate');
    const similar = { ...tickets(9, 9)[0], similarity: 0.6 };
    http.expectOne('/api/tickets/2/similar?limit=3').flush({ results: [similar] });
    await settle();
    expect(text('desk-triage-proposal')).toContain('Looks likeTicket number 9#9 · Open');
    await press('d');
    const change = http.expectOne({ method: 'PATCH', url: '/api/tickets/2' });
    expect(change.request.body).toEqual({ duplicate_of: 9 });
    expect(text('desk-triage-log')).toContain('Closed for #9');
    expect(text('h2')).toContain('Ticket number 1');

    change.flush({ ...tickets(2, 2)[0], version: 2 });
    await press('z');
    expect(http.expectOne({ method: 'PATCH', url: '/api/tickets/2' }).request.body).toEqual({ duplicate_of: null });
  });

  it('says so when a ticket was not saved, and goes on', async () => {
    await open(tickets(2, 1, PENDING));
    await say(2, suggestion());
    await press('1');
    http.expectOne({ method: 'PATCH' }).flush(...aProblem(412, 'stale_version', { detail: 'Somebody was faster.' }));
    await say(2, suggestion());

    expect(text('desk-triage-log')).toContain('Not saved, stays in the queue');
    expect(message()).toContain('#2 was not sorted. Somebody was faster.');
  });

  it('overwrites nothing that somebody else has decided meanwhile, and says so', async () => {
    await open(tickets(2, 1, PENDING));
    await say(2, suggestion());
    await press('1');
    http.expectOne({ method: 'PATCH' }).flush(...aProblem(412, 'stale_version'));
    await say(2, null, { triage: null, version: 2 });

    expect(message()).toBe('#2 was sorted by somebody else meanwhile');
    expect(text('desk-triage-log')).toContain('Sorted by somebody else');
    expect(text('.counts')).toBe('1 sorted by others');
    http.expectNone({ method: 'PATCH' });
  });

  it('reads a ticket again when it is its turn, and goes on when somebody has sorted it', async () => {
    await open(tickets(3, 1, PENDING));
    for (const id of [3, 2, 1]) await say(id, suggestion());
    await press('1');
    expect(text('h2')).toContain('Ticket number 2');
    await say(2, null, { triage: null, version: 2 });

    expect(text('h2')).toContain('Ticket number 1');
    expect(message()).toBe('#2 was sorted by somebody else meanwhile');
    expect(text('desk-triage-log')).toContain('Sorted by somebody else');
    await press('z');
    expect(http.match({ method: 'PATCH', url: '/api/tickets/2' })).toHaveLength(0);
  });

  it('lets digits choose one of two, and letters act', async () => {
    await open(tickets(3, 1, PENDING));
    await say(3, twoOptions());
    expect(text('desk-triage-proposal')).toContain('Billing or Technical: please choose');
    expect(texts('.pick .sr')).toEqual(['Billing, because of invoices and unpaid', 'Technical, because of webhooks']);
    expect(texts('.pick .why')).toEqual(['because of invoices and unpaid', 'because of webhooks']);
    expect(texts('.because')).toEqual(['because of every customer']);
    await press('a');
    http.expectNone({ method: 'PATCH' });
    await press('2');
    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'technical', priority: 'high' });

    const without = {
      options: { category: ['technical', 'billing'], priority: ['high' as const] },
      option_reasons: [],
    };
    await say(2, { ...twoOptions(), ...without });
    expect(text('desk-triage-proposal')).toContain('Technical or Billing: please choose');
    expect(text('desk-triage-proposal')).toContain('One of these two is right in 170 of 212 cases like this.');
    expect(texts('.pick .sr')).toEqual(['Technical', 'Billing']);
    expect(texts('.because')[0]).toBe('because of invoices and unpaid');
    await press('e');
    expect(texts('.pick')).toHaveLength(4);
    await press('Escape');
    await press('s');
    expect(text('h2')).toContain('Ticket number 1');
  });

  it('lets digits choose any category where nothing is proposed', async () => {
    await open(tickets(1, 1, PENDING));
    await say(1, abstention('unknown_words', { known_words: KNOWN_WORDS }));
    expect(text('desk-triage-proposal')).toContain('No suggestion: few of these words have been seen here');
    expect(text('desk-triage-proposal')).toContain('3 of 41 words are known here.');
    expect(texts('desk-word-chips li')).toContain('tulpenlabels');
    await press('3');

    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'account', priority: 'medium' });
    expect(text('.counts')).toBe('1 chosen');
  });

  it('keeps keys for what the desk is about to say', async () => {
    await open(tickets(1, 1, PENDING));
    await press('1');
    http.expectNone({ method: 'PATCH' });
    await say(1, suggestion());

    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'billing', priority: 'high' });
  });

  it('can be done without what the desk would say', async () => {
    await open(tickets(1, 1, PENDING));
    http.expectOne('/api/tickets/1').error(new ProgressEvent('error'));
    await settle();

    expect(text('desk-triage-proposal')).toContain('No suggestion yet');
    await press('4');
    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'general', priority: 'medium' });
  });

  it('asks again for a suggestion that is still to come; digits then do what they did, and A accepts', async () => {
    // What rxjs waits with; everything else is real.
    jest.useFakeTimers({
      doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'queueMicrotask', 'nextTick', 'Date'],
    });
    await open(tickets(1, 1, PENDING));
    await say(1, null);
    expect(text('desk-triage-proposal')).toContain('No suggestion yet');
    jest.advanceTimersByTime(3_000);
    await say(1, null);
    jest.advanceTimersByTime(3_000);
    await say(1, suggestion());
    jest.useRealTimers();
    expect(text('desk-triage-proposal')).toContain('The desk proposes');
    expect(texts('.pick .sr')).toEqual(['Billing, proposed', 'Technical', 'Account', 'General']);
    await press('a');

    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'billing', priority: 'high' });
  });

  it('asks for it less and less often, not at all where nobody sees it, and gives up', async () => {
    jest.useFakeTimers({
      doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'queueMicrotask', 'nextTick', 'Date'],
    });
    const shown = jest.spyOn(document, 'visibilityState', 'get');
    await open(tickets(1, 1, PENDING));
    await say(1, null);
    const asksAfter = async (seconds: number) => {
      jest.advanceTimersByTime(seconds * 1_000);
      const count = asked().length;
      for (let turn = 0; turn < count; turn += 1) await say(1, null);
      return count;
    };
    shown.mockReturnValue('hidden');
    expect(await asksAfter(600)).toBe(0);
    shown.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await asksAfter(0)).toBe(1);
    expect([await asksAfter(3), await asksAfter(5), await asksAfter(1)]).toEqual([1, 0, 1]);
    expect([await asksAfter(12), await asksAfter(23), await asksAfter(1), await asksAfter(48)]).toEqual([1, 0, 1, 1]);
    expect(await asksAfter(6_000)).toBe(0);
    jest.useRealTimers();
    shown.mockRestore();
    await press('4');
    expect(http.expectOne({ method: 'PATCH' }).request.body).toEqual({ category: 'general', priority: 'medium' });
  });

  it('goes on after a pause where it was: the same tickets, what was decided, and its pace', async () => {
    await open(tickets(3, 1, PENDING));
    for (const id of [3, 2, 1]) await say(id, suggestion());
    await press('1');
    http.expectOne({ method: 'PATCH', url: '/api/tickets/3' }).flush({ ...tickets(3, 3)[0], version: 2 });
    const pace = text('.stats');
    asked();
    unanswered = [];
    await press('Escape');
    expect(TestBed.inject(Router).url).toBe('/tickets');
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 3_600_000);
    await TestBed.inject(Router).navigateByUrl('/triage');
    await settle();
    http.expectNone(({ url }) => url === '/api/tickets/triage');
    expect(text('h2')).toContain('Ticket number 2');
    expect(text('desk-triage-top')).toContain('2 of 3');
    expect([text('.counts'), text('.stats')]).toEqual(['1 kept', pace]);
    clock.mockRestore();
  });

  it('takes back into a session that is paused what is undone elsewhere', async () => {
    await open(tickets(2, 1, PENDING));
    for (const id of [2, 1]) await say(id, suggestion());
    await press('1');
    http.expectOne({ method: 'PATCH' }).flush({ ...tickets(2, 2)[0], version: 2 });
    await press('Escape');
    await press('z');
    http.expectOne({ method: 'PATCH' }).flush({ ...tickets(2, 2, PENDING)[0], version: 3 });
    await TestBed.inject(Router).navigateByUrl('/triage');
    await settle();
    expect(text('h2')).toContain('Ticket number 2');
    expect(text('desk-triage-top')).toContain('1 of 2');
  });

  it('goes past what others sorted during a pause', async () => {
    await open(tickets(2, 1, PENDING));
    for (const id of [2, 1]) await say(id, suggestion());
    await press('Escape');
    await TestBed.inject(Router).navigateByUrl('/triage');
    await settle();
    await say(2, null, { triage: null, version: 2 });
    expect(text('h2')).toContain('Ticket number 1');
    expect(message()).toBe('#2 was sorted by somebody else meanwhile');
  });

  it('has the suggestion that came after a ticket was read ahead', async () => {
    await open(tickets(2, 1, PENDING));
    await say(2, suggestion());
    await say(1, null);
    await press('1');
    await press('1');
    http.expectNone({ method: 'PATCH', url: '/api/tickets/1' });
    await say(1, suggestion({ suggested_category: 'technical' }));

    expect(http.expectOne({ method: 'PATCH', url: '/api/tickets/1' }).request.body).toEqual({
      category: 'technical',
      priority: 'high',
    });
  });

  it('ends with how it went, and the next fifty', async () => {
    await open(tickets(1, 1, PENDING));
    await say(1, suggestion());
    await press('1');
    expect(text('desk-triage-end')).toContain('1 ticket sorted');
    expect(text('desk-triage-end')).toContain('1 of 1 proposals kept. The desk learns from 1 decision.');
    document.querySelector<HTMLElement>('desk-triage-end button')!.click();
    await settle();
    list().flush({ results: [] });
    await settle();

    expect(text('desk-empty-state')).toContain('Every ticket is sorted');
  });

  it('counts at the end what was sorted only, and shows that it loads the next ones, or why they do not come', async () => {
    await open(tickets(1, 1, PENDING));
    await say(1, suggestion());
    await press('3');
    expect(text('desk-triage-end')).toContain('No ticket sorted');
    document.querySelector<HTMLElement>('desk-triage-end button')!.click();
    await settle();
    expect(text('[role=status]')).toContain('Loading the tickets');
    list().flush('', { status: 500, statusText: 'Error' });
    await settle();

    expect(text('desk-error-state')).toContain('The tickets could not be loaded');
  });

  it('says what went wrong when the tickets do not come, and tries again', async () => {
    await open(null);
    list().flush('', { status: 500, statusText: 'Error' });
    await settle();
    expect(text('desk-error-state')).toContain('The tickets could not be loaded');
    document.querySelector<HTMLElement>('desk-error-state button')!.click();
    await settle();
    list().flush({ results: tickets(1, 1, PENDING) });
    await settle();

    expect(text('h2')).toContain('Ticket number 1');
  });

  /** With these tickets waiting; null leaves the list unanswered. */
  async function open(
    waiting: readonly Ticket[] | null,
    categories: readonly Category[] = ALL_CATEGORIES,
  ): Promise<void> {
    const harness = await RouterTestingHarness.create();
    document.body.append(harness.fixture.nativeElement as Node);
    await harness.navigateByUrl('/triage');
    await settle();
    for (const call of http.match('/api/categories')) call.flush({ results: categories, filled_in: FILLED_IN });
    for (const call of http.match('/api/users')) call.flush({ results: PEOPLE });
    if (waiting) list().flush({ results: waiting });
    await settle();
  }

  function list(): TestRequest {
    return http.expectOne(
      ({ method, urlWithParams }) => method === 'GET' && urlWithParams === '/api/tickets/triage?size=50',
    );
  }

  /** The tickets whose suggestions are asked for. */
  function asked(): number[] {
    const calls = http.match(({ url }) => /^\/api\/tickets\/\d+$/.test(url));
    unanswered.push(...calls);
    return calls.map(({ request }) => Number(request.url.split('/').at(-1)));
  }

  async function say(id: number, said: Suggestion | null, now: Partial<Ticket> = {}): Promise<void> {
    asked();
    const call = unanswered.find(({ request }) => request.url === `/api/tickets/${id}`)!;
    unanswered.splice(unanswered.indexOf(call), 1);
    call.flush({ ...tickets(id, id, { ...PENDING, ...now })[0], suggestion: said, duplicates: [] });
    await settle();
  }

  async function press(key: string): Promise<void> {
    // Material's lists of things that take the focus read it.
    const keyCode = key === 'ArrowDown' ? 40 : 0;
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
    await settle();
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  function message(): string {
    return text('desk-snack-message .text');
  }

  function texts(selector: string): string[] {
    return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  }

  function text(selector: string): string {
    return texts(selector).join(' ');
  }
});
