import { type Type } from '@angular/core';
import { type Routes } from '@angular/router';
import { adminOnly, mustChoosePassword, signedIn, signedOut } from './core/session-guards';

/** The shell travels while it is asked who is signed in; the pages without it do not wait for it. */
const shell = (): Promise<Type<unknown>> => import('./core/shell/shell').then((file) => file.Shell);
const fetchShell = (): boolean => {
  // Should it fail, the router will say so, which loads it as well.
  shell().catch(() => undefined);
  return true;
};

export const APP_ROUTES: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in',
    canActivate: [signedOut],
    loadComponent: () => import('./account/sign-in/sign-in-page').then((file) => file.SignInPage),
  },
  {
    path: 'choose-password',
    title: 'Choose a password',
    canActivate: [mustChoosePassword],
    loadComponent: () =>
      import('./account/first-password/choose-password-page').then((file) => file.ChoosePasswordPage),
  },
  {
    path: 'status',
    title: 'System status',
    loadComponent: () => import('./core/system-status').then((file) => file.SystemStatus),
  },
  { path: 'portal', loadChildren: () => import('./portal/portal.routes').then((file) => file.PORTAL_ROUTES) },
  {
    path: '',
    loadComponent: shell,
    canMatch: [fetchShell, signedIn],
    // While somebody signs in, the page they come to is fetched.
    data: { ahead: true },
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'tickets' },
      {
        path: 'tickets',
        data: { ahead: true },
        loadChildren: () => import('./tickets/tickets.routes').then((file) => file.TICKETS_ROUTES),
      },
      {
        path: 'triage',
        data: { ahead: 'list' },
        loadChildren: () => import('./tickets/triage/triage.routes').then((file) => file.TRIAGE_ROUTES),
      },
      {
        path: 'contacts',
        loadChildren: () => import('./contacts/contacts.routes').then((file) => file.CONTACTS_ROUTES),
      },
      {
        path: 'canned-answers',
        loadChildren: () => import('./canned/canned.routes').then((file) => file.CANNED_ROUTES),
      },
      { path: 'dashboard', loadChildren: () => import('./stats/stats.routes').then((file) => file.STATS_ROUTES) },
      { path: 'account', loadChildren: () => import('./account/account.routes').then((file) => file.ACCOUNT_ROUTES) },
      {
        path: 'admin',
        canMatch: [adminOnly],
        loadChildren: () => import('./admin/admin.routes').then((file) => file.ADMIN_ROUTES),
      },
      {
        path: 'admin',
        title: 'For administrators',
        children: [{ path: '**', loadComponent: () => import('./core/admins-only').then((file) => file.AdminsOnly) }],
      },
      {
        path: '**',
        title: 'Page not found',
        loadComponent: () => import('./core/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
