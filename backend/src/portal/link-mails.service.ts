import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { OwnAddresses } from '../mail-accounts/own-addresses.service.ts';
import { OutgoingMails } from '../sending/outgoing-mails.service.ts';
import { linkMail } from './domain/link-mail.ts';

/** Sends the mails that let customers into the portal. */
@Injectable()
export class LinkMails {
  constructor(
    private readonly mails: OutgoingMails,
    private readonly own: OwnAddresses,
    private readonly settings: Settings,
  ) {}

  /**
   * Has one sent once the transaction is committed, but none to the desk itself, which would read it. False where the desk sends
   * no mails.
   */
  async enqueue(transaction: Transaction, address: string, token: string): Promise<boolean> {
    if (await this.own.includes(address, transaction)) return true;
    const { portal, webUrl } = this.settings;
    const mail = linkMail(portal.name, address, `${webUrl}/portal/sign-in#${token}`);
    return (await this.mails.enqueue(transaction, mail)) !== null;
  }
}
