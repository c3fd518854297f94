import { type Signal, effect, inject, signal, untracked } from '@angular/core';
import { type Observable, catchError, finalize, of, tap } from 'rxjs';
import { TriageSession } from './triage-session';

/** What is known of tickets, and the way to ask again. */
export interface ReadAhead<Answer> {
  /** By the ticket's number; null where there is nothing, or nothing could be had. */
  readonly known: Signal<ReadonlyMap<number, Answer | null>>;
  /** Asks once more, and learns it; what was known stays until then. */
  again(id: number): Observable<Answer | null>;
  /** What was known may be outdated: until it is asked again nothing is known. */
  forget(id: number): void;
}

/**
 * What is asked about the ticket at hand and about those that come next, so that it is there at once; `learned` is told of
 * each answer. Call it in an injection context of the page.
 */
export function readAhead<Answer>(
  ask: (id: number) => Observable<Answer | null>,
  learned: (id: number) => void = () => undefined,
): ReadAhead<Answer> {
  const session = inject(TriageSession);
  const asked = new Set<number>();
  const known = signal<ReadonlyMap<number, Answer | null>>(new Map());

  const learn = (id: number, answer: Answer | null) => known.update((before) => new Map([...before, [id, answer]]));
  const fetch = (id: number): Observable<Answer | null> => {
    asked.add(id);
    return ask(id).pipe(
      catchError(() => of(known().get(id) ?? null)),
      tap((answer) => {
        learn(id, answer);
        learned(id);
      }),
      // Nobody waits for it any more; whose turn comes again is asked for again.
      finalize(() => !known().has(id) && asked.delete(id)),
    );
  };
  effect(() => {
    const ticket = session.ticket();
    const wanted = [...(ticket ? [ticket] : []), ...session.next()];
    untracked(() => wanted.filter(({ id }) => !asked.has(id)).forEach(({ id }) => fetch(id).subscribe()));
  });
  const forget = (id: number) => known.update((before) => new Map([...before].filter(([one]) => one !== id)));
  return { known: known.asReadonly(), again: fetch, forget };
}
