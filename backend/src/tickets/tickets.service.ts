import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import { SuggestionLedger } from '../classification/suggestion-ledger.service.ts';
import { DomainError, TicketNotFound, ValidationFailed } from '../common/problems/domain-error.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { type TicketPatch, applyPatch } from './domain/ticket-change.ts';
import type { NewTicket, Ticket } from './domain/ticket.ts';
import { TicketRepository } from './ticket.repository.ts';

/** Writes and changes tickets. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly categories: CategoriesService,
    private readonly suggestions: SuggestionLedger,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Stores a new ticket and, when it was written with a suggestion, the choice that the person made.
   *
   * @throws ValidationFailed for an unknown or retired category, or an unknown suggestion.
   * @throws DomainError `suggestion_already_used` when another ticket was written with the suggestion.
   */
  async create(ticket: NewTicket, suggestionId?: string): Promise<Ticket> {
    await this.categories.requireActive(ticket.category);
    return this.unitOfWork.run(async (transaction) => {
      const created = await this.tickets.insert(transaction, ticket);
      if (suggestionId !== undefined) await this.suggestions.recordChoice(transaction, suggestionId, created);
      return created;
    });
  }

  /** @throws TicketNotFound */
  async get(id: number): Promise<Ticket> {
    const ticket = await this.tickets.find(id);
    if (!ticket) throw new TicketNotFound(id);
    return ticket;
  }

  /**
   * Changes the given fields of a ticket. Without `acceptedVersions` two agents who change different fields at the same
   * moment both keep their change; with it, a writer who has not seen the newest version is turned away.
   *
   * @throws TicketNotFound
   * @throws ValidationFailed for an empty patch, or an unknown or retired category.
   * @throws DomainError `stale_version` when the ticket is at none of the accepted versions.
   */
  async change(id: number, patch: TicketPatch, acceptedVersions: readonly number[] | null): Promise<Ticket> {
    const { status, category, priority } = patch;
    if (status === undefined && category === undefined && priority === undefined) throw nothingToChange();
    if (category !== undefined) await this.requireCategory(id, category);
    return this.unitOfWork.run(async (transaction) => {
      const ticket = await this.tickets.findForUpdate(transaction, id);
      if (!ticket) throw new TicketNotFound(id);
      if (acceptedVersions && !acceptedVersions.includes(ticket.version)) throw staleVersion(ticket);
      const now = new Date();
      const change = applyPatch(ticket, patch, now);
      return change ? this.tickets.update(transaction, ticket, change, now) : ticket;
    });
  }

  /** A ticket may stay in a category that was retired, but not move into one. */
  private async requireCategory(id: number, category: string): Promise<void> {
    const ticket = await this.get(id);
    if (ticket.category !== category) await this.categories.requireActive(category);
  }
}

function nothingToChange(): ValidationFailed {
  const message = 'Give at least one of status, category and priority.';
  return new ValidationFailed([{ field: 'body', code: 'empty', message }]);
}

function staleVersion({ id, version }: Ticket): DomainError {
  return new DomainError(
    'stale_version',
    `Ticket #${String(id)} is at version ${String(version)} now. Read it again, then decide.`,
  );
}
