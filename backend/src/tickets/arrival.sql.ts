import type { Via } from '../common/author.ts';
import type { Arrival } from './domain/arrival.ts';

/** By what the customer's own words came that a ticket begins with: the desk itself writes down what comes by mail alone. */
const ARRIVED: Partial<Record<Via, Arrival>> = { system: 'mail', portal: 'portal' };

/**
 * By what a ticket came; null where it began with nothing that a customer wrote to the desk.
 *
 * @param rows the table, or the part of a statement, that the ticket is read from.
 */
export function arrivalOf(rows: string): string {
  const words = Object.entries(ARRIVED).map(([via, arrival]) => `WHEN '${via}' THEN '${arrival}'`);
  return `(
    SELECT CASE e.via ${words.join(' ')} END FROM ticket_events AS e
    WHERE e.ticket_id = ${rows}.id AND e.version = 1
      AND EXISTS (SELECT FROM messages AS m WHERE m.ticket_id = e.ticket_id AND m.number = 1 AND m.kind = 'incoming')
  )`;
}
