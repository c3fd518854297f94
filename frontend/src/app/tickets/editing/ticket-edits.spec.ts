import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TicketStore, asRead } from '../../api/ticket-store';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

describe('a value changed in the list', () => {
  let page: TicketsPage;
  const message = () => page.text('desk-snack-message');

  beforeEach(async () => {
    page = await TicketsPage.openWith('/tickets?status=open', aPage(tickets(3, 1)));
  });

  afterEach(() => TestBed.inject(MatSnackBar).dismiss());

  it('shows before the server has answered, against the version that was seen', async () => {
    await resolve(1);
    const call = page.changeCall(2);

    expect(page.valueIn(1, 'status')).toBe('Status: Resolved');
    expect(call.request.body).toEqual({ status: 'resolved' });
    expect(call.request.headers.get('If-Match')).toBe('"1"');
    expect(message()).toBe('');
  });

  it('leaves the row in its place with the reason, and the count follows', async () => {
    await resolve(1);
    await page.answer(page.changeCall(2), aTicket(2, { status: 'resolved', version: 2 }));

    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 2', 'Ticket number 1']);
    expect(page.text(`${page.row(1)} .excerpt`)).toMatch(/^Resolved .*, leaves this list at the next refresh$/);
    expect(page.text('.count')).toBe('2 tickets');
    expect(message()).toContain('Ticket #2 resolved');
  });

  it('is undone by Z', async () => {
    await resolve(1);
    await page.answer(page.changeCall(2), aTicket(2, { status: 'resolved', version: 2 }));
    await page.press('z');
    const call = page.changeCall(2);
    expect(call.request.body).toEqual({ status: 'open' });
    expect(call.request.headers.get('If-Match')).toBe('"2"');
    await page.answer(call, aTicket(2, { version: 3 }));

    expect(page.valueIn(1, 'status')).toBe('Status: Open');
    expect(page.text('.count')).toBe('3 tickets');
    expect(message()).toContain('Ticket #2 is open again');
  });

  it('waits to be sorted again when the change that ended its waiting is undone, and no other change is', async () => {
    await page.click('Refresh the list');
    await page.answerList(aPage([aTicket(2, { triage: 'pending' })]));
    await resolve(0);
    await page.answer(page.changeCall(2), aTicket(2, { status: 'resolved', triage: 'pending', version: 2 }));
    await page.pick('Priority', 'High', page.row(0));
    await page.answer(page.changeCall(2), aTicket(2, { status: 'resolved', priority: 'high', version: 3 }));
    await page.pick('Category', 'Account', page.row(0));
    const sorted = { status: 'resolved', priority: 'high', category: 'account' } as const;
    await page.answer(page.changeCall(2), aTicket(2, { ...sorted, version: 4 }));

    const back: unknown[] = [];
    for (const [index, ticket] of [
      aTicket(2, { ...sorted, category: 'billing', version: 5 }),
      aTicket(2, { status: 'resolved', triage: 'pending', version: 6 }),
      aTicket(2, { triage: 'pending', version: 7 }),
    ].entries()) {
      await page.press('z');
      const call = page.changeCall(2);
      back.push(call.request.body);
      await page.answer(call, ticket);
      if (index === 1) expect(message()).toContain('Undone. Ticket #2 waits to be sorted again');
    }
    expect(back).toEqual([{ category: 'billing' }, { triage: 'pending' }, { status: 'open' }]);
  });

  it('brings the row back when undone after a refresh', async () => {
    await resolve(1);
    await page.answer(page.changeCall(2), aTicket(2, { status: 'resolved', version: 2 }));
    await page.click('Refresh the list');
    await page.answerList(aPage([aTicket(3), aTicket(1)]));
    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 1']);
    await page.press('z');
    await page.answer(page.changeCall(2), aTicket(2, { version: 3 }));

    expect(page.titles()).toEqual(['Ticket number 3', 'Ticket number 2', 'Ticket number 1']);
    expect(page.text('.count')).toBe('3 tickets');
  });

  it('is taken back when the server refuses, and can be tried again', async () => {
    await resolve(1);
    await page.refuse(page.changeCall(2), 503, 'database_unavailable', 'The database is away.');
    expect(page.valueIn(1, 'status')).toBe('Status: Open');
    expect(message()).toContain('The status of #2 was not changed. The database is away. Request req-1.');

    await page.click('Try again');
    expect(page.changeCall(2).request.body).toEqual({ status: 'resolved' });
    expect(page.valueIn(1, 'status')).toBe('Status: Resolved');
  });

  it('waits for the change before it, and goes out against the version that one made', async () => {
    await resolve(1);
    await page.pick('Priority', 'High', page.row(1));
    const first = page.changeCall(2);
    expect(page.valueIn(1, 'priority')).toBe('Priority: High');
    await page.answer(first, aTicket(2, { status: 'resolved', version: 2 }));

    const second = page.changeCall(2);
    expect(second.request.body).toEqual({ priority: 'high' });
    expect(second.request.headers.get('If-Match')).toBe('"2"');
  });

  describe('while someone else was faster', () => {
    it('asks which of the two values to keep', async () => {
      await asked({ status: 'closed', version: 5 });
      expect(page.text('desk-conflict-dialog')).toContain('Somebody changed the status of ticket #2 in the meantime.');
      expect([...document.querySelectorAll('desk-conflict-dialog desk-token')].map((one) => one.textContent)).toEqual([
        'Closed, theirs',
        'Resolved, you',
      ]);
    });

    it.each([
      ['Keep mine', 'Status: Resolved'],
      ['Take theirs', 'Status: Closed'],
    ])('while the menu was open, %s, it asks before anything is sent', async (answer, value) => {
      await page.menuOf('Status', page.row(1), async (menu) => {
        TestBed.inject(TicketStore).tell(asRead(aTicket(2, { status: 'closed', version: 5 })));
        await page.settle();
        await menu.clickItem({ text: /^Resolved/ });
      });
      page.http.expectNone({ method: 'PATCH' });
      await page.answerEvents(2, []);
      expect([...document.querySelectorAll('desk-conflict-dialog desk-token')].map((one) => one.textContent)).toEqual([
        'Closed, theirs',
        'Resolved, you',
      ]);
      await page.click(answer);
      if (answer === 'Keep mine') {
        const call = page.changeCall(2);
        expect(call.request.headers.get('If-Match')).toBe('"5"');
        await page.answer(call, aTicket(2, { status: 'resolved', version: 6 }));
      } else page.http.expectNone({ method: 'PATCH' });
      expect(page.valueIn(1, 'status')).toBe(value);
    });

    it('keeps mine, against their version', async () => {
      await asked({ status: 'closed', version: 5 });
      await page.click('Keep mine');
      const call = page.changeCall(2);
      expect(call.request.body).toEqual({ status: 'resolved' });
      expect(call.request.headers.get('If-Match')).toBe('"5"');
      await page.answer(call, aTicket(2, { status: 'resolved', version: 6 }));

      expect(page.valueIn(1, 'status')).toBe('Status: Resolved');
    });

    it('takes theirs and saves nothing', async () => {
      await asked({ status: 'closed', version: 5 });
      await page.click('Take theirs');

      expect(page.valueIn(1, 'status')).toBe('Status: Closed');
      page.http.expectNone({ method: 'PATCH' });
    });

    it('does not ask when it was another value: both changes stand', async () => {
      await overtaken({ priority: 'critical', version: 5 });
      const call = page.changeCall(2);
      expect(call.request.headers.get('If-Match')).toBe('"5"');
      await page.answer(call, aTicket(2, { status: 'resolved', priority: 'critical', version: 6 }));

      expect(document.querySelector('desk-conflict-dialog')).toBeNull();
      expect(page.valueIn(1, 'status')).toBe('Status: Resolved');
      expect(page.valueIn(1, 'priority')).toBe('Priority: Critical');
    });

    it('does not ask when both chose the same', async () => {
      await overtaken({ status: 'resolved', version: 5 });

      expect(document.querySelector('desk-conflict-dialog')).toBeNull();
      page.http.expectNone({ method: 'PATCH' });
      expect(page.valueIn(1, 'status')).toBe('Status: Resolved');
    });

    it('asks also when nobody can say who it was', async () => {
      await overtaken({ status: 'closed', version: 5 });
      await page.refuse(page.eventsCall(2), 503, 'database_unavailable', 'The database is away.');

      expect(page.text('desk-conflict-dialog')).toContain('Somebody changed the status of ticket #2 in the meantime.');
    });

    async function asked(theirs: Parameters<typeof aTicket>[1]): Promise<void> {
      await overtaken(theirs);
      await page.answerEvents(2, []);
    }

    async function overtaken(theirs: Parameters<typeof aTicket>[1]): Promise<void> {
      await resolve(1);
      await page.refuse(page.changeCall(2), 412, 'stale_version', 'Someone was faster.');
      await page.answer(page.ticketCall(2), aTicket(2, theirs));
    }
  });

  function resolve(place: number): Promise<void> {
    return page.pick('Status', 'Resolved', page.row(place));
  }
});
