import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Categories } from '../../api/categories';
import type { TicketFilter } from '../../api/model';
import { type ParamValue, filterFromParams, paramsFromFilter } from './filter-params';

/**
 * The filter of the list, kept in the address alone: back, forward, reload and a sent link all give the same list.
 * Provided by the list's page.
 */
@Injectable()
export class FilterAddress {
  private readonly categories = inject(Categories);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly params = toSignal(this.route.queryParams, { requireSync: true });

  /** What the address asks for, without values that do not exist. The same object while it says the same. */
  readonly filter = computed<TicketFilter>(
    () => {
      const { status, priority, category, search } = this.params() as Record<string, ParamValue>;
      return this.withKnownCategories(filterFromParams({ status, priority, category, search }));
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );

  /** Undefined while nobody can say yet whether the categories in the address exist. */
  readonly settled = computed(() => (this.filter().category && this.categories.loading() ? undefined : this.filter()));

  /** Replaces one field of the filter. A ticket that is open stays open. */
  change(part: Partial<TicketFilter>): void {
    this.write({ ...this.filter(), ...part });
  }

  clear(): void {
    this.write({});
  }

  private write(filter: TicketFilter): void {
    void this.router.navigate([], {
      relativeTo: this.route.firstChild ?? this.route,
      queryParams: paramsFromFilter(filter),
      queryParamsHandling: 'merge',
    });
  }

  private withKnownCategories(filter: TicketFilter): TicketFilter {
    const known = this.categories.all();
    if (!filter.category || known.length === 0) return filter;
    const { category, ...rest } = filter;
    const keys = known.map(({ key }) => key).filter((key) => category.includes(key));
    const { search, ...fields } = rest;
    return { ...fields, ...(keys.length > 0 && { category: keys }), ...(search && { search }) };
  }
}
