import { httpResource } from '@angular/common/http';
import { DOCUMENT, DestroyRef, Injectable, computed, inject } from '@angular/core';
import { lastValue } from './last-value';
import type { Category, CategoryList } from './model';
import { reloadWhenBack } from './reload-when-back';

/** So long a list is new enough, whatever asks for another one in passing. */
const FRESH_MS = 5_000;

/** The categories of the desk, shared by every page. They are asked for again when others may have changed them. */
@Injectable({ providedIn: 'root' })
export class Categories {
  private readonly list = reloadWhenBack(httpResource<CategoryList>(() => '/api/categories'));

  private readonly last = lastValue(this.list);

  /** In their order, the retired ones included; empty until loaded. What was loaded stays when asking again fails. */
  readonly all = computed<readonly Category[]>(() => this.last()?.results ?? []);
  /** What the desk fills in where a ticket is written without category or priority; undefined until loaded. */
  readonly filledIn = computed(() => this.last()?.filled_in);
  /** Those that a new ticket may have. */
  readonly active = computed(() => this.all().filter((category) => category.active));
  /** Those that tickets are looked for by; what was in one merged into another is moved there. */
  readonly findable = computed(() => this.all().filter((category) => !category.merged_into));
  readonly loading = this.list.isLoading;
  readonly error = this.list.error;

  private readonly byKey = computed(() => new Map(this.all().map((category) => [category.key, category])));
  /** Keys that were not in the list: it is asked for once more because of each. */
  private readonly missed = new Set<string>();
  /** It will be asked for in a moment. */
  private due = false;
  private askedAt = Date.now();

  constructor() {
    this.refreshOnReturn();
  }

  /** The word for a key; the key itself while the list is not there, or when it is unknown. Reads a signal. */
  label(key: string): string {
    const category = this.byKey().get(key);
    if (!category) this.missing(key);
    return category?.label ?? key;
  }

  /** Whether a new ticket may have it; undefined while a list that may say so is not there. Reads signals. */
  offered(key: string): boolean | undefined {
    const category = this.byKey().get(key);
    if (category) return category.active;
    this.missing(key);
    return this.byKey().size === 0 || this.loading() || this.due ? undefined : false;
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
    this.askedAt = Date.now();
    this.list.reload();
  }

  /** Asks again, unless that was done just now. */
  refresh(): void {
    if (Date.now() - this.askedAt >= FRESH_MS) this.reload();
  }

  /** One may have been added since. Not at once, because labels are read where nothing may be changed. */
  private missing(key: string): void {
    if (this.byKey().size === 0 || this.missed.has(key)) return;
    this.missed.add(key);
    this.due = true;
    queueMicrotask(() => {
      this.due = false;
      this.reload();
    });
  }

  /** Somebody who comes back to the page may find the categories changed. */
  private refreshOnReturn(): void {
    const document = inject(DOCUMENT);
    const window = document.defaultView;
    const onReturn = () => {
      if (document.visibilityState === 'visible') this.refresh();
    };
    document.addEventListener('visibilitychange', onReturn);
    window?.addEventListener('focus', onReturn);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', onReturn);
      window?.removeEventListener('focus', onReturn);
    });
  }
}
