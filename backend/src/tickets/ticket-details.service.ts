import { Injectable } from '@nestjs/common';
import type { ContactCard } from '../contacts/domain/contact.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import { SuggestionShowing } from '../learning/suggestion-showing.service.ts';
import type { CreatedTicket } from './domain/created-ticket.ts';
import type { TicketDetail, TicketWithDuplicates } from './domain/ticket.ts';

/** Knows what belongs to a ticket. */
@Injectable()
export class TicketDetails {
  constructor(
    private readonly showing: SuggestionShowing,
    private readonly contacts: KnownContacts,
  ) {}

  async of(ticket: TicketWithDuplicates): Promise<TicketDetail> {
    const suggestion = ticket.triage === 'pending' ? await this.showing.beside(ticket) : null;
    return { ...ticket, suggestion, ...(await this.people(ticket)) };
  }

  /** The same of a ticket that was just written: nothing is suggested for a new one yet. */
  async ofCreated({ ticket, replayed }: CreatedTicket): Promise<CreatedTicket<TicketDetail>> {
    return {
      ticket: replayed ? await this.of(ticket) : { ...ticket, suggestion: null, ...(await this.people(ticket)) },
      replayed,
    };
  }

  /** Who asks, and who follows. */
  private async people({
    requester,
    followers,
  }: TicketWithDuplicates): Promise<Pick<TicketDetail, 'requester' | 'followers'>> {
    const ids = [...(requester === null ? [] : [requester]), ...followers];
    const cards = await this.contacts.cards(ids);
    const distinct = new Map(followers.flatMap((id) => cards.get(id) ?? []).map((card) => [card.id, card]));
    const asks: ContactCard | null = requester === null ? null : (cards.get(requester) ?? null);
    return { requester: asks, followers: [...distinct.values()] };
  }
}
