import type { Ticket, TicketPage } from '../../api/model';

/** A believable ticket; the higher the number, the newer. */
export function aTicket(id: number, values: Partial<Ticket> = {}): Ticket {
  return {
    id,
    title: `Ticket number ${id}`,
    description: `What happened with ${id}.`,
    category: 'billing',
    priority: 'medium',
    status: 'open',
    created_at: '2026-04-20T09:22:00.000Z',
    updated_at: '2026-04-20T09:22:00.000Z',
    resolved_at: null,
    closed_at: null,
    version: 1,
    created_by: 2,
    assignee: null,
    triage: null,
    duplicate_of: null,
    ...values,
  };
}

/** Tickets from `first` down to `last`. */
export function tickets(first: number, last: number, values: Partial<Ticket> = {}): Ticket[] {
  return Array.from({ length: first - last + 1 }, (_, index) => aTicket(first - index, values));
}

export function aPage(results: Ticket[], more: Partial<TicketPage> = {}): TicketPage {
  return { results, count: results.length, count_exact: true, next_cursor: null, previous_cursor: null, ...more };
}
