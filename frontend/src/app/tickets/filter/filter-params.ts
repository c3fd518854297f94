import type { TicketFilter } from '../../api/model';
import { PRIORITIES, STATUSES } from '../../ui/vocabulary';

/** The part of the address that says which tickets are listed. */
export interface FilterParams {
  status: string | null;
  priority: string | null;
  category: string | null;
  assignee: string | null;
  search: string | null;
}

/** Reads one parameter of the address; undefined when it is absent, an array when it is repeated. */
export type ParamValue = string | readonly string[] | null | undefined;

/** Reads a filter from the address; values that no ticket can have are left out. Field order is always the same. */
export function filterFromParams(params: Readonly<Record<keyof FilterParams, ParamValue>>): TicketFilter {
  const status = inOrder(STATUSES, words(params.status));
  const priority = inOrder(PRIORITIES, words(params.priority));
  const category = words(params.category);
  const people = words(params.assignee);
  const assignee = [...inOrder(['me', 'none'] as const, people), ...people.filter(isNumber)];
  const search = [params.search ?? []].flat().join(' ').trim();
  return {
    ...(status.length > 0 && { status }),
    ...(priority.length > 0 && { priority }),
    ...(category.length > 0 && { category }),
    ...(assignee.length > 0 && { assignee }),
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

function words(value: ParamValue): string[] {
  const all = [value ?? []].flat().flatMap((part: string) => part.split(','));
  return [...new Set(all.map((word) => word.trim()).filter((word) => word !== ''))];
}
