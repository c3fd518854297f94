import { Injectable } from '@nestjs/common';
import { isVisible } from '../common/validation/unseen.ts';
import { Settings } from '../config/settings.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { HeldTicket } from '../tickets/ticket-messages.service.ts';
import { TicketsService } from '../tickets/tickets.service.ts';
import { ConversationOpening } from './conversation-opening.service.ts';
import { firstWords } from './domain/first-words.ts';
import { isLongClosed } from './domain/long-closed.ts';
import type { IncomingMessage } from './domain/message.ts';
import { MessageRepository } from './message.repository.ts';

/** Knows the tickets in which the matter of closed ones goes on. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly tickets: TicketsService,
    private readonly opening: ConversationOpening,
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
    { html, contact, by, ...said }: IncomingMessage,
  ): Promise<number> {
    const { title, requester: asked } = await this.tickets.get(ticket, transaction);
    const asks = contact ?? asked;
    const { description: words, folded } = firstWords(said);
    const description = isVisible(words) ? words : '(This answer has no text.)';
    const requester = asks === null ? null : { id: asks };
    return this.opening.open(transaction, { title, description, folded, html, requester }, by);
  }
}
