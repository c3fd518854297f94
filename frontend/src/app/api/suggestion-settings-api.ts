import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { SuggestionSettings, SuggestionSettingsChange } from './admin-model';
import { ifMatch } from './if-match';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const SETTINGS_URL = '/api/admin/suggestions/settings';

/** How the desk suggests. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class SuggestionSettingsApi {
  private readonly http = inject(HttpClient);

  /** Call it in an injection context. */
  settings(): HttpResourceRef<SuggestionSettings | undefined> {
    return follow(reloadWhenBack(httpResource<SuggestionSettings>(() => SETTINGS_URL)), ['settings.changed']);
  }

  read(): Observable<SuggestionSettings> {
    return this.http.get<SuggestionSettings>(SETTINGS_URL);
  }

  /** Refused as `stale_version` (412) when another admin was faster. */
  change(change: SuggestionSettingsChange, version: number): Observable<SuggestionSettings> {
    return this.http.patch<SuggestionSettings>(SETTINGS_URL, change, { headers: ifMatch(version) });
  }
}
