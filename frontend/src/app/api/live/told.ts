import { DOCUMENT, computed, inject } from '@angular/core';
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
/** What nobody may tell of is looked at this often. */
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
  // The clock may be set back.
  const wait = () => Math.min(paceMs, Math.max(GATHER_MS, lastAt + paceMs - Date.now()));
  return merge(events.pipe(filter(({ kind }) => kinds.includes(kind))), missed).pipe(
    audit(() => timer(wait()).pipe(switchMap(looking))),
    tap(() => (lastAt = Date.now())),
    map(() => undefined),
  );
}

/** Emits now and then while this holds. Call it in an injection context. */
export function nowAndThen(holds: () => boolean): Observable<unknown> {
  return toObservable(computed(holds)).pipe(switchMap((now) => (now ? interval(LOOK_MS) : EMPTY)));
}
