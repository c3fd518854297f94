import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/author.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import { readAddress } from '../contacts/mail-address.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { OwnAddresses } from '../mail-accounts/own-addresses.service.ts';
import { FOLLOWERS_MAX, TicketFollowers } from '../tickets/followers/ticket-followers.service.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import type { MailAddress } from './domain/mail-address.ts';
import { isOneOf } from './domain/part-of-ticket.ts';
import type { ReadMail } from './domain/read-mail.ts';
import type { DeliveredMail } from './domain/standing-mail.ts';
import { ErasedSenders } from './erased-senders.service.ts';

/** Has those who are in copy of mails follow the tickets of these. */
@Injectable()
export class MailCopies {
  constructor(
    private readonly contacts: KnownContacts,
    private readonly own: OwnAddresses,
    private readonly followers: TicketFollowers,
    private readonly tickets: TicketMessages,
    private readonly erased: ErasedSenders,
  ) {}

  /** Those of a mail with which its sender began the ticket. */
  async follow(transaction: Transaction, ticket: number, mail: ReadMail, keptAt: Date): Promise<void> {
    await this.followers.addCopied(transaction, ticket, await this.of(transaction, mail, keptAt), SYSTEM);
  }

  /** Those of a mail that a contact wrote to a ticket, where that contact is part of it. */
  async followAnswer(
    transaction: Transaction,
    ticket: number,
    { mail, contact, keptAt }: { readonly mail: ReadMail; readonly contact: number; readonly keptAt: Date },
  ): Promise<void> {
    const people = await this.tickets.people(transaction, ticket);
    if (isOneOf(people, { ids: [contact] })) await this.follow(transaction, ticket, mail, keptAt);
  }

  /** Those of a mail that became something before it was known that it is from whom it says. */
  async followConfirmed(
    transaction: Transaction,
    { state, ticketId }: DeliveredMail,
    mail: ReadMail,
    keptAt: Date,
  ): Promise<void> {
    const { sender } = mail;
    if (state === 'ticket') return this.follow(transaction, ticketId, mail, keptAt);
    if (sender === null || readAddress(sender.address) === null) return;
    const contact = await this.contacts.require(transaction, sender);
    await this.followAnswer(transaction, ticketId, { mail, contact, keptAt });
  }

  /**
   * The contacts who are in copy of what a person wrote, made where nobody has the address; without who wrote, who is
   * being erased, and the desk's own addresses.
   */
  private async of(transaction: Transaction, { kind, sender, cc }: ReadMail, keptAt: Date): Promise<readonly number[]> {
    if (kind !== 'person') return [];
    const people = new Map<string, MailAddress>();
    const named = await this.own.without([...(sender ? [sender] : []), ...cc], transaction);
    for (const person of await this.erased.without(transaction, named, keptAt)) {
      const key = readAddress(person.address)?.key;
      if (key !== undefined && !people.has(key)) people.set(key, person);
    }
    const met = new Map<string, number>();
    // In one order, so that two mails that name the same strangers wait for each other and never in a circle.
    for (const [key, person] of [...people].slice(0, FOLLOWERS_MAX + 1).sort(([a], [b]) => (a < b ? -1 : 1))) {
      met.set(key, await this.contacts.require(transaction, person));
    }
    met.delete(readAddress(sender?.address ?? '')?.key ?? '');
    return [...met.values()];
  }
}
