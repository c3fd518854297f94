/** In the order of the work. */
export const TICKET_STATUSES = ['open', 'in_progress', 'resolved', 'closed'] as const;

export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** There is something left to do for a ticket in one of these. */
export const UNRESOLVED_STATUSES = ['open', 'in_progress'] as const satisfies readonly TicketStatus[];

/** Nothing is left to do for a ticket in one of these. */
export function isDone(status: TicketStatus): boolean {
  return status === 'resolved' || status === 'closed';
}
