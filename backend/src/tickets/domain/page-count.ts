import { withCount } from './ticket-cursor.ts';
import type { TicketCount, TicketPage } from './ticket-page.ts';

/** A page that says how many tickets its list has, as counted once: its cursors carry that on to the pages beside it. */
export function carryingCount(page: TicketPage, { count, countExact }: TicketCount): TicketPage {
  const known = { count, countExact };
  const { next, previous } = page;
  return { ...page, ...known, next: next && withCount(next, known), previous: previous && withCount(previous, known) };
}

/** A page of a list that nobody has counted: there are as many as are here, and perhaps more. */
export function countedByItself(page: TicketPage): TicketPage {
  return { ...page, count: page.tickets.length, countExact: page.next === null && page.previous === null };
}
