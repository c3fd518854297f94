import { ValidationFailed } from '../../common/problems/domain-error.ts';
import type { ChangeableTicket, TicketEdit } from './ticket-change.ts';
import type { FieldChange } from './ticket-event.ts';

/** What must be known of both to call one ticket the duplicate of another. */
export interface DuplicatePair {
  readonly ticket: Pick<ChangeableTicket, 'id'>;
  /** The number that was given for the other one. */
  readonly number: number;
  /** The one that says the same; null when it does not exist. */
  readonly original: Pick<ChangeableTicket, 'id' | 'duplicate_of'> | null;
  /** Whether other tickets are duplicates of the first. */
  readonly hasDuplicates: boolean;
  readonly edit: TicketEdit;
}

/**
 * A ticket is a duplicate of one that exists and is none itself, so that there are no chains and no circles, and it is closed.
 *
 * @throws ValidationFailed
 */
export function requireDuplicate({ ticket, number, original, hasDuplicates, edit }: DuplicatePair): void {
  const { id } = ticket;
  if (edit.status !== undefined && edit.status !== 'closed') {
    throw refused('not_closed', 'A duplicate is closed: leave the status out.');
  }
  if (original?.id === id) throw refused('is_itself', 'A ticket is no duplicate of itself.');
  if (!original) throw refused('unknown_value', `There is no ticket #${String(number)}.`);
  if (original.duplicate_of !== null) {
    const first = `#${String(original.duplicate_of)}`;
    throw refused('is_duplicate', `Ticket #${String(original.id)} is a duplicate itself: of ${first}.`);
  }
  if (hasDuplicates) throw refused('has_duplicates', `Other tickets are duplicates of #${String(id)}.`);
}

/** What a duplicate takes over of the other one when nobody has sorted it: it says the same, so it belongs where that one does. */
export function takenOver(
  ticket: Pick<ChangeableTicket, 'triage'>,
  { category, priority, triage }: Pick<ChangeableTicket, 'category' | 'priority' | 'triage'>,
): TicketEdit {
  return ticket.triage === 'pending' && triage === null ? { category, priority } : {};
}

/**
 * The edit that makes a ticket again what it was before these changes called it a duplicate: its status, and, if it waited
 * then and nobody has sorted it since, what it took over.
 */
export function formerly(ticket: ChangeableTicket, changes: readonly FieldChange[]): TicketEdit {
  const hasStill = ({ field, to }: FieldChange) => (ticket[field] ?? null) === to;
  const ofSorting = changes.filter(({ field }) => field === 'triage' || field === 'category' || field === 'priority');
  const waitedTillThen = ofSorting.some(({ field }) => field === 'triage') && ofSorting.every(hasStill);
  const ofStatus = changes.filter((change) => change.field === 'status' && hasStill(change));
  const back = [...ofStatus, ...(waitedTillThen ? ofSorting : [])];
  return Object.fromEntries(back.map(({ field, from }) => [field, from]));
}

function refused(code: string, message: string): ValidationFailed {
  return new ValidationFailed([{ field: 'duplicate_of', code, message }]);
}
