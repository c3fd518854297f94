import { ChangeDetectionStrategy, Component, computed, inject, viewChildren } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Categories } from '../../api/categories';
import { People } from '../../api/people';
import { PRIORITY_OPTIONS, STATUS_OPTIONS, UNASSIGNED, categoryOption } from '../../ui/vocabulary';
import { Address } from '../../kit/list/address';
import { ChoiceChip } from '../../kit/list/choice-chip';
import { FilterRow } from '../../kit/list/filter-row';
import { type Choice, personChoices, valueChoices } from '../../kit/list/choices';
import { SearchBox } from '../../kit/list/search-box';
import { isNarrowed, searchFrom } from './ticket-search';

/** Search and filters of the tickets, kept in the address. */
@Component({
  selector: 'desk-ticket-filters',
  imports: [ChoiceChip, FilterRow, MatButton, SearchBox],
  templateUrl: './ticket-filters.html',
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketFilters {
  private readonly categories = inject(Categories);
  private readonly people = inject(People);
  protected readonly address = inject(Address);
  private readonly chips = viewChildren(ChoiceChip);

  protected readonly narrowed = computed(() => isNarrowed(searchFrom(this.address)));
  protected readonly filters = computed(() => {
    const { status = [], priority = [], category = [], assignee = [] } = searchFrom(this.address);
    const categories = this.categories.all().map((one) => categoryOption(one));
    return [
      { name: 'status', label: 'Status', chosen: status, choices: valueChoices(STATUS_OPTIONS) },
      { name: 'priority', label: 'Priority', chosen: priority, choices: valueChoices(PRIORITY_OPTIONS) },
      { name: 'category', label: 'Category', chosen: category, choices: valueChoices(categories) },
      { name: 'assignee', label: 'Assignee', chosen: assignee, choices: this.assignees() },
    ];
  });
  private readonly assignees = computed<readonly Choice[]>(() => [
    { value: 'me', label: 'Me' },
    ...valueChoices([UNASSIGNED]),
    ...personChoices(this.people.all()),
  ]);

  focus(): void {
    this.chips()[0]?.focus();
  }

  protected change(name: string, values: readonly string[]): void {
    this.address.change({ [name]: values.join(',') });
  }

  /** Leads out of a filter that finds nothing. */
  clear(): void {
    this.focus();
    this.address.change({ search: null, status: null, priority: null, category: null, assignee: null });
  }
}
