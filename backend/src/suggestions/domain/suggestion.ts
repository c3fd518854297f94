import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { AbstentionReason } from './abstention.ts';
import type { SuggestedField } from './suggested-field.ts';
import type { SuggestionSource } from './suggestion-source.ts';

/** A value for each of the two fields that the desk suggests. */
export type PerField<T> = Readonly<Record<SuggestedField, T>>;

/** What is suggested, once checked: known values, confidence from 0 to 1 or null, and excerpts of the ticket's text. */
export interface Judgement {
  readonly category: string;
  readonly priority: TicketPriority;
  readonly confidence: PerField<number | null>;
  readonly reasons: PerField<readonly string[]>;
}

/** How many of a text's different words were seen before, and how many there are, without those that every text has. */
export interface KnownWords {
  readonly known: number;
  readonly of: number;
}

/** A few words of a text as they stand there, at most three of each: what was seen before, and what was not. Told, never kept. */
export interface WordSample {
  readonly seen: readonly string[];
  readonly unseen: readonly string[];
}

/** What a person is told of how much of a text is known. */
export type ToldWords = KnownWords & WordSample;

export const NO_SAMPLE: WordSample = { seen: [], unseen: [] };

/** How firmly a field is judged, and by which figures; a source that has no such figures leaves them out. */
export interface FieldVerdict<Value extends string = string> {
  /** The values that are offered, the likeliest first: one, two to choose from, or none where it abstains. */
  readonly options: readonly Value[];
  readonly abstained: AbstentionReason | null;
  /** Of each of two to choose from, the words of the ticket that speak for it rather than for the other. */
  readonly optionWords?: Readonly<Record<string, readonly string[]>>;
  /** The probability of each value, from 0 to 1. */
  readonly scores?: Readonly<Record<string, number>>;
  /** The probability below which no value is suggested alone. */
  readonly threshold?: number | null;
  readonly temperature?: number;
  /** Which share of the text's words it has seen before, from 0 to 1. */
  readonly knownShare?: number;
  /** Of a category that it rather does not suggest: how many of the text's different words it has seen before, and of how many; some of them where that is why. */
  readonly knownWords?: KnownWords & Partial<WordSample>;
  /** The ISO 639-3 code of the text's language, where that has not been learned. */
  readonly language?: string;
}

/** The verdict on each field. */
export interface Verdicts {
  readonly category: FieldVerdict;
  readonly priority: FieldVerdict<TicketPriority>;
}

/** Whether the person saw what was suggested: some of it is hidden, so that its record is not made by its own showing. */
export const SHOWN_AS = ['shown', 'hidden', 'abstained'] as const;

export type ShownAs = (typeof SHOWN_AS)[number];

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
  /** Whose values these are, by model and version. */
  readonly by: SuggestedBy;
  readonly asked: SuggestedBy;
  readonly verdicts: Verdicts;
  readonly latencyMs: number;
  readonly failureReason: string | null;
  /** The calls of an LLM that it took, by their ids; none without one. */
  readonly llmCalls: readonly string[];
  /** Why there is no suggestion, or who stands in for whom, for people; null when there is nothing to tell. */
  readonly notice: string | null;
}
