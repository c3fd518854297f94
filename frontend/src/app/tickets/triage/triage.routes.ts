import { type Routes } from '@angular/router';
import { provideIcons } from '../../ui/icons';
import { TRIAGE_ICONS } from './triage-icon-set';
import { TriagePage } from './triage-page';

export const TRIAGE_ROUTES: Routes = [
  { path: '', title: 'Triage', component: TriagePage, data: { alone: true }, providers: [provideIcons(TRIAGE_ICONS)] },
];
