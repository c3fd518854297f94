import { Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, type Observable, Subject, catchError, expand, filter, of, switchMap, take, tap } from 'rxjs';
import { Connection } from '../../api/connection';
import type { TicketEvent, TicketEventPage } from '../../api/model';
import { type ProblemError, problemOf } from '../../api/problem-error';
import { type TicketNews, TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';

/** So many pages are read one after the other before a person is asked whether to go on. */
const PAGES_AT_ONCE = 5;
/** Of so many other tickets the beginning is remembered. */
const REMEMBERED = 20;

/** What happened to the open ticket, oldest first. What is learned of it anew is read at once. Provided by its page. */
@Injectable()
export class TicketHistory {
  private readonly api = inject(TicketsApi);
  private readonly asked = new Subject<number>();
  private readonly known = signal<readonly TicketEvent[]>([]);
  private readonly reading = signal(true);
  private readonly failure = signal<ProblemError | null>(null);
  private readonly unread = signal(false);

  /** First pages of tickets that were open, or may be next; the one told longest ago first. */
  private readonly firstPages = new Map<number, readonly TicketEvent[]>();
  private id: number | undefined;
  /** Where the last page began: reading it again brings what has happened since. */
  private cursor: string | undefined;

  readonly events = this.known.asReadonly();
  readonly loading = this.reading.asReadonly();
  /** Why the last events did not come. */
  readonly problem = this.failure.asReadonly();
  /** Later events are there that have not been read. */
  readonly more = this.unread.asReadonly();

  constructor() {
    this.asked
      .pipe(
        switchMap((id) => this.read(id)),
        takeUntilDestroyed(),
      )
      .subscribe();
    inject(TicketStore)
      .news.pipe(
        filter((news) => this.concerns(news)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.readOn());
    inject(Connection)
      .back.pipe(
        filter(() => this.failure()?.outOfReach ?? false),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.readOn());
  }

  /** What is remembered shows at once; it is read all the same. */
  open(id: number): void {
    if (id === this.id) return;
    this.id = id;
    this.cursor = undefined;
    this.known.set(this.firstPages.get(id) ?? []);
    this.unread.set(false);
    this.readOn();
  }

  /** From the last page that is known. */
  readOn(): void {
    if (this.id !== undefined) this.asked.next(this.id);
  }

  /** Reads the beginning of what happened to a ticket that may be opened next. When that fails nobody is told. */
  readAhead(id: number): Observable<unknown> {
    if (this.firstPages.has(id)) return EMPTY;
    return this.api.events(id, undefined).pipe(
      tap(({ results }) => this.remember(id, results)),
      catchError(() => EMPTY),
    );
  }

  /** What is read while the history is being read, is read together with it: the page has just been opened. */
  private concerns(news: TicketNews): boolean {
    if (news.kind === 'gone' || news.ticket.id !== this.id) return false;
    return news.kind === 'written' || !this.reading();
  }

  private read(id: number) {
    this.reading.set(true);
    this.failure.set(null);
    return this.page(id, this.cursor).pipe(
      expand(({ next_cursor }) => (next_cursor === null ? EMPTY : this.page(id, next_cursor))),
      take(PAGES_AT_ONCE),
      catchError((error: unknown) => {
        this.failure.set(problemOf(error));
        return of(null);
      }),
      tap({ complete: () => this.reading.set(false) }),
    );
  }

  private page(id: number, cursor: string | undefined) {
    return this.api.events(id, cursor).pipe(
      tap((page) => {
        if (cursor === undefined) this.remember(id, page.results);
        this.learn(page, cursor);
      }),
    );
  }

  private remember(id: number, events: readonly TicketEvent[]): void {
    this.firstPages.delete(id);
    this.firstPages.set(id, events);
    const [oldest] = this.firstPages.keys();
    if (oldest !== undefined && this.firstPages.size > REMEMBERED) this.firstPages.delete(oldest);
  }

  private learn({ results, next_cursor }: TicketEventPage, cursor: string | undefined): void {
    const newest = this.known().at(-1)?.id ?? 0;
    this.known.update((known) => [...known, ...results.filter(({ id }) => id > newest)]);
    this.cursor = cursor;
    this.unread.set(next_cursor !== null);
  }
}
