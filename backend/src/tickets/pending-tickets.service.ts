import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import { defaultCategory } from '../categories/domain/default-category.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { SYSTEM } from '../common/author.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { DEFAULT_PRIORITY } from '../vocabulary/ticket-priority.ts';
import type { NewTicket, Ticket, TicketDraft } from './domain/ticket.ts';
import { TicketEdits } from './ticket-edits.service.ts';
import { TICKET_SUGGESTIONS } from './ticket-suggestions.job.ts';
import { TicketWriter } from './ticket-writer.repository.ts';
import { TicketRepository } from './ticket.repository.ts';

/** Tickets that wait for somebody to sort them. */
@Injectable()
export class PendingTickets {
  constructor(
    private readonly categories: CategoriesService,
    private readonly tickets: TicketRepository,
    private readonly jobs: JobQueue,
    private readonly edits: TicketEdits,
    private readonly writer: TicketWriter,
  ) {}

  /** A draft as it is written: what nobody decided is filled in, and the ticket waits then. */
  async filledIn({ ticket }: Pick<TicketDraft, 'ticket'>): Promise<Omit<NewTicket, 'requester'>> {
    const { category, priority } = ticket;
    if (category !== undefined && priority !== undefined) return { ...ticket, category, priority, triage: null };
    return {
      ...ticket,
      category: category ?? defaultCategory(await this.categories.active()),
      priority: priority ?? DEFAULT_PRIORITY,
      triage: 'pending',
    };
  }

  /** Has the desk suggest something for a ticket, once it is written. */
  async askFor(transaction: Transaction, { id }: Ticket): Promise<void> {
    await this.jobs.send(transaction, TICKET_SUGGESTIONS, { ticket: id });
  }

  /** The ticket, if it is there and waits. */
  async find(id: number): Promise<Ticket | null> {
    return ifPending(await this.tickets.find(id));
  }

  /** The same, held so that nobody sorts it before the transaction ends. */
  async hold(transaction: Transaction, id: number): Promise<Ticket | null> {
    return ifPending(await this.tickets.findForUpdate(transaction, id));
  }

  /**
   * The desk itself gives a ticket, which the transaction holds, its category, and it waits no more. Gives false, and changes
   * nothing, where somebody has named a category before.
   */
  async sortByItself(transaction: Transaction, ticket: Ticket, category: string): Promise<boolean> {
    if (await this.tickets.hasNamedCategory(transaction, ticket.id)) return false;
    const at = new Date();
    const revision = await this.edits.revision(transaction, ticket, { category, triage: null }, at);
    if (!revision) return false;
    await this.writer.change(transaction, revision, { by: SYSTEM, at });
    return true;
  }
}

function ifPending(ticket: Ticket | null): Ticket | null {
  return ticket?.triage === 'pending' ? ticket : null;
}
