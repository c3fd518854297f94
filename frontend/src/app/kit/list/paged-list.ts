import { LiveAnnouncer } from '@angular/cdk/a11y';
import { type HttpResourceRef } from '@angular/common/http';
import {
  DestroyRef,
  type Signal,
  type WritableSignal,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Connection } from '../../api/connection';
import type { Page, PageSource } from '../../api/page';
import { type ReadableProblem, readableProblem } from '../../api/problem-error';
import type { ListState, MoreState } from './list-state';
import {
  type LoadedList,
  firstPage,
  withCount,
  withNewcomer,
  withNextPage,
  withPreviousPage,
  withReplaced,
  without,
} from './loaded-list';

const PAGE_SIZE = 50;

/**
 * What a filter finds, loaded page by page; a filter that is undefined asks for nothing yet. While another first page
 * is on its way, the one before stays. Make it in an injection context.
 */
export class PagedList<Item extends { id: number | string }, Filter extends object> implements ListState {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly destroyed = inject(DestroyRef);
  private readonly first: HttpResourceRef<Page<Item> | undefined>;
  private readonly list: WritableSignal<LoadedList<Item, Filter> | undefined>;
  private readonly moreState: WritableSignal<MoreState>;
  private readonly moreError: WritableSignal<unknown>;
  private readonly beforeState: WritableSignal<MoreState>;
  private readonly beforeError: WritableSignal<unknown>;
  /** Grows with every reload: another first page may lie around another item. */
  private readonly turn = signal(0);
  /** A search may answer what it found until then: nothing yet. There is nothing to scroll, so it goes on by itself. */
  private readonly isFruitless = computed(() => {
    const list = this.list();
    return list?.items.length === 0 && list.cursor !== null;
  });

  /** What is here and where it comes from; undefined until the first answer. */
  readonly loaded: Signal<LoadedList<Item, Filter> | undefined>;
  readonly items: Signal<readonly Item[]>;
  readonly ready: Signal<boolean>;
  /** How many there are in all, when the API says so. */
  readonly count: Signal<number | undefined>;
  /** False when counting stopped before the end. */
  readonly countExact: Signal<boolean>;
  readonly loading: Signal<boolean>;
  readonly error: Signal<ReadableProblem | undefined>;
  /** What is on screen answers another question than the one asked. */
  readonly outdated: Signal<boolean>;
  readonly more: Signal<MoreState>;
  readonly moreProblem: Signal<ReadableProblem | undefined>;
  readonly ended: Signal<boolean>;
  /** How loading what comes before stands, in a list that was entered in its middle. */
  readonly earlier: Signal<MoreState>;
  /** Why that did not come. */
  readonly earlierProblem: Signal<ReadableProblem | undefined>;

