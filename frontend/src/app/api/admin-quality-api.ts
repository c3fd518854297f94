import { HttpClient, HttpParams, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CellFilter, CellTicket, NearestTickets, Quality, QualityFilter } from './admin-model';
import { BASE_PATH } from './base-path';
import { type PageQuery, Pages } from './page';
import { queryParams } from './query-params';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const QUALITY_URL = '/api/admin/suggestions/quality';

/** How good suggestions are. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminQualityApi {
  private readonly http = inject(HttpClient);
  private readonly basePath = inject(BASE_PATH);

  /** The tickets of a cell, the newest suggestion first. */
  readonly cellPages = new Pages<CellTicket, CellFilter & PageQuery>(this.http, `${QUALITY_URL}/tickets`);

  /** Call it in an injection context. */
  quality(filter: () => QualityFilter): HttpResourceRef<Quality | undefined> {
    const quality = httpResource<Quality>(() => ({ url: QUALITY_URL, params: queryParams(filter()) }));
    return follow(reloadWhenBack(quality), ['suggestions.changed', 'statistics.changed', 'learning.changed']);
  }

  /** The confirmed tickets that were nearest to the one a suggestion was made for. Call it in an injection context. */
  nearest(suggestionId: string): HttpResourceRef<NearestTickets | undefined> {
    return reloadWhenBack(httpResource<NearestTickets>(() => `/api/admin/suggestions/${suggestionId}/nearest`));
  }

  /** Where the figures can be downloaded, by part of the period, model and version. */
  csvAddress(filter: QualityFilter): string {
    return `${this.basePath}${QUALITY_URL}.csv?${new HttpParams({ fromObject: queryParams(filter) }).toString()}`;
  }
}
