import { type Signal, computed, inject, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Live } from '../../api/live/live';
import type { LiveTicket } from '../../api/live/live-event';
import type { Ticket } from '../../api/model';
import { changedWords, whoWords } from '../changed-words';
import { TicketNames } from '../ticket-names';

/** What others do to the open ticket while it is open. Make it in an injection context. */
export class ChangesOfOthers {
  private readonly names = inject(TicketNames);
  private readonly last: Signal<LiveTicket | null>;

  /** The last of it: "Ada Cole took it and started work"; '' while there is nothing. */
  readonly words = computed(() => {
    const [change, ticket] = [this.last(), this.ticket()];
    if (!change || !ticket || change.kind === 'ticket.deleted') return '';
    return `${whoWords(change, this.names)} ${changedWords(change, ticket, this.names)}`;
  });
  /** Who did the last of it; "Somebody" while that is not known. */
  readonly who = computed(() => {
    const change = this.last();
    return change ? whoWords(change, this.names) : 'Somebody';
  });

  constructor(
    private readonly id: Signal<number | undefined>,
    private readonly ticket: Signal<Ticket | undefined>,
  ) {
    const last = linkedSignal<unknown, LiveTicket | null>({ source: () => this.id(), computation: () => null });
    this.last = last;
    inject(Live)
      .changes.pipe(takeUntilDestroyed())
      .subscribe((changes) => {
        const change = changes.find((one) => one.id === this.id());
        if (change) last.set(change);
      });
  }
}
