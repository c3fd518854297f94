import { type Signal, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, merge } from 'rxjs';
import { Live } from '../../api/live/live';
import { told } from '../../api/live/told';
import type { ContactCard } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import type { Picked } from '../../ui/value-menu';
import { TicketEdits } from '../editing/ticket-edits';
import { usualAddressees } from '../conversation/addressees';
import { TicketConversation } from '../conversation/ticket-conversation';
import { FollowerEdits } from '../followers/follower-edits';
import { valueOrigin } from '../history/value-origin';
import { TicketNames } from '../ticket-names';

/** What a change may be of that only the whole ticket tells. */
const MORE: ReadonlySet<string> = new Set(['requester', 'followers', 'messages']);

/**
 * The ticket with a number, undefined when the address names none: what is known of it at once, then as the API has it,
 * from then on as it becomes. Make it in an injection context.
 */
export class OpenTicket {
  private readonly edits = inject(TicketEdits);
  private readonly conversation = inject(TicketConversation);
  private readonly names = inject(TicketNames);
  private readonly store = inject(TicketStore);
  private readonly read = inject(TicketsApi).ticket(() => this.id());

  /** With what is being saved, so that the screen does not wait for the server. */
  readonly ticket = computed(() => {
    const id = this.id();
    const known = id === undefined ? undefined : this.store.get(id);
    return known && this.edits.shown(known);
  });
  /** What the desk suggests while nobody has sorted the ticket; null when it says nothing, or not yet. */
  readonly suggestion = computed(() => {
    if (this.ticket()?.triage !== 'pending' || !this.read.hasValue()) return null;
    const { id, suggestion } = this.read.value();
    return id === this.id() ? suggestion : null;
  });
  /** What the desk suggests for what the customer wrote later, while the ticket has what it had then; null when it says nothing. */
  readonly laterSuggestion = computed(() => {
    const ticket = this.ticket();
    if (!ticket || !this.read.hasValue()) return null;
    const { id, category, priority, later_suggestion: later } = this.read.value();
    const isAsRead = id === ticket.id && category === ticket.category && priority === ticket.priority;
    return isAsRead && ticket.resolved_at === null ? (later ?? null) : null;
  });
  /** Who asks; null when nobody is named, undefined while that is not known. */
  readonly requester = computed(() => {
    if (!this.read.hasValue()) return undefined;
    const { id, requester } = this.read.value();
    return id === this.id() ? (requester ?? null) : undefined;
  });
  /** By what it came; null when no customer wrote it, undefined while that is not known. */
  readonly arrivedBy = computed(() => (this.requester() === undefined ? undefined : this.read.value()?.arrived_by));
  /** Who gets copies; nobody while that is not known. */
  readonly followers = computed<readonly ContactCard[]>(() => {
    return this.requester() === undefined ? [] : (this.read.value()?.followers ?? []);
  });
  /** Whom an answer goes to by itself; undefined while that is not known. */
  readonly usualAddressees = computed(() => {
    const requester = this.requester();
    return requester === undefined ? undefined : usualAddressees(requester, this.followers());
  });
  readonly loading = this.read.isLoading;
  /** Why it could not be read; null while it can. */
  readonly problem = computed(() => problemOf(this.read.error()));
  /** It was there and has been deleted. */
  readonly gone = computed(() => {
    const id = this.id();
    return id !== undefined && this.store.isGone(id);
  });
  readonly missing = computed(() => this.id() === undefined || this.gone() || this.problem()?.status === 404);

  /** Who decided the values that the desk had a proposal for. */
  readonly origins = computed(() => {
    const ticket = this.ticket();
    const events = this.conversation.events();
    return {
      category: ticket && valueOrigin(events, 'category', ticket.category),
      priority: ticket && valueOrigin(events, 'priority', ticket.priority),
    };
  });

  constructor(readonly id: Signal<number | undefined>) {
    this.store.watch(() => [id() ?? []].flat());
    const live = inject(Live);
    const missed = live.missed.pipe(filter((what) => what === 'all'));
    // Who they are, and what is suggested for a message, only the ticket itself tells.
    const more = live.changes.pipe(
      filter((all) => all.some(({ id, fields }) => id === this.id() && fields.some((field) => MORE.has(field)))),
    );
    const here = inject(FollowerEdits).changed.pipe(filter((ticket) => ticket === this.id()));
    merge(this.store.many, missed, more, here, told(['contacts.changed']))
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.read.reload());
    effect(() => {
      const opened = id();
      if (opened !== undefined) untracked(() => this.conversation.open(opened));
    });
  }

  change({ option, before }: Picked): void {
    const ticket = this.ticket();
    if (ticket) this.edits.change(ticket, option, before);
  }

  /** Reads the ticket again. */
  reload(): void {
    this.read.reload();
  }

  retry(): void {
    this.names.retry();
    this.read.reload();
    this.conversation.readOn();
  }
}
