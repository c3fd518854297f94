import { type HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { type Observable } from 'rxjs';
import { queryParams } from './query-params';

/** One page of a list that goes on by cursor. */
export interface Page<Item> {
  results: readonly Item[];
  /** How many there are in all, where the API counts them. */
  count?: number;
  /** False when counting stopped there. */
  count_exact?: boolean;
  /** Where to go on; null at the end. */
  next_cursor: string | null;
}

/** Where a page begins and how long it is. */
export interface PageQuery {
  limit?: number;
  cursor?: string;
}

/** A resource of the API that is listed page by page. */
export interface PageSource<Item, Filter> {
  /** One page; asked again whenever `query` changes, and not while it is undefined. Call it in an injection context. */
  page(query: () => (Filter & PageQuery) | undefined): HttpResourceRef<Page<Item> | undefined>;
  /** One page, once: for loading more. */
  fetchPage(query: Filter & PageQuery): Observable<Page<Item>>;
}

/** The pages behind an address, asked for with a filter. */
export class Pages<Item, Filter extends object> implements PageSource<Item, Filter> {
  constructor(
    private readonly http: HttpClient,
    private readonly url: string,
  ) {}

  page(query: () => (Filter & PageQuery) | undefined): HttpResourceRef<Page<Item> | undefined> {
    return httpResource<Page<Item>>(() => {
      const wanted = query();
      return wanted && { url: this.url, params: queryParams(wanted) };
    });
  }

  fetchPage(query: Filter & PageQuery): Observable<Page<Item>> {
    return this.http.get<Page<Item>>(this.url, { params: queryParams(query) });
  }
}
