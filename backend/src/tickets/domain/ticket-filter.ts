import { TICKET_PRIORITIES, type TicketPriority } from './ticket-priority.ts';
import { TICKET_STATUSES, type TicketStatus } from './ticket-status.ts';

/** Which tickets a list shows: any of the values of each field; a field left out does not matter. */
export interface TicketFilter {
  readonly status?: readonly TicketStatus[];
  readonly category?: readonly string[];
  readonly priority?: readonly TicketPriority[];
}

/** Values that a ticket must have exactly. */
export interface FilterCell {
  readonly status?: TicketStatus;
  readonly category?: string;
  readonly priority?: TicketPriority;
}

/**
 * Splits a filter into cells, each of which one index serves newest first. One filtered field has an index of its own;
 * more of them share the index over all three fields, so the field left out is spelled out in full.
 */
export function filterCells(filter: TicketFilter, categories: readonly string[]): readonly FilterCell[] {
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
