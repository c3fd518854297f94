import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import type { Model } from './domain/model.ts';
import { MODEL_REFIT } from './model-refit.job.ts';
import { ModelRepository } from './model.repository.ts';

const SHOWN = 50;

/** The models of the desk's own suggester, and what is under way. */
export interface ModelList {
  readonly models: readonly Model[];
  /** Whether somebody asked for a refit that has not ended. */
  readonly refitting: boolean;
}

/** What admins see of the models, and do with them. */
@Injectable()
export class Models {
  constructor(
    private readonly models: ModelRepository,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The newest fifty, newest first, and the one that answers in any case. */
  async list(): Promise<ModelList> {
    const [models, refitting] = await Promise.all([
      this.models.newest(SHOWN),
      this.models.isRefitting(MODEL_REFIT.name),
    ]);
    return { models, refitting };
  }

  /**
   * Has a model answer from now on, in every process within seconds. It gives way only to one that clearly wins against it.
   *
   * @throws DomainError `model_not_found`, or `model_not_kept` when all that is left of it are its figures.
   */
  activate(id: number, actor: Author): Promise<Model> {
    return this.unitOfWork.run(async (transaction) => {
      await this.models.beginChange(transaction);
      const model = await this.models.find(transaction, id);
      if (!model) throw new DomainError('model_not_found', 'There is no such model.');
      if (!model.kept)
        throw new DomainError('model_not_kept', 'Only its figures are left: choose one of the newest twenty.');
      if (model.state !== 'active') await this.models.activate(transaction, id, 'chosen', actor.userId);
      const chosen = await this.models.find(transaction, id);
      if (!chosen) throw new Error('A model is gone that was there a moment ago');
      transaction.tell('model_activated', { id });
      const subject = { type: 'model', id, label: model.version } as const;
      await this.audit.record({ kind: 'model_activated', actor, subject }, transaction);
      return chosen;
    });
  }

  /** Has the desk learn again, now, whatever has happened since the last time. */
  async refit(actor: Author): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.jobs.send(transaction, MODEL_REFIT, {});
      await this.audit.record({ kind: 'model_refit_requested', actor, subject: { type: 'model' } }, transaction);
      transaction.tell('learning_changed', {});
    });
  }
}
