import type { Ticket } from './ticket.ts';
import { isDone } from '../../vocabulary/ticket-status.ts';
import { type FieldChange, HISTORY_FIELDS } from './ticket-event.ts';

/** The fields that may change; resolving and reopening follow from the status. */
export type TicketFields = Pick<Ticket, 'title' | 'description' | 'status' | 'category' | 'priority' | 'assignee'>;

/** The fields that many tickets can get at once; those left out stay as they are. */
export type TicketPatch = Partial<Omit<TicketFields, 'title' | 'description'>>;

/** What a person changes about one ticket; the fields left out stay as they are. */
export type TicketEdit = Partial<TicketFields>;

/** What must be known of a ticket to change it; the texts only when they are to change. */
export type ChangeableTicket = Omit<TicketFields, 'title' | 'description'> &
  TicketEdit &
  Pick<Ticket, 'id' | 'version' | 'resolvedAt' | 'closedAt'>;

/** What becomes of a ticket: the new values of the fields that differ, and all that differs for its history. */
export interface TicketRevision {
  readonly id: number;
  /** The version that it was made from. */
  readonly version: number;
  readonly fields: TicketEdit;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly changes: readonly FieldChange[];
}

/**
 * The revision that an edit makes, or null when it changes nothing. Resolving and closing stamp their times, reopening wipes
 * them.
 */
export function revise(ticket: ChangeableTicket, edit: TicketEdit, now: Date): TicketRevision | null {
  const changes = HISTORY_FIELDS.flatMap((field): FieldChange[] => {
    const from = ticket[field] ?? null;
    const to = edit[field];
    return to === undefined || to === from ? [] : [{ field, from, to, suggested: null }];
  });
  if (changes.length === 0) return null;
  const { status = ticket.status } = edit;
  return {
    id: ticket.id,
    version: ticket.version,
    fields: Object.fromEntries(changes.map(({ field, to }) => [field, to])),
    resolvedAt: isDone(status) ? (ticket.resolvedAt ?? now) : null,
    closedAt: status === 'closed' ? (ticket.closedAt ?? now) : null,
    changes,
  };
}
