import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/author.ts';
import { isVisible } from '../common/validation/unseen.ts';
import { Settings } from '../config/settings.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { TicketCreation } from '../tickets/ticket-creation.service.ts';
import type { HeldTicket } from '../tickets/ticket-messages.service.ts';
import { TicketsService } from '../tickets/tickets.service.ts';
import { DESCRIPTION_MAX } from '../vocabulary/ticket-text.ts';
import { isLongClosed } from './domain/long-closed.ts';
import type { IncomingMessage } from './domain/message.ts';
import { MessageRepository } from './message.repository.ts';

/** Knows the tickets in which the matter of closed ones goes on. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly tickets: TicketsService,
    private readonly creation: TicketCreation,
    private readonly messages: MessageRepository,
    private readonly settings: Settings,
  ) {}

  /** Whether a ticket was closed so long ago that it opens no more. */
  isDue({ closedAt }: HeldTicket): boolean {
    return isLongClosed(closedAt, this.settings.reopenDays, new Date());
  }

  /** The ticket in which a closed one goes on already; null where there is none. */
  find(transaction: Transaction, ticket: number): Promise<number | null> {
    return this.messages.followUpOf(transaction, ticket);
  }

  /**
   * Opens a ticket in which a closed one goes on, and gives its number: of the same title, with what was written now, of whoever
   * wrote it, to be sorted anew.
   *
   * @throws TicketNotFound
   */
  async open(
    transaction: Transaction,
    ticket: number,
    { text, folded, contact, by = SYSTEM }: IncomingMessage,
  ): Promise<number> {
    const { title, requester } = await this.tickets.get(ticket, transaction);
    const asks = contact ?? requester;
    const words = [...(text + folded)].slice(0, DESCRIPTION_MAX).join('');
    const draft = {
      ticket: { title, description: isVisible(words) ? words : '(This answer has no text.)', assignee: null },
      suggestionId: null,
      ...(asks !== null && { requester: { id: asks } }),
    };
    return (await this.creation.write(transaction, draft, by)).id;
  }
}
