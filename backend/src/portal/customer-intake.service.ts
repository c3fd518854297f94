import { Injectable } from '@nestjs/common';
import { FIRST_MESSAGE } from '../conversation/domain/timeline-entry.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import type { WrittenWithKey } from '../tickets/domain/idempotency-key.ts';
import { Idempotency } from '../tickets/idempotency.service.ts';
import { CustomerTickets } from './customer-tickets.service.ts';
import { CustomerWriting } from './customer-writing.service.ts';
import type { AskedTicket, TakenAnswer } from './domain/customer-ticket.ts';
import type { CustomerAnswer, CustomerQuestion } from './domain/customer-words.ts';
import type { Customer } from './domain/customer.ts';
import { PortalLimits } from './portal-limits.service.ts';

/** Who sends something, and the key under which it is written once; null writes it each time. */
interface Sender {
  readonly customer: Customer;
  readonly key: string | null;
}

/** Takes in what customers write and do, as much as one may. */
@Injectable()
export class CustomerIntake {
  constructor(
    private readonly writing: CustomerWriting,
    private readonly tickets: CustomerTickets,
    private readonly limits: PortalLimits,
    private readonly idempotency: Idempotency,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Writes a new ticket. With a key, a retry of the same request gives the ticket of the first.
   *
   * @throws TooManyRequests, and as `CustomerWriting.ask` does.
   * @throws DomainError `idempotency_key_reused` when the key was used for something else.
   * @throws TicketNotFound when the ticket of the key is not theirs any more.
   */
  async ask(question: CustomerQuestion, sender: Sender): Promise<AskedTicket> {
    const { customer } = sender;
    const { ticketId, replayed } = await this.once(sender, { question }, async (transaction) => ({
      ticketId: await this.writing.ask(transaction, question, customer),
      messageNumber: null,
    }));
    return { ticket: await this.tickets.get(ticketId, customer), replayed };
  }

  /**
   * Writes an answer. With a key, a retry of the same request gives the answer of the first, whatever came since.
   *
   * @throws TooManyRequests, and as `CustomerWriting.answer` does.
   * @throws DomainError `idempotency_key_reused` when the key was used for something else.
   */
  async answer(id: number, answer: CustomerAnswer, sender: Sender): Promise<TakenAnswer> {
    const { customer } = sender;
    const { ticketId, messageNumber, replayed } = await this.once(sender, { id, answer }, async (transaction) => {
      const place = await this.writing.answer(transaction, id, answer, customer);
      return { ticketId: place.ticketId, messageNumber: place.number };
    });
    const message = await this.tickets.message(ticketId, messageNumber ?? FIRST_MESSAGE, customer);
    // It may have been deleted since it was written.
    if (!message) throw new TicketNotFound(id);
    return { ticket: ticketId, message, replayed };
  }

  /** Closes a ticket. @throws TooManyRequests, and as `CustomerWriting.close` does. */
  async close(id: number, customer: Customer): Promise<void> {
    await this.limits.countWrite(customer);
    await this.unitOfWork.run((transaction) => this.writing.close(transaction, id, customer));
  }

  private async once(
    { customer, key }: Sender,
    request: object,
    write: (transaction: Transaction) => Promise<WrittenWithKey>,
  ): Promise<WrittenWithKey & { readonly replayed: boolean }> {
    await this.limits.countWrite(customer);
    return this.unitOfWork.run(async (transaction) => {
      if (key === null) return { ...(await write(transaction)), replayed: false };
      const owner = { kind: 'contact', id: customer.id } as const;
      const outcome = await this.idempotency.once(
        transaction,
        { key, owner, request },
        () => write(transaction),
        (written) => written,
      );
      return 'written' in outcome ? { ...outcome.written, replayed: false } : { ...outcome.earlier, replayed: true };
    });
  }
}
