import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { DeskSettings } from '../../suggestions/desk-settings.service.ts';
import { costOf } from '../../suggestions/domain/budget.ts';
import type { SentTexts } from '../../suggestions/domain/llm-call.ts';
import { LlmCalls } from '../../suggestions/llm-calls.service.ts';
import type { LlmDesk, QuestionCalls } from '../llm-desk.ts';
import type { CallOutcome } from '../llm-provider.ts';
import type { MaskingChoice } from '../masking/mask.ts';
import { NearestConfirmed } from '../memory/nearest-confirmed.service.ts';
import type { ConfirmedExample, SuggestionRequest } from '../suggester.ts';
import { KeptCalls } from './kept-calls.ts';
import { LlmBudget } from './llm-budget.service.ts';

/** The desk as an LLM meets it: as it is set at the moment of each question. */
@Injectable()
export class LlmDeskService implements LlmDesk {
  constructor(
    private readonly settings: DeskSettings,
    private readonly nearest: NearestConfirmed,
    private readonly budget: LlmBudget,
    private readonly llmCalls: LlmCalls,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(LlmDeskService.name);
  }

  requireBudget(): Promise<void> {
    return this.budget.require();
  }

  async masking(): Promise<MaskingChoice> {
    const { masking, maskPatterns: patterns } = await this.settings.current();
    return { masking, patterns };
  }

  async examples(request: SuggestionRequest, signal: AbortSignal): Promise<readonly ConfirmedExample[]> {
    const { examples } = await this.settings.current();
    return examples ? this.similar(request, signal) : [];
  }

  /** The examples that there are, whether the desk is set to show them or not. */
  similar(request: SuggestionRequest, signal: AbortSignal): Promise<readonly ConfirmedExample[]> {
    return this.nearest.of(request, signal);
  }

  calls(model: string, texts: SentTexts): QuestionCalls {
    return new KeptCalls({
      allow: () => this.budget.require(),
      begin: (sent, earlier) => this.llmCalls.begin({ model, sent, texts, earlier }),
      end: (id, outcome) => this.end(id, model, outcome),
    });
  }

  /** An answer is not lost because nobody could note that it came. */
  private async end(id: string, model: string, { answer, failure, usage }: CallOutcome): Promise<void> {
    try {
      const { prices } = await this.settings.current();
      await this.llmCalls.end(id, { answer, failure, usage, cost: costOf(usage, prices[model]) });
    } catch (error) {
      this.logger.error({ err: error, llm_call: id }, 'What a call of the LLM cost could not be kept');
    }
  }
}
