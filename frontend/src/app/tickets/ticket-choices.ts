import { Injectable, computed, inject } from '@angular/core';
import { Categories } from '../api/categories';
import type { Category } from '../api/model';
import { PRIORITY_OPTIONS, STATUS_OPTIONS, categoryOption } from '../ui/vocabulary';
import type { ValueOption } from '../ui/vocabulary';
import type { ValueKind } from './ticket-values';

/** One field that can be changed in place, and filtered by. */
export interface Choice {
  kind: ValueKind;
  label: string;
  options: readonly ValueOption[];
}

/** What category, priority and status can be, in the order of the columns. */
@Injectable({ providedIn: 'root' })
export class TicketChoices {
  private readonly categories = inject(Categories);

  /** What a ticket can be given: only categories that are still in use. */
  readonly all = computed(() => choices(this.categories.active()));
  /** What tickets can be found by: the retired categories too. */
  readonly forFilters = computed(() => choices(this.categories.all()));

  /** A value that is no longer offered, such as a retired category, still stands in the menu of its ticket. */
  with(options: readonly ValueOption[], current: ValueOption): readonly ValueOption[] {
    return options.some(({ value }) => value === current.value) ? options : [...options, current];
  }
}

function choices(categories: readonly Category[]): readonly Choice[] {
  return [
    { kind: 'category', label: 'Category', options: categories.map(categoryOption) },
    { kind: 'priority', label: 'Priority', options: PRIORITY_OPTIONS },
    { kind: 'status', label: 'Status', options: STATUS_OPTIONS },
  ];
}
