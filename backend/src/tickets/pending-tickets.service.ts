import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import { defaultCategory } from '../categories/domain/default-category.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { DEFAULT_PRIORITY } from '../vocabulary/ticket-priority.ts';
import type { NewTicket, Ticket, TicketDraft } from './domain/ticket.ts';
import { TICKET_SUGGESTIONS } from './ticket-suggestions.job.ts';
import { TicketRepository } from './ticket.repository.ts';

/** Tickets that wait for somebody to sort them. */
@Injectable()
export class PendingTickets {
  constructor(
    private readonly categories: CategoriesService,
    private readonly tickets: TicketRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** A draft as it is written: what nobody decided is filled in, and the ticket waits then. */
  async filledIn({ ticket }: Pick<TicketDraft, 'ticket'>): Promise<NewTicket> {
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
}

function ifPending(ticket: Ticket | null): Ticket | null {
  return ticket?.triage === 'pending' ? ticket : null;
}
