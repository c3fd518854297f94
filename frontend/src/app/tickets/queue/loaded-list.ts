import type { Ticket, TicketFilter, TicketPage } from '../../api/model';

/** The part of the list that is here, newest first, as the API gave it. */
export interface LoadedList {
  /** What was asked for. */
  readonly filter: TicketFilter;
  readonly tickets: readonly Ticket[];
  /** How many match in all, when the first page came, plus what was created here since. */
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

/** A ticket written just now stands on top; one that is there already changes nothing. */
export function withNewcomer(list: LoadedList, ticket: Ticket): LoadedList {
  if (list.tickets.some(({ id }) => id === ticket.id)) return list;
  return { ...list, tickets: [ticket, ...list.tickets], count: list.count + (list.countExact ? 1 : 0) };
}
