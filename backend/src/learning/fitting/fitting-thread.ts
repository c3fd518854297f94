import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';
import type { ComparedFit } from './compared-fit.ts';
import type { FitOrder } from './fit-order.ts';
import { inTicketThread, ticketThread } from './ticket-thread.ts';

const THREAD = ticketThread<FitOrder, ComparedFit>(import.meta.url, 'fitting');

/**
 * Fits a model in a thread of its own, beside whatever else the process does. The tickets are read while they are handed
 * over, so that only the thread has them all.
 *
 * @throws the signal's reason when it fires, and what the thread fails with.
 */
export function fitInThread(
  tickets: AsyncIterable<readonly ConfirmedTicket[]>,
  order: FitOrder,
  signal: AbortSignal,
): Promise<ComparedFit> {
  return inTicketThread(THREAD, tickets, order, { signal });
}
