import { type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, of, switchMap, throwError } from 'rxjs';
import { ABOUT_THE_SESSION } from '../api/auth-api';
import { problemOf } from '../api/problem-error';
import { FirstPassword } from './first-password';
import { Session } from './session';
import { SignInAgain } from './sign-in-again';

/**
 * A call that is refused because the session ended waits until the person has signed in again, and is then repeated
 * once. Stands before the `problemInterceptor`, whose errors it reads.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/') || request.context.get(ABOUT_THE_SESSION)) return next(request);
  const session = inject(Session);
  const signInAgain = inject(SignInAgain);
  const firstPassword = inject(FirstPassword);
  const sentAfter = session.beginnings;

  return next(request).pipe(
    catchError((error: unknown) => {
      const code = problemOf(error)?.code;
      if (code === 'password_change_required') firstPassword.demand();
      if (code !== 'unauthenticated') return throwError(() => error);
      // A refusal that comes late says nothing about the session that began since.
      const renewed = session.beginnings > sentAfter ? of(true) : from(signInAgain.ask());
      return renewed.pipe(
        catchError(() => of(false)),
        switchMap((again) => (again ? next(request) : throwError(() => error))),
      );
    }),
  );
};
