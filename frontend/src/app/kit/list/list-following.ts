import { type Signal, type WritableSignal, computed, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, type Observable, catchError, expand, map, reduce, switchMap, take } from 'rxjs';
import type { LiveKind } from '../../api/live/live-event';
import { told } from '../../api/live/told';
import type { Page, PageSource } from '../../api/page';
import { counted } from '../../ui/count-words';
import type { PagedList } from './paged-list';

const PAGE_SIZE = 50;
/** So many pages are read again; who has loaded more refreshes. */
const PAGES_MAX = 4;

/** What a list would be from its beginning, beside what is on screen. */
interface Changes<Id> {
  readonly gone: ReadonlySet<Id>;
  readonly added: number;
}

/**
 * Keeps the rows of a list true while others work: they change where they stand, those that left are dimmed, and those that
 * came wait until a person wants to see them, so that no row moves by itself. Make it in an injection context.
 */
export class ListFollowing<Item extends { id: number | string }, Filter extends object> {
  private readonly changes: WritableSignal<Changes<Item['id']>>;

  /** "2 new, 1 gone"; '' while all that is on screen is as the list would be. */
  readonly words: Signal<string>;

  constructor(
    private readonly list: PagedList<Item, Filter>,
    private readonly source: PageSource<Item, Filter>,
    kinds: readonly LiveKind[],
  ) {
    this.changes = linkedSignal<unknown, Changes<Item['id']>>({
      source: () => list.loaded()?.generation,
      computation: () => ({ gone: new Set(), added: 0 }),
    });
    this.words = computed(() => {
      const { gone, added } = this.changes();
      const left = list.items().filter(({ id }) => gone.has(id)).length;
      return [added > 0 && counted(added, 'new', 'new'), left > 0 && counted(left, 'gone', 'gone')]
        .filter((words) => words !== false)
        .join(', ');
    });
    told(kinds)
      .pipe(
        switchMap(() => this.read()),
        takeUntilDestroyed(),
      )
      .subscribe((found) => this.follow(found));
  }

  /** The list as it is now, from its beginning. */
  show(): void {
    this.list.reload();
  }

  /** Whether it would not be there any more. Reads a signal. */
  isGone(id: Item['id']): boolean {
    return this.changes().gone.has(id);
  }

  /** All that is on screen, as the list has it now; nothing while it is being loaded anyhow. */
  private read(): Observable<Read<Item>> {
    const list = this.list.loaded();
    if (!list || this.list.loading()) return EMPTY;
    const query = { ...list.filter, limit: PAGE_SIZE };
    const pages = Math.min(PAGES_MAX, Math.max(1, Math.ceil(list.items.length / PAGE_SIZE)));
    return this.source.fetchPage(query).pipe(
      expand(({ next_cursor }) => (next_cursor ? this.source.fetchPage({ ...query, cursor: next_cursor }) : EMPTY)),
      take(pages),
      reduce((all: readonly Page<Item>[], page) => [...all, page], []),
      map((all) => ({
        generation: list.generation,
        items: all.flatMap(({ results }) => results),
        whole: all.at(-1)?.next_cursor === null,
      })),
      // It is asked again with the next news.
      catchError(() => EMPTY),
    );
  }

  private follow({ generation, items, whole }: Read<Item>): void {
    if (this.list.loaded()?.generation !== generation) return;
    const found = new Map(items.map((item) => [item.id, item]));
    const shown = this.list.items();
    const known = new Set(shown.map(({ id }) => id));
    // What stands further down than was read may still be there.
    const reach = whole ? shown.length : shown.findLastIndex(({ id }) => found.has(id));
    const gone = new Set(shown.filter(({ id }, at) => at <= reach && !found.has(id)).map(({ id }) => id));
    const last = items.findLastIndex(({ id }) => known.has(id));
    const ends = this.list.ended();
    const added = items.filter(({ id }, at) => !known.has(id) && (ends || at < last)).length;
    for (const item of items) if (known.has(item.id)) this.list.replace(item);
    this.changes.set({ gone, added });
  }
}

/** What was read again. */
interface Read<Item> {
  readonly generation: unknown;
  readonly items: readonly Item[];
  /** Nothing comes behind it. */
  readonly whole: boolean;
}
