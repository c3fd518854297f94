import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Ticket } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { PagedList } from '../../kit/list/paged-list';
import { TicketEdits } from '../editing/ticket-edits';
import { FilterAddress } from '../filter/filter-address';
import { matches, matchesFields } from '../filter/filter-match';
import { TicketNames } from '../ticket-names';
import { newestFirst } from './newest-first';

/**
 * The tickets that the filter asks for, as they are now. A ticket written, changed or deleted shows at once: one that
 * is new or matches again where it belongs, one in the list in its place even when it no longer matches; nothing else
 * moves until the next first page. Provided by the list's page.
 */
@Injectable()
export class ListedTickets {
  private readonly address = inject(FilterAddress);
  private readonly edits = inject(TicketEdits);
  private readonly names = inject(TicketNames);
  private readonly store = inject(TicketStore);

  readonly pages = new PagedList(inject(TicketsApi).pages, this.address.settled, 'tickets');

  private readonly places = computed(() => new Map(this.pages.items().map(({ id }, index) => [id, index])));
  readonly length = computed(() => this.pages.items().length);
  /** Follows what was changed here, like the rows. */
  readonly count = computed(() => {
    const list = this.pages.loaded();
    if (!list?.countExact) return list?.count ?? 0;
    const me = this.names.me();
    const leaving = list.items.filter((ticket) => !matchesFields(this.shown(ticket), list.filter, me));
    return (list.count ?? 0) - leaving.length;
  });

  /** The ticket that the keys act on, and the one row that Tab reaches. */
  readonly active = signal<number | undefined>(undefined);

  constructor() {
    this.store.watch(() => [...this.places().keys()]);
    this.store.many.pipe(takeUntilDestroyed()).subscribe(() => this.refresh());
    this.store.news.pipe(takeUntilDestroyed()).subscribe((news) => {
      if (news.kind === 'gone') this.pages.remove(news.id);
      else this.welcome(news.ticket);
    });
  }

  /** As it is to be shown: the newest state known, with what is being saved. */
  at(index: number): Ticket | undefined {
    const ticket = this.pages.items()[index];
    return ticket && this.shown(ticket);
  }

  place(id: number | undefined): number | undefined {
    return id === undefined ? undefined : this.places().get(id);
  }

  /** The ticket so many rows further, or undefined beyond either end of what is loaded. */
  neighbour(id: number | undefined, step: number): number | undefined {
    const place = this.place(id);
    return place === undefined ? undefined : this.pages.items()[place + step]?.id;
  }

  refresh(): void {
    this.names.retry();
    this.pages.reload();
  }

  private shown(ticket: Ticket): Ticket {
    return this.edits.shown(this.store.newest(ticket));
  }

  private welcome(ticket: Ticket): void {
    const list = this.pages.loaded();
    if (list && matches(ticket, list.filter, this.names.me())) this.pages.insert(ticket, newestFirst);
  }
}
