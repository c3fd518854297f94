import type { WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Live } from '../../api/live/live';
import { Session } from '../../core/session';
import { aMessage } from '../testing/messages';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const TIMELINE = 'desk-ticket-timeline';
const MORE = 'More about the message of Mina Park';
const REMOVED = {
  ...{ at: '2026-04-21T08:12:40.120Z', reason: 'It held a card.' },
  by: { type: 'user' as const, id: 4, name: 'Priya Nair' },
};

describe('the words of a message', () => {
  const open = async (isAdmin: boolean) => {
    const page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    (TestBed.inject(Session).isAdmin as unknown as WritableSignal<boolean>).set(isAdmin);
    await page.answer(page.ticketCall(2), aTicket(2));
    return page;
  };

  it('are removed by admins alone', async () => {
    const page = await open(false);
    await page.answerTimeline(2, [aMessage(2)]);
    await expect(page.click(MORE)).rejects.toThrow('There is no');
  });

  it('go for a reason, and are read again without them', async () => {
    const page = await open(true);
    await page.answerTimeline(2, [aMessage(2), aMessage(3)]);
    await page.menuOf(MORE, TIMELINE, (menu) => menu.clickItem({ text: /Remove the words/ }));
    await page.click('Remove for good');
    page.http.expectNone({ method: 'POST', url: '/api/tickets/2/messages/2/redaction' });
    expect(page.text('desk-removal-dialog')).toContain('Say why.');

    const why = document.querySelector<HTMLTextAreaElement>('desk-removal-dialog textarea');
    if (!why) throw new Error('There is no field');
    why.value = 'It held a card.';
    why.dispatchEvent(new Event('input'));
    await page.click('Remove for good');
    const call = page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages/2/redaction' });
    expect(call.request.body).toEqual({ reason: 'It held a card.' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    await page.answerTimeline(2, [aMessage(2, { text: null, html: null, redaction: REMOVED }), aMessage(3)]);
    expect(page.text(`${TIMELINE} .removed`)).toBe('Words removed by Priya Nair, 21 Apr: It held a card.');
  });

  it('are forgotten as soon as somebody else has removed them, also those that were read long ago', async () => {
    const page = await open(false);
    await page.answerTimeline(2, [aMessage(2, { text: 'A card.', html: null }), aMessage(3)]);
    expect(page.text(TIMELINE)).toContain('A card.');
    const by = { id: 4, name: 'Priya Nair' };
    const fields = ['title' as const, 'description' as const, 'redaction' as const];
    TestBed.inject(Live).hear({ kind: 'ticket.changed', id: 2, version: 4, fields, by, at: REMOVED.at });
    await page.settle();
    expect(page.text(TIMELINE)).not.toContain('A card.');
  });
});
