import { HttpErrorResponse, HttpEventType, type HttpInterceptorFn } from '@angular/common/http';
import { catchError, filter, throwError, timeout } from 'rxjs';
import { ANSWER_WITHIN } from '../api/answer-within';
import { ProblemError } from '../api/problem-error';

/** Every failed call ends in a `ProblemError`, whatever the failure was; one that takes too long counts as failed. */
export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  const limit = request.context.get(ANSWER_WITHIN);
  // That it was sent is told at once, and is no answer.
  const events = next(request).pipe(filter(({ type }) => type !== HttpEventType.Sent));
  const answer = limit > 0 ? events.pipe(timeout({ first: limit, with: noAnswer })) : events;
  return answer.pipe(
    catchError((failure: unknown) =>
      throwError(() => (failure instanceof HttpErrorResponse ? ProblemError.from(failure) : failure)),
    ),
  );

  function noAnswer() {
    return throwError(() => new HttpErrorResponse({ status: 0, statusText: 'Timeout', url: request.url }));
  }
};
