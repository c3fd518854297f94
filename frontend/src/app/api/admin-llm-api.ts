import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { LlmQuestion, LlmState, LlmTry } from './admin-model';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

/** The model behind the suggestions. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminLlmApi {
  private readonly http = inject(HttpClient);

  /** Call it in an injection context. */
  state(): HttpResourceRef<LlmState | undefined> {
    return follow(reloadWhenBack(httpResource<LlmState>(() => '/api/admin/llm')), [
      'settings.changed',
      'suggestions.changed',
      'learning.changed',
    ]);
  }

  /** Nothing of it is stored. A failing model still answers, with a `failure_reason`. */
  ask(question: LlmQuestion): Observable<LlmTry> {
    return this.http.post<LlmTry>('/api/admin/llm/try', question);
  }
}
