import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import { BASE_PATH } from './base-path';
import type { Contact, ContactList, RequesterTickets, Ticket } from './model';

/** Finds those who write to the desk, and what they have asked. Unsubscribing cancels the question. */
@Injectable({ providedIn: 'root' })
export class ContactsApi {
  private readonly http = inject(HttpClient);
  private readonly basePath = inject(BASE_PATH);

  /** Those whose name, or one of whose addresses, has all the words; the newest first. */
  find(search: string, limit: number): Observable<readonly Contact[]> {
    return this.http
      .get<ContactList>('/api/contacts', { params: { search, limit } })
      .pipe(map(({ results }) => results));
  }

  /** What a contact has asked, the newest first. */
  ticketsOf(contact: number, limit: number): Observable<readonly Ticket[]> {
    return this.tickets(`/api/contacts/${contact}/tickets`, limit);
  }

  /** What everybody of an organisation has asked, the newest first. */
  ticketsOfOrganisation(organisation: number, limit: number): Observable<readonly Ticket[]> {
    return this.tickets(`/api/organisations/${organisation}/tickets`, limit);
  }

  /** Where what the desk keeps of a contact is handed out, to admins. */
  exportOf(contact: number): string {
    return `${this.basePath}/api/contacts/${contact}/export`;
  }

  /** Erases a contact with all they wrote, for admins: at once in name, in the background in words. */
  erase(contact: number, reason: string): Observable<unknown> {
    return this.http.post(`/api/contacts/${contact}/erasure`, { reason });
  }

  private tickets(address: string, limit: number): Observable<readonly Ticket[]> {
    return this.http.get<RequesterTickets>(address, { params: { limit } }).pipe(map(({ results }) => results));
  }
}
