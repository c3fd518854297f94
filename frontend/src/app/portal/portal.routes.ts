import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type Provider } from '@angular/core';
import { type Routes } from '@angular/router';
import { AttachmentsApi } from '../api/attachments-api';
import { basePathInterceptor } from '../api/base-path-interceptor';
import { PortalApi } from '../api/portal-api';
import { problemInterceptor } from '../core/problem-interceptor';
import { AttachmentSending } from '../tickets/conversation/attachment-sending';
import { AttachmentUploads } from '../tickets/conversation/attachment-uploads';
import { provideIcons } from '../ui/icons';
import { ArrivingToken } from './arriving-token';
import { PortalDesk } from './portal-desk';
import { PortalFileSending, PortalFiles } from './portal-files';
import { PortalFrame } from './portal-frame';
import { customersOnly, takesToken } from './portal-guards';
import { PORTAL_ICONS } from './portal-icon-set';
import { PortalSession } from './portal-session';
import { sessionEnded } from './session-ended';

export const PORTAL_SERVICES: Provider[] = [
  ...[ArrivingToken, AttachmentUploads, PortalApi, PortalDesk, PortalSession],
  { provide: AttachmentsApi, useClass: PortalFiles },
  { provide: AttachmentSending, useClass: PortalFileSending },
];

export const PORTAL_PAGES: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'tickets' },
  {
    path: 'sign-in',
    title: 'Sign in',
    canActivate: [takesToken],
    // The link may be opened where this page stands.
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./sign-in/portal-sign-in-page').then((file) => file.PortalSignInPage),
  },
  {
    path: 'tickets',
    title: 'My tickets',
    canActivate: [customersOnly],
    loadComponent: () => import('./tickets/my-tickets').then((file) => file.MyTickets),
    children: [
      {
        path: ':id',
        title: 'Ticket',
        loadComponent: () => import('./ticket/my-ticket').then((file) => file.MyTicket),
      },
    ],
  },
  {
    path: 'write',
    title: 'Write to us',
    canActivate: [customersOnly],
    loadComponent: () => import('./write/write-page').then((file) => file.WritePage),
  },
  { path: '**', redirectTo: 'tickets' },
];

/** The customers' page. Its calls go by an HTTP client of its own: they know nothing of who is signed in to the desk. */
export const PORTAL_ROUTES: Routes = [
  {
    path: '',
    component: PortalFrame,
    providers: [
      PORTAL_SERVICES,
      provideHttpClient(withInterceptors([problemInterceptor, sessionEnded, basePathInterceptor])),
      provideIcons(PORTAL_ICONS),
    ],
    children: PORTAL_PAGES,
  },
];
