import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import type { AdminTicketUpdate, TicketSearch } from './admin-model';
import { ifMatch } from './if-match';
import type { Ticket } from './model';
import { Pages } from './page';
import { TicketStore, asRead } from './ticket-store';
import { TICKETS_URL } from './tickets-api';

const ADMIN_TICKETS_URL = '/api/admin/tickets';

/** The tickets in any order, and what only admins may do to one. */
@Injectable({ providedIn: 'root' })
export class AdminTicketsApi {
  private readonly http = inject(HttpClient);
  private readonly store = inject(TicketStore);

  /** In any order. */
  readonly pages = new Pages<Ticket, TicketSearch>(this.http, TICKETS_URL, (tickets) =>
    this.store.tell(...tickets.map(asRead)),
  );

  /** Refused as `stale_version` (412) when someone else was faster. */
  update(id: number, update: AdminTicketUpdate, version: number): Observable<Ticket> {
    return this.http
      .patch<Ticket>(`${ADMIN_TICKETS_URL}/${id}`, update, { headers: ifMatch(version) })
      .pipe(tap((ticket) => this.store.tell({ kind: 'written', ticket })));
  }

  /** Refused as `stale_version` (412) when someone else was faster. */
  delete(id: number, version: number): Observable<void> {
    return this.http
      .delete<void>(`${ADMIN_TICKETS_URL}/${id}`, { headers: ifMatch(version) })
      .pipe(tap(() => this.store.tell({ kind: 'gone', id })));
  }
}
