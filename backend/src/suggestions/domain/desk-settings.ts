import type { MaskPattern } from './mask-pattern.ts';
import type { TokenPrices } from './token-price.ts';

/** Who answers when the LLM fails: nobody, so that the defaults are filled in, or the built-in suggester. */
export const FALLBACKS = ['defaults', 'local'] as const;

export type Fallback = (typeof FALLBACKS)[number];

/** No larger part of suggestions may be kept from sight. */
export const HIDDEN_SHARE_MAX = 0.5;

/** No desk spends more in a day; in the currency of the prices. */
export const DAILY_BUDGET_MAX = 1_000_000;

/** How the desk suggests, as an admin may set it. */
export interface SuggestionChoices {
  readonly fallback: Fallback;
  /** Which share of hideable suggestions is kept from sight, from 0 to 0.5. */
  readonly hiddenShare: number;
  /** From which probability, 0 to 1, the built-in suggester names one category alone; null leaves it to its model. */
  readonly categoryThreshold: number | null;
  /** The same for a priority. */
  readonly priorityThreshold: number | null;
  /** Whether sensitive data is masked before a text leaves the machine. */
  readonly masking: boolean;
  /** What else is masked then. */
  readonly maskPatterns: readonly MaskPattern[];
  /** Whether an LLM is shown confirmed tickets like the one that it is asked about. */
  readonly examples: boolean;
  /** What the LLM may cost in a day, in the currency of the prices; null sets no bound, 0 asks it never. */
  readonly dailyBudget: number | null;
  readonly prices: TokenPrices;
}

/** What an admin has set; null goes by the environment. */
export type SetChoices = { readonly [Name in keyof SuggestionChoices]: SuggestionChoices[Name] | null };

/** What an admin wants to be different; null goes back to the environment. */
export type ChoicesPatch = { readonly [Name in keyof SetChoices]?: SetChoices[Name] | undefined };

/** What the desk goes by at one moment, and what of it an admin has set. */
export interface SuggestionSettings extends SuggestionChoices {
  readonly set: SetChoices;
  /** What it goes by where nothing is set. */
  readonly environment: SuggestionChoices;
  /** Of that, what the environment says; the rest is as shipped. */
  readonly said: readonly (keyof SuggestionChoices)[];
  /** Grows by one with every change. */
  readonly version: number;
  readonly updatedAt: Date;
  /** The user who changed it last; null when nobody has. */
  readonly updatedBy: number | null;
}

/** What holds until somebody sets it, of that for which there is no environment variable. */
export const SHIPPED = {
  categoryThreshold: null,
  priorityThreshold: null,
  masking: true,
  maskPatterns: [],
  examples: true,
  prices: {},
} as const satisfies Partial<SuggestionChoices>;

export function effective(set: SetChoices, first: SuggestionChoices): SuggestionChoices {
  return {
    fallback: set.fallback ?? first.fallback,
    hiddenShare: set.hiddenShare ?? first.hiddenShare,
    categoryThreshold: set.categoryThreshold ?? first.categoryThreshold,
    priorityThreshold: set.priorityThreshold ?? first.priorityThreshold,
    masking: set.masking ?? first.masking,
    maskPatterns: set.maskPatterns ?? first.maskPatterns,
    examples: set.examples ?? first.examples,
    dailyBudget: set.dailyBudget ?? first.dailyBudget,
    prices: set.prices ?? first.prices,
  };
}
