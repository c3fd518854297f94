import type { Ticket, TicketFilter, TicketPage } from '../../api/model';

/** The part of the list that is here, newest first, as the API gave it. */
export interface LoadedList {
  /** What was asked for. */
  readonly filter: TicketFilter;
  readonly tickets: readonly Ticket[];
  /** How many match in all, when the first page came, plus what came to match here since. */
  readonly count: number;
  readonly countExact: boolean;
  /** Where to go on; null at the end. */
  readonly cursor: string | null;
  /** Grows with every first page: a new list, not a longer one. */
  readonly generation: number;
}

export function firstPage(page: TicketPage, filter: TicketFilter, previous?: LoadedList): LoadedList {
  return {
    filter,
    tickets: page.results,
    count: page.count,
    countExact: page.count_exact,
    cursor: page.next_cursor,
    generation: (previous?.generation ?? 0) + 1,
  };
}

/** The count stays that of the first page: rows that no longer match are still shown and counted apart. */
export function withNextPage(list: LoadedList, page: TicketPage): LoadedList {
  const known = new Set(list.tickets.map(({ id }) => id));
  const newcomers = page.results.filter(({ id }) => !known.has(id));
  return { ...list, tickets: [...list.tickets, ...newcomers], cursor: page.next_cursor };
}

/**
 * A ticket that came to match, written just now or changed back, stands where the API would give it. One that is there
 * already changes nothing, nor does one beyond what is loaded: a later page brings it.
 */
export function withNewcomer(list: LoadedList, ticket: Ticket): LoadedList {
  if (list.tickets.some(({ id }) => id === ticket.id)) return list;
  const place = list.tickets.findIndex((other) => isNewer(ticket, other));
  if (place < 0 && list.cursor !== null) return list;
  const tickets = list.tickets.toSpliced(place < 0 ? list.tickets.length : place, 0, ticket);
  return { ...list, tickets, count: list.count + (list.countExact ? 1 : 0) };
}

/** Times are ISO texts in UTC, which sort as they read. */
function isNewer(one: Ticket, other: Ticket): boolean {
  return one.created_at === other.created_at ? one.id > other.id : one.created_at > other.created_at;
}
