/** `pending` while nobody has sorted a ticket: its category and priority are only filled in. */
export const TRIAGE_STATES = ['pending'] as const;

export type TicketTriage = (typeof TRIAGE_STATES)[number];
