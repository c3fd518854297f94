import { Injectable, computed, inject } from '@angular/core';
import { lastValue } from '../api/last-value';
import type { TicketView } from '../api/model';
import { TicketsApi } from '../api/tickets-api';

/**
 * How many tickets each view holds, as the API counted them last; a count that cannot be had leaves the one before. Provided
 * by the shell, so that its rail and the list ask once for both.
 */
@Injectable()
export class ViewCounts {
  private readonly views = inject(TicketsApi).views();
  private readonly known = lastValue(this.views);
  private readonly counts = computed(() => new Map(this.known()?.results.map(({ name, count }) => [name, count])));

  /** Undefined while it is not known. Reads a signal. */
  of(view: TicketView): number | undefined {
    return this.counts().get(view);
  }

  /** How many tickets nobody has sorted; 0 while it is not known. */
  readonly pending = computed(() => this.known()?.pending ?? 0);

  refresh(): void {
    this.views.reload();
  }
}
