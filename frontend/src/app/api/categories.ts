import { httpResource } from '@angular/common/http';
import { Injectable, computed } from '@angular/core';
import type { Category, CategoryList } from './model';

/** The categories of the desk, loaded once and shared by every page. */
@Injectable({ providedIn: 'root' })
export class Categories {
  private readonly list = httpResource<CategoryList>(() => '/api/categories');

  /** In their order, the retired ones included; empty until loaded. */
  readonly all = computed<readonly Category[]>(() => (this.list.hasValue() ? this.list.value().results : []));
  /** Those that a new ticket may have. */
  readonly active = computed(() => this.all().filter((category) => category.active));
  /** Those that tickets can have; of one merged into another none are left. */
  readonly findable = computed(() => this.all().filter((category) => !category.merged_into));
  readonly loading = this.list.isLoading;
  readonly error = this.list.error;

  private readonly labels = computed(() => new Map(this.all().map((category) => [category.key, category.label])));

  /** The word for a key; the key itself while the list is not there, or when it is unknown. Reads a signal. */
  label(key: string): string {
    return this.labels().get(key) ?? key;
  }

  /** The category itself, or the one that took its tickets, however often it was merged. Reads a signal. */
  successor(key: string): string {
    const seen = new Set<string>();
    let now = key;
    while (!seen.has(now)) {
      seen.add(now);
      now = this.all().find((category) => category.key === now)?.merged_into ?? now;
    }
    return now;
  }

  reload(): void {
    this.list.reload();
  }
}
