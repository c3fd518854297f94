import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Ticket } from '../tickets/domain/ticket.ts';
import type { Suggestion, TicketText } from './domain/suggestion.ts';
import { SuggestionRepository } from './suggestion.repository.ts';

/** Keeps every answer of the classifier and, beside it, what the person then chose. */
@Injectable()
export class SuggestionLedger {
  constructor(private readonly suggestions: SuggestionRepository) {}

  /** Stores an answer with a hash of the text it was given for, not the text; resolves to the suggestion's id. */
  record({ title, description }: TicketText, suggestion: Suggestion): Promise<string> {
    const inputHash = createHash('sha256').update(`${title}\0${description}`).digest('hex');
    return this.suggestions.insert(inputHash, suggestion);
  }

  /**
   * Stores the ticket that was written with a suggestion and the values chosen, in the ticket's own transaction.
   *
   * @throws ValidationFailed when there is no such suggestion.
   * @throws DomainError `suggestion_already_used` when it belongs to another ticket.
   */
  async recordChoice(transaction: Transaction, suggestionId: string, ticket: Ticket): Promise<void> {
    const { id: ticketId, category, priority } = ticket;
    if (await this.suggestions.setChoice(transaction, suggestionId, { ticketId, category, priority })) return;
    if (await this.suggestions.exists(transaction, suggestionId)) {
      throw new DomainError(
        'suggestion_already_used',
        'Ask for a suggestion of its own for each ticket, or send none.',
      );
    }
    const message = 'There is no such suggestion.';
    throw new ValidationFailed([{ field: 'suggestion_id', code: 'unknown_value', message }]);
  }
}
