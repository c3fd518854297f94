import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import { MessageRepository } from './message.repository.ts';

/** What somebody outside the desk wrote. */
export interface IncomingMessage {
  readonly text: string;
  readonly folded: string;
  /** Sanitized; null where the text is plain. */
  readonly html: string | null;
  /** Who wrote it; null when that is nobody the desk can know. */
  readonly contact: number | null;
  /** Whether a ticket of which nothing is left to do opens again. */
  readonly reopens: boolean;
}

/** Writes what comes from outside the desk into the conversations of tickets. */
@Injectable()
export class IncomingMessages {
  constructor(
    private readonly tickets: TicketMessages,
    private readonly messages: MessageRepository,
  ) {}

  /**
   * Writes a message to a ticket, or to the one that it was closed as a duplicate of, and says where it stands.
   *
   * @throws TicketNotFound
   */
  async add(
    transaction: Transaction,
    ticket: number,
    { reopens, contact, ...message }: IncomingMessage,
  ): Promise<{ readonly ticketId: number; readonly number: number }> {
    const { id: ticketId, isDone } = await this.tickets.holdOriginal(transaction, ticket);
    const number = await this.tickets.add(transaction, ticketId, SYSTEM);
    await this.messages.insert(transaction, {
      ...{ ticketId, number, kind: 'incoming', authorContact: contact, setsStatus: null, leavesInSeconds: null },
      ...message,
      recipients: [],
    });
    if (reopens && isDone) await this.tickets.setStatus(transaction, ticketId, 'open', SYSTEM);
    return { ticketId, number };
  }

  /**
   * Writes what the desk itself has to say about what came: whoever answers should know it.
   *
   * @throws TicketNotFound
   */
  async tell(transaction: Transaction, ticketId: number, text: string): Promise<void> {
    const number = await this.tickets.add(transaction, ticketId, SYSTEM);
    await this.messages.insert(transaction, {
      ...{ ticketId, number, kind: 'system', authorContact: null, setsStatus: null, leavesInSeconds: null },
      ...{ text, folded: '', html: null, recipients: [] },
    });
  }
}
