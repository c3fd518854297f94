import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { SuggesterModel, SuggesterModelList } from './admin-model';
import { followEnd } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const MODELS_URL = '/api/admin/models';

/** The models of the desk's own suggester. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminModelsApi {
  private readonly http = inject(HttpClient);

  /** The newest fifty, newest first. Call it in an injection context. */
  list(): HttpResourceRef<SuggesterModelList | undefined> {
    const list = reloadWhenBack(httpResource<SuggesterModelList>(() => MODELS_URL));
    return followEnd(list, ['learning.changed'], ({ refitting }) => refitting);
  }

  /** Has a model answer from now on. */
  activate(id: number): Observable<SuggesterModel> {
    return this.http.post<SuggesterModel>(`${MODELS_URL}/${id}/activate`, null);
  }

  /** Has the desk learn again; `refitting` of the list tells when it has. */
  refit(): Observable<void> {
    return this.http.post<void>(`${MODELS_URL}/refit`, null);
  }
}
