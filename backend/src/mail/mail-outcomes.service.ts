import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { ReturnedMails } from '../sending/returned-mails.service.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import type { Destination } from './domain/destination.ts';
import type { MailOutcome } from './domain/kept-mail.ts';
import type { ReadMail } from './domain/read-mail.ts';
import { type Delivered, type DeliveryManner, MailDelivery } from './mail-delivery.service.ts';

type Became = Pick<MailOutcome, 'state' | 'reason' | 'ticketId' | 'number'>;

/** Takes mails to where they go, and says what they have become there. */
@Injectable()
export class MailOutcomes {
  constructor(
    private readonly delivery: MailDelivery,
    private readonly returned: ReturnedMails,
  ) {}

  async of(
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
        if (mail.report) await this.returned.report(transaction, mail.report);
        return { state: 'report', ...nowhere };
      default:
        return { state: destination.to, ...nowhere, reason: destination.reason };
    }
  }

  /** A new ticket. */
  async asTicket(transaction: Transaction, mail: ReadMail, manner: DeliveryManner): Promise<Became & Delivered> {
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
