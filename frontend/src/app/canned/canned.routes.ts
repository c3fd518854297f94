import { type Routes } from '@angular/router';
import { provideIcons } from '../ui/icons';
import { CANNED_ICONS } from './canned-icon-set';

export const CANNED_ROUTES: Routes = [
  {
    path: '',
    title: 'Canned answers',
    providers: [provideIcons(CANNED_ICONS)],
    loadComponent: () => import('./list/canned-page').then((file) => file.CannedPage),
  },
];
