/** Which of the rows that were made shows which ticket: by the ticket's number, in the order of the list. */
export interface RowSlots {
  readonly rows: ReadonlyMap<number, number>;
  /** The ticket whose row may hold the focus. */
  readonly kept: number | undefined;
  /** So many were made. */
  readonly made: number;
}

export const NO_ROWS: RowSlots = { rows: new Map(), kept: undefined, made: 0 };

/**
 * Gives the tickets that come into sight the rows of those that went out of it, as a row is changed much quicker than one
 * is made. Those that stay in sight keep theirs, and the row of `kept` is never given away, because the focus may be in it.
 *
 * Rows stand in the page as in the list. On the way down the first go behind the last in their order; on the way up the
 * last go before the first, the very last one ahead: then Angular moves those alone. A row that is moved loses the focus.
 */
export function withTickets(ids: readonly number[], kept: number | undefined, before: RowSlots): RowSlots {
  const old = [...before.rows.keys()];
  const wanted = new Set(ids);
  const free = (tickets: readonly number[]): number[] =>
    tickets.flatMap((id) => (wanted.has(id) || id === before.kept ? [] : (before.rows.get(id) ?? [])));
  const stay = ids.filter((id) => id !== kept && before.rows.has(id));
  // Elsewhere in the list, or in another one, each row shows what comes to stand in its place.
  const elsewhere = stay.length === 0 || placeOf(old, stay[0]) > placeOf(old, stay.at(-1));
  const [first, last] = elsewhere ? [kept, kept] : [stay[0], stay.at(-1)];
  const [start, end] = [placeOf(old, first), placeOf(old, last)];
  const ahead = elsewhere ? free(old.slice(0, start)) : free(old.slice(end + 1)).reverse();
  const behind = elsewhere ? free(old.slice(end + 1)) : free(old.slice(0, start));

  const rows = new Map<number, number>();
  let { made } = before;
  let spare = ahead;
  for (const id of ids) {
    if (id === first && before.rows.has(id)) spare = [];
    rows.set(id, before.rows.get(id) ?? spare.shift() ?? made++);
    if (id === last && before.rows.has(id)) spare = behind;
  }
  return { rows, kept, made };
}

/** Behind all others where it is not among them. */
function placeOf(ids: readonly number[], id: number | undefined): number {
  const place = id === undefined ? -1 : ids.indexOf(id);
  return place < 0 ? ids.length : place;
}
