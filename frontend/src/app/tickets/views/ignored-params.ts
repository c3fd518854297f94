import { computed, inject } from '@angular/core';
import { Categories } from '../../api/categories';
import { Address, ignoredWord } from '../../kit/list/address';
import { paramText, paramWords } from '../../kit/list/param-words';
import { FilterAddress } from '../filter/filter-address';
import { ALL, type View } from './ticket-views';

/** What the address asks of a list of tickets that cannot be had, word by word, so that the page says so. */
export abstract class IgnoredParams {
  protected readonly address = inject(Address);
  private readonly categories = inject(Categories);
  private readonly filters = inject(FilterAddress);

  /** "status “bogus”"; empty while all is honoured, or nobody can say yet. */
  readonly words = computed<readonly string[]>(() => {
    if (!this.filters.settled()) return [];
    return Object.entries(this.address.params()).flatMap(([name, value]) =>
      this.ignored(name, paramText(value), paramWords(value)).map((word) => ignoredWord(name, word)),
    );
  });

  /** Takes them out of the address. */
  remove(): void {
    this.address.keepOnly({ ...this.order(), ...this.filters.paramsIn(this.view() ?? ALL) });
  }

  /** The view that is shown; null where a list has none. Reads a signal. */
  protected abstract view(): View | null;
  /** The order of the rows. Reads a signal. */
  protected abstract sort(): string;
  /** What the address says of view and order when it says no more than is honoured. Reads signals. */
  protected abstract order(): Readonly<Record<string, string | null>>;

  private ignored(name: string, text: string, words: readonly string[]): readonly string[] {
    const { category, ...filter } = this.filters.filter();
    const assignee = this.filters.within().assignee ?? filter.assignee;
    switch (name) {
      case 'search':
        return [];
      case 'view':
        return text === '' || text === this.view()?.name ? [] : [text];
      case 'sort':
        return text === '' || text === this.sort() ? [] : [text];
      case 'triage':
        return words.filter((word) => word !== filter.triage);
      case 'category':
        return words.filter((word) => !category?.includes(this.categories.successor(word)));
      case 'status':
      case 'priority':
        return words.filter((word) => !(filter[name] ?? []).some((one) => one === word));
      case 'assignee':
        return words.filter((word) => !(assignee ?? []).some((one) => one === this.filters.personOf(word)));
      default:
        return [text];
    }
  }
}
