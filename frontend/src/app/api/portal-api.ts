import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import { answerWithin } from './answer-within';
import type {
  PortalCustomer,
  PortalNewAnswer,
  PortalNewTicket,
  PortalTaken,
  PortalTicket,
  PortalTicketPage,
  PortalTicketRow,
} from './portal-model';

export const PORTAL_URL = '/api/portal';
export const PORTAL_SESSION_URL = `${PORTAL_URL}/session`;
export const PORTAL_TICKETS_URL = `${PORTAL_URL}/tickets`;

/** After this long without an answer a person may try again. */
const ANSWER_MS = 30_000;

/**
 * What customers do on their own page, with their own cookie. Provided by the portal, whose calls know nothing of who is
 * signed in to the desk. Every failed call ends in a `ProblemError`.
 */
@Injectable()
export class PortalApi {
  private readonly http = inject(HttpClient);

  /** Sends a link to the address; the answer is the same whether it is known or not. */
  askForLink(address: string): Observable<unknown> {
    return this.http.post(`${PORTAL_URL}/links`, { address }, patient());
  }

  /** Signs in by the token of a link; fails as `link_spent` (401) when it was used, or is too old. */
  signIn(token: string): Observable<PortalCustomer> {
    return this.http.post<PortalCustomer>(PORTAL_SESSION_URL, { token }, patient());
  }

  /** Who is signed in; null when nobody is. */
  me(): Observable<PortalCustomer | null> {
    return this.http.get<PortalCustomer | null>(PORTAL_SESSION_URL, patient());
  }

  signOut(): Observable<unknown> {
    return this.http.delete(PORTAL_SESSION_URL, patient());
  }

  moreTickets(cursor: string): Observable<PortalTicketPage> {
    return this.http.get<PortalTicketPage>(PORTAL_TICKETS_URL, { params: { cursor } });
  }

  /** Older messages of a ticket. */
  earlier(ticket: number, cursor: string): Observable<PortalTicket> {
    return this.http.get<PortalTicket>(`${PORTAL_TICKETS_URL}/${ticket}`, { params: { cursor } });
  }

  /** With the same key the same ticket is never written twice. */
  write(ticket: PortalNewTicket, key: string): Observable<PortalTicketRow> {
    return this.http.post<PortalTicketRow>(PORTAL_TICKETS_URL, ticket, once(key));
  }

  /** With the same key the same answer is never written twice. */
  answer(ticket: number, answer: PortalNewAnswer, key: string): Observable<PortalTaken> {
    return this.http.post<PortalTaken>(`${PORTAL_TICKETS_URL}/${ticket}/messages`, answer, once(key));
  }

  close(ticket: number): Observable<unknown> {
    return this.http.post(`${PORTAL_TICKETS_URL}/${ticket}/close`, null, patient());
  }
}

function patient() {
  return { context: answerWithin(ANSWER_MS) };
}

function once(key: string) {
  return { ...patient(), headers: { 'Idempotency-Key': key } };
}
