import { Injectable, inject } from '@angular/core';
import {
  EMPTY,
  type Observable,
  ReplaySubject,
  Subject,
  catchError,
  concatMap,
  defer,
  of,
  switchMap,
  tap,
  timeout,
} from 'rxjs';
import type { Ticket, TicketUpdate } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { Notifications } from '../../core/notifications';
import { type Step, Undo } from '../../core/undo';

/** The longest that an undo waits for one answer: those behind it do not wait for good. */
export const TAKE_BACK_MS = 30_000;

/** What is done to a ticket, and what becomes of it. */
export interface Deed {
  readonly ticket: Ticket;
  /** Null for a ticket that is only left where it is. */
  readonly update: TicketUpdate | null;
  /** Puts it back as it was. */
  readonly restore: TicketUpdate;
  /** It is undone: the page shows it again. */
  readonly undone: () => void;
  /** It was not saved: the page says so. `overtaken` when somebody else has sorted it meanwhile. */
  readonly failed: (why: 'failed' | 'overtaken') => void;
}

/**
 * Saves what is decided in triage, behind the back of the person, who is at the next ticket by then. Each deed is a step
 * that Z takes back, wherever the person is. What somebody else changed meanwhile stays as they left it.
 */
@Injectable({ providedIn: 'root' })
export class TriageDecisions {
  private readonly api = inject(TicketsApi);
  private readonly notifications = inject(Notifications);
  private readonly store = inject(TicketStore);
  private readonly undo = inject(Undo);
  /** One after the other, so that tickets come back in the order in which they were asked back. */
  private readonly takingBack = new Subject<{ readonly deed: Deed; readonly saved: Observable<Ticket> }>();

  constructor() {
    this.takingBack.pipe(concatMap(({ deed, saved }) => this.takenBack(deed, saved))).subscribe();
  }

  /** Gives what makes it nothing to take back any more. */
  do(deed: Deed): () => void {
    const saved = new ReplaySubject<Ticket>(1);
    const step: Step = { takeBack: () => this.takingBack.next({ deed, saved }) };
    this.undo.add(step);
    const forget = () => this.undo.forget(step);
    if (!deed.update) return forget;
    this.api.update(deed.ticket.id, deed.update, this.store.newest(deed.ticket).version).subscribe({
      next: (ticket) => {
        saved.next(ticket);
        saved.complete();
      },
      error: (error: unknown) => {
        saved.error(error);
        forget();
        this.tellWhy(deed, error);
      },
    });
    return forget;
  }

  /** Says that nobody waits for this decision any more. */
  tellOvertaken({ id }: Ticket): void {
    const words = this.store.isGone(id) ? 'is not there any more' : 'was sorted by somebody else meanwhile';
    this.notifications.show(`#${id} ${words}`);
  }

  /** Whose version is not the newest was either overtaken, or has changed in something else. */
  private tellWhy({ ticket, failed }: Deed, error: unknown): void {
    const isStale = problemOf(error)?.code === 'stale_version';
    const now = isStale ? this.api.fetch(ticket.id).pipe(catchError(() => of(null))) : of(null);
    now.subscribe((newest) => {
      const overtaken = newest?.triage === null || this.store.isGone(ticket.id);
      failed(overtaken ? 'overtaken' : 'failed');
      if (overtaken) this.tellOvertaken(ticket);
      else this.notifications.showError(`#${ticket.id} was not sorted`, error);
    });
  }

  /** Never fails: whatever becomes of it, the next one has its turn. */
  private takenBack(deed: Deed, saved: Observable<Ticket>): Observable<unknown> {
    const { ticket, update } = deed;
    const putBack = defer(() => (update ? this.putBack(deed, saved) : of(null)));
    return putBack.pipe(
      tap(() => {
        deed.undone();
        const words = update ? 'waits to be sorted again' : 'is not skipped';
        this.notifications.show(`Undone. #${ticket.id} ${words}`);
      }),
      catchError((error: unknown) => {
        this.notifications.showError(`#${ticket.id} could not be put back`, error);
        return EMPTY;
      }),
    );
  }

  /** Once it has been saved: until then, and when it was not, there is nothing to put back. */
  private putBack({ ticket, restore }: Deed, saved: Observable<Ticket>): Observable<Ticket> {
    return saved.pipe(
      catchError(() => EMPTY),
      timeout({ first: TAKE_BACK_MS }),
      switchMap(({ version }) =>
        this.api
          .update(ticket.id, restore, version)
          .pipe(timeout({ first: TAKE_BACK_MS, with: () => this.whetherBack(ticket) })),
      ),
    );
  }

  /** What was never answered may have been done: the ticket tells. */
  private whetherBack({ id }: Ticket): Observable<Ticket> {
    return this.api.fetch(id).pipe(
      timeout({ first: TAKE_BACK_MS }),
      tap(({ triage }) => {
        if (triage === null) throw new Error(`Ticket ${id} does not wait to be sorted`);
      }),
    );
  }
}
