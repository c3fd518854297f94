import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { BulkAction, BulkCount, BulkOrder, BulkRun, BulkRunList, BulkSelection } from './admin-model';
import { followEnd } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const BULK_URL = '/api/admin/tickets/bulk';

/** Changes many tickets at once; the API does the work after it has answered. */
@Injectable({ providedIn: 'root' })
export class AdminBulkApi {
  private readonly http = inject(HttpClient);

  /** The newest runs. Call it in an injection context. */
  recent(): HttpResourceRef<BulkRunList | undefined> {
    const recent = reloadWhenBack(httpResource<BulkRunList>(() => BULK_URL));
    return followEnd(recent, ['bulk_run.changed'], ({ results }) => results.some((run) => run.finished_at === null));
  }

  /** How many tickets it would be, counted exactly. */
  preview(selection: BulkSelection, action: BulkAction): Observable<BulkCount> {
    return this.http.post<BulkCount>(`${BULK_URL}/preview`, { selection, action });
  }

  start(order: BulkOrder): Observable<BulkRun> {
    return this.http.post<BulkRun>(BULK_URL, order);
  }

  /** A new run that takes the first back. */
  undo(id: string): Observable<BulkRun> {
    return this.http.post<BulkRun>(`${BULK_URL}/${id}/undo`, {});
  }
}
