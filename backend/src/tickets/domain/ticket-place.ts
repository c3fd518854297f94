import type { KeysetPosition } from '../../common/http/keyset-cursor.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { TicketOrder } from './ticket-sort.ts';
import type { Ticket } from './ticket.ts';

/** What says where a ticket stands, in any order. */
export type TicketPlace = Pick<Ticket, 'id' | 'createdAt' | 'updatedAt' | 'priority'>;

/** Where a ticket stands in one order: the time that it goes by is `createdAt`; `priority` where that comes first. */
export interface TicketPosition extends KeysetPosition {
  readonly priority?: TicketPriority;
}

/** 1 for the most urgent priority, and growing. */
export function urgencyOf(priority: TicketPriority): number {
  return TICKET_PRIORITIES.length - TICKET_PRIORITIES.indexOf(priority);
}

export function positionIn({ by, byUrgency }: TicketOrder, place: TicketPlace): TicketPosition {
  return { createdAt: place[by], id: place.id, ...(byUrgency && { priority: place.priority }) };
}
