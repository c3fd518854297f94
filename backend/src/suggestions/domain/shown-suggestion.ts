import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { AbstentionReason } from './abstention.ts';
import type { SuggestionSource } from './suggestion-source.ts';
import { type Judgement, NO_SAMPLE, type PerField, type Suggestion, type ToldWords } from './suggestion.ts';

/**
 * How often suggestions of about this confidence were right, of all whose outcome is known; where two are offered, how often
 * one of two was; where the desk keeps silent because it is often wrong, how often it would have been right.
 */
export interface SuggestionRecord {
  readonly right: number;
  readonly of: number;
}

/** What stands behind a confidence. */
export interface TrackRecord {
  /** Null while too few tickets say anything. */
  readonly record: PerField<SuggestionRecord | null>;
  /** Whether the desk has enough tickets of its own to speak of percentages. */
  readonly measured: boolean;
  /** How many tickets have a category that a person chose, up to 30,000. */
  readonly confirmed: number;
}

/** One of two categories to choose from, and the words of the ticket that speak for it rather than for the other. */
export interface OptionReasons {
  readonly category: string;
  readonly words: readonly string[];
}

/** A suggestion as a person gets it: of a hidden one, nothing but the values that are filled in. */
export interface ShownSuggestion extends Judgement, TrackRecord {
  readonly id: string;
  readonly source: SuggestionSource;
  readonly model: string | null;
  readonly options: { readonly category: readonly string[]; readonly priority: readonly TicketPriority[] };
  /** Why each of two categories is offered, in the order of the options; empty where there are no two. */
  readonly optionReasons: readonly OptionReasons[];
  /** Why there is no suggestion of a category. */
  readonly abstained: AbstentionReason | null;
  /** Where there is none: how much of the text was known; null where nobody counted. */
  readonly knownWords: ToldWords | null;
  /** The ISO 639-3 code of the text's language where that has not been learned. */
  readonly language: string | null;
  readonly hidden: boolean;
  readonly notice: string | null;
}

export const NO_RECORD: TrackRecord = {
  record: { category: null, priority: null },
  measured: false,
  confirmed: 0,
};

/** A suggestion in full, with the record behind it, under its id in the ledger. */
export function shownSuggestion(suggestion: Suggestion, id: string, behind: TrackRecord): ShownSuggestion {
  const { category, priority, confidence, reasons, source, by, verdicts, notice } = suggestion;
  const { knownWords } = verdicts.category;
  return {
    ...{ id, category, priority, confidence, reasons, source, model: by.model, notice, hidden: false },
    options: { category: verdicts.category.options, priority: verdicts.priority.options },
    optionReasons: optionReasonsOf(verdicts.category.options, verdicts.category.optionWords),
    abstained: verdicts.category.abstained,
    knownWords: knownWords ? { ...NO_SAMPLE, ...knownWords } : null,
    language: verdicts.category.language ?? null,
    ...behind,
  };
}

/** @param words by the option that they speak for; of a suggestion of old there are none. */
export function optionReasonsOf(
  options: readonly string[],
  words: Readonly<Record<string, readonly string[]>> = {},
): OptionReasons[] {
  return options.flatMap((category) => (words[category] ? [{ category, words: words[category] }] : []));
}
