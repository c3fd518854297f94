import { Injectable } from '@nestjs/common';
import { Attachments } from '../attachments/attachments.service.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { IncomingMessages } from '../conversation/incoming-messages.service.ts';
import { ConversationOpening } from '../conversation/conversation-opening.service.ts';
import { MISSING_FILES } from '../conversation/domain/missing-files.ts';
import { MESSAGE_MAX } from '../conversation/domain/message.ts';
import { FIRST_MESSAGE } from '../conversation/domain/timeline-entry.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import { readAddress } from '../contacts/mail-address.ts';
import { fittingText } from './domain/fitting-text.ts';
import { withOwnPictures } from './domain/own-pictures.ts';
import { messageText, newTicketText } from './domain/new-ticket-text.ts';
import type { MailAddress } from './domain/mail-address.ts';
import type { SenderProof } from './domain/sender-proof.ts';
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

/** The same, and whether the ticket was opened with it. */
export interface DeliveredAnswer extends Delivered {
  readonly isNewTicket: boolean;
}

/** What comes with a mail: its files as they were kept, whether its sender is who it says (null where nobody asked), and since when it is here. */
export interface DeliveryManner {
  readonly files: KeptFiles;
  readonly proof: SenderProof | null;
  readonly keptAt: Date;
}

/** Makes of mails what people see of them. Who is in copy follows the ticket where somebody says so who is part of it. */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly opening: ConversationOpening,
    private readonly messages: IncomingMessages,
    private readonly contacts: KnownContacts,
    private readonly attachments: Attachments,
    private readonly copies: MailCopies,
  ) {}

  /** A new ticket of whoever wrote, which waits to be sorted; of nobody where the domain denies that it is from there. */
  async asTicket(
    transaction: Transaction,
    mail: ReadMail,
    { files, proof, keptAt }: DeliveryManner,
  ): Promise<Delivered> {
    const sender = proof === 'denied' ? null : contactOf(mail);
    const first = { ...newTicketText(mail), html: htmlOf(mail, files), requester: sender };
    const id = await this.opening.open(transaction, first);
    const place = await this.withFiles(transaction, { ticketId: id, number: FIRST_MESSAGE }, files);
    if (proof === 'denied') await this.messages.tell(transaction, id, forgedWords(mail));
    if (proof === 'confirmed') await this.copies.follow(transaction, id, mail, keptAt);
    return place;
  }

  /**
   * A message of a ticket, or of the one it was closed as a duplicate of; the ticket opens again, or goes on in another one when
   * it was closed long ago.
   *
   * @throws TicketNotFound
   */
  async asMessage(
    transaction: Transaction,
    mail: ReadMail,
    { files, proof, keptAt }: DeliveryManner,
    { ticket, reopens }: { readonly ticket: number; readonly reopens: boolean },
  ): Promise<DeliveredAnswer> {
    const sender = contactOf(mail);
    const contact = sender ? await this.contacts.require(transaction, sender) : null;
    const texts = fittingText(messageText(mail), MESSAGE_MAX);
    const place = await this.messages.add(transaction, ticket, {
      ...texts,
      html: htmlOf(mail, files),
      contact,
      reopens,
    });
    await this.withFiles(transaction, place, files);
    const isConfirmed = contact !== null && proof === 'confirmed';
    if (isConfirmed) await this.copies.followAnswer(transaction, place.ticketId, { mail, contact, keptAt });
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
  return [MISSING_FILES, ...missing.slice(0, TOLD_MAX), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

function htmlOf({ html }: ReadMail, { pictures }: KeptFiles): string | null {
  return html === null ? null : withOwnPictures(html, pictures);
}

function forgedWords({ sender }: ReadMail): string {
  return `This mail says that it is from ${sender?.name ?? ''} <${sender?.address ?? ''}>. The domain does not confirm it (DMARC), so nobody is named as who asks.`;
}

/** Who wrote, as far as it is an address to which somebody can be answered. */
function contactOf({ sender }: ReadMail): MailAddress | null {
  return sender && readAddress(sender.address) ? sender : null;
}
