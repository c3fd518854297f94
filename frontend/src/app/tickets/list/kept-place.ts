import { type Signal, effect, untracked } from '@angular/core';
import type { Ticket, TicketQuery } from '../../api/model';
import type { LoadedList } from '../../kit/list/loaded-list';
import type { RowScroll } from './row-scroll';

/**
 * A new list starts at its top, or where the open ticket stands in it; rows that come in or go away above push nothing
 * that a person is reading. Call it in an injection context.
 */
export function keepPlace(
  list: Signal<LoadedList<Ticket, TicketQuery> | undefined>,
  scroll: RowScroll,
  rowHeight: Signal<number>,
  openPlace: () => number | undefined,
): void {
  let before: LoadedList<Ticket, TicketQuery> | undefined;
  effect(() => {
    const [old, now] = [before, list()];
    before = now;
    if (now === undefined || now === old) return;
    untracked(() => {
      const inSight = Math.floor(scroll.offset() / rowHeight());
      if (old?.generation === now.generation) {
        const isEarlier = old.before !== now.before;
        scroll.makeRoom(rowsCome(old.items, now.items, inSight) * rowHeight(), isEarlier);
      } else if (old || openPlace() !== undefined) {
        scroll.toRow((openPlace() ?? 0) * rowHeight(), rowHeight());
      }
    });
  });
}

interface Row {
  readonly id: number;
}

/** How many rows came in above the row at a place; below zero when some went away. */
export function rowsCome(before: readonly Row[], now: readonly Row[], place: number): number {
  if (before[place] && before[place].id === now[place]?.id) return 0;
  const places = new Map(now.map(({ id }, index) => [id, index]));
  // One that went away itself is stood in for by the next.
  const kept = before.slice(place).find(({ id }) => places.has(id));
  return kept === undefined ? 0 : (places.get(kept.id) ?? 0) - place;
}
