import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Categories } from '../../api/categories';
import type { AssigneeFilter, TicketFilter } from '../../api/model';
import { People } from '../../api/people';
import { TicketNames } from '../ticket-names';
import { type FilterParams, type ParamValue, filterFromParams, paramsFromFilter } from './filter-params';

/**
 * The filter of the list, kept in the address alone: back, forward, reload and a sent link all give the same list.
 * Provided by the list's page.
 */
@Injectable()
export class FilterAddress {
  private readonly categories = inject(Categories);
  private readonly names = inject(TicketNames);
  private readonly people = inject(People);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly params = toSignal(this.route.queryParams, { requireSync: true });

  /** What the address asks for, without values that do not exist. The same object while it says the same. */
  readonly filter = computed<TicketFilter>(
    () => {
      const filter = filterFromParams(this.params() as Record<keyof FilterParams, ParamValue>);
      const category = this.knownCategories(filter.category ?? []);
      const assignee = this.knownPeople(filter.assignee ?? []);
      // Written and read again: what became empty is left out.
      return filterFromParams(paramsFromFilter({ ...filter, category, assignee }));
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );

  /** Undefined while nobody can say yet whether the categories and people in the address exist. */
  readonly settled = computed(() => {
    const { category, assignee } = this.filter();
    const first = (list: Categories | People) => list.loading() && list.all().length === 0;
    if (category && first(this.categories)) return undefined;
    return assignee?.some(isPerson) && first(this.people) ? undefined : this.filter();
  });

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

  /** In their own order; one that was merged is found where its tickets went. */
  private knownCategories(wanted: readonly string[]): readonly string[] {
    const known = this.categories.all();
    if (known.length === 0) return wanted;
    const successors = wanted.map((key) => this.categories.successor(key));
    return known.map(({ key }) => key).filter((key) => successors.includes(key));
  }

  /** The reader's own number is "me". */
  private knownPeople(wanted: readonly AssigneeFilter[]): readonly AssigneeFilter[] {
    const known = new Set(this.people.all().map(({ id }) => id));
    const me = this.names.me();
    return wanted
      .map((one) => (Number(one) === me ? 'me' : one))
      .filter((one) => !isPerson(one) || known.size === 0 || known.has(Number(one)));
  }
}

function isPerson(wanted: AssigneeFilter): boolean {
  return wanted !== 'me' && wanted !== 'none';
}
