import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { CategoriesService } from '../categories/categories.service.ts';
import type { Author } from '../common/author.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { type LexiconChanges, type StoredLexicon, lexiconProblems, tidied } from './domain/lexicon.ts';
import { LexiconRepository } from './lexicon.repository.ts';
import { MODEL_REFIT } from './model-refit.job.ts';
import { STARTER } from './starter/starter.ts';

/** The words that are shipped with the desk, and what admins change of them. */
@Injectable()
export class Lexicon {
  constructor(
    private readonly repository: LexiconRepository,
    private readonly categories: CategoriesService,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  read(): Promise<StoredLexicon> {
    return this.repository.read();
  }

  /**
   * Takes the place of all changes before, and has the desk learn again: they take effect with the model that comes out, in
   * every process, if the gate lets it answer. The same changes make no new version.
   *
   * @param accepts the versions that were seen; null for any.
   * @throws ValidationFailed naming each word that cannot be used.
   * @throws DomainError `stale_version` when somebody else was faster.
   */
  async replace(
    changes: LexiconChanges,
    { by, accepts }: { readonly by: Author; readonly accepts: readonly number[] | null },
  ): Promise<StoredLexicon> {
    const categories = await this.categories.active();
    const wanted = tidied(changes);
    const problems = lexiconProblems(
      wanted,
      STARTER,
      categories.map(({ key }) => key),
    );
    if (problems.length > 0) throw new ValidationFailed(problems);
    return this.unitOfWork.run(async (transaction) => {
      const before = await this.repository.hold(transaction);
      if (accepts && !accepts.includes(before.version)) throw staleVersion(before.version);
      if (isSame(before.changes, wanted)) return before;
      const after = await this.repository.write(transaction, wanted, by.userId);
      await this.jobs.send(transaction, MODEL_REFIT, {});
      const details = { terms: wanted.terms.length, off: wanted.off.length, urgency: wanted.urgency.length };
      await this.audit.record(
        { kind: 'lexicon_changed', actor: by, subject: { type: 'settings' }, details },
        transaction,
      );
      transaction.tell('settings_changed', {});
      transaction.tell('learning_changed', {});
      return after;
    });
  }
}

function isSame(one: LexiconChanges, other: LexiconChanges): boolean {
  return JSON.stringify(tidied(one)) === JSON.stringify(other);
}

function staleVersion(version: number): DomainError {
  return new DomainError(
    'stale_version',
    `Somebody changed the lexicon: it is at version ${String(version)} now. Read it again, then decide.`,
  );
}
