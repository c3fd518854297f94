import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import type { BulkAction } from '../../api/admin-model';
import type { Ticket } from '../../api/model';
import { Age } from '../../ui/age';
import { Avatar } from '../../ui/avatar';
import { CategoryTag } from '../../ui/category-tag';
import { EmptyState } from '../../ui/empty-state';
import { PriorityTag } from '../../ui/priority-tag';
import { StatusTag } from '../../ui/status-tag';
import { PageHead } from '../frame/page-head';
import { Address } from '../../kit/list/address';
import { IgnoredBanner } from '../../kit/list/ignored-banner';
import { ListChanges } from '../../kit/list/list-changes';
import { ListBody } from '../../kit/list/list-body';
import { BulkRunCard } from '../../tickets/bulk/bulk-run-card';
import { BulkRuns } from '../../tickets/bulk/bulk-runs';
import { SelectionBar } from '../../tickets/bulk/selection-bar';
import { ExportLink } from '../../tickets/filter/export-link';
import { FilterAddress } from '../../tickets/filter/filter-address';
import { TicketNames } from '../../tickets/ticket-names';
import { AllTickets } from './all-tickets';
import { IgnoredInAdmin } from './ignored-in-admin';
import { TicketActions } from './ticket-actions';
import { TicketFilters } from './ticket-filters';
import { TicketOrder } from './ticket-order';

/** Every ticket, to be found, edited and deleted, one by one or many at once. */
@Component({
  selector: 'desk-admin-tickets-page',
  imports: [
    Age,
    Avatar,
    BulkRunCard,
    CategoryTag,
    EmptyState,
    ExportLink,
    IgnoredBanner,
    ListBody,
    ListChanges,
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
  providers: [Address, AllTickets, FilterAddress, IgnoredInAdmin, TicketActions],
  templateUrl: './tickets-page.html',
  styleUrls: ['../frame/page.scss', '../../kit/list/table.scss', './tickets-page.scss'],
  host: { '[class.selecting]': 'selection.any()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketsPage {
  protected readonly actions = inject(TicketActions);
  protected readonly all = inject(AllTickets);
  protected readonly ignored = inject(IgnoredInAdmin);
  protected readonly names = inject(TicketNames);
  protected readonly runs = inject(BulkRuns);
  protected readonly list = this.all.list;
  protected readonly selection = this.all.selection;
  private readonly filters = viewChild.required(TicketFilters);

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
