import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { formerly, requireDuplicate, takenOver } from './domain/duplicate.ts';
import type { ChangeableTicket, TicketEdit } from './domain/ticket-change.ts';
import { TicketHistoryRepository } from './ticket-history.repository.ts';
import { TicketRepository } from './ticket.repository.ts';

/** Knows what it means that a ticket is, or is no longer, the duplicate of another. */
@Injectable()
export class TicketDuplicates {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly events: TicketHistoryRepository,
  ) {}

  /**
   * Holds a ticket and the one it shall be a duplicate of, in the order of their numbers: two who call each other's ticket a
   * duplicate take turns.
   */
  async hold(transaction: Transaction, id: number, { duplicate_of: original }: TicketEdit): Promise<void> {
    if (typeof original === 'number') await this.tickets.findManyForUpdate(transaction, [id, original]);
  }

  /**
   * An edit with all that follows from what it says of duplicates. The transaction holds both tickets.
   *
   * @throws ValidationFailed when it cannot be a duplicate of that one.
   */
  async whole(transaction: Transaction, ticket: ChangeableTicket, edit: TicketEdit): Promise<TicketEdit> {
    const { duplicate_of: number } = edit;
    if (number === undefined || (number === null && ticket.duplicate_of === null)) return edit;
    if (number === null) {
      const changes = await this.events.changesThatMadeDuplicate(transaction, ticket.id);
      return { ...formerly(ticket, changes), ...given(edit) };
    }
    const original = await this.tickets.find(number, transaction);
    const hasDuplicates = (await this.tickets.duplicatesOf(ticket.id, transaction)).length > 0;
    requireDuplicate({ ticket, number, original, hasDuplicates, edit });
    return { ...(original && takenOver(ticket, original)), ...given(edit) };
  }
}

/** A field that is there without a value is left out all the same. */
function given(edit: TicketEdit): TicketEdit {
  return Object.fromEntries(Object.entries<unknown>(edit).filter(([, value]) => value !== undefined));
}
