import { Routes } from '@angular/router';
import { TicketList } from './ticket-list';

export const TICKETS_ROUTES: Routes = [
  {
    path: '',
    title: 'Tickets',
    component: TicketList,
    children: [
      {
        path: ':id',
        data: { fullScreenOnPhone: true },
        loadComponent: () => import('./ticket-detail').then((file) => file.TicketDetail),
      },
    ],
  },
];
