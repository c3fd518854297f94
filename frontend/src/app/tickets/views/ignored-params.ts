import { Injectable, computed, inject } from '@angular/core';
import { Categories } from '../../api/categories';
import { Address, ignoredWord } from '../../kit/list/address';
import { paramText, paramWords } from '../../kit/list/param-words';
import { FilterAddress } from '../filter/filter-address';
import { ListView } from './list-view';
import { ALL } from './ticket-views';

/** What the address asks of the list that cannot be had, word by word, so that the page says so. Provided by the list's page. */
@Injectable()
export class IgnoredParams {
  protected readonly address = inject(Address);
  private readonly categories = inject(Categories);
  private readonly filters = inject(FilterAddress);
  private readonly view = inject(ListView, { optional: true });

  /** "status “bogus”"; empty while all is honoured, or nobody can say yet. */
  readonly words = computed<readonly string[]>(() => {
    if (!this.filters.settled()) return [];
    return Object.entries(this.address.params()).flatMap(([name, value]) =>
      this.ignored(name, paramText(value), paramWords(value)).map((word) => ignoredWord(name, word)),
    );
  });

  /** Takes them out of the address. */
  remove(): void {
    const sort = this.sort();
    const order = this.view?.params() ?? { sort: this.address.text('sort') === sort ? sort : null };
    this.address.keepOnly({ ...order, ...this.filters.paramsIn(this.view?.current() ?? ALL) });
  }

  /** The order of the page. Reads signals. */
  protected sort(): string {
    return this.view?.sort() ?? '';
  }

  private ignored(name: string, text: string, words: readonly string[]): readonly string[] {
    const { category, ...filter } = this.filters.filter();
    const assignee = this.filters.within().assignee ?? filter.assignee;
    switch (name) {
      case 'search':
        return [];
      case 'view':
        return text === '' || text === this.view?.current().name ? [] : [text];
      case 'sort':
        return text === '' || text === this.sort() ? [] : [text];
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
