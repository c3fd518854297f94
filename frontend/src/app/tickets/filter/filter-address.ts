import { Injectable, computed, inject } from '@angular/core';
import { Categories } from '../../api/categories';
import type { AssigneeFilter, TicketFilter, TicketQuery } from '../../api/model';
import { People } from '../../api/people';
import { Address } from '../../kit/list/address';
import { sameFilter } from '../../kit/list/same-filter';
import { TicketNames } from '../ticket-names';
import { ListView } from '../views/list-view';
import type { View } from '../views/ticket-views';
import { filterFromParams, paramsFromFilter } from './filter-params';

/**
 * Which tickets a page lists, as its address says it. Where the page has views, filters refine the one that is shown.
 * Provided by the page, beside its `Address`.
 */
@Injectable()
export class FilterAddress {
  private readonly address = inject(Address);
  private readonly categories = inject(Categories);
  private readonly names = inject(TicketNames);
  private readonly people = inject(People);
  private readonly view = inject(ListView, { optional: true });

  /** What the view holds that is shown; filters that leave nothing of it are none. */
  readonly within = computed<TicketFilter>(() => this.view?.current().filter ?? {});

  /**
   * What the address asks for, without values that do not exist or that the view does not hold. The same object while it
   * says the same.
   */
  readonly filter = computed<TicketFilter>(
    () => {
      const filter = filterFromParams(this.address.params());
      const category = this.knownCategories(filter.category ?? []);
      const assignee = this.knownPeople(filter.assignee ?? []);
      const { status: held, assignee: whose } = this.within();
      const status = (filter.status ?? []).filter((one) => held?.includes(one) ?? true);
      // Written and read again: what became empty is left out.
      return filterFromParams(paramsFromFilter({ ...filter, status, category, assignee: whose ? [] : assignee }));
    },
    { equal: sameFilter },
  );

  /** What the page lists: what the view holds, refined, in its order. */
  private readonly query = computed<TicketQuery>(
    () => ({ ...this.within(), ...this.filter(), ...(this.view && { sort: this.view.sort() }) }),
    { equal: sameFilter },
  );

  /** What the page lists; undefined while nobody can say yet whether the categories and people in the address exist. */
  readonly settled = computed(() => {
    const { category, assignee } = this.filter();
    const first = (list: Categories | People) => list.loading() && list.all().length === 0;
    if (category && first(this.categories)) return undefined;
    return assignee?.some(isPerson) && first(this.people) ? undefined : this.query();
  });

  /** Replaces some fields of the filter. With `replace` Back skips what was there before. */
  change(part: Partial<TicketFilter>, options?: { replace: boolean }): void {
    this.address.change(
      { ...(this.view?.params() ?? {}), ...paramsFromFilter({ ...this.filter(), ...part }) },
      options,
    );
  }

  clear(): void {
    this.change({
      status: undefined,
      priority: undefined,
      category: undefined,
      assignee: undefined,
      triage: undefined,
      search: undefined,
    });
  }

  /** Goes to another view, with those of the filters that it can be refined by. */
  goTo(view: View): void {
    this.address.change({ ...(this.view?.paramsOf(view) ?? {}), ...this.paramsIn(view) });
  }

  /** What the address says of the filters in a view, as far as they leave something of it. */
  paramsIn({ filter: held }: View): Record<string, string | null> {
    const filter = this.filter();
    const status = filter.status?.filter((one) => held.status?.includes(one) ?? true);
    return paramsFromFilter({ ...filter, status, assignee: held.assignee ? undefined : filter.assignee });
  }

  /** In their own order; one that was merged is found where its tickets went. */
  private knownCategories(wanted: readonly string[]): readonly string[] {
    const known = this.categories.all();
    if (known.length === 0) return wanted;
    const successors = wanted.map((key) => this.categories.successor(key));
    return known.map(({ key }) => key).filter((key) => successors.includes(key));
  }

  /** The reader's own number is "me". Reads signals. */
  personOf<Word extends string>(word: Word): Word | 'me' {
    return Number(word) === this.names.me() ? 'me' : word;
  }

  private knownPeople(wanted: readonly AssigneeFilter[]): readonly AssigneeFilter[] {
    const known = new Set(this.people.all().map(({ id }) => id));
    return wanted
      .map((one) => this.personOf(one))
      .filter((one) => !isPerson(one) || known.size === 0 || known.has(Number(one)));
  }
}

function isPerson(wanted: AssigneeFilter): boolean {
  return !['me', 'none', 'inactive'].includes(wanted);
}
