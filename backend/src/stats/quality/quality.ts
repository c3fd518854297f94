import type { SuggestedField } from '../../suggestions/domain/suggested-field.ts';
import type { SuggestedBy } from '../../suggestions/domain/suggestion.ts';
import type { Drift, KnownShare, LimitedShare } from './domain/drift.ts';
import type { ModelChange } from './domain/model-changes.ts';
import type { Outcomes, QualityShares } from './domain/outcomes.ts';
import type { Reliability } from './domain/reliability.ts';
import type { AskedPeriod, PeriodPart } from './quality-period.ts';

/** Whose suggestions; what is left out does not matter. */
export interface SuggesterFilter {
  readonly source?: string;
  readonly model?: string;
  readonly version?: string;
}

/** Which suggestions to look at. */
export interface QualityQuestion extends SuggesterFilter, AskedPeriod {
  readonly field: SuggestedField;
  /** An IANA name. */
  readonly timeZone: string;
}

/** What became of the suggestions of one part of the period. */
export interface QualityPart extends PeriodPart, QualityShares {
  readonly asked: number;
  /** How familiar its tickets were, beside those before them. */
  readonly known: LimitedShare;
}

/** What became of the suggestions of one model, in the version of it or of its prompt. */
export interface ModelQuality extends SuggestedBy, QualityShares {
  readonly suggested: number;
  readonly first: Date;
  readonly last: Date;
  /** When the desk made it; null where it did not, or it is no longer known. */
  readonly made: Date | null;
}

/** How often a value was suggested and shown where a person chose another, or the same. */
export interface ConfusionCell {
  readonly suggested: string;
  readonly chosen: string;
  readonly count: number;
}

/** How long one who was asked took to answer, in milliseconds. */
export interface Latency {
  readonly of: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** How often one who was asked had no answer, and why. */
export interface FailureCount {
  readonly source: string;
  readonly model: string | null;
  readonly reason: string;
  readonly count: number;
}

/** What the calls of an LLM took and cost within a period, tries and failures among them. */
export interface LlmCost {
  readonly model: string;
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** In the currency of the prices. */
  readonly cost: number;
  /** Answered calls whose cost nobody knows. */
  readonly unknown: number;
}

/** How good suggestions of one field were within a period. */
export interface Quality extends PeriodPart {
  readonly asOf: Date;
  readonly timeZone: string;
  readonly field: SuggestedField;
  readonly unit: 'day' | 'week';
  /** On so many tickets with a suggestion a person has decided so far, in any period. */
  readonly confirmed: number;
  /** Whether those are enough to speak of percentages. */
  readonly measured: boolean;
  readonly outcomes: Outcomes;
  readonly shares: QualityShares;
  readonly parts: readonly QualityPart[];
  readonly changes: readonly ModelChange[];
  /** Those cells that have any. */
  readonly confusion: readonly ConfusionCell[];
  /** Of suggestions that people saw, and of those that were hidden. */
  readonly reliability: { readonly shown: Reliability; readonly hidden: Reliability };
  readonly latency: Latency;
  readonly automatic: AppliedCount;
  readonly failures: readonly FailureCount[];
  /** The newest first. */
  readonly models: readonly ModelQuality[];
  /** By model, the dearest first. */
  readonly costs: readonly LlmCost[];
  /** Null for sources that do not tell which share of the words they know. */
  readonly drift: Drift | null;
}

/** Tickets that a suggestion sorted by itself, and how many of them a person then put elsewhere: counted nowhere else. */
export interface AppliedCount {
  readonly applied: number;
  readonly corrected: number;
}

/** One cell of the confusion matrix of a period, whose tickets are listed. */
export interface CellQuestion extends QualityQuestion {
  readonly suggested: string;
  readonly chosen: string;
}

/** A ticket of a cell, and the suggestion that it was written with. */
export interface CellTicket {
  readonly id: number;
  readonly suggestionId: string;
  readonly title: string;
  readonly confidence: number | null;
  readonly source: string;
  readonly model: string | null;
  readonly version: string | null;
  readonly suggestedAt: Date;
  /** The id of a user. */
  readonly chosenBy: number;
  /** Whether its category or priority was changed after the ticket was written. */
  readonly corrected: boolean;
}

/** A page of them, and the place after which the next one begins; null at the end. */
export interface CellTicketPage {
  readonly tickets: readonly CellTicket[];
  readonly next: CellTicket | null;
}

/** What became of the suggestions of one model within one part of a period. */
export interface OutcomeLine extends PeriodPart, SuggestedBy {
  readonly outcomes: Outcomes;
  readonly shares: QualityShares;
  readonly known: KnownShare;
  /** What the calls of an LLM for these suggestions took and cost; null where nobody knows. */
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly cost: number | null;
}
