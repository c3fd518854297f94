import { Injectable, type Signal, effect, signal, untracked } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import type { Ticket } from './model';

/** Something this browser did to a ticket, after the server said yes. */
export interface TicketChange {
  kind: 'created' | 'changed';
  ticket: Ticket;
}

/**
 * Tells every page what was created or changed, so that lists and figures follow without a reload.
 * `TicketsApi` reports here after each successful write; features only listen.
 */
@Injectable({ providedIn: 'root' })
export class TicketChanges {
  private readonly changes = new Subject<TicketChange>();
  private readonly counter = signal(0);

  /** Every change as it happens: patch the row it concerns. */
  readonly stream: Observable<TicketChange> = this.changes.asObservable();
  /** Grows with every change: read it in a `computed` or `effect` that must run again. */
  readonly count: Signal<number> = this.counter.asReadonly();

  report(change: TicketChange): void {
    this.counter.update((count) => count + 1);
    this.changes.next(change);
  }

  /**
   * Reloads a resource after every change while its value stays on screen; a change during a load is not lost,
   * it loads once more. Call it in an injection context.
   */
  keepFresh(resource: { reload(): boolean; isLoading: Signal<boolean> }): void {
    let seen = this.counter();
    effect(() => {
      const count = this.counter();
      if (count === seen || resource.isLoading()) return;
      seen = count;
      untracked(() => resource.reload());
    });
  }
}