  /**
   * `noun` is what is told to be loaded, in the plural; left out, only how many. `around` tells around which item the
   * first page for a filter lies; without one it is the beginning.
   */
  constructor(
    private readonly source: PageSource<Item, Filter>,
    filter: Signal<Filter | undefined>,
    private readonly noun = '',
    around: (filter: Filter) => number | undefined = () => undefined,
  ) {
    this.first = source.page(() => {
      const wanted = filter();
      this.turn();
      const middle = wanted && untracked(() => around(wanted));
      return wanted && { ...wanted, limit: PAGE_SIZE, ...(middle !== undefined && { around: middle }) };
    });
    this.list = linkedSignal<Page<Item> | undefined, LoadedList<Item, Filter> | undefined>({
      source: () => (this.first.hasValue() ? this.first.value() : undefined),
      computation: (page, previous) => {
        // An answer belongs to what was asked for when it came, whatever is asked for next.
        const asked = untracked(filter);
        return page && asked ? firstPage(page, asked, previous?.value) : previous?.value;
      },
    });
    this.moreState = linkedSignal<unknown, MoreState>({
      source: () => this.list()?.generation,
      computation: () => 'idle',
    });

    this.moreError = linkedSignal<unknown, unknown>({
      source: () => this.list()?.generation,
      computation: () => undefined,
    });

    this.beforeState = linkedSignal<unknown, MoreState>({
      source: () => this.list()?.generation,
      computation: () => 'idle',
    });

    this.beforeError = linkedSignal<unknown, unknown>({
      source: () => this.list()?.generation,
      computation: () => undefined,
    });

    this.loaded = this.list.asReadonly();
    this.items = computed(() => this.list()?.items ?? []);
    this.ready = computed(() => this.list() !== undefined && !this.isFruitless());
    this.count = computed(() => this.list()?.count);
    this.countExact = computed(() => this.list()?.countExact ?? true);
    this.loading = this.first.isLoading;
    this.error = computed(() =>
      readableProblem(this.first.error() ?? (this.isFruitless() ? this.moreError() : undefined)),
    );
    this.outdated = computed(() => this.list()?.filter !== filter());
    this.more = this.moreState.asReadonly();
    this.moreProblem = computed(() => (this.more() === 'failed' ? readableProblem(this.moreError()) : undefined));
    this.ended = computed(() => this.list()?.cursor === null);
    this.earlier = this.beforeState.asReadonly();
    this.earlierProblem = computed(() =>
      this.earlier() === 'failed' ? readableProblem(this.beforeError()) : undefined,
    );
    inject(Connection)
      .back.pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (this.more() === 'failed') this.loadMore();
        if (this.earlier() === 'failed') this.loadEarlier();
      });
    effect(() => {
      if (this.isFruitless() && this.more() === 'idle') untracked(() => this.loadMore());
    });
  }

  /** For a table: a row that is learned anew stays the row it was, with what is open in it. */
  readonly sameRow = (_: number, { id }: Item): Item['id'] => id;

  reload(): void {
    this.turn.update((turn) => turn + 1);
  }

  loadMore(): void {
    const list = this.list();
    if (!list?.cursor || this.more() === 'loading' || this.loading()) return;
    this.moreState.set('loading');
    this.source
      .fetchPage({ ...list.filter, limit: PAGE_SIZE, cursor: list.cursor })
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: (page) => {
          if (!this.isStill(list)) return;
          this.list.update((now) => now && withNextPage(now, page));
          this.moreState.set('idle');
          if (page.results.length > 0) this.tell(`${page.results.length} ${this.moreWords()} loaded`);
        },
        error: (error: unknown) => {
          if (!this.isStill(list)) return;
          this.moreError.set(error);
          this.moreState.set('failed');
          this.tell(`${capital(this.moreWords())} could not be loaded`);
        },
      });
  }

  /** What comes before the first one that is here. */
  loadEarlier(): void {
    const list = this.list();
    if (!list?.before || this.earlier() === 'loading' || this.loading()) return;
    this.beforeState.set('loading');
    this.source
      .fetchPage({ ...list.filter, limit: PAGE_SIZE, cursor: list.before })
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: (page) => {
          if (!this.isStill(list)) return;
          this.list.update((now) => now && withPreviousPage(now, page));
          this.beforeState.set('idle');
        },
        error: (error: unknown) => {
          if (!this.isStill(list)) return;
          this.beforeError.set(error);
          this.beforeState.set('failed');
        },
      });
  }

  /** How many there are in all, which an answer to the same question says later than its first page. */
  tellCount(of: LoadedList<Item, Filter>, answer: Pick<Page<Item>, 'count' | 'count_exact'>): void {
    if (this.isStill(of)) this.list.update((list) => list && withCount(list, answer));
  }

  /** One that came to match stands where the API would give it, unless that is beyond what is loaded. */
  insert(item: Item, comesBefore: (one: Item, other: Item) => boolean): void {
    this.list.update((list) => list && withNewcomer(list, item, comesBefore));
  }

  /** What was learned about one item stands in its place. */
  replace(item: Item): void {
    this.list.update((list) => list && withReplaced(list, item));
  }

  remove(id: Item['id']): void {
    this.list.update((list) => list && without(list, id));
  }

  /** Another first page may have come while more was on its way. */
  private isStill({ generation }: LoadedList<Item, Filter>): boolean {
    return this.list()?.generation === generation;
  }

  private moreWords(): string {
    return this.noun ? `more ${this.noun}` : 'more';
  }

  private tell(words: string): void {
    void this.announcer.announce(words);
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
