import type { Ticket, TicketUpdate } from '../api/model';
import { priorityOption, statusOption } from '../ui/vocabulary';
import type { ValueOption } from '../ui/vocabulary';

/** What a person can change on a ticket in place. */
export type ValueKind = ValueOption['kind'];

/** The value a ticket has now, ready to be shown. */
export function valueOf(ticket: Ticket, kind: ValueKind, categoryLabel: (key: string) => string): ValueOption {
  switch (kind) {
    case 'status':
      return statusOption(ticket.status);
    case 'priority':
      return priorityOption(ticket.priority);
    case 'category':
      return { kind, value: ticket.category, label: categoryLabel(ticket.category) };
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
  }
}
