import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { SuggestionLedger } from '../suggestions/suggestion-ledger.service.ts';
import { creationChanges } from './domain/creation.ts';
import { type Ticket, type TicketDraft, waits } from './domain/ticket.ts';
import { PendingTickets } from './pending-tickets.service.ts';
import { TicketChoices } from './ticket-choices.service.ts';
import { TicketWriter } from './ticket-writer.repository.ts';

/** Writes new tickets, with what stands beside them. */
@Injectable()
export class TicketCreation {
  constructor(
    private readonly writer: TicketWriter,
    private readonly choices: TicketChoices,
    private readonly suggestions: SuggestionLedger,
    private readonly pending: PendingTickets,
  ) {}

  /**
   * Stores a new ticket and, when it was written with a suggestion, the choice that the person made. One whose category or
   * priority nobody decided waits to be sorted, and the desk suggests something for it in the background.
   *
   * @throws ValidationFailed for an unknown or retired category, an assignee who is no active user, or an unknown
   * suggestion.
   * @throws DomainError `suggestion_already_used` when another ticket was written with the suggestion.
   */
  async write(transaction: Transaction, draft: TicketDraft, by: Author): Promise<Ticket> {
    const { ticket: decided, suggestionId } = draft;
    if (suggestionId !== null && waits(draft)) throw chosenByNobody();
    await this.choices.require(transaction, decided);
    const suggested = suggestionId === null ? null : await this.suggestions.hold(transaction, suggestionId);
    const ticket = await this.pending.filledIn(draft);
    const changes = creationChanges(ticket, suggested, decided);
    const written = await this.writer.create(transaction, ticket, { by, suggestionId, changes });
    if (written.triage === 'pending') await this.pending.askFor(transaction, written);
    if (suggestionId !== null) {
      const { id: ticketId, category, priority } = written;
      await this.suggestions.recordChoice(transaction, suggestionId, { ticketId, category, priority, by: by.userId });
    }
    return written;
  }
}

function chosenByNobody(): ValidationFailed {
  const message = 'A suggestion goes with a category and a priority that somebody chose.';
  return new ValidationFailed([{ field: 'suggestion_id', code: 'not_decided', message }]);
}
