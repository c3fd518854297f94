import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { catchError, throwError } from 'rxjs';
import { ProblemError } from '../api/problem-error';

/** Every failed call ends in a `ProblemError`, whatever the failure was. */
export const problemInterceptor: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((failure: unknown) =>
      throwError(() => (failure instanceof HttpErrorResponse ? ProblemError.from(failure) : failure)),
    ),
  );
