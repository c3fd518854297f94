import { Injectable } from '@nestjs/common';
import { Mailboxes } from '../mail-accounts/mailboxes.service.ts';
import { OwnAddresses } from '../mail-accounts/own-addresses.service.ts';
import { type Destination, destinationOf } from './domain/destination.ts';
import { type KeptMail, isLate } from './domain/kept-mail.ts';
import type { ReadMail } from './domain/read-mail.ts';
import type { SenderVerdict } from './domain/sender-proof.ts';
import { ReplyAddresses } from '../sending/reply-addresses.service.ts';
import { MailThreads } from './mail-threads.service.ts';
import { SenderCheck } from './reading/sender-check.service.ts';

/** Finds out where mails go, by what the desk knows of them and what the domains of their senders say. */
@Injectable()
export class MailDestinations {
  constructor(
    private readonly threads: MailThreads,
    private readonly senders: SenderCheck,
    private readonly mailboxes: Mailboxes,
    private readonly own: OwnAddresses,
    private readonly addresses: ReplyAddresses,
  ) {}

  async of(
    kept: KeptMail,
    raw: Buffer,
    mail: ReadMail,
  ): Promise<{ readonly verdict: SenderVerdict; readonly destination: Destination }> {
    const trusted = await this.mailboxes.trustedOf(kept.mailbox);
    const verdict = await this.senders.verdict(raw, mail, { trusted, isLate: isLate(kept) });
    const [fromItself, addressed, known] = await Promise.all([
      this.own.includes(mail.sender?.address ?? ''),
      this.addresses.ticketOf(mail.reachedAt),
      this.threads.knownOf(mail, kept.arrivedAt),
    ]);
    return { verdict, destination: destinationOf(mail, { ...known, ...verdict, fromItself, addressed }) };
  }
}
