import { type Routes } from '@angular/router';

export const CONTACTS_ROUTES: Routes = [
  {
    path: '',
    title: 'Contacts',
    loadComponent: () => import('./list/contacts-page').then((file) => file.ContactsPage),
  },
  {
    path: ':id',
    title: 'Contact',
    loadComponent: () => import('./contact/contact-page').then((file) => file.ContactPage),
  },
];
