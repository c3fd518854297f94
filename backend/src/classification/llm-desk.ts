import type { SentTexts } from '../suggestions/domain/llm-call.ts';
import type { CallLog } from './llm-provider.ts';
import type { MaskingChoice } from './masking/mask.ts';
import type { ConfirmedExample, SuggestionRequest } from './suggester.ts';

/** The calls of one question, as they are kept. */
export interface QuestionCalls extends CallLog {
  /** Those begun so far, by their ids. */
  readonly ids: readonly string[];
}

/** What stands between the desk and an LLM: what it may be asked, what it is shown, and what is kept of it. */
export interface LlmDesk {
  /** @throws SuggesterFailure `budget_used` when it must not be asked any more today. */
  requireBudget(): Promise<void>;

  masking(): Promise<MaskingChoice>;

  /** Confirmed tickets like the one that is asked about; none when there are none, or none could be found in time. */
  examples(request: SuggestionRequest, signal: AbortSignal): Promise<readonly ConfirmedExample[]>;

  /** Keeps the calls of a question to a model; `texts` are those of tickets that are in it. */
  calls(model: string, texts: SentTexts): QuestionCalls;
}

/** Where there is no desk around the LLM: all is masked that can be, nothing is remembered, nothing kept. */
export const NO_DESK: LlmDesk = {
  requireBudget: () => Promise.resolve(),
  masking: () => Promise.resolve({ masking: true, patterns: [] }),
  examples: () => Promise.resolve([]),
  calls: () => ({ ids: [], begin: () => Promise.resolve(() => Promise.resolve()) }),
};
