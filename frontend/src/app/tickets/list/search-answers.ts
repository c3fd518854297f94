import { Injectable, inject } from '@angular/core';
import { EMPTY, type Observable, Subject, auditTime, catchError, concatMap, expand, map } from 'rxjs';
import type { Ticket, TicketQuery } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';

/** So long questions are gathered. */
export const GATHER_MS = 250;
/** So many tickets the API can be asked about at once. */
const AT_ONCE = 100;

/** What a filter finds among the tickets that were asked about. */
export interface SearchAnswer {
  readonly filter: TicketQuery;
  readonly asked: readonly number[];
  readonly found: readonly Ticket[];
}

/**
 * Asks the API which of the tickets that changed are found by a search: only the API knows its rules. Questions are
 * gathered, one is on its way at a time, and one that fails stays without an answer. Provided by the list's page.
 */
@Injectable()
export class SearchAnswers {
  private readonly api = inject(TicketsApi);
  private readonly asking = new Subject<void>();
  private readonly waiting = new Set<number>();
  private filter: TicketQuery = {};

  /** For one listener. */
  readonly answers: Observable<SearchAnswer> = this.asking.pipe(
    auditTime(GATHER_MS),
    concatMap(() => this.next().pipe(expand(() => this.next()))),
  );

  /** Another filter drops what was asked under the one before. */
  ask(id: number, filter: TicketQuery): void {
    if (filter !== this.filter) this.waiting.clear();
    this.filter = filter;
    this.waiting.add(id);
    this.asking.next();
  }

  private next(): Observable<SearchAnswer> {
    const [asked, { filter }] = [[...this.waiting].slice(0, AT_ONCE), this];
    if (asked.length === 0) return EMPTY;
    for (const id of asked) this.waiting.delete(id);
    return this.api.among(asked, filter).pipe(
      map((found) => ({ filter, asked, found })),
      catchError(() => EMPTY),
    );
  }
}
