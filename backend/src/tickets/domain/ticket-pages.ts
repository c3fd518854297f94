import { encodeCursorAfterMeant, encodeCursorBefore, encodeTicketCursor } from './ticket-cursor.ts';
import type { TicketCount, TicketPage } from './ticket-page.ts';
import { type TicketPlace, type TicketPosition, positionIn } from './ticket-place.ts';
import { TICKET_ORDERS, type TicketOrder, type TicketSort, turned } from './ticket-sort.ts';
import type { Ticket } from './ticket.ts';

/** Which part of a list is looked for: at most `limit` tickets that come after a position in this order. */
export interface Part {
  readonly order: TicketOrder;
  readonly after: TicketPosition | null;
  readonly limit: number;
  /** Nobody wants to know how many tickets the whole list has. */
  readonly uncounted?: true;
}

/** What was found of a part; of one that is not counted, none are, inexactly. */
export interface Found extends TicketCount {
  readonly tickets: readonly Ticket[];
  /** Where looking goes on when it stopped before the part was full; null when there is no more. */
  readonly goesOnAfter: TicketPlace | null;
}

export type Find = (part: Part) => Promise<Found>;

interface PageSize {
  readonly sort: TicketSort;
  readonly limit: number;
  /** The ticket that stands before all others, because its number was asked for; it is none of those that are found. */
  readonly meant: Ticket | null;
}

/** The page that follows a position, or the ticket that was meant, or the first one. */
export async function pageAfter(
  find: Find,
  { after, ...size }: PageSize & { readonly after: TicketPosition | 'meant' | null },
): Promise<TicketPage> {
  const { sort, limit } = size;
  const meant = after === null ? size.meant : null;
  const order = TICKET_ORDERS[sort];
  const found = await find({ order, after: after === 'meant' ? null : after, limit: limit + 1 - (meant ? 1 : 0) });
  const { tickets, last, ...count } = shown(meant ? { ...found, tickets: [meant, ...found.tickets] } : found, limit);
  const [first] = tickets;
  return {
    ...{ ...count, tickets },
    next: last && cursorAfter(last, size),
    previous: after && first ? encodeCursorBefore(sort, first) : null,
  };
}

/** The page that ends before a position, in the order of the list. */
export async function pageBefore(
  find: Find,
  { before, ...size }: PageSize & Pick<Part, 'uncounted'> & { readonly before: TicketPosition },
): Promise<TicketPage> {
  const { sort, limit, meant, uncounted } = size;
  const order = turned(TICKET_ORDERS[sort]);
  const found = await find({ order, after: before, limit: limit + 1, ...(uncounted && { uncounted }) });
  const isBeginning = found.goesOnAfter === null && found.tickets.length <= limit;
  const whole = meant && isBeginning ? { ...found, tickets: [...found.tickets, meant] } : found;
  const { tickets, last: first, ...count } = shown(whole, limit);
  const [last] = tickets;
  return {
    ...{ ...count, tickets: tickets.toReversed() },
    next: last ? cursorAfter(last, size) : null,
    previous: first && encodeCursorBefore(sort, first),
  };
}

/** The page in the middle of which a ticket stands, or would stand if it were in the list. */
export async function pageAround(
  find: Find,
  { ticket, ...size }: PageSize & { readonly ticket: Ticket },
): Promise<TicketPage> {
  const { sort, limit, meant } = size;
  if (ticket.id === meant?.id) return pageAfter(find, { ...size, after: null });
  const order = TICKET_ORDERS[sort];
  const position = positionIn(order, ticket);
  const half = Math.floor(limit / 2);
  const above = await pageBefore(find, { ...size, limit: half, before: position, uncounted: true });
  // From the ticket itself, if it is there.
  const after = { ...position, id: position.id + (order.descending ? 1 : -1) };
  const below = await pageAfter(find, { ...size, limit: limit - half, after });
  const { previous } = half === 0 ? below : above;
  return { ...below, tickets: [...above.tickets, ...below.tickets], previous };
}

/** One more was asked for than is shown, which tells whether there is more. */
function shown({ tickets: found, goesOnAfter, ...count }: Found, limit: number) {
  const tickets = found.slice(0, limit);
  return { ...count, tickets, last: found.length > limit ? (tickets.at(-1) ?? null) : goesOnAfter };
}

function cursorAfter(last: TicketPlace, { sort, meant }: PageSize): string {
  return last === meant ? encodeCursorAfterMeant(sort, meant) : encodeTicketCursor(sort, last);
}
