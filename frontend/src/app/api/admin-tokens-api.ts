import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { AdminToken, TokenFilter } from './admin-model';
import { Pages } from './page';

const TOKENS_URL = '/api/admin/tokens';

/** Everybody's API tokens. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminTokensApi {
  private readonly http = inject(HttpClient);

  /** Newest first. */
  readonly pages = new Pages<AdminToken, TokenFilter>(this.http, TOKENS_URL);

  revoke(id: string): Observable<void> {
    return this.http.delete<void>(`${TOKENS_URL}/${id}`);
  }
}
