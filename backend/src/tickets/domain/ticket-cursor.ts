import { type KeysetPosition, decodeCursor, encodeCursor } from '../../common/http/keyset-cursor.ts';
import { TICKET_ORDERS, type TicketSort } from './ticket-sort.ts';
import type { Ticket } from './ticket.ts';

/** An opaque cursor for the page after `last`; it is good for the same order only. */
export function encodeTicketCursor(sort: TicketSort, last: Pick<Ticket, 'createdAt' | 'updatedAt' | 'id'>): string {
  const position = encodeCursor({ createdAt: last[TICKET_ORDERS[sort].by], id: last.id });
  return sort === 'newest' ? position : `${position}.${sort}`;
}

/** @throws ValidationFailed when the cursor was not made by `encodeTicketCursor` for this order. */
export function decodeTicketCursor(sort: TicketSort, cursor: string): KeysetPosition {
  const suffix = sort === 'newest' ? '' : `.${sort}`;
  // What is left of a cursor of another order is none.
  return decodeCursor(cursor.endsWith(suffix) ? cursor.slice(0, cursor.length - suffix.length) : `${cursor}.`);
}
