import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/author.ts';
import { Attachments } from '../attachments/attachments.service.ts';
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
import type { KeptFiles } from './mail-files.service.ts';

/** So many files that could not be kept are named. */
const TOLD_MAX = 20;

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
    private readonly attachments: Attachments,
    private readonly copies: MailCopies,
    private readonly followers: TicketFollowers,
  ) {}

  /** A new ticket of whoever wrote, which waits to be sorted. */
  async asTicket(transaction: Transaction, mail: ReadMail, files: KeptFiles): Promise<Delivered> {
    const copied = await this.copies.of(transaction, mail);
    const sender = contactOf(mail);
    const draft = {
      ticket: { ...newTicketText(mail), assignee: null },
      suggestionId: null,
      ...(sender && { requester: sender }),
    };
    const { id, version } = await this.creation.write(transaction, draft, SYSTEM);
    const place = await this.withFiles(transaction, { ticketId: id, number: version }, files);
    await this.followers.addCopied(transaction, id, copied, SYSTEM);
    return place;
  }

  /**
   * A message of a ticket, or of the one it was closed as a duplicate of; the ticket opens again when something is left to do.
   *
   * @throws TicketNotFound
   */
  async asMessage(
    transaction: Transaction,
    mail: ReadMail,
    files: KeptFiles,
    { ticket, reopens }: { readonly ticket: number; readonly reopens: boolean },
  ): Promise<Delivered> {
    const copied = await this.copies.of(transaction, mail);
    const sender = contactOf(mail);
    const contact = sender ? await this.contacts.require(transaction, sender) : null;
    const texts = fittingText(mail, MESSAGE_MAX);
    const place = await this.messages.add(transaction, ticket, { ...texts, html: mail.html, contact, reopens });
    await this.withFiles(transaction, place, files);
    await this.followers.addCopied(transaction, place.ticketId, copied, SYSTEM);
    return place;
  }

  /** Attaches what was kept, and tells of what could not be. */
  private async withFiles(transaction: Transaction, place: Delivered, { ids, missing }: KeptFiles): Promise<Delivered> {
    await this.attachments.attach(transaction, ids, place, null);
    if (missing.length > 0) await this.messages.tell(transaction, place.ticketId, tellingOf(missing));
    return place;
  }
}

function tellingOf(missing: readonly string[]): string {
  const more = missing.length - TOLD_MAX;
  return [
    'The desk could not keep all files of this mail:',
    ...missing.slice(0, TOLD_MAX),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('\n');
}

/** Who wrote, as far as it is an address to which somebody can be answered. */
function contactOf({ sender }: ReadMail): MailAddress | null {
  return sender && readAddress(sender.address) ? sender : null;
}
