import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { CreatedTicket } from './domain/created-ticket.ts';
import { TicketNotFound } from './domain/ticket-not-found.ts';
import type { TicketDraft, TicketWithDuplicates } from './domain/ticket.ts';
import { IdempotencyKeyRepository } from './idempotency-key.repository.ts';
import { TicketRepository } from './ticket.repository.ts';

/** Makes a retry of a request give the ticket of the first one. Keys belong to a user, and are forgotten after a day. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly keys: IdempotencyKeyRepository,
    private readonly tickets: TicketRepository,
  ) {}

  /**
   * Writes a ticket under a key, or gives the one that was written under it, as it is now.
   *
   * @throws DomainError `idempotency_key_reused` when the key was used for another draft.
   * @throws TicketNotFound when the ticket has been deleted since.
   */
  async once(
    transaction: Transaction,
    request: { readonly key: string; readonly by: Author; readonly draft: TicketDraft },
    write: () => Promise<TicketWithDuplicates>,
  ): Promise<CreatedTicket> {
    const { key, by, draft } = request;
    if (by.userId === null) throw new Error('An Idempotency-Key belongs to a user');
    const hash = createHash('sha256').update(JSON.stringify(draft)).digest('hex');
    if (await this.keys.take(transaction, by.userId, key, hash)) {
      const ticket = await write();
      await this.keys.setTicket(transaction, by.userId, key, ticket.id);
      return { ticket, replayed: false };
    }
    return { ticket: await this.earlier(transaction, by.userId, key, hash), replayed: true };
  }

  private async earlier(
    transaction: Transaction,
    userId: number,
    key: string,
    hash: string,
  ): Promise<TicketWithDuplicates> {
    const used = await this.keys.find(transaction, userId, key);
    if (used?.requestHash !== hash) {
      throw new DomainError(
        'idempotency_key_reused',
        'Use a new key for each ticket, and the same for its retries only.',
      );
    }
    const ticket = await this.tickets.find(used.ticketId, transaction);
    if (!ticket) throw new TicketNotFound(used.ticketId);
    return ticket;
  }
}
