import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { FilterRow } from '../../kit/list/filter-row';
import { SearchBox } from '../../kit/list/search-box';
import { FilterAddress } from '../../tickets/filter/filter-address';
import { FilterChips } from '../../tickets/filter/filter-chips';

/** Search and filters of the tickets, kept in the address. */
@Component({
  selector: 'desk-ticket-filters',
  imports: [FilterChips, FilterRow, SearchBox],
  template: `
    <desk-filter-row>
      <desk-search-box
        label="Search tickets here"
        [value]="filters.filter().search ?? ''"
        (searched)="filters.change({ search: $event }, { replace: true })"
      />
      <desk-filter-chips />
    </desk-filter-row>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketFilters {
  protected readonly filters = inject(FilterAddress);
  private readonly chips = viewChild.required(FilterChips);

  focus(): void {
    this.chips().focus();
  }

  /** Leads out of a filter that finds nothing. */
  clear(): void {
    this.chips().clear();
  }
}
