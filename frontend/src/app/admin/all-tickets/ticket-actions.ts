import { Injectable, inject } from '@angular/core';
import { type Observable, catchError, map, switchMap, tap, throwError } from 'rxjs';
import { AdminTicketsApi } from '../../api/admin-tickets-api';
import type { BulkRun } from '../../api/admin-model';
import type { Ticket } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { BulkDialog, type BulkPlan } from '../../tickets/bulk/bulk-dialog';
import { BulkRuns } from '../../tickets/bulk/bulk-runs';
import { TicketDialog } from './ticket-dialog';

/** What an admin can do to tickets, each with its dialog and its answer. */
@Injectable()
export class TicketActions {
  private readonly admin = inject(AdminTicketsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);
  private readonly runs = inject(BulkRuns);
  private readonly tickets = inject(TicketsApi);

  /** Emits the ticket as it is then. */
  edit(ticket: Ticket): Observable<Ticket> {
    return this.dialogs
      .form<TicketDialog, Ticket>(TicketDialog, ticket, '640px')
      .pipe(tap((saved) => this.notifications.show(`Ticket #${saved.id} was changed`)));
  }

  /** Emits its number once it is gone. */
  delete(ticket: Ticket): Observable<number> {
    // Someone may change it while the question stands; the next try is about the ticket as it is then.
    let version = ticket.version;
    const lookAgain = (error: unknown): Observable<never> =>
      problemOf(error)?.code !== 'stale_version'
        ? throwError(() => error)
        : this.tickets.fetch(ticket.id).pipe(
            tap((now) => (version = now.version)),
            switchMap(() => throwError(() => error)),
          );
    const question = {
      heading: `Delete ticket #${ticket.id}?`,
      consequences: [
        `“${ticket.title}” leaves every list and every figure, and its address leads nowhere any more.`,
        'The audit log keeps that you deleted it.',
      ],
      confirm: 'Delete',
      danger: true,
      run: () => this.admin.delete(ticket.id, version).pipe(catchError(lookAgain)),
    };
    return this.dialogs.confirm(question).pipe(
      tap(() => this.notifications.show(`Ticket #${ticket.id} was deleted`)),
      map(() => ticket.id),
    );
  }

  /** Emits once the run has begun; it is followed from then on. */
  many(plan: BulkPlan): Observable<BulkRun> {
    return this.dialogs
      .form<BulkDialog, BulkRun>(BulkDialog, plan, plan.kind === 'change' ? '560px' : '440px')
      .pipe(tap((run) => this.runs.watch(run)));
  }
}
