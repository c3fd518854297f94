import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { CreatedTicket } from './domain/created-ticket.ts';
import { ownedBy } from './domain/idempotency-key.ts';
import type { TicketDraft } from './domain/ticket.ts';
import { Idempotency } from './idempotency.service.ts';
import { TicketCreation } from './ticket-creation.service.ts';
import { TicketsService } from './tickets.service.ts';

/** Takes in new tickets. */
@Injectable()
export class TicketIntake {
  constructor(
    private readonly creation: TicketCreation,
    private readonly idempotency: Idempotency,
    private readonly tickets: TicketsService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Stores a new ticket (see `TicketCreation`). With a key, a retry of the same request gives the ticket of the first.
   *
   * @throws ValidationFailed for an unknown or retired category, an assignee who is no active user, or an unknown
   * suggestion.
   * @throws DomainError `suggestion_already_used` when another ticket was written with the suggestion.
   * @throws DomainError `idempotency_key_reused` when the key was used for something else.
   * @throws TicketNotFound when the ticket of the key has been deleted since.
   */
  create(draft: TicketDraft, { by, key }: { by: Author; key: string | null }): Promise<CreatedTicket> {
    return this.unitOfWork.run(async (transaction) => {
      if (key === null) {
        return { ticket: await this.creation.write(transaction, draft, by, { last: true }), replayed: false };
      }
      const outcome = await this.idempotency.once(
        transaction,
        { key, owner: ownedBy(by), request: draft },
        () => this.creation.write(transaction, draft, by),
        ({ id }) => ({ ticketId: id, messageNumber: null }),
      );
      if ('written' in outcome) return { ticket: outcome.written, replayed: false };
      return { ticket: await this.tickets.get(outcome.earlier.ticketId, transaction), replayed: true };
    });
  }
}
