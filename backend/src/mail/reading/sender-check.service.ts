import { Injectable } from '@nestjs/common';
import type { DNSResolver } from 'mailauth';
import type { ReadMail } from '../domain/read-mail.ts';
import type { SenderProof } from '../domain/sender-proof.ts';
import { checkedSender } from './sender-check.ts';

/** Asks the domains of senders whether mails are from them. */
@Injectable()
export class SenderCheck {
  /** Who answers for DNS; that of the machine unless told otherwise. */
  resolver: DNSResolver | undefined;

  async ask(raw: Buffer, { sender }: Pick<ReadMail, 'sender'>): Promise<SenderProof> {
    return sender ? checkedSender(raw, sender.address, this.resolver) : 'unknown';
  }
}
