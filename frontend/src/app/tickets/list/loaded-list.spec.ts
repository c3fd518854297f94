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

  it('has a ticket that matches again in its old place, and counts it', () => {
    const without = firstPage(aPage([aTicket(9), aTicket(7)], { count: 8, next_cursor: 'c1' }), {});
    const longer = withNewcomer(without, aTicket(8));

    expect(longer.tickets.map(({ id }) => id)).toEqual([9, 8, 7]);
    expect(longer.count).toBe(9);
  });

  it('goes by the time of creation first', () => {
    const early = withNewcomer(list, aTicket(10, { created_at: '2026-04-19T00:00:00.000Z' }));
    expect(early).toBe(list);

    const late = withNewcomer(list, aTicket(2, { created_at: '2026-04-21T00:00:00.000Z' }));
    expect(late.tickets.map(({ id }) => id)).toEqual([2, 9, 8, 7]);
  });

  it('leaves a ticket beyond what is loaded to a later page', () => {
    expect(withNewcomer(list, aTicket(6))).toBe(list);
  });

  it('takes any ticket once everything is loaded', () => {
    const whole = withNextPage(list, aPage(tickets(6, 4)));

    expect(withNewcomer(whole, aTicket(1)).tickets.map(({ id }) => id)).toEqual([9, 8, 7, 6, 5, 4, 1]);
    expect(withNewcomer(firstPage(aPage([]), {}), aTicket(1)).tickets).toHaveLength(1);
  });

  it('does not count on where counting had stopped', () => {
    const many = firstPage(aPage(tickets(9, 7), { count: 10_000, count_exact: false }), {});

    expect(withNewcomer(many, aTicket(10)).count).toBe(10_000);
  });

  it('is another list after another first page', () => {
    expect(firstPage(aPage([]), {}, list).generation).toBe(list.generation + 1);
  });
});
