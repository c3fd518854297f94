import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { Replay, ReplayDetails, ReplayList, ReplayOrder, ReplayPreview } from './admin-model';
import { followEnd } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const REPLAYS_URL = '/api/admin/suggestions/replays';

/** Replays of confirmed tickets. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class ReplaysApi {
  private readonly http = inject(HttpClient);

  /** Newest first. Call it in an injection context. */
  list(): HttpResourceRef<ReplayList | undefined> {
    const list = reloadWhenBack(httpResource<ReplayList>(() => REPLAYS_URL));
    return followEnd(list, ['replays.changed'], ({ results }) => results.some(isOpen));
  }

  /** One of them; nothing while there is no id. Call it in an injection context. */
  replay(id: Signal<string | undefined>): HttpResourceRef<ReplayDetails | undefined> {
    const replay = reloadWhenBack(
      httpResource<ReplayDetails>(() => {
        const known = id();
        return known === undefined ? undefined : `${REPLAYS_URL}/${known}`;
      }),
    );
    return followEnd(replay, ['replays.changed'], isOpen);
  }

  /** What a replay would do; asked nothing while the order is not complete. Call it in an injection context. */
  preview(order: Signal<ReplayOrder | null>): HttpResourceRef<ReplayPreview | undefined> {
    return httpResource<ReplayPreview>(() => {
      const body = order();
      return body === null ? undefined : { url: `${REPLAYS_URL}/preview`, method: 'POST', body };
    });
  }

  /** Refused as `replay_running` (409) while another one has not ended. */
  start(order: ReplayOrder): Observable<ReplayDetails> {
    return this.http.post<ReplayDetails>(REPLAYS_URL, order);
  }

  cancel(id: string): Observable<ReplayDetails> {
    return this.http.post<ReplayDetails>(`${REPLAYS_URL}/${id}/cancel`, null);
  }
}

/** Whether it has not ended. */
export function isOpen({ state }: Pick<Replay, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}
