import { type Signal, computed, inject, linkedSignal, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { EMPTY, switchMap, timer } from 'rxjs';
import { TicketConversation } from '../conversation/ticket-conversation';
import { LEAFING_MS } from '../similar/similar-to-ticket';
import { SURROUNDINGS } from './surroundings';

/**
 * Has the conversation of the ticket that J or K leads to at hand once somebody rests on this one: of the next, or of the one before
 * for who goes up the list. The other way lies what was open just now, which is remembered; the tickets themselves came
 * with the list. Call it in an injection context.
 */
export function readConversationAhead(id: Signal<number | undefined>): void {
  const around = inject(SURROUNDINGS);
  const conversation = inject(TicketConversation);
  const step = linkedSignal<number | undefined, number>({
    source: id,
    computation: (now, left) => {
      const above = untracked(() => around.neighbour(left?.source, -1));
      return now !== undefined && above === now ? -1 : 1;
    },
  });
  const ahead = computed(() => around.neighbour(id(), step()) ?? around.neighbour(id(), -step()));
  toObservable(ahead)
    .pipe(
      switchMap((next) =>
        next === undefined ? EMPTY : timer(LEAFING_MS).pipe(switchMap(() => conversation.readAhead(next))),
      ),
      takeUntilDestroyed(),
    )
    .subscribe();
}
