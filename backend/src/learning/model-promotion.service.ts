import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { LearnedFrom } from './domain/model.ts';
import { type PromotionVerdict, verdictOn } from './domain/promotion.ts';
import type { ComparedFit } from './fitting/compared-fit.ts';
import { ModelRepository } from './model.repository.ts';
import { SuspectRepository } from './suspect.repository.ts';

/** What came of learning again: as the gate decided, nothing new, or nothing because somebody chose a model meanwhile. */
export type RefitOutcome = PromotionVerdict | 'same' | 'overtaken';

/** Keeps what a refit found: the model, which answers if the gate lets it, and the tickets that look filed wrongly. */
@Injectable()
export class ModelPromotion {
  constructor(
    private readonly models: ModelRepository,
    private readonly suspects: SuspectRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @param measuredBeside the model that answered when it was measured; when another does by now, nothing is kept. */
  keep(fit: ComparedFit, learnedFrom: LearnedFrom, measuredBeside: number | null): Promise<RefitOutcome> {
    return this.unitOfWork.run(async (transaction) => {
      await this.models.beginChange(transaction);
      transaction.tell('learning_changed', {});
      const answering = await this.models.answeringId(transaction);
      if (answering !== measuredBeside) return 'overtaken';
      await this.suspects.replace(transaction, fit.suspects);
      const newest = await this.models.newestVersion(transaction);
      if (newest === fit.version) {
        await this.models.noteSame(transaction, learnedFrom);
        return 'same';
      }
      const chosen = answering !== null && (await this.models.isChosenOverNewer(transaction, answering));
      const why = verdictOn(fit.comparison, { chosen });
      const model = { ...fit, why, learnedFrom };
      const id = await this.models.insert(transaction, model, why === 'refit' ? 'earlier' : 'aside');
      if (why === 'refit') {
        await this.models.activate(transaction, id, why, null);
        transaction.tell('model_activated', { id });
      }
      return why;
    });
  }

  /** Has a model answer whatever speaks against it, and keeps of every other one its figures alone. */
  replaceAll(fit: ComparedFit, learnedFrom: LearnedFrom): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      await this.models.beginChange(transaction);
      transaction.tell('learning_changed', {});
      await this.suspects.replace(transaction, fit.suspects);
      const id = await this.models.insert(transaction, { ...fit, why: 'refit', learnedFrom }, 'earlier');
      await this.models.activate(transaction, id, 'refit', null);
      await this.models.forgetAllBut(transaction, id);
      transaction.tell('model_activated', { id });
    });
  }
}
