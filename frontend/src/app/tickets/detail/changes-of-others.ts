import { type Signal, computed, inject, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';
import { Live } from '../../api/live/live';
import { type LiveTicket, isHousekeeping, isOfTicket } from '../../api/live/live-event';
import type { Ticket } from '../../api/model';
import { changedWords, whoWords } from '../changed-words';
import { TicketNames } from '../ticket-names';

const TEXTS = ['title', 'description'];

/** What was told of the ticket up to a version, whether it was read before that or not. */
interface Told {
  readonly version: number;
  /** What changed its texts last. */
  readonly ofTexts: LiveTicket | null;
}

/** What others do to the open ticket while it is open. Make it in an injection context. */
export class ChangesOfOthers {
  private readonly names = inject(TicketNames);
  private readonly last: Signal<LiveTicket | null>;
  private readonly told: Signal<Told | null>;

  /** The last of it: "Ada Cole took it and started work"; '' while there is nothing. */
  readonly words = computed(() => {
    const [change, ticket] = [this.last(), this.ticket()];
    if (!change || !ticket || change.kind === 'ticket.deleted') return '';
    return `${whoWords(change, this.names)} ${changedWords(change, ticket, this.names)}`;
  });
  /** Who changed its texts last; "Somebody" while that is not known, as of what was read before it is told. */
  readonly who = computed(() => {
    const [told, version] = [this.told(), this.ticket()?.version ?? 0];
    return told?.ofTexts && told.version >= version ? whoWords(told.ofTexts, this.names) : 'Somebody';
  });

  constructor(
    private readonly id: Signal<number | undefined>,
    private readonly ticket: Signal<Ticket | undefined>,
  ) {
    const last = linkedSignal<unknown, LiveTicket | null>({ source: () => this.id(), computation: () => null });
    const told = linkedSignal<unknown, Told | null>({ source: () => this.id(), computation: () => null });
    this.last = last;
    this.told = told;
    const { changes, events } = inject(Live);
    changes.pipe(takeUntilDestroyed()).subscribe((all) => {
      const change = all.find((one) => one.id === this.id());
      if (change && !isHousekeeping(change)) last.set(change);
    });
    events.pipe(filter(isOfTicket), takeUntilDestroyed()).subscribe((change) => {
      if (change.id !== this.id()) return;
      const isOfTexts = change.fields.some((field) => TEXTS.includes(field));
      told.update((before) => ({ version: change.version, ofTexts: isOfTexts ? change : (before?.ofTexts ?? null) }));
    });
  }
}
