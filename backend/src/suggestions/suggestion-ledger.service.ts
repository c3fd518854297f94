import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { isOfSomeRow } from '../database/database-failures.ts';
import { together } from '../database/together.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import type { SuggestedFields } from './domain/suggested-value.ts';
import { judges } from './domain/suggestion-source.ts';
import type { ShownAs, Suggestion } from './domain/suggestion.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import { LlmCallRepository } from './llm-call.repository.ts';
import {
  type Choice,
  type HeldSuggestion,
  type SuggestedForText,
  SuggestionRepository,
} from './suggestion.repository.ts';

/** One statement stores what was suggested for no more texts than this. */
const TEXTS_AT_ONCE_MAX = 100;

/** Keeps every suggestion and, beside the one that was shown, what the person then chose. */
@Injectable()
export class SuggestionLedger {
  /** What several ask to be stored at the same time is written at once; each hears of it when it is committed. */
  private readonly write = together<SuggestedForText, string>(
    (suggested) => this.writeAll(suggested),
    TEXTS_AT_ONCE_MAX,
  );

  constructor(
    private readonly suggestions: SuggestionRepository,
    private readonly llmCalls: LlmCallRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Stores what was suggested for a text and shown, with a hash of the text, not the text; resolves to its id. Shadows are
   * what others would have suggested: they stand beside it, nobody sees them, and the choice is found through the one that
   * was shown. A hidden one is kept all the same, and the person gets no more than its id. Who has got the id finds it in the
   * ledger, whatever becomes of this process.
   */
  record(
    { title, description }: TicketText,
    shown: Suggestion,
    shadows: readonly Suggestion[] = [],
    { hidden = false }: { readonly hidden?: boolean } = {},
  ): Promise<string> {
    const rows = [shown, ...shadows].map((suggestion) => ({ ...suggestion, shownAs: shownAs(suggestion, hidden) }));
    const suggested = { inputHash: hashOf({ title, description }), suggestions: rows, ticketId: null };
    // Calls of an LLM are joined in the same transaction, and are what takes time then.
    if (shown.llmCalls.length === 0) return this.write(suggested);
    return this.unitOfWork.run((transaction) => this.insert(transaction, suggested, shown));
  }

  /** Stores what is suggested for a ticket that waits to be sorted and gives its id; null when there is something already. */
  async recordBeside(
    transaction: Transaction,
    ticket: TicketText & { readonly id: number },
    shown: Suggestion,
  ): Promise<string | null> {
    if (await this.suggestions.findOf(transaction, ticket.id)) return null;
    const suggestions = [{ ...shown, shownAs: shownAs(shown, false) }];
    return this.insert(transaction, { inputHash: hashOf(ticket), suggestions, ticketId: ticket.id }, shown);
  }

  /** Keeps that the desk applied what stands beside a ticket: nobody chose it. */
  recordApplied(transaction: Transaction, id: string): Promise<void> {
    return this.suggestions.setApplied(transaction, id);
  }

  /**
   * Takes a suggestion for a ticket that is about to be written; nobody else gets it before the transaction ends. Gives
   * what was suggested, or null when the person saw no suggestion: nobody had judged the text, or it was hidden.
   *
   * @throws ValidationFailed when no such suggestion was shown.
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
    return seenOf(suggestion);
  }

  /** What stands beside a ticket that waits to be sorted, for people to see; null when nobody judged it. */
  async shownBeside(transaction: Transaction, ticketId: number): Promise<SuggestedFields | null> {
    const suggestion = await this.suggestions.findOf(transaction, ticketId);
    return suggestion && seenOf(suggestion);
  }

  /** Stores the ticket that was written with a suggestion and the values chosen, in the ticket's own transaction. */
  async recordChoice(transaction: Transaction, suggestionId: string, choice: Choice): Promise<void> {
    await this.suggestions.setChoice(transaction, suggestionId, choice);
    transaction.tell('suggestion_decided', { id: suggestionId, ticketId: choice.ticketId });
  }

  private async insert(
    transaction: Transaction,
    suggested: SuggestedForText,
    { llmCalls }: Suggestion,
  ): Promise<string> {
    const [id = ''] = await this.suggestions.insert(transaction, [suggested]);
    // Words that were removed while somebody waited for the answer are in what it explains.
    if (llmCalls.length > 0 && !(await this.llmCalls.join(transaction, llmCalls, id)))
      await this.suggestions.forgetWords(transaction, [id]);
    transaction.tell('suggestion_made', { id });
    return id;
  }

  /** All in one statement; where the database refuses what one of them says, each by itself, so that it fails alone. */
  private async writeAll(suggested: readonly SuggestedForText[]): Promise<readonly (string | Error)[]> {
    try {
      return await this.unitOfWork.run(async (transaction) => {
        const ids = await this.suggestions.insert(transaction, suggested, { last: true });
        for (const id of ids) transaction.tell('suggestion_made', { id });
        return ids;
      });
    } catch (error) {
      if (suggested.length === 1 || !isOfSomeRow(error)) throw error;
      return (await Promise.all(suggested.map((one) => this.writeAll([one]).catch(asErrors)))).flat();
    }
  }
}

function asErrors(error: unknown): Error[] {
  return [error instanceof Error ? error : new Error('A suggestion could not be stored', { cause: error })];
}

/** What a person saw of a suggestion; null when that was none. */
function seenOf({ source, shownAs, suggested }: HeldSuggestion): SuggestedFields | null {
  return judges(source) && shownAs === 'shown' ? suggested : null;
}

function hashOf({ title, description }: TicketText): string {
  return hash('sha256', `${title}\0${description}`);
}

function shownAs({ verdicts }: Suggestion, hidden: boolean): ShownAs {
  if (verdicts.category.abstained) return 'abstained';
  return hidden ? 'hidden' : 'shown';
}
