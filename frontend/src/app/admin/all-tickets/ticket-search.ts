import type { TicketSearch, TicketSort } from '../../api/admin-model';
import type { AssigneeFilter, TicketFilter } from '../../api/model';
import { PRIORITIES, STATUSES } from '../../ui/vocabulary';
import type { Address } from '../../kit/list/address';

export const SORTS: readonly { value: TicketSort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'recently_changed', label: 'Recently changed first' },
  { value: 'least_recently_changed', label: 'Least recently changed first' },
];

const SORT_VALUES = SORTS.map(({ value }) => value);
const ASSIGNEE = /^(me|none|\d{1,15})$/;

/** What the address asks for; values that no ticket can have are left out. Reads signals. */
export function searchFrom(address: Address): TicketSearch {
  return { ...filterFrom(address), sort: address.oneOf('sort', SORT_VALUES) };
}

function filterFrom(address: Address): TicketFilter {
  const status = known(STATUSES, address.words('status'));
  const priority = known(PRIORITIES, address.words('priority'));
  const category = address.words('category');
  const assignee = address.words('assignee').filter((value): value is AssigneeFilter => ASSIGNEE.test(value));
  const search = address.text('search');
  return {
    ...(status.length > 0 && { status }),
    ...(priority.length > 0 && { priority }),
    ...(category.length > 0 && { category }),
    ...(assignee.length > 0 && { assignee }),
    ...(search && { search }),
  };
}

export function isNarrowed({ status, category, priority, assignee, search }: TicketFilter): boolean {
  return [status, category, priority, assignee, search].some(Boolean);
}

function known<V extends string>(all: readonly V[], wanted: readonly string[]): readonly V[] {
  return all.filter((value) => wanted.includes(value));
}
