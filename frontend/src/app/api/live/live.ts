import { Injectable, computed, signal } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import type { LiveEvent, LiveTicket } from './live-event';

/** Whether what others do shows by itself; `connecting` is for a few seconds only. */
export type LiveState = 'connecting' | 'on' | 'off';

/** What may have been missed: all, or what is not told again (figures, categories, people, runs). */
export type Missed = 'all' | 'besides tickets';

/**
 * What others do on the desk, for whoever shows it. It is quiet until somebody is signed in and the line stands, which is
 * fetched after the first page (`LiveLine`).
 */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly heard = new Subject<LiveEvent>();
  private readonly batches = new Subject<readonly LiveTicket[]>();
  private readonly gaps = new Subject<Missed>();
  private readonly endings = new Subject<void>();
  private readonly tries = new Subject<void>();
  private readonly now = signal<{ state: LiveState; asOf: number | null }>({ state: 'connecting', asOf: null });
  private readonly moves = signal(0);

  readonly state = computed(() => this.now().state);
  /** When changes of others showed by themselves for the last time, in milliseconds; null when they never did. */
  readonly asOf = computed(() => this.now().asOf);
  /** Grows when figures are to be asked for again: at most once in two seconds, and not while nobody looks. */
  readonly figures = this.moves.asReadonly();

  /** Everything, as it comes. */
  readonly events: Observable<LiveEvent> = this.heard.asObservable();
  /**
   * Changes of tickets that this browser did not know, gathered: at most once in a second. What is watched has been read
   * again by then and is in the store.
   */
  readonly changes: Observable<readonly LiveTicket[]> = this.batches.asObservable();
  /** What is shown is to be read again. */
  readonly missed: Observable<Missed> = this.gaps.asObservable();
  /** The session ended on the server. */
  readonly ended: Observable<void> = this.endings.asObservable();
  /** A person does not want to wait for the next try. */
  readonly wanted: Observable<void> = this.tries.asObservable();

  retry(): void {
    this.tries.next();
  }

  hear(event: LiveEvent): void {
    if (event.kind === 'session.ended') this.endings.next();
    this.heard.next(event);
  }

  tellChanges(changes: readonly LiveTicket[]): void {
    if (changes.length > 0) this.batches.next(changes);
  }

  tellMissed(what: Missed): void {
    this.moveFigures();
    this.gaps.next(what);
  }

  moveFigures(): void {
    this.moves.update((count) => count + 1);
  }

  become(state: LiveState, asOf: number | null): void {
    this.now.set({ state, asOf });
  }
}
