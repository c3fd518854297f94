import { Injectable } from '@nestjs/common';
import { ConfirmedTicketsRepository } from './confirmed-tickets.repository.ts';
import type { ConfirmedTicket } from './domain/confirmed-ticket.ts';

/** The tickets that the desk may go by, for they were sorted by people. */
@Injectable()
export class ConfirmedTickets {
  constructor(private readonly tickets: ConfirmedTicketsRepository) {}

  /** Those of some tickets, in no order. Deleted ones, and those that wait to be sorted, are none. */
  async among(ids: readonly number[]): Promise<ConfirmedTicket[]> {
    return ids.length === 0 ? [] : this.tickets.among(ids);
  }

  /** The same in the order in which they are asked for. */
  async inOrder(ids: readonly number[]): Promise<ConfirmedTicket[]> {
    const found = new Map((await this.among(ids)).map((ticket) => [ticket.id, ticket] as const));
    return ids.flatMap((id) => found.get(id) ?? []);
  }
}
