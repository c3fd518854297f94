import { Injectable } from '@nestjs/common';
import { type Author, SYSTEM } from '../../common/author.ts';
import { DomainError } from '../../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../../database/unit-of-work.ts';
import { JobQueue } from '../../jobs/job-queue.ts';
import type { Suggestion } from '../../suggestions/domain/suggestion.ts';
import { TicketNotFound } from '../domain/ticket-not-found.ts';
import type { Ticket } from '../domain/ticket.ts';
import { TicketEdits } from '../ticket-edits.service.ts';
import { TicketWriter } from '../ticket-writer.repository.ts';
import { TicketRepository } from '../ticket.repository.ts';
import {
  type LaterDecision,
  mayBeThoughtOver,
  offeredValues,
  ownWords,
  suggestedFields,
} from './domain/later-suggestion.ts';
import { LaterSuggestionRepository } from './later-suggestion.repository.ts';
import { LATER_SUGGESTIONS } from './later-suggestions.job.ts';

/** A message of a customer: its ticket, and its number there. */
export interface LaterMessage {
  readonly ticketId: number;
  readonly number: number;
}

/**
 * What the desk suggests of a ticket that somebody has sorted, when its customer writes of another matter: new values stand beside
 * the ticket until a person takes or leaves them, one suggestion of a ticket at a time. Nothing applies by itself.
 */
@Injectable()
export class LaterSuggestions {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly edits: TicketEdits,
    private readonly offers: LaterSuggestionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  /** Has the values of a ticket thought over for a message, once it is written, where that says enough. */
  async askFor(transaction: Transaction, { ticketId, number }: LaterMessage, text: string): Promise<void> {
    if (ownWords(text) === null) return;
    await this.jobs.send(transaction, LATER_SUGGESTIONS, { ticket: ticketId, message: number });
  }

  /** Whether a ticket is there, sorted, and not done. */
  async isOpenTo(ticketId: number): Promise<boolean> {
    const ticket = await this.tickets.find(ticketId);
    return ticket !== null && mayBeThoughtOver(ticket);
  }

  /** Puts what a judgement of a message suggests beside its ticket, if that is still open to it; those who follow the ticket are told. */
  async offer(transaction: Transaction, { ticketId, number }: LaterMessage, judgement: Suggestion): Promise<void> {
    const ticket = await this.tickets.findForUpdate(transaction, ticketId);
    if (!ticket || !mayBeThoughtOver(ticket)) return;
    const offered = offeredValues(ticket, judgement, await this.offers.declined(transaction, ticketId));
    if (!offered) return;
    await this.offers.put(transaction, ticket, number, offered);
    await this.tell(transaction, ticket);
  }

  /**
   * Takes what is suggested, which changes the ticket, or leaves it.
   *
   * @throws TicketNotFound
   * @throws DomainError `suggestion_not_found` when it waits for no decision, or the ticket is not any more what it was made for.
   */
  decide(ticketId: number, id: string, decision: LaterDecision, by: Author): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      const ticket = await this.tickets.findForUpdate(transaction, ticketId);
      if (!ticket) throw new TicketNotFound(ticketId);
      const offered = await this.offers.findOpen(transaction, ticketId);
      if (offered?.id !== id)
        throw new DomainError('suggestion_not_found', 'It does not wait for a decision any more.');
      await this.offers.decide(transaction, id, decision, by.userId);
      if (decision === 'left') return this.tell(transaction, ticket);
      const { category, priority } = offered;
      const edit = { ...(category !== null && { category }), ...(priority !== null && { priority }) };
      const at = new Date();
      const revision = await this.edits.revision(transaction, ticket, edit, at, suggestedFields(offered));
      if (!revision) throw new Error('What was suggested is what the ticket has');
      await this.writer.change(transaction, revision, { by, at });
    });
  }

  /** By a version, as of what becomes of a message. */
  private async tell(transaction: Transaction, { id }: Pick<Ticket, 'id'>): Promise<void> {
    await this.writer.addMessage(transaction, id, { by: SYSTEM, at: new Date() });
  }
}
