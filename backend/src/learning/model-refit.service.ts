import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { ConfirmedTicketsRepository } from './confirmed-tickets.repository.ts';
import { LearningTally } from './domain/learning-tally.ts';
import type { LearnedFrom } from './domain/model.ts';
import { isRefitDue } from './domain/refit-due.ts';
import type { ComparedFit } from './fitting/compared-fit.ts';
import { fitInThread } from './fitting/fitting-thread.ts';
import { LearningBasis, isMadeOf } from './learning-basis.service.ts';
import { ModelPromotion, type RefitOutcome } from './model-promotion.service.ts';
import { ModelRepository } from './model.repository.ts';
import { LOOKS_AT, newestConfirmed } from './newest-confirmed.ts';

/** A fit takes seconds; what takes this long never ends. */
const FIT_LIMIT_MS = 10 * 60_000;

/** Learns again from what people decided, and lets the gate judge what comes out. */
@Injectable()
export class ModelRefit {
  private lastTriedAt: Date | null = null;

  constructor(
    private readonly models: ModelRepository,
    private readonly tickets: ConfirmedTicketsRepository,
    private readonly basis: LearningBasis,
    private readonly promotion: ModelPromotion,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(ModelRefit.name);
  }

  /** Learns again when enough has happened since the last time (`isRefitDue`); null when not. */
  async refitIfDue(signal: AbortSignal): Promise<RefitOutcome | null> {
    const newest = await this.models.newestAttempt();
    if (!newest) return null;
    const { learnedFrom, triedAt } = newest;
    const news = await this.tickets.newsSince(learnedFrom.last_event);
    const vocabularyChanged = !isMadeOf(learnedFrom, await this.basis.now());
    const lastTriedAt = this.lastTriedAt ?? triedAt;
    return isRefitDue({ ...news, vocabularyChanged }, lastTriedAt, new Date()) ? this.refit(signal) : null;
  }

  /** Learns again from the newest confirmed tickets, now. */
  async refit(signal: AbortSignal): Promise<RefitOutcome> {
    const answering = await this.models.answering();
    const before = answering && { bytes: answering.bytes, heldOut: await this.models.heldOut(answering.id) };
    const { fit, learnedFrom } = await this.learn(before, signal);
    const outcome = await this.promotion.keep(fit, learnedFrom, answering?.id ?? null);
    this.tell(outcome, fit, learnedFrom);
    return outcome;
  }

  /** Learns anew from what tickets say now: this model answers whatever the gate would say, and no earlier one is kept. */
  async forget(signal: AbortSignal): Promise<void> {
    const { fit, learnedFrom } = await this.learn(null, signal);
    await this.promotion.replaceAll(fit, learnedFrom);
    const { version } = fit;
    this.logger.info(
      { version, tickets: learnedFrom.tickets },
      'The desk has learned anew, without words that were removed',
    );
  }

  private async learn(
    before: Parameters<typeof fitInThread>[1]['before'],
    signal: AbortSignal,
  ): Promise<{ readonly fit: ComparedFit; readonly learnedFrom: LearnedFrom }> {
    this.lastTriedAt = new Date();
    const lastEvent = await this.tickets.newestEvent();
    const { categories, lexicon, marks } = await this.basis.now();
    const tally = new LearningTally();
    const limit = AbortSignal.any([signal, AbortSignal.timeout(FIT_LIMIT_MS)]);
    const fit = await fitInThread(
      newestConfirmed(this.tickets.pages(LOOKS_AT), tally),
      { categories, lexicon, before },
      limit,
    );
    return { fit, learnedFrom: tally.learnedFrom({ last_event: lastEvent, ...marks }) };
  }

  private tell(outcome: RefitOutcome, { version, comparison }: ComparedFit, { tickets }: LearnedFrom): void {
    const details = { outcome, version, tickets, comparison };
    if (outcome === 'refit' || outcome === 'same') this.logger.info(details, 'The desk has learned from its tickets');
    else this.logger.warn(details, 'What the desk learned was kept aside');
  }
}
