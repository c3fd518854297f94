import { Injectable } from '@nestjs/common';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import { isVisible } from '../common/validation/unseen.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { ContactWriter } from './contact-writer.repository.ts';
import { ContactRepository } from './contact.repository.ts';
import type { AskedContact, ContactCard, KnownPerson } from './domain/contact.ts';
import { readAddress } from './mail-address.ts';

/** Knows for the rooms above who is meant, and what to show of them. */
@Injectable()
export class KnownContacts {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly writer: ContactWriter,
  ) {}

  /**
   * The id of who is meant. Of an address it is who has it; nobody having it, somebody new has from now on, once, however many
   * ask at the same moment. That somebody with an id is there is left to the key of what refers to them.
   *
   * @throws ValidationFailed when the address is none.
   */
  async require(transaction: Transaction, asked: AskedContact): Promise<number> {
    if ('id' in asked) return asked.id;
    const address = readAddress(asked.address);
    if (!address) throw notAnAddress();
    const id =
      (await this.contacts.ownerOf(address.key, transaction)) ??
      (await this.writer.makeOf(transaction, address, isVisible(asked.name) ? asked.name : address.address)) ??
      (await this.contacts.ownerOf(address.key, transaction));
    if (id === null) throw new Error('An address is taken and nobody has it');
    return id;
  }

  /** What to show of them, by their ids; nothing is asked for nobody. */
  async cards(ids: readonly number[], transaction?: Transaction): Promise<ReadonlyMap<number, ContactCard>> {
    return ids.length === 0 ? new Map() : this.contacts.cards(ids, transaction);
  }

  /** The person who has an address; null when nobody has it. @param key as addresses compare (`readAddress`). */
  personAt(key: string, transaction?: Transaction): Promise<KnownPerson | null> {
    return this.contacts.personAt(key, transaction);
  }

  /** The ids of all who are the same person; none where there is no such contact. */
  family(id: number): Promise<number[]> {
    return this.contacts.family(id);
  }

  /** The ids of all who belong to an organisation; null when those are more than `most`, or nearly so. */
  membersOf(organisation: number, most: number): Promise<number[] | null> {
    return this.contacts.membersOf(organisation, most);
  }

  /** Those of some contacts who belong to an organisation. */
  membersAmong(organisation: number, ids: readonly number[]): Promise<ReadonlySet<number>> {
    return this.contacts.membersAmong(organisation, ids);
  }
}

function notAnAddress(): ValidationFailed {
  const message = 'Address must be an e-mail address, like anna@example.com.';
  return new ValidationFailed([{ field: 'requester.address', code: 'not_an_address', message }]);
}
