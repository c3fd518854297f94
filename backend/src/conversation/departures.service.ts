import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import { DepartureRepository } from './departure.repository.ts';

/** Lets answers leave that were held. */
@Injectable()
export class Departures {
  constructor(
    private readonly departures: DepartureRepository,
    private readonly tickets: TicketMessages,
  ) {}

  /**
   * Lets an answer leave, with the status that comes with it. The transaction holds the ticket. False when it is not held.
   *
   * @throws TicketNotFound
   */
  async leave(transaction: Transaction, ticketId: number, number: number): Promise<boolean> {
    const departed = await this.departures.leave(transaction, ticketId, number);
    if (departed?.status) await this.tickets.setStatus(transaction, ticketId, departed.status, departed.by);
    return departed !== null;
  }
}
