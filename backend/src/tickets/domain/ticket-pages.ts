import { encodeCursorBefore, encodeTicketCursor } from './ticket-cursor.ts';
import type { TicketCount, TicketPage } from './ticket-page.ts';
import { type TicketPlace, type TicketPosition, positionIn } from './ticket-place.ts';
import { TICKET_ORDERS, type TicketOrder, type TicketSort, turned } from './ticket-sort.ts';
import type { Ticket } from './ticket.ts';

/** Which part of a list is looked for: at most `limit` tickets that come after a position in this order. */
export interface Part {
  readonly order: TicketOrder;
  readonly after: TicketPosition | null;
  readonly limit: number;
}

/** What was found of a part. */
export interface Found extends TicketCount {
  readonly tickets: readonly Ticket[];
  /** Where looking goes on when it stopped before the part was full; null when there is no more. */
  readonly goesOnAfter: TicketPlace | null;
}

export type Find = (part: Part) => Promise<Found>;

interface PageSize {
  readonly sort: TicketSort;
  readonly limit: number;
}

/** The page that follows a position, or the first one. */
export async function pageAfter(
  find: Find,
  { sort, limit, after }: PageSize & Pick<Part, 'after'>,
): Promise<TicketPage> {
  const { tickets, last, ...count } = await take(find, { order: TICKET_ORDERS[sort], after, limit });
  const [first] = tickets;
  return {
    ...{ ...count, tickets },
    next: last && encodeTicketCursor(sort, last),
    previous: after && first ? encodeCursorBefore(sort, first) : null,
  };
}

/** The page that ends before a position, in the order of the list. */
export async function pageBefore(
  find: Find,
  { sort, limit, before }: PageSize & { readonly before: TicketPosition },
): Promise<TicketPage> {
  const order = turned(TICKET_ORDERS[sort]);
  const { tickets, last: first, ...count } = await take(find, { order, after: before, limit });
  const [last] = tickets;
  return {
    ...{ ...count, tickets: tickets.toReversed() },
    next: last ? encodeTicketCursor(sort, last) : null,
    previous: first && encodeCursorBefore(sort, first),
  };
}

/** The page in the middle of which a ticket stands, or would stand if it were in the list. */
export async function pageAround(
  find: Find,
  { sort, limit, ticket }: PageSize & { readonly ticket: Ticket },
): Promise<TicketPage> {
  const order = TICKET_ORDERS[sort];
  const position = positionIn(order, ticket);
  const size = Math.floor(limit / 2);
  const above = await pageBefore(find, { sort, limit: size, before: position });
  // From the ticket itself, if it is there.
  const after = { ...position, id: position.id + (order.descending ? 1 : -1) };
  const below = await pageAfter(find, { sort, limit: limit - size, after });
  const { previous } = size === 0 ? below : above;
  return { ...below, tickets: [...above.tickets, ...below.tickets], previous };
}

/** One more is asked for than is shown, which tells whether there is more. */
async function take(find: Find, part: Part) {
  const { tickets, goesOnAfter, ...count } = await find({ ...part, limit: part.limit + 1 });
  const shown = tickets.slice(0, part.limit);
  return { ...count, tickets: shown, last: tickets.length > part.limit ? (shown.at(-1) ?? null) : goesOnAfter };
}
