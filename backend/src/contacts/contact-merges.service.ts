import { Injectable } from '@nestjs/common';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { ContactWriter } from './contact-writer.repository.ts';
import { ContactRepository } from './contact.repository.ts';
import type { Contact } from './domain/contact.ts';
import { ContactNotFound } from './domain/contact-not-found.ts';

/** Says of two contacts that they are the same person, and takes that back. Nothing moves: each keeps what is theirs. */
@Injectable()
export class ContactMerges {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly writer: ContactWriter,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * From now on the one is read as the other, whom this gives.
   *
   * @throws ContactNotFound
   * @throws ValidationFailed when the other is unknown, or the same person already.
   * @throws DomainError `contact_merged` when the one is merged into somebody else.
   */
  merge(id: number, into: number): Promise<Contact> {
    return this.unitOfWork.run(async (transaction) => {
      const root = await this.contacts.rootOf(into, transaction);
      if (root === null) throw wrongTarget('unknown_value', 'Into must be the id of a contact.');
      if (root === id) throw wrongTarget('same_contact', 'A contact cannot be merged into itself.');
      const held = await this.writer.hold(transaction, [id, root]);
      const [one, other] = [id, root].map((wanted) => held.find((contact) => contact.id === wanted));
      if (!one) throw new ContactNotFound(id);
      // Both stand for themselves while they are held, so that nobody is ever merged into themselves by way of others.
      if (one.mergedInto !== null || other?.mergedInto !== null) throw merged();
      await this.writer.setMerged(transaction, id, root, root);
      transaction.tell('contacts_changed', {});
      return this.read(root, await this.contacts.find(root, transaction));
    });
  }

  /**
   * Takes it back: the contact, whom this gives, is again who they were.
   *
   * @throws ContactNotFound
   * @throws DomainError `contact_not_merged`
   */
  undo(id: number): Promise<Contact> {
    return this.unitOfWork.run(async (transaction) => {
      const [held] = await this.writer.hold(transaction, [id]);
      if (!held) throw new ContactNotFound(id);
      if (held.mergedInto === null) throw new DomainError('contact_not_merged', 'This contact is merged into nobody.');
      await this.writer.setMerged(transaction, id, null, held.mergedInto);
      transaction.tell('contacts_changed', {});
      return this.read(id, await this.contacts.find(id, transaction));
    });
  }

  private read(id: number, contact: Contact | null): Contact {
    if (!contact) throw new ContactNotFound(id);
    return contact;
  }
}

function merged(): DomainError {
  return new DomainError('contact_merged', 'This contact is merged into somebody else. Take that back first.');
}

function wrongTarget(code: string, message: string): ValidationFailed {
  return new ValidationFailed([{ field: 'into', code, message }]);
}
