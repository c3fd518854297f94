import type { TicketFilter } from '../../api/model';
import { type ParamValue, paramText, paramWords } from '../../kit/list/param-words';
import { PRIORITIES, STATUSES } from '../../ui/vocabulary';

/** The part of the address that says which tickets are listed. */
export type FilterParams = Record<FilterField, string | null>;

type FilterField = keyof TicketFilter;

/** Reads a filter from the address; values that no ticket can have are left out. Field order is always the same. */
export function filterFromParams(params: Readonly<Partial<Record<FilterField, ParamValue>>>): TicketFilter {
  const status = inOrder(STATUSES, paramWords(params.status));
  const priority = inOrder(PRIORITIES, paramWords(params.priority));
  const category = paramWords(params.category);
  const people = paramWords(params.assignee);
  const assignee = [...inOrder(['me', 'none', 'inactive'] as const, people), ...people.filter(isNumber)];
  const triage = paramWords(params.triage).includes('pending');
  const search = paramText(params.search);
  return {
    ...(status.length > 0 && { status }),
    ...(priority.length > 0 && { priority }),
    ...(category.length > 0 && { category }),
    ...(assignee.length > 0 && { assignee }),
    ...(triage && { triage: 'pending' as const }),
    ...(search && { search }),
  };
}

/** Writes a filter as `?status=open,in_progress`; null takes a parameter out of the address. */
export function paramsFromFilter(filter: TicketFilter): FilterParams {
  return {
    status: filter.status?.join(',') || null,
    priority: filter.priority?.join(',') || null,
    category: filter.category?.join(',') || null,
    assignee: filter.assignee?.join(',') || null,
    triage: filter.triage ?? null,
    search: filter.search || null,
  };
}

/** In the order of the vocabulary, whatever the order in the address. */
function inOrder<V extends string>(known: readonly V[], wanted: readonly string[]): readonly V[] {
  return known.filter((value) => wanted.includes(value));
}

/** A person's number. */
function isNumber(word: string): word is `${number}` {
  return /^[1-9]\d{0,8}$/.test(word);
}
