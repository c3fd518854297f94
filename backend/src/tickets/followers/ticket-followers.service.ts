import { Injectable } from '@nestjs/common';
import type { Author } from '../../common/author.ts';
import { ValidationFailed } from '../../common/problems/domain-error.ts';
import type { AskedContact } from '../../contacts/domain/contact.ts';
import { KnownContacts } from '../../contacts/known-contacts.service.ts';
import { type Transaction, UnitOfWork } from '../../database/unit-of-work.ts';
import type { TicketWithDuplicates } from '../domain/ticket.ts';
import { TicketWriter } from '../ticket-writer.repository.ts';
import { TicketRepository } from '../ticket.repository.ts';
import { TicketsService } from '../tickets.service.ts';

/** So many follow a ticket at most. */
export const FOLLOWERS_MAX = 50;

/** Knows who gets a copy of what is answered to a ticket: each person once, also who has several contacts merged into one. */
@Injectable()
export class TicketFollowers {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly reading: TicketsService,
    private readonly writer: TicketWriter,
    private readonly contacts: KnownContacts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Lets somebody follow a ticket, and gives the ticket as it is then; who follows it already goes on.
   *
   * @throws TicketNotFound
   * @throws ValidationFailed for an unknown contact, or when as many follow as may.
   */
  add(id: number, asked: AskedContact, by: Author): Promise<TicketWithDuplicates> {
    return this.unitOfWork.run(async (transaction) => {
      const contact = await this.contacts.require(transaction, asked);
      const ticket = await this.hold(transaction, id);
      const [newcomer] = await this.newcomers(transaction, ticket, [contact]);
      if (newcomer === undefined) return ticket;
      if (ticket.followers.length >= FOLLOWERS_MAX) throw tooMany();
      await this.writer.changeFollowers(transaction, id, { added: [newcomer], removed: [] }, { by, at: new Date() });
      return this.reading.get(id, transaction);
    });
  }

  /**
   * Lets those follow who were in copy of what somebody wrote, as many as may. Who asks hears of it anyway.
   *
   * @param copied contacts that are there.
   * @throws TicketNotFound
   */
  async addCopied(transaction: Transaction, id: number, copied: readonly number[], by: Author): Promise<void> {
    if (copied.length === 0) return;
    const ticket = await this.hold(transaction, id);
    const newcomers = await this.newcomers(transaction, ticket, copied);
    const others = newcomers.filter((contact) => contact !== ticket.requester);
    const added = others.slice(0, Math.max(0, FOLLOWERS_MAX - ticket.followers.length));
    if (added.length === 0) return;
    await this.writer.changeFollowers(transaction, id, { added, removed: [] }, { by, at: new Date() });
  }

  /**
   * Has somebody follow a ticket no more, who may not have followed it.
   *
   * @throws TicketNotFound
   */
  remove(id: number, contact: number, by: Author): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      const { followers } = await this.hold(transaction, id);
      const cards = await this.contacts.cards([...followers, contact], transaction);
      const root = cards.get(contact)?.id;
      const removed = followers.filter((follower) => cards.get(follower)?.id === root);
      if (removed.length === 0) return;
      await this.writer.changeFollowers(transaction, id, { added: [], removed }, { by, at: new Date() });
    });
  }

  private async hold(transaction: Transaction, id: number): Promise<TicketWithDuplicates> {
    await this.tickets.findManyForUpdate(transaction, [id]);
    return this.reading.get(id, transaction);
  }

  /** Those of the contacts who do not follow the ticket yet, each person once. */
  private async newcomers(
    transaction: Transaction,
    { followers }: TicketWithDuplicates,
    contacts: readonly number[],
  ): Promise<readonly number[]> {
    const cards = await this.contacts.cards([...followers, ...contacts], transaction);
    const follow = new Set(followers.map((id) => cards.get(id)?.id));
    const come = contacts.map((id) => {
      const card = cards.get(id);
      if (!card) throw unknownContact();
      return card.id;
    });
    return [...new Set(come)].filter((id) => !follow.has(id));
  }
}

function tooMany(): ValidationFailed {
  const message = `At most ${String(FOLLOWERS_MAX)} follow a ticket.`;
  return new ValidationFailed([{ field: 'body', code: 'too_many', message }]);
}

function unknownContact(): ValidationFailed {
  return new ValidationFailed([{ field: 'id', code: 'unknown_value', message: 'There is no such contact.' }]);
}
