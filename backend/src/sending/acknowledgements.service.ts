import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { AcknowledgementBound } from './acknowledgement-bound.repository.ts';
import type { AcknowledgementMail, MailRecipient } from './domain/outgoing-mail.ts';
import { OutgoingMails } from './outgoing-mails.service.ts';

/** What an acknowledgement says, and at which message of which ticket it stands. */
export type Acknowledgement = Omit<AcknowledgementMail, 'kind' | 'recipients' | 'fromName'>;

/** Tells people that what they wrote has come, not more often than an address may be told. */
@Injectable()
export class Acknowledgements {
  constructor(
    private readonly bound: AcknowledgementBound,
    private readonly mails: OutgoingMails,
  ) {}

  /** Sends one once the transaction is committed, unless whom it is for has been told often enough of late. */
  async send(
    transaction: Transaction,
    to: Pick<MailRecipient, 'name' | 'address'>,
    acknowledgement: Acknowledgement,
  ): Promise<void> {
    if (!(await this.bound.allows(transaction, to.address))) return;
    await this.mails.enqueue(transaction, {
      ...acknowledgement,
      ...{ kind: 'acknowledgement', recipients: [{ role: 'to', ...to }], fromName: null },
    });
  }
}
