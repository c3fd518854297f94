import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import { ErasedContacts } from '../contacts/erased-contacts.service.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { ERASE_PERSON } from './erase-person.job.ts';
import type { Erasure } from './domain/erasure.ts';
import { tellsWho } from './domain/naming-reason.ts';
import { ErasureRepository } from './erasure.repository.ts';

/** Erases people who write to the desk. */
@Injectable()
export class Erasures {
  constructor(
    private readonly contacts: ErasedContacts,
    private readonly erasures: ErasureRepository,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Takes from a contact, and all who are the same person, their name, addresses and whatever else is known of them, at once; what they
   * wrote goes by a job. Their tickets stay, without words.
   *
   * @throws ContactNotFound
   * @throws ValidationFailed for a reason that holds one of their names or addresses: it is kept for good.
   */
  erase(contact: number, reason: string, by: Author): Promise<Erasure> {
    return this.unitOfWork.run(async (transaction) => {
      const person = await this.contacts.forget(transaction, contact);
      if (tellsWho(reason, person)) throw namesThem();
      const erasure = await this.erasures.insert(transaction, contact, { person, reason, by });
      await this.jobs.send(transaction, ERASE_PERSON, { erasure: erasure.id });
      const subject = { type: 'contact', id: contact } as const;
      await this.audit.record({ kind: 'contact_erased', actor: by, subject }, transaction);
      return erasure;
    });
  }

  /** The newest of a contact; null when nobody asked for one. */
  newestOf(contact: number): Promise<Erasure | null> {
    return this.erasures.newestOf(contact);
  }
}

function namesThem(): ValidationFailed {
  const message = 'Reason must not name them, nor say their address: it is kept for good.';
  return new ValidationFailed([{ field: 'reason', code: 'names_person', message }]);
}
