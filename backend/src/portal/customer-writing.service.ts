import { Injectable } from '@nestjs/common';
import type { MessagePlace } from '../attachments/domain/attachment.ts';
import { CUSTOMER, onBehalfOf } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { ConversationOpening } from '../conversation/conversation-opening.service.ts';
import { FIRST_MESSAGE } from '../conversation/domain/timeline-entry.ts';
import { IncomingMessages } from '../conversation/incoming-messages.service.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import { CustomerTickets } from './customer-tickets.service.ts';
import { CustomerUploads } from './customer-uploads.service.ts';
import type { CustomerAnswer, CustomerQuestion } from './domain/customer-words.ts';
import type { Customer } from './domain/customer.ts';

/** Takes in what customers write. */
@Injectable()
export class CustomerWriting {
  constructor(
    private readonly opening: ConversationOpening,
    private readonly messages: IncomingMessages,
    private readonly changes: TicketMessages,
    private readonly tickets: CustomerTickets,
    private readonly uploads: CustomerUploads,
  ) {}

  /**
   * Writes a new ticket, which waits to be sorted, and gives its number.
   *
   * @throws ValidationFailed for an unknown or retired category, or files that are not theirs to send.
   */
  async ask(transaction: Transaction, question: CustomerQuestion, customer: Customer): Promise<number> {
    const { title, description, category, attachments } = question;
    const first = { title, description, folded: '', html: null, requester: { id: customer.id } };
    const id = await this.opening.open(transaction, { ...first, ...(category !== null && { category }) }, CUSTOMER);
    await this.uploads.attach(transaction, attachments, { ticketId: id, number: FIRST_MESSAGE }, customer);
    return id;
  }

  /**
   * Writes an answer to a ticket, or to the one in which that goes on, and says where it stands; a ticket of which nothing was left to do
   * opens again.
   *
   * @throws TicketNotFound, also for what is not theirs.
   * @throws ValidationFailed for files that are not theirs to send.
   * @throws DomainError `ticket_elsewhere` when it goes on in a ticket of somebody else.
   */
  async answer(
    transaction: Transaction,
    ticket: number,
    { text, attachments }: CustomerAnswer,
    customer: Customer,
  ): Promise<MessagePlace> {
    const { canAnswer } = await this.tickets.get(ticket, customer, transaction);
    if (!canAnswer) throw elsewhere(ticket);
    const words = { text, folded: '', html: null, contact: customer.id, reopens: true, by: CUSTOMER };
    const place = await this.messages.add(transaction, ticket, words);
    // It may have become a duplicate of another one meanwhile.
    if (!(await this.tickets.find(place.ticketId, customer, transaction))) throw elsewhere(ticket);
    await this.uploads.attach(transaction, attachments, place, customer);
    return place;
  }

  /**
   * Closes a ticket that they asked, which may be closed already.
   *
   * @throws TicketNotFound, also for what is not theirs.
   * @throws DomainError `only_in_copy` when they are only in copy of it.
   */
  async close(transaction: Transaction, ticket: number, customer: Customer): Promise<void> {
    const { mine } = await this.tickets.get(ticket, customer, transaction);
    if (!mine)
      throw new DomainError('only_in_copy', `You are in copy of ticket #${String(ticket)}: who asked it closes it.`);
    await this.changes.setStatus(transaction, ticket, 'closed', onBehalfOf(customer.id, CUSTOMER));
  }
}

function elsewhere(ticket: number): DomainError {
  return new DomainError('ticket_elsewhere', `Ticket #${String(ticket)} is closed. Please write a new one.`);
}
