import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { FailureReason } from '../../classification/domain/failure-reason.ts';

/** Who suggested: an LLM, or nobody, in which case the defaults are filled in. */
export const SUGGESTION_SOURCES = ['llm', 'default'] as const;

export type SuggestionSource = (typeof SUGGESTION_SOURCES)[number];

/** A value for each of the two fields that the desk suggests. */
export interface PerField<T> {
  readonly category: T;
  readonly priority: T;
}

/** What an LLM suggests, once checked: known values, confidence from 0 to 1 or null, and excerpts of the ticket's text. */
export interface Judgement {
  readonly category: string;
  readonly priority: TicketPriority;
  readonly confidence: PerField<number | null>;
  readonly reasons: PerField<readonly string[]>;
}

/**
 * An answer of the classifier. The default answer has a failure reason and a notice, a suggestion has neither. `model` and
 * `promptVersion` name what was asked, also when it failed; `latencyMs` is how long that took.
 */
export interface Suggestion extends Judgement {
  readonly source: SuggestionSource;
  readonly model: string | null;
  readonly promptVersion: string | null;
  readonly latencyMs: number;
  readonly failureReason: FailureReason | null;
  readonly notice: string | null;
}

/** An answer that is kept in the ledger, under this id. */
export interface RecordedSuggestion extends Suggestion {
  readonly id: string;
}
