import { type Signal, computed, linkedSignal } from '@angular/core';
import type { BulkSelection, TicketSearch } from '../../api/admin-model';
import { bulkFilter } from './bulk-filter';

interface Chosen {
  readonly ids: ReadonlySet<number>;
  /** All that the filter finds, also those that are not loaded. */
  readonly all: boolean;
}

const NONE: Chosen = { ids: new Set(), all: false };

/** The tickets that are ticked. Another filter starts anew, since what was ticked may be out of sight. */
export class Selection {
  private readonly chosen;
  private last: number | undefined;

  /** How many are ticked by their numbers; 0 when all that match are. */
  readonly size;
  readonly all;
  readonly any;

  constructor(
    private readonly search: Signal<TicketSearch>,
    private readonly shown: Signal<readonly { id: number }[]>,
  ) {
    this.chosen = linkedSignal<TicketSearch, Chosen>({ source: search, computation: () => NONE });
    this.size = computed(() => this.chosen().ids.size);
    this.all = computed(() => this.chosen().all);
    this.any = computed(() => this.all() || this.size() > 0);
  }

  /** Reads a signal. */
  has(id: number): boolean {
    return this.chosen().all || this.chosen().ids.has(id);
  }

  /** Whether everything that is loaded is ticked. Reads signals. */
  page(): 'all' | 'some' | 'none' {
    const shown = this.shown();
    const ticked = shown.filter(({ id }) => this.has(id)).length;
    if (ticked === 0) return 'none';
    return ticked === shown.length ? 'all' : 'some';
  }

  /** With `range` all from the one ticked or cleared last to this one become as this one becomes. */
  toggle(id: number, range = false): void {
    // One taken out of all that match leaves those that are loaded: what is not seen is not guessed at.
    const ids = new Set(this.all() ? this.shown().map((one) => one.id) : this.chosen().ids);
    const tick = !ids.has(id);
    for (const one of range ? this.between(this.last, id) : [id]) {
      if (tick) ids.add(one);
      else ids.delete(one);
    }
    this.last = id;
    this.chosen.set({ ids, all: false });
  }

  togglePage(): void {
    const ids = this.page() === 'all' ? [] : this.shown().map(({ id }) => id);
    this.chosen.set({ ids: new Set(ids), all: false });
  }

  selectAll(): void {
    this.chosen.set({ ids: new Set(), all: true });
  }

  clear(): void {
    this.chosen.set(NONE);
  }

  /** Both ends included; the second alone when the first is not shown. */
  private between(one: number | undefined, other: number): readonly number[] {
    const shown = this.shown().map(({ id }) => id);
    const ends = [shown.findIndex((id) => id === one), shown.indexOf(other)];
    return ends.includes(-1) ? [other] : shown.slice(Math.min(...ends), Math.max(...ends) + 1);
  }

  /** As the API takes it. */
  forBulk(): BulkSelection {
    return this.all() ? { filter: bulkFilter(this.search()) } : { ids: [...this.chosen().ids] };
  }
}
