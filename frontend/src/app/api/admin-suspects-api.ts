import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { SuspectList } from './admin-model';
import { ifMatch } from './if-match';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const SUSPECTS_URL = '/api/admin/suggestions/suspects';

/** The tickets that look filed wrongly. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminSuspectsApi {
  private readonly http = inject(HttpClient);

  /** At most fifty, the likeliest errors first. Call it in an injection context. */
  list(): HttpResourceRef<SuspectList | undefined> {
    return follow(reloadWhenBack(httpResource<SuspectList>(() => SUSPECTS_URL)), [
      'learning.changed',
      'statistics.changed',
    ]);
  }

  /** Leaves a ticket where it is, unless it is another than was seen: it is not listed again while it stays there. */
  keep(ticket: number, version: number): Observable<void> {
    return this.http.put<void>(`${SUSPECTS_URL}/${ticket}/kept`, null, { headers: ifMatch(version) });
  }

  /** Takes that back. */
  letGo(ticket: number): Observable<void> {
    return this.http.delete<void>(`${SUSPECTS_URL}/${ticket}/kept`);
  }
}
