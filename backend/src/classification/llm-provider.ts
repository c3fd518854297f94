import type { SuggestionRequest } from './suggester.ts';

/** An LLM that judges tickets. `LlmSuggester` makes a suggester of it. */
export interface LlmProvider {
  /** The model that is asked, as it is stored with every suggestion. */
  readonly model: string | null;
  /** The version of the prompt, if the provider works with one. */
  readonly promptVersion: string | null;
  /** False while its key is missing. */
  readonly configured: boolean;
  /** What its server turned out not to take, as requests call it. */
  readonly notTaken: readonly string[];

  /**
   * Resolves to `{category: {value, confidence, reasons}, priority: {value, confidence, reasons}}`, decoded but not
   * checked: nothing that an LLM says may be taken for granted. Keeps to its own deadline.
   *
   * @param signal fires when nobody waits for the answer any more.
   * @throws SuggesterFailure when there is no answer.
   * @throws the signal's reason once it has fired.
   */
  classify(request: SuggestionRequest, signal: AbortSignal): Promise<unknown>;
}

/** An LLM whose answers may come when nobody waits for them any more. */
export interface PatientLlmProvider extends LlmProvider {
  /** Has this told when such an answer comes: the model is there. */
  onLateAnswer(tell: () => void): void;
}
