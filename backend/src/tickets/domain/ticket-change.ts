import type { AskedContact } from '../../contacts/domain/contact.ts';
import type { SuggestedFields } from '../../suggestions/domain/suggested-value.ts';
import { isDone } from '../../vocabulary/ticket-status.ts';
import { type FieldChange, HISTORY_FIELDS } from './ticket-event.ts';
import type { Ticket } from './ticket.ts';

/** The fields that may change; resolving and reopening follow from the status. */
export type TicketFields = Pick<
  Ticket,
  'title' | 'description' | 'status' | 'category' | 'priority' | 'assignee' | 'triage' | 'duplicate_of' | 'requester'
>;

/** The fields that many tickets can get at once; those left out stay as they are. */
export type TicketPatch = Partial<Pick<TicketFields, 'status' | 'category' | 'priority' | 'assignee'>>;

/** What a person changes about one ticket; the fields left out stay as they are. */
export type TicketEdit = Partial<TicketFields>;

/** The same as somebody asks for it: who asks may be somebody new. */
export type AskedEdit = Omit<TicketEdit, 'requester'> & { readonly requester?: AskedContact | null };

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
 * them; more follows as `withConsequences` says. `suggested` is what stood beside the ticket when somebody decided.
 */
export function revise(
  ticket: ChangeableTicket,
  edit: TicketEdit,
  now: Date,
  suggested: Partial<SuggestedFields> | null = null,
): TicketRevision | null {
  const whole = withConsequences(ticket, edit);
  const changes = HISTORY_FIELDS.flatMap((field): FieldChange[] => {
    const from = ticket[field] ?? null;
    const to = whole[field];
    if (to === undefined || to === from) return [];
    return [
      {
        field,
        from,
        to,
        suggested: field === 'category' || field === 'priority' ? (suggested?.[field] ?? null) : null,
      },
    ];
  });
  if (changes.length === 0) return null;
  const { status = ticket.status } = whole;
  return {
    id: ticket.id,
    version: ticket.version,
    fields: Object.fromEntries(changes.map(({ field, to }) => [field, to])),
    resolvedAt: isDone(status) ? (ticket.resolvedAt ?? now) : null,
    closedAt: status === 'closed' ? (ticket.closedAt ?? now) : null,
    changes,
  };
}

/** Whether an edit says nothing of other tickets, of people, contacts or categories, or of suggestions, which somebody would have to hold. */
export function isOfTicketAlone(edit: AskedEdit): edit is AskedEdit & { readonly requester?: undefined } {
  const { category, assignee, triage, duplicate_of, requester } = edit;
  return [category, assignee, triage, duplicate_of, requester].every((value) => value === undefined);
}

/** Whether an edit ends the waiting of a ticket that nobody has sorted: it says so, or decides category or priority. */
export function endsWaiting({ triage }: Pick<ChangeableTicket, 'triage'>, edit: TicketEdit): boolean {
  if (triage === null) return false;
  if (edit.triage !== undefined) return edit.triage === null;
  return edit.category !== undefined || edit.priority !== undefined || typeof edit.duplicate_of === 'number';
}

/** Who decides has sorted the ticket, a duplicate is closed, and what is worked on again is none. */
function withConsequences(ticket: ChangeableTicket, edit: TicketEdit): TicketEdit {
  const { status, duplicate_of } = edit;
  const reopens = duplicate_of === undefined && status !== undefined && status !== 'closed';
  return {
    ...edit,
    ...(endsWaiting(ticket, edit) && { triage: null }),
    ...(typeof duplicate_of === 'number' && { status: 'closed' as const }),
    ...(reopens && { duplicate_of: null }),
  };
}
