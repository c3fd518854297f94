import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import type { AdminTicketUpdate, PageQuery, TicketSearch } from './admin-model';
import type { Ticket, TicketPage } from './model';
import { queryParams } from './query-params';
import { TicketChanges } from './ticket-changes';
import { TICKETS_URL } from './tickets-api';

const ADMIN_TICKETS_URL = '/api/admin/tickets';

/** The tickets in any order, and what only admins may do to one. */
@Injectable({ providedIn: 'root' })
export class AdminTicketsApi {
  private readonly http = inject(HttpClient);
  private readonly changes = inject(TicketChanges);

  /** One page; asked again whenever `query` changes. Call it in an injection context. */
  page(query: () => TicketSearch & PageQuery): HttpResourceRef<TicketPage | undefined> {
    return httpResource<TicketPage>(() => ({ url: TICKETS_URL, params: queryParams(query()) }));
  }

  fetchPage(query: TicketSearch & PageQuery): Observable<TicketPage> {
    return this.http.get<TicketPage>(TICKETS_URL, { params: queryParams(query) });
  }

  /** Refused as `stale_version` (412) when someone else was faster. */
  update(id: number, update: AdminTicketUpdate, version: number): Observable<Ticket> {
    return this.http
      .patch<Ticket>(`${ADMIN_TICKETS_URL}/${id}`, update, { headers: ifMatch(version) })
      .pipe(tap((ticket) => this.changes.report({ kind: 'changed', ticket })));
  }

  /** Refused as `stale_version` (412) when someone else was faster. */
  delete(id: number, version: number): Observable<void> {
    return this.http.delete<void>(`${ADMIN_TICKETS_URL}/${id}`, { headers: ifMatch(version) });
  }
}

function ifMatch(version: number): Record<string, string> {
  return { 'If-Match': `"${version}"` };
}
