import { type Routes } from '@angular/router';

export const APP_ROUTES: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'tickets' },
  { path: 'tickets', loadChildren: () => import('./tickets/tickets.routes').then((file) => file.TICKETS_ROUTES) },
  { path: 'dashboard', loadChildren: () => import('./stats/stats.routes').then((file) => file.STATS_ROUTES) },
  {
    path: '**',
    title: 'Page not found',
    loadComponent: () => import('./core/not-found').then((file) => file.NotFound),
  },
];
