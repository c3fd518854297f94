import { httpResource } from '@angular/common/http';
import { Injectable, computed } from '@angular/core';
import { lastValue } from '../api/last-value';
import { PORTAL_URL } from '../api/portal-api';
import type { PortalInfo } from '../api/portal-model';
import { problemOf, readableProblem } from '../api/problem-error';
import { reloadWhenBack } from '../api/reload-when-back';

/** What the portal says of itself: its name, what it asks, and whether it is there at all. */
@Injectable()
export class PortalDesk {
  private readonly resource = reloadWhenBack(httpResource<PortalInfo>(() => PORTAL_URL));

  /** Undefined until it is known. */
  readonly info = lastValue(this.resource);
  readonly name = computed(() => this.info()?.name ?? '');
  /** This desk has none. */
  readonly closed = computed(() => problemOf(this.resource.error())?.status === 404);
  /** Why it is not known. */
  readonly problem = computed(() => (this.info() ? undefined : readableProblem(this.resource.error())));

  reload(): void {
    this.resource.reload();
  }
}
