import type { HttpInterceptorFn } from '@angular/common/http';
import { Injector, inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { Categories } from '../api/categories';
import { problemOf } from '../api/problem-error';

/** A category that the API does not take may have been retired by somebody else: the list is asked for again. */
export const categoriesInterceptor: HttpInterceptorFn = (request, next) => {
  // The list makes calls of its own, so it is only looked up when it is needed.
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((failure: unknown) => {
      const problem = problemOf(failure);
      if (problem?.status === 400 && problem.field('category') !== null) injector.get(Categories).reload();
      return throwError(() => failure);
    }),
  );
};
