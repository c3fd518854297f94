import { Injectable } from '@nestjs/common';
import { cutPage, decodeCursor, encodeCursor } from '../common/http/keyset-cursor.ts';
import type { PublicMessage } from '../conversation/domain/public-message.ts';
import { PublicMessages } from '../conversation/public-messages.service.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import { decodeVersionCursor } from '../tickets/domain/version-cursor.ts';
import { CustomerTicketRepository } from './customer-ticket.repository.ts';
import type { CustomerConversation, CustomerTicket, CustomerTicketPage } from './domain/customer-ticket.ts';
import type { Customer } from './domain/customer.ts';

interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

/** Shows customers their tickets, and nobody else's. */
@Injectable()
export class CustomerTickets {
  constructor(
    private readonly tickets: CustomerTicketRepository,
    private readonly messages: PublicMessages,
  ) {}

  /** What a customer asked or follows, newest first. @throws ValidationFailed for a cursor that is none. */
  async page(customer: Customer, { limit, cursor }: Page): Promise<CustomerTicketPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const found = await this.tickets.page(customer, after, limit + 1);
    const { shown: tickets, next } = cutPage(found, limit, encodeCursor);
    return { tickets, next };
  }

  /** A ticket; null for what is not theirs. Asked within the transaction, should there be one. */
  find(id: number, customer: Customer, transaction?: Transaction): Promise<CustomerTicket | null> {
    return this.tickets.find(id, customer, transaction);
  }

  /** The same. @throws TicketNotFound, also for what is not theirs. */
  async get(id: number, customer: Customer, transaction?: Transaction): Promise<CustomerTicket> {
    const ticket = await this.find(id, customer, transaction);
    if (!ticket) throw new TicketNotFound(id);
    return ticket;
  }

  /** A message of a ticket; null for one that they may not read, or that is deleted. */
  message(id: number, number: number, customer: Customer): Promise<PublicMessage | null> {
    return this.messages.find(id, number, customer);
  }

  /**
   * A ticket with its newest messages, or those before them.
   *
   * @throws TicketNotFound, also for what is not theirs.
   * @throws ValidationFailed for a cursor that is none.
   */
  async conversation(id: number, customer: Customer, { limit, cursor }: Page): Promise<CustomerConversation> {
    const before = cursor === undefined ? null : decodeVersionCursor(cursor);
    const ticket = await this.get(id, customer);
    return { ticket, ...(await this.messages.page(id, customer, { before, limit })) };
  }
}
