import { Injectable } from '@nestjs/common';
import { SuggestionLedger } from '../suggestions/suggestion-ledger.service.ts';
import type { Author } from '../common/author.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import type { CreatedTicket } from './domain/created-ticket.ts';
import { creationChanges } from './domain/creation.ts';
import type { Ticket, TicketDraft } from './domain/ticket.ts';
import { Idempotency } from './idempotency.service.ts';
import { TicketChoices } from './ticket-choices.service.ts';
import { TicketWriter } from './ticket-writer.repository.ts';

/** Takes in new tickets. */
@Injectable()
export class TicketIntake {
  constructor(
    private readonly writer: TicketWriter,
    private readonly choices: TicketChoices,
    private readonly suggestions: SuggestionLedger,
    private readonly idempotency: Idempotency,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Stores a new ticket and, when it was written with a suggestion, the choice that the person made. With a key, a
   * retry of the same request gives the ticket of the first.
   *
   * @throws ValidationFailed for an unknown or retired category, an assignee who is no active user, or an unknown
   * suggestion.
   * @throws DomainError `suggestion_already_used` when another ticket was written with the suggestion.
   * @throws DomainError `idempotency_key_reused` when the key was used for something else.
   * @throws TicketNotFound when the ticket of the key has been deleted since.
   */
  create(draft: TicketDraft, { by, key }: { by: Author; key: string | null }): Promise<CreatedTicket> {
    return this.unitOfWork.run(async (transaction) => {
      const write = () => this.write(transaction, draft, by);
      if (key === null) return { ticket: await write(), replayed: false };
      return this.idempotency.once(transaction, { key, by, draft }, write);
    });
  }

  private async write(transaction: Transaction, { ticket, suggestionId }: TicketDraft, by: Author): Promise<Ticket> {
    await this.choices.require(transaction, ticket);
    const suggested = suggestionId === null ? null : await this.suggestions.hold(transaction, suggestionId);
    const changes = creationChanges(ticket, suggested);
    const written = await this.writer.create(transaction, ticket, { by, suggestionId, changes });
    if (suggestionId !== null) {
      const { id: ticketId, category, priority } = written;
      await this.suggestions.recordChoice(transaction, suggestionId, { ticketId, category, priority, by: by.userId });
    }
    return written;
  }
}
