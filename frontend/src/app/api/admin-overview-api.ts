import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Overview } from './admin-model';
import { reloadWhenBack } from './reload-when-back';

/** How the desk is. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminOverviewApi {
  /** Call it in an injection context. */
  overview(): HttpResourceRef<Overview | undefined> {
    return reloadWhenBack(httpResource<Overview>(() => '/api/admin/overview'));
  }
}
