import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import type { MailState } from './domain/kept-mail.ts';
import { namesAddress, withoutAddresses } from './domain/named-address.ts';
import { NamingMailRepository, type RawMail } from './naming-mail.repository.ts';
import { mailSender } from './reading/mail-reader.ts';

/** Of whom mails are to tell nothing more, and up to when. */
export interface Unnamed {
  /** In lower case and as they were written. */
  readonly addresses: readonly string[];
  /** Mails that were kept later stay as they are: whoever writes anew is somebody new. */
  readonly before: Date;
}

/** An admin may have one that waited read once more, meanwhile. */
const WAITING: readonly MailState[] = ['quarantined', 'taken'];

/** How far mails were gone over. */
export interface MailsGoneOver {
  /** The id of the last one; null where none was left. */
  readonly last: number | null;
  readonly count: number;
}

/**
 * Goes over mails as they came, some at a time, and lets go of what they tell of somebody. Their own mails go, also those that wait.
 * Of the mails of others that name them the bytes go once they became something; one that waits for an admin stays, without the
 * address.
 */
@Injectable()
export class NamingMails {
  constructor(
    private readonly mails: NamingMailRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  count({ before }: Unnamed): Promise<number> {
    return this.mails.count(before);
  }

  /** Whether some that came in time are still to be read. */
  someUnread({ before }: Unnamed): Promise<boolean> {
    return this.mails.someUnread(before);
  }

  /** Lets go of their mails that nobody has read yet, before they become something; what one became meanwhile is left to see. */
  async forgetUnread(whom: Unnamed, signal: AbortSignal): Promise<void> {
    for (let last: number | null = 0; last !== null;) {
      signal.throwIfAborted();
      const after: number = last;
      last = await this.unitOfWork.run(async (transaction) => {
        const ids = await this.mails.nextUnread(transaction, whom.before, after);
        await this.unname(transaction, ids, whom, (mail) => mail.state === 'taken' && isFrom(mail, whom.addresses));
        return ids.at(-1) ?? null;
      });
    }
  }

  /** The next ones behind one of them, in its transaction. */
  async forgetNext(transaction: Transaction, whom: Unnamed, after: number): Promise<MailsGoneOver> {
    const ids = await this.mails.next(transaction, whom.before, after);
    await this.unname(transaction, ids, whom);
    return { last: ids.at(-1) ?? null, count: ids.length };
  }

  private async unname(
    transaction: Transaction,
    ids: readonly number[],
    { addresses }: Unnamed,
    isMeant: (mail: RawMail) => boolean = () => true,
  ): Promise<void> {
    for (const id of await this.mails.holding(transaction, ids, addresses)) {
      const mail = await this.mails.hold(transaction, id);
      if (!mail || !isMeant(mail) || !namesAddress(mail.raw, addresses)) continue;
      if (isFrom(mail, addresses)) await this.mails.forget(transaction, id);
      else if (WAITING.includes(mail.state))
        await this.mails.replace(transaction, id, withoutAddresses(mail.raw, addresses));
      else await this.mails.replace(transaction, id, null);
      if (mail.state === 'quarantined') transaction.tell('quarantine_changed', {});
    }
  }
}

function isFrom({ sender, raw }: RawMail, addresses: readonly string[]): boolean {
  const from = sender ?? mailSender(raw)?.address.toLowerCase();
  return from !== undefined && addresses.includes(from);
}
