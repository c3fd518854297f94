import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { readAddress } from '../contacts/mail-address.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { AcknowledgementMails } from '../mail-templates/acknowledgement-mails.service.ts';
import { Acknowledgements } from '../sending/acknowledgements.service.ts';
import type { MailPlace } from '../sending/domain/outgoing-mail.ts';
import { TicketsService } from '../tickets/tickets.service.ts';
import { isAcknowledged, isOld, repeatedWords } from './domain/acknowledgement.ts';
import type { ReadMail } from './domain/read-mail.ts';
import type { SenderProof } from './domain/sender-proof.ts';

/** Tells who wrote a mail that it has come, where that is set. */
@Injectable()
export class MailAcknowledgements {
  constructor(
    private readonly settings: Settings,
    private readonly tickets: TicketsService,
    private readonly made: AcknowledgementMails,
    private readonly acknowledgements: Acknowledgements,
  ) {}

  /** Acknowledges a mail that has become a ticket, and is kept as that already, so that it answers that mail. */
  async send(
    transaction: Transaction,
    mail: ReadMail,
    { proof, arrivedAt }: { readonly proof: SenderProof; readonly arrivedAt: Date },
    place: MailPlace,
  ): Promise<void> {
    const { sender } = mail;
    if (!this.settings.acknowledgesMails || !isAcknowledged(mail, proof)) return;
    if (isOld(mail, arrivedAt, new Date())) return;
    if (sender === null || readAddress(sender.address) === null) return;
    const { id: ticketId, title } = await this.tickets.get(place.ticketId, transaction);
    const { name, ...words } = repeatedWords({ title, name: sender.name }, proof);
    const made = await this.made.make(transaction, { ...words, ticketId, customer: name });
    if (made === null) return;
    await this.acknowledgements.send(transaction, { name, address: sender.address }, { ...made, place });
  }
}
