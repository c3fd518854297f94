import { Injectable, inject } from '@angular/core';
import { type Observable, catchError, tap, throwError } from 'rxjs';
import type { NewTicket, Ticket } from '../../api/model';
import { type ProblemError, problemOf } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { SendingKey } from '../sending-key';
import { CreatedMessage } from './created-message';

const LOOK_FIRST = 'Look for that ticket in the list before you create another.';

/** Saves a ticket and says so. Outlives the dialog, as the draft does: what is tried again later is known again. */
@Injectable({ providedIn: 'root' })
export class TicketSubmission {
  private readonly api = inject(TicketsApi);
  private readonly message = inject(CreatedMessage);
  private readonly key = new SendingKey();

  /**
   * Creates the ticket, once, however often it is tried. The suggestion is only kept beside it, so a ticket is not
   * refused because of it: when it is unknown or already used, the ticket goes once more without.
   */
  send(ticket: NewTicket): Observable<Ticket> {
    return this.attempt(ticket).pipe(
      catchError((error: unknown) => {
        if (ticket.suggestion_id === undefined || !blamesSuggestion(problemOf(error))) return throwError(() => error);
        const rest = { ...ticket };
        delete rest.suggestion_id;
        return this.attempt(rest);
      }),
      tap((created) => this.message.show(created)),
    );
  }

  private attempt(ticket: NewTicket): Observable<Ticket> {
    return this.key.send(ticket, LOOK_FIRST, (key) => this.api.create(ticket, key)).pipe(tap(() => this.key.done()));
  }
}

function blamesSuggestion(problem: ProblemError | null): boolean {
  if (!problem) return false;
  return problem.code === 'suggestion_already_used' || problem.field('suggestion_id') !== null;
}
