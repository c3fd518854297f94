import { type Signal, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { type Observable, catchError, concat, of, switchMap, timer } from 'rxjs';
import type { SimilarTicket } from '../../api/model';

interface Manner<T, Found> {
  /** How long it rests before somebody asks, in milliseconds. */
  readonly restMs: number;
  /** What was found before stays until the next answer: the next subject is another version of this one. */
  readonly stays: boolean;
  readonly ask: (subject: T) => Observable<readonly Found[]>;
}

/**
 * What belongs to something that changes, like similar tickets, asked when it rests; a change cancels the question before it. Empty until
 * somebody knows, and when it cannot be asked: nobody waits for it, so nobody is told. Call it in an injection context.
 */
export function quietly<T, Found = SimilarTicket>(
  subject: Signal<T | null>,
  { restMs, stays, ask }: Manner<T, Found>,
): Signal<readonly Found[]> {
  const found = signal<readonly Found[]>([]);
  const none = of<readonly Found[]>([]);
  toObservable(subject)
    .pipe(
      switchMap((now) => {
        if (now === null) return none;
        const answer = timer(restMs).pipe(switchMap(() => ask(now).pipe(catchError(() => none))));
        return stays ? answer : concat(none, answer);
      }),
      takeUntilDestroyed(),
    )
    .subscribe((tickets) => found.set(tickets));
  return found.asReadonly();
}
