import { LiveAnnouncer } from '@angular/cdk/a11y';
import { type HttpResourceRef } from '@angular/common/http';
import { DestroyRef, type Signal, computed, inject, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Observable } from 'rxjs';
import type { Page, PageQuery } from '../../api/admin-model';
import { problemOf } from '../../api/problem-error';

/** A resource of the API that is listed page by page. */
export interface PageSource<Item, Filter> {
  page(query: () => Filter & PageQuery): HttpResourceRef<Page<Item> | undefined>;
  fetchPage(query: Filter & PageQuery): Observable<Page<Item>>;
}

interface Loaded<Item, Filter> {
  readonly filter: Filter;
  readonly items: readonly Item[];
  readonly count: number | undefined;
  readonly countExact: boolean;
  readonly cursor: string | null;
}

const PAGE_SIZE = 50;

/**
 * What a filter finds, loaded page by page. While another first page is on its way, the one before stays.
 * Make it in an injection context.
 */
export class PagedList<Item extends { id: number | string }, Filter extends object> {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly destroyed = inject(DestroyRef);
  private readonly first: HttpResourceRef<Page<Item> | undefined>;
  private readonly loaded;

  /** Empty until the first answer. */
  readonly items: Signal<readonly Item[]>;
  /** True once there was an answer. */
  readonly ready: Signal<boolean>;
  /** How many there are in all, when the API says so. */
  readonly count: Signal<number | undefined>;
  /** False when counting stopped before the end. */
  readonly countExact: Signal<boolean>;
  readonly loading: Signal<boolean>;
  /** Why the last first page did not come. */
  readonly error;
  /** What is on screen answers another question than the one asked. */
  readonly outdated: Signal<boolean>;
  readonly more;
  readonly ended: Signal<boolean>;

  constructor(
    private readonly source: PageSource<Item, Filter>,
    filter: Signal<Filter>,
  ) {
    this.first = source.page(() => ({ ...filter(), limit: PAGE_SIZE }));
    const answer = computed(() => (this.first.hasValue() ? this.first.value() : undefined));
    this.loaded = linkedSignal<Page<Item> | undefined, Loaded<Item, Filter> | undefined>({
      source: answer,
      computation: (page, previous) => (page ? loadedFrom(page, filter()) : previous?.value),
    });
    this.items = computed(() => this.loaded()?.items ?? []);
    this.ready = computed(() => this.loaded() !== undefined);
    this.count = computed(() => this.loaded()?.count);
    this.countExact = computed(() => this.loaded()?.countExact ?? true);
    this.loading = this.first.isLoading;
    this.error = computed(() => {
      const error = this.first.error();
      return error && (problemOf(error) ?? { message: 'Something unexpected happened.', requestId: null });
    });
    this.outdated = computed(() => this.loaded()?.filter !== filter());
    this.more = linkedSignal<unknown, 'idle' | 'loading' | 'failed'>({
      source: answer,
      computation: () => 'idle',
    });
    this.ended = computed(() => (this.loaded()?.cursor ?? null) === null);
  }

  reload(): void {
    this.first.reload();
  }

  loadMore(): void {
    const list = this.loaded();
    if (!list?.cursor || this.more() === 'loading' || this.loading()) return;
    this.more.set('loading');
    const asked = this.first.value();
    this.source
      .fetchPage({ ...list.filter, limit: PAGE_SIZE, cursor: list.cursor })
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: (page) => {
          if (this.first.value() !== asked) return;
          this.append(page);
          this.more.set('idle');
          void this.announcer.announce(`${page.results.length} more loaded`);
        },
        error: () => {
          if (this.first.value() !== asked) return;
          this.more.set('failed');
          void this.announcer.announce('More could not be loaded');
        },
      });
  }

  /** What was learned about one item stands in its place. */
  replace(item: Item): void {
    this.change((items) => items.map((one) => (one.id === item.id ? item : one)), 0);
  }

  remove(id: Item['id']): void {
    this.change((items) => items.filter((one) => one.id !== id), -1);
  }

  private append(page: Page<Item>): void {
    const known = new Set(this.items().map(({ id }) => id));
    const newcomers = page.results.filter(({ id }) => !known.has(id));
    this.loaded.update((list) => list && { ...list, items: [...list.items, ...newcomers], cursor: page.next_cursor });
  }

  private change(step: (items: readonly Item[]) => readonly Item[], by: number): void {
    this.loaded.update(
      (list) =>
        list && { ...list, items: step(list.items), count: list.count === undefined ? undefined : list.count + by },
    );
  }
}

function loadedFrom<Item, Filter>(page: Page<Item>, filter: Filter): Loaded<Item, Filter> {
  const { results: items, count, count_exact: countExact = true, next_cursor: cursor } = page;
  return { filter, items, count, countExact, cursor };
}
