import { Injectable, computed, inject } from '@angular/core';
import type { TicketView } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';

/** How many tickets each view holds, as the API counted them last. Provided by the list's page. */
@Injectable()
export class ViewCounts {
  private readonly views = inject(TicketsApi).views();
  private readonly counts = computed(() => {
    const results = this.views.hasValue() ? this.views.value().results : [];
    return new Map(results.map(({ name, count }) => [name, count]));
  });

  /** Undefined while it is not known. Reads a signal. */
  of(view: TicketView): number | undefined {
    return this.counts().get(view);
  }

  refresh(): void {
    this.views.reload();
  }
}
