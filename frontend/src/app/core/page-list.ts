import { type DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { KeyTurns } from './key-turns';

/** The list that a page is about. */
export interface ListOfPage {
  /** What was asked for is still on its way: keys wait for it. Reads signals. */
  arriving(): boolean;
  /** Gives the first row the focus, or the head of the list where there is none. */
  focusFirst(): void;
}

/** Leads to the list of the page that is shown, which the shell does not know. */
@Injectable({ providedIn: 'root' })
export class PageList {
  private readonly turns = inject(KeyTurns);
  private readonly shown = signal<ListOfPage | null>(null);

  readonly isShown = computed(() => this.shown() !== null);
  /** No list is on its way. */
  readonly settled = computed(() => this.shown()?.arriving() !== true);
  /** A list is shown, and what was asked for has come. */
  readonly arrived = computed(() => this.shown()?.arriving() === false);

  /** As long as the caller lives. */
  register(list: ListOfPage, caller: DestroyRef): void {
    this.shown.set(list);
    this.turns.while(() => list.arriving(), caller);
    caller.onDestroy(() => {
      if (this.shown() === list) this.shown.set(null);
    });
  }

  /** Gives the list the focus as soon as it is there; keys typed meanwhile are for it. */
  goTo(): void {
    this.turns.then(() => this.shown()?.focusFirst());
  }
}
