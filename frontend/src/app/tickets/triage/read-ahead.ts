import { type Signal, effect, inject, signal, untracked } from '@angular/core';
import { type Observable } from 'rxjs';
import { TriageSession } from './triage-session';

/**
 * What is asked about the ticket at hand and about those that come next, once each, so that it is there at once. By the
 * ticket's number; null where there is nothing, or nothing could be had. Call it in an injection context of the page.
 */
export function readAhead<Answer>(
  ask: (id: number) => Observable<Answer | null>,
): Signal<ReadonlyMap<number, Answer | null>> {
  const session = inject(TriageSession);
  const asked = new Set<number>();
  const known = signal<ReadonlyMap<number, Answer | null>>(new Map());

  const fetch = (id: number) => {
    if (asked.has(id)) return;
    asked.add(id);
    const learn = (answer: Answer | null) => known.update((before) => new Map([...before, [id, answer]]));
    ask(id).subscribe({ next: learn, error: () => learn(null) });
  };
  effect(() => {
    const ticket = session.ticket();
    const wanted = [...(ticket ? [ticket] : []), ...session.next()];
    untracked(() => wanted.forEach(({ id }) => fetch(id)));
  });
  return known.asReadonly();
}
