import { type Signal, effect } from '@angular/core';

/**
 * Reloads a resource so many milliseconds after each answer, as long as there is more to come: `isUnderWay` reads signals.
 * Call it in an injection context.
 */
export function reloadWhile(
  resource: { reload(): boolean; isLoading: Signal<boolean> },
  isUnderWay: () => boolean,
  everyMs: number,
): void {
  effect((onCleanup) => {
    if (!isUnderWay() || resource.isLoading()) return;
    const again = setTimeout(() => resource.reload(), everyMs);
    onCleanup(() => clearTimeout(again));
  });
}
