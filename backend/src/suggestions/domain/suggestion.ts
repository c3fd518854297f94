import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { SuggestionSource } from './suggestion-source.ts';

/** A value for each of the two fields that the desk suggests. */
export interface PerField<T> {
  readonly category: T;
  readonly priority: T;
}

/** What is suggested, once checked: known values, confidence from 0 to 1 or null, and excerpts of the ticket's text. */
export interface Judgement {
  readonly category: string;
  readonly priority: TicketPriority;
  readonly confidence: PerField<number | null>;
  readonly reasons: PerField<readonly string[]>;
}

/** Who suggests: the source, its model, and the version of that model or of its prompt; null where it has none. */
export interface SuggestedBy {
  readonly source: SuggestionSource;
  readonly model: string | null;
  readonly version: string | null;
}

/**
 * What came of asking one who suggests. The values are its own (`source` is the source that was asked) or, when it failed,
 * those of another that stood in for it; then there is a failure reason. `latencyMs` is how long it took to answer or to
 * fail.
 */
export interface Suggestion extends Judgement {
  readonly source: SuggestionSource;
  readonly asked: SuggestedBy;
  readonly latencyMs: number;
  readonly failureReason: string | null;
}
