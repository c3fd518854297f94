import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { newMessageId } from '../mail-accounts/domain/message-id.ts';
import { Senders } from '../mail-accounts/senders.service.ts';
import type { MailToSend } from './domain/outgoing-mail.ts';
import { OutgoingMailRepository } from './outgoing-mail.repository.ts';
import { SEND_MAIL } from './send-mail.job.ts';

/** Takes in what the desk has to send. */
@Injectable()
export class OutgoingMails {
  constructor(
    private readonly senders: Senders,
    private readonly mails: OutgoingMailRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Has a mail sent once the transaction is committed, and never if it is rolled back. Gives its Message-ID, without brackets;
   * null where the desk has no sender, and keeps nothing of it then. What becomes of it `SendingOutcomes` tells.
   */
  async enqueue(transaction: Transaction, mail: MailToSend): Promise<string | null> {
    const sender = await this.senders.current(transaction);
    if (sender === null) return null;
    const messageId = newMessageId(sender.fromAddress);
    const id = await this.mails.keep(transaction, messageId, mail);
    await this.jobs.send(transaction, SEND_MAIL, { mail: id });
    return messageId;
  }
}
