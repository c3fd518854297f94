import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import type { NewTicket, Ticket, TicketEventPage, TicketFilter, TicketPage, TicketUpdate } from './model';
import { answerWithin } from './answer-within';
import { queryParams } from './query-params';
import { TicketChanges } from './ticket-changes';

export const TICKETS_URL = '/api/tickets';

/** After this long without an answer the person may try again to create a ticket. */
export const CREATE_MS = 30_000;

/** One page of the list: the filter plus where to go on. */
export interface TicketQuery extends TicketFilter {
  limit?: number;
  cursor?: string;
}

/** Reads and writes tickets. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class TicketsApi {
  private readonly http = inject(HttpClient);
  private readonly changes = inject(TicketChanges);

  /** One page, newest first; asked again whenever `query` changes. Call it in an injection context. */
  page(query: () => TicketQuery | undefined): HttpResourceRef<TicketPage | undefined> {
    return httpResource<TicketPage>(() => {
      const wanted = query();
      return wanted && { url: TICKETS_URL, params: queryParams(wanted) };
    });
  }

  /** One page, once: for loading more. */
  fetchPage(query: TicketQuery): Observable<TicketPage> {
    return this.http.get<TicketPage>(TICKETS_URL, { params: queryParams(query) });
  }

  /** One ticket; asked again whenever `id` changes. Call it in an injection context. */
  ticket(id: () => number | undefined): HttpResourceRef<Ticket | undefined> {
    return httpResource<Ticket>(() => {
      const wanted = id();
      return wanted === undefined ? undefined : `${TICKETS_URL}/${wanted}`;
    });
  }

  /** One ticket, once, as it is now. */
  fetch(id: number): Observable<Ticket> {
    return this.http.get<Ticket>(`${TICKETS_URL}/${id}`);
  }

  /** What happened to a ticket, oldest first, from where a page before it ended. */
  events(id: number, cursor?: string): Observable<TicketEventPage> {
    const params: Record<string, string> = cursor === undefined ? {} : { cursor };
    return this.http.get<TicketEventPage>(`${TICKETS_URL}/${id}/events`, { params });
  }

  /** With a key the same ticket is never created twice, however often the same call is sent. */
  create(ticket: NewTicket, key?: string): Observable<Ticket> {
    const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
    return this.http
      .post<Ticket>(TICKETS_URL, ticket, { headers, context: answerWithin(CREATE_MS) })
      .pipe(tap((created) => this.changes.report({ kind: 'created', ticket: created })));
  }

  /** With `version` the change is refused as `stale_version` (412) when someone else was faster. */
  update(id: number, update: TicketUpdate, version?: number): Observable<Ticket> {
    const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
    return this.http
      .patch<Ticket>(`${TICKETS_URL}/${id}`, update, { headers })
      .pipe(tap((changed) => this.changes.report({ kind: 'changed', ticket: changed })));
  }
}
