import { decodeCursor, encodeCursor } from '../../common/http/keyset-cursor.ts';
import { TICKET_PRIORITIES } from '../../vocabulary/ticket-priority.ts';
import type { TicketCount } from './ticket-page.ts';
import { type TicketPlace, type TicketPosition, positionIn } from './ticket-place.ts';
import { TICKET_ORDERS, type TicketSort } from './ticket-sort.ts';

/**
 * Where a page begins: after a position, or before it, which the page ends with then; or after the ticket that stands
 * first because its number was asked for, whose position says nothing about the place of others.
 */
export interface TicketCursor {
  readonly position: TicketPosition;
  readonly backward: boolean;
  readonly afterMeant: boolean;
}

const BEFORE = '.before';
const MEANT = '.meant';
const COUNT = '~';
/** Behind a count that is not exact. */
const MORE = 'm';
const COUNT_IN_CURSOR = /^(.*)~(\d{1,9})(m?)$/;

/** An opaque cursor for the page after `last`; it is good for the same order only. */
export function encodeTicketCursor(sort: TicketSort, last: TicketPlace): string {
  const { priority, ...position } = positionIn(TICKET_ORDERS[sort], last);
  return [encodeCursor(position), ...(priority ? [priority] : []), ...(sort === 'newest' ? [] : [sort])].join('.');
}

/** An opaque cursor for the page before `first`. */
export function encodeCursorBefore(sort: TicketSort, first: TicketPlace): string {
  return `${encodeTicketCursor(sort, first)}${BEFORE}`;
}

/** An opaque cursor for the page after the ticket whose number was asked for. */
export function encodeCursorAfterMeant(sort: TicketSort, meant: TicketPlace): string {
  return `${encodeTicketCursor(sort, meant)}${MEANT}`;
}

/** @throws ValidationFailed when the cursor was not made by one of these functions for this order. */
export function decodeTicketCursor(sort: TicketSort, cursor: string): TicketCursor {
  const backward = cursor.endsWith(BEFORE);
  const afterMeant = cursor.endsWith(MEANT);
  const forward = backward || afterMeant ? cursor.slice(0, cursor.lastIndexOf('.')) : cursor;
  const [text = '', ...words] = forward.split('.');
  const priority = TICKET_ORDERS[sort].byUrgency && TICKET_PRIORITIES.find((one) => one === words[0]);
  const expected = [...(priority ? [priority] : []), ...(sort === 'newest' ? [] : [sort])];
  const isOfThisOrder = words.join('.') === expected.join('.') && !TICKET_ORDERS[sort].byUrgency === !priority;
  // What is left of a cursor of another order is none.
  const position = decodeCursor(isOfThisOrder ? text : `${text}.`);
  return { position: { ...position, ...(priority && { priority }) }, backward, afterMeant };
}

/** The same cursor with how many tickets its list has, so that the next page need not count them again. */
export function withCount(cursor: string, { count, countExact }: TicketCount): string {
  return `${cursor}${COUNT}${String(count)}${countExact ? '' : MORE}`;
}

/** A cursor without its count, and the count; null when it has none. */
export function countIn(cursor: string): { readonly cursor: string; readonly count: TicketCount | null } {
  const [, without, count, more] = COUNT_IN_CURSOR.exec(cursor) ?? [];
  if (without === undefined) return { cursor, count: null };
  return { cursor: without, count: { count: Number(count), countExact: more !== MORE } };
}
