import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { BeingErased } from '../forgetting/being-erased.service.ts';
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
    private readonly beingErased: BeingErased,
  ) {}

  /**
   * Takes from a contact, and from all who are the same person, all that is known of them, and gives it for the last time. They stay as
   * nobody of whom anything is known, because tickets and histories name them by number. First in its transaction, which keeps the
   * erasure too: mails of this moment came before it or after it.
   *
   * @throws ContactNotFound
   */
  async forget(transaction: Transaction, id: number): Promise<ForgottenPerson> {
    await this.beingErased.begin(transaction);
    const family = await this.contacts.family(id, transaction);
    if (family.length === 0) throw new ContactNotFound(id);
    await this.writer.hold(transaction, family);
    transaction.tell('contacts_changed', {});
    return this.writer.forget(transaction, family);
  }
}
