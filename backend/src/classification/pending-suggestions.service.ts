import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import type { Ticket } from '../tickets/domain/ticket.ts';
import { PendingTickets } from '../tickets/pending-tickets.service.ts';
import { TICKET_SUGGESTIONS } from '../tickets/ticket-suggestions.job.ts';
import { ClassificationService } from './classification.service.ts';
import { SuggestedBeside } from './suggested-beside.service.ts';

/**
 * Suggests for tickets that wait to be sorted, one after another, in the background: what is suggested stands beside the
 * ticket and changes nothing about it, unless an admin allowed that for its category. Who sorts it meanwhile needs no suggestion any more.
 */
@Injectable()
export class PendingSuggestions implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly pending: PendingTickets,
    private readonly classification: ClassificationService,
    private readonly beside: SuggestedBeside,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(TICKET_SUGGESTIONS, ({ data, signal }) => this.suggest(data.ticket, signal));
  }

  private async suggest(id: number, signal: AbortSignal): Promise<void> {
    const ticket = await this.pending.find(id);
    if (!ticket) return;
    const answer = await this.classification.tryOut(ticket, signal);
    await this.unitOfWork.run(async (transaction) => {
      const now = await this.pending.hold(transaction, id);
      if (!now) return;
      // Another text asks for another answer: the job is done again.
      if (!sameText(now, ticket)) throw new Error(`The text of ticket #${String(id)} changed while it was judged`);
      await this.beside.put(transaction, now, answer);
    });
  }
}

function sameText(one: Ticket, other: Ticket): boolean {
  return one.title === other.title && one.description === other.description;
}
