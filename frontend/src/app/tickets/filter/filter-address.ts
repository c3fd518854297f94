import { Injectable, computed, inject } from '@angular/core';
import { Categories } from '../../api/categories';
import type { AssigneeFilter, TicketFilter } from '../../api/model';
import { People } from '../../api/people';
import { Address } from '../../kit/list/address';
import { sameFilter } from '../../kit/list/same-filter';
import { TicketNames } from '../ticket-names';
import { filterFromParams, paramsFromFilter } from './filter-params';

/** Which tickets a page lists, as its address says it. Provided by the page, beside its `Address`. */
@Injectable()
export class FilterAddress {
  private readonly address = inject(Address);
  private readonly categories = inject(Categories);
  private readonly names = inject(TicketNames);
  private readonly people = inject(People);

  /** What the address asks for, without values that do not exist. The same object while it says the same. */
  readonly filter = computed<TicketFilter>(
    () => {
      const filter = filterFromParams(this.address.params());
      const category = this.knownCategories(filter.category ?? []);
      const assignee = this.knownPeople(filter.assignee ?? []);
      // Written and read again: what became empty is left out.
      return filterFromParams(paramsFromFilter({ ...filter, category, assignee }));
    },
    { equal: sameFilter },
  );

  /** Undefined while nobody can say yet whether the categories and people in the address exist. */
  readonly settled = computed(() => {
    const { category, assignee } = this.filter();
    const first = (list: Categories | People) => list.loading() && list.all().length === 0;
    if (category && first(this.categories)) return undefined;
    return assignee?.some(isPerson) && first(this.people) ? undefined : this.filter();
  });

  /** Replaces some fields of the filter. With `replace` Back skips what was there before. */
  change(part: Partial<TicketFilter>, options?: { replace: boolean }): void {
    this.address.change(paramsFromFilter({ ...this.filter(), ...part }), options);
  }

  clear(): void {
    this.address.change(paramsFromFilter({}));
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
