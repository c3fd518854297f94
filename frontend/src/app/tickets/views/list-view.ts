import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import type { TicketSort } from '../../api/model';
import { RememberedView } from '../../core/remembered-view';
import { Address } from '../../kit/list/address';
import { paramText } from '../../kit/list/param-words';
import { ALL, SORTS, VIEWS, type View } from './ticket-views';

const VIEW_NAMES = VIEWS.map(({ name }) => name);
const SORT_NAMES = SORTS.map(({ name }) => name);
const FILTERS = ['status', 'priority', 'category', 'assignee', 'triage', 'search'];

/**
 * Which view of the tickets is shown, and in which order. An address without a view that filters means all tickets, as
 * a link from elsewhere does; one that says nothing is the view that the reader chose last. Provided by the list's page.
 */
@Injectable()
export class ListView {
  private readonly address = inject(Address);
  private readonly remembered = inject(RememberedView);

  private readonly named = computed(() => this.address.oneOf('view', VIEW_NAMES));
  private readonly filters = computed(() => FILTERS.some((name) => paramText(this.address.params()[name]) !== ''));

  readonly current = computed<View>(() => {
    const name = this.named();
    if (name) return viewOf(name) ?? VIEWS[0];
    return this.filters() ? ALL : (viewOf(this.remembered.view()) ?? VIEWS[0]);
  });

  readonly sort = computed<TicketSort>(() => {
    const view = this.current();
    const asked = this.address.oneOf('sort', SORT_NAMES);
    if (asked) return asked;
    // A link from elsewhere means the same for everybody.
    return !this.named() && this.filters() ? view.sort : this.sortOf(view);
  });

  constructor() {
    // From now on the address says it, for reload, back, and a link that is sent.
    effect(() => {
      const [view, sort] = [this.address.text('view'), this.address.text('sort')];
      const isUnderstood = (view === '' || this.named()) && (sort === '' || sort === this.sort());
      const isMeantForAll = view === '' && this.filters();
      if (!isUnderstood || isMeantForAll || (view !== '' && sort !== '')) return;
      untracked(() => this.address.change(this.params(), { replace: true }));
    });
  }

  /** What the address says of the view and the order that are shown. Reads signals. */
  params(): { view: string; sort: string } {
    return { view: this.current().name, sort: this.sort() };
  }

  /** What the address says of a view when it is chosen, in the order that the reader gave it. */
  paramsOf(view: View): { view: string; sort: string } {
    return { view: view.name, sort: this.sortOf(view) };
  }

  /** It is where this person begins from now on. */
  remember(view: View): void {
    this.remembered.keepView(view.name);
  }

  sortBy(sort: TicketSort): void {
    const view = this.current();
    this.remembered.keepSort(view.name, sort);
    this.address.change({ view: view.name, sort });
  }

  private sortOf(view: View): TicketSort {
    const kept = this.remembered.sort(view.name);
    return SORT_NAMES.find((name) => name === kept) ?? view.sort;
  }
}

function viewOf(name: string | null): View | undefined {
  return VIEWS.find((view) => view.name === name);
}
