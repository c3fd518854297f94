import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import { AdminTicketsApi } from '../../api/admin-tickets-api';
import type { BulkAction, TicketSearch } from '../../api/admin-model';
import { Categories } from '../../api/categories';
import type { Ticket } from '../../api/model';
import { People } from '../../api/people';
import { TicketStore } from '../../api/ticket-store';
import { Age } from '../../ui/age';
import { Avatar } from '../../ui/avatar';
import { CategoryTag } from '../../ui/category-tag';
import { EmptyState } from '../../ui/empty-state';
import { PriorityTag } from '../../ui/priority-tag';
import { StatusTag } from '../../ui/status-tag';
import { PageHead } from '../frame/page-head';
import { Address } from '../../kit/list/address';
import { counted } from '../../ui/count-words';
import { ListBody } from '../../kit/list/list-body';
import { PagedList } from '../../kit/list/paged-list';
import { sameFilter } from '../../kit/list/same-filter';
import { BulkRunCard } from '../../tickets/bulk/bulk-run-card';
import { BulkRuns } from '../../tickets/bulk/bulk-runs';
import { Selection } from '../../tickets/bulk/selection';
import { SelectionBar } from '../../tickets/bulk/selection-bar';
import { TicketActions } from './ticket-actions';
import { TicketFilters } from './ticket-filters';
import { TicketOrder } from './ticket-order';
import { isNarrowed, searchFrom } from './ticket-search';

/** Every ticket, to be found, edited and deleted, one by one or many at once. */
@Component({
  selector: 'desk-admin-tickets-page',
  imports: [
    Age,
    Avatar,
    BulkRunCard,
    CategoryTag,
    EmptyState,
    ListBody,
    MatButton,
    MatCheckbox,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MatTableModule,
    PageHead,
    PriorityTag,
    RouterLink,
    SelectionBar,
    StatusTag,
    TicketFilters,
    TicketOrder,
  ],
  providers: [Address, TicketActions],
  templateUrl: './tickets-page.html',
  styleUrls: ['../frame/page.scss', '../../kit/list/table.scss', './tickets-page.scss'],
  host: { '[class.selecting]': 'selection.any()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketsPage {
  protected readonly actions = inject(TicketActions);
  protected readonly categories = inject(Categories);
  protected readonly people = inject(People);
  protected readonly runs = inject(BulkRuns);
  private readonly address = inject(Address);
  private readonly filters = viewChild.required(TicketFilters);

  private readonly search = computed<TicketSearch>(() => searchFrom(this.address), {
    equal: sameFilter,
  });
  protected readonly list = new PagedList(inject(AdminTicketsApi).pages, this.search);
  protected readonly selection = new Selection(this.search, this.list.items);
  protected readonly narrowed = computed(() => isNarrowed(this.search()));
  protected readonly count = computed(() => {
    const count = this.list.count();
    return count === undefined ? '' : counted(count, 'ticket', 'tickets', this.list.countExact());
  });
  protected readonly columns = [
    'select',
    'id',
    'ticket',
    'category',
    'priority',
    'status',
    'assignee',
    'age',
    'actions',
  ];

  constructor() {
    inject(TicketStore)
      .news.pipe(takeUntilDestroyed())
      .subscribe((news) => {
        if (news.kind === 'gone') this.list.remove(news.id);
        else this.list.replace(news.ticket);
      });
    // What a run did shows once it is over.
    effect(() => {
      if (this.runs.current()?.finished_at) untracked(() => this.list.reload());
    });
  }

  protected edit(ticket: Ticket): void {
    this.actions.edit(ticket).subscribe();
  }

  protected remove(ticket: Ticket): void {
    this.actions.delete(ticket).subscribe();
  }

  protected many(kind: BulkAction['kind']): void {
    this.actions.many({ kind, selection: this.selection.forBulk() }).subscribe(() => this.selection.clear());
  }

  protected selectNone(): void {
    this.filters().focus();
    this.selection.clear();
  }

  protected clear(): void {
    this.filters().clear();
  }

  protected focusFilters(): void {
    this.filters().focus();
  }
}
