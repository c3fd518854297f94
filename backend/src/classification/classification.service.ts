import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { CategoriesService } from '../categories/categories.service.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { defaultSuggestion } from './domain/default-judgement.ts';
import { judgementOf } from './domain/judgement.ts';
import { LlmFailure } from './domain/suggester-failure.ts';
import type { RecordedSuggestion, Suggestion } from '../suggestions/domain/suggestion.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import { LLM_PROVIDER, type LlmProvider, type LlmRequest } from './llm-provider.ts';
import { SuggestionLedger } from '../suggestions/suggestion-ledger.service.ts';

/** Asks the LLM for a suggestion and falls back to the defaults when it gives none. */
@Injectable()
export class ClassificationService {
  constructor(
    private readonly categories: CategoriesService,
    @Inject(LLM_PROVIDER) private readonly llm: LlmProvider,
    private readonly ledger: SuggestionLedger,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(ClassificationService.name);
  }

  /**
   * Suggests category and priority for a text, and stores the answer whatever it is. No failure of the LLM is an error
   * here: it gives the defaults.
   *
   * @throws DomainError when the client has gone away, which nobody reads; nothing is stored then.
   */
  async suggest(text: TicketText, gone: AbortSignal): Promise<RecordedSuggestion> {
    const suggestion = await this.tryOut(text, gone);
    if (gone.aborted) throw new DomainError('bad_request', 'The client went away before the answer.');
    return { ...suggestion, id: await this.ledger.record(text, suggestion) };
  }

  /** Asks the same way as `suggest`, and stores nothing. */
  async tryOut(text: TicketText, gone: AbortSignal): Promise<Suggestion> {
    return this.ask({ text, categories: await this.categories.active() }, gone);
  }

  private async ask(request: LlmRequest, gone: AbortSignal): Promise<Suggestion> {
    const startedAt = performance.now();
    const asked = () => ({
      model: this.llm.model,
      promptVersion: this.llm.promptVersion,
      latencyMs: Math.round(performance.now() - startedAt),
    });
    try {
      const judgement = judgementOf(await this.llm.classify(request, gone), request.text, request.categories);
      return { ...judgement, source: 'llm', ...asked(), failureReason: null, notice: null };
    } catch (error) {
      const failure = LlmFailure.from(error);
      const suggestion = defaultSuggestion(failure.reason, request.categories, asked());
      if (!gone.aborted) this.logFailure(failure, suggestion);
      return suggestion;
    }
  }

  private logFailure(failure: LlmFailure, { model, promptVersion, latencyMs }: Suggestion): void {
    const { reason, httpStatus, errorName } = failure;
    this.logger.warn(
      {
        ...{ reason, http_status: httpStatus, error_name: errorName },
        ...{ model, prompt_version: promptVersion, latency_ms: latencyMs },
      },
      'The LLM gave no suggestion; the defaults are filled in',
    );
  }
}
