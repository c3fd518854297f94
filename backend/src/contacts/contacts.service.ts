import { Injectable } from '@nestjs/common';
import { requireVersion, staleVersion } from '../common/change-request.ts';
import { cutPage, decodeCursor, encodeCursor } from '../common/http/keyset-cursor.ts';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { ContactWriter } from './contact-writer.repository.ts';
import { ContactRepository } from './contact.repository.ts';
import type { Contact, ContactFields } from './domain/contact.ts';
import { ContactNotFound } from './domain/contact-not-found.ts';
import { searchWords } from './domain/search-words.ts';

export interface ContactPage {
  readonly contacts: readonly Contact[];
  readonly next: string | null;
}

/** Those who write to the desk. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly writer: ContactWriter,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Newest first; with a search those whose name, or one of whose addresses, has all its words. Of words that very many have a
   * page may be short, or empty, and go on.
   *
   * @throws ValidationFailed for a cursor that is none.
   */
  async page(query: { search?: string; limit: number; cursor?: string }): Promise<ContactPage> {
    const { limit, cursor } = query;
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const words = searchWords(query.search ?? '');
    const found = await this.contacts.page({ words, after, limit: limit + 1 });
    const { shown: contacts, next } = cutPage(found.contacts, limit, encodeCursor);
    return { contacts, next: next ?? (found.edge && encodeCursor(found.edge)) };
  }

  /** @throws ContactNotFound */
  async get(id: number): Promise<Contact> {
    return found(id, await this.contacts.find(id));
  }

  /**
   * @throws DomainError `address_taken` when another contact has one of the addresses.
   * @throws ValidationFailed for an unknown organisation.
   */
  create(fields: ContactFields): Promise<Contact> {
    return this.unitOfWork.run(async (transaction) => {
      const id = await this.writer.insert(transaction, fields);
      transaction.tell('contacts_changed', {});
      return found(id, await this.contacts.find(id, transaction));
    });
  }

  /**
   * Changes the given fields; addresses are all that the contact is to have.
   *
   * @throws ContactNotFound
   * @throws DomainError `stale_version` when the contact is at none of the accepted versions; `address_taken`.
   * @throws ValidationFailed for an empty change, or an unknown organisation.
   */
  change(id: number, fields: Partial<ContactFields>, accepts: readonly number[] | null): Promise<Contact> {
    if (Object.keys(fields).length === 0) throw nothingToChange();
    return this.unitOfWork.run(async (transaction) => {
      const { root, version } = await this.holdRoot(transaction, id);
      requireVersion(version, accepts, 'this contact');
      await this.writer.update(transaction, root, fields);
      transaction.tell('contacts_changed', {});
      return found(id, await this.contacts.find(root, transaction));
    });
  }

  private async holdRoot(transaction: Transaction, id: number): Promise<{ root: number; version: number }> {
    const root = found(id, await this.contacts.rootOf(id, transaction));
    const [held] = await this.writer.hold(transaction, [root]);
    if (held?.mergedInto !== null) throw staleVersion('this contact');
    return { root, version: held.version };
  }
}

function found<T>(id: number, contact: T | null): T {
  if (contact === null) throw new ContactNotFound(id);
  return contact;
}

function nothingToChange(): ValidationFailed {
  const message = 'Give at least one field to change.';
  return new ValidationFailed([{ field: 'body', code: 'empty', message }]);
}
