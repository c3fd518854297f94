import { DestroyRef, Injectable, computed, inject, linkedSignal, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import type { Ticket } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { TicketChanges } from '../../api/ticket-changes';
import { TicketsApi } from '../../api/tickets-api';
import { TicketEdits } from '../editing/ticket-edits';
import { FilterAddress } from '../filter/filter-address';
import { matches, matchesFields } from '../filter/filter-match';
import { TicketNames } from '../ticket-names';
import { LatestTickets } from './latest-tickets';
import { type LoadedList, firstPage, withNewcomer, withNextPage } from './loaded-list';

const PAGE_SIZE = 50;

/**
 * The tickets that the filter asks for, loaded page by page. A ticket created or changed here shows at once: one that
 * is new or matches again where it belongs, one in the list in its place even when it no longer matches; nothing else
 * moves until the next first page. Provided by the list's page.
 */
@Injectable()
export class ListedTickets {
  private readonly address = inject(FilterAddress);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly api = inject(TicketsApi);
  private readonly destroyed = inject(DestroyRef);
  private readonly edits = inject(TicketEdits);
  private readonly latest = inject(LatestTickets);
  private readonly names = inject(TicketNames);

  private readonly first = this.api.page(() => {
    const filter = this.address.settled();
    return filter && { ...filter, limit: PAGE_SIZE };
  });
  private readonly firstAnswer = computed(() => (this.first.hasValue() ? this.first.value() : undefined));

  /** Undefined until the first answer; while another is on its way, the one before. */
  readonly list = linkedSignal<ReturnType<typeof this.firstAnswer>, LoadedList | undefined>({
    source: this.firstAnswer,
    computation: (page, previous) =>
      page ? firstPage(page, untracked(this.address.filter), previous?.value) : previous?.value,
  });
  readonly loading = this.first.isLoading;
  /** Why the last first page did not come; null while it is on its way or here. */
  readonly error = computed(() => problemOf(this.first.error()));
  /** What is on screen answers another question than the one asked. */
  readonly outdated = computed(() => this.list()?.filter !== this.address.filter());

  private readonly generation = computed(() => this.list()?.generation);
  /** The state of loading more. */
  readonly more = linkedSignal<unknown, 'idle' | 'loading' | 'failed'>({
    source: this.generation,
    computation: () => 'idle',
  });
  readonly ended = computed(() => this.list()?.cursor === null);

  private readonly tickets = computed(() => this.list()?.tickets ?? []);
  private readonly places = computed(() => new Map(this.tickets().map(({ id }, index) => [id, index])));
  readonly length = computed(() => this.tickets().length);
  /** Follows what was changed here, like the rows. */
  readonly count = computed(() => {
    const list = this.list();
    if (!list?.countExact) return list?.count ?? 0;
    const me = this.names.me();
    return list.count - list.tickets.filter((ticket) => !matchesFields(this.shown(ticket), list.filter, me)).length;
  });

  /** The ticket that the keys act on, and the one row that Tab reaches. */
  readonly active = signal<number | undefined>(undefined);

  constructor() {
    inject(TicketChanges)
      .stream.pipe(takeUntilDestroyed())
      .subscribe(({ ticket }) => this.welcome(ticket));
  }

  /** As it is to be shown: the newest state known, with what is being saved. */
  at(index: number): Ticket | undefined {
    const ticket = this.tickets()[index];
    return ticket && this.shown(ticket);
  }

  find(id: number): Ticket | undefined {
    const place = this.place(id);
    return place === undefined ? undefined : this.tickets()[place];
  }

  place(id: number | undefined): number | undefined {
    return id === undefined ? undefined : this.places().get(id);
  }

  /** The ticket so many rows further, or undefined beyond either end of what is loaded. */
  neighbour(id: number | undefined, step: number): number | undefined {
    const place = this.place(id);
    return place === undefined ? undefined : this.tickets()[place + step]?.id;
  }

  refresh(): void {
    this.names.retry();
    this.first.reload();
  }

  loadMore(): void {
    const list = this.list();
    if (!list?.cursor || this.more() === 'loading' || this.loading()) return;
    this.more.set('loading');
    this.api
      .fetchPage({ ...list.filter, limit: PAGE_SIZE, cursor: list.cursor })
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: (page) => {
          const now = this.list();
          if (now?.generation !== list.generation) return;
          this.list.set(withNextPage(now, page));
          this.more.set('idle');
          void this.announcer.announce(`${page.results.length} more tickets loaded`);
        },
        error: () => {
          if (this.generation() !== list.generation) return;
          this.more.set('failed');
          void this.announcer.announce('More tickets could not be loaded');
        },
      });
  }

  private shown(ticket: Ticket): Ticket {
    return this.edits.shown(this.latest.of(ticket));
  }

  private welcome(ticket: Ticket): void {
    const list = this.list();
    if (list && matches(ticket, list.filter, this.names.me())) this.list.set(withNewcomer(list, ticket));
  }
}
