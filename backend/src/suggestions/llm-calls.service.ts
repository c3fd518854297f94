import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { defineJob } from '../jobs/job.ts';
import { type Labels, Metrics } from '../metrics/metrics.ts';
import type { CallEnd, KeptCall, SentCall, Spending } from './domain/llm-call.ts';
import type { TokenUsage } from './domain/token-usage.ts';
import { LlmCallRepository } from './llm-call.repository.ts';

const SENT_HOUSEKEEPING = defineJob('sent-housekeeping', { retryLimit: 2, cron: '41 * * * *' });

/** What was sent to LLMs and came back, kept for thirty days, and what it cost, kept for good. */
@Injectable()
export class LlmCalls implements OnModuleInit {
  private readonly count: (labels: Labels<'provider' | 'outcome'>) => void;

  constructor(
    private readonly handlers: JobHandlers,
    private readonly calls: LlmCallRepository,
    private readonly settings: Settings,
    private readonly unitOfWork: UnitOfWork,
    metrics: Metrics,
  ) {
    this.count = metrics.counter({
      name: 'desk_llm_calls_total',
      help: 'Calls of an LLM by its provider and their outcome: answered, or why there is no answer.',
      labels: ['provider', 'outcome'],
    });
  }

  onModuleInit(): void {
    this.handlers.add(SENT_HOUSEKEEPING, () => this.calls.forget());
  }

  /** Keeps a call before it is made, and gives its id. */
  begin(call: SentCall): Promise<string> {
    return this.unitOfWork.run((transaction) => this.calls.begin(transaction, call));
  }

  end(id: string, end: CallEnd): Promise<void> {
    this.count({ provider: this.settings.llm.provider, outcome: end.failure ?? 'answered' });
    return this.unitOfWork.run((transaction) => {
      transaction.tell('llm_called', {});
      return this.calls.end(transaction, id, end);
    });
  }

  /** What all calls since a moment cost, in every process, tries and failures among them. */
  since(moment: Date): Promise<Spending> {
    return this.calls.since(moment);
  }

  /** What a call of a model took on average in the last thirty days; null when no call has told. */
  usualOf(model: string): Promise<TokenUsage | null> {
    return this.calls.usualOf(model);
  }

  /**
   * The calls that a suggestion took, the first one first.
   *
   * @throws DomainError `suggestion_not_found`
   */
  async of(suggestionId: string): Promise<KeptCall[]> {
    const calls = await this.calls.of(suggestionId);
    if (!calls) throw new DomainError('suggestion_not_found', 'The desk has never made this suggestion.');
    return calls;
  }
}
