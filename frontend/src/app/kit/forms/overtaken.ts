import { EMPTY, type Observable, catchError, of, switchMap, throwError } from 'rxjs';
import { problemOf } from '../../api/problem-error';

/**
 * How a value that a person wants stands to what someone else did to the thing meanwhile: both want the same, only one
 * of them changed it, or they disagree.
 */
export type Standing = 'agreed' | 'mine' | 'theirs' | 'conflict';

export function standing(mine: string, before: string, now: string): Standing {
  if (mine === now) return 'agreed';
  if (now === before) return 'mine';
  return mine === before ? 'theirs' : 'conflict';
}

/** What becomes of a change when someone was faster: it is saved over theirs, it is theirs already, or it is left. */
export type Settlement = 'save' | 'done' | 'leave';

/** The steps of saving a change of something that has versions. */
export interface Steps<Thing> {
  /** Saves against the version of the given one. */
  readonly save: (seen: Thing) => Observable<Thing>;
  /** As it is now. */
  readonly fetch: (seen: Thing) => Observable<Thing>;
  /** `sent` is what was refused. */
  readonly settle: (now: Thing, sent: Thing) => Observable<Settlement>;
}

/** More than this many others in between and something else is wrong. */
const MAX_TRIES = 5;

/**
 * Saves against the version that was seen. When someone was faster, it is settled with the thing as it is now, which
 * may be overtaken again. Emits it as saved; completes without when the change was left.
 */
export function saveOver<Thing>(seen: Thing, steps: Steps<Thing>, tries = 1): Observable<Thing> {
  return steps.save(seen).pipe(
    catchError((error: unknown) => {
      if (problemOf(error)?.code !== 'stale_version' || tries >= MAX_TRIES) return throwError(() => error);
      return steps.fetch(seen).pipe(
        switchMap((now) =>
          steps.settle(now, seen).pipe(
            switchMap((settlement) => {
              if (settlement === 'save') return saveOver(now, steps, tries + 1);
              return settlement === 'done' ? of(now) : EMPTY;
            }),
          ),
        ),
      );
    }),
  );
}
