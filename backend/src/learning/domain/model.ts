import type { ModelMetrics } from './desk-model-fit.ts';
import type { Comparison, PromotionVerdict } from './promotion.ts';

/** The one that answers; one that the gate kept from answering; one that answered before, or never had to. */
export const MODEL_STATES = ['active', 'aside', 'earlier'] as const;

export type ModelState = (typeof MODEL_STATES)[number];

/**
 * Why a model is where it is: it was shipped with the desk, the gate let it through (`refit`) or did not, or an admin chose
 * it.
 */
export const MODEL_REASONS = ['starter', 'refit', 'worse', 'lost_category', 'no_better', 'chosen'] as const;

export type ModelReason = (typeof MODEL_REASONS)[number] & (PromotionVerdict | 'starter' | 'chosen');

/** What a model learned from. Times are ISO texts, as the database keeps them. */
export interface LearnedFrom {
  readonly tickets: number;
  /** About how many of them somebody decided after they were written. */
  readonly corrections: number;
  readonly by_category: Readonly<Record<string, number>>;
  readonly newest_decision: string | null;
  readonly starter_version: string;
  /** The newest event of the history that it may have read. */
  readonly last_event: number;
  /** Stands for the categories it knows, with their labels and descriptions. */
  readonly vocabulary: string;
}

/** What a model said of the tickets that were held out of it: their numbers by the category it said. */
export type HeldOutAnswers = Readonly<Record<string, readonly number[]>>;

/**
 * How good a model is on confirmed tickets that were held out of it, in shares from 0 to 1; null below 20 tickets, of which
 * nothing can be held out.
 */
export interface HeldOutRecord {
  readonly tickets: number;
  readonly accuracy: number | null;
  /** The 95 % interval of the accuracy. */
  readonly accuracyInterval: readonly [number, number] | null;
  readonly macroF1: number | null;
  readonly ece: number | null;
  readonly abstained: number | null;
}

/** A model of the desk's own suggester, without its bytes. */
export interface Model {
  readonly id: number;
  readonly createdAt: Date;
  readonly version: string;
  readonly state: ModelState;
  readonly why: ModelReason;
  /** The admin who chose it; null when nobody did. */
  readonly activatedBy: number | null;
  readonly metrics: HeldOutRecord & { readonly fit: ModelMetrics };
  readonly learnedFrom: LearnedFrom;
  readonly comparison: Comparison | null;
  /** Whether its bytes are still there, so that it could answer. */
  readonly kept: boolean;
}
