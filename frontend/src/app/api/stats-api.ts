import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { keepFresh } from './keep-fresh';
import type { Stats } from './model';
import { queryParams } from './query-params';
import { reloadWhenBack } from './reload-when-back';

/** The figures of the whole desk. */
@Injectable({ providedIn: 'root' })
export class StatsApi {
  /**
   * The figures by the days of a time zone, '' for that of the desk; asked again after every news of a ticket. Call it in
   * an injection context.
   */
  stats(timeZone: () => string): HttpResourceRef<Stats | undefined> {
    const stats = reloadWhenBack(
      httpResource<Stats>(() => ({ url: '/api/tickets/stats', params: queryParams({ tz: timeZone() }) })),
    );
    keepFresh(stats);
    return stats;
  }
}
