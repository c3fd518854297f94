/** From least to most urgent. */
export const TICKET_PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;

export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** What is filled in while nobody has said how urgent a ticket is. */
export const DEFAULT_PRIORITY: TicketPriority = 'medium';
