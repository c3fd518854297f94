import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Overview } from './admin-model';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

/** How the desk is. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminOverviewApi {
  /** Call it in an injection context. */
  overview(): HttpResourceRef<Overview | undefined> {
    return follow(reloadWhenBack(httpResource<Overview>(() => '/api/admin/overview')), [
      'audit.changed',
      'quarantine.changed',
      'statistics.changed',
      'suggestions.changed',
      'tokens.changed',
      'people.changed',
      'categories.changed',
    ]);
  }
}
