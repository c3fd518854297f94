import { Injectable, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { TicketSearch } from '../../api/admin-model';
import { AdminTicketsApi } from '../../api/admin-tickets-api';
import { Live } from '../../api/live/live';
import { TicketStore } from '../../api/ticket-store';
import { Address } from '../../kit/list/address';
import { ListFollowing } from '../../kit/list/list-following';
import { PagedList } from '../../kit/list/paged-list';
import { sameFilter } from '../../kit/list/same-filter';
import { Selection } from '../../tickets/bulk/selection';
import { FilterAddress } from '../../tickets/filter/filter-address';
import { filterSize } from '../../tickets/filter/filter-words';
import { counted } from '../../ui/count-words';
import { sortIn } from './ticket-sort';

/**
 * Every ticket that the address asks for, in the order it asks for, and which of them are ticked. What is changed or
 * deleted anywhere shows; nothing moves until the next first page. Provided by the page.
 */
@Injectable()
export class AllTickets {
  private readonly address = inject(Address);
  private readonly filters = inject(FilterAddress);

  private readonly search = computed<TicketSearch>(() => this.ordered(this.filters.filter()), { equal: sameFilter });
  /** Undefined while nobody can say yet whether what the address names exists. */
  private readonly settled = computed<TicketSearch | undefined>(() => this.filters.settled() && this.search());

  private readonly pages = inject(AdminTicketsApi).pages;
  readonly list = new PagedList(this.pages, this.settled);
  readonly following = new ListFollowing(this.list, this.pages, [
    ...(['ticket.created', 'ticket.changed', 'ticket.deleted', 'ticket.restored'] as const),
  ]);
  readonly selection = new Selection(this.search, this.list.items);
  readonly narrowed = computed(() => filterSize(this.filters.filter()) > 0);
  /** "4,210 tickets"; '' while nobody knows. */
  readonly countWords = computed(() => {
    const count = this.list.count();
    return count === undefined ? '' : counted(count, 'ticket', 'tickets', this.list.countExact());
  });

  constructor() {
    const store = inject(TicketStore);
    // What somebody else deletes stays where it is, so that no row moves by itself.
    const deletedElsewhere = new Set<number>();
    inject(Live)
      .changes.pipe(takeUntilDestroyed())
      .subscribe((changes) => {
        for (const { id, kind } of changes) if (kind === 'ticket.deleted') deletedElsewhere.add(id);
      });
    store.news.pipe(takeUntilDestroyed()).subscribe((news) => {
      if (news.kind !== 'gone') this.list.replace(news.ticket);
      else if (!deletedElsewhere.has(news.id)) this.list.remove(news.id);
    });
    store.many.pipe(takeUntilDestroyed()).subscribe(() => this.list.reload());
  }

  private ordered(filter: TicketSearch): TicketSearch {
    const sort = sortIn(this.address);
    return sort === 'newest' ? filter : { ...filter, sort };
  }
}
