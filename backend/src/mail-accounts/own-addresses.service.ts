import { Injectable } from '@nestjs/common';
import { readAddress } from '../contacts/mail-address.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { Mailboxes } from './mailboxes.service.ts';
import { Senders } from './senders.service.ts';

/**
 * The addresses that the desk itself is reached at: users of its mailboxes, where its mails are from, and those that admins name
 * besides. Mails from there are its own, and nothing is sent there.
 */
@Injectable()
export class OwnAddresses {
  constructor(
    private readonly mailboxes: Mailboxes,
    private readonly senders: Senders,
  ) {}

  /** Whether an address is the desk's own, also with a tag behind a plus sign; asked within the transaction, should there be one. */
  async includes(address: string, transaction?: Transaction): Promise<boolean> {
    return isAmong(await this.current(transaction), address);
  }

  /** Of these people those who are somebody else; asked within the transaction, should there be one. */
  async without<Person extends { readonly address: string }>(
    people: readonly Person[],
    transaction?: Transaction,
  ): Promise<Person[]> {
    const own = await this.current(transaction);
    return people.filter(({ address }) => !isAmong(own, address));
  }

  /** As they compare (see `readAddress`). */
  private async current(transaction?: Transaction): Promise<ReadonlySet<string>> {
    const [mailboxes, sender] = [await this.mailboxes.all(transaction), await this.senders.account(transaction)];
    const named = [
      ...[...this.mailboxes.fixed, ...mailboxes].map(({ user }) => user),
      ...mailboxes.flatMap(({ addresses }) => addresses),
      ...[this.senders.fixed?.fromAddress ?? '', sender?.fromAddress ?? '', ...(sender?.addresses ?? [])],
    ];
    return new Set(named.map((text) => readAddress(text)?.key).filter((key) => key !== undefined));
  }
}

function isAmong(own: ReadonlySet<string>, address: string): boolean {
  const key = readAddress(address)?.key;
  return key !== undefined && (own.has(key) || own.has(key.replace(/\+[^@]*@/, '@')));
}
