import { Injectable } from '@nestjs/common';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import type { Recipient, WrittenMessage } from './domain/message.ts';

/** Knows whom messages go to. */
@Injectable()
export class Addressing {
  constructor(
    private readonly tickets: TicketMessages,
    private readonly contacts: KnownContacts,
  ) {}

  /** A note goes to nobody. Where nothing is said of it, an answer goes to who asks, and in copy to who follows the ticket. */
  async recipients(transaction: Transaction, ticketId: number, message: WrittenMessage): Promise<readonly Recipient[]> {
    if (message.kind === 'note') return [];
    if (message.recipients) return eachOnce(message.recipients);
    const { requester, followers } = await this.tickets.people(transaction, ticketId);
    const asks = requester === null ? [] : [requester];
    const cards = await this.contacts.cards([...asks, ...followers], transaction);
    const people = [...asks, ...followers].flatMap((id): readonly Recipient[] => {
      const card = cards.get(id);
      return card?.address ? [{ role: id === requester ? 'to' : 'cc', name: card.name, address: card.address }] : [];
    });
    return eachOnce(people);
  }
}

/** Each address once, whatever its letters: who is written to needs no copy. */
function eachOnce(recipients: readonly Recipient[]): readonly Recipient[] {
  const known = new Map<string, Recipient>();
  for (const one of recipients) {
    const key = one.address.toLowerCase();
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}
