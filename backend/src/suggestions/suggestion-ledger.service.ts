import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { SuggestedFields } from './domain/suggested-value.ts';
import type { Suggestion } from './domain/suggestion.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import { type Choice, SuggestionRepository } from './suggestion.repository.ts';

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
   * Takes a suggestion for a ticket that is about to be written; nobody else gets it before the transaction ends. Gives
   * what an LLM suggested, or null when it is the defaults.
   *
   * @throws ValidationFailed when there is no such suggestion.
   * @throws DomainError `suggestion_already_used` when it belongs to another ticket.
   */
  async hold(transaction: Transaction, suggestionId: string): Promise<SuggestedFields | null> {
    const suggestion = await this.suggestions.findForUpdate(transaction, suggestionId);
    if (!suggestion) {
      const message = 'There is no such suggestion.';
      throw new ValidationFailed([{ field: 'suggestion_id', code: 'unknown_value', message }]);
    }
    if (suggestion.used) {
      throw new DomainError(
        'suggestion_already_used',
        'Ask for a suggestion of its own for each ticket, or send none.',
      );
    }
    return suggestion.source === 'llm' ? suggestion.suggested : null;
  }

  /** Stores the ticket that was written with a suggestion and the values chosen, in the ticket's own transaction. */
  recordChoice(transaction: Transaction, suggestionId: string, choice: Choice): Promise<void> {
    return this.suggestions.setChoice(transaction, suggestionId, choice);
  }
}
