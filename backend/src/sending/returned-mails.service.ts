import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { type ReturnReport, afterReport, wentTo } from './domain/return-report.ts';
import { stateOf, wordsOf } from './domain/server-answer.ts';
import { OutgoingMailRepository } from './outgoing-mail.repository.ts';
import { ReplyAddresses } from './reply-addresses.service.ts';
import { SendingOutcomes } from './sending-outcomes.ts';

/** Takes in what servers report of mails that the desk sent, as that they came back. */
@Injectable()
export class ReturnedMails {
  constructor(
    private readonly mails: OutgoingMailRepository,
    private readonly outcomes: SendingOutcomes,
    private readonly addresses: ReplyAddresses,
  ) {}

  /**
   * Says with a mail what is reported of it. Of a mail that the desk did not send, or not to the address that is named,
   * nothing is said. It is known by its Message-ID, or where none is told by the ticket that its signed address names, if just one mail
   * of that went there.
   *
   * @throws Error while the mail is being sent: then it is to be tried again.
   */
  async report(transaction: Transaction, report: ReturnReport): Promise<void> {
    const { recipients: reports } = report;
    const messageId = report.messageId ?? (await this.onlyOne(transaction, report));
    const place = messageId === null ? null : await this.mails.placeOf(transaction, messageId);
    if (!place || messageId === null) return;
    await this.outcomes.hold(transaction, place);
    const mail = await this.mails.hold(transaction, messageId);
    if (!mail) return;
    if (mail.state === 'sending') throw new Error('A mail is reported that is still being sent');
    const recipients = afterReport(mail.recipients, reports);
    if (recipients.every((recipient, at) => recipient === mail.recipients[at])) return;
    const { kind, ticketId, number, attempts } = mail;
    const became = { messageId, state: stateOf(recipients), detail: wordsOf(recipients), recipients };
    await this.outcomes.tell(transaction, kind, { ...became, ticketId, number, attempts });
    await this.mails.mark(transaction, became);
  }

  private async onlyOne(transaction: Transaction, { addresses, recipients }: ReturnReport): Promise<string | null> {
    const named = await Promise.all(addresses.map((address) => this.addresses.ticketOf([address])));
    const [ticket, ...others] = new Set(named.filter((id) => id !== null));
    if (ticket === undefined || others.length > 0) return null;
    const [mail, ...more] = (await this.mails.repliesOf(transaction, ticket)).filter((one) =>
      wentTo(one.recipients, recipients),
    );
    return mail && more.length === 0 ? mail.messageId : null;
  }
}
