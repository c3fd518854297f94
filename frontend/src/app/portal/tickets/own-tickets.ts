import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { lastValue } from '../../api/last-value';
import { PORTAL_TICKETS_URL, PortalApi } from '../../api/portal-api';
import type { PortalTicketPage, PortalTicketRow } from '../../api/portal-model';
import { readableProblem } from '../../api/problem-error';
import { reloadWhenBack } from '../../api/reload-when-back';
import { PageReturn } from '../../core/page-return';

/** The tickets of the customer, page by page; looked at again when they come back to the tab. Provided by the page. */
@Injectable()
export class OwnTickets {
  private readonly api = inject(PortalApi);
  private readonly destroyed = inject(DestroyRef);
  private readonly resource: HttpResourceRef<PortalTicketPage | undefined> = reloadWhenBack(
    httpResource<PortalTicketPage>(() => PORTAL_TICKETS_URL),
  );
  private readonly first = lastValue(this.resource);
  private readonly later = linkedSignal<PortalTicketPage | undefined, readonly PortalTicketPage[]>({
    source: this.first,
    computation: () => [],
  });

  /** Undefined until they are known. */
  readonly rows = computed<readonly PortalTicketRow[] | undefined>(() => {
    const first = this.first();
    return first && [first, ...this.later()].flatMap(({ results }) => results);
  });
  readonly hasMore = computed(() => this.cursor() !== null);
  readonly loadingMore = signal(false);
  private readonly moreFailed = signal<unknown>(undefined);
  readonly problem = computed(() => readableProblem(this.resource.error()));
  readonly moreProblem = computed(() => readableProblem(this.moreFailed()));

  constructor() {
    inject(PageReturn)
      .moments.pipe(takeUntilDestroyed())
      .subscribe(() => this.reload());
  }

  reload(): void {
    this.resource.reload();
  }

  loadMore(): void {
    const cursor = this.cursor();
    if (cursor === null || this.loadingMore()) return;
    this.loadingMore.set(true);
    this.moreFailed.set(undefined);
    const first = this.first();
    this.api
      .moreTickets(cursor)
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: (page) => {
          this.loadingMore.set(false);
          // They were all read again meanwhile.
          if (first === this.first()) this.later.update((pages) => [...pages, page]);
        },
        error: (error: unknown) => {
          this.loadingMore.set(false);
          this.moreFailed.set(error);
        },
      });
  }

  private cursor(): string | null {
    return (this.later().at(-1) ?? this.first())?.next_cursor ?? null;
  }
}
