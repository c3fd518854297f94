import { Injectable, inject } from '@angular/core';
import { type Observable, catchError, tap, throwError } from 'rxjs';
import type { NewTicket, Ticket } from '../../api/model';
import { NO_ANSWER, ProblemError, SAVED_BEFORE, UNREADABLE, problemOf } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { CreatedMessage } from './created-message';

/** The key of the last attempt, by which the API knows it again. */
interface Attempt {
  readonly key: string;
  readonly content: string;
  /** Nobody knows whether it was saved. */
  readonly unanswered: boolean;
}

/** Saves a ticket and says so. Outlives the dialog, as the draft does: what is tried again later is known again. */
@Injectable({ providedIn: 'root' })
export class TicketSubmission {
  private readonly api = inject(TicketsApi);
  private readonly message = inject(CreatedMessage);
  private last: Attempt | null = null;

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
    const content = JSON.stringify(ticket);
    const key = this.keyFor(content);
    this.last = { key, content, unanswered: false };
    return this.api.create(ticket, key).pipe(
      tap(() => (this.last = null)),
      catchError((error: unknown) => {
        const problem = problemOf(error);
        const unanswered = !problem || [NO_ANSWER, UNREADABLE].includes(problem.code);
        const reused = problem?.code === 'idempotency_key_reused';
        this.last = reused ? null : { key, content, unanswered };
        return throwError(() => (reused ? savedBefore(problem) : error));
      }),
    );
  }

  /**
   * The same ticket keeps its key. So does one that was edited after an attempt without an answer: had that attempt
   * been saved, the API refuses the key for another text, and no second ticket is made.
   */
  private keyFor(content: string): string {
    return this.last && (this.last.unanswered || this.last.content === content) ? this.last.key : newKey();
  }
}

/** Unlike `crypto.randomUUID` there also where the desk is served without https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function blamesSuggestion(problem: ProblemError | null): boolean {
  if (!problem) return false;
  return problem.code === 'suggestion_already_used' || problem.field('suggestion_id') !== null;
}

function savedBefore(problem: ProblemError): ProblemError {
  const message = 'An earlier try was saved after all. Look for that ticket in the list before you create another.';
  return new ProblemError(message, problem.status, SAVED_BEFORE, problem.requestId, [], 'Saved before', problem);
}
