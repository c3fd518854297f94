import { LiveAnnouncer } from '@angular/cdk/a11y';
import { type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { jest } from '@jest/globals';
import { Live } from '../../api/live/live';
import type { LiveTicket } from '../../api/live/live-event';
import type { PersonPresent, Ticket } from '../../api/model';
import { TicketStore, asRead } from '../../api/ticket-store';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';
import { CATCH_UP_MS } from './live-list';
import { GATHER_MS } from './search-answers';

const MINA = { id: 2, name: 'Mina Park' };

describe('a list while others work', () => {
  let page: TicketsPage;

  beforeEach(async () => {
    // The page settles in real turns; what gathers and waits is played.
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'queueMicrotask', 'nextTick'] });
    page = await TicketsPage.openWith('/tickets?view=all&status=open', aPage(tickets(3, 1)));
  });

  afterEach(() => {
    TestBed.inject(MatSnackBar).dismiss();
    jest.useRealTimers();
  });

  it('shows a change where the row stands, with who did what, and lets it stand out', async () => {
    await change(changed(2, { fields: ['priority'] }), [aTicket(2, { priority: 'high', version: 2 })]);
    await answer(question('2'), [aTicket(2, { priority: 'high', version: 2 })]);

    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 2', 'Ticket number 1']);
    expect(page.valueIn(1, 'priority')).toBe('Priority: High');
    expect(page.text(`${page.row(1)} .excerpt`)).toMatch(/^Mina Park set the priority to high · /);
    expect(document.querySelector(page.row(1))?.classList).toContain('is-fresh');
    expect(document.querySelector(`${page.row(1)} .priority`)?.classList).toContain('is-fresh');
    expect(document.querySelectorAll('desk-ticket-row.is-fresh')).toHaveLength(1);
  });

  it('shows by its title who else has a ticket open or changes it, without asking for it', async () => {
    const you = { id: 1, name: 'Priya Nair', activity: 'looking' } as const;
    const mina = { ...MINA, activity: 'looking' } as const;
    const presence = (place: number) => `${page.row(place)} desk-row-presence`;
    await there(2, [you, mina, { id: 3, name: 'Leo Marchetti', activity: 'changing' }]);
    expect(page.text(`${presence(1)} .sr`)).toBe('Mina Park is looking, Leo Marchetti is changing it');
    expect(document.querySelectorAll(`${presence(1)} .face`)).toHaveLength(2);
    expect(document.querySelectorAll(`${presence(1)} .face.changing`)).toHaveLength(1);
    expect(document.querySelectorAll('desk-ticket-row .face')).toHaveLength(2);
    expect(document.querySelector(`${presence(1)} [role="status"], ${presence(1)} [aria-live]`)).toBeNull();

    // Who alone has it open is not told so.
    await there(2, [you]);
    expect(document.querySelector(`${presence(1)} *`)).toBeNull();
    page.http.expectNone(({ url }) => url.startsWith('/api/presence'));
  });

  it('leaves a row that does not match any more in its place, dimmed, until it is refreshed', async () => {
    await change(changed(2), [aTicket(2, { status: 'resolved', version: 2 })]);
    await answer(question('2'), []);
    expect(page.titles()).toHaveLength(3);
    expect(page.text(`${page.row(1)} .excerpt`)).toMatch(
      /^Resolved by Mina Park .*, leaves this list at the next refresh$/,
    );
    expect(document.querySelector(page.row(1))?.classList).toContain('is-leaving');

    await change(changed(3, { by: { id: 1, name: 'Priya Nair' } }), [aTicket(3, { status: 'resolved', version: 2 })]);
    await answer(question('3'), []);
    expect(page.text(`${page.row(0)} .excerpt`)).toMatch(/^Resolved by you /);

    await page.click('Refresh the list');
    await page.answerList(aPage([aTicket(1)]));
    expect(page.titles()).toEqual(['Ticket number 1']);
    expect(document.querySelector('desk-ticket-row.is-fresh')).toBeNull();
  });

  it('says nothing of a mail that leaves, and keeps what was said before', async () => {
    const left = { by: null, contact: null, fields: ['messages'] };
    await change(changed(2, left), [aTicket(2, { version: 2 })]);
    await answer(question('2'), [aTicket(2, { version: 2 })]);
    expect(page.text(`${page.row(1)} .excerpt`)).not.toContain('The desk');
    await change(changed(2, { fields: ['messages'], version: 3 }), [aTicket(2, { version: 3 })]);
    await answer(question('2'), [aTicket(2, { version: 3 })]);
    await change(changed(2, { ...left, version: 4 }), [aTicket(2, { version: 4 })]);
    await answer(question('2'), [aTicket(2, { version: 4 })]);
    expect(page.text(`${page.row(1)} .excerpt`)).toMatch(/^Mina Park wrote to it · /);
  });

  it('takes the word of the API for it', async () => {
    await change(changed(2, { fields: ['title'] }), [aTicket(2, { title: 'Odd', version: 2 })]);
    await answer(question('2'), []);
    expect(page.text(`${page.row(1)} .excerpt`)).toMatch(/^Reworded by Mina Park/);

    await change(changed(1), [aTicket(1, { status: 'resolved', version: 2 })]);
    await answer(question('1'), [aTicket(1, { status: 'resolved', version: 2 })]);
    expect(document.querySelector(page.row(2))?.classList).not.toContain('is-leaving');
  });

  it('keeps the place of a ticket that somebody deleted', async () => {
    await change(changed(2, { kind: 'ticket.deleted', fields: [] }));

    expect(page.titles()).toHaveLength(3);
    expect(page.text(`${page.row(1)} .excerpt`)).toMatch(/^Deleted by Mina Park/);
  });

  it('announces new tickets that match, and shows them by a key where they belong', async () => {
    const announced = jest.spyOn(TestBed.inject(LiveAnnouncer), 'announce');
    await change(changed(4, { kind: 'ticket.created' }));
    await answer(question('4'), [aTicket(4)]);
    await change(changed(5, { kind: 'ticket.created' }));
    await answer(question('5'), [aTicket(5)]);
    expect(page.titles()).toHaveLength(3);
    expect(page.text('.new')).toBe('2 new .');
    // Once, not for each of them.
    expect(announced.mock.calls.map(([words]) => words)).toEqual(['1 new ticket. The full stop shows it']);

    await page.press('.');
    await page.answerList(aPage(tickets(5, 1)));
    expect(page.titles()).toHaveLength(5);
    expect(page.text('.new')).toBe('');
    expect(document.activeElement?.textContent.trim()).toBe('Ticket number 5');
    expect(document.querySelectorAll('desk-ticket-row.is-fresh')).toHaveLength(2);
  });

  it('announces none that does not match', async () => {
    await change(changed(4, { kind: 'ticket.created' }));
    await answer(question('4'), []);

    expect(page.text('.new')).toBe('');
  });

  it('announces one no more when it does not match any more', async () => {
    await change(changed(4, { kind: 'ticket.created' }));
    await answer(question('4'), [aTicket(4)]);
    await change(changed(4, { version: 3 }));
    await answer(question('4'), []);

    expect(page.text('.new')).toBe('');
  });

  it('reads what it shows again when something was missed, without moving a row', async () => {
    TestBed.inject(Live).tellMissed('all');
    await tick(CATCH_UP_MS);
    await page.answerList(aPage([aTicket(4), aTicket(3), aTicket(2, { priority: 'critical', version: 2 })]));
    await answer(question('1'), []);

    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 2', 'Ticket number 1']);
    expect(page.valueIn(1, 'priority')).toBe('Priority: Critical');
    expect(page.text('.new')).toBe('1 new .');
    expect(document.querySelector(page.row(2))?.classList).toContain('is-leaving');
  });

  it('says that it does not follow, since when, and offers to refresh once or to try again', async () => {
    const live = TestBed.inject(Live);
    const wanted = jest.fn();
    live.wanted.subscribe(wanted);
    live.become('off', new Date(2026, 3, 20, 10, 34).getTime());
    await page.settle();
    expect(page.text('desk-live-off-banner')).toContain('Live updates are off. This list is as of 10:34.');
    await page.click('Try again');
    expect(wanted).toHaveBeenCalledTimes(1);
    await page.click('Refresh once');
    await page.answerList(aPage(tickets(3, 1)));

    live.become('on', null);
    await page.settle();
    expect(page.text('desk-live-off-banner')).toBe('');
  });

  function changed(id: number, more: Partial<LiveTicket> = {}): LiveTicket {
    const at = '2026-04-20T09:22:00.000Z';
    return { kind: 'ticket.changed', id, version: 2, fields: ['status'], by: MINA, at, ...more };
  }

  /** Somebody changes a ticket; what is watched of it has been read again by then. */
  async function change(what: LiveTicket, now: readonly Ticket[] = []): Promise<void> {
    const store = TestBed.inject(TicketStore);
    store.tell(...now.map(asRead));
    TestBed.inject(Live).tellChanges([what]);
    if (what.kind === 'ticket.deleted') store.tell({ kind: 'gone', id: what.id });
    await page.settle();
  }

  /** What is told of who has a ticket open. */
  async function there(ticket_id: number, people: readonly PersonPresent[]): Promise<void> {
    TestBed.inject(Live).hear({ kind: 'presence', ticket_id, people });
    await page.settle();
  }

  function question(ids: string): TestRequest {
    jest.advanceTimersByTime(GATHER_MS);
    const call = page.http.expectOne(({ params }) => params.has('id'));
    expect(call.request.params.getAll('id')?.join(',')).toBe(ids);
    return call;
  }

  async function answer(call: TestRequest, found: readonly Ticket[]): Promise<void> {
    call.flush(aPage([...found]));
    await page.settle();
  }

  async function tick(ms: number): Promise<void> {
    jest.advanceTimersByTime(ms);
    await page.settle();
  }
});
