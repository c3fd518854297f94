import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { auditTime, filter, merge } from 'rxjs';
import { Live } from './live';
import type { LiveKind } from './live-event';

/** What is told in a burst is asked for once. */
const GATHER_MS = 250;

/**
 * Reloads a resource when the desk tells of something of this kind, or may have told of it unheard; its value stays on
 * screen meanwhile. Gives the resource. Call it in an injection context.
 */
export function reloadWhenTold<Resource extends { reload(): boolean }>(resource: Resource, kind: LiveKind): Resource {
  const { events, missed } = inject(Live);
  merge(events.pipe(filter((event) => event.kind === kind)), missed)
    .pipe(auditTime(GATHER_MS), takeUntilDestroyed())
    .subscribe(() => resource.reload());
  return resource;
}
