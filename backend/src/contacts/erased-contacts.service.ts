import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import type { ForgottenPerson } from '../forgetting/word-keeper.ts';
import { ContactRepository } from './contact.repository.ts';
import { ContactWriter } from './contact-writer.repository.ts';
import { ContactNotFound } from './domain/contact-not-found.ts';

/** Forgets who contacts are. */
@Injectable()
export class ErasedContacts {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly writer: ContactWriter,
  ) {}

  /**
   * Takes from a contact, and from all who are the same person, all that is known of them, and gives it for the last time. They stay as
   * nobody of whom anything is known, because tickets and histories name them by number.
   *
   * @throws ContactNotFound
   */
  async forget(transaction: Transaction, id: number): Promise<ForgottenPerson> {
    const family = await this.contacts.family(id, transaction);
    if (family.length === 0) throw new ContactNotFound(id);
    await this.writer.hold(transaction, family);
    transaction.tell('contacts_changed', {});
    return this.writer.forget(transaction, family);
  }
}
