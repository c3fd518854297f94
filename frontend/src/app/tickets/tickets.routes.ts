import { type Routes } from '@angular/router';
import { TicketList } from './list/ticket-list';

export const TICKETS_ROUTES: Routes = [
  {
    path: '',
    title: 'Tickets',
    component: TicketList,
    children: [
      {
        path: ':id',
        data: { fullScreenOnPhone: true, ahead: true },
        loadComponent: () => import('./detail/ticket-detail').then((file) => file.TicketDetail),
      },
    ],
  },
];
