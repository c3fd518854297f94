import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { TicketOrder } from './ticket-sort.ts';
import { TICKET_STATUSES, type TicketStatus, isDone } from '../../vocabulary/ticket-status.ts';
import type { TicketTriage } from '../../vocabulary/ticket-triage.ts';

/** Which tickets a list shows: any of the values of each field; a field left out does not matter. */
export interface TicketFilter {
  /** Numbers of tickets: no others are looked at. */
  readonly id?: readonly number[];
  readonly status?: readonly TicketStatus[];
  readonly category?: readonly string[];
  readonly priority?: readonly TicketPriority[];
  /** Ids of users; null for nobody. Of no one at all there are no tickets. */
  readonly assignee?: readonly (number | null)[];
  /** Those that wait to be sorted, or those that are sorted; left out, both. */
  readonly triage?: TicketTriage | 'sorted';
}

/** Values that a ticket must have exactly. */
export interface FilterCell {
  readonly status?: TicketStatus;
  readonly category?: string;
  readonly priority?: TicketPriority;
  readonly assignee?: number | null;
}

/** A filter in the form in which indexes serve it: any one of the cells must hold, and all of the rest. */
export interface SplitFilter<Cell extends FilterCell = FilterCell> {
  readonly cells: readonly Cell[];
  readonly rest: TicketFilter;
  /** All must be unresolved, too, of which there is an index. */
  readonly unresolved?: true;
}

/**
 * Splits a filter into cells, each of which one index serves in the order asked for; `rest` is what is left to check
 * ticket by ticket. In the order of urgency every cell is of one priority, and in the order of time.
 *
 * - Those that wait to be sorted have an index of their own, and are few.
 * - Tickets given by number: they are few, and all else is checked for each of them.
 * - Whose tickets: the index over assignee, status and priority.
 * - By the last change: the index over status.
 * - The unresolved by their priority have an index of their own.
 * - Otherwise one filtered field has an index of its own; more of them share the index over all three fields, so the
 *   field left out is spelled out in full.
 */
export function splitFilter(
  filter: TicketFilter,
  { by, byUrgency }: Pick<TicketOrder, 'by' | 'byUrgency'>,
  categories: readonly string[],
): SplitFilter {
  if (filter.id || filter.triage === 'pending') return { cells: [{}], rest: filter };
  if (filter.assignee) return splitByAssignee(filter, by);
  const { status, ...rest } = filter;
  if (by === 'updatedAt') return { cells: status ? status.map((s) => ({ status: s })) : [{}], rest };
  const priority = filter.priority ?? (byUrgency ? TICKET_PRIORITIES : undefined);
  if (priority && !filter.category && isUnresolved(status)) {
    return { cells: priority.map((p) => ({ priority: p })), rest: sorting(filter), unresolved: true };
  }
  const cells = cellsOfThreeFields({ ...filter, ...(priority && { priority }) }, categories);
  return { cells, rest: sorting(filter) };
}

/** Whether splitting this filter takes the keys of all categories, in any order of tickets. */
export function spellsOutCategories({ id, status, category, assignee, triage }: TicketFilter): boolean {
  if (id || triage === 'pending' || assignee || category) return false;
  return status !== undefined && !isUnresolved(status);
}

/** No index knows what waits, but for its own. */
function sorting({ triage }: TicketFilter): TicketFilter {
  return triage ? { triage } : {};
}

/** Just the statuses in which something is left to do. */
function isUnresolved(status: readonly TicketStatus[] | undefined): boolean {
  return status !== undefined && TICKET_STATUSES.every((one) => status.includes(one) !== isDone(one));
}

function splitByAssignee(filter: TicketFilter, by: TicketOrder['by']): SplitFilter {
  const { status, assignee = [], priority, ...others } = filter;
  const cells = assignee.flatMap((a) => (status ?? TICKET_STATUSES).map((s) => ({ assignee: a, status: s })));
  if (by === 'updatedAt') return { cells, rest: { ...others, ...(priority && { priority }) } };
  const priorities = priority ?? TICKET_PRIORITIES;
  return { cells: cells.flatMap((one) => priorities.map((p) => ({ ...one, priority: p }))), rest: others };
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
