import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map, tap } from 'rxjs';
import type {
  AdminCategory,
  AdminCategoryList,
  BulkRun,
  CategoryUpdate,
  MergePreview,
  NewCategory,
} from './admin-model';
import { Categories } from './categories';
import { ifMatch } from './if-match';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const CATEGORIES_URL = '/api/admin/categories';

/** The vocabulary of the desk. Every change reaches the forms and filters of this browser at once. */
@Injectable({ providedIn: 'root' })
export class AdminCategoriesApi {
  private readonly http = inject(HttpClient);
  private readonly categories = inject(Categories);

  /** All of them in their order, with how many tickets each has. Call it in an injection context. */
  list(): HttpResourceRef<AdminCategoryList | undefined> {
    return follow(reloadWhenBack(httpResource<AdminCategoryList>(() => CATEGORIES_URL)), ['categories.changed']);
  }

  /** One as it is now; the API lists them all at once. */
  fetch(key: string): Observable<AdminCategory> {
    return this.http.get<AdminCategoryList>(CATEGORIES_URL).pipe(
      map(({ results }) => {
        const category = results.find((one) => one.key === key);
        if (!category) throw new Error(`There is no category ${key} any more`);
        return category;
      }),
    );
  }

  /** Refused as `category_exists` (409) when another has this key. */
  create(category: NewCategory): Observable<AdminCategory> {
    return this.http.post<AdminCategory>(CATEGORIES_URL, category).pipe(this.shared());
  }

  /**
   * Refused as `last_category` (409) when none would be left to choose, and with the version that was seen as `stale_version`
   * (412) when somebody else was faster.
   */
  update(key: string, update: CategoryUpdate, seen?: number): Observable<AdminCategory> {
    const headers = seen === undefined ? {} : ifMatch(seen);
    return this.http.patch<AdminCategory>(urlOf(key), update, { headers }).pipe(this.shared());
  }

  /** Every key exactly once. */
  reorder(keys: readonly string[]): Observable<AdminCategoryList> {
    return this.http.put<AdminCategoryList>(`${CATEGORIES_URL}/order`, { keys }).pipe(this.shared());
  }

  /** How many tickets a merge would move. */
  mergePreview(key: string, into: string): Observable<MergePreview> {
    return this.http.get<MergePreview>(`${urlOf(key)}/merge`, { params: { into } });
  }

  /** Retires a category and moves its tickets to another, which takes a while. */
  merge(key: string, into: string): Observable<BulkRun> {
    return this.http.post<BulkRun>(`${urlOf(key)}/merge`, { into }).pipe(this.shared());
  }

  private shared<T>() {
    return tap<T>(() => this.categories.reload());
  }
}

function urlOf(key: string): string {
  return `${CATEGORIES_URL}/${encodeURIComponent(key)}`;
}
