import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, ErrorHandler, provideBrowserGlobalErrorListeners } from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withPreloading } from '@angular/router';
import { basePathInterceptor } from './api/base-path-interceptor';
import { APP_ROUTES } from './app.routes';
import { AheadOfNeed } from './core/ahead-of-need';
import { attendanceInterceptor } from './core/attendance-interceptor';
import { categoriesInterceptor } from './core/categories-interceptor';
import { GlobalErrorHandler } from './core/global-error-handler';
import { NEW_TICKET_DIALOG } from './core/new-ticket-launcher';
import { PageTitle } from './core/page-title';
import { problemInterceptor } from './core/problem-interceptor';
import { sessionInterceptor } from './core/session-interceptor';
import { SIGN_IN_AGAIN_DIALOG } from './core/sign-in-again';
import { provideIcons } from './ui/icons';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(APP_ROUTES, withComponentInputBinding(), withPreloading(AheadOfNeed)),
    provideHttpClient(
      withInterceptors([
        sessionInterceptor,
        categoriesInterceptor,
        problemInterceptor,
        attendanceInterceptor,
        basePathInterceptor,
      ]),
    ),
    provideIcons(),
    { provide: ErrorHandler, useClass: GlobalErrorHandler },
    { provide: TitleStrategy, useExisting: PageTitle },
    {
      provide: NEW_TICKET_DIALOG,
      useValue: () => import('./tickets/new-ticket/new-ticket-dialog').then((file) => file.NewTicketDialog),
    },
    {
      provide: SIGN_IN_AGAIN_DIALOG,
      useValue: () => import('./account/sign-in/sign-in-again-dialog').then((file) => file.SignInAgainDialog),
    },
  ],
};
