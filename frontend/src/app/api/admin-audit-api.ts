import { HttpClient, HttpParams, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { AuditEvent, AuditFilter, Page, PageQuery } from './admin-model';
import { queryParams } from './query-params';

const AUDIT_URL = '/api/admin/audit';

/** What happened on the desk, apart from its tickets. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminAuditApi {
  private readonly http = inject(HttpClient);

  /** One page, newest first; asked again whenever `query` changes. Call it in an injection context. */
  page(query: () => AuditFilter & PageQuery): HttpResourceRef<Page<AuditEvent> | undefined> {
    return httpResource<Page<AuditEvent>>(() => ({ url: AUDIT_URL, params: queryParams(query()) }));
  }

  fetchPage(query: AuditFilter & PageQuery): Observable<Page<AuditEvent>> {
    return this.http.get<Page<AuditEvent>>(AUDIT_URL, { params: queryParams(query) });
  }

  /** Where all events that the filter finds can be downloaded. */
  csvAddress(filter: AuditFilter): string {
    const params = new HttpParams({ fromObject: queryParams(filter) }).toString();
    return params ? `${AUDIT_URL}.csv?${params}` : `${AUDIT_URL}.csv`;
  }
}
