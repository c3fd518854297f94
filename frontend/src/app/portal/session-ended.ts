import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { Injector, inject } from '@angular/core';
import { tap } from 'rxjs';
import { PORTAL_SESSION_URL } from '../api/portal-api';
import { PortalSession } from './portal-session';

/** A call that is refused because the session ended says so to the page, which keeps what is written. */
export const sessionEnded: HttpInterceptorFn = (request, next) => {
  // The session makes calls of its own, so it is only looked up when it is needed.
  const injector = inject(Injector);
  return next(request).pipe(
    tap({
      error: (failure: unknown) => {
        const isRefused = failure instanceof HttpErrorResponse && failure.status === 401;
        if (isRefused && request.url !== PORTAL_SESSION_URL) injector.get(PortalSession).end();
      },
    }),
  );
};
