import { ValidationFailed } from '../../common/problems/domain-error.ts';
import type { ChangeableTicket, TicketEdit } from './ticket-change.ts';
import type { FieldChange } from './ticket-event.ts';

/** The decision that ended the waiting of a ticket last, and all that changed since, oldest first. */
export interface LastSorting {
  readonly decision: readonly FieldChange[];
  readonly since: readonly FieldChange[];
}

/** What sorting decides. */
const SORTED = ['category', 'priority'] as const;

/**
 * The whole edit that puts a ticket back among those that wait: it takes back the decision that ended its waiting, which
 * nobody may have decided over since, and nothing else. A ticket that waits goes on as it is.
 *
 * @param last null when it has never waited.
 * @throws ValidationFailed
 */
export function waitingAgain(ticket: ChangeableTicket, edit: TicketEdit, last: LastSorting | null): TicketEdit {
  const former = ticket.triage === null ? beforeSorting(ticket, edit, last) : {};
  for (const field of SORTED) {
    const value = edit[field];
    if (value !== undefined && value !== (former[field] ?? ticket[field])) {
      throw refused('decided', `What waits to be sorted keeps the ${field} it had: leave the ${field} out.`);
    }
  }
  return { ...edit, ...former };
}

function beforeSorting(ticket: ChangeableTicket, edit: TicketEdit, last: LastSorting | null): TicketEdit {
  if (!last) throw refused('never_waited', 'Only a ticket that has waited to be sorted can wait again.');
  if (ticket.duplicate_of !== null && edit.duplicate_of === undefined) {
    throw refused('is_duplicate', 'A duplicate does not wait: send duplicate_of null instead.');
  }
  if (isDecidedOver(ticket, last))
    throw refused('decided_since', 'Somebody has decided over this ticket since it was sorted.');
  return Object.fromEntries(
    SORTED.flatMap((field) => {
      const from = changeOf(last.decision, field)?.from;
      return from === undefined ? [] : [[field, from]];
    }),
  );
}

/** Whether a ticket is not any more what the decision that ended its waiting made of it. */
function isDecidedOver(ticket: ChangeableTicket, { decision, since }: LastSorting): boolean {
  return SORTED.some((field) => {
    const then = changeOf(decision, field)?.to ?? changeOf(since, field)?.from ?? ticket[field];
    return then !== ticket[field];
  });
}

/**
 * Whether somebody has sorted a ticket after a decision that had ended its waiting: over that, from the beginning, or as a
 * duplicate.
 */
export function isSortedAnew(ticket: ChangeableTicket, sorting: LastSorting): boolean {
  const hasWaitedSince = sorting.since.some(({ field }) => field === 'triage');
  return hasWaitedSince || ticket.duplicate_of !== null || isDecidedOver(ticket, sorting);
}

function changeOf(changes: readonly FieldChange[], field: string): FieldChange | undefined {
  return changes.find((change) => change.field === field);
}

function refused(code: string, message: string): ValidationFailed {
  return new ValidationFailed([{ field: 'triage', code, message }]);
}
