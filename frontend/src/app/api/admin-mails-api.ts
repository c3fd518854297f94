import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import type { QuarantinedMail } from './admin-model';
import { BASE_PATH } from './base-path';
import type { components } from './schema.gen';
import { Pages } from './page';

const QUARANTINE_URL = '/api/admin/mails/quarantine';

/** Mails that became neither ticket nor message. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminMailsApi {
  private readonly http = inject(HttpClient);
  private readonly basePath = inject(BASE_PATH);

  /** Newest first. */
  readonly pages = new Pages<QuarantinedMail, object>(this.http, QUARANTINE_URL);

  /** All bytes of a mail, as it came. Call it in an injection context. */
  source(id: number): HttpResourceRef<ArrayBuffer | undefined> {
    return httpResource.arrayBuffer(() => `${QUARANTINE_URL}/${id}/source`);
  }

  /** Where a mail can be downloaded as it came. */
  sourceAddress(id: number): string {
    return `${this.basePath}${QUARANTINE_URL}/${id}/source`;
  }

  /** Has a mail read once more, in the background. */
  retry(id: number): Observable<void> {
    return this.http.post<void>(`${QUARANTINE_URL}/${id}/retry`, null);
  }

  /** Gives the number of the ticket. */
  makeTicket(id: number): Observable<number> {
    return this.http
      .post<components['schemas']['MadeTicketDto']>(`${QUARANTINE_URL}/${id}/ticket`, null)
      .pipe(map(({ ticket }) => ticket));
  }

  remove(id: number): Observable<void> {
    return this.http.delete<void>(`${QUARANTINE_URL}/${id}`);
  }
}
