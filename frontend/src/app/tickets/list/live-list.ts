import { Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, Subject, catchError, debounceTime, filter, map, switchMap } from 'rxjs';
import { Live } from '../../api/live/live';
import type { LiveTicket } from '../../api/live/live-event';
import type { Ticket, TicketQuery } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';
import { ListNews } from './row-news';
import { ListedTickets } from './listed-tickets';
import { Newcomers } from './newcomers';
import { RowsFirst } from './rows-first';
import { type SearchAnswer, SearchAnswers } from './search-answers';

/** What was missed is read after this time: several tell of the same gap. */
export const CATCH_UP_MS = 300;
const PAGE_SIZE = 50;

/**
 * Keeps the list true while others work: rows change where they stand, and what came to match waits to be shown. Whether a
 * ticket belongs to the list is the API's answer. Provided by the list's page.
 */
@Injectable()
export class LiveList {
  private readonly answers = inject(SearchAnswers);
  private readonly listed = inject(ListedTickets);
  private readonly newcomers = inject(Newcomers);
  private readonly news = inject(ListNews);
  private readonly pages = new RowsFirst(inject(TicketsApi).pages);
  private readonly gaps = new Subject<void>();
  /** Written since the page was opened: new wherever they stand. */
  private readonly born = new Set<number>();

  constructor() {
    const live = inject(Live);
    this.listed.judged.pipe(takeUntilDestroyed()).subscribe((answer) => this.sortOut(answer));
    live.changes.pipe(takeUntilDestroyed()).subscribe((changes) => this.follow(changes));
    live.missed
      .pipe(
        filter((what) => what === 'all'),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.gaps.next());
    this.gaps
      .pipe(
        debounceTime(CATCH_UP_MS),
        switchMap(() => this.firstPage()),
        takeUntilDestroyed(),
      )
      .subscribe(({ query, results }) => this.catchUp(query, results));
  }

  private follow(changes: readonly LiveTicket[]): void {
    const query = this.listed.pages.loaded()?.filter;
    if (!query) return;
    this.news.tell(changes.filter(({ id }) => this.listed.place(id) !== undefined));
    for (const { id, kind } of changes) {
      if (kind === 'ticket.created') this.born.add(id);
      if (kind !== 'ticket.deleted') this.answers.ask(id, query);
    }
  }

  /** One that always matched and only stands further down is not new. */
  private sortOut({ asked, found }: SearchAnswer): void {
    const here = found.map(({ id }) => id);
    this.newcomers.add(here.filter((id) => this.isNew(id)));
    this.newcomers.drop(asked.filter((id) => !here.includes(id)));
  }

  private isNew(id: number): boolean {
    return this.listed.place(id) === undefined && (this.born.has(id) || this.listed.isWithin(id));
  }

  /** As the list begins now; what is on its way anyhow is not asked for again. */
  private firstPage() {
    const query = this.listed.pages.loaded()?.filter;
    if (!query || this.listed.pages.loading()) return EMPTY;
    return this.pages.fetchPage({ ...query, limit: PAGE_SIZE }).pipe(
      map(({ results }) => ({ query, results })),
      catchError(() => EMPTY),
    );
  }

  private catchUp(query: TicketQuery, results: readonly Ticket[]): void {
    if (query !== this.listed.pages.loaded()?.filter) return;
    const found = new Set(results.map(({ id }) => id));
    this.newcomers.add([...found].filter((id) => this.isNew(id)));
    for (const { id } of this.listed.pages.items()) if (!found.has(id)) this.answers.ask(id, query);
  }
}
