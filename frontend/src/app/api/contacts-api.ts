import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import { BASE_PATH } from './base-path';
import { ifMatch } from './if-match';
import { follow, followEnd } from './live/follow';
import type {
  Contact,
  ContactErasure,
  ContactList,
  Organisation,
  OrganisationList,
  RequesterTickets,
  Ticket,
} from './model';
import { Pages } from './page';
import { reloadWhenBack } from './reload-when-back';
import type { components } from './schema.gen';

/** What people write about a contact; what is left out stays. */
export type ContactPatch = components['schemas']['ChangeContactDto'];

export interface ContactFilter {
  /** Words of a name or an address. */
  readonly search?: string;
}

const CONTACTS_URL = '/api/contacts';
const ORGANISATIONS_URL = '/api/organisations';

/** Those who write to the desk, and what they have asked. Unsubscribing cancels the question. */
@Injectable({ providedIn: 'root' })
export class ContactsApi {
  private readonly http = inject(HttpClient);
  private readonly basePath = inject(BASE_PATH);

  /** Those whom the desk knows, the newest first. */
  readonly pages = new Pages<Contact, ContactFilter>(this.http, CONTACTS_URL);

  /** Those whose name, or one of whose addresses, has all the words; the newest first. */
  find(search: string, limit: number): Observable<readonly Contact[]> {
    return this.http.get<ContactList>(CONTACTS_URL, { params: { search, limit } }).pipe(map(({ results }) => results));
  }

  /** The contact of a number, nobody while it is undefined; who was merged into another is read as that one. Call it in an injection context. */
  contact(number: () => number | undefined): HttpResourceRef<Contact | undefined> {
    return follow(reloadWhenBack(httpResource<Contact>(() => urlOf(number()))), ['contacts.changed']);
  }

  /** What they have asked, the newest first, as others write it. Call it in an injection context. */
  ticketsAsked(number: () => number | undefined, limit: number): HttpResourceRef<RequesterTickets | undefined> {
    const tickets = httpResource<RequesterTickets>(() => {
      const contact = urlOf(number());
      return contact === undefined ? undefined : { url: `${contact}/tickets`, params: { limit } };
    });
    return follow(reloadWhenBack(tickets), ['ticket.created', 'ticket.changed', 'ticket.deleted', 'ticket.restored']);
  }

  /** Who was merged into another is read as that one. */
  fetch(id: number): Observable<Contact> {
    return this.http.get<Contact>(`${CONTACTS_URL}/${id}`);
  }

  /** Refused as `stale_version` (412) when somebody else was faster, and as `address_taken` (409). */
  change({ id, version }: Contact, patch: ContactPatch): Observable<Contact> {
    return this.http.patch<Contact>(`${CONTACTS_URL}/${id}`, patch, { headers: ifMatch(version) });
  }

  /** Organisations whose name has all the words; the newest first. */
  findOrganisations(search: string, limit: number): Observable<readonly Organisation[]> {
    return this.http
      .get<OrganisationList>(ORGANISATIONS_URL, { params: { search, limit } })
      .pipe(map(({ results }) => results));
  }

  /** One that has a name alone: nobody belongs to it until somebody says so. */
  makeOrganisation(name: string): Observable<Organisation> {
    return this.http.post<Organisation>(ORGANISATIONS_URL, { name });
  }

  /** They are the same person; gives the one into whom the other is merged. */
  merge(id: number, into: number): Observable<Contact> {
    return this.http.post<Contact>(`${CONTACTS_URL}/${id}/merge`, { into });
  }

  /** Each is again who they were. */
  undoMerge(id: number): Observable<Contact> {
    return this.http.delete<Contact>(`${CONTACTS_URL}/${id}/merge`);
  }

  /** What a contact has asked, the newest first. */
  ticketsOf(contact: number, limit: number): Observable<readonly Ticket[]> {
    return this.tickets(`${CONTACTS_URL}/${contact}/tickets`, limit);
  }

  /** What everybody of an organisation has asked, the newest first. */
  ticketsOfOrganisation(organisation: number, limit: number): Observable<readonly Ticket[]> {
    return this.tickets(`${ORGANISATIONS_URL}/${organisation}/tickets`, limit);
  }

  /** Where what the desk keeps of a contact is handed out, to admins. */
  exportOf(contact: number): string {
    return `${this.basePath}${CONTACTS_URL}/${contact}/export`;
  }

  /** Erases a contact with all they wrote, for admins: at once in name, in the background in words. */
  erase(contact: number, reason: string): Observable<unknown> {
    return this.http.post(`${CONTACTS_URL}/${contact}/erasure`, { reason });
  }

  /** How far a contact is erased, for admins, until it is done. Call it in an injection context. */
  erasureOf(contact: () => number): HttpResourceRef<ContactErasure | undefined> {
    const read = reloadWhenBack(httpResource<ContactErasure>(() => `${CONTACTS_URL}/${contact()}/erasure`));
    return followEnd(read, ['erasures.changed'], ({ erasure }) => erasure !== null && erasure.step !== 'done');
  }

  private tickets(address: string, limit: number): Observable<readonly Ticket[]> {
    return this.http.get<RequesterTickets>(address, { params: { limit } }).pipe(map(({ results }) => results));
  }
}

function urlOf(number: number | undefined): string | undefined {
  return number === undefined ? undefined : `${CONTACTS_URL}/${number}`;
}
