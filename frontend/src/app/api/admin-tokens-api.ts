import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { AdminToken, Page, PageQuery, TokenFilter } from './admin-model';
import { queryParams } from './query-params';

const TOKENS_URL = '/api/admin/tokens';

/** Everybody's API tokens. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminTokensApi {
  private readonly http = inject(HttpClient);

  /** One page, newest first; asked again whenever `query` changes. Call it in an injection context. */
  page(query: () => TokenFilter & PageQuery): HttpResourceRef<Page<AdminToken> | undefined> {
    return httpResource<Page<AdminToken>>(() => ({ url: TOKENS_URL, params: queryParams(query()) }));
  }

  fetchPage(query: TokenFilter & PageQuery): Observable<Page<AdminToken>> {
    return this.http.get<Page<AdminToken>>(TOKENS_URL, { params: queryParams(query) });
  }

  revoke(id: string): Observable<void> {
    return this.http.delete<void>(`${TOKENS_URL}/${id}`);
  }
}
