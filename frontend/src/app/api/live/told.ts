import { DOCUMENT, inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import {
  EMPTY,
  type Observable,
  audit,
  filter,
  fromEvent,
  interval,
  map,
  merge,
  of,
  switchMap,
  take,
  tap,
  timer,
} from 'rxjs';
import { Live } from './live';
import type { LiveKind } from './live-event';

/** What is told in a burst is read once. */
export const GATHER_MS = 250;
/** And not more often than this. */
export const PACE_MS = 2_000;
/** While nothing is told, what is under way is looked at this often. */
export const LOOK_MS = 5_000;

/**
 * Emits when something of these kinds is to be read again: it was told, or may have been told unheard. Paced, and not while
 * nobody looks. Call it in an injection context.
 */
export function told(kinds: readonly LiveKind[], paceMs = PACE_MS): Observable<void> {
  const { events, missed } = inject(Live);
  const document = inject(DOCUMENT);
  const looks = () => document.visibilityState !== 'hidden';
  const looking = (): Observable<unknown> =>
    looks() ? of(null) : fromEvent(document, 'visibilitychange').pipe(filter(looks), take(1));
  let lastAt = -paceMs;
  return merge(events.pipe(filter(({ kind }) => kinds.includes(kind))), missed).pipe(
    audit(() => timer(Math.max(GATHER_MS, lastAt + paceMs - Date.now())).pipe(switchMap(looking))),
    tap(() => (lastAt = Date.now())),
    map(() => undefined),
  );
}

/**
 * Emits now and then while the line is off, and never while it stands: for what is under way and would else seem to stand
 * still. Call it in an injection context.
 */
export function whileOff(): Observable<unknown> {
  return toObservable(inject(Live).state).pipe(switchMap((state) => (state === 'off' ? interval(LOOK_MS) : EMPTY)));
}
