import type { TicketPriority } from './ticket-priority.ts';
import type { TicketStatus } from './ticket-status.ts';

export const TITLE_MAX = 200;
export const DESCRIPTION_MAX = 20_000;

/** A support ticket. `version` grows by one with every change; `resolvedAt` is set while nothing is left to do. */
export interface Ticket {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priority: TicketPriority;
  readonly status: TicketStatus;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly resolvedAt: Date | null;
  readonly version: number;
}

/** What a person decides when writing a ticket. */
export type NewTicket = Pick<Ticket, 'title' | 'description' | 'category' | 'priority'>;
