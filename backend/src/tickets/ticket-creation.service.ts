import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { SuggestionLedger } from '../suggestions/suggestion-ledger.service.ts';
import { creationChanges } from './domain/creation.ts';
import { type NewTicket, type TicketDraft, type TicketWithDuplicates, waits } from './domain/ticket.ts';
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
    private readonly contacts: KnownContacts,
  ) {}

  /**
   * Stores a new ticket and, when it was written with a suggestion, the choice that the person made. One whose category or
   * priority nobody decided waits to be sorted, and the desk suggests something for it in the background.
   *
   * @throws ValidationFailed for an unknown or retired category, an assignee who is no active user, an unknown contact or
   * suggestion, or a requester with an address that is none.
   * @throws DomainError `suggestion_already_used` when another ticket was written with the suggestion.
   *
   * @param manner with `last` nothing else belongs to the transaction, which may end with the ticket.
   */
  async write(
    transaction: Transaction,
    draft: TicketDraft,
    by: Author,
    { last }: { readonly last: boolean } = { last: false },
  ): Promise<TicketWithDuplicates> {
    if (draft.suggestionId === null) return this.writeAlone(transaction, draft, by, last);
    return this.writeWithSuggestion(transaction, draft, draft.suggestionId, by);
  }

  private async writeAlone(
    transaction: Transaction,
    draft: TicketDraft,
    by: Author,
    last: boolean,
  ): Promise<TicketWithDuplicates> {
    const { category, assignee } = draft.ticket;
    const ticket = await this.newTicket(transaction, draft);
    const isPending = ticket.triage === 'pending';
    const origin = { by, suggestionId: null, changes: creationChanges(ticket, null, draft.ticket) };
    const holding = [
      ...(category === undefined ? [] : (['category'] as const)),
      ...(assignee === null ? [] : (['assignee'] as const)),
    ];
    // Who asks may have been made before it, and must not stay when the ticket is refused.
    const manner = { holding, last: last && !isPending && ticket.requester === null };
    let written = await this.writer.create(transaction, ticket, origin, manner);
    if (!written) {
      // Says what is wrong; unless an admin has just brought it back.
      await this.choices.require(transaction, draft.ticket);
      written = await this.writer.create(transaction, ticket, origin, manner);
    }
    if (!written) throw new Error('A ticket was not written though it may be');
    if (isPending) await this.pending.askFor(transaction, written);
    return written;
  }

  private async writeWithSuggestion(
    transaction: Transaction,
    draft: TicketDraft,
    suggestionId: string,
    by: Author,
  ): Promise<TicketWithDuplicates> {
    if (waits(draft)) throw chosenByNobody();
    await this.choices.require(transaction, draft.ticket);
    const suggested = await this.suggestions.hold(transaction, suggestionId);
    const ticket = await this.newTicket(transaction, draft);
    const origin = { by, suggestionId, changes: creationChanges(ticket, suggested, draft.ticket) };
    const written = await this.writer.create(transaction, ticket, origin, { holding: [], last: false });
    if (!written) throw new Error('A ticket was not written though it may be');
    const { id: ticketId, category, priority } = written;
    await this.suggestions.recordChoice(transaction, suggestionId, { ticketId, category, priority, by: by.userId });
    return written;
  }

  /** A draft as it is written. */
  private async newTicket(transaction: Transaction, draft: TicketDraft): Promise<NewTicket> {
    const { requester } = draft;
    return {
      ...(await this.pending.filledIn(draft)),
      requester: requester ? await this.contacts.require(transaction, requester) : null,
    };
  }
}

function chosenByNobody(): ValidationFailed {
  const message = 'A suggestion goes with a category and a priority that somebody chose.';
  return new ValidationFailed([{ field: 'suggestion_id', code: 'not_decided', message }]);
}
