import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import type { AskedContact, TicketDetail } from './model';
import { TicketStore } from './ticket-store';
import { TICKETS_URL } from './tickets-api';

/** Who gets a copy of what is answered to a ticket. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class FollowersApi {
  private readonly http = inject(HttpClient);
  private readonly store = inject(TicketStore);

  /** Who follows the ticket already goes on. */
  add(ticket: number, asked: AskedContact): Observable<TicketDetail> {
    return this.http
      .post<TicketDetail>(urlOf(ticket), asked)
      .pipe(tap((now) => this.store.tell({ kind: 'written', ticket: now })));
  }

  /** That they do not follow it is no mistake. */
  remove(ticket: number, contact: number): Observable<unknown> {
    return this.http.delete(`${urlOf(ticket)}/${contact}`);
  }
}

function urlOf(ticket: number): string {
  return `${TICKETS_URL}/${ticket}/followers`;
}
