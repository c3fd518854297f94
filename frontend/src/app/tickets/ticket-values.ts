import type { Ticket, TicketUpdate } from '../api/model';
import { UNASSIGNED, type ValueOption, personOption, priorityOption, statusOption } from '../ui/vocabulary';
import type { Names } from './ticket-names';

/** What a person can change on a ticket in place. */
export type ValueKind = ValueOption['kind'];

/** The value a ticket has now, ready to be shown. */
export function valueOf(ticket: Ticket, kind: ValueKind, names: Names): ValueOption {
  switch (kind) {
    case 'status':
      return statusOption(ticket.status);
    case 'priority':
      return priorityOption(ticket.priority);
    case 'category':
      return { kind, value: ticket.category, label: names.category(ticket.category) };
    case 'assignee':
      return ticket.assignee === null ? UNASSIGNED : personOption(ticket.assignee, names.person(ticket.assignee));
  }
}

/** The change that gives a ticket this value. */
export function updateTo(option: ValueOption): TicketUpdate {
  switch (option.kind) {
    case 'status':
      return { status: option.value };
    case 'priority':
      return { priority: option.value };
    case 'category':
      return { category: option.value };
    case 'assignee':
      return { assignee: option.person };
  }
}

/** A person's number, or null for nobody, from the value of an option. */
export function assigneeFrom(value: string): number | null {
  return value === UNASSIGNED.value ? null : Number(value);
}

export function assigneeValue(assignee: number | null): string {
  return assignee === null ? UNASSIGNED.value : String(assignee);
}
