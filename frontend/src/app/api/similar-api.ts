import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import type { SimilarTicket, SimilarTicketList, TicketText } from './model';
import { TICKETS_URL } from './tickets-api';

/** Finds tickets about the same matter, the most similar first; none when none is. Unsubscribing cancels the question. */
@Injectable({ providedIn: 'root' })
export class SimilarApi {
  private readonly http = inject(HttpClient);

  /** Those like a ticket. */
  toTicket(id: number, limit: number): Observable<readonly SimilarTicket[]> {
    return this.http
      .get<SimilarTicketList>(`${TICKETS_URL}/${id}/similar`, { params: { limit } })
      .pipe(map(({ results }) => results));
  }

  /** Those like a text that is being written. */
  toText(text: TicketText, limit: number): Observable<readonly SimilarTicket[]> {
    return this.http
      .post<SimilarTicketList>(`${TICKETS_URL}/similar`, text, { params: { limit } })
      .pipe(map(({ results }) => results));
  }
}
