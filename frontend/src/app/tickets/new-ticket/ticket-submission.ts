import { Injectable, inject, signal } from '@angular/core';
import { type Observable, catchError, finalize, tap, throwError, timeout } from 'rxjs';
import type { NewTicket, Ticket } from '../../api/model';
import { NO_ANSWER, ProblemError, UNREADABLE, problemOf } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { CreatedMessage } from './created-message';

/** After this long without an answer the person may try again. */
export const SAVE_MS = 30_000;

/** Saves a ticket and says so. */
@Injectable()
export class TicketSubmission {
  private readonly api = inject(TicketsApi);
  private readonly message = inject(CreatedMessage);
  private readonly running = signal(false);
  /** The suggestion of an attempt that may have arrived although no answer came back. */
  private unanswered: string | undefined;

  readonly saving = this.running.asReadonly();

  /**
   * Creates the ticket. The suggestion only tells the desk what to learn from, so a ticket is not refused because of
   * it: when it is unknown or already used, the ticket goes once more without. Unless an attempt before had no answer:
   * then a used suggestion means that the ticket was saved, and the error says so.
   */
  send(ticket: NewTicket): Observable<Ticket> {
    this.running.set(true);
    return this.attempt(ticket).pipe(
      catchError((error: unknown) => {
        const problem = problemOf(error);
        if (ticket.suggestion_id === undefined || !blamesSuggestion(problem)) return throwError(() => error);
        const { suggestion_id, ...rest } = ticket;
        if (problem?.status === 409 && suggestion_id === this.unanswered) {
          this.unanswered = undefined;
          return throwError(() => savedBefore(problem));
        }
        return this.attempt(rest);
      }),
      tap((created) => this.message.show(created)),
      finalize(() => this.running.set(false)),
    );
  }

  private attempt(ticket: NewTicket): Observable<Ticket> {
    return this.api.create(ticket).pipe(
      timeout(SAVE_MS),
      catchError((error: unknown) => {
        const problem = problemOf(error);
        if (!problem || [NO_ANSWER, UNREADABLE].includes(problem.code)) this.unanswered = ticket.suggestion_id;
        return throwError(() => error);
      }),
    );
  }
}

function blamesSuggestion(problem: ProblemError | null): boolean {
  if (!problem) return false;
  return problem.code === 'suggestion_already_used' || problem.field('suggestion_id') !== null;
}

function savedBefore(problem: ProblemError): ProblemError {
  const message = 'It seems that an earlier try was saved. Look for the ticket in the list before you try again.';
  return new ProblemError(message, problem.status, 'saved_before', problem.requestId, [], 'Saved before', problem);
}
