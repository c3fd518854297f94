import { type Signal, computed } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type Observable, map, of, switchMap, timer } from 'rxjs';

/** Nothing is looked for before the typing rests. */
export const FIND_MS = 200;

/** What was found for a text. */
export interface FoundByTyping<Found> {
  /** What is typed; '' while something is chosen. */
  readonly typed: Signal<string>;
  /** The last answer, and what it answers. */
  readonly answer: Signal<{ readonly text: string; readonly found: Found }>;
}

/**
 * Looks for what is typed in a field that holds what was chosen or a text. `find` tells of a failure by what it gives. Call it in an
 * injection context.
 */
export function foundByTyping<Found>(
  entry: Signal<unknown>,
  nothing: Found,
  find: (text: string) => Observable<Found>,
): FoundByTyping<Found> {
  const typed = computed(() => {
    const held = entry();
    return typeof held === 'string' ? held.trim() : '';
  });
  const look = (text: string) => (text === '' ? of(nothing) : timer(FIND_MS).pipe(switchMap(() => find(text))));
  const answers = toObservable(typed).pipe(switchMap((text) => look(text).pipe(map((found) => ({ text, found })))));
  return { typed, answer: toSignal(answers, { initialValue: { text: '', found: nothing } }) };
}
