import { LiveAnnouncer } from '@angular/cdk/a11y';
import { DestroyRef, Injectable, computed, effect, inject, linkedSignal } from '@angular/core';
import { TicketStore } from '../../api/ticket-store';
import { counted } from '../../ui/count-words';
import { TicketPages } from './ticket-pages';

/** The reading voice is told of more not before this time has gone by. */
const QUIET_MS = 10_000;

/**
 * Tickets that came to match the list by the doing of others. They wait until a person wants to see them, so that no row
 * moves by itself. Provided by the list's page.
 */
@Injectable()
export class Newcomers {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly pages = inject(TicketPages);
  private readonly store = inject(TicketStore);

  private readonly waiting = linkedSignal<unknown, ReadonlySet<number>>({
    source: this.pages.generation,
    computation: () => new Set(),
  });
  /** Their numbers. One that came into the list otherwise, or was deleted, does not wait any more. */
  readonly ids = computed(() => {
    const here = new Set(this.pages.list.items().map(({ id }) => id));
    return [...this.waiting()].filter((id) => !here.has(id) && !this.store.isGone(id));
  });
  readonly count = computed(() => this.ids().length);
  readonly words = computed(() => counted(this.count(), 'new ticket'));

  private told: ReturnType<typeof setTimeout> | undefined;
  private toldCount = 0;

  constructor() {
    effect(() => this.announce(this.count()));
    inject(DestroyRef).onDestroy(() => clearTimeout(this.told));
  }

  add(ids: readonly number[]): void {
    if (ids.length > 0) this.waiting.update((before) => new Set([...before, ...ids]));
  }

  drop(ids: readonly number[]): void {
    if (ids.some((id) => this.waiting().has(id)))
      this.waiting.update((before) => new Set([...before].filter((id) => !ids.includes(id))));
  }

  private announce(count: number): void {
    if (count <= this.toldCount) this.toldCount = count;
    else if (this.told === undefined) this.say(count);
  }

  private say(count: number): void {
    this.toldCount = count;
    void this.announcer.announce(`${counted(count, 'new ticket')}. The full stop shows ${count === 1 ? 'it' : 'them'}`);
    this.told = setTimeout(() => {
      this.told = undefined;
      this.announce(this.count());
    }, QUIET_MS);
  }
}
