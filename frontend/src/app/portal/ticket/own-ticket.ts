import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { PORTAL_TICKETS_URL, PortalApi } from '../../api/portal-api';
import type { PortalMessage, PortalTicket } from '../../api/portal-model';
import { problemOf, readableProblem } from '../../api/problem-error';
import { reloadWhenBack } from '../../api/reload-when-back';
import { PageReturn } from '../../core/page-return';

/** The ticket that a customer reads; looked at again when they come back to the tab. Provided by its page. */
@Injectable()
export class OwnTicket {
  private readonly api = inject(PortalApi);
  private readonly destroyed = inject(DestroyRef);
  private readonly number = signal<number | undefined>(undefined);
  private readonly resource: HttpResourceRef<PortalTicket | undefined> = reloadWhenBack(
    httpResource<PortalTicket>(() => {
      const number = this.number();
      return number === undefined ? undefined : `${PORTAL_TICKETS_URL}/${number}`;
    }),
  );
  /** What was read stays while it is read again; that of another ticket does not. */
  readonly ticket = linkedSignal<
    { number: number | undefined; read: PortalTicket | undefined },
    PortalTicket | undefined
  >({
    source: () => ({ number: this.number(), read: this.resource.hasValue() ? this.resource.value() : undefined }),
    computation: ({ number, read }, before) => [read, before?.value].find((ticket) => ticket?.id === number),
  }).asReadonly();
  private readonly older = linkedSignal<number | undefined, OlderPages>({
    source: this.number,
    computation: () => ({ messages: [], cursor: undefined }),
  });
  private readonly olderFailed = linkedSignal<number | undefined, unknown>({
    source: this.number,
    computation: () => undefined,
  });
  readonly loadingOlder = signal(false);

  /** The newest last. */
  readonly messages = computed<readonly PortalMessage[]>(() => {
    const newest = this.ticket()?.messages ?? [];
    const first = newest[0]?.number ?? 0;
    return [...this.older().messages.filter(({ number }) => number < first), ...newest];
  });
  readonly hasOlder = computed(() => this.cursor() !== null);
  readonly problem = computed(() => readableProblem(this.resource.error()));
  readonly olderProblem = computed(() => readableProblem(this.olderFailed()));
  /** There is none of this number for this customer. */
  readonly missing = computed(() => problemOf(this.resource.error())?.status === 404);

  constructor() {
    inject(PageReturn)
      .moments.pipe(takeUntilDestroyed())
      .subscribe(() => this.reload());
  }

  open(number: number | undefined): void {
    this.number.set(number);
  }

  reload(): void {
    this.resource.reload();
  }

  loadOlder(): void {
    const [number, cursor] = [this.number(), this.cursor()];
    if (number === undefined || cursor === null || this.loadingOlder()) return;
    this.loadingOlder.set(true);
    this.olderFailed.set(undefined);
    this.api
      .earlier(number, cursor)
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: ({ id, messages, next_cursor }) => {
          this.loadingOlder.set(false);
          if (id !== this.number()) return;
          this.older.update((known) => ({ messages: [...messages, ...known.messages], cursor: next_cursor }));
        },
        error: (error: unknown) => {
          this.loadingOlder.set(false);
          this.olderFailed.set(error);
        },
      });
  }

  private cursor(): string | null {
    const { cursor } = this.older();
    return cursor === undefined ? (this.ticket()?.next_cursor ?? null) : cursor;
  }
}

interface OlderPages {
  readonly messages: readonly PortalMessage[];
  /** Where they go on; undefined while none were asked for. */
  readonly cursor: string | null | undefined;
}
