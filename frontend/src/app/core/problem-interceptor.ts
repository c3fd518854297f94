import { HttpErrorResponse, HttpEventType, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, filter, tap, throwError, timeout } from 'rxjs';
import { ANSWER_WITHIN } from '../api/answer-within';
import { Connection } from '../api/connection';
import { ProblemError } from '../api/problem-error';

/**
 * Every failed call ends in a `ProblemError`, whatever the failure was; one that takes too long counts as failed. What
 * each call says about the line to the desk is told to the `Connection`.
 */
export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  const limit = request.context.get(ANSWER_WITHIN);
  // That it was sent is told at once, and is no answer.
  const events = next(request).pipe(filter(({ type }) => type !== HttpEventType.Sent));
  const answer = limit > 0 ? events.pipe(timeout({ first: limit, with: noAnswer })) : events;
  return answer.pipe(
    tap(({ type }) => {
      if (type === HttpEventType.Response) connection.answered();
    }),
    catchError((failure: unknown) => {
      if (!(failure instanceof HttpErrorResponse)) return throwError(() => failure);
      const problem = ProblemError.from(failure);
      connection.failed(problem);
      return throwError(() => problem);
    }),
  );

  function noAnswer() {
    return throwError(() => new HttpErrorResponse({ status: 0, statusText: 'Timeout', url: request.url }));
  }
};
