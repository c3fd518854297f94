import { type Routes } from '@angular/router';
import { provideIcons } from '../ui/icons';
import { ACCOUNT_ICONS } from './account-icon-set';
import { AccountFrame } from './frame/account-frame';

export const ACCOUNT_ROUTES: Routes = [
  {
    path: '',
    component: AccountFrame,
    providers: [provideIcons(ACCOUNT_ICONS)],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'password' },
      {
        path: 'password',
        title: 'Password',
        loadComponent: () => import('./password/password-page').then((file) => file.PasswordPage),
      },
      {
        path: 'signature',
        title: 'Signature',
        loadComponent: () => import('./signature/signature-page').then((file) => file.SignaturePage),
      },
      {
        path: 'tokens',
        title: 'API tokens',
        loadComponent: () => import('./tokens/tokens-page').then((file) => file.TokensPage),
      },
      {
        path: 'sessions',
        title: 'Sessions',
        loadComponent: () => import('./sessions/sessions-page').then((file) => file.SessionsPage),
      },
    ],
  },
];
