import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Senders } from '../mail-accounts/senders.service.ts';
import { deskName, greetedAs } from './answer-mails.service.ts';
import { ALONE, type RenderedMail, renderedMail } from './domain/rendered-mail.ts';
import { MailTemplateRepository } from './mail-template.repository.ts';

/** What is known of a mail that has come; '' for what is not to be repeated to anybody. */
export interface ArrivedMail {
  readonly ticketId: number;
  readonly title: string;
  /** What who wrote is called. */
  readonly customer: string;
}

/** Makes the mails that tell people that what they wrote has come. */
@Injectable()
export class AcknowledgementMails {
  constructor(
    private readonly templates: MailTemplateRepository,
    private readonly senders: Senders,
  ) {}

  /** Null where the desk has no sender. */
  async make(transaction: Transaction, { ticketId, title, customer }: ArrivedMail): Promise<RenderedMail | null> {
    const sender = await this.senders.current(transaction);
    if (sender === null) return null;
    const known = { ...ALONE, ticketId, title, customer: greetedAs(customer), desk: deskName(sender) };
    return renderedMail(await this.templates.read('acknowledgement', transaction), known);
  }
}
