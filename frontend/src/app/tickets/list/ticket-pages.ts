import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import { type Subscription } from 'rxjs';
import type { Ticket, TicketQuery } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { PagedList } from '../../kit/list/paged-list';
import { FilterAddress } from '../filter/filter-address';
import { matchesFields } from '../filter/filter-match';
import { TicketLayout } from '../ticket-layout';
import { TicketNames } from '../ticket-names';
import { RowsFirst } from './rows-first';

/**
 * What the API lists under the view and the filter in the address, page by page. With a ticket open the list is entered at
 * its place, so that its neighbours are here wherever it stands. Provided by the list's page.
 */
@Injectable()
export class TicketPages {
  private readonly api = inject(TicketsApi);
  private readonly layout = inject(TicketLayout);
  private readonly names = inject(TicketNames);
  private readonly store = inject(TicketStore);
  private asked: TicketQuery | undefined;
  private fromTop = false;

  readonly list = new PagedList<Ticket, TicketQuery>(
    new RowsFirst(this.api.pages),
    inject(FilterAddress).settled,
    'tickets',
    (query): number | undefined => this.middle(query),
  );

  /** Another number is another first page; undefined before the first. */
  readonly generation = computed(() => this.list.loaded()?.generation);

  constructor() {
    effect((onCleanup) => {
      this.generation();
      const counting = untracked(() => this.countSearch());
      onCleanup(() => counting?.unsubscribe());
    });
  }

  /** The beginning of the list, also with a ticket open that stands elsewhere in it. */
  reloadFromTop(): void {
    this.fromTop = true;
    this.list.reload();
  }

  /** Rows are here: how many a search finds in all comes after them. Without an answer it stays with what is here. */
  private countSearch(): Subscription | undefined {
    const list = this.list.loaded();
    if (!list?.filter.search || list.countExact || list.items.length === 0) return undefined;
    return this.api.pages
      .fetchPage({ ...list.filter, limit: 1 })
      .subscribe({ next: (page) => this.list.tellCount(list, page), error: () => undefined });
  }

  /** Who asks for something else than before wants its beginning, unless the open ticket is in it. */
  private middle(query: TicketQuery): number | undefined {
    const id = this.layout.openId();
    const before = this.asked;
    this.asked = query;
    if (this.fromTop) {
      this.fromTop = false;
      return undefined;
    }
    if (id === undefined || !before || before === query) return id;
    const ticket = this.store.get(id);
    return ticket && !query.search && matchesFields(ticket, query, this.names.me()) ? id : undefined;
  }
}
