import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { finalize } from 'rxjs';
import { ConversationApi } from '../../api/conversation-api';
import type { ConversationEntry, WrittenMessage } from '../../api/conversation-model';
import { problemOf } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { Notifications } from '../../core/notifications';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { SendingKey } from '../sending-key';
import { TicketConversation } from './ticket-conversation';

/** Writes a message into a ticket, one at a time. Provided by the ticket's page. */
@Injectable()
export class MessageSending {
  private readonly api = inject(ConversationApi);
  private readonly conversation = inject(TicketConversation);
  private readonly tickets = inject(TicketsApi);
  private readonly notifications = inject(Notifications);
  private readonly keys = new Map<number, SendingKey>();
  /** The ticket that is shown; a failure in another one is told by itself. */
  private shown: number | undefined;
  private readonly running = signal(false);
  private readonly failed = signal<Failure | null>(null);
  private readonly refused = signal(false);

  readonly sending = this.running.asReadonly();
  /** Why the last attempt did not work; null when somebody answered first, which is shown by itself. */
  readonly failure = this.failed.asReadonly();
  /** The desk has said that somebody answered first. */
  readonly overtaken = this.refused.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.shown = undefined));
  }

  open(ticket: number): void {
    this.shown = ticket;
    this.clear();
  }

  /** `state` is what the conversation was when it was written; undefined for what no answer overtakes. */
  send(
    ticket: number,
    message: WrittenMessage,
    state: number | undefined,
    done: (entry: ConversationEntry) => void,
  ): void {
    if (this.running()) return;
    this.clear();
    this.running.set(true);
    const key = this.keyOf(ticket);
    this.api
      .write(ticket, message, key.for(JSON.stringify([ticket, message])), state)
      .pipe(finalize(() => this.running.set(false)))
      .subscribe({
        next: (entry) => {
          key.done();
          this.conversation.learn(ticket, entry);
          done(entry);
          // It is a version of the ticket. What cannot be read now is told.
          this.tickets.fetch(ticket).subscribe({ error: () => undefined });
        },
        error: (error: unknown) => {
          key.failed(problemOf(error));
          this.refuse(ticket, message, error);
        },
      });
  }

  clear(): void {
    this.failed.set(null);
    this.refused.set(false);
  }

  private refuse(ticket: number, { kind }: WrittenMessage, error: unknown): void {
    if (ticket !== this.shown) {
      this.notifications.showError(`The ${kind} to #${ticket} was not sent; it is kept as a draft`, error);
    } else if (problemOf(error)?.code === 'stale_conversation') {
      this.refused.set(true);
      this.conversation.readOn();
    } else this.failed.set(failureOf(error));
  }

  private keyOf(ticket: number): SendingKey {
    const key = this.keys.get(ticket) ?? new SendingKey();
    this.keys.set(ticket, key);
    return key;
  }
}
