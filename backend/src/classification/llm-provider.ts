import type { Category } from '../categories/category.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';

/** The token that `LlmProvider` is injected by. */
export const LLM_PROVIDER = Symbol('LlmProvider');

/** What an LLM is asked: where a ticket belongs among these categories, and how urgent it is. */
export interface LlmRequest {
  readonly text: TicketText;
  /** The active ones, in their order. */
  readonly categories: readonly Category[];
}

/** An LLM that judges tickets. */
export interface LlmProvider {
  /** The model that is asked, as it is stored with every suggestion. */
  readonly model: string | null;
  /** The version of the prompt, if the provider works with one. */
  readonly promptVersion: string | null;

  /**
   * Resolves to `{category: {value, confidence, reasons}, priority: {value, confidence, reasons}}`, decoded but not
   * checked: nothing that an LLM says may be taken for granted. Keeps to its own deadline.
   *
   * @param signal fires when nobody waits for the answer any more.
   * @throws LlmFailure when there is no answer.
   * @throws the signal's reason once it has fired.
   */
  classify(request: LlmRequest, signal: AbortSignal): Promise<unknown>;
}
