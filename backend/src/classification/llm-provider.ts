import type { TokenUsage } from '../suggestions/domain/token-usage.ts';
import type { BreakerState } from './domain/breaker-state.ts';
import type { SuggestionRequest } from './suggester.ts';

/** What came of a call: the body of the answer, or why there is none, and what its server says it took. */
export interface CallOutcome {
  readonly answer: string | null;
  readonly failure: string | null;
  readonly usage: TokenUsage | null;
}

/** Keeps what is sent to an LLM, and what comes back. */
export interface CallLog {
  /**
   * Notes a call that is about to be made, with all that is sent; resolves to who takes note of its end.
   *
   * @throws SuggesterFailure when it must not be made.
   */
  begin(sent: object): Promise<(outcome: CallOutcome) => Promise<void>>;
}

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
  /** Whether it is asked at the moment, where it is left alone after outages. */
  readonly breaker?: BreakerState;

  /**
   * Resolves to `{category: {value, confidence, reasons}, priority: {value, confidence, reasons}}`, decoded but not
   * checked: nothing that an LLM says may be taken for granted. Keeps to its own deadline.
   *
   * @param signal fires when nobody waits for the answer any more.
   * @param calls is told of each call that is made, also of those that outlast the answer.
   * @throws SuggesterFailure when there is no answer.
   * @throws the signal's reason once it has fired.
   */
  classify(request: SuggestionRequest, signal: AbortSignal, calls: CallLog): Promise<unknown>;
}

/** An LLM whose answers may come when nobody waits for them any more. */
export interface PatientLlmProvider extends LlmProvider {
  /** Has this told when such an answer comes: the model is there. */
  onLateAnswer(tell: () => void): void;
}
