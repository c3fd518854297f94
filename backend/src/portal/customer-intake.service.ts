import { Injectable } from '@nestjs/common';
import { PublicMessages } from '../conversation/public-messages.service.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { CustomerTickets } from './customer-tickets.service.ts';
import { CustomerWriting } from './customer-writing.service.ts';
import type { CustomerTicket, TakenAnswer } from './domain/customer-ticket.ts';
import type { CustomerAnswer, CustomerQuestion } from './domain/customer-words.ts';
import type { Customer } from './domain/customer.ts';
import { PortalLimits } from './portal-limits.service.ts';

/** Takes in what customers write and do, as much as one may. */
@Injectable()
export class CustomerIntake {
  constructor(
    private readonly writing: CustomerWriting,
    private readonly tickets: CustomerTickets,
    private readonly messages: PublicMessages,
    private readonly limits: PortalLimits,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Writes a new ticket. @throws TooManyRequests, and as `CustomerWriting.ask` does. */
  async ask(question: CustomerQuestion, customer: Customer): Promise<CustomerTicket> {
    await this.limits.countWrite(customer);
    const id = await this.unitOfWork.run((transaction) => this.writing.ask(transaction, question, customer));
    return this.tickets.get(id, customer);
  }

  /** Writes an answer. @throws TooManyRequests, and as `CustomerWriting.answer` does. */
  async answer(id: number, answer: CustomerAnswer, customer: Customer): Promise<TakenAnswer> {
    await this.limits.countWrite(customer);
    const place = await this.unitOfWork.run((transaction) => this.writing.answer(transaction, id, answer, customer));
    const message = await this.messages.find(place.ticketId, place.number, customer);
    if (!message) throw new Error('A customer cannot read what they wrote');
    return { ticket: place.ticketId, message };
  }

  /** Closes a ticket. @throws TooManyRequests, and as `CustomerWriting.close` does. */
  async close(id: number, customer: Customer): Promise<void> {
    await this.limits.countWrite(customer);
    await this.unitOfWork.run((transaction) => this.writing.close(transaction, id, customer));
  }
}
