import { Injectable } from '@nestjs/common';
import { SuggestionShowing } from '../learning/suggestion-showing.service.ts';
import type { CreatedTicket } from './domain/created-ticket.ts';
import type { TicketDetail, TicketWithDuplicates } from './domain/ticket.ts';

/** Knows what belongs to a ticket. */
@Injectable()
export class TicketDetails {
  constructor(private readonly showing: SuggestionShowing) {}

  async of(ticket: TicketWithDuplicates): Promise<TicketDetail> {
    return { ...ticket, suggestion: ticket.triage === 'pending' ? await this.showing.beside(ticket) : null };
  }

  /** The same of a ticket that was just written: nothing belongs to a new one yet. */
  async ofCreated({ ticket, replayed }: CreatedTicket): Promise<CreatedTicket<TicketDetail>> {
    return { ticket: replayed ? await this.of(ticket) : { ...ticket, suggestion: null }, replayed };
  }
}
