import { Injectable } from '@nestjs/common';
import { SuggestionShowing } from '../learning/suggestion-showing.service.ts';
import type { CreatedTicket } from './domain/created-ticket.ts';
import type { Ticket, TicketDetail } from './domain/ticket.ts';
import { TicketRepository } from './ticket.repository.ts';

/** Knows what belongs to a ticket. */
@Injectable()
export class TicketDetails {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly showing: SuggestionShowing,
  ) {}

  async of(ticket: Ticket): Promise<TicketDetail> {
    const [duplicates, suggestion] = await Promise.all([
      this.tickets.duplicatesOf(ticket.id),
      ticket.triage === 'pending' ? this.showing.beside(ticket.id) : null,
    ]);
    return { ...ticket, duplicates, suggestion };
  }

  /** The same of a ticket that was just written: nothing belongs to a new one yet. */
  async ofCreated({ ticket, replayed }: CreatedTicket): Promise<CreatedTicket<TicketDetail>> {
    return { ticket: replayed ? await this.of(ticket) : { ...ticket, duplicates: [], suggestion: null }, replayed };
  }
}
