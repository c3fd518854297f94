import { type Routes } from '@angular/router';
import { provideIcons } from '../ui/icons';
import { ADMIN_ICONS } from './admin-icon-set';
import { AdminFrame } from './frame/admin-frame';
import { BulkRuns } from '../tickets/bulk/bulk-runs';

export const ADMIN_ROUTES: Routes = [
  {
    path: '',
    component: AdminFrame,
    providers: [provideIcons(ADMIN_ICONS), BulkRuns],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'overview' },
      // As its address was before.
      { path: 'llm', redirectTo: 'suggestions' },
      {
        path: 'overview',
        title: 'Admin',
        loadComponent: () => import('./overview/overview-page').then((file) => file.OverviewPage),
      },
      {
        path: 'users',
        title: 'Users · Admin',
        loadComponent: () => import('./users/users-page').then((file) => file.UsersPage),
      },
      {
        path: 'categories',
        title: 'Categories · Admin',
        loadComponent: () => import('./categories/categories-page').then((file) => file.CategoriesPage),
      },
      {
        path: 'tickets',
        title: 'Tickets · Admin',
        loadComponent: () => import('./all-tickets/tickets-page').then((file) => file.TicketsPage),
      },
      {
        path: 'tickets/runs',
        title: 'Changes of many tickets · Admin',
        loadComponent: () => import('./all-tickets/runs-page').then((file) => file.RunsPage),
      },
      {
        path: 'mails',
        title: 'E-mail · Admin',
        loadComponent: () => import('./mails/mails-page').then((file) => file.MailsPage),
      },
      {
        path: 'tokens',
        title: 'API tokens · Admin',
        loadComponent: () => import('./tokens/tokens-page').then((file) => file.TokensPage),
      },
      {
        path: 'audit',
        title: 'Audit log · Admin',
        loadComponent: () => import('./audit/audit-page').then((file) => file.AuditPage),
      },
      {
        path: 'suggestions',
        title: 'Suggestions · Admin',
        loadComponent: () => import('./llm/llm-page').then((file) => file.LlmPage),
      },
      {
        path: 'quality',
        title: 'AI quality · Admin',
        loadComponent: () => import('./quality/quality-page').then((file) => file.QualityPage),
      },
      {
        path: 'quality/suspects',
        title: 'Filed wrongly? · Admin',
        loadComponent: () => import('./suspects/suspects-page').then((file) => file.SuspectsPage),
      },
      {
        path: 'quality/tickets',
        title: 'Tickets of a cell · Admin',
        loadComponent: () => import('./quality/cell-tickets-page').then((file) => file.CellTicketsPage),
      },
    ],
  },
];
