import type { TicketSort } from '../../api/admin-model';
import type { Address } from '../../kit/list/address';

export const SORTS: readonly { value: TicketSort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'recently_changed', label: 'Recently changed first' },
  { value: 'least_recently_changed', label: 'Least recently changed first' },
];

const SORT_VALUES = SORTS.map(({ value }) => value);

/** The order that the address asks for; the newest first when it asks for none. Reads a signal. */
export function sortIn(address: Address): TicketSort {
  return address.oneOf('sort', SORT_VALUES) ?? 'newest';
}
