import { EMPTY, type Observable, catchError, of, switchMap, throwError } from 'rxjs';
import type { Ticket } from '../../api/model';
import { problemOf } from '../../api/problem-error';

/**
 * How a value that a person wants stands to what someone else did to the ticket meanwhile: both want the same, only one
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

/** The steps of saving a change of a ticket. */
export interface Steps {
  /** Saves against the version of the given ticket. */
  readonly save: (seen: Ticket) => Observable<Ticket>;
  /** The ticket as it is now. */
  readonly fetch: (id: number) => Observable<Ticket>;
  readonly settle: (now: Ticket) => Observable<Settlement>;
}

/** More than this many others in between and something else is wrong. */
const MAX_TRIES = 5;

/**
 * Saves against the version that was seen. When someone was faster, it is settled with the ticket as it is now, which
 * may be overtaken again. Emits the ticket as saved; completes without when the change was left.
 */
export function saveOver(seen: Ticket, steps: Steps, tries = 1): Observable<Ticket> {
  return steps.save(seen).pipe(
    catchError((error: unknown) => {
      if (problemOf(error)?.code !== 'stale_version' || tries >= MAX_TRIES) return throwError(() => error);
      return steps.fetch(seen.id).pipe(
        switchMap((now) =>
          steps.settle(now).pipe(
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
