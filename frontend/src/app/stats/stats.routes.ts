import { type Routes } from '@angular/router';
import { Dashboard } from './dashboard';

export const STATS_ROUTES: Routes = [{ path: '', title: 'Dashboard', component: Dashboard }];
