import { HttpClient, HttpParams, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, effect, inject } from '@angular/core';
import { type Observable, map, tap } from 'rxjs';
import { BASE_PATH } from './base-path';
import type {
  DrawnTickets,
  NewTicket,
  Ticket,
  TicketDetail,
  TicketEventPage,
  TicketFilter,
  TicketPage,
  TicketQuery,
  TicketUpdate,
  TicketViewList,
} from './model';
import { answerWithin } from './answer-within';
import { ifMatch } from './if-match';
import { keepFresh } from './keep-fresh';
import { Pages } from './page';
import { problemOf } from './problem-error';
import { queryParams } from './query-params';
import { reloadWhenBack } from './reload-when-back';
import { TicketStore, asRead } from './ticket-store';

export const TICKETS_URL = '/api/tickets';

/** After this long without an answer the person may try again to create a ticket. */
export const CREATE_MS = 30_000;

/** Reads and writes tickets, and tells the store what it learned. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class TicketsApi {
  private readonly http = inject(HttpClient);
  private readonly basePath = inject(BASE_PATH);
  private readonly store = inject(TicketStore);

  readonly pages = new Pages<Ticket, TicketQuery>(this.http, TICKETS_URL, (tickets) =>
    this.store.tell(...tickets.map(asRead)),
  );

  /** The views with their counts, and how many tickets nobody has sorted, asked again after every news of a ticket. Call it in an injection context. */
  views(): HttpResourceRef<TicketViewList | undefined> {
    const views = httpResource<TicketViewList>(() => `${TICKETS_URL}/views`);
    keepFresh(views);
    return views;
  }

  /** Tickets to sort, drawn anew whenever `turn` changes, and not while it is null. Call it in an injection context. */
  drawn(turn: () => number | null, size: number): HttpResourceRef<DrawnTickets | undefined> {
    const drawn = httpResource<DrawnTickets>(() => {
      if (turn() === null) return undefined;
      return { url: `${TICKETS_URL}/triage`, params: { size } };
    });
    reloadWhenBack(drawn);
    effect(() => {
      if (drawn.hasValue()) this.store.tell(...drawn.value().results.map(asRead));
    });
    return drawn;
  }

  /** Which of these tickets, at most 100, a list with this filter holds, as they are now. */
  among(ids: readonly number[], filter: TicketQuery): Observable<readonly Ticket[]> {
    const params = queryParams({ ...filter, id: ids, limit: ids.length });
    return this.http.get<TicketPage>(TICKETS_URL, { params }).pipe(
      map(({ results }) => results),
      tap((tickets) => this.store.tell(...tickets.map(asRead))),
    );
  }

  /** Where all tickets that the filter finds can be downloaded, in its order. */
  csvAddress(filter: TicketFilter): string {
    const params = new HttpParams({ fromObject: queryParams(filter) }).toString();
    const address = `${this.basePath}${TICKETS_URL}.csv`;
    return params ? `${address}?${params}` : address;
  }

  /** One ticket; asked again whenever `id` changes. Call it in an injection context. */
  ticket(id: () => number | undefined): HttpResourceRef<TicketDetail | undefined> {
    const ticket = httpResource<TicketDetail>(() => {
      const wanted = id();
      return wanted === undefined ? undefined : `${TICKETS_URL}/${wanted}`;
    });
    reloadWhenBack(ticket);
    effect(() => {
      const wanted = id();
      if (ticket.hasValue()) this.store.tell(asRead(ticket.value()));
      else if (wanted !== undefined) this.failed(wanted, ticket.error());
    });
    return ticket;
  }

  /** One ticket, once, as it is now. */
  fetch(id: number): Observable<TicketDetail> {
    return this.http
      .get<TicketDetail>(`${TICKETS_URL}/${id}`)
      .pipe(
        tap({ next: (ticket) => this.store.tell(asRead(ticket)), error: (error: unknown) => this.failed(id, error) }),
      );
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
      .pipe(tap((ticket) => this.store.tell({ kind: 'written', ticket })));
  }

  /** With `version` the change is refused as `stale_version` (412) when someone else was faster. */
  update(id: number, update: TicketUpdate, version?: number): Observable<Ticket> {
    const headers: Record<string, string> = version === undefined ? {} : ifMatch(version);
    return this.http.patch<Ticket>(`${TICKETS_URL}/${id}`, update, { headers }).pipe(
      tap({
        next: (ticket) => this.store.tell({ kind: 'written', ticket }),
        error: (error: unknown) => this.failed(id, error),
      }),
    );
  }

  /** Takes or leaves what is suggested for a later message; refused as `suggestion_not_found` (404) when that waits no more. */
  decideLater(id: number, suggestion: string, decision: 'taken' | 'left'): Observable<unknown> {
    return this.http.post(`${TICKETS_URL}/${id}/later-suggestions/${suggestion}/decision`, { decision });
  }

  /** A ticket that is not there any more is news as well. */
  private failed(id: number, error: unknown): void {
    if (problemOf(error)?.code === 'ticket_not_found') this.store.tell({ kind: 'gone', id });
  }
}
