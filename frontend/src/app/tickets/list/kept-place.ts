import { type Signal, effect, untracked } from '@angular/core';
import type { Ticket, TicketFilter } from '../../api/model';
import type { LoadedList } from '../../kit/list/loaded-list';
import type { RowScroll } from './row-scroll';

/**
 * A new list starts at its top; rows that come in or go away above push nothing that a person is reading. Call it in an
 * injection context.
 */
export function keepPlace(
  list: Signal<LoadedList<Ticket, TicketFilter> | undefined>,
  scroll: RowScroll,
  rowHeight: Signal<number>,
): void {
  let before: LoadedList<Ticket, TicketFilter> | undefined;
  effect(() => {
    const [old, now] = [before, list()];
    before = now;
    if (!old || !now) return;
    untracked(() => {
      const inSight = Math.floor(scroll.offset() / rowHeight());
      if (now.generation !== old.generation) scroll.toTop();
      else scroll.makeRoom(rowsCome(old.items, now.items, inSight) * rowHeight());
    });
  });
}

interface Row {
  readonly id: number;
}

/** How many rows came in above the row at a place; below zero when some went away. */
export function rowsCome(before: readonly Row[], now: readonly Row[], place: number): number {
  const places = new Map(now.map(({ id }, index) => [id, index]));
  // One that went away itself is stood in for by the next.
  const kept = before.slice(place).find(({ id }) => places.has(id));
  return kept === undefined ? 0 : (places.get(kept.id) ?? 0) - place;
}
