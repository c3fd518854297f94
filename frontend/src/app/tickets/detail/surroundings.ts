import { InjectionToken, type Signal, type WritableSignal, signal } from '@angular/core';

/** What stands around an open ticket. */
export interface Surroundings {
  /** It was opened from a list, which knows its neighbours. */
  readonly inList: boolean;
  /** The list is in sight beside it. */
  readonly beside: Signal<boolean>;
  /** There is room for both. */
  readonly wide: Signal<boolean>;
  /** A person wants the ticket over the full width. */
  readonly full: WritableSignal<boolean>;
  /** The ticket so many rows further in the list, or undefined where none is. Reads signals. */
  neighbour(id: number | undefined, step: number): number | undefined;
}

/** A list that opens tickets provides itself; without one a ticket stands alone. */
export const SURROUNDINGS = new InjectionToken<Surroundings>('what stands around an open ticket', {
  providedIn: 'root',
  factory: () => ({
    inList: false,
    beside: signal(false),
    wide: signal(false),
    full: signal(false),
    neighbour: () => undefined,
  }),
});
