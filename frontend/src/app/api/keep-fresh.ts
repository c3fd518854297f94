import { type Signal, inject } from '@angular/core';
import { reloadOn } from './live/follow';
import { Live } from './live/live';
import { TicketStore } from './ticket-store';

/**
 * Reloads a resource after every news of a ticket, and when others move the figures of the desk, while its value stays on
 * screen; news during a load are not lost, it loads once more. Call it in an injection context.
 */
export function keepFresh(resource: { reload(): boolean; isLoading: Signal<boolean> }): void {
  const [{ count: news }, { figures }] = [inject(TicketStore), inject(Live)];
  reloadOn(resource, () => news() + figures());
}
