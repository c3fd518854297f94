import { Injectable, inject } from '@angular/core';
import { type Observable, ReplaySubject, catchError, switchMap, throwError } from 'rxjs';
import type { Ticket, TicketUpdate } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { Notifications } from '../../core/notifications';
import { type Step, Undo } from '../../core/undo';

/** What is done to a ticket, and what becomes of it. */
export interface Deed {
  readonly ticket: Ticket;
  /** Null for a ticket that is only left where it is. */
  readonly update: TicketUpdate | null;
  /** Puts it back as it was. */
  readonly restore: TicketUpdate;
  /** It is undone, or was not saved: the page shows it again or says so. */
  readonly undone: () => void;
  readonly failed: () => void;
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

  do(deed: Deed): void {
    const saved = new ReplaySubject<Ticket>(1);
    const step: Step = { takeBack: () => this.takeBack(deed, saved) };
    this.undo.add(step);
    if (!deed.update) return;
    this.api.update(deed.ticket.id, deed.update, this.store.newest(deed.ticket).version).subscribe({
      next: (ticket) => {
        saved.next(ticket);
        saved.complete();
      },
      error: (error: unknown) => {
        saved.error(error);
        this.undo.forget(step);
        deed.failed();
        this.notifications.showError(`#${deed.ticket.id} was not sorted`, error);
      },
    });
  }

  private takeBack(deed: Deed, saved: Observable<Ticket>): void {
    const { ticket, update, restore } = deed;
    if (!update) {
      deed.undone();
      return;
    }
    // Once it has been saved: until then there is nothing to put back.
    saved
      .pipe(
        catchError(() => throwError(() => null)),
        switchMap(({ version }) => this.api.update(ticket.id, restore, version)),
      )
      .subscribe({
        next: () => deed.undone(),
        error: (error: unknown) => {
          if (problemOf(error)) this.notifications.showError(`#${ticket.id} could not be put back`, error);
        },
      });
  }
}
