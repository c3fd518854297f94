import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { anEvent } from '../testing/events';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const DETAIL = 'desk-ticket-detail';

describe('the assignee of a ticket', () => {
  const menu = () => [...document.querySelectorAll('[role=menuitemradio] .word')].map((item) => item.textContent);
  const message = (page: TicketsPage) => page.text('desk-snack-message');

  afterEach(() => TestBed.inject(MatSnackBar).dismiss());

  it('is a face in the list, named for the ear', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage([aTicket(2, { assignee: 3 }), aTicket(1)]));

    expect(page.valueIn(0, 'assignee')).toBe('Assignee: Jonas Weber');
    expect(document.querySelector<HTMLElement>(`${page.row(0)} desk-avatar`)!.dataset['letters']).toBe('JW');
    expect(page.valueIn(1, 'assignee')).toBe('Assignee: Unassigned');
  });

  it('is chosen among those who are here, the reader first, by A', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    await page.press('j');
    await page.press('a');
    expect(menu()).toEqual(['Priya Nair', 'Unassigned', 'Jonas Weber', 'Mina Park']);

    await page.press('3');
    const call = page.changeCall(3);
    expect(call.request.body).toEqual({ assignee: 3 });
    expect(page.valueIn(0, 'assignee')).toBe('Assignee: Jonas Weber');
    await page.answer(call, aTicket(3, { assignee: 3, version: 2 }));
    expect(message(page)).toContain('Ticket #3 assigned to Jonas Weber');
  });

  it('may be one who left, and is offered on that ticket only', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage([aTicket(1, { assignee: 4 })]));
    await page.press('j');
    await page.press('a');

    expect(menu()).toEqual(['Priya Nair', 'Unassigned', 'Jonas Weber', 'Mina Park', 'Leo Marchetti']);
  });

  it('becomes the reader by I, and is given back by Z', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    await page.press('j');
    await page.press('i');
    const call = page.changeCall(3);
    expect(call.request.body).toEqual({ assignee: 1 });
    await page.answer(call, aTicket(3, { assignee: 1, version: 2 }));

    await page.press('z');
    expect(page.changeCall(3).request.body).toEqual({ assignee: null });
  });

  it('is not saved again when the ticket is the reader’s already', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage([aTicket(1, { assignee: 1 })]));
    await page.press('j');
    await page.press('i');

    expect(message(page)).toContain('Ticket #1 is yours already');
    page.http.expectNone({ method: 'PATCH' });
  });

  it('is left alone by I while no ticket is chosen', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    await page.press('i');

    page.http.expectNone({ method: 'PATCH' });
  });

  it('is taken on the page of a ticket that the list does not know', async () => {
    const page = await TicketsPage.openWith('/tickets/77?view=all', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(77), aTicket(77));
    await page.press('i');

    expect(page.changeCall(77).request.body).toEqual({ assignee: 1 });
    expect(document.querySelector(`${DETAIL} .assignee button`)?.getAttribute('aria-label')).toBe(
      'Assignee: Priya Nair',
    );
  });

  it('leaves a list of the reader’s own tickets when it is another', async () => {
    const page = await TicketsPage.openWith('/tickets?assignee=me', aPage(tickets(3, 1, { assignee: 1 })));
    await page.pick('Assignee', 'Jonas Weber', page.row(0));
    await page.answer(page.changeCall(3), aTicket(3, { assignee: 3, version: 2 }));

    expect(page.text(`${page.row(0)} .excerpt`)).toMatch(
      /^Assigned to Jonas Weber .*, leaves this list at the next refresh$/,
    );
    expect(page.text('.count')).toBe('2 tickets');
  });

  it('is asked about when someone else chose another, by name', async () => {
    const page = await TicketsPage.openWith('/tickets?view=all', aPage(tickets(3, 1)));
    await page.pick('Assignee', 'Priya Nair', page.row(1));
    await page.refuse(page.changeCall(2), 412, 'stale_version', 'Someone was faster.');
    await page.answer(page.ticketCall(2), aTicket(2, { assignee: 3, version: 5 }));
    await page.answerEvents(2, [
      anEvent(1, [], { kind: 'created' }),
      anEvent(2, [{ field: 'assignee', from: null, to: 3 }]),
    ]);
    expect(page.text('desk-conflict-dialog')).toContain('Mina Park changed the assignee of ticket #2 in the meantime.');
    const values = [...document.querySelectorAll('desk-conflict-dialog desk-token')].map((one) =>
      one.textContent.trim(),
    );
    expect(values).toEqual(['Jonas Weber, Mina', 'Priya Nair, you']);

    await page.click('Take Mina’s');
    expect(page.valueIn(1, 'assignee')).toBe('Assignee: Jonas Weber');
  });

  describe('as a filter', () => {
    it('begins with Me and Unassigned, and ends with who left', async () => {
      const page = await TicketsPage.openWith('/tickets?view=all', aPage([]));
      await page.menuOf('Assignee', 'desk-filter-bar', async () => {
        const items = [...document.querySelectorAll('[role=menuitemcheckbox] .word')].map((item) => item.textContent);
        expect(items).toEqual([
          'Me',
          'Unassigned',
          'Somebody who has left',
          'Jonas Weber',
          'Mina Park',
          'Leo Marchetti (left)',
        ]);
      });
    });

    it('stands in the address and is asked for', async () => {
      const page = await TicketsPage.open('/tickets?assignee=3,none,1,99');
      const { params } = (await page.answerList(aPage([]))).request;

      expect(params.toString()).toBe('assignee=me&assignee=none&assignee=3&sort=newest&limit=50');
      expect(page.text('desk-filter-bar')).toContain('Assignee: Me, Unassigned, Jonas Weber');
    });

    it.each([
      ['m', 'me'],
      ['u', 'none'],
    ])('is switched on and off by %s', async (key, wanted) => {
      const page = await TicketsPage.openWith('/tickets?status=open', aPage(tickets(3, 1)));
      await page.press(key);
      expect(page.router.url).toBe(`/tickets?status=open&view=all&sort=newest&assignee=${wanted}`);
      await page.answerList(aPage([]));
      await page.press(key);
      expect(page.router.url).toBe('/tickets?status=open&view=all&sort=newest');
    });
  });
});
