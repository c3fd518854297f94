import { Injectable } from '@nestjs/common';
import { requireVersion } from '../common/change-request.ts';
import { cutPage, decodeCursor, encodeCursor } from '../common/http/keyset-cursor.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import type { Organisation, OrganisationFields } from './domain/organisation.ts';
import { searchWords } from './domain/search-words.ts';
import { OrganisationRepository } from './organisation.repository.ts';

export interface OrganisationPage {
  readonly organisations: readonly Organisation[];
  readonly next: string | null;
}

/** Whom contacts belong to. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Newest first; with a search those whose name has all its words.
   *
   * @throws ValidationFailed for a cursor that is none.
   */
  async page(query: { search?: string; limit: number; cursor?: string }): Promise<OrganisationPage> {
    const { limit, cursor } = query;
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const found = await this.organisations.page({ words: searchWords(query.search ?? ''), after, limit: limit + 1 });
    const { shown: organisations, next } = cutPage(found, limit, encodeCursor);
    return { organisations, next };
  }

  /** @throws DomainError `organisation_not_found` */
  async get(id: number): Promise<Organisation> {
    return found(await this.organisations.find(id));
  }

  /** @throws DomainError `domain_taken` when another organisation has one of the domains. */
  create(fields: OrganisationFields): Promise<Organisation> {
    return this.unitOfWork.run(async (transaction) => {
      const id = await this.organisations.insert(transaction, fields);
      transaction.tell('contacts_changed', {});
      return found(await this.organisations.find(id, transaction));
    });
  }

  /**
   * Changes the given fields; domains are all that the organisation is to have.
   *
   * @throws DomainError `organisation_not_found`, `domain_taken`, or `stale_version` when it is at none of the accepted versions.
   * @throws ValidationFailed for an empty change.
   */
  change(id: number, fields: Partial<OrganisationFields>, accepts: readonly number[] | null): Promise<Organisation> {
    if (Object.keys(fields).length === 0) throw nothingToChange();
    return this.unitOfWork.run(async (transaction) => {
      await this.hold(transaction, id, accepts);
      await this.organisations.update(transaction, id, fields);
      transaction.tell('contacts_changed', {});
      return found(await this.organisations.find(id, transaction));
    });
  }

  /**
   * Deletes it; those who belonged to it belong to none, or to whom their addresses say.
   *
   * @throws DomainError `organisation_not_found`, or `stale_version` when it is at none of the accepted versions.
   */
  async delete(id: number, accepts: readonly number[] | null): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.hold(transaction, id, accepts);
      await this.organisations.delete(transaction, id);
      transaction.tell('contacts_changed', {});
    });
  }

  private async hold(transaction: Transaction, id: number, accepts: readonly number[] | null): Promise<void> {
    requireVersion(found(await this.organisations.hold(transaction, id)), accepts, 'this organisation');
  }
}

function found<T>(organisation: T | null): T {
  if (organisation === null) throw new DomainError('organisation_not_found', 'There is no such organisation.');
  return organisation;
}

function nothingToChange(): ValidationFailed {
  const message = 'Give at least one of name, note and domains.';
  return new ValidationFailed([{ field: 'body', code: 'empty', message }]);
}
