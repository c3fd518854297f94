import type { AbstentionReason } from './verdict.ts';
import type { KnownWords } from './vocabulary.ts';
import type { WordSample } from './word-sample.ts';

/** What the desk's own model makes of one field of a ticket. */
export interface FieldJudgement {
  /** The likeliest value, also where the model had rather say nothing. */
  readonly value: string;
  /** What a person is offered: the value, two to choose from with the likelier first, or none when the model abstains. */
  readonly options: readonly string[];
  readonly abstained: AbstentionReason | null;
  /** The probability of the value, from 0 to 1. */
  readonly confidence: number | null;
  /** The probability of each value that can be chosen. */
  readonly scores: Readonly<Record<string, number>>;
  /** Below which probability no value is offered alone. */
  readonly threshold: number;
  /** What the raw scores were divided by, so that probabilities come true. */
  readonly temperature: number;
  /** The share of the text's words that the model knows, from 0 to 1. */
  readonly knownShare: number;
  /** The words that decided, as they stand in the ticket, at most three. */
  readonly words: readonly string[];
  /** Of each of two to choose from, the words that speak for it and against the other, at most three; empty where there are no two. */
  readonly optionWords: Readonly<Record<string, readonly string[]>>;
}

/** What the model makes of the category, and how much of the text it could read. */
export interface CategoryJudgement extends FieldJudgement {
  readonly knownWords: KnownWords;
  /** Some of them, where it abstains for want of known words; null otherwise. */
  readonly wordSample: WordSample | null;
  /** The ISO 639-3 code of the language where that is not known; null otherwise. */
  readonly language: string | null;
}

/** What the desk's own model makes of a ticket. */
export interface LocalJudgement {
  readonly category: CategoryJudgement;
  readonly priority: FieldJudgement;
  /** Names the model: another one from other tickets has another version. */
  readonly version: string;
}
