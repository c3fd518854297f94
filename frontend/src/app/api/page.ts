import { type HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { effect } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import { queryParams } from './query-params';
import { reloadWhenBack } from './reload-when-back';

/** One page of a list that goes on by cursor. */
export interface Page<Item> {
  results: readonly Item[];
  /** How many there are in all, where the API counts them. */
  count?: number;
  /** False when counting stopped there. */
  count_exact?: boolean;
  /** Where to go on; null at the end. */
  next_cursor: string | null;
  /** Where the page before is, in a list that can be entered in its middle; null at the beginning. */
  previous_cursor?: string | null;
}

/** Where a page begins and how long it is. */
export interface PageQuery {
  limit?: number;
  cursor?: string;
  /** Instead of a cursor: the page lies around this item. */
  around?: number;
}

/** A resource of the API that is listed page by page. */
export interface PageSource<Item, Filter> {
  /** One page; asked again whenever `query` changes, and not while it is undefined. Call it in an injection context. */
  page(query: () => (Filter & PageQuery) | undefined): HttpResourceRef<Page<Item> | undefined>;
  /** One page, once: for loading more. */
  fetchPage(query: Filter & PageQuery): Observable<Page<Item>>;
}

/** The pages behind an address, asked for with a filter; `read` is told of everything that comes. */
export class Pages<Item, Filter extends object> implements PageSource<Item, Filter> {
  constructor(
    private readonly http: HttpClient,
    private readonly url: string,
    private readonly read: (items: readonly Item[]) => void = () => undefined,
  ) {}

  page(query: () => (Filter & PageQuery) | undefined): HttpResourceRef<Page<Item> | undefined> {
    const page = httpResource<Page<Item>>(() => {
      const wanted = query();
      return wanted && { url: this.url, params: queryParams(wanted) };
    });
    reloadWhenBack(page);
    effect(() => {
      if (page.hasValue()) this.read(page.value().results);
    });
    return page;
  }

  fetchPage(query: Filter & PageQuery): Observable<Page<Item>> {
    return this.http
      .get<Page<Item>>(this.url, { params: queryParams(query) })
      .pipe(tap(({ results }) => this.read(results)));
  }
}
