import type { WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Live } from '../../api/live/live';
import { GATHER_MS } from '../../api/live/told';
import type { Ticket } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { Session } from '../../core/session';
import { Undo } from '../../core/undo';
import { suggestion } from '../new-ticket/testing/suggestion';
import { created } from '../testing/events';
import { eventEntry } from '../testing/messages';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const DETAIL = 'desk-ticket-detail';
const LIST = aPage(tickets(3, 1));

describe('a ticket', () => {
  it('opens beside the list, at once with what the list knows', async () => {
    const page = await TicketsPage.openWith('/tickets?status=open', LIST);
    await page.click('Ticket number 2');

    expect(page.router.url).toBe('/tickets/2?status=open');
    expect(page.text(`${DETAIL} h2`)).toBe('Ticket number 2');
    expect(document.title).toBe('#2 Ticket number 2 · Support Ticket System');
    expect(listIsShown()).toBe(true);
    page.ticketCall(2);
  });

  it('is found by its number alone, with its paragraphs as text', async () => {
    const page = await TicketsPage.openWith('/tickets/77?view=all', LIST);
    const description = 'One <b>line</b>\nand another\n\nSee `INV-1`';
    await page.answer(page.ticketCall(77), aTicket(77, { description }));

    const paragraphs = [...document.querySelectorAll('desk-ticket-description p')].map((one) => one.textContent);
    expect(paragraphs).toEqual(['One <b>line</b>\nand another', 'See INV-1']);
    expect(page.text(`${DETAIL} code`)).toBe('INV-1');
  });

  it('that nobody has sorted says so, with what is suggested beside it and not in its fields', async () => {
    const waiting = aTicket(2, { category: 'general', priority: 'medium', triage: 'pending', version: 2 });
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.answer(page.ticketCall(2), { ...waiting, suggestion: suggestion(), duplicates: [] } as Ticket);

    expect(page.text('desk-not-sorted-yet')).toBe('Not sorted yetThe desk suggestsBillingHighTriage');
    expect(page.text('desk-ticket-fields')).toContain('General');
    expect(page.text(`${page.row(1)} .excerpt`)).toContain('Not sorted yet');
    await page.answerHistory(2, []);
    await page.pick('Category', 'Technical', 'desk-ticket-fields');
    await page.answer(page.changeCall(2), { ...waiting, category: 'technical', triage: null, version: 3 });
    expect(page.text('desk-not-sorted-yet')).toBe('');
    expect(page.text(`${page.row(1)} .excerpt`)).not.toContain('Not sorted yet');
  });

  it('that nobody has sorted says so also before anything is suggested', async () => {
    const waiting = aTicket(2, { category: 'general', priority: 'medium', triage: 'pending', version: 2 });
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.answer(page.ticketCall(2), { ...waiting, suggestion: null, duplicates: [] } as Ticket);

    expect(page.text('desk-not-sorted-yet')).toBe('Not sorted yetCategory and priority are only filled in.Triage');
  });

  describe('whose customer wrote of another matter', () => {
    const sorted = aTicket(2, { category: 'billing', priority: 'high', version: 3 });
    const later = {
      ...{ id: 'an-id', message: 3, category: 'technical', priority: null, source: 'local' },
      ...{ confidence: { category: 0.9, priority: null }, at: '2026-04-20T10:00:00.000Z' },
    };
    const OFFER = 'desk-later-suggested';
    const DECISION = '/api/tickets/2/later-suggestions/an-id/decision';
    const opened = async () => {
      const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
      await page.answer(page.ticketCall(2), { ...sorted, later_suggestion: later, duplicates: [] } as Ticket);
      return page;
    };

    it('shows what is suggested, and changes nothing until somebody takes it', async () => {
      const page = await opened();
      expect(page.text(OFFER)).toContain('Another matter now?The desk suggestsTechnical');
      expect(page.text('desk-ticket-fields')).toContain('Billing');

      await page.click('Take');
      const call = page.http.expectOne(DECISION);
      expect(call.request.body).toEqual({ decision: 'taken' });
      call.flush(null);
      await page.settle();
      const now = { ...sorted, category: 'technical', version: 4, later_suggestion: null };
      await page.answer(page.ticketCall(2), now);
      expect(page.text('desk-ticket-fields')).toContain('Technical');
      expect(page.text(OFFER)).toBe('');
    });

    it('takes back what was taken, and leaves what somebody else has changed since', async () => {
      const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
      const both = { ...later, priority: 'low', confidence: { category: 0.9, priority: 0.8 } };
      await page.answer(page.ticketCall(2), { ...sorted, later_suggestion: both, duplicates: [] } as unknown as Ticket);
      await page.click('Take');
      page.http.expectOne(DECISION).flush(null);
      await page.settle();
      const taken = { ...sorted, category: 'technical', priority: 'low', version: 4, later_suggestion: null } as const;
      await page.answer(page.ticketCall(2), taken);
      TestBed.inject(TicketStore).tell({
        kind: 'written',
        ticket: { ...aTicket(2), ...taken, priority: 'critical', version: 5 },
      });
      await page.settle();

      TestBed.inject(Undo).back();
      const call = page.changeCall(2);
      expect(call.request.body).toEqual({ category: 'billing' });
      await page.answer(call, { ...taken, category: 'billing', priority: 'critical', version: 6 });
      expect(document.body.textContent).toContain('What was changed since stays');
    });

    it.each([
      [404, 'suggestion_not_found', false],
      [503, 'database_unavailable', true],
    ])('offers another try only where that may help: after %i it is %s', async (status, code, isOffered) => {
      const page = await opened();
      await page.click('Take');
      await page.refuse(page.http.expectOne(DECISION), status, code, 'It did not work.');
      expect(document.body.textContent).toContain('Ticket #2 was not changed.');
      expect(document.body.textContent.includes('Try again')).toBe(isOffered);
      if (!isOffered) await page.answer(page.ticketCall(2), sorted);
      expect(page.text(OFFER) === '').toBe(!isOffered);
    });

    it('keeps it as it is for who leaves it', async () => {
      const page = await opened();
      await page.click('Leave as it is');
      const call = page.http.expectOne(DECISION);
      expect(call.request.body).toEqual({ decision: 'left' });
      call.flush(null);
      await page.settle();
      await page.answer(page.ticketCall(2), { ...sorted, later_suggestion: null } as unknown as Ticket);
      expect(page.text(OFFER)).toBe('');
      expect(page.text('desk-ticket-fields')).toContain('Billing');
    });

    it('suggests nothing any more once somebody has decided by hand', async () => {
      const page = await opened();
      await page.answerHistory(2, []);
      await page.pick('Category', 'General', 'desk-ticket-fields');
      expect(page.text(OFFER)).toBe('');
      await page.answer(page.changeCall(2), { ...sorted, category: 'general', version: 4 });
    });
  });

  it('says when it was resolved', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    const resolved = { status: 'resolved', resolved_at: '2026-04-20T10:00:00.000Z', version: 2 } as const;
    await page.answer(page.ticketCall(2), aTicket(2, resolved));

    expect(page.text(`${DETAIL} .byline`)).toMatch(/^Created by Mina Park .+ at .+ · Resolved .+ at .+$/);
    expect(page.valueIn(1, 'status')).toBe('Status: Resolved');
  });

  it.each([
    [
      'days after it was resolved',
      '2025-04-18T10:00:00.000Z',
      / · Resolved on 18 April 2025 .+ · Closed on 20 April 2025 at .+$/,
    ],
    ['at once', '2025-04-20T10:00:00.000Z', /Created by [^·]+ · Closed on 20 April 2025 at .+$/],
  ])('says when it was closed, %s', async (_, resolved_at, words) => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    const closed = { status: 'closed', resolved_at, closed_at: '2025-04-20T10:00:00.000Z', version: 2 } as const;
    await page.answer(page.ticketCall(2), aTicket(2, closed));

    expect(page.text(`${DETAIL} .byline`)).toMatch(words);
  });

  it.each([
    ['mail', /^Arrived by e-mail on .+ at .+$/],
    ['portal', /^Written on the portal on .+ at .+$/],
    [null, /^Arrived on .+ at .+$/],
  ])('that nobody of the desk wrote says how it came (%s)', async (arrived_by, words) => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.answer(page.ticketCall(2), { ...aTicket(2, { created_by: null, version: 2 }), arrived_by } as Ticket);

    expect(page.text(`${DETAIL} .byline`)).toMatch(words);
  });

  it('of a merged category is still called by its name', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.answer(page.ticketCall(2), aTicket(2, { category: 'refunds', version: 2 }));

    expect(page.text(`${DETAIL} .category button`)).toBe('Refunds');
  });

  it('is changed in the list and here alike', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.answer(page.ticketCall(2), aTicket(2));
    await page.pick('Priority', 'Critical', DETAIL);

    expect(page.valueIn(1, 'priority')).toBe('Priority: Critical');
    await page.refuse(page.changeCall(2), 503, 'database_unavailable', 'The database is away.');
    expect(document.querySelector(`${DETAIL} .priority button`)?.getAttribute('aria-label')).toBe('Priority: Medium');
  });

  it('closes with Escape, back on its row and with the filters kept', async () => {
    const page = await TicketsPage.openWith('/tickets/2?status=open', LIST);
    document.querySelector<HTMLElement>(`${DETAIL} .status button`)!.focus();
    await page.press('Escape');

    expect(page.router.url).toBe('/tickets?status=open');
    expect(document.activeElement?.textContent.trim()).toBe('Ticket number 2');
    expect(document.title).toBe('Tickets · Support Ticket System');
  });

  it('leads to its neighbours in the list, and no further', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.click('Next ticket');
    expect(page.router.url).toBe('/tickets/1?view=all&sort=newest');
    await page.click('Next ticket');
    expect(page.router.url).toBe('/tickets/1?view=all&sort=newest');
    await page.click('Previous ticket');
    expect(page.router.url).toBe('/tickets/2?view=all&sort=newest');
  });

  it('follows J and K while it is open', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.press('j');
    expect(page.router.url).toBe('/tickets/1?view=all&sort=newest');
    await page.press('k');
    await page.press('k');
    expect(page.router.url).toBe('/tickets/3?view=all&sort=newest');
  });

  it('takes the place of the list on a narrow screen, with the focus, and gives both back', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', LIST, 390);
    await page.click('Ticket number 2');
    expect(listIsShown()).toBe(false);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Ticket #2');
    expect(document.querySelector(`${DETAIL} h2`)?.getAttribute('aria-level')).toBe('1');

    await page.click('Back to the list');
    expect(listIsShown()).toBe(true);
    expect(document.activeElement?.textContent.trim()).toBe('Ticket number 2');
  });

  it('can take the full width of a wide screen', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.click('Open over the full width');
    expect(listIsShown()).toBe(false);

    await page.click('Show beside the list');
    expect(listIsShown()).toBe(true);
  });

  it.each(['abc', '0', '12abc', '99999999999999999999'])('cannot have the number %s', async (number) => {
    const page = await TicketsPage.openWith(`/tickets/${number}`, LIST);

    expect(page.text(DETAIL)).toContain('There is no such ticket');
    expect(document.title).toBe('Ticket not found · Support Ticket System');
  });

  it('that does not exist leads back to the list', async () => {
    const page = await TicketsPage.openWith('/tickets/404?status=open', LIST);
    await page.refuse(page.ticketCall(404), 404, 'ticket_not_found', 'There is no ticket #404.');
    expect(page.text(DETAIL)).toContain('There is no ticket #404.');

    document.querySelector<HTMLElement>(`${DETAIL} desk-empty-state a`)!.click();
    await page.settle();
    expect(page.router.url).toBe('/tickets?status=open');
  });

  it('that is deleted while it is open says so, and leaves the list', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.answer(page.ticketCall(2), aTicket(2));
    document.querySelector<HTMLElement>(`${DETAIL} .status button`)!.focus();
    TestBed.inject(TicketStore).tell({ kind: 'gone', id: 2 });
    await page.settle();

    expect(page.text(`${DETAIL} desk-empty-state h2`)).toBe('There is no such ticket any more');
    expect(page.text(`${DETAIL} desk-empty-state`)).toContain('Ticket #2 was deleted.');
    expect(document.title).toBe('Ticket not found · Support Ticket System');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Ticket #2');
    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 1']);
    expect(page.text('.count')).toBe('2 tickets');
  });

  it('known from the list is gone when it cannot be found any more', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.refuse(page.ticketCall(2), 404, 'ticket_not_found', 'There is no ticket #2.');

    expect(page.text(DETAIL)).toContain('Ticket #2 was deleted.');
    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 1']);
  });

  it('follows what the list learns when it is refreshed', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.answer(page.ticketCall(2), aTicket(2));
    await page.answerHistory(2, []);
    await page.click('Refresh the list');
    await page.answerList(aPage([aTicket(3), aTicket(2, { title: 'Another title', version: 2 }), aTicket(1)]));

    expect(page.text(`${DETAIL} h2`)).toBe('Another title');
    await page.answerHistory(2, [created('billing', null)]);
    expect(page.text('desk-ticket-timeline')).toContain('Mina Park created the ticket');
  });

  it('opens over the full width with F, and beside the list again', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.answer(page.ticketCall(2), aTicket(2));
    await page.press('f');
    expect(listIsShown()).toBe(false);
    await page.press('f');
    expect(listIsShown()).toBe(true);
  });

  it('has who asks, with all that is known of them, on a card beside it over the full width', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    const requester = {
      id: 12,
      name: 'Ruth Adler',
      address: 'ruth@x.example',
      organisation: { id: 4, name: 'Brandt' },
    };
    const finance = { ...requester, id: 13, name: 'Finance' };
    await page.answer(page.ticketCall(2), { ...aTicket(2), requester, followers: [finance] } as Ticket);
    await page.press('f');
    for (let turn = 0; turn < 10 && !document.querySelector('desk-ticket-side'); turn++) await page.settle();
    expect(page.text('desk-ticket-detail .head')).not.toContain('Ruth Adler');
    expect(page.text('desk-ticket-side .facts')).toBe('ruth@x.exampleBrandt');
    page.http.expectOne('/api/contacts/12').flush({
      ...{ ...requester, addresses: ['ruth@x.example', 'r@x.example'], time_zone: 'UTC', note: 'In the morning.' },
      created_at: '2024-03-09T10:00:00.000Z',
    });
    await page.settle();
    expect(page.text('desk-ticket-side .who')).toBe('Ruth AdlerKnown since March 2024');
    expect(page.text('desk-ticket-side .facts')).toMatch(/^ruth@x\.exampler@x\.exampleBrandtUTC, \d\d:\d\d there$/);
    expect(page.text('desk-ticket-side desk-ticket-followers')).toContain('Finance');
    await page.press('f');
    expect(page.text('desk-ticket-detail .head')).toContain('Ruth Adler');
    expect(document.querySelector('desk-ticket-side')).toBeNull();
  });

  it('is read again with who asks when contacts are told to have changed', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    const requester = { id: 12, name: 'Ruth Adler', address: 'ruth@x.example', organisation: null };
    await page.answer(page.ticketCall(2), { ...aTicket(2), requester, followers: [] } as Ticket);
    expect(page.text('desk-ticket-requester .name')).toContain('Ruth Adler');

    jest.useFakeTimers();
    TestBed.inject(Live).hear({ kind: 'contacts.changed' });
    await jest.advanceTimersByTimeAsync(GATHER_MS);
    jest.useRealTimers();
    await page.settle();
    const organisation = { id: 4, name: 'Brandt' };
    await page.answer(page.ticketCall(2), {
      ...aTicket(2),
      ...{ requester: { ...requester, organisation }, followers: [] },
    });
    expect(page.text('desk-ticket-requester .name')).toContain('Ruth Adler · Brandt');
  });

  it('over the full width keeps nothing of who was erased, and tells admins how far that is', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    (TestBed.inject(Session).isAdmin as unknown as WritableSignal<boolean>).set(true);
    const requester = { id: 12, name: 'Ruth Adler', address: 'ruth@x.example', organisation: null };
    const asked = (by: object, version = 1) =>
      ({ ...aTicket(2, { version }), requester: by, followers: [], duplicates: [] }) as unknown as Ticket;
    await page.answer(page.ticketCall(2), asked(requester));
    await page.press('f');
    for (let turn = 0; turn < 10 && !document.querySelector('desk-ticket-side'); turn++) await page.settle();
    page.http.expectOne('/api/contacts/12').flush({
      ...{ ...requester, addresses: ['ruth@x.example', 'r@x.example'], time_zone: null, note: 'In the morning.' },
      created_at: '2024-03-09T10:00:00.000Z',
    });
    await page.settle();
    expect(page.text('desk-ticket-side')).toContain('In the morning.');

    const change = { id: 2, version: 2, fields: ['requester'], by: { id: 3, name: 'Jonas Weber' }, at: '' };
    TestBed.inject(Live).tellChanges([{ kind: 'ticket.changed', ...change }]);
    await page.settle();
    await page.answer(page.ticketCall(2), asked({ ...requester, name: 'Erased person', address: null }, 2));
    const erasure = { step: 'mails', tickets: 1, messages: 2, mails: 5, mails_in_all: 9 };
    page.http.expectOne('/api/contacts/12/erasure').flush({ erasure });
    await page.settle();
    expect(page.text('desk-ticket-side .facts')).toBe('');
    expect(page.text('desk-ticket-side')).not.toContain('In the morning.');
    expect(page.text('desk-ticket-side desk-erasure-progress')).toContain('5 of 9 mails gone over');
  });

  it('says who did something to it, and nothing of a mail that leaves', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.answer(page.ticketCall(2), aTicket(2));
    const tell = async (version: number, by: { id: number; name: string } | null) => {
      const change = { id: 2, version, fields: ['messages'], by, contact: null, at: '' };
      TestBed.inject(Live).tellChanges([{ kind: 'ticket.changed', ...change }]);
      await page.settle();
      return page.text(`${DETAIL} .others`);
    };
    expect(await tell(2, null)).toBe('');
    expect(await tell(3, { id: 2, name: 'Mina Park' })).toBe('Mina Park wrote to it');
    expect(await tell(4, null)).toBe('Mina Park wrote to it');
  });

  it('that does not come offers to try again', async () => {
    const page = await TicketsPage.openWith('/tickets/77?view=all', LIST);
    expect(document.querySelector(`${DETAIL} desk-skeleton`)).not.toBeNull();
    await page.refuse(page.ticketCall(77), 503, 'database_unavailable', 'The database is away.');
    expect(page.text(DETAIL)).toContain('The ticket could not be loaded');

    await page.click('Try again');
    await page.answer(page.ticketCall(77), aTicket(77));
    expect(page.text(`${DETAIL} h2`)).toBe('Ticket number 77');
  });

  it('known from the list stays when it cannot be read again', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    await page.refuse(page.ticketCall(2), 503, 'database_unavailable', 'The database is away.');

    expect(page.text(`${DETAIL} h2`)).toBe('Ticket number 2');
    expect(page.text(`${DETAIL} desk-banner`)).toContain('This may be out of date.');
  });

  it('is read again by itself when the desk is back, with its history', async () => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', LIST);
    page.ticketCall(2).error(new ProgressEvent('error'));
    page.timelineCall(2).error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text(`${DETAIL} desk-banner`)).toContain('This may be out of date.');
    window.dispatchEvent(new Event('online'));
    await page.settle();
    await page.answer(page.ticketCall(2), aTicket(2, { title: 'Another title', version: 2 }));
    page.http
      .match(({ url }) => url === '/api/tickets/2/timeline')
      .filter(({ cancelled }) => !cancelled)
      .forEach((call) => call.flush({ results: [eventEntry(created('billing', null))], next_cursor: null }));
    await page.settle();

    expect(document.querySelector(`${DETAIL} desk-banner`)).toBeNull();
    expect(page.text(`${DETAIL} h2`)).toBe('Another title');
    expect(page.text('desk-ticket-timeline')).toContain('Mina Park created the ticket');
  });

  function listIsShown(): boolean {
    return !document.querySelector<HTMLElement>('section[aria-label="Ticket list"]')?.hidden;
  }
});
