import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { BASE_PATH } from './base-path';
import type { AuditEvent, AuditFilter } from './admin-model';
import { Pages } from './page';
import { queryParams } from './query-params';

const AUDIT_URL = '/api/admin/audit';

/** What happened on the desk, apart from its tickets. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminAuditApi {
  private readonly http = inject(HttpClient);
  private readonly basePath = inject(BASE_PATH);

  /** Newest first. */
  readonly pages = new Pages<AuditEvent, AuditFilter>(this.http, AUDIT_URL);

  /** Where all events that the filter finds can be downloaded. */
  csvAddress(filter: AuditFilter): string {
    const params = new HttpParams({ fromObject: queryParams(filter) }).toString();
    const address = `${this.basePath}${AUDIT_URL}.csv`;
    return params ? `${address}?${params}` : address;
  }
}
