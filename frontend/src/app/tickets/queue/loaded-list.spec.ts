import { aPage, aTicket, tickets } from '../testing/tickets';
import { firstPage, withNewcomer, withNextPage } from './loaded-list';

describe('the loaded part of the list', () => {
  const list = firstPage(aPage(tickets(9, 7), { count: 9, next_cursor: 'c1' }), {});

  it('grows by a page and keeps the count of the first', () => {
    const longer = withNextPage(list, aPage(tickets(6, 4), { count: 8, next_cursor: 'c2' }));

    expect(longer.tickets.map(({ id }) => id)).toEqual([9, 8, 7, 6, 5, 4]);
    expect(longer).toMatchObject({ count: 9, cursor: 'c2', generation: list.generation });
  });

  it('shows no ticket twice', () => {
    const longer = withNextPage(list, aPage(tickets(8, 6)));

    expect(longer.tickets.map(({ id }) => id)).toEqual([9, 8, 7, 6]);
  });

  it('has a new ticket on top and counts it, once', () => {
    const longer = withNewcomer(withNewcomer(list, aTicket(10)), aTicket(10));

    expect(longer.tickets.map(({ id }) => id)).toEqual([10, 9, 8, 7]);
    expect(longer.count).toBe(10);
  });

  it('does not count on where counting had stopped', () => {
    const many = firstPage(aPage(tickets(9, 7), { count: 10_000, count_exact: false }), {});

    expect(withNewcomer(many, aTicket(10)).count).toBe(10_000);
  });

  it('is another list after another first page', () => {
    expect(firstPage(aPage([]), {}, list).generation).toBe(list.generation + 1);
  });
});
