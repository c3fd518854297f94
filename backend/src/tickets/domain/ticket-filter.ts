import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { TicketOrder } from './ticket-sort.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../vocabulary/ticket-status.ts';

/** Which tickets a list shows: any of the values of each field; a field left out does not matter. */
export interface TicketFilter {
  /** Numbers of tickets: no others are looked at. */
  readonly id?: readonly number[];
  readonly status?: readonly TicketStatus[];
  readonly category?: readonly string[];
  readonly priority?: readonly TicketPriority[];
  /** Ids of users; null for nobody. */
  readonly assignee?: readonly (number | null)[];
}

/** Values that a ticket must have exactly. */
export interface FilterCell {
  readonly status?: TicketStatus;
  readonly category?: string;
  readonly priority?: TicketPriority;
  readonly assignee?: number | null;
}

/** A filter in the form in which indexes serve it: any one of the cells must hold, and all of the rest. */
export interface SplitFilter {
  readonly cells: readonly FilterCell[];
  readonly rest: TicketFilter;
}

/**
 * Splits a filter into cells, each of which one index serves in the order asked for; `rest` is what is left to check
 * ticket by ticket.
 *
 * - Tickets given by number: they are few, and all else is checked for each of them.
 * - Whose tickets: the index over assignee and status.
 * - By the last change: the index over status.
 * - Otherwise one filtered field has an index of its own; more of them share the index over all three fields, so the
 *   field left out is spelled out in full.
 */
export function splitFilter(
  filter: TicketFilter,
  order: Pick<TicketOrder, 'by'>,
  categories: readonly string[],
): SplitFilter {
  if (filter.id) return { cells: [{}], rest: filter };
  const { status, assignee, ...rest } = filter;
  if (assignee) {
    const statuses = status ?? TICKET_STATUSES;
    return { cells: assignee.flatMap((a) => statuses.map((s) => ({ assignee: a, status: s }))), rest };
  }
  if (order.by === 'updatedAt') return { cells: status ? status.map((s) => ({ status: s })) : [{}], rest };
  return { cells: cellsOfThreeFields(filter, categories), rest: {} };
}

function cellsOfThreeFields(filter: TicketFilter, categories: readonly string[]): readonly FilterCell[] {
  const { status, category, priority } = filter;
  const single = [status, category, priority].filter((values) => values !== undefined).length <= 1;
  const statuses = status ?? (single ? [undefined] : TICKET_STATUSES);
  const keys = category ?? (single ? [undefined] : categories);
  const priorities = priority ?? (single ? [undefined] : TICKET_PRIORITIES);
  return statuses.flatMap((s) => keys.flatMap((c) => priorities.map((p) => cell(s, c, p))));
}

function cell(status?: TicketStatus, category?: string, priority?: TicketPriority): FilterCell {
  return { ...(status && { status }), ...(category && { category }), ...(priority && { priority }) };
}
