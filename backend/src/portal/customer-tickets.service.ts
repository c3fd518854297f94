import { Injectable } from '@nestjs/common';
import { cutPage, decodeCursor, encodeCursor } from '../common/http/keyset-cursor.ts';
import { PublicMessages } from '../conversation/public-messages.service.ts';
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

  /** @throws TicketNotFound, also for what is not theirs. */
  async get(id: number, customer: Customer): Promise<CustomerTicket> {
    const ticket = await this.tickets.find(id, customer);
    if (!ticket) throw new TicketNotFound(id);
    return ticket;
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
