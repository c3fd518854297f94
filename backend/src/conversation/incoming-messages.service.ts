import { Injectable } from '@nestjs/common';
import { SYSTEM, onBehalfOf } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { LaterSuggestions } from '../tickets/later/later-suggestions.service.ts';
import { type HeldTicket, TicketMessages } from '../tickets/ticket-messages.service.ts';
import type { IncomingMessage } from './domain/message.ts';
import { FIRST_MESSAGE } from './domain/timeline-entry.ts';
import { FollowUps } from './follow-ups.service.ts';
import { MessageRepository } from './message.repository.ts';

/** Where something stands that came from outside: a message of a ticket, or the ticket that was opened with it. */
export interface IncomingPlace {
  readonly ticketId: number;
  readonly number: number;
  readonly isNewTicket: boolean;
}

/** Writes what comes from outside the desk into the conversations of tickets. */
@Injectable()
export class IncomingMessages {
  constructor(
    private readonly tickets: TicketMessages,
    private readonly messages: MessageRepository,
    private readonly followUps: FollowUps,
    private readonly later: LaterSuggestions,
  ) {}

  /**
   * Writes a message to a ticket, or to the one that it was closed as a duplicate of, and says where it stands. What a person
   * writes opens a ticket again of which nothing is left to do; where that was closed long ago (`REOPEN_DAYS`), it goes on in
   * another one, which both tell of.
   *
   * @throws TicketNotFound
   */
  async add(transaction: Transaction, ticket: number, message: IncomingMessage): Promise<IncomingPlace> {
    const held = await this.tickets.holdOriginal(transaction, ticket);
    if (!message.reopens || !this.followUps.isDue(held)) return this.addTo(transaction, held, message);
    const goesOnIn = await this.followUps.find(transaction, held.id);
    return goesOnIn === null ? this.goOn(transaction, held.id, message) : this.add(transaction, goesOnIn, message);
  }

  /** What a customer says in a message, without what it quotes; null when there is no such message. */
  async textOf(ticketId: number, number: number): Promise<string | null> {
    const message = (await this.messages.between(ticketId, number, number)).get(number);
    return message?.kind === 'incoming' ? message.text : null;
  }

  /**
   * Writes what the desk itself has to say about what came: whoever answers should know it.
   *
   * @throws TicketNotFound
   */
  async tell(transaction: Transaction, ticketId: number, text: string, linkedTicket?: number): Promise<void> {
    const number = await this.tickets.add(transaction, ticketId, SYSTEM);
    await this.messages.insert(transaction, {
      ...{ ticketId, number, kind: 'system', authorContact: null, setsStatus: null, leavesInSeconds: null },
      ...{ text, folded: '', html: null, recipients: [], ...(linkedTicket !== undefined && { linkedTicket }) },
    });
  }

  private async addTo(
    transaction: Transaction,
    { id: ticketId, isDone }: HeldTicket,
    { reopens, contact, by: way = SYSTEM, ...message }: IncomingMessage,
  ): Promise<IncomingPlace> {
    const by = onBehalfOf(contact, way);
    const number = await this.tickets.add(transaction, ticketId, by);
    await this.messages.insert(transaction, {
      ...{ ticketId, number, kind: 'incoming', authorContact: contact, setsStatus: null, leavesInSeconds: null },
      ...message,
      recipients: [],
    });
    if (reopens && isDone) await this.tickets.setStatus(transaction, ticketId, 'open', by);
    // What no person wrote has no matter.
    if (reopens) await this.later.askFor(transaction, { ticketId, number }, message.text);
    return { ticketId, number, isNewTicket: false };
  }

  private async goOn(transaction: Transaction, closed: number, message: IncomingMessage): Promise<IncomingPlace> {
    const ticketId = await this.followUps.open(transaction, closed, message);
    await this.tell(
      transaction,
      closed,
      `An answer came long after this was closed. It is ticket #${ticketId}.`,
      ticketId,
    );
    await this.tell(
      transaction,
      ticketId,
      `This goes on from ticket #${closed}, which was closed long before.`,
      closed,
    );
    return { ticketId, number: FIRST_MESSAGE, isNewTicket: true };
  }
}
