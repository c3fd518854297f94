import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { keepFresh } from './keep-fresh';
import type { Stats } from './model';
import { reloadWhenBack } from './reload-when-back';

/** The figures of the whole desk. */
@Injectable({ providedIn: 'root' })
export class StatsApi {
  /** The figures, asked again after every news of a ticket. Call it in an injection context. */
  stats(): HttpResourceRef<Stats | undefined> {
    const stats = reloadWhenBack(httpResource<Stats>(() => '/api/tickets/stats'));
    keepFresh(stats);
    return stats;
  }
}
