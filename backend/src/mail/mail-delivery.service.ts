import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/author.ts';
import { isVisible } from '../common/validation/unseen.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { IncomingMessages } from '../conversation/incoming-messages.service.ts';
import { MESSAGE_MAX } from '../conversation/domain/message.ts';
import { TicketFollowers } from '../tickets/followers/ticket-followers.service.ts';
import { TicketCreation } from '../tickets/ticket-creation.service.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import { readAddress } from '../contacts/mail-address.ts';
import { fittingText } from './domain/fitting-text.ts';
import { newTicketText } from './domain/new-ticket-text.ts';
import type { MailAddress } from './domain/mail-address.ts';
import type { ReadMail } from './domain/read-mail.ts';
import { MailCopies } from './mail-copies.service.ts';

/** Under which number of which ticket a mail stands. */
export interface Delivered {
  readonly ticketId: number;
  readonly number: number;
}

/** Makes of mails what people see of them. Who is in copy of a mail follows its ticket. */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly creation: TicketCreation,
    private readonly messages: IncomingMessages,
    private readonly contacts: KnownContacts,
    private readonly copies: MailCopies,
    private readonly followers: TicketFollowers,
  ) {}

  /** A new ticket of whoever wrote, which waits to be sorted; what it cannot hold is its next message. */
  async asTicket(transaction: Transaction, mail: ReadMail): Promise<Delivered> {
    const { title, description, rest } = newTicketText(mail);
    const copied = await this.copies.of(transaction, mail);
    const sender = contactOf(mail);
    const draft = {
      ticket: { title, description, assignee: null },
      suggestionId: null,
      ...(sender && { requester: sender }),
    };
    const { id, version } = await this.creation.write(transaction, draft, SYSTEM);
    if (isVisible(rest)) await this.addTo(transaction, id, { ...mail, text: rest, folded: '', html: null });
    await this.followers.addCopied(transaction, id, copied, SYSTEM);
    return { ticketId: id, number: version };
  }

  /**
   * A message of a ticket, or of the one it was closed as a duplicate of; the ticket opens again when something is left to do.
   *
   * @throws TicketNotFound
   */
  async asMessage(
    transaction: Transaction,
    mail: ReadMail,
    ticket: number,
    { reopens }: { readonly reopens: boolean },
  ): Promise<Delivered> {
    const copied = await this.copies.of(transaction, mail);
    const delivered = await this.addTo(transaction, ticket, mail, reopens);
    await this.followers.addCopied(transaction, delivered.ticketId, copied, SYSTEM);
    return delivered;
  }

  private async addTo(transaction: Transaction, ticket: number, mail: ReadMail, reopens = false): Promise<Delivered> {
    const sender = contactOf(mail);
    const contact = sender ? await this.contacts.require(transaction, sender) : null;
    const texts = fittingText(mail, MESSAGE_MAX);
    return this.messages.add(transaction, ticket, { ...texts, html: mail.html, contact, reopens });
  }
}

/** Who wrote, as far as it is an address to which somebody can be answered. */
function contactOf({ sender }: ReadMail): MailAddress | null {
  return sender && readAddress(sender.address) ? sender : null;
}
