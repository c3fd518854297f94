import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { AutomaticCategory, AutomaticChoice, AutomaticList } from './admin-model';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const AUTOMATIC_URL = '/api/admin/suggestions/automatic';

/** Where suggestions apply by themselves. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AutomaticApi {
  private readonly http = inject(HttpClient);

  /** The categories in use, in their order. Call it in an injection context. */
  list(): HttpResourceRef<AutomaticList | undefined> {
    return follow(reloadWhenBack(httpResource<AutomaticList>(() => AUTOMATIC_URL)), [
      'settings.changed',
      'suggestions.changed',
      'statistics.changed',
      'categories.changed',
    ]);
  }

  /** Refused as `record_too_low` (409) where the record does not reach the target. */
  set(category: string, choice: AutomaticChoice): Observable<AutomaticCategory> {
    return this.http.put<AutomaticCategory>(`${AUTOMATIC_URL}/${category}`, choice);
  }
}
