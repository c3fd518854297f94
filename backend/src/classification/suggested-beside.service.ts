import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { AutomaticApplication } from '../learning/automatic-application.service.ts';
import { isSureEnough } from '../learning/domain/automatic.ts';
import { SuggestionShowing } from '../learning/suggestion-showing.service.ts';
import type { Suggestion } from '../suggestions/domain/suggestion.ts';
import { SuggestionLedger } from '../suggestions/suggestion-ledger.service.ts';
import type { Ticket } from '../tickets/domain/ticket.ts';
import { PendingTickets } from '../tickets/pending-tickets.service.ts';

/**
 * Puts a suggestion beside a ticket that waits to be sorted, and lets it apply where an admin allowed that for its category.
 * The hidden share of such tickets waits for a person all the same, so that the record goes on.
 */
@Injectable()
export class SuggestedBeside {
  constructor(
    private readonly ledger: SuggestionLedger,
    private readonly automatic: AutomaticApplication,
    private readonly showing: SuggestionShowing,
    private readonly pending: PendingTickets,
  ) {}

  /** @param ticket held by the transaction. */
  async put(transaction: Transaction, ticket: Ticket, suggestion: Suggestion): Promise<void> {
    const id = await this.ledger.recordBeside(transaction, ticket, suggestion);
    if (id === null || !(await this.mayApply(transaction, suggestion))) return;
    if (await this.pending.sortByItself(transaction, ticket, suggestion.category)) {
      await this.ledger.recordApplied(transaction, id);
    }
  }

  /** Only one that is named alone and surely enough, by the one whose record it is. */
  private async mayApply(transaction: Transaction, suggestion: Suggestion): Promise<boolean> {
    const { source, category, confidence, verdicts } = suggestion;
    if (source !== this.automatic.source || verdicts.category.options.length !== 1) return false;
    if (!isSureEnough(confidence.category)) return false;
    return (await this.automatic.allows(transaction, category)) && !(await this.showing.hides(suggestion));
  }
}
