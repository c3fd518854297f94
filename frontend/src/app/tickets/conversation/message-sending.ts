import { Injectable, inject, signal } from '@angular/core';
import { finalize } from 'rxjs';
import { ConversationApi } from '../../api/conversation-api';
import type { ConversationEntry, WrittenMessage } from '../../api/conversation-model';
import { problemOf } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { SendingKey } from './sending-key';
import { TicketConversation } from './ticket-conversation';

/** Writes a message into a ticket, one at a time. Provided by the ticket's page. */
@Injectable()
export class MessageSending {
  private readonly api = inject(ConversationApi);
  private readonly conversation = inject(TicketConversation);
  private readonly tickets = inject(TicketsApi);
  private readonly key = new SendingKey();
  private readonly running = signal(false);
  private readonly failed = signal<Failure | null>(null);
  private readonly refused = signal(false);

  readonly sending = this.running.asReadonly();
  /** Why the last attempt did not work; null when somebody answered first, which is shown by itself. */
  readonly failure = this.failed.asReadonly();
  /** The desk has said that somebody answered first. */
  readonly overtaken = this.refused.asReadonly();

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
    this.api
      .write(ticket, message, this.key.for(JSON.stringify([ticket, message])), state)
      .pipe(finalize(() => this.running.set(false)))
      .subscribe({
        next: (entry) => {
          this.key.done();
          this.conversation.learn(ticket, entry);
          done(entry);
          // It is a version of the ticket. What cannot be read now is told.
          this.tickets.fetch(ticket).subscribe({ error: () => undefined });
        },
        error: (error: unknown) => this.refuse(error),
      });
  }

  clear(): void {
    this.failed.set(null);
    this.refused.set(false);
  }

  private refuse(error: unknown): void {
    const problem = problemOf(error);
    this.key.failed(problem);
    if (problem?.code !== 'stale_conversation') {
      this.failed.set(failureOf(error));
      return;
    }
    this.refused.set(true);
    this.conversation.readOn();
  }
}
