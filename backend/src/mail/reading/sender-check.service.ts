import { Injectable } from '@nestjs/common';
import type { DNSResolver } from 'mailauth';
import type { TrustedServers } from '../../mail-accounts/domain/trusted-servers.ts';
import { headerLines } from '../../mail-accounts/arrival/header-lines.ts';
import { type ReceivedFrom, mailPath } from '../../mail-accounts/arrival/mail-path.ts';
import { receivedFrom } from '../../mail-accounts/arrival/received-from.ts';
import type { ReadMail } from '../domain/read-mail.ts';
import type { SenderProof, SenderVerdict } from '../domain/sender-proof.ts';
import { foundByServer } from './found-by-server.ts';
import { returnPath } from './return-path.ts';
import { type CheckFacts, checkedSender } from './sender-check.ts';

/** Finds out whether mails are from whom they say: by a server of the mailbox that is believed, or by asking the domains of senders. */
@Injectable()
export class SenderCheck {
  /** Who answers for DNS; that of the machine unless told otherwise. */
  resolver: DNSResolver | undefined;

  /** What is known of who a mail is from. Where a server that is believed has confirmed it, nobody else is asked. */
  async verdict(
    raw: Buffer,
    mail: Pick<ReadMail, 'sender'>,
    { trusted, isLate }: { readonly trusted: TrustedServers; readonly isLate: boolean },
  ): Promise<SenderVerdict> {
    const lines = headerLines(raw);
    const { client, own } = mailPath(lines, trusted, receivedFrom);
    const found = foundByServer({ own, lines }, trusted, mail);
    if (found === 'pass') return { proof: 'confirmed', by: 'server' };
    const isRefused = found === 'fail';
    const proof = await this.ask(raw, mail, {
      ...{ isRefused, isLate },
      address: addressOf(client, trusted),
      helo: client?.helo ?? null,
      mailFrom: returnPath({ own, lines }),
    });
    return { proof, by: isRefused && (proof === 'denied' || proof === 'failed') ? 'server' : 'desk' };
  }

  async ask(raw: Buffer, { sender }: Pick<ReadMail, 'sender'>, facts: CheckFacts = {}): Promise<SenderProof> {
    return sender ? checkedSender(raw, sender.address, { ...facts, resolver: this.resolver }) : 'unknown';
  }
}

/** Exchange, which writes addresses in its own way, passes mails on between servers of its own: only behind those does one count. */
function addressOf(client: ReceivedFrom | null, { relays }: TrustedServers): string | null {
  return client && (client.isLiteral || relays.length > 0) ? client.address : null;
}
