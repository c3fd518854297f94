import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import { follow } from './live/follow';
import type { BellEntry, BellPage } from './model';
import { reloadWhenBack } from './reload-when-back';

const URL = '/api/notifications';

/** As many are shown at once. */
const BELL_SIZE = 30;

/** What concerns the person who is signed in. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class BellApi {
  private readonly http = inject(HttpClient);

  /** The newest, and how many are unread. Call it in an injection context. */
  newest(): HttpResourceRef<BellPage | undefined> {
    const newest = httpResource<BellPage>(() => ({ url: URL, params: { limit: BELL_SIZE } }));
    return follow(reloadWhenBack(newest), ['notifications.changed']);
  }

  /** Says that one was read. */
  read({ id }: BellEntry): Observable<unknown> {
    return this.http.post(`${URL}/read`, { ids: [id] });
  }

  /** Says that this one, and all before it, were read. */
  readUntil(id: number): Observable<unknown> {
    return this.http.post(`${URL}/read`, { until: id });
  }
}
