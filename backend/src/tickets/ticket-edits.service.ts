import { Injectable } from '@nestjs/common';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { SuggestedFields } from '../suggestions/domain/suggested-value.ts';
import { SuggestionLedger } from '../suggestions/suggestion-ledger.service.ts';
import {
  type AskedEdit,
  type ChangeableTicket,
  type TicketEdit,
  type TicketRevision,
  endsWaiting,
  revise,
} from './domain/ticket-change.ts';
import { waitingAgain } from './domain/waiting-again.ts';
import { TicketChoices } from './ticket-choices.service.ts';
import { TicketDuplicates } from './ticket-duplicates.service.ts';
import { TicketHistoryRepository } from './ticket-history.repository.ts';

/** Knows what becomes of a ticket by what somebody wants to change about it. */
@Injectable()
export class TicketEdits {
  constructor(
    private readonly choices: TicketChoices,
    private readonly duplicates: TicketDuplicates,
    private readonly history: TicketHistoryRepository,
    private readonly suggestions: SuggestionLedger,
    private readonly contacts: KnownContacts,
  ) {}

  /**
   * Holds what an edit of a ticket is about besides the ticket, before that is held, and gives the edit as it is meant: who
   * asks is somebody by then.
   *
   * @throws ValidationFailed for a requester with an address that is none.
   */
  async hold(transaction: Transaction, id: number, { requester, ...edit }: AskedEdit): Promise<TicketEdit> {
    await this.duplicates.hold(transaction, id, edit);
    if (requester === undefined) return edit;
    return { ...edit, requester: requester && (await this.contacts.require(transaction, requester)) };
  }

  /**
   * The revision that an edit of a ticket makes, which the transaction holds; null when it changes nothing. `inView` is what
   * was suggested of a ticket that does not wait.
   *
   * @throws ValidationFailed for an unknown or retired category, an assignee who is no active user, or a ticket that this one
   * cannot be a duplicate of; and for one that cannot wait again.
   */
  async revision(
    transaction: Transaction,
    ticket: ChangeableTicket,
    edit: TicketEdit,
    at: Date,
    inView: Partial<SuggestedFields> | null = null,
  ): Promise<TicketRevision | null> {
    const whole = await this.whole(transaction, ticket, edit);
    const suggested = endsWaiting(ticket, whole) ? await this.suggestions.shownBeside(transaction, ticket.id) : inView;
    const revision = revise(ticket, whole, at, suggested);
    // What it takes over or gets back it may have, also when that is out of use.
    if (revision) await this.choices.require(transaction, asked(revision.fields, edit));
    return revision;
  }

  /** With all that follows from it. */
  private async whole(transaction: Transaction, ticket: ChangeableTicket, edit: TicketEdit): Promise<TicketEdit> {
    const whole = await this.duplicates.whole(transaction, ticket, edit);
    if (edit.triage !== 'pending') return whole;
    return waitingAgain(ticket, whole, await this.history.lastSorting(transaction, ticket.id));
  }
}

function asked({ category, assignee }: TicketEdit, edit: TicketEdit): Pick<TicketEdit, 'category' | 'assignee'> {
  return {
    ...(edit.category !== undefined && category !== undefined && { category }),
    ...(edit.assignee !== undefined && assignee !== undefined && { assignee }),
  };
}
