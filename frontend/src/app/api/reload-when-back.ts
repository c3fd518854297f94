import { type Signal, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Connection } from './connection';
import { problemOf } from './problem-error';

/** The part of a resource that is needed to ask again. */
interface Reloadable {
  reload(): boolean;
  readonly error: Signal<unknown>;
}

/**
 * Reloads a resource whose last answer did not come because the desk was out of reach, as soon as it is back. Gives the
 * resource. Call it in an injection context.
 */
export function reloadWhenBack<Resource extends Reloadable>(resource: Resource): Resource {
  inject(Connection)
    .back.pipe(takeUntilDestroyed())
    .subscribe(() => {
      if (problemOf(untracked(resource.error))?.outOfReach) resource.reload();
    });
  return resource;
}
