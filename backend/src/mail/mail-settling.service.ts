import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Destination } from './domain/destination.ts';
import type { ReadMail } from './domain/read-mail.ts';
import { trustedIdentity } from './domain/trusted-identity.ts';
import { type CopyRole, type StandingMail, confirmsMore, roleBeside } from './domain/standing-mail.ts';
import { ErasedSenders } from './erased-senders.service.ts';
import { MailCopies } from './mail-copies.service.ts';
import type { DeliveryManner } from './mail-delivery.service.ts';
import { MailIdentityRepository } from './mail-identity.repository.ts';
import { MailOutcomes, type ReadManner } from './mail-outcomes.service.ts';
import { MailedTickets } from './mailed-tickets.service.ts';
import { readMail } from './reading/mail-reader.ts';

/** Has each mail become something once, however often it came and whatever servers wrote into it on its ways. */
@Injectable()
export class MailSettling {
  constructor(
    private readonly identities: MailIdentityRepository,
    private readonly outcomes: MailOutcomes,
    private readonly erased: ErasedSenders,
    private readonly copies: MailCopies,
    private readonly tickets: MailedTickets,
  ) {}

  /**
   * Makes of a mail that is held what it is, beside the same one that came before. False where nothing has its files: it is a copy, or of
   * somebody whose erasure was asked for since it came.
   */
  async settle(
    transaction: Transaction,
    id: number,
    mail: ReadMail,
    manner: ReadManner,
    destination: Destination,
  ): Promise<boolean> {
    const identity = trustedIdentity(mail, manner.proof);
    const before = identity && (await this.identities.claim(transaction, id, identity));
    const role = before && (await this.roleOf(transaction, before, destination));
    if (before && role === 'copy') {
      await this.keepCopy(transaction, id, mail, manner, before);
      return false;
    }
    const became = await this.outcomes.settle(transaction, id, mail, manner, destination);
    if (became === null) return false;
    if (before) await this.identities.stand(transaction, id, before.id);
    if (before?.ticketId && became.ticketId) await this.tickets.lead(transaction, before.ticketId, became.ticketId);
    return true;
  }

  /** Makes a ticket of a mail that is held and waited for an admin, whatever else came; gives its number, or null as `settle` gives false. */
  async settleAsTicket(
    transaction: Transaction,
    id: number,
    mail: ReadMail,
    manner: DeliveryManner,
  ): Promise<number | null> {
    const identity = trustedIdentity(mail, manner.proof);
    if (identity) await this.identities.remember(id, identity, transaction);
    return this.outcomes.settleAsTicket(transaction, id, mail, manner);
  }

  /** Learns what mails are known by that have the Message-ID of this one and became something before that was kept. */
  async rememberEarlier(id: number, { messageId, sender }: ReadMail): Promise<void> {
    if (messageId === null || sender === null) return;
    for (const mail of await this.identities.earlier(messageId, sender.address, id)) {
      const identity = trustedIdentity(await readMail(mail.raw, mail.arrivedAt), mail.proof);
      if (identity) await this.identities.remember(mail.id, identity);
    }
  }

  private async roleOf(transaction: Transaction, before: StandingMail, destination: Destination): Promise<CopyRole> {
    const role = roleBeside(before, destination);
    const { id } = before;
    // Meanwhile an admin may have made something of the one that waited, or have removed it.
    if (role === 'instead') return (await this.identities.resolve(transaction, id)) ? role : 'copy';
    if (role === 'leads' && destination.to === 'message') {
      return (await this.tickets.hold(transaction, destination.ticket)) ? role : 'copy';
    }
    return role;
  }

  private async keepCopy(
    transaction: Transaction,
    id: number,
    mail: ReadMail,
    { proof, by, keptAt }: ReadManner,
    before: StandingMail,
  ): Promise<void> {
    if (await this.erased.forget(transaction, id, mail, keptAt)) return;
    if (confirmsMore(before, proof) && (await this.tickets.hold(transaction, before.ticketId))) {
      await this.copies.followConfirmed(transaction, before, mail, keptAt);
      await this.identities.confirm(transaction, before.id, by);
    }
    await this.identities.keepCopy(transaction, id, before.id, { proof, by });
  }
}
