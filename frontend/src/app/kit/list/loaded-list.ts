import type { Page } from '../../api/page';

/** The part of a list that is here, in its order, as the API gave it. */
export interface LoadedList<Item, Filter> {
  /** What was asked for. */
  readonly filter: Filter;
  readonly items: readonly Item[];
  /** How many match in all, when the first page came, plus what came and went here since; undefined when not counted. */
  readonly count: number | undefined;
  /** False when counting stopped there. */
  readonly countExact: boolean;
  /** Where to go on; null at the end. */
  readonly cursor: string | null;
  /** Where what comes before is; null at the beginning. */
  readonly before: string | null;
  /** Grows with every first page: a new list, not a longer one. */
  readonly generation: number;
}

interface Identified {
  readonly id: number | string;
}

export function firstPage<Item, Filter>(
  page: Page<Item>,
  filter: Filter,
  previous?: LoadedList<Item, Filter>,
): LoadedList<Item, Filter> {
  const {
    results: items,
    count,
    count_exact: countExact = true,
    next_cursor: cursor,
    previous_cursor: before = null,
  } = page;
  return { filter, items, count, countExact, cursor, before, generation: (previous?.generation ?? 0) + 1 };
}

/**
 * The count stays that of the first page: what came or went elsewhere meanwhile is not in what is shown. Where counting had
 * stopped there are at least as many as are here, and just as many once all are here.
 */
export function withNextPage<Item extends Identified, Filter>(
  list: LoadedList<Item, Filter>,
  page: Page<Item>,
): LoadedList<Item, Filter> {
  const items = [...list.items, ...newcomers(list, page)];
  const longer = { ...list, items, cursor: page.next_cursor };
  if (list.count === undefined || list.countExact) return longer;
  return { ...longer, count: Math.max(list.count, items.length), countExact: page.next_cursor === null };
}

/** Counted after the first page came; there are never fewer than are here. */
export function withCount<Item, Filter>(
  list: LoadedList<Item, Filter>,
  { count, count_exact: countExact = true }: Pick<Page<Item>, 'count' | 'count_exact'>,
): LoadedList<Item, Filter> {
  if (count === undefined || list.countExact) return list;
  return { ...list, count: Math.max(count, list.items.length), countExact };
}

/** What comes before stands above what is here. The count stays that of the first page. */
export function withPreviousPage<Item extends Identified, Filter>(
  list: LoadedList<Item, Filter>,
  page: Page<Item>,
): LoadedList<Item, Filter> {
  return { ...list, items: [...newcomers(list, page), ...list.items], before: page.previous_cursor ?? null };
}

/**
 * An item that came to match stands where the API would give it. One that is there already changes nothing, nor does
 * one beyond what is loaded: another page brings it.
 */
export function withNewcomer<Item extends Identified, Filter>(
  list: LoadedList<Item, Filter>,
  item: Item,
  comesBefore: (one: Item, other: Item) => boolean,
): LoadedList<Item, Filter> {
  if (list.items.some(({ id }) => id === item.id)) return list;
  const place = list.items.findIndex((other) => comesBefore(item, other));
  if ((place < 0 && list.cursor !== null) || (place === 0 && list.before !== null)) return list;
  const items = list.items.toSpliced(place < 0 ? list.items.length : place, 0, item);
  return { ...list, items, count: counted(list, 1) };
}

/** What was learned about one item stands in its place. */
export function withReplaced<Item extends Identified, Filter>(
  list: LoadedList<Item, Filter>,
  item: Item,
): LoadedList<Item, Filter> {
  if (!list.items.some(({ id }) => id === item.id)) return list;
  return { ...list, items: list.items.map((one) => (one.id === item.id ? item : one)) };
}

/** One that is not here changes nothing: nobody can say whether it was counted. */
export function without<Item extends Identified, Filter>(
  list: LoadedList<Item, Filter>,
  id: Item['id'],
): LoadedList<Item, Filter> {
  const items = list.items.filter((one) => one.id !== id);
  return items.length === list.items.length ? list : { ...list, items, count: counted(list, -1) };
}

/** What the page brings that is not here. */
function newcomers<Item extends Identified>(list: { readonly items: readonly Item[] }, page: Page<Item>): Item[] {
  const come = new Map(page.results.map((item) => [item.id, item]));
  for (const { id } of list.items) come.delete(id);
  return [...come.values()];
}

/** Where counting had stopped it does not go on. */
function counted({ count, countExact }: LoadedList<unknown, unknown>, by: number): number | undefined {
  return count === undefined || !countExact ? count : count + by;
}
