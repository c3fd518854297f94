import { Injectable } from '@nestjs/common';
import { readAddress } from '../contacts/mail-address.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { BeingErased } from '../forgetting/being-erased.service.ts';
import type { MailAddress } from './domain/mail-address.ts';
import type { ReadMail } from './domain/read-mail.ts';
import { NamingMailRepository } from './naming-mail.repository.ts';

/** Sees to it that mails which came before somebody's erasure was asked for make nobody anew who has their name and address. */
@Injectable()
export class ErasedSenders {
  constructor(
    private readonly beingErased: BeingErased,
    private readonly mails: NamingMailRepository,
  ) {}

  /** Lets go of a mail that is held, where its sender's erasure was asked for since it came; false where it was not, and is not until the end. */
  async forget(transaction: Transaction, id: number, { sender }: ReadMail, keptAt: Date): Promise<boolean> {
    await this.beingErased.hold(transaction);
    if (!sender || (await this.without(transaction, [sender], keptAt)).length > 0) return false;
    await this.mails.forget(transaction, id);
    transaction.tell('quarantine_changed', {});
    return true;
  }

  /** Those of some people whose erasure was not asked for since a mail that names them came. */
  async without<Person extends MailAddress>(
    transaction: Transaction,
    people: readonly Person[],
    keptAt: Date,
  ): Promise<readonly Person[]> {
    const written = people.map(({ address }) => [address.toLowerCase(), readAddress(address)?.key ?? '']);
    const erased = await this.beingErased.among(transaction, written.flat(), keptAt);
    return people.filter((_, at) => !written[at]?.some((address) => erased.has(address)));
  }
}
