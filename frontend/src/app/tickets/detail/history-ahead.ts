import { type Signal, computed, inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { concat, switchMap, timer } from 'rxjs';
import { TicketHistory } from '../history/ticket-history';
import { LEAFING_MS } from '../similar/similar-to-ticket';
import { SURROUNDINGS } from './surroundings';

/**
 * Has the history of the next ticket and of the one before at hand once somebody rests on this one, so that J and K show it
 * at once; the tickets themselves came with the list. Call it in an injection context.
 */
export function readHistoryAhead(id: Signal<number | undefined>): void {
  const around = inject(SURROUNDINGS);
  const history = inject(TicketHistory);
  const beside = computed(() => [1, -1].flatMap((step) => around.neighbour(id(), step) ?? []), {
    equal: (one, other) => one.join() === other.join(),
  });
  toObservable(beside)
    .pipe(
      switchMap((ids) =>
        timer(LEAFING_MS).pipe(switchMap(() => concat(...ids.map((next) => history.readAhead(next))))),
      ),
      takeUntilDestroyed(),
    )
    .subscribe();
}
