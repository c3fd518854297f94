import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Stats } from './model';
import { TicketChanges } from './ticket-changes';

/** The figures of the whole desk. */
@Injectable({ providedIn: 'root' })
export class StatsApi {
  private readonly changes = inject(TicketChanges);

  /** The figures, asked again after every change of a ticket. Call it in an injection context. */
  stats(): HttpResourceRef<Stats | undefined> {
    const stats = httpResource<Stats>(() => '/api/tickets/stats');
    this.changes.keepFresh(stats);
    return stats;
  }
}
