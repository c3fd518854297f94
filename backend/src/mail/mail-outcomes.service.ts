import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { ReturnedMails } from '../sending/returned-mails.service.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import type { Destination } from './domain/destination.ts';
import type { MailOutcome } from './domain/kept-mail.ts';
import type { ReadMail } from './domain/read-mail.ts';
import { ErasedSenders } from './erased-senders.service.ts';
import type { SenderVerdict } from './domain/sender-proof.ts';
import { MailAcknowledgements } from './mail-acknowledgements.service.ts';
import { type Delivered, type DeliveryManner, MailDelivery } from './mail-delivery.service.ts';
import { MailRepository } from './mail.repository.ts';

/** What a mail became, and where that stands. */
export type Became = Pick<MailOutcome, 'state' | 'reason' | 'ticketId' | 'number'>;

/** What comes with a mail of which the domain of its sender was asked, and when it came to its mailbox. */
export type ReadManner = DeliveryManner & SenderVerdict & { readonly arrivedAt: Date };

/** Takes mails to where they go, and keeps what they have become there. */
@Injectable()
export class MailOutcomes {
  constructor(
    private readonly mails: MailRepository,
    private readonly delivery: MailDelivery,
    private readonly returned: ReturnedMails,
    private readonly acknowledgements: MailAcknowledgements,
    private readonly erased: ErasedSenders,
  ) {}

  /**
   * Makes of a mail that is held what it is; who wrote one that became a ticket is told. Null for one of somebody whose erasure was asked
   * for since it came: it becomes nothing.
   */
  async settle(
    transaction: Transaction,
    id: number,
    mail: ReadMail,
    manner: ReadManner,
    destination: Destination,
  ): Promise<Became | null> {
    if (await this.erased.forget(transaction, id, mail, manner.keptAt)) return null;
    const became = await this.deliver(transaction, mail, manner, destination);
    await this.mails.finish(transaction, id, { ...readOf(mail), proof: manner.proof, provenBy: manner.by, ...became });
    const { state, ticketId, number } = became;
    if (state === 'quarantined') transaction.tell('quarantine_changed', {});
    if (state !== 'ticket' || ticketId === null || number === null) return became;
    await this.acknowledgements.send(transaction, mail, manner, { ticketId, number });
    return became;
  }

  /** Makes a ticket of a mail that is held and waited for an admin; gives its number, or null as `settle` does. */
  async settleAsTicket(
    transaction: Transaction,
    id: number,
    mail: ReadMail,
    manner: DeliveryManner,
  ): Promise<number | null> {
    if (await this.erased.forget(transaction, id, mail, manner.keptAt)) return null;
    const became = await this.asTicket(transaction, mail, manner);
    await this.mails.finish(transaction, id, { ...readOf(mail), proof: null, provenBy: null, ...became });
    transaction.tell('quarantine_changed', {});
    return became.ticketId;
  }

  private async deliver(
    transaction: Transaction,
    mail: ReadMail,
    manner: DeliveryManner,
    destination: Destination,
  ): Promise<Became> {
    const nowhere = { reason: null, ticketId: null, number: null };
    switch (destination.to) {
      case 'ticket':
        return this.asTicket(transaction, mail, manner);
      case 'message':
        return this.asMessage(transaction, mail, manner, destination);
      case 'report':
        if (mail.report) {
          const addresses = [...mail.reachedAt, ...mail.report.addresses];
          await this.returned.report(transaction, { ...mail.report, addresses });
        }
        return { state: 'report', ...nowhere };
      default:
        return { state: destination.to, ...nowhere, reason: destination.reason };
    }
  }

  /** A new ticket. */
  private async asTicket(
    transaction: Transaction,
    mail: ReadMail,
    manner: DeliveryManner,
  ): Promise<Became & Delivered> {
    return { state: 'ticket', reason: null, ...(await this.delivery.asTicket(transaction, mail, manner)) };
  }

  /** A message; of a ticket that was deleted since, a new one. */
  private async asMessage(
    transaction: Transaction,
    mail: ReadMail,
    manner: DeliveryManner,
    { ticket, reopens }: { readonly ticket: number; readonly reopens: boolean },
  ): Promise<Became> {
    try {
      const { isNewTicket, ...delivered } = await this.delivery.asMessage(transaction, mail, manner, {
        ticket,
        reopens,
      });
      return { state: isNewTicket ? 'ticket' : 'message', reason: null, ...delivered };
    } catch (error) {
      if (!(error instanceof TicketNotFound)) throw error;
      return this.asTicket(transaction, mail, manner);
    }
  }
}

function readOf({
  kind,
  sender,
  subject,
  messageId,
}: ReadMail): Pick<MailOutcome, 'kind' | 'sender' | 'senderName' | 'subject' | 'messageId'> {
  return { kind, sender: sender?.address ?? null, senderName: sender?.name ?? null, subject, messageId };
}
