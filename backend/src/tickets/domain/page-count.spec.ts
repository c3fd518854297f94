import { carryingCount, countedByItself } from './page-count.ts';
import { countIn, encodeTicketCursor } from './ticket-cursor.ts';
import type { TicketPage } from './ticket-page.ts';
import type { Ticket } from './ticket.ts';

const place = { id: 7, createdAt: new Date(0), updatedAt: new Date(0), priority: 'low' } as const;
const cursor = encodeTicketCursor('oldest', place);
const page = (more: Partial<TicketPage>): TicketPage => ({
  ...{ tickets: [place as Ticket], count: 0, countExact: false, next: null, previous: null },
  ...more,
});

describe('how many tickets the list of a page has', () => {
  it.each([
    [309, true],
    [1_000, false],
  ])('is carried by its cursors: %i, exactly: %s', (count, countExact) => {
    const told = carryingCount(page({ next: cursor, previous: cursor }), { count, countExact });
    expect(told).toMatchObject({ count, countExact });
    for (const carrying of [told.next, told.previous]) {
      expect(countIn(carrying ?? '')).toEqual({ cursor, count: { count, countExact } });
    }
  });

  it('is carried by no cursor that there is not, and read from none that carries nothing', () => {
    expect(carryingCount(page({}), { count: 1, countExact: true })).toMatchObject({ next: null, previous: null });
    expect(countIn(cursor)).toEqual({ cursor, count: null });
  });

  it.each([
    ['all there is', { next: null, previous: null }, true],
    ['the first of more', { next: cursor, previous: null }, false],
    ['the last of more', { next: null, previous: cursor }, false],
  ])('is what is on the page when nobody counts: %s', (_, cursors, countExact) => {
    expect(countedByItself(page(cursors))).toMatchObject({ count: 1, countExact });
  });
});
